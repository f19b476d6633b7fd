#pragma once

#include "proto/session/tablet_session.h"

#include <deque>
#include <map>

namespace trivsel::session {

/** The tablet's way in: one Pull from the cursor, and back-fills of streams that were granted later. */
class TabletPull
{
public:
    TabletPull(TabletPort &port, TabletProgress &progress) : m_port(port), m_progress(progress) {}

    void setCursor(const Position &cursor) { m_cursor = cursor; }
    [[nodiscard]] const Position &cursor() const { return m_cursor; }
    /** There is something after the cursor. */
    void wantPull() { m_needed = m_now = true; }
    /** As wantPull, but once the pushes are done, so that one answer covers them all. */
    void wantPullLater() { m_needed = true; }
    void wantBackfill(const StreamId &stream, std::uint64_t after) { m_wanted.push_back({stream, after}); }

    [[nodiscard]] bool backfillsDone() const { return m_wanted.empty() && m_backfills.empty(); }
    [[nodiscard]] bool idle() const { return !m_needed && !m_active && backfillsDone(); }
    /** Pull or Want, if one is due. */
    [[nodiscard]] std::optional<std::string> next(bool pushIdle);
    /** Stores, and gives the ChangesAck frame. */
    [[nodiscard]] Result<std::string> onChanges(const wire::v1::Changes &changes);

private:
    [[nodiscard]] std::string pull();
    [[nodiscard]] std::string want();
    [[nodiscard]] Status checkPage(const wire::v1::Changes &changes, const Position &from) const;
    [[nodiscard]] Result<TabletPort::Received> receive(const wire::v1::Changes &changes) const;

    TabletPort &m_port;
    TabletProgress &m_progress;
    Position m_cursor;
    bool m_needed = false;
    bool m_now = false;
    bool m_active = false; // the server is answering a Pull
    std::deque<std::pair<StreamId, std::uint64_t>> m_wanted;
    std::map<StreamId, std::uint64_t> m_backfills; // being answered, with the position reached
    std::uint64_t m_lastNumber = 0;
};

} // namespace trivsel::session
