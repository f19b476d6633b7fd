#pragma once

#include "proto/session/range_set.h"
#include "proto/session/tablet_session.h"

#include <deque>

namespace trivsel::session {

/** The tablet's way out: ranges in, Push frames out, at most kUnackedBatchesMax under way. Nothing is asked
 * for twice in a run. */
class TabletPush
{
public:
    TabletPush(TabletPort &port, TabletProgress &progress) : m_port(port), m_progress(progress) {}

    /** What connections broke on before is pushed last and alone. Before anything is queued. */
    [[nodiscard]] Status readSuspects();
    /** What was queued in this run before is left out. */
    void queue(const StreamId &stream, const Range &range);
    /** Own changes that wait, also those written since. True when there was something to queue. */
    [[nodiscard]] Result<bool> queuePending();
    [[nodiscard]] bool idle() const { return m_queue.empty() && m_alone.empty() && m_underWay.empty(); }
    /** The next Push frame, nullopt while there is none to send. */
    [[nodiscard]] Result<std::optional<std::string>> next();
    [[nodiscard]] Status onAck(const wire::v1::PushAck &ack);
    /** True once after an ack for changes that now stand in the server's log. */
    [[nodiscard]] bool takeReachedLog() { return std::exchange(m_reachedLog, false); }

    struct Part
    {
        StreamId stream;
        Range range;
    };
    /** What has waited longest for its ack. */
    [[nodiscard]] std::optional<Part> oldestUnderWay() const;

private:
    struct UnderWay
    {
        std::uint64_t id = 0;
        Part part;
    };
    /** Changes of `home` go first and alone: what the others may do is folded from them. */
    [[nodiscard]] bool mayStart(const Part &part) const;
    [[nodiscard]] std::deque<Part> *nextQueue();
    [[nodiscard]] Status settle(const Part &part, const wire::v1::PushAck &ack);

    TabletPort &m_port;
    TabletProgress &m_progress;
    void enqueue(const StreamId &stream, const Range &range);

    std::deque<Part> m_queue;
    [[nodiscard]] std::uint32_t failures(const Part &part) const;
    std::deque<Part> m_alone; // suspects: when all else is acked, those with the fewest failures first
    std::map<StreamId, std::map<Dot, TabletPort::Suspect>> m_suspects;
    std::deque<UnderWay> m_underWay;
    std::map<StreamId, RangeSet> m_asked;
    std::uint64_t m_lastId = 0;
    bool m_reachedLog = false;
};

} // namespace trivsel::session
