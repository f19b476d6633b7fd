#pragma once

#include "proto/catalogue/catalogue.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace trivsel::app {

/** From the directory, or the definitions that are built into the program. BadDefinition, NotFound, BadFile.
 */
[[nodiscard]] Result<std::shared_ptr<const catalogue::Catalogue>>
readCatalogue(const std::optional<std::filesystem::path> &directory);

/** Names this data directory's key in the keychain; drawn at first use and kept beside the data. */
[[nodiscard]] Result<std::string> keychainEntry(const std::filesystem::path &data, const Random &random);

} // namespace trivsel::app
