#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace trivsel::merge {

/** Words as numbers: equal words, equal numbers. */
using Words = std::vector<std::uint32_t>;
/** Places in the first and the second text that say the same, both rising. */
using Matches = std::vector<std::pair<std::size_t, std::size_t>>;

/** Between the common beginning and the common end, at most this many pairs of words are compared. */
inline constexpr std::size_t kComparisonsMax = 1'000'000;

/**
 * A longest common subsequence; the same for the same input. When the differing middles are too long for
 * kComparisonsMax, only the common beginning and the common end.
 */
[[nodiscard]] Matches align(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

} // namespace trivsel::merge
