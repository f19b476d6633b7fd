#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trivsel::server {

/** The word that was probably meant: two letters missing, too many, wrong or swapped at most (one in a word
 * of up to three), or its beginning. Empty when there is none, or several are as near. */
[[nodiscard]] std::string nearest(std::string_view typed, const std::vector<std::string> &known);

/** All words that were perhaps meant, by the same rule: the nearest first, those as near in the order of
 * `known`. */
[[nodiscard]] std::vector<std::string> nearWords(std::string_view typed,
                                                 const std::vector<std::string> &known);

} // namespace trivsel::server
