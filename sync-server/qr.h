#pragma once

#include <string>
#include <string_view>

namespace trivsel::server {

/** The text as a QR code of half blocks, dark on light with `colours` (a terminal), else plain. Empty if it
 * can't be made. */
[[nodiscard]] std::string qrForTerminal(std::string_view text, bool colours);

/** The same as an SVG picture, black on white. Empty if it can't be made. */
[[nodiscard]] std::string qrAsSvg(std::string_view text);

} // namespace trivsel::server
