#pragma once

#include <optional>
#include <string_view>

namespace trivsel::platform {

/** Figures outside this are not a screen that anybody holds in their hands. */
inline constexpr double kDpiMin = 60;
inline constexpr double kDpiMax = 400;

[[nodiscard]] constexpr bool isCredible(double pxPerMm)
{
    return pxPerMm * 25.4 >= kDpiMin && pxPerMm * 25.4 <= kDpiMax;
}
/** A figure that somebody measured, as text; nullopt when it is no number or not credible. */
[[nodiscard]] std::optional<double> parsePxPerMm(std::string_view text);
/** Pixels per mm of a screen with this many pixels and this diagonal in inches. */
[[nodiscard]] double pxPerMmOf(int widthPx, int heightPx, double diagonalInches);

} // namespace trivsel::platform
