#include "sync-server/commands/local_time.h"

#include <array>
#include <ctime>
#include <string_view>

namespace trivsel::server {

std::optional<std::int64_t> dayStart(const std::string &text, int days)
{
    std::tm parts{};
    const auto fits = [&](const char *form) {
        parts = {};
        const char *end = ::strptime(text.c_str(), form, &parts);
        return end == text.c_str() + text.size();
    };
    const bool year = text.size() > 4 && (fits("%Y-%m-%d") || fits("%d-%m-%Y") || fits("%d.%m.%Y") ||
                                          fits("%d/%m-%Y") || fits("%d/%m/%Y"));
    constexpr int kFirstYear = 1970 - 1900;
    if (!year || parts.tm_year < kFirstYear) {
        return std::nullopt;
    }
    const int day = parts.tm_mday;
    const int month = parts.tm_mon;
    parts.tm_isdst = -1;
    std::tm same = parts;
    if (std::mktime(&same) == -1 || same.tm_mday != day || same.tm_mon != month) { // 31-02-2026
        return std::nullopt;
    }
    parts.tm_mday += days;
    const std::time_t seconds = std::mktime(&parts);
    return seconds == -1 ? std::nullopt : std::optional(static_cast<std::int64_t>(seconds) * 1000);
}

std::string localTime(std::int64_t ms, Lang lang)
{
    const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    std::array<char, 32> text{};
    localtime_r(&seconds, &parts);
    const std::size_t size = std::strftime(
        text.data(), text.size(), lang == Lang::Danish ? "%d-%m-%Y kl. %H.%M" : "%Y-%m-%d %H:%M", &parts);
    return {text.data(), size};
}

std::string localDate(std::int64_t ms, Lang lang)
{
    return localTime(ms, lang).substr(0, std::string_view("2026-01-01").size());
}

int localOffset(std::int64_t utcMs)
{
    const auto seconds = static_cast<std::time_t>(utcMs / 1000);
    std::tm local{};
    return ::localtime_r(&seconds, &local) != nullptr ? static_cast<int>(local.tm_gmtoff / 60) : 0;
}

} // namespace trivsel::server
