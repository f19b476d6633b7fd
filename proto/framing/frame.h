#pragma once

#include "proto/base/error.h"
#include "proto/base/limits.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::framing {

/** Numbers of the wire; never reused. Unknown ones after Hello are skipped. */
enum class FrameType : std::uint8_t {
    Hello = 1,
    HelloAck = 2,
    StreamKey = 3,
    Push = 4,
    PushAck = 5,
    Want = 6,
    Have = 7,
    Lack = 8,
    Pull = 9,
    Changes = 10,
    ChangesAck = 11,
    Safe = 12,
    StreamRevoked = 13,
    StreamErased = 14,
    Wipe = 15,
    Error = 16,
    Bye = 17,
};

struct Frame
{
    std::uint8_t type = 0;
    std::string payload;
};

/** u32 LE length (type + payload) | u8 type | payload. The payload must be at most kFrameBytesMax - 1. */
[[nodiscard]] std::string encode(std::uint8_t type, std::string_view payload);
[[nodiscard]] inline std::string encode(FrameType type, std::string_view payload)
{
    return encode(static_cast<std::uint8_t>(type), payload);
}

/**
 * Bytes in, frames out; the same frames however the bytes are cut. Call next() until it gives nothing after
 * each feed(): then at most one unfinished frame is held, never more than its lawful length.
 */
class Decoder
{
public:
    /** A frame's type and payload may be at most this long (16 KiB before authentication). */
    explicit Decoder(std::size_t frameBytesMax = limits::kFrameBytesMax) : m_max(frameBytesMax) {}
    /** Counts from the next frame on that was not yet refused. */
    void setFrameBytesMax(std::size_t max) { m_max = max; }

    void feed(std::string_view bytes);
    /** The next whole frame, nullopt when more bytes are needed; Malformed (length 0) or TooLarge, for ever
     * after. */
    [[nodiscard]] Result<std::optional<Frame>> next();

    /** Bytes fed and not yet handed out; 0 once broken. */
    [[nodiscard]] std::size_t heldBytes() const { return m_buffer.size() - m_at; }

private:
    std::size_t m_max;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::optional<Error> m_broken;
};

} // namespace trivsel::framing
