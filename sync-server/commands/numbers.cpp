#include "sync-server/commands/numbers.h"

#include <charconv>

namespace trivsel::server {

std::optional<int> readNumber(const Context &context, const Values &values, const char *option, int least,
                              int most, int &number)
{
    const auto text = values[option].as<std::string>();
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < least || number > most) {
        return context.usage(Text::BadNumber,
                             {"--" + std::string(option), std::to_string(least), std::to_string(most), text});
    }
    return std::nullopt;
}

} // namespace trivsel::server
