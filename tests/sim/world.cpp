// What a run is made of, and what happens next in it.
#include "tests/sim/world.h"

#include "proto/base/time_units.h"

namespace trivsel::sim {

World::World(Home &home, std::uint64_t seed, bool tracing)
    : m_home(home),
      m_dice(seed),
      m_tracing(tracing),
      m_server(home.disk, home.paths, [this] { return m_now; }),
      m_serverImage(home.serverImage),
      m_desk(home, [this] { return m_now; })
{
    m_home.resetFiles();
    m_imageKeys = m_home.serverKeys;
    m_seen.onOrder = [this](std::size_t tablet, Order order, const StreamId &stream, bool done) {
        onOrder(tablet, order, stream, done);
    };
    m_home.disk.restore(m_home.paths.dir, m_home.serverImage);
    for (const Seat &seat : m_home.seats) {
        m_home.disk.restore(seat.dir, seat.met);
        m_home.disk.restore(seat.twinDir, {});
    }
    for (const Home::Standing &each : home.standing) {
        Edit edit;
        edit.field = each.field;
        edit.text = each.text;
        edit.author = edit.enterer = each.by.person;
        m_story.editOfDot[each.dot] = {m_story.edits.size()};
        m_story.edits.push_back(edit);
    }
    m_story.plan = home.plan;
    m_places.reserve(2 * Home::kSeats);
    const bool oneWall = m_dice.chance(50);
    const bool phone = m_dice.chance(50);
    const bool leader = m_dice.chance(20);
    for (std::size_t at = oneWall ? 1 : 0; at < Home::kSeats; ++at) {
        const Where where = m_home.seats[at].where;
        if ((phone || where != Where::Phone) && (leader || where != Where::Leader)) {
            addPlace(m_home.seats[at], m_home.seats[at].dir);
        }
    }
}

World::~World()
{
    disarm();
    m_lines.clear();
    for (Place &place : m_places) {
        m_home.disk.kill(place.tablet->dir()); // nobody looks at it again: closing has nothing to tidy up
        place.tablet->stop();
        m_home.disk.clearCapacity(place.tablet->dir());
    }
    m_home.disk.kill(m_server.dir());
    m_server.stop();
    m_home.disk.clearCapacity(m_server.dir());
}

void World::addPlace(const Seat &seat, const std::filesystem::path &dir)
{
    const std::size_t at = m_places.size();
    Place &place = m_places.emplace_back();
    place.tablet = std::make_unique<SimTablet>(m_home, seat, dir, [this] { return m_now; });
    People::Told told{
        m_story,
        m_seen.counters,
        [this, at](const std::string &what) { failed("tablet " + std::to_string(at) + ": " + what); },
        [this, at](const std::string &what) { note("tablet " + std::to_string(at) + ": " + what); },
        [this, at] { return m_places[at].diskTrouble || m_places[at].full || m_struck; },
        [this, at] {
            if (lineOf(at) != nullptr) {
                m_seen.counters.add(Fault::EditWhileSyncing);
            } else if (m_places[at].offline) {
                m_seen.counters.add(Fault::EditOffline);
            }
        },
        [this] { return m_shared; },
        [this, at] { return m_places[at].offline; }};
    place.people = std::make_unique<People>(m_home, *place.tablet, at, std::move(told));
}

void World::note(const std::string &what)
{
    if (m_tracing) {
        m_outcome.trace += what + "\n";
    }
}

void World::failed(const std::string &what)
{
    note("FAILED: " + what);
    m_outcome.failures.push_back(what);
}

Outcome World::run()
{
    startServer();
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        startTablet(at);
    }
    // Each run has some kinds of trouble and not others: rare combinations come up as often as common ones.
    constexpr std::size_t kTroubles = 22;
    for (std::size_t kind = 0; kind < kTroubles; ++kind) {
        if (m_dice.chance(35)) {
            m_troubles.push_back(kind);
        }
    }
    m_steps = 12 + m_dice.below(26);
    for (std::size_t at = 0; at < m_steps && m_outcome.failures.empty(); ++at) {
        step();
    }
    if (m_outcome.failures.empty()) {
        heal();
    }
    if (m_outcome.failures.empty()) {
        check();
    }
    m_outcome.counters = m_seen.counters;
    return std::move(m_outcome);
}

void World::step()
{
    m_now += m_dice.chance(70) ? m_dice.between(1, 60'000) : m_dice.between(1, 3 * kDayMs);
    raise();
    const std::size_t what = m_dice.below(100);
    if (what < 38) {
        person();
    } else if (what < 54) {
        syncWhole();
    } else if (what < 58) {
        syncTogether();
    } else if (what < 64) {
        openLine();
    } else if (what < 78) {
        moveSome();
    } else {
        trouble();
    }
    if (m_server.running() && m_server.due() && m_dice.chance(60)) {
        tick();
    }
    sweepLines();
    sweepEmptied();
}

/** What is down comes up again, sooner or later. */
void World::raise()
{
    if (!m_server.running() && m_dice.chance(50)) {
        startServer();
    }
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        Place &place = m_places[at];
        if (place.tablet->running() &&
            (place.people->inDoubt() || (place.diskTrouble && m_dice.chance(50)))) {
            stopTablet(at); // its disk failed: it is started again
        }
        if (!place.tablet->running() && !place.tablet->destroyed && m_dice.chance(60)) {
            startTablet(at);
        }
    }
}

void World::person()
{
    const auto at = someRunning();
    if (!at) {
        return;
    }
    if (m_places[*at].tablet->seat().where == Where::Phone) {
        walk(*at);
    }
    const std::size_t count = 1 + m_dice.below(5);
    for (std::size_t i = 0; i < count && m_places[*at].tablet->running(); ++i) {
        m_places[*at].people->act(m_dice);
        settleDisk();
    }
}

void World::trouble()
{
    if (m_troubles.empty()) {
        return;
    }
    switch (m_dice.pick(m_troubles)) {
    case 0:
        return cutLine();
    case 1:
        return stallLine();
    case 2:
        return spell();
    case 3:
        return crashTablet();
    case 4:
        return crashServer();
    case 5:
        return arm(false);
    case 6:
        return arm(true);
    case 7:
        return fill(false);
    case 8:
        return fill(true);
    case 9:
        return m_dice.chance(50) ? imageServer() : setServerBack();
    case 10:
        return m_dice.chance(50) ? imageTablet() : setTabletBack();
    case 11:
        return cloneTablet();
    case 12:
        return m_dice.chance(30) ? destroyTablet() : cutLine();
    case 13:
        return m_dice.chance(40) ? setUpAgain() : spell();
    case 14:
        return changeClock();
    case 15:
        return changeTeam();
    case 16:
        return changeTablet();
    case 17:
        return m_dice.chance(40) ? eraseResident() : syncTogether();
    case 18:
        return m_dice.chance(60) ? backUp() : restoreBackup();
    case 19:
        return poison();
    case 20:
        return m_dice.chance(50) ? laterProgramEverywhere() : syncTogether();
    default:
        return m_dice.chance(50) ? laterProgramEverywhere() : changeClock();
    }
}

std::optional<std::size_t> World::someRunning()
{
    std::vector<std::size_t> running;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (m_places[at].tablet->running()) {
            running.push_back(at);
        }
    }
    return running.empty() ? std::nullopt : std::optional(m_dice.pick(running));
}

} // namespace trivsel::sim
