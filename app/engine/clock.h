#pragma once

#include <cstdint>
#include <functional>

namespace trivsel::engine {

/** Wall clock in ms since 1970 UTC; injected. */
using Clock = std::function<std::int64_t()>;

} // namespace trivsel::engine
