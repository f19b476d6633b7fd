// The end of a run: everything is mended, everybody meets, and what was promised is looked for.
#include "app/engine/suspects.h"
#include "tests/sim/checks.h"
#include "tests/sim/world.h"
#include "tests/support/must.h"

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
    if (m_dice.chance(50)) {
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
    for (int done = 0; done < kRoundsMax; ++done) {
        if (!m_outcome.failures.empty() || round(done + 1 == kRoundsMax)) {
            return;
        }
    }
    failed("everybody met " + std::to_string(kRoundsMax) + " times and it does not come to rest");
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
        const auto state = (*m_places[at].tablet)->syncPort().state();
        const auto end = m_server.store().journal().end();
        quiet = quiet && *outcome && line.progress().upToDate && line.progress().pushed == 0 &&
                line.progress().pulled == 0 && state && end && state->cursor == *end;
        if (!*outcome && last) {
            failed("tablet " + std::to_string(at) + " can't sync: " + nameOf((*outcome).error().code()) +
                   " " + (*outcome).error().detail());
        }
    }
    return quiet;
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
                        test::must(server::readState(m_server.store()))};
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        Place &place = m_places[at];
        if (place.tablet->destroyed) {
            continue;
        }
        place.people->look();
        const bool isShared = place.tablet->file().kind == TabletKind::Shared;
        checks.sameAs(**place.tablet, "tablet " + std::to_string(at), place.tablet->dir(),
                      isShared ? domain::DeviceKind::Shared : domain::DeviceKind::Staff);
    }
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
