#pragma once

#include "proto/base/error.h"
#include "proto/catalogue/definition.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trivsel::catalogue {

using DefinitionPtr = std::shared_ptr<const Definition>;
using Files = std::vector<std::pair<std::string, std::string>>; // name, bytes

/** The instruments that this home has. A value, safe to share between threads. */
class Catalogue
{
public:
    /** By Definition::order, then id. */
    [[nodiscard]] const std::vector<DefinitionPtr> &all() const { return m_definitions; }
    /** nullptr when there is none. */
    [[nodiscard]] DefinitionPtr byUrl(std::string_view url) const;
    [[nodiscard]] DefinitionPtr byId(std::string_view id) const;
    [[nodiscard]] DefinitionPtr byHash(const DefinitionHash &hash) const;

private:
    friend Result<Catalogue> loadCatalogue(const Files &files);
    std::vector<DefinitionPtr> m_definitions;
};

/**
 * One FHIR R4 Questionnaire. References to other definitions are not followed. BadDefinition when it can't be
 * carried out: the detail has one line for each fault, "file: JSON pointer: reason", at most 20.
 */
[[nodiscard]] Result<Definition> parseDefinition(std::string_view bytes, std::string fileName);

/** All or nothing: one definition that can't be carried out, or a reference to nothing, refuses the whole. */
[[nodiscard]] Result<Catalogue> loadCatalogue(const Files &files);

/** Every *.json in the directory, not below it. NotFound when there is no such directory, BadFile when
 * unreadable. */
[[nodiscard]] Result<Catalogue> loadCatalogue(const std::filesystem::path &directory);

} // namespace trivsel::catalogue
