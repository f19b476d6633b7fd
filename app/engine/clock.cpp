#include "app/engine/clock.h"

#include <ctime>

namespace trivsel::engine {

std::int64_t systemUptime()
{
    timespec now{};
    (void)clock_gettime(CLOCK_BOOTTIME, &now); // can't fail with this clock on Linux
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

} // namespace trivsel::engine
