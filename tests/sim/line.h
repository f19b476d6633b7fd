#pragma once

#include "tests/sim/faults.h"
#include "tests/sim/ledger.h"
#include "tests/sim/sim_server.h"
#include "tests/sim/sim_tablet.h"

namespace trivsel::sim {

/**
 * One connection: the tablet's session at one end, the server's conversation at the other, bytes under way
 * between them. Either end may be gone while the other does not know it yet; bytes of an end that is gone may
 * still arrive. Nothing moves unless somebody says so.
 */
class Line
{
public:
    /** Who saw what, over all lines of a run. */
    struct Seen
    {
        Ledger ledger;
        Counters counters;
        std::set<ChangeId> reachedServer;
        std::set<std::size_t> pushedSinceCommit;         // tablets
        std::map<std::size_t, std::uint64_t> newestLine; // whose bytes the server saw, by tablet
        std::size_t mostHeld = 0;                        // bytes that one end held
        OnOrder onOrder;
        std::optional<ChangeId> poison; // the server's connection breaks when this comes
    };

    Line(std::uint64_t number, std::size_t tablet, SimTablet &who, SimServer &server, Seen &seen);

    /** At most so many bytes arrive. False when there was nothing to do. */
    bool moveUp(std::size_t most);
    bool moveDown(std::size_t most);
    /** What the server's conversation has said since. */
    void collect();

    /** The line breaks: what is under way is lost; each end learns of it now or later. */
    void cut(bool tabletKnows, bool serverKnows);
    void tabletGone();
    /** The server's end is closed. `crashed`: what it had sent before still arrives. */
    void serverGone(bool crashed = false);

    [[nodiscard]] std::size_t tablet() const { return m_tablet; }
    [[nodiscard]] bool tabletThere() const { return m_session != nullptr; }
    [[nodiscard]] bool serverThere() const { return m_end != nullptr; }
    /** Both ends are gone, nothing is under way that anybody could get. */
    [[nodiscard]] bool over() const { return !m_session && !m_end; }
    /** How the tablet's run ended, once. */
    std::optional<Status> takeOutcome() { return std::exchange(m_outcome, std::nullopt); }
    [[nodiscard]] session::TabletProgress progress() const { return m_progress; }
    [[nodiscard]] std::size_t up() const { return m_up.size(); }
    [[nodiscard]] std::size_t down() const { return m_down.size(); }

    bool upStalled = false;
    bool downStalled = false;

private:
    void pumpTablet();
    void finishTablet();
    void noteArrived(std::size_t bytes);
    [[nodiscard]] bool isPoisoned(std::size_t bytes) const;
    void noteHeld();

    std::uint64_t m_number;
    std::size_t m_tablet;
    SimTablet &m_who;
    Seen &m_seen;
    std::unique_ptr<RecordingPort> m_port;
    std::unique_ptr<session::TabletSession> m_session;
    framing::Decoder m_decoder;
    std::shared_ptr<ServerEnd> m_end;
    std::string m_up;
    std::string m_down;
    std::uint64_t m_sent = 0;                                             // up, since the beginning
    std::uint64_t m_arrived = 0;                                          // up
    std::deque<std::pair<std::uint64_t, std::vector<ChangeId>>> m_pushes; // by the end of their frame
    std::optional<Status> m_outcome;
    session::TabletProgress m_progress;
};

} // namespace trivsel::sim
