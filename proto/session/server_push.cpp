#include "proto/session/server_push.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "proto/session/messages.h"

#include <algorithm>

namespace trivsel::session {

namespace {

wire::v1::PushAck::Held heldOf(const Dot &dot, wire::v1::QuarantineReason reason)
{
    wire::v1::PushAck::Held out;
    out.set_inc(static_cast<std::uint64_t>(dot.inc));
    out.set_ctr(dot.ctr);
    out.set_reason(reason);
    return out;
}

std::string ackFrame(std::uint64_t id, const std::vector<wire::v1::PushAck::Held> &held, const Position &end)
{
    wire::v1::PushAck ack;
    ack.set_id(id);
    ack.mutable_quarantined()->Add(held.begin(), held.end());
    toWire(end, ack.mutable_end());
    return frameOf(framing::FrameType::PushAck, ack);
}

} // namespace

Result<std::vector<SealedChange>> ServerPush::readChanges(const wire::v1::Push &push,
                                                          const StreamId &stream) const
{
    if (push.changes_size() == 0) {
        return fail(Errc::Malformed, "an empty push");
    }
    if (static_cast<std::size_t>(push.changes_size()) > limits::kBatchChangesMax) {
        return fail(Errc::TooLarge, "changes in a push");
    }
    std::vector<SealedChange> out;
    std::size_t bytes = 0;
    for (const wire::v1::Sealed &message : push.changes()) {
        auto change = seal::fromWire(stream, message);
        if (!change) {
            return tl::unexpected<Error>(change.error());
        }
        const bool follows = out.empty() || change->dot == Dot{out.back().dot.inc, out.back().dot.ctr + 1};
        if (!follows) {
            return fail(Errc::Malformed, "counters of a push");
        }
        bytes += change->bytes();
        out.push_back(std::move(*change));
    }
    return bytes <= limits::kBatchBytesMax ? Result<std::vector<SealedChange>>(std::move(out))
                                           : fail(Errc::TooLarge, "bytes of a push");
}

bool ServerPush::proofFits(const wire::v1::Push &push, const std::vector<SealedChange> &changes) const
{
    const auto signer = DeviceId::from(push.proof().device());
    const auto key = signer ? m_port.signKey(*signer) : std::nullopt;
    if (!signer || push.proof().stream() != push.stream()) {
        return false;
    }
    return key ? seal::check(push.proof(), *key, changes).has_value()
               : m_port.trustsUnknownSigners() && seal::checkChain(push.proof(), changes).has_value();
}

wire::v1::QuarantineReason ServerPush::reasonFor(const SealedChange &change, bool proven) const
{
    if (m_device.blocked) {
        return wire::v1::BLOCKED_DEVICE;
    }
    if (!m_port.mayPush(m_device.device, change.stream)) {
        return wire::v1::NO_GRANT;
    }
    if (!proven) {
        return wire::v1::BAD_PROOF;
    }
    return m_port.knowsKey(change.stream, change.key) ? wire::v1::QUARANTINE_NONE : wire::v1::UNKNOWN_KEY;
}

/** Counts what is under way too: the port knows only what is stored. */
Result<bool> ServerPush::roomFor(std::uint64_t changes, std::uint64_t bytes)
{
    for (const UnderWay &each : m_underWay) {
        changes += each.heldChanges;
        bytes += each.heldBytes;
    }
    return m_port.mayHold(m_device.device, changes, bytes);
}

Status ServerPush::hold(std::vector<SealedChange> &&changes, bool proven, StorePush &store,
                        UnderWay &underWay)
{
    bool full =
        false; // after the first that finds no room, so that what is kept has no holes by chance of size
    for (SealedChange &change : changes) {
        const wire::v1::QuarantineReason reason = reasonFor(change, proven);
        if (reason == wire::v1::QUARANTINE_NONE) {
            store.accepted.push_back(std::move(change));
            continue;
        }
        if (!full) {
            const auto room = roomFor(underWay.heldChanges + 1, underWay.heldBytes + change.bytes());
            if (!room) {
                return tl::unexpected<Error>(room.error());
            }
            full = !*room;
        }
        underWay.held.push_back(heldOf(change.dot, full ? wire::v1::QUARANTINE_FULL : reason));
        if (!full) {
            underWay.heldChanges += 1;
            underWay.heldBytes += change.bytes();
            store.held.emplace_back(std::move(change), reason);
        }
    }
    return {};
}

Result<std::optional<StorePush>> ServerPush::onPush(const wire::v1::Push &push)
{
    const auto stream = StreamId::from(push.stream());
    if (!stream || push.id() != m_lastId + 1 || m_underWay.size() >= limits::kUnackedBatchesMax) {
        return fail(Errc::Malformed, "push: stream, number or more than may be under way");
    }
    m_lastId = push.id();
    auto changes = readChanges(push, *stream);
    if (!changes) {
        return tl::unexpected<Error>(changes.error());
    }
    const bool proven = proofFits(push, *changes);
    StorePush store{m_lastId, m_device.device, *stream, std::nullopt, {}, {}};
    UnderWay underWay;
    underWay.id = m_lastId;
    underWay.stream = *stream;
    if (proven) {
        store.proof = push.proof();
    }
    TRIVSEL_TRY(hold(std::move(*changes), proven, store, underWay));
    for (const SealedChange &change : store.accepted) {
        underWay.accepted.push_back(change.dot);
        if (TRIVSEL_MUTANT("page-skips-unstored")) {
            m_fromHere[*stream].add({change.dot.inc, change.dot.ctr, change.dot.ctr});
        }
    }
    if (store.accepted.empty() && store.held.empty()) {
        m_unstored = std::move(underWay);
        return std::nullopt;
    }
    m_underWay.push_back(std::move(underWay));
    return store;
}

Result<std::string> ServerPush::onStored(const StoredPush &stored)
{
    const auto found = std::find_if(m_underWay.begin(), m_underWay.end(),
                                    [&stored](const UnderWay &each) { return each.id == stored.id; });
    if (found == m_underWay.end()) {
        return fail(Errc::Internal, "stored a push that is not under way");
    }
    UnderWay done = std::move(*found);
    m_underWay.erase(found);
    RangeSet &fromHere = m_fromHere[done.stream];
    for (const Dot &dot : done.accepted) {
        fromHere.add({dot.inc, dot.ctr, dot.ctr});
    }
    for (const auto &[dot, reason] : stored.held) {
        const wire::v1::PushAck::Held said = heldOf(dot, reason);
        const auto known = std::find_if(done.held.begin(), done.held.end(), [&said](const auto &one) {
            return one.inc() == said.inc() && one.ctr() == said.ctr();
        });
        if (known != done.held.end()) {
            *known = said; // the store knows more of it than the session did
        } else {
            done.held.push_back(said);
        }
        fromHere.remove(dot); // what the log has under this id is another's
    }
    return ackFrame(done.id, done.held, stored.end);
}

std::string ServerPush::ackUnstored(const Position &end)
{
    return ackFrame(m_unstored.id, m_unstored.held, end);
}

bool ServerPush::cameFromHere(const ChangeId &id) const
{
    const auto found = m_fromHere.find(id.stream);
    return found != m_fromHere.end() && found->second.contains(id.dot);
}

} // namespace trivsel::session
