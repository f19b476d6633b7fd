#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::domain {

/**
 * The place of an entry in a list, as a fraction in the letters a–z that is compared by bytes: whoever moves
 * one entry writes that entry only. A lawful rank is 1 to kRankBytesMax letters and does not end in `a`.
 */
inline constexpr std::size_t kRankBytesMax = 32;

[[nodiscard]] bool isRank(std::string_view rank);
/** Behind `last` (empty = the list is empty). nullopt when there is no short rank, or `last` is none. */
[[nodiscard]] std::optional<std::string> rankAfter(std::string_view last);
/** Between two ranks; an empty one is the list's end on that side. nullopt when there is no short one, they
 * are equal or in the wrong order, or one is none: then the whole list is given new ranks. */
[[nodiscard]] std::optional<std::string> rankBetween(std::string_view before, std::string_view after);
/** For a whole list anew, rising. */
[[nodiscard]] std::vector<std::string> freshRanks(std::size_t count);

} // namespace trivsel::domain
