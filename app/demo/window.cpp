#include "app/demo/window.h"

#include <chrono>
#include <cstdio>

namespace trivsel::demo {

std::int64_t daytimeOf(std::int64_t ms, Dice &dice)
{
    const std::int64_t midnight = ms - ms % kDayMs;
    return midnight +
           dice.between(8 * 60, 18 * 60) * kMinuteMs; // UTC: nine to eight in the evening in Denmark
}

std::int64_t Window::daytimeAt(double part, Dice &dice) const
{
    return daytimeOf(fromMs + static_cast<std::int64_t>(part * static_cast<double>(untilMs - fromMs)), dice);
}

std::string isoDate(std::int64_t ms)
{
    using namespace std::chrono;
    // An hour off UTC is enough: nothing here happens around midnight.
    const year_month_day date(floor<days>(sys_time<milliseconds>(milliseconds(ms + kHourMs))));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()) % 10000,
                  static_cast<unsigned>(date.month()) % 100, static_cast<unsigned>(date.day()) % 100);
    return text;
}

} // namespace trivsel::demo
