#pragma once

#include "app/demo/dice.h"

#include <string>

namespace trivsel::demo {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;

/** The time that the home's data lies in; ms since 1970 UTC. Both ends belong to it. */
struct Window
{
    std::int64_t fromMs = 0;
    std::int64_t untilMs = 0;

    [[nodiscard]] bool holds(std::int64_t ms) const { return fromMs <= ms && ms <= untilMs; }
    /** A moment in daytime on the day that lies this part (0–1) into the window. */
    [[nodiscard]] std::int64_t daytimeAt(double part, Dice &dice) const;
};

/** A moment on the same day when people here are up and about. */
[[nodiscard]] std::int64_t daytimeOf(std::int64_t ms, Dice &dice);
/** The Danish date: "2026-03-14". */
[[nodiscard]] std::string isoDate(std::int64_t ms);

} // namespace trivsel::demo
