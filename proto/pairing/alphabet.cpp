#include "proto/pairing/alphabet.h"

namespace trivsel::pairing {
namespace {

constexpr unsigned kOverflow = 32;
constexpr unsigned kPolynomial = 0x25; // x⁵ + x² + 1

/** Product in GF(32). */
std::uint8_t times(std::uint8_t a, std::uint8_t b)
{
    unsigned product = 0;
    unsigned shifted = a;
    for (unsigned rest = b; rest != 0; rest >>= 1U) {
        product ^= (rest & 1U) != 0 ? shifted : 0;
        shifted <<= 1U;
        shifted ^= (shifted & kOverflow) != 0 ? kPolynomial : 0;
    }
    return static_cast<std::uint8_t>(product);
}

} // namespace

std::optional<std::uint8_t> symbolOf(char c)
{
    char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = upper == 'I' || upper == 'L' ? '1' : upper == 'O' ? '0' : upper;
    const std::size_t at = kAlphabet.find(upper);
    return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<std::uint8_t>(at));
}

std::array<std::uint8_t, 2> checkOf(std::span<const std::uint8_t> symbols)
{
    // Division by g(x) = x² + 6x + 8, which is (x − α)(x − α²).
    constexpr std::uint8_t kG1 = 6;
    constexpr std::uint8_t kG0 = 8;
    std::uint8_t high = 0;
    std::uint8_t low = 0;
    for (const std::uint8_t symbol : symbols) {
        const auto feedback = static_cast<std::uint8_t>(symbol ^ high);
        high = static_cast<std::uint8_t>(low ^ times(feedback, kG1));
        low = times(feedback, kG0);
    }
    return {high, low};
}

} // namespace trivsel::pairing
