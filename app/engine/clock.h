#pragma once

#include <cstdint>
#include <functional>

namespace trivsel::engine {

/** Wall clock in ms since 1970 UTC; injected. */
using Clock = std::function<std::int64_t()>;
/** Ms since the device was switched on, sleep included; never goes back while it runs; injected. */
using Uptime = std::function<std::int64_t()>;

/** CLOCK_BOOTTIME. */
[[nodiscard]] std::int64_t systemUptime();

} // namespace trivsel::engine
