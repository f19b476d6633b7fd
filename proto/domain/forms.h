#pragma once

#include "proto/catalogue/definition.h"
#include "proto/merge/register.h"

#include <cstdint>
#include <optional>

namespace trivsel::domain {

/** When it was entered, ms since 1970 UTC: by the server's clock when the tablet had compared the two, else
 * by the tablet's own. Saturates. For showing and for curves; never decides a merge. */
[[nodiscard]] std::int64_t correctedMs(const merge::Version &version);
/** The time may be wrong, and what shows it says so. */
[[nodiscard]] bool clockDoubtful(const merge::Version &version);
/** The one order of events, the same on every tablet: corrected time, then lamport, then dot. */
[[nodiscard]] bool happenedBefore(const merge::Version &a, const merge::Version &b);

/** What a resident answers in a samtale: their own forms about how they are, and about the help. */
[[nodiscard]] bool isForConversation(const catalogue::Definition &definition);

/**
 * Every question that is asked one at a time has an answer: one of its weights or codes, some text, or a
 * "don't know" or "not for me". Skipped or untouched is no answer. Of two answers to one question the last
 * counts.
 */
[[nodiscard]] bool complete(const catalogue::Definition &definition, const wire::v1::Response &response);

/**
 * The sum of the weights, × 10; or what a sheet of paper said when it gave the sum alone. nullopt when there
 * is no question with weights, or one of them has none: a sum of some is no sum. Sheets of different
 * `variant` do not compare.
 */
[[nodiscard]] std::optional<std::int64_t> totalTenths(const catalogue::Definition &definition,
                                                      const wire::v1::Response &response);

} // namespace trivsel::domain
