#include "app/main/process_age.h"

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

namespace trivsel::app {

double processAgeMs()
{
    // Field 22 of /proc/self/stat: start in clock ticks since boot. The name in field 2 may hold spaces.
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto afterName = text.rfind(')');
    if (afterName == std::string::npos) {
        return -1;
    }
    std::istringstream rest(text.substr(afterName + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i) {
        rest >> field;
    }
    timespec now{};
    if (!rest || clock_gettime(CLOCK_BOOTTIME, &now) != 0) {
        return -1;
    }
    const double startedMs = std::stod(field) * 1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) * 1000.0 + static_cast<double>(now.tv_nsec) / 1e6 - startedMs;
}

} // namespace trivsel::app
