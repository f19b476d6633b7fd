#pragma once

#include "pairing.pb.h"
#include "proto/base/ids.h"
#include "proto/framing/frame.h"
#include "proto/seal/parse.h"
#include "proto/tabletfile/tablet_file.h"

#include <cstdint>
#include <optional>
#include <string>

namespace trivsel::pairing {

inline constexpr char kAlpn[] = "trivsel-pair/1";
/** Of TLS, RFC 5705 and 8446: 32 bytes, without a context. */
inline constexpr char kExporterLabel[] = "EXPORTER-trivsel-pair-1";

/** Numbers of the pairing wire; never reused. */
enum class FrameType : std::uint8_t {
    Hello = 1,
    Proof = 2,
    Reveal = 3,
    Grant = 4,
    Done = 5,
    Refused = 6,
};

/** What both ask their shell for: put these bytes, one whole frame, on the wire. */
struct SendFrame
{
    std::string bytes;
};

template <class Message> [[nodiscard]] SendFrame frameOf(FrameType type, const Message &message)
{
    return {framing::encode(static_cast<std::uint8_t>(type), message.SerializeAsString())};
}

/** nullopt unless the payload is a whole message. */
template <class Message> [[nodiscard]] std::optional<Message> read(const framing::Frame &frame)
{
    Message message;
    return seal::parse(frame.payload, message) ? std::optional(std::move(message)) : std::nullopt;
}

[[nodiscard]] std::uint32_t wireKindOf(TabletKind kind);
[[nodiscard]] std::optional<TabletKind> tabletKindOf(std::uint32_t wireKind);

} // namespace trivsel::pairing
