#include "sync-server/qr.h"

#include <memory>
#include <qrencode.h>

namespace trivsel::server {
namespace {

constexpr int kQuiet = 2; // modules around the code

struct FreeCode
{
    void operator()(QRcode *code) const { QRcode_free(code); }
};

bool dark(const QRcode &code, int x, int y)
{
    const bool inside = x >= 0 && y >= 0 && x < code.width && y < code.width;
    return inside && (code.data[y * code.width + x] & 1) != 0;
}

/** Two modules, one above the other, in one character. Light is drawn, dark is left: terminals are mostly
 * dark. */
const char *halfBlocks(bool upperDark, bool lowerDark)
{
    if (upperDark) {
        return lowerDark ? " " : "▄";
    }
    return lowerDark ? "▀" : "█";
}

using Code = std::unique_ptr<QRcode, FreeCode>;

Code encode(std::string_view text)
{
    return Code(QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
}

} // namespace

std::string qrForTerminal(std::string_view text, bool colours)
{
    const Code code = encode(text);
    std::string out;
    if (!code) {
        return out;
    }
    for (int y = -kQuiet; y < code->width + kQuiet; y += 2) {
        out += colours ? "\033[97;40m" : "";
        for (int x = -kQuiet; x < code->width + kQuiet; ++x) {
            out += halfBlocks(dark(*code, x, y), dark(*code, x, y + 1));
        }
        out += colours ? "\033[0m\n" : "\n";
    }
    return out;
}

std::string qrAsSvg(std::string_view text)
{
    constexpr int kQuietModules = 4; // as the standard wants it on paper
    const Code code = encode(text);
    if (!code) {
        return {};
    }
    const std::string side = std::to_string(code->width + 2 * kQuietModules);
    std::string out =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80mm\" height=\"80mm\" viewBox=\"0 0 " + side +
        " " + side + "\" shape-rendering=\"crispEdges\">\n<rect width=\"" + side + "\" height=\"" + side +
        "\" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"";
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (dark(*code, x, y)) {
                out += "M" + std::to_string(x + kQuietModules) + " " + std::to_string(y + kQuietModules) +
                       "h1v1h-1z";
            }
        }
    }
    return out + "\"/>\n</svg>\n";
}

} // namespace trivsel::server
