#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::merge {

/**
 * Three-way merge of long staff prose by words. nullopt = don't: keep both. Symmetric in a and b.
 * Tokens are words with their trailing white space; hunks must stand at least three unchanged words or a
 * sentence end apart; at most limits::kMergeTokensMax tokens a side. Never drops a word that one side
 * inserted.
 */
[[nodiscard]] std::optional<std::string> mergeText(std::string_view base, std::string_view a,
                                                   std::string_view b);

struct DiffPart
{
    std::string text;
    bool onlyHere = false; // stands in this version only
};
/** How `text` differs from `other`, by words, for showing two versions side by side. Joined parts give `text`
 * again. */
[[nodiscard]] std::vector<DiffPart> diffWords(std::string_view text, std::string_view other);

} // namespace trivsel::merge
