#pragma once

#include <cstdint>
#include <string>

namespace trivsel::server {

/** In the office's own time zone, to the minute. */
[[nodiscard]] std::string localTime(std::int64_t ms);
/** The day of localTime(). */
[[nodiscard]] std::string localDate(std::int64_t ms);
/** Minutes east of Greenwich there at that time. */
[[nodiscard]] int localOffset(std::int64_t utcMs);

} // namespace trivsel::server
