#pragma once

#include "proto/session/range_set.h"
#include "proto/session/server_session.h"

#include <deque>
#include <map>

namespace trivsel::session {

/** The server's way in: checks each Push, says what may be stored and what is held for a person, and acks
 * after COMMIT. */
class ServerPush
{
public:
    ServerPush(ServerPort &port, const DeviceFacts &device) : m_port(port), m_device(device) {}

    /** What is to be stored; nullopt when nothing is left to store and onStored() need not be waited for. */
    [[nodiscard]] Result<std::optional<StorePush>> onPush(const wire::v1::Push &push);
    /** The PushAck frame of what was stored. Internal for an unknown id. */
    [[nodiscard]] Result<std::string> onStored(const StoredPush &stored);
    /** The PushAck frame of a push of which nothing was to be stored. */
    [[nodiscard]] std::string ackUnstored(const Position &end);
    /** Came from this connection and stands in the log: need not go back there. */
    [[nodiscard]] bool cameFromHere(const ChangeId &id) const;

private:
    struct UnderWay
    {
        std::uint64_t id = 0;
        StreamId stream;
        std::vector<wire::v1::PushAck::Held> held; // known before the store was asked
        std::uint64_t heldChanges = 0;
        std::uint64_t heldBytes = 0;
        std::vector<Dot> accepted; // not in the log yet: under these ids it may have a twin's
    };
    [[nodiscard]] Result<std::vector<SealedChange>> readChanges(const wire::v1::Push &push,
                                                                const StreamId &stream) const;
    [[nodiscard]] bool proofFits(const wire::v1::Push &push, const std::vector<SealedChange> &changes) const;
    [[nodiscard]] wire::v1::QuarantineReason reasonFor(const SealedChange &change, bool proven) const;
    [[nodiscard]] Result<bool> roomFor(std::uint64_t changes, std::uint64_t bytes);
    [[nodiscard]] Status hold(std::vector<SealedChange> &&changes, bool proven, StorePush &store,
                              UnderWay &underWay);

    ServerPort &m_port;
    DeviceFacts m_device;
    std::uint64_t m_lastId = 0;
    std::deque<UnderWay> m_underWay;
    UnderWay m_unstored;
    std::map<StreamId, RangeSet> m_fromHere; // stored
};

} // namespace trivsel::session
