#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trivsel::catalogue {

enum class Language { Da, En };

/** "da" or "en", also with a region ("da_DK", "en-GB"); nullopt for anything else. */
[[nodiscard]] std::optional<Language> languageOf(std::string_view tag);

/** One text as the definition carries it. Danish is the source; English may be missing. */
struct Localized
{
    std::string da;
    std::string en;

    /** Danish when there is no English. */
    [[nodiscard]] const std::string &in(Language language) const
    {
        return language == Language::En && !en.empty() ? en : da;
    }
    [[nodiscard]] bool empty() const { return da.empty(); }
    bool operator==(const Localized &) const = default;
};

/** What stands in place of {navn}, {periode} and {siden sidst}. An empty value leaves the braces standing. */
struct Variables
{
    std::string name;      // {navn}: the first name of the person that the item is about
    std::string period;    // {periode}: "de sidste 14 dage"
    std::string sinceLast; // {siden sidst}: "siden torsdag den 2. oktober"
};

/**
 * Replaces each variable once, from left to right; values are not looked into again. The Danish genitive is
 * made right: {navn}s becomes "Sofies", but "Mads'" after s, x and z.
 */
[[nodiscard]] std::string fill(std::string_view text, const Variables &variables);

/** The first name in braces that fill() does not know, or "{" when the braces don't match; nullopt when all
 * is well. */
[[nodiscard]] std::optional<std::string> unknownVariable(std::string_view text);

[[nodiscard]] bool mentionsName(std::string_view text);

} // namespace trivsel::catalogue
