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
                 at != known.end() && at->inc == part.inc && at->ctr <= part.last; ++at) {
                if (from < at->ctr) {
                    enqueue(stream, {part.inc, from, at->ctr - 1});
                }
                from = at->ctr + 1;
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
        m_suspects[one.stream].insert(one.dot);
    }
    return {};
}

std::optional<TabletPush::Part> TabletPush::oldestUnderWay() const
{
    return m_underWay.empty() ? std::nullopt : std::optional(m_underWay.front().part);
}

bool TabletPush::provenUnderWay() const
{
    return m_underWay.size() == 1 && m_underWay.front().suspect && m_underWay.front().alone &&
           m_underWay.front().bytes <= m_carried;
}

std::deque<TabletPush::Part> *TabletPush::nextQueue()
{
    const bool may =
        !m_queue.empty() && m_underWay.size() < limits::kUnackedBatchesMax && mayStart(m_queue.front());
    return may ? &m_queue : nullptr;
}

std::deque<TabletPush::Part> *TabletPush::suspectQueue()
{
    return m_alone.empty() ? nullptr : &m_alone;
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
    return bytes <= limits::kBatchBytesMax && batch.changes.front().dot.ctr <= asked.last &&
           ctr > asked.first;
}

} // namespace

Result<std::optional<std::string>> TabletPush::next()
{
    return frameFor(&TabletPush::nextQueue);
}

Result<std::optional<std::string>> TabletPush::nextSuspect(bool last)
{
    if (!m_aloneRead) { // what was suspected at the start may be acknowledged by now
        m_aloneRead = true;
        auto suspects = m_port.suspects();
        if (!suspects) {
            return tl::unexpected<Error>(suspects.error());
        }
        std::stable_sort(suspects->begin(), suspects->end(),
                         [](const auto &a, const auto &b) { return a.failures < b.failures; });
        for (const TabletPort::Suspect &one : *suspects) {
            if (one.due || (last && !one.lately)) {
                m_alone.push_back({one.stream, {one.dot.inc, one.dot.ctr, one.dot.ctr}});
            }
        }
    }
    auto frame = frameFor(&TabletPush::suspectQueue);
    if (frame && *frame) {
        m_underWay.back().suspect = true;
        m_lastAlone = m_underWay.back().part;
    }
    return frame;
}

void TabletPush::takeBackSuspect()
{
    TRIVSEL_ASSERT(m_lastAlone && !m_underWay.empty());
    m_underWay.pop_back();
    --m_lastId;
    m_alone.push_front(*std::exchange(m_lastAlone, std::nullopt));
}

Result<std::optional<std::string>> TabletPush::frameFor(std::deque<Part> *(TabletPush::*choose)())
{
    std::deque<Part> *queue = (this->*choose)();
    auto batch = queue != nullptr ? m_port.batch(queue->front().stream, queue->front().range)
                                  : Result<TabletPort::Batch>(fail(Errc::NotFound));
    // Nothing held there any more, or the server asked for more than there is: the rest must not wait for it.
    while (!batch && queue != nullptr && batch.error().code() == Errc::NotFound) {
        queue->pop_front();
        queue = (this->*choose)();
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
    const Range asked{sent.inc, std::max(sent.first, part.range.first), std::min(sent.last, part.range.last)};
    const auto contents = std::count_if(batch->changes.begin(), batch->changes.end(),
                                        [](const SealedChange &change) { return !change.gone; });
    std::string frame = frameOf(framing::FrameType::Push, push);
    m_underWay.push_back({m_lastId, {part.stream, asked}, sent, frame.size(), contents <= 1});
    if (sent.last >= part.range.last) {
        queue->pop_front();
    } else {
        part.range.first = sent.last + 1;
    }
    return frame;
}

Status TabletPush::onAck(const wire::v1::PushAck &ack)
{
    const auto found = std::find_if(m_underWay.begin(), m_underWay.end(),
                                    [&ack](const UnderWay &each) { return each.id == ack.id(); });
    if (found == m_underWay.end()) {
        return fail(Errc::Malformed, "ack of an unknown push");
    }
    const UnderWay done = *found;
    noteCarried(done.bytes);
    m_underWay.erase(found);
    return settle(done, ack);
}

/** What the answer says of places that only the proof wanted is passed over: their content was not handed in.
 */
Status TabletPush::settle(const UnderWay &done, const wire::v1::PushAck &ack)
{
    const auto &[stream, range] = done.part;
    RangeSet held;
    for (const wire::v1::PushAck::Held &each : ack.quarantined()) {
        const Dot dot{Incarnation{each.inc()}, each.ctr()};
        if (dot.inc != done.sent.inc || dot.ctr < done.sent.first || dot.ctr > done.sent.last ||
            held.contains(dot)) {
            return fail(Errc::Malformed, "ack of what was not pushed");
        }
        held.add({dot.inc, dot.ctr, dot.ctr});
        if (dot.ctr < range.first || dot.ctr > range.last) {
            continue;
        }
        if (each.reason() == wire::v1::QUARANTINE_FULL) {
            ++m_progress.refused; // stays pending
            continue;
        }
        if (each.reason() == wire::v1::REISSUED) {
            TRIVSEL_TRY(m_port.markReissued(stream, dot));
            ++m_progress.pushed;
            continue;
        }
        TRIVSEL_TRY(m_port.markQuarantined(stream, dot, each.reason()));
        ++m_progress.quarantined;
    }
    for (const Range &durable : held.missing(range)) {
        TRIVSEL_TRY(m_port.markDurable(stream, durable, positionOf(ack.end())));
        m_progress.pushed += durable.last - durable.first + 1;
        m_reachedLog = true;
    }
    return {};
}

} // namespace trivsel::session
