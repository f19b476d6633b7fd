#include "proto/session/messages.h"

#include "proto/seal/hasher.h"
#include "proto/session/server_session.h"

#include <algorithm>

namespace trivsel::session {

std::optional<Range> rangeOf(const wire::v1::Range &range)
{
    const bool lawful = range.inc() != 0 && range.first() >= 1 && range.first() <= range.last() &&
                        range.last() <= limits::kCounterMax;
    return lawful ? std::optional(Range{Incarnation{range.inc()}, range.first(), range.last()})
                  : std::nullopt;
}

void toWire(const Range &range, wire::v1::Range *message)
{
    message->set_inc(static_cast<std::uint64_t>(range.inc));
    message->set_first(range.first);
    message->set_last(range.last);
}

wire::v1::ErrorCode wireCodeOf(Errc code)
{
    switch (code) {
    case Errc::WrongHome:
        return wire::v1::ERROR_WRONG_HOME;
    case Errc::WrongDevice:
        return wire::v1::ERROR_WRONG_DEVICE;
    case Errc::VersionUnsupported:
        return wire::v1::ERROR_VERSION;
    case Errc::Malformed:
        return wire::v1::ERROR_MALFORMED;
    case Errc::TooLarge:
        return wire::v1::ERROR_TOO_LARGE;
    case Errc::NotAllowed:
        return wire::v1::ERROR_NOT_ALLOWED;
    case Errc::TimedOut:
        return wire::v1::ERROR_TIMEOUT;
    default:
        return wire::v1::ERROR_INTERNAL;
    }
}

Errc errcOf(wire::v1::ErrorCode code)
{
    switch (code) {
    case wire::v1::ERROR_WRONG_HOME:
        return Errc::WrongHome;
    case wire::v1::ERROR_WRONG_DEVICE:
        return Errc::WrongDevice;
    case wire::v1::ERROR_VERSION:
        return Errc::VersionUnsupported;
    case wire::v1::ERROR_MALFORMED:
        return Errc::Malformed;
    case wire::v1::ERROR_TOO_LARGE:
        return Errc::TooLarge;
    case wire::v1::ERROR_NOT_ALLOWED:
        return Errc::NotAllowed;
    case wire::v1::ERROR_TIMEOUT:
        return Errc::TimedOut;
    case wire::v1::ERROR_BUSY:
    case wire::v1::ERROR_INTERNAL:
        return Errc::Closed; // the server's trouble: come back later
    default:
        return Errc::Closed;
    }
}

std::string errorFrame(wire::v1::ErrorCode code, std::uint32_t retryS)
{
    wire::v1::Error message;
    message.set_code(code);
    message.set_retry_s(retryS);
    return frameOf(framing::FrameType::Error, message);
}

std::uint64_t grantsHash(std::vector<wire::v1::StreamGrant> grants)
{
    std::sort(grants.begin(), grants.end(),
              [](const auto &a, const auto &b) { return a.stream() < b.stream(); });
    seal::Hasher<32> hasher;
    hasher.add("trivsel.grants.1");
    for (const wire::v1::StreamGrant &grant : grants) {
        const auto key = littleEndian(grant.key());
        hasher.add(grant.stream()).add(seal::viewOf(key));
    }
    const Hash256 hash = hasher.finish<Hash256>();
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < sizeof out; ++i) {
        out |= static_cast<std::uint64_t>(hash.data[i]) << (8U * i);
    }
    return out != 0 ? out : 1; // 0 stands for a tablet that has nothing yet
}

} // namespace trivsel::session
