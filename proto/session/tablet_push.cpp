#include "proto/session/tablet_push.h"

#include "proto/base/limits.h"
#include "proto/session/messages.h"

#include <algorithm>

namespace trivsel::session {

void TabletPush::queue(const StreamId &stream, const Range &range)
{
    RangeSet &asked = m_asked[stream];
    for (const Range &part : asked.missing(range)) {
        if (stream.kind == StreamKind::Home) {
            m_queue.push_front({stream, part});
        } else {
            m_queue.push_back({stream, part});
        }
    }
    asked.add(range);
}

Result<bool> TabletPush::queuePending()
{
    const auto pending = m_port.pending();
    if (!pending) {
        return tl::unexpected<Error>(pending.error());
    }
    for (const auto &[stream, range] : *pending) {
        queue(stream, range);
    }
    return !m_queue.empty();
}

bool TabletPush::mayStart(const Part &part) const
{
    const bool homeUnderWay = std::any_of(m_underWay.begin(), m_underWay.end(), [](const UnderWay &each) {
        return each.part.stream.kind == StreamKind::Home;
    });
    return part.stream.kind == StreamKind::Home || !homeUnderWay;
}

namespace {

/** Our own port's answer; a fault here is ours, but must not reach the wire. */
bool isLawful(const TabletPort::Batch &batch, const StreamId &stream, const Range &asked)
{
    if (batch.changes.empty() || batch.changes.size() > limits::kBatchChangesMax || batch.stream != stream) {
        return false;
    }
    std::uint64_t ctr = batch.changes.front().dot.ctr;
    std::size_t bytes = 0;
    for (const SealedChange &change : batch.changes) {
        if (change.stream != stream || change.dot != Dot{asked.inc, ctr}) {
            return false;
        }
        bytes += change.bytes();
        ++ctr;
    }
    return bytes <= limits::kBatchBytesMax && batch.changes.front().dot.ctr <= asked.first &&
           ctr > asked.first;
}

} // namespace

Result<std::optional<std::string>> TabletPush::next()
{
    if (m_queue.empty() || m_underWay.size() >= limits::kUnackedBatchesMax || !mayStart(m_queue.front())) {
        return std::nullopt;
    }
    Part &part = m_queue.front();
    const auto batch = m_port.batch(part.stream, part.range);
    if (!batch) {
        return tl::unexpected<Error>(batch.error());
    }
    if (!isLawful(*batch, part.stream, part.range)) {
        return fail(Errc::Internal, "batch");
    }
    wire::v1::Push push;
    push.set_id(++m_lastId);
    push.set_stream(part.stream.str());
    *push.mutable_proof() = batch->proof;
    for (const SealedChange &change : batch->changes) {
        seal::toWire(change, push.add_changes());
    }
    const Range sent{part.range.inc, batch->changes.front().dot.ctr, batch->changes.back().dot.ctr};
    m_underWay.push_back({m_lastId, {part.stream, sent}});
    if (sent.last >= part.range.last) {
        m_queue.pop_front();
    } else {
        part.range.first = sent.last + 1;
    }
    return frameOf(framing::FrameType::Push, push);
}

Status TabletPush::onAck(const wire::v1::PushAck &ack)
{
    const auto found = std::find_if(m_underWay.begin(), m_underWay.end(),
                                    [&ack](const UnderWay &each) { return each.id == ack.id(); });
    if (found == m_underWay.end()) {
        return fail(Errc::Malformed, "ack of an unknown push");
    }
    const Part part = found->part;
    m_underWay.erase(found);
    return settle(part, ack);
}

Status TabletPush::settle(const Part &part, const wire::v1::PushAck &ack)
{
    RangeSet held;
    for (const wire::v1::PushAck::Held &each : ack.quarantined()) {
        const Dot dot{Incarnation{each.inc()}, each.ctr()};
        if (dot.inc != part.range.inc || dot.ctr < part.range.first || dot.ctr > part.range.last ||
            held.contains(dot)) {
            return fail(Errc::Malformed, "ack of what was not pushed");
        }
        held.add({dot.inc, dot.ctr, dot.ctr});
        if (each.reason() == wire::v1::QUARANTINE_FULL) {
            ++m_progress.refused; // stays pending
            continue;
        }
        TRIVSEL_TRY(m_port.markQuarantined(part.stream, dot, each.reason()));
        ++m_progress.quarantined;
    }
    for (const Range &durable : held.missing(part.range)) {
        TRIVSEL_TRY(m_port.markDurable(part.stream, durable, positionOf(ack.end())));
        m_progress.pushed += durable.last - durable.first + 1;
        m_reachedLog = true;
    }
    return {};
}

} // namespace trivsel::session
