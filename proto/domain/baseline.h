#pragma once

#include "proto/catalogue/item.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/** What somebody's answers are compared with: their own first ones, and nobody else's. */
namespace trivsel::domain {

/** So many answers to one question, in one way of answering, make an own baseline. */
inline constexpr std::size_t kBaselineAnswers = 3;

/** The middle one of the first three; weights × 10, oldest first. nullopt while there are fewer. */
[[nodiscard]] std::optional<std::int64_t> baselineOf(std::span<const std::int64_t> oldestFirst);

/** Higher, about the same or lower than before: never better or worse. */
enum class Compared { Lower, AsBefore, Higher };

/** The least distance between two answers that the question offers, weight × 10; 0 when it offers fewer than
 * two weights. */
[[nodiscard]] std::int64_t stepTenths(const catalogue::Item &item);

/** "Omtrent som før" is within half a step, both ends included. */
[[nodiscard]] Compared compare(std::int64_t tenths, std::int64_t baselineTenths, std::int64_t stepTenths);

} // namespace trivsel::domain
