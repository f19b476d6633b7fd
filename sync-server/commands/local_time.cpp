#include "sync-server/commands/local_time.h"

#include <array>
#include <ctime>

namespace trivsel::server {

std::string localTime(std::int64_t ms)
{
    const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    std::array<char, 32> text{};
    localtime_r(&seconds, &parts);
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts);
    return {text.data(), size};
}

} // namespace trivsel::server
