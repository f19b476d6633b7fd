#pragma once

#include "proto/catalogue/definition.h"
#include "proto/catalogue/extensions.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::catalogue {

/** A definition with the places of its items, so that what is wrong between two files can name them. */
struct Parsed
{
    std::string file;
    Definition definition;
    std::map<std::string, std::string> pointers; // linkId -> JSON pointer
};

/** What an item takes over from the definition and from the groups above it. */
struct Inherited
{
    std::optional<Voice> voice;
    AnswerStyle style = AnswerStyle::List;
    Localized answersAloud;
    Localized dontKnow;
};

/** `parsed.definition` already holds what stands above the items; its pointers grow with every linkId. */
[[nodiscard]] Item parseItem(const Node &node, const Inherited &above, Parsed &parsed);

/** The options of a choice, with weights and faces checked against the style. */
[[nodiscard]] std::vector<Option> parseOptions(const Node &item, AnswerStyle style);

/** What may be shown when somebody asks for suggestions: from 2 to kSuggestionsMax short texts, each once. */
[[nodiscard]] std::vector<Localized> parseSuggestions(const Node &extension);
inline constexpr std::size_t kSuggestionsMax = 24;

/** Rules that need the whole item: policy, repeats, names in texts. */
void checkItem(const Node &node, const Item &item, const Definition &definition);

[[nodiscard]] Result<Parsed> parse(std::string_view bytes, std::string fileName);

/** BadDefinition when a row's two voices do not name each other. */
[[nodiscard]] Status checkCounterparts(const Parsed &parsed);

/** BadDefinition when two dates of one plan, or of one entry of a list, have the same role, or when a choice
 * says how close something is that is no entry, or one that another choice has placed already. */
[[nodiscard]] Status checkEntries(const Parsed &parsed);

/** BadDefinition when a pair leads nowhere, is not mutual, or its items can't be compared. */
[[nodiscard]] Status checkPairs(const Parsed &parsed, const Parsed *other);

} // namespace trivsel::catalogue
