#include "sync-server/commands/local_time.h"

#include <array>
#include <ctime>
#include <string_view>

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

std::string localDate(std::int64_t ms)
{
    return localTime(ms).substr(0, std::string_view("2026-01-01").size());
}

int localOffset(std::int64_t utcMs)
{
    const auto seconds = static_cast<std::time_t>(utcMs / 1000);
    std::tm local{};
    return ::localtime_r(&seconds, &local) != nullptr ? static_cast<int>(local.tm_gmtoff / 60) : 0;
}

} // namespace trivsel::server
