#include "tests/sim/world.h"

#include "tests/sim/later_program.h"

#include <sqlite3.h>

namespace trivsel::sim {

namespace {
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kYearMs = 365 * kDayMs;
} // namespace

World::World(Home &home, std::uint64_t seed, bool tracing)
    : m_home(home),
      m_dice(seed),
      m_tracing(tracing),
      m_server(home.disk, home.paths, [this] { return m_now; }),
      m_serverImage(home.serverImage)
{
    m_home.disk.restore(m_home.paths.dir, m_home.serverImage);
    for (const Seat &seat : m_home.seats) {
        m_home.disk.restore(seat.dir, seat.met);
        m_home.disk.restore(seat.twinDir, {});
    }
    Edit narrative;
    narrative.field = "mig.udefra";
    narrative.text = home.narrative;
    narrative.author = narrative.enterer = home.mette.person;
    m_story.edits.push_back(narrative);
    m_story.editOfDot[home.narrativeDot] = {0};
    m_story.plan = home.plan;
    m_places.reserve(2 * Home::kSeats);
    const std::size_t first = m_dice.below(2); // two tablets or three
    for (std::size_t at = first; at < Home::kSeats; ++at) {
        addPlace(m_home.seats[at], m_home.seats[at].dir);
    }
}

World::~World()
{
    disarm();
    m_lines.clear();
    for (Place &place : m_places) {
        place.tablet->stop();
        m_home.disk.clearCapacity(place.tablet->dir());
    }
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
        [this] { return m_shared; }};
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
    constexpr std::size_t kTroubles = 17;
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

// --- The schedule ---

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

void World::person()
{
    const auto at = someRunning();
    if (!at) {
        return;
    }
    const std::size_t count = 1 + m_dice.below(5);
    for (std::size_t i = 0; i < count && m_places[*at].tablet->running(); ++i) {
        m_places[*at].people->act(m_dice);
        settleDisk();
    }
}

Line *World::connect(std::size_t tablet)
{
    Place &place = m_places[tablet];
    if (!place.tablet->running() || place.people->inDoubt() || lineOf(tablet) != nullptr) {
        return nullptr;
    }
    if (place.offline) {
        m_seen.counters.add(Fault::OfflineSpell);
        return nullptr;
    }
    if (!m_server.running()) {
        return nullptr;
    }
    note("tablet " + std::to_string(tablet) + " connects");
    m_lines.push_back(std::make_unique<Line>(++m_lineNumber, tablet, *place.tablet, m_server, m_seen));
    settleDisk();
    return m_lines.back().get();
}

void World::openLine()
{
    if (const auto at = someRunning()) {
        connect(*at);
    }
}

void World::syncWhole()
{
    const auto at = someRunning();
    if (!at) {
        return;
    }
    Line *line = lineOf(*at);
    if (line == nullptr) {
        line = connect(*at);
    }
    if (line == nullptr) {
        return;
    }
    const std::size_t budget = m_dice.chance(25) ? m_dice.below(m_dice.chance(50) ? 600 : 20'000) : SIZE_MAX;
    runLine(*line, budget);
    if (budget != SIZE_MAX && line->tabletThere() && m_dice.chance(70)) {
        note("the line of tablet " + std::to_string(*at) + " breaks");
        line->cut(true, m_dice.chance(50));
    }
}

/** Everybody at once, as in the evening: the office stores what several hand in together. */
void World::syncTogether()
{
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        connect(at);
    }
    for (std::size_t turn = 0; turn < 200 && !m_lines.empty() && m_server.running(); ++turn) {
        bool moved = false;
        for (const auto &line : m_lines) {
            moved = line->moveUp(SIZE_MAX) || moved;
            settleDisk();
            moved = line->moveDown(SIZE_MAX) || moved;
            settleDisk();
            line->takeOutcome();
        }
        if (!moved && m_server.running() && m_server.due()) {
            tick();
        } else if (!moved) {
            return;
        }
    }
}

/** Until the run ends, something dies, or so many bytes have moved. */
void World::runLine(Line &line, std::size_t budget)
{
    while (line.tabletThere() && budget > 0) {
        const std::size_t most = std::min(budget, m_dice.chance(80) ? SIZE_MAX : 1 + m_dice.below(3'000));
        const std::size_t before = line.up() + line.down();
        bool moved = line.moveUp(most);
        settleDisk();
        moved = line.moveDown(most) || moved;
        settleDisk();
        budget -= std::min(budget, budget == SIZE_MAX ? 0 : std::max<std::size_t>(before, 1));
        if (m_server.running() && m_server.due()) {
            if (budget == SIZE_MAX && m_dice.chance(8)) {
                return; // others come in between
            }
            tick();
        } else if (!moved) {
            return;
        }
    }
    if (auto outcome = line.takeOutcome()) {
        note("tablet " + std::to_string(line.tablet()) + " is done: " +
             (*outcome ? "in order"
                       : std::string(nameOf(outcome->error().code())) + " " + outcome->error().detail()));
        if (*outcome) {
            line.moveUp(SIZE_MAX); // its last word
            settleDisk();
        }
    }
}

void World::moveSome()
{
    for (std::size_t i = 0; i < 4 && !m_lines.empty(); ++i) {
        Line &line = *m_lines[m_dice.below(m_lines.size())];
        const std::size_t most = m_dice.chance(50) ? SIZE_MAX : 1 + m_dice.below(4'000);
        if (m_dice.chance(50)) {
            line.moveUp(most);
        } else {
            line.moveDown(most);
        }
        settleDisk();
        if (line.takeOutcome()) {
            note("tablet " + std::to_string(line.tablet()) + " is done");
        }
        if (m_server.running() && m_server.due() && m_dice.chance(40)) {
            tick();
        }
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
        return laterProgram();
    default:
        return m_dice.chance(50) ? laterProgram() : changeClock();
    }
}

// --- What can happen ---

void World::cutLine()
{
    if (m_lines.empty()) {
        return;
    }
    Line &line = *m_lines[m_dice.below(m_lines.size())];
    note("a line of tablet " + std::to_string(line.tablet()) + " breaks");
    if (m_dice.chance(40)) {
        line.tabletGone(); // what it sent before is still on its way
        line.takeOutcome();
        return;
    }
    line.cut(true, m_dice.chance(60));
    line.takeOutcome();
}

void World::stallLine()
{
    if (m_lines.empty()) {
        return;
    }
    Line &line = *m_lines[m_dice.below(m_lines.size())];
    (m_dice.chance(50) ? line.upStalled : line.downStalled) ^= true;
    m_seen.counters.add(Fault::LineStalled);
    note("a line stalls, or moves again");
}

void World::spell()
{
    Place &place = m_places[m_dice.below(m_places.size())];
    place.offline = !place.offline;
    note(place.offline ? "a tablet goes out of reach" : "a tablet is in reach again");
}

void World::crashTablet()
{
    const auto at = someRunning();
    if (!at) {
        return;
    }
    Place &place = m_places[*at];
    const bool power = m_dice.chance(50);
    note("tablet " + std::to_string(*at) + (power ? " loses power" : " is killed"));
    if (power) {
        m_home.disk.cutPower(place.tablet->dir(), [this] { return m_dice.chance(50); });
    } else {
        m_home.disk.kill(place.tablet->dir());
    }
    m_seen.counters.add(power ? Fault::TabletPowerCut : Fault::TabletKilled);
    stopTablet(*at);
}

void World::crashServer()
{
    if (!m_server.running()) {
        return;
    }
    const bool power = m_dice.chance(50);
    note(power ? "the server loses power" : "the server is killed");
    if (power) {
        m_home.disk.cutPower(m_server.dir(), [this] { return m_dice.chance(50); });
    } else {
        m_home.disk.kill(m_server.dir());
    }
    m_seen.counters.add(power ? Fault::ServerPowerCut : Fault::ServerKilled);
    stopServer();
}

void World::arm(bool server)
{
    const auto at = someRunning();
    if (m_armed || (server ? !m_server.running() : !at)) {
        return;
    }
    const std::vector kinds{Armed::Kind::PowerCut, Armed::Kind::PowerCut, Armed::Kind::Kill,
                            Armed::Kind::Once};
    const auto dir = server ? m_server.dir() : m_places[*at].tablet->dir();
    m_armed = Armed{m_dice.pick(kinds), dir, 1 + m_dice.below(m_dice.chance(50) ? 12 : 60)};
    m_home.disk.setFault([this](MemoryDisk::Call, const std::string &file) { return strike(file); });
    note("the disk of " + dir.filename().string() + " will fail");
}

void World::disarm()
{
    m_armed.reset();
    m_home.disk.setFault(nullptr);
}

std::optional<int> World::strike(const std::string &file)
{
    if (!m_armed || file.compare(0, m_armed->dir.native().size() + 1, m_armed->dir.native() + "/") != 0 ||
        --m_armed->calls > 0) {
        return std::nullopt;
    }
    m_struck = std::exchange(m_armed, std::nullopt);
    if (m_struck->kind == Armed::Kind::PowerCut) {
        m_home.disk.cutPower(m_struck->dir, [this] { return m_dice.chance(50); });
    } else if (m_struck->kind == Armed::Kind::Kill) {
        m_home.disk.kill(m_struck->dir);
    }
    return SQLITE_IOERR;
}

void World::settleDisk()
{
    if (m_struck) {
        const Armed struck = *m_struck;
        disarm();
        const bool server = struck.dir == m_server.dir();
        const bool once = struck.kind == Armed::Kind::Once;
        const bool power = struck.kind == Armed::Kind::PowerCut;
        note("the disk of " + struck.dir.filename().string() + " failed");
        m_seen.counters.add(once     ? Fault::IoError
                            : server ? power ? Fault::ServerPowerCut : Fault::ServerKilled
                            : power  ? Fault::TabletPowerCut
                                     : Fault::TabletKilled);
        for (std::size_t at = 0; at < m_places.size(); ++at) {
            if (m_places[at].tablet->dir() == struck.dir) {
                m_places[at].diskTrouble = true;
                if (!once) {
                    stopTablet(at);
                }
            }
        }
        if (server && (!once || m_server.fatal())) {
            stopServer();
        }
        m_struck.reset();
    }
    if (m_server.running() && m_server.fatal()) {
        note(std::string("the server stops itself: ") + nameOf(m_server.fatal()->code()));
        if (m_server.fatal()->code() != Errc::StoreFull && !m_serverFull) {
            // An error that nobody caused.
            const bool io = m_server.fatal()->code() == Errc::StoreFailed;
            if (!io) {
                failed(std::string("the server stopped: ") + nameOf(m_server.fatal()->code()) + " " +
                       m_server.fatal()->detail());
            }
        }
        stopServer();
    }
}

void World::fill(bool server)
{
    const auto at = someRunning();
    if (!server && !at) {
        return;
    }
    const auto dir = server ? m_server.dir() : m_places[*at].tablet->dir();
    bool &full = server ? m_serverFull : m_places[*at].full;
    full = !full;
    note("the disk of " + dir.filename().string() + (full ? " is full" : " has room again"));
    if (full) {
        m_home.disk.setCapacity(dir, m_home.disk.used(dir) + m_dice.below(20'000));
        m_seen.counters.add(server ? Fault::ServerDiskFull : Fault::TabletDiskFull);
    } else {
        m_home.disk.clearCapacity(dir);
    }
}

void World::imageServer()
{
    if (m_server.running() && !m_serverFull && m_dice.chance(50)) {
        note("the server is stopped");
        stopServer();
    }
    note("somebody copies the server's files");
    m_serverImage = m_home.disk.image(m_server.dir());
}

void World::setServerBack()
{
    // The database alone is one only without a log beside it: the office would be told that it is damaged.
    const bool alone = !m_serverImage.contains("home.db-wal");
    const bool whole = m_dice.chance(50) || !alone;
    note(whole ? "the server is restored from an older copy" : "the server's log is rolled back as a file");
    if (m_server.running()) {
        stopServer();
    }
    if (m_armed && m_armed->dir == m_server.dir()) {
        disarm();
    }
    MemoryDisk::Image files = m_serverImage;
    if (!whole) {
        files = m_home.disk.image(m_server.dir());
        files.erase("home.db-wal");
        files["home.db"] = m_serverImage.at("home.db");
    }
    m_home.disk.restore(m_server.dir(), files);
    ++m_server.generation;
    m_seen.reachedServer.clear();
    m_seen.counters.add(whole ? Fault::ServerRestored : Fault::ServerRolledBack);
}

void World::imageTablet()
{
    Place &place = m_places[m_dice.below(m_places.size())];
    if (place.tablet->destroyed || place.people->inDoubt()) {
        return;
    }
    note("somebody copies a tablet's files");
    place.image = TabletImage{m_home.disk.image(place.tablet->dir()), place.people->mind, m_story.serial};
}

void World::setTabletBack()
{
    const std::size_t at = m_dice.below(m_places.size());
    Place &place = m_places[at];
    if (!place.image || place.tablet->destroyed) {
        return;
    }
    note("tablet " + std::to_string(at) + " is restored from an image");
    stopTablet(at);
    if (m_armed && m_armed->dir == place.tablet->dir()) {
        disarm();
    }
    m_home.disk.restore(place.tablet->dir(), place.image->files);
    place.people->forget();
    place.people->mind = place.image->mind;
    m_story.mayBeGone(at, place.image->serial);
    m_seen.counters.add(Fault::TabletRestored);
    startTablet(at);
}

void World::cloneTablet()
{
    auto at = someRunning();
    for (std::size_t other = 0; at && other < m_places.size(); ++other) {
        SimTablet &tablet = *m_places[other].tablet;
        if (tablet.running() && tablet.incarnation() && m_dice.chance(60)) {
            at = other; // one that has written since its start: that is where it matters
        }
    }
    if (!at || m_cloned || m_places[*at].people->inDoubt()) {
        return;
    }
    const Seat &seat = m_places[*at].tablet->seat();
    m_home.disk.restore(seat.twinDir, m_home.disk.image(m_places[*at].tablet->dir()));
    // A copy of the whole machine goes on where its twin stands, under the same incarnation.
    const auto incarnation = m_dice.chance(60) ? m_places[*at].tablet->incarnation() : std::nullopt;
    note("tablet " + std::to_string(*at) + " is cloned" + (incarnation ? ", running" : ""));
    m_cloned = true;
    addPlace(seat, seat.twinDir);
    Place &twin = m_places.back();
    twin.people->mind = m_places[*at].people->mind;
    m_shared = m_shared || incarnation.has_value();
    if (incarnation) { // what is rare enough by itself comes with what makes it hard
        m_troubles.insert(m_troubles.end(), {9, 9, 9});
        m_steps += 10;
    }
    m_seen.counters.add(incarnation ? Fault::TabletClonedRunning : Fault::TabletCloned);
    const std::size_t copy = m_places.size() - 1;
    if (!startTablet(copy, incarnation)) {
        return;
    }
    for (std::size_t i = m_dice.below(12); incarnation && i > 0; --i) { // both go on
        Place &one = m_places[m_dice.chance(50) ? copy : *at];
        if (one.tablet->running()) {
            one.people->act(m_dice);
            settleDisk();
        }
    }
}

void World::destroyTablet()
{
    const auto at = someRunning();
    if (!at || m_destroyed) {
        return;
    }
    note("tablet " + std::to_string(*at) + " is destroyed");
    stopTablet(*at);
    m_destroyed = true;
    m_places[*at].tablet->destroyed = true;
    m_story.mayBeGone(*at, 0);
    m_seen.counters.add(Fault::TabletDestroyed);
}

void World::setUpAgain()
{
    const std::size_t at = m_dice.below(m_places.size());
    Place &place = m_places[at];
    note("tablet " + std::to_string(at) + " is set up again from its file");
    stopTablet(at);
    if (m_armed && m_armed->dir == place.tablet->dir()) {
        disarm();
    }
    m_home.disk.restore(place.tablet->dir(), place.tablet->seat().fresh);
    place.tablet->destroyed = false;
    place.people->forget();
    place.people->mind = {};
    place.image.reset();
    m_story.mayBeGone(at, 0);
    m_seen.counters.add(Fault::TabletSetUpAgain);
    startTablet(at);
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

void World::laterProgram()
{
    const auto at = someRunning();
    if (!at || m_armed || m_places[*at].full || m_places[*at].diskTrouble ||
        m_places[*at].people->inDoubt()) {
        return;
    }
    Place &place = m_places[*at];
    note("a later program runs on tablet " + std::to_string(*at));
    stopTablet(*at);
    // What was sent is settled by its start, too, and it is our start that looks.
    LaterProgram program(m_home, *place.tablet, *at, m_story, m_seen.counters);
    if (const Status done = program.run(m_dice); !done) {
        failed(std::string("the later program: ") + nameOf(done.error().code()) + " " +
               done.error().detail());
    }
    startTablet(*at);
}

// --- Mechanics ---

bool World::startTablet(std::size_t at, std::optional<Incarnation> shared)
{
    Place &place = m_places[at];
    const bool troubled = place.full || (m_armed && m_armed->dir == place.tablet->dir());
    place.diskTrouble = false;
    const Status started = place.tablet->start(m_dice, shared);
    note("tablet " + std::to_string(at) + " starts" +
         (started ? "" : std::string(": ") + nameOf(started.error().code())));
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

Line *World::lineOf(std::size_t tablet)
{
    for (const auto &line : m_lines) {
        if (line->tablet() == tablet && line->tabletThere()) {
            return line.get();
        }
    }
    return nullptr;
}

void World::tick()
{
    if (m_seen.pushedSinceCommit.size() > 1) {
        m_seen.counters.add(Fault::RunsTogether);
    }
    m_seen.pushedSinceCommit.clear();
    m_server.tick();
    settleDisk();
}

void World::sweepLines()
{
    std::erase_if(m_lines, [](const auto &line) {
        line->takeOutcome();
        return line->over();
    });
    while (m_lines.size() > 6) { // nobody comes back for these
        m_lines.front()->cut(true, true);
        m_lines.erase(m_lines.begin());
    }
}

} // namespace trivsel::sim
