#include "sync-server/commands/kept_time.h"

#include "proto/domain/retention.h"
#include "sync-server/commands/plain_name.h"

#include <array>
#include <charconv>

namespace trivsel::server {
namespace {

constexpr int kQuartersOfYear = 1461; // quarters of a day in a year
constexpr int kMonthsMax = 1200;

constexpr int daysOfMonths(int months)
{
    return months * kQuartersOfYear / (4 * 12);
}

struct Unit
{
    std::string_view word;
    int months; // 0: days
};
constexpr std::array kUnits = {
    Unit{"", 0},      Unit{"d", 0},      Unit{"dag", 0},  Unit{"dage", 0},   Unit{"day", 0},
    Unit{"days", 0},  Unit{"md", 1},     Unit{"mdr", 1},  Unit{"maaned", 1}, Unit{"maaneder", 1},
    Unit{"month", 1}, Unit{"months", 1}, Unit{"aar", 12}, Unit{"year", 12},  Unit{"years", 12},
};

} // namespace

std::optional<int> parseKeptTime(std::string_view text)
{
    const std::string plain = typedName(text);
    int count = 0;
    const char *end = plain.data() + plain.size();
    const auto read = std::from_chars(plain.data(), end, count);
    if (read.ec != std::errc() || count < 1 || count > domain::RetentionTable::kDaysMax) {
        return std::nullopt;
    }
    std::string_view rest(read.ptr, static_cast<std::size_t>(end - read.ptr));
    rest.remove_prefix(rest.substr(0, 1) == " " ? 1 : 0);
    rest.remove_suffix(!rest.empty() && rest.back() == '.' ? 1 : 0); // "6 mdr."
    for (const Unit &unit : kUnits) {
        if (rest != unit.word) {
            continue;
        }
        if (unit.months == 0) {
            return count;
        }
        return count <= kMonthsMax / unit.months ? std::optional(daysOfMonths(count * unit.months))
                                                 : std::nullopt;
    }
    return std::nullopt;
}

std::string keptTime(Lang lang, int days)
{
    const auto counted = [lang](int count, Text one, Text several) {
        return count == 1 ? say(lang, one) : say(lang, several, {std::to_string(count)});
    };
    for (int months = 1; months <= kMonthsMax && daysOfMonths(months) <= days; ++months) {
        if (daysOfMonths(months) == days) {
            return months % 12 == 0 ? counted(months / 12, Text::KeptYear, Text::KeptYears)
                                    : counted(months, Text::KeptMonth, Text::KeptMonths);
        }
    }
    return counted(days, Text::KeptDay, Text::KeptDays);
}

} // namespace trivsel::server
