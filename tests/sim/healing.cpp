// The end of a run: everything is mended, everybody meets, and what was promised is looked for.
#include "app/engine/suspects.h"
#include "tests/sim/checks.h"
#include "tests/sim/world.h"
#include "tests/support/must.h"

#include <algorithm>
#include <filesystem>

namespace trivsel::sim {

namespace {
constexpr int kRoundsMax = 10;
/** The queue that is asked about before more is said, one frame beyond it, and a frame that comes in. */
constexpr std::size_t kHeldMax = server::Conversation::kSendQueueBytesMax + 2 * limits::kFrameBytesMax;
} // namespace

void World::heal()
{
    note("everything is mended, and a day has passed");
    m_now += engine::Suspects::kOfferEveryMs; // what was set aside is offered again
    disarm();
    settleDisk();
    for (const auto &line : m_lines) {
        line->tabletGone();
        line->serverGone();
    }
    m_lines.clear();
    m_home.disk.clearCapacity(m_server.dir());
    m_serverFull = false;
    m_seen.poison.reset();               // the office has a program that can take it
    if (m_dice.chance(50) || m_erased) { // an erasure that was cut short is made good by a start
        m_server.stop();
    }
    if (!m_server.running() && !startServer()) {
        return;
    }
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        Place &place = m_places[at];
        m_home.disk.clearCapacity(place.tablet->dir());
        place.full = false;
        place.offline = false;
        if (place.tablet->destroyed) {
            continue;
        }
        if (place.diskTrouble || place.people->inDoubt()) {
            stopTablet(at);
        }
        if (!place.tablet->running() && !startTablet(at)) {
            return;
        }
    }
    for (const Place &place : m_places) {
        if (place.tablet->running() && !m_story.neighbours.empty()) {
            place.people->settle(); // what waited for want of room
        }
    }
    decideAboutBlocked();
    comeToRest();
    if (m_erased && m_outcome.failures.empty()) {
        // What tablets handed in again of an escrow, to a server that was set back, goes at its next start.
        stopServer();
        if (startServer()) {
            comeToRest();
        }
    }
    if (m_outcome.failures.empty() && officeTidies()) {
        comeToRest();
    }
}

void World::comeToRest()
{
    for (int done = 0; done < kRoundsMax; ++done) {
        if (!m_outcome.failures.empty() || round(done + 1 == kRoundsMax)) {
            return;
        }
    }
    failed("everybody met " + std::to_string(kRoundsMax) + " times and it does not come to rest");
}

/** A tablet that is blocked is found again, given up, or stays as it is. */
void World::decideAboutBlocked()
{
    test::must(m_server.store().refresh());
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const DeviceId device = m_places[at].tablet->file().device;
        if (m_places[at].tablet->destroyed || !isBlocked(at)) {
            continue;
        }
        const bool lost = m_server.store().model().device(device)->wipeMs != 0;
        if (!lost && m_dice.chance(70)) {
            const bool found = m_dice.chance(50);
            const auto how = found ? OfficeDesk::Tablet::Unblock : OfficeDesk::Tablet::Wipe;
            if (settleOffice(found ? "lets a tablet in again" : "has a tablet emptied",
                             m_desk.change(m_dice, device, how)) &&
                found) {
                m_seen.counters.add(Fault::TabletUnblocked);
            }
            test::must(m_server.store().refresh());
        }
    }
}

bool World::takeRescueFiles()
{
    bool any = false;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        SimTablet &tablet = *m_places[at].tablet;
        if (!tablet.running() || tablet->sync().givenUp == 0) {
            continue;
        }
        const auto file = m_home.pocket() / ("rescue-" + std::to_string(at));
        std::error_code none;
        std::filesystem::remove(file, none); // the office has read the last one
        const auto written = tablet->writeRescue(file);
        const auto taken = written ? m_desk.takeRescue(m_dice, file) : written;
        if (settleOffice("takes a rescue file in", taken ? Status() : tl::unexpected(taken.error()))) {
            any = true;
            m_seen.counters.add(Fault::SkippedRescued);
        }
    }
    return any;
}

bool World::officeTidies()
{
    bool any = takeRescueFiles();
    const auto held = test::must(m_server.store().journal().quarantined());
    if (held.empty()) {
        return any;
    }
    std::set<DeviceId> gone;
    for (const Place &place : m_places) {
        if (place.emptied) {
            gone.insert(place.tablet->file().device);
        }
    }
    const auto accepted = m_desk.acceptHeld(m_dice, gone);
    if (settleOffice("lets in what was held", accepted ? Status() : tl::unexpected(accepted.error())) &&
        *accepted > 0) {
        m_seen.counters.add(Fault::HeldAccepted);
        any = true;
    }
    return any;
}

bool World::isBlocked(std::size_t tablet)
{
    const domain::Device *device = m_server.store().model().device(m_places[tablet].tablet->file().device);
    return device != nullptr && device->blocked;
}

