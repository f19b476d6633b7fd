#pragma once

#include "sync-server/messages.h"

#include <cstdint>
#include <optional>
#include <string>

namespace trivsel::server {

/** The one way in which the office reads a time: in its own time zone, to the minute, "31-12-2026 kl. 14.05"
 * or "2026-12-31 14:05". */
[[nodiscard]] std::string localTime(std::int64_t ms, Lang lang);
/** The day of localTime(). */
[[nodiscard]] std::string localDate(std::int64_t ms, Lang lang);
/** Minutes east of Greenwich there at that time. */
[[nodiscard]] int localOffset(std::int64_t utcMs);

/** Midnight there, at the beginning of a day that is written 31-12-2026, 31.12.2026, 31/12-2026 or
 * 2026-12-31; `days` later. nullopt when it is no such day. */
[[nodiscard]] std::optional<std::int64_t> dayStart(const std::string &text, int days);

} // namespace trivsel::server
