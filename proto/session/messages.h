#pragma once

#include "proto/framing/frame.h"
#include "proto/journal/journal.h"
#include "proto/seal/parse.h"

#include <optional>
#include <string>

/** Wire messages to our types and back; shared by both sessions. Not for others. */
namespace trivsel::session {

using journal::Position;
using journal::Range;

/** Never a message: nothing, as many bytes as it takes to see whether the line carries them. Skipped by
 * everybody, as every unknown type. */
inline constexpr std::uint8_t kPaddingType = 127;

template <class Message> [[nodiscard]] std::string frameOf(framing::FrameType type, const Message &message)
{
    return framing::encode(type, message.SerializeAsString());
}

/** Malformed unless the payload is a whole message. */
template <class Message> [[nodiscard]] Result<Message> read(const framing::Frame &frame, const char *what)
{
    Message message;
    if (!seal::parse(frame.payload, message)) {
        return fail(Errc::Malformed, what);
    }
    return message;
}

[[nodiscard]] inline Position positionOf(const wire::v1::Cursor &cursor)
{
    return {cursor.seq(), cursor.log()};
}
inline void toWire(const Position &position, wire::v1::Cursor *cursor)
{
    cursor->set_seq(position.seq);
    cursor->set_log(position.log);
}

/** nullopt unless inc ≠ 0 and 1 ≤ first ≤ last < 2^63. */
[[nodiscard]] std::optional<Range> rangeOf(const wire::v1::Range &range);
void toWire(const Range &range, wire::v1::Range *message);

/** What the peer is told of our error, and what an Error frame means here. */
[[nodiscard]] wire::v1::ErrorCode wireCodeOf(Errc code);
[[nodiscard]] Errc errcOf(wire::v1::ErrorCode code);

} // namespace trivsel::session
