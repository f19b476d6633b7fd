#pragma once

#include <cstdint>
#include <string>

namespace trivsel::server {

/** In the office's own time zone, to the minute. */
[[nodiscard]] std::string localTime(std::int64_t ms);

} // namespace trivsel::server
