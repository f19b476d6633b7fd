#include "proto/session/tablet_pull.h"

#include "proto/base/limits.h"
#include "proto/session/messages.h"

namespace trivsel::session {

std::optional<std::string> TabletPull::next(bool pushIdle)
{
    if (m_needed && !m_active && (pushIdle || m_now)) {
        return pull();
    }
    if (!m_wanted.empty() && m_backfills.size() < limits::kUnackedBatchesMax) {
        return want();
    }
    return std::nullopt;
}

std::string TabletPull::pull()
{
    m_needed = m_now = false;
    m_active = true;
    wire::v1::Pull message;
    toWire(m_cursor, message.mutable_cursor());
    message.set_credits(limits::kUnackedBatchesMax);
    return frameOf(framing::FrameType::Pull, message);
}

std::string TabletPull::want()
{
    const auto [stream, after] = m_wanted.front();
    m_wanted.pop_front();
    m_backfills.emplace(stream, after);
    wire::v1::Want message;
    message.set_stream(stream.str());
    message.set_after_seq(after);
    message.set_upto_seq(m_cursor.seq);
    return frameOf(framing::FrameType::Want, message);
}

Status TabletPull::checkPage(const wire::v1::Changes &changes, const Position &from) const
{
    if (static_cast<std::size_t>(changes.items_size()) > limits::kBatchChangesMax ||
        static_cast<std::size_t>(changes.proofs_size()) > limits::kProofsPerFrameMax) {
        return fail(Errc::Malformed, "too many changes or proofs");
    }
    std::uint64_t before = from.seq;
    for (const wire::v1::Changes::Item &item : changes.items()) {
        if (item.seq() <= before || (!changes.backfill().empty() && item.stream() != changes.backfill())) {
            return fail(Errc::Malformed, "changes out of order");
        }
        before = item.seq();
    }
    // Without progress in every page but the last, a run would never end.
    if (changes.upto().seq() < before || (changes.more() && changes.upto().seq() <= from.seq)) {
        return fail(Errc::Malformed, "position of changes");
    }
    return {};
}

Result<TabletPort::Received> TabletPull::receive(const wire::v1::Changes &changes) const
{
    TabletPort::Received out;
    for (const wire::v1::Changes::Item &item : changes.items()) {
        const auto stream = StreamId::from(item.stream());
        if (!stream) {
            return fail(Errc::Malformed, "stream");
        }
        auto change = seal::fromWire(*stream, item.sealed());
        if (!change) {
            return tl::unexpected<Error>(change.error());
        }
        out.changes.push_back(std::move(*change));
    }
    out.proofs.assign(changes.proofs().begin(), changes.proofs().end());
    out.upto = positionOf(changes.upto());
    out.more = changes.more();
    return out;
}

Result<std::string> TabletPull::onChanges(const wire::v1::Changes &changes)
{
    const auto stream = StreamId::from(changes.backfill());
    const auto backfill = stream ? m_backfills.find(*stream) : m_backfills.end();
    const bool expected = changes.backfill().empty() ? m_active : backfill != m_backfills.end();
    if (!expected || changes.number() != m_lastNumber + 1) {
        return fail(Errc::Malformed, "changes that were not asked for");
    }
    TRIVSEL_TRY(checkPage(changes, stream ? Position{backfill->second, 0} : m_cursor));
    auto received = receive(changes);
    if (!received) {
        return tl::unexpected<Error>(received.error());
    }
    received->backfill = stream;
    TRIVSEL_TRY(m_port.storeChanges(*received));
    m_progress.pulled += received->changes.size();
    m_lastNumber = changes.number();
    if (!stream) {
        m_cursor = received->upto;
        m_active = received->more;
    } else if (received->more) {
        backfill->second = received->upto.seq;
    } else {
        m_backfills.erase(backfill);
    }
    wire::v1::ChangesAck ack;
    ack.set_number(m_lastNumber);
    return frameOf(framing::FrameType::ChangesAck, ack);
}

} // namespace trivsel::session
