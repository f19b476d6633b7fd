#pragma once

#include <cstdint>

namespace trivsel {

/** 24 hours; a day of the calendar may be an hour longer or shorter. */
inline constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

} // namespace trivsel