bool World::round(bool last)
{
    bool quiet = true;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (m_places[at].tablet->destroyed) {
            continue;
        }
        m_now += 1'000;
        Line line(++m_lineNumber, at, *m_places[at].tablet, m_server, m_seen);
        std::optional<Status> outcome;
        for (;;) {
            const bool moved = line.moveUp(SIZE_MAX) | line.moveDown(SIZE_MAX);
            if (!outcome) {
                outcome = line.takeOutcome();
            }
            if (m_server.due()) {
                tick();
                if (!m_server.running()) {
                    failed("the server stopped while nothing was wrong");
                    return false;
                }
            } else if (!moved) {
                break;
            }
        }
        if (!outcome) {
            failed("a run of tablet " + std::to_string(at) + " stands still");
            return false;
        }
        if (m_places[at].emptied) {
            quiet = false;
            sweepEmptied();
            continue;
        }
        const auto state = (*m_places[at].tablet)->syncPort().state();
        const auto end = m_server.store().journal().end();
        const bool read = line.progress().upToDate && state && end && state->cursor == *end;
        quiet = quiet && *outcome && line.progress().pushed == 0 && line.progress().pulled == 0 &&
                line.progress().quarantined == 0 && (read || isBlocked(at));
        if (!*outcome && last) {
            failed("tablet " + std::to_string(at) + " can't sync: " + nameOf((*outcome).error().code()) +
                   " " + (*outcome).error().detail());
        }
    }
    return quiet;
}

void World::countWhatCame()
{
    if (m_server.store().model().streamInfo(m_home.team)->key > 1) {
        m_seen.counters.add(Fault::KeyTurned);
    }
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        SimTablet &tablet = *m_places[at].tablet;
        const bool wrote = std::any_of(m_story.edits.begin(), m_story.edits.end(),
                                       [at](const Edit &edit) { return edit.saved.tablet == at; });
        if (tablet.seat().where != Where::Phone || tablet.destroyed || !wrote || m_places[at].setBack) {
            continue;
        }
        const auto streams = test::must(tablet->state());
        if (std::none_of(streams.begin(), streams.end(), [this](const auto &state) {
                return state.stream == m_home.team && state.changes > 0;
            })) {
            m_seen.counters.add(Fault::WalkGivenBack);
        }
    }
}

bool World::isPastSafety(std::size_t tablet)
{
    const bool givenBack = m_places[tablet].emptied || m_places[tablet].tablet->seat().where == Where::Phone;
    const bool another = std::any_of(m_places.begin(), m_places.end(), [&](const Place &place) {
        return &place != &m_places[tablet] && (place.tablet->destroyed || place.setBack);
    });
    return givenBack && another && m_server.generation > 0;
}

void World::check()
{
    const Checks checks{m_home,
                        m_server.store(),
                        m_story,
                        m_seen.ledger,
                        m_shared,
                        m_server.generation > 0,
                        [this](const std::string &what) { failed(what); },
                        [this] { m_seen.counters.add(Fault::IdCollision); },
                        [this](const std::string &what) { note(what); },
                        test::must(server::readState(m_server.store())),
                        [this](std::size_t tablet) { return isPastSafety(tablet); }};
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        Place &place = m_places[at];
        if (place.tablet->destroyed) {
            continue;
        }
        place.people->look();
        const domain::Device *device = m_server.store().model().device(place.tablet->file().device);
        if (device == nullptr) {
            failed("tablet " + std::to_string(at) + " is not in the office's table any more");
            continue;
        }
        if (device->blocked && m_server.generation > 0) {
            m_story.mayBeGone(at, 0); // it has what it wrote, and offers it when it is let in
        }
        checks.holdsNoMore(*place.tablet, "tablet " + std::to_string(at), *device,
                           !place.people->mind.sheets.empty());
        if (!device->blocked) { // else it stands still where it was
            checks.sameAs(**place.tablet, "tablet " + std::to_string(at), place.tablet->dir(), *device);
        }
    }
    countWhatCame();
    checkErased();
    checks.neighbours(m_erased.has_value());
    checks.quarantine();
    checks.promises(m_server.generation);
    if (!m_seen.ledger.allSafe().empty()) {
        m_seen.counters.add(Fault::ToldSafe);
    }
    checks.plan();
    checks.answers();
    checks.items();
    checks.foreign();
    if (m_seen.mostHeld > kHeldMax) {
        failed("one end of a line held " + std::to_string(m_seen.mostHeld) + " bytes");
    }
    if (m_tracing) {
        for (const server::StreamState &state : checks.streams) {
            note(std::string(nameOf(state.stream.kind)) + " " + std::to_string(state.changes) +
                 " changes, set " + toHex(state.setHash.view()).substr(0, 16) + ", fold " +
                 toHex(state.fold.view()).substr(0, 16));
        }
    }
}

} // namespace trivsel::sim
