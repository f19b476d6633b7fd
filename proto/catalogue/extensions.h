#pragma once

#include "proto/catalogue/node.h"

#include <array>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace trivsel::catalogue {

inline constexpr std::string_view kOurBase = "https://trivsel.example/fhir/StructureDefinition/";
inline constexpr std::string_view kOrdinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
inline constexpr std::string_view kTranslation = "http://hl7.org/fhir/StructureDefinition/translation";
inline constexpr std::string_view kItemControl =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
inline constexpr std::string_view kShortText =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText";

/**
 * The extensions of one element. Other people's are ignored, as FHIR asks; one under our own base that is not
 * allowed at this place is a fault, and so is one of ours that stands twice.
 */
class Extensions
{
public:
    /** `ours`: the names allowed here, without kOurBase. */
    Extensions(const Node &element, std::initializer_list<std::string_view> ours);

    /** By full url, or by our own short name; a Node that does not exist when there is none. */
    [[nodiscard]] Node find(std::string_view urlOrName) const;
    [[nodiscard]] Node value(std::string_view urlOrName, std::string_view type) const;
    [[nodiscard]] std::string code(std::string_view name) const { return value(name, "valueCode").text(); }
    [[nodiscard]] std::string string(std::string_view name) const
    {
        return value(name, "valueString").text();
    }
    [[nodiscard]] Localized localized(std::string_view urlOrName) const;
    /** `otherwise` when absent; a fault when no whole number from min to max. */
    [[nodiscard]] int integer(std::string_view name, int min, int max, int otherwise) const;
    /** `otherwise` when absent; a fault, naming what is known, when the code is none of the names. */
    template <class Enum, std::size_t N>
    [[nodiscard]] Enum oneOf(std::string_view name,
                             const std::array<std::pair<std::string_view, Enum>, N> &names,
                             Enum otherwise) const
    {
        const std::string given = code(name);
        for (const auto &[known, value] : names) {
            if (known == given) {
                return value;
            }
        }
        if (!given.empty()) {
            value(name, "valueCode").fault("unknown " + std::string(name) + " " + inQuotes(given));
        }
        return otherwise;
    }

private:
    void add(const Node &extension, std::initializer_list<std::string_view> ours);

    Node m_nothing;
    std::map<std::string, Node, std::less<>> m_byUrl;
};

/** The text at `key` with its translation at `_key`; a fault when it names a variable that is not known. */
[[nodiscard]] Localized localizedAt(const Node &element, std::string_view key);

} // namespace trivsel::catalogue
