#include "proto/pairing/code.h"

#include "proto/pairing/alphabet.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trivsel::pairing {
namespace {

constexpr std::size_t kGroup = 4;
constexpr std::size_t kPayloadSymbols = 24;
constexpr std::size_t kPayloadBytes = kPayloadSymbols * 5 / 8;
constexpr std::size_t kAddressBytes = 4;
constexpr std::size_t kPortBytes = 2;
static_assert(kPayloadBytes == kAddressBytes + kPortBytes + Secret::size);

using Payload = std::array<std::uint8_t, kPayloadBytes>;
using Symbols = std::array<std::uint8_t, kCodeCharacters>;

bool isBetween(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '-' || c == '.';
}

/** Bit by bit, most significant first. */
Symbols symbolsOf(const Payload &payload)
{
    Symbols symbols{};
    for (std::size_t bit = 0; bit < kPayloadBytes * 8; ++bit) {
        const unsigned one = (payload[bit / 8] >> (7 - bit % 8)) & 1U;
        symbols[bit / 5] = static_cast<std::uint8_t>((symbols[bit / 5] << 1U) | one);
    }
    const auto check = checkOf({symbols.data(), kPayloadSymbols});
    std::copy(check.begin(), check.end(), symbols.begin() + kPayloadSymbols);
    return symbols;
}

Payload payloadOf(const Symbols &symbols)
{
    Payload payload{};
    for (std::size_t bit = 0; bit < kPayloadBytes * 8; ++bit) {
        const unsigned one = (symbols[bit / 5] >> (4 - bit % 5)) & 1U;
        payload[bit / 8] = static_cast<std::uint8_t>((payload[bit / 8] << 1U) | one);
    }
    return payload;
}

std::string hostOf(const Payload &payload)
{
    std::string host;
    const bool none = std::all_of(payload.begin(), payload.begin() + kAddressBytes,
                                  [](std::uint8_t byte) { return byte == 0; });
    for (std::size_t i = 0; i < kAddressBytes && !none; ++i) {
        host += (i == 0 ? "" : ".") + std::to_string(payload[i]);
    }
    return host;
}

} // namespace

std::optional<std::uint32_t> ipv4Of(std::string_view host)
{
    std::uint32_t address = 0;
    const char *at = host.data();
    const char *end = at + host.size();
    for (std::size_t i = 0; i < kAddressBytes; ++i) {
        if (i > 0 && (at == end || *at++ != '.')) {
            return std::nullopt;
        }
        unsigned part = 0;
        const auto [after, failed] = std::from_chars(at, end, part);
        if (failed != std::errc() || part > 255 || (*at == '0' && after - at > 1)) {
            return std::nullopt;
        }
        address = (address << 8U) | part;
        at = after;
    }
    return at == end ? std::optional(address) : std::nullopt;
}

std::string writeCode(const Invitation &invitation)
{
    Payload payload{};
    const std::uint32_t address = ipv4Of(invitation.host).value_or(0);
    for (std::size_t i = 0; i < kAddressBytes; ++i) {
        payload[i] = static_cast<std::uint8_t>(address >> (8 * (kAddressBytes - 1 - i)));
    }
    payload[kAddressBytes] = static_cast<std::uint8_t>(invitation.port >> 8U);
    payload[kAddressBytes + 1] = static_cast<std::uint8_t>(invitation.port);
    std::copy(invitation.secret.data.begin(), invitation.secret.data.end(),
              payload.begin() + kAddressBytes + kPortBytes);
    std::string code;
    std::size_t written = 0;
    for (const std::uint8_t symbol : symbolsOf(payload)) {
        code += written > 0 && written % kGroup == 0 ? " " : "";
        code += kAlphabet[symbol];
        ++written;
    }
    return code;
}

std::size_t charactersIn(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return !isBetween(c) && (c & 0xC0) != 0x80; // not the rest of a character of several bytes
    }));
}

Result<Invitation> readCode(std::string_view text)
{
    if (text.size() > kTextBytesMax || charactersIn(text) > kCodeCharacters) {
        return fail(Errc::TooLarge, "more than 26 characters");
    }
    Symbols symbols{};
    std::size_t count = 0;
    for (const char c : text) {
        if (isBetween(c)) {
            continue;
        }
        const auto symbol = symbolOf(c);
        if (!symbol || count == kCodeCharacters) {
            return fail(Errc::Malformed, "character " + std::to_string(count + 1) + " is none of ours");
        }
        symbols[count++] = *symbol;
    }
    if (count < kCodeCharacters) {
        return fail(Errc::BadArgument, std::to_string(kCodeCharacters - count) + " characters are missing");
    }
    const auto check = checkOf({symbols.data(), kPayloadSymbols});
    if (!std::equal(check.begin(), check.end(), symbols.begin() + kPayloadSymbols)) {
        return fail(Errc::SealBroken, "mistyped");
    }
    const Payload payload = payloadOf(symbols);
    Invitation invitation;
    invitation.host = hostOf(payload);
    invitation.port = static_cast<std::uint16_t>((payload[kAddressBytes] << 8U) | payload[kAddressBytes + 1]);
    std::copy(payload.begin() + kAddressBytes + kPortBytes, payload.end(), invitation.secret.data.begin());
    if (invitation.port == 0) {
        return fail(Errc::BadArgument, "no port");
    }
    return invitation;
}

} // namespace trivsel::pairing
