#pragma once

#include "proto/session/range_set.h"
#include "proto/session/tablet_session.h"

#include <algorithm>
#include <deque>
#include <set>

namespace trivsel::session {

/** The tablet's way out: ranges in, Push frames out, at most kUnackedBatchesMax under way. Nothing is asked
 * for twice in a run. */
class TabletPush
{
public:
    TabletPush(TabletPort &port, TabletProgress &progress) : m_port(port), m_progress(progress) {}

    /** What connections broke on before is left out of all that is queued. Before anything is. */
    [[nodiscard]] Status readSuspects();
    /** What was queued in this run before is left out. */
    void queue(const StreamId &stream, const Range &range);
    /** Own changes that wait, also those written since. True when there was something to queue. */
    [[nodiscard]] Result<bool> queuePending();
    /** Nothing to send and nothing under way, but for suspects that have not had their turn. */
    [[nodiscard]] bool idle() const { return m_queue.empty() && m_underWay.empty(); }
    /** The next Push frame, nullopt while there is none to send. */
    [[nodiscard]] Result<std::optional<std::string>> next();
    /** The next suspect's Push, each once in a run; nullopt when there is none left. While idle(), and when
     * all else is done. */
    [[nodiscard]] Result<std::optional<std::string>> nextSuspect(bool last);
    /** The suspect that nextSuspect() gave was not sent: it comes again the next time. */
    void takeBackSuspect();
    /** Bytes of the largest frame that this line is known to have carried in this run: it was answered. */
    [[nodiscard]] std::size_t carried() const { return m_carried; }
    void noteCarried(std::size_t bytes) { m_carried = std::max(m_carried, bytes); }
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
    /** It is a suspect, alone on a line that had carried as much before. */
    [[nodiscard]] bool provenUnderWay() const;

private:
    struct UnderWay
    {
        std::uint64_t id = 0;
        Part part;             // what was to be handed in
        Range sent;            // with what the proof covers beside it
        std::size_t bytes = 0; // of the frame
        bool alone = false;    // one change with its content at most
        bool suspect = false;
    };
    /** Changes of `home` go first and alone: what the others may do is folded from them. */
    [[nodiscard]] bool mayStart(const Part &part) const;
    [[nodiscard]] std::deque<Part> *nextQueue();
    /** The Push for the first part of the queue that is still held; nullopt when none is. */
    [[nodiscard]] Result<std::optional<std::string>> frameFor(std::deque<Part> *(TabletPush::*choose)());
    [[nodiscard]] std::deque<Part> *suspectQueue();
    [[nodiscard]] Status settle(const UnderWay &done, const wire::v1::PushAck &ack);

    TabletPort &m_port;
    TabletProgress &m_progress;
    void enqueue(const StreamId &stream, const Range &range);

    std::deque<Part> m_queue;
    std::deque<Part> m_alone; // suspects: when all else is done, those with the fewest failures first
    std::optional<Part> m_lastAlone;
    bool m_aloneRead = false;
    std::size_t m_carried = 0;
    std::map<StreamId, std::set<Dot>> m_suspects;
    std::deque<UnderWay> m_underWay;
    std::map<StreamId, RangeSet> m_asked;
    std::uint64_t m_lastId = 0;
    bool m_reachedLog = false;
};

} // namespace trivsel::session
