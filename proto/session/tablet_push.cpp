#include "proto/session/tablet_push.h"

#include "proto/base/limits.h"
#include "proto/session/messages.h"

#include <algorithm>

namespace trivsel::session {

void TabletPush::queue(const StreamId &stream, const Range &range)
{
    RangeSet &asked = m_asked[stream];
    for (const Range &part : asked.missing(range)) {
        const auto suspects = m_suspects.find(stream);
        std::uint64_t from = part.first;
        if (suspects != m_suspects.end()) {
            const auto &known = suspects->second;
            for (auto at = known.lower_bound({part.inc, part.first});
                 at != known.end() && at->first.inc == part.inc && at->first.ctr <= part.last; ++at) {
                if (from < at->first.ctr) {
                    enqueue(stream, {part.inc, from, at->first.ctr - 1});
                }
                from = at->first.ctr + 1;
                if (!at->second.givenUp) {
                    m_alone.push_back({stream, {part.inc, at->first.ctr, at->first.ctr}});
                }
            }
        }
        if (from <= part.last) {
            enqueue(stream, {part.inc, from, part.last});
        }
    }
    asked.add(range);
}

void TabletPush::enqueue(const StreamId &stream, const Range &range)
{
    if (stream.kind == StreamKind::Home) {
        m_queue.push_front({stream, range});
    } else {
        m_queue.push_back({stream, range});
    }
}

Status TabletPush::readSuspects()
{
    const auto suspects = m_port.suspects();
    if (!suspects) {
        return tl::unexpected<Error>(suspects.error());
    }
    for (const TabletPort::Suspect &one : *suspects) {
        m_suspects[one.stream][one.dot] = one;
    }
    return {};
}

std::uint32_t TabletPush::failures(const Part &part) const
{
    return m_suspects.at(part.stream).at({part.range.inc, part.range.first}).failures;
}

std::optional<TabletPush::Part> TabletPush::oldestUnderWay() const
{
    return m_underWay.empty() ? std::nullopt : std::optional(m_underWay.front().part);
}

/** Suspects wait until everything else is acknowledged, and for each other. */
std::deque<TabletPush::Part> *TabletPush::nextQueue()
{
    if (!m_queue.empty()) {
        const bool may = m_underWay.size() < limits::kUnackedBatchesMax && mayStart(m_queue.front());
        return may ? &m_queue : nullptr;
    }
    if (!m_underWay.empty() || m_alone.empty()) {
        return nullptr;
    }
    const auto next = std::min_element(m_alone.begin(), m_alone.end(), [this](const Part &a, const Part &b) {
        return failures(a) < failures(b);
    });
    std::rotate(m_alone.begin(), next, std::next(next));
    return &m_alone;
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
    return !m_queue.empty() || !m_alone.empty();
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
    return bytes <= limits::kBatchBytesMax && batch.changes.front().dot.ctr <= asked.last &&
           ctr > asked.first;
}

} // namespace

Result<std::optional<std::string>> TabletPush::next()
{
    std::deque<Part> *queue = nextQueue();
    auto batch = queue != nullptr ? m_port.batch(queue->front().stream, queue->front().range)
                                  : Result<TabletPort::Batch>(fail(Errc::NotFound));
    // Nothing held there any more, or the server asked for more than there is: the rest must not wait for it.
    while (!batch && queue != nullptr && batch.error().code() == Errc::NotFound) {
        queue->pop_front();
        queue = nextQueue();
        if (queue != nullptr) {
            batch = m_port.batch(queue->front().stream, queue->front().range);
        }
    }
    if (queue == nullptr) {
        return std::nullopt;
    }
    if (!batch) {
        return tl::unexpected<Error>(batch.error());
    }
    Part &part = queue->front();
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
        queue->pop_front();
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
