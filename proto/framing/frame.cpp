#include "proto/framing/frame.h"

namespace trivsel::framing {

namespace {

constexpr std::size_t kPrefixBytes = 4;

std::size_t readLength(std::string_view at)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < kPrefixBytes; ++i) {
        out |= static_cast<std::size_t>(static_cast<std::uint8_t>(at[i])) << (8U * i);
    }
    return out;
}

} // namespace

std::string encode(std::uint8_t type, std::string_view payload)
{
    TRIVSEL_ASSERT(payload.size() < limits::kFrameBytesMax);
    const std::size_t length = payload.size() + 1;
    std::string out;
    out.reserve(kPrefixBytes + length);
    for (std::size_t i = 0; i < kPrefixBytes; ++i) {
        out.push_back(static_cast<char>((length >> (8U * i)) & 0xFFU));
    }
    out.push_back(static_cast<char>(type));
    out += payload;
    return out;
}

void Decoder::feed(std::string_view bytes)
{
    if (m_broken) {
        return;
    }
    // What was handed out goes first; at most one frame's beginning is left to move.
    m_buffer.erase(0, m_at);
    m_at = 0;
    m_buffer += bytes;
}

Result<std::optional<Frame>> Decoder::next()
{
    if (m_broken) {
        return tl::unexpected<Error>(*m_broken);
    }
    const std::string_view rest = std::string_view(m_buffer).substr(m_at);
    if (rest.size() < kPrefixBytes) {
        return std::nullopt;
    }
    const std::size_t length = readLength(rest);
    if (length == 0 || length > m_max) {
        m_broken = length == 0 ? Error(Errc::Malformed, "frame without a type")
                               : Error(Errc::TooLarge, "frame of " + std::to_string(length) + " bytes");
        m_buffer = {};
        m_at = 0;
        return tl::unexpected<Error>(*m_broken);
    }
    if (rest.size() < kPrefixBytes + length) {
        return std::nullopt;
    }
    m_at += kPrefixBytes + length;
    return Frame{static_cast<std::uint8_t>(rest[kPrefixBytes]),
                 std::string(rest.substr(kPrefixBytes + 1, length - 1))};
}

} // namespace trivsel::framing
