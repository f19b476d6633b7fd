// The programs on the tablets and in the office: started, stopped, with a wrong clock, in a later version.
#include "proto/base/error.h"
#include "proto/base/time_units.h"
#include "tests/sim/later_program.h"
#include "tests/sim/world.h"

namespace trivsel::sim {

namespace {
constexpr std::int64_t kYearMs = 365 * kDayMs;
} // namespace

bool World::startTablet(std::size_t at, std::optional<Incarnation> shared)
{
    Place &place = m_places[at];
    const bool troubled = place.full || (m_armed && m_armed->dir == place.tablet->dir());
    place.diskTrouble = false;
    const Status started = place.tablet->start(m_dice, shared);
    note("tablet " + std::to_string(at) + " starts" +
         (started ? "" : std::string(": ") + nameOf(started.error().code())));
    if (!started && started.error().code() == Errc::Emptied) {
        place.emptied = true; // it was cut off when it began to
        settleDisk();
        sweepEmptied();
        return false;
    }
    if (started) {
        place.diskTrouble = m_struck.has_value();
        place.people->start();
        settleDisk();
        return place.tablet->running();
    }
    if (!troubled && !m_struck) {
        failed("tablet " + std::to_string(at) + " does not start: " + nameOf(started.error().code()) + " " +
               started.error().detail());
    }
    settleDisk();
    if (place.full) { // somebody makes room
        place.full = false;
        m_home.disk.clearCapacity(place.tablet->dir());
    }
    return false;
}

void World::stopTablet(std::size_t at)
{
    for (const auto &line : m_lines) {
        if (line->tablet() == at) {
            line->tabletGone();
            line->takeOutcome();
        }
    }
    m_places[at].tablet->stop();
}

bool World::startServer()
{
    TRIVSEL_ASSERT(!m_server.running()); // its lines hold on to it
    const bool troubled = m_serverFull || (m_armed && m_armed->dir == m_server.dir());
    const Status started = m_server.start(m_dice.random());
    note(started ? "the server starts"
                 : std::string("the server does not start: ") + nameOf(started.error().code()));
    if (!started && !troubled) {
        failed(std::string("the server does not start: ") + nameOf(started.error().code()) + " " +
               started.error().detail());
    }
    if (m_serverFull) {
        m_serverFull = false;
        m_home.disk.clearCapacity(m_server.dir());
    }
    settleDisk();
    return started.has_value();
}

void World::stopServer()
{
    for (const auto &line : m_lines) {
        line->serverGone(true);
    }
    m_seen.pushedSinceCommit.clear();
    m_server.stop();
}

void World::changeClock()
{
    SimTablet &tablet = *m_places[m_dice.below(m_places.size())].tablet;
    if (m_dice.chance(60)) {
        tablet.clockOffsetMs = m_dice.between(-10 * kYearMs, 10 * kYearMs);
        m_seen.counters.add(Fault::ClockWrong);
    } else {
        tablet.clockOffsetMs += m_dice.between(-kDayMs, kDayMs);
        m_seen.counters.add(Fault::ClockJumped);
    }
    note("a tablet's clock goes wrong");
}

void World::laterProgram(std::size_t at)
{
    Place &place = m_places[at];
    const Where where = place.tablet->seat().where;
    if (where == Where::Phone || where == Where::Leader) {
        return;
    }
    if (!place.tablet->running() || m_armed || place.full || place.diskTrouble || place.people->inDoubt()) {
        return;
    }
    note("a later program runs on tablet " + std::to_string(at));
    stopTablet(at);
    // What was sent is settled by its start, too, and it is our start that looks.
    LaterProgram program(m_home, *place.tablet, at, m_story, m_seen.counters);
    if (const Status done = program.run(m_dice); !done) {
        failed(std::string("the later program: ") + nameOf(done.error().code()) + " " +
               done.error().detail());
    }
    startTablet(at);
}

/** On some tablets, one after the other and before any of them has met the server: what is removed on one is
 * written in, or put elsewhere, on another. */
void World::laterProgramEverywhere()
{
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (m_dice.chance(70)) {
            laterProgram(at);
        }
    }
}

} // namespace trivsel::sim
