// Files that somebody copied, and puts back; tablets that are copied, destroyed and set up again.
#include "proto/journal/journal.h"
#include "tests/sim/world.h"

#include <algorithm>

namespace trivsel::sim {

void World::imageServer()
{
    if (m_server.running() && !m_serverFull && m_dice.chance(50)) {
        note("the server is stopped");
        stopServer();
    }
    note("somebody copies the server's files");
    m_serverImage = m_home.disk.image(m_server.dir());
    m_imageKeys = m_desk.keys(m_dice).value_or(OfficeDesk::Keys());
}

void World::setServerBack()
{
    if (m_backups > 0) {
        return restoreBackup(); // nobody takes an old file where there is a backup
    }
    // A key that only the newer files have would be lost: what was sealed with it, the recovery words alone
    // could open.
    const auto keys = m_desk.keys(m_dice);
    settleDisk();
    if (m_blocked || !keys ||
        !std::includes(m_imageKeys.begin(), m_imageKeys.end(), keys->begin(), keys->end())) {
        return;
    }
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
    forgetHeld();
    MemoryDisk::Image files = m_serverImage;
    if (!whole) {
        files = m_home.disk.image(m_server.dir());
        files.erase("home.db-wal");
        files["home.db"] = m_serverImage.at("home.db");
    }
    m_home.disk.restore(m_server.dir(), files);
    noteServerSetBack();
    m_seen.counters.add(whole ? Fault::ServerRestored : Fault::ServerRolledBack);
}

/** What lay in quarantine moved nobody's place in the log: its tablet offers it again, but not on the same
 * day. */
void World::forgetHeld()
{
    journal::OpenOptions options;
    options.vfs = m_home.disk.name();
    auto journal = journal::Journal::open(m_server.dir() / "home.db", options);
    const auto held = journal ? journal->quarantined()
                              : Result<std::vector<journal::Quarantined>>(tl::unexpected(journal.error()));
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const DeviceId &device = m_places[at].tablet->file().device;
        if (!held ||
            std::any_of(held->begin(), held->end(), [&](const auto &one) { return one.device == device; })) {
            m_story.mayBeGone(at, 0);
        }
    }
}

/** What it had said it has may be gone; so may what only it had since a tablet was emptied. */
void World::noteServerSetBack()
{
    ++m_server.generation;
    m_seen.reachedServer.clear();
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (m_places[at].emptied) {
            m_story.mayBeGone(at, 0);
        }
    }
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
    place.setBack = true;
    place.people->forget();
    place.people->mind = place.image->mind;
    m_story.mayBeGone(at, place.image->serial);
    m_seen.counters.add(Fault::TabletRestored);
    startTablet(at);
}

void World::cloneTablet()
{
    auto at = someRunning();
    const auto isPhone = [this](std::size_t place) {
        return m_places[place].tablet->seat().where ==
               Where::Phone; // whom it takes along is one device's say
    };
    for (std::size_t other = 0; at && other < m_places.size(); ++other) {
        SimTablet &tablet = *m_places[other].tablet;
        if (!isPhone(other) && tablet.running() && tablet.incarnation() && m_dice.chance(60)) {
            at = other; // one that has written since its start: that is where it matters
        }
    }
    if (!at || isPhone(*at) || m_cloned || m_blocked || m_places[*at].people->inDoubt()) {
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
    if (incarnation && m_dice.chance(60)) {
        pushBehindTwin(*at, copy);
    }
    for (std::size_t i = m_dice.below(12); incarnation && i > 0; --i) { // both go on
        Place &one = m_places[m_dice.chance(50) ? copy : *at];
        if (one.tablet->running()) {
            one.people->act(m_dice);
            settleDisk();
        }
    }
}

/**
 * Both wrote in one field under one id; the office had the second's, was set back, and got the first's. What
 * the second wrote since goes on from its own chain: no id is taken, and yet it is not what follows on the
 * first's.
 */
void World::pushBehindTwin(std::size_t first, std::size_t second)
{
    if (m_backups > 0 || (!m_server.running() && !startServer())) {
        return;
    }
    note("somebody copies the server's files");
    m_serverImage = m_home.disk.image(m_server.dir());
    m_imageKeys = m_desk.keys(m_dice).value_or(OfficeDesk::Keys());
    const std::string field = m_dice.pick(kFields);
    const auto save = [&](std::size_t at) {
        if (m_places[at].tablet->running()) {
            m_places[at].people->saveIn(m_dice, field);
            settleDisk();
        }
    };
    save(first);
    save(second);
    syncWhole(second);
    save(second);
    setServerBack(); // or not, where a key would be lost
    if (m_server.running() || startServer()) {
        syncWhole(first);
        syncWhole(second);
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
    if (place.emptied) {
        return; // the office would have to pair it anew
    }
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
    place.setBack = true;
    m_seen.counters.add(Fault::TabletSetUpAgain);
    startTablet(at);
}

} // namespace trivsel::sim
