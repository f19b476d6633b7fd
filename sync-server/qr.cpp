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

} // namespace

std::string qrForTerminal(std::string_view text, bool colours)
{
    const std::unique_ptr<QRcode, FreeCode> code(
        QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
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

} // namespace trivsel::server
