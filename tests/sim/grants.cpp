// What the office decides about people and tablets, and what becomes of it on a tablet.
#include "tests/sim/world.h"

#include <algorithm>

namespace trivsel::sim {

bool World::settleOffice(const std::string &what, const Status &done)
{
    const bool excused = m_struck || m_serverFull || (m_armed && m_armed->dir == m_server.dir());
    note("the office " + what + (done ? "" : std::string(": ") + nameOf(done.error().code())));
    if (!done && !excused) {
        failed("the office can't do it: " + what + ": " + nameOf(done.error().code()) + " " +
               done.error().detail());
    }
    settleDisk();
    return done.has_value();
}

/** Mostly the other way round. */
void World::changeTeam()
{
    m_boIn = m_dice.chance(80) != m_boIn;
    const auto changed = m_desk.setBo(m_dice, m_boIn);
    const Status done = changed ? Status() : tl::unexpected(changed.error());
    if (settleOffice(m_boIn ? "takes Bo into the team" : "takes Bo out of the team", done) && *changed) {
        m_seen.counters.add(m_boIn ? Fault::PersonJoinedTeam : Fault::PersonLeftTeam);
    }
}

void World::changeTablet()
{
    if (m_shared || m_server.generation > 0 || !m_story.skipped.empty()) {
        return; // see the README: not together with these
    }
    const std::size_t at = m_blocked && m_dice.chance(70) ? *m_blocked : m_dice.below(m_places.size());
    const DeviceId device = m_places[at].tablet->file().device;
    const auto known = m_desk.look(m_dice, device);
    if (!known) {
        settleOffice("looks for a tablet", tl::unexpected(known.error()));
        return;
    }
    if (known->wipeMs != 0) {
        return;
    }
    const std::string name = " tablet " + std::to_string(at);
    if (!known->blocked) {
        if (settleOffice("blocks" + name, m_desk.change(m_dice, device, OfficeDesk::Tablet::Block))) {
            m_blocked = at;
            m_seen.counters.add(Fault::TabletBlocked);
        }
    } else if (m_dice.chance(60)) {
        if (settleOffice("lets in" + name, m_desk.change(m_dice, device, OfficeDesk::Tablet::Unblock))) {
            m_seen.counters.add(Fault::TabletUnblocked);
        }
    } else {
        settleOffice("wants to have emptied" + name, m_desk.change(m_dice, device, OfficeDesk::Tablet::Wipe));
    }
}

void World::onOrder(std::size_t tablet, Order order, const StreamId &stream, bool done)
{
    Place &place = m_places[tablet];
    switch (order) {
    case Order::Withdraw: {
        if (stream != m_home.team && stream != m_home.chosen) {
            return place.people->covered();
        }
        const auto pending = (*place.tablet)->syncPort().pending();
        const bool waits = pending && std::any_of(pending->begin(), pending->end(),
                                                  [&](const auto &one) { return one.first == stream; });
        if (waits) {
            m_seen.counters.add(Fault::WithdrawnUnsent);
        }
        return place.people->preparedToEmpty(done);
    }
    case Order::Erase:
        if (done && stream == m_home.karlsTeam) {
            m_seen.counters.add(Fault::ErasureCarriedOut);
        }
        return place.people->covered();
    case Order::LetGo:
        return place.people->covered(); // it may have found something else that had to go
    case Order::PrepareToEmpty:
        return place.people->preparedToEmpty(done);
    case Order::Empty:
        place.emptied = place.emptied || done;
        return;
    }
}

void World::sweepEmptied()
{
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        Place &place = m_places[at];
        if (place.emptied && !place.tablet->destroyed) {
            note("tablet " + std::to_string(at) + " has emptied itself");
            stopTablet(at);
            place.tablet->destroyed = true;
            place.people->emptied();
            m_seen.counters.add(Fault::TabletWiped);
        }
    }
}

} // namespace trivsel::sim
