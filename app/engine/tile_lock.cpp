#include "app/engine/tile_lock.h"

#include <algorithm>

namespace trivsel::engine {

/** From what has arrived, all of it: pages of a first sync show what stands in them before the rest is here.
 */
std::optional<bool> TileLock::readAsked(const PersonId &resident)
{
    const auto home = m.home.homeStream();
    if (!home || !m.isFilled(*home)) {
        return std::nullopt;
    }
    bool named = false;
    bool missing = false;
    for (const domain::StreamInfo &info : m.home.model().streams) {
        if (info.about == resident && info.id.kind == StreamKind::Own && !info.erased) {
            named = true;
            missing = missing || !m.home.isHeld(info.id);
            if (m.home.isHeld(info.id) && !m.isFilled(info.id)) {
                return std::nullopt;
            }
        }
    }
    if (!named) {
        return false; // an office from before *kun mig*
    }
    const auto now = standingOf(m, resident);
    if (!now || (missing && !now->record.everSet())) {
        return std::nullopt; // it may stand in the one that is not here
    }
    const OwnState state = stateOf(*now, m.identity.device);
    const bool pictures = state == OwnState::Set || state == OwnState::Reset || state == OwnState::NotHere;
    return now->record.tile && pictures;
}

std::optional<bool> TileLock::isAsked(const PersonId &resident)
{
    if (const auto known = m_asked.find(resident); known != m_asked.end()) {
        return known->second;
    }
    const auto asked = readAsked(resident);
    if (asked) { // else not remembered: the rest may still come
        m_asked.emplace(resident, *asked);
    }
    return asked;
}

bool TileLock::isLocked(const PersonId &resident)
{
    if (m.identity.kind != TabletKind::Shared) {
        return false; // on what staff carry, their code stands before every page
    }
    const auto stream = m.home.ownStreamOf(resident);
    if (stream && m.keys.isOpen(*stream)) {
        return false;
    }
    return isAsked(resident).value_or(true);
}

bool TileLock::isFetching(const PersonId &resident)
{
    return m.identity.kind == TabletKind::Shared && m.home.isResident(resident) && !isAsked(resident);
}

bool TileLock::opens(const PersonId &resident)
{
    const auto now = standingOf(m, resident);
    return now && now->record.tile;
}

Status TileLock::set(const PersonId &resident, const Who &who, bool on)
{
    TRIVSEL_TRY(m.access.openOwn(who, resident));
    const auto now = standingOf(m, resident);
    if (!now || !m.keys.isOpen(now->stream)) {
        return fail(Errc::NotAllowed, "it is not open");
    }
    return m.store->write([&]() -> Status {
        const auto fold = m.folds.lookAt(now->stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        return m.writer.writeOps(now->stream, {resident, who.person, who.role},
                                 domain::writeOwnTile(resident, on, **fold));
    });
}

void TileLock::follow(const std::set<StreamId> &touched)
{
    const bool told = std::any_of(touched.begin(), touched.end(), [](const StreamId &stream) {
        return stream.kind == StreamKind::Own || stream.kind == StreamKind::Profile ||
               stream.kind == StreamKind::Home;
    });
    if (told) {
        m_asked.clear();
    }
}

} // namespace trivsel::engine
