#include "app/platform/screen_metrics.h"

#include <charconv>
#include <cmath>

namespace trivsel::platform {

std::optional<double> parsePxPerMm(std::string_view text)
{
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || !isCredible(value)) {
        return std::nullopt;
    }
    return value;
}

double pxPerMmOf(int widthPx, int heightPx, double diagonalInches)
{
    return std::hypot(widthPx, heightPx) / (diagonalInches * 25.4);
}

} // namespace trivsel::platform
