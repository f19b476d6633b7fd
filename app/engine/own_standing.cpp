#include "app/engine/own_standing.h"

#include <algorithm>

namespace trivsel::engine {

using domain::OwnBox;

namespace {
bool covers(const std::set<domain::ResetId> &known, const std::set<domain::ResetId> &all)
{
    return std::includes(known.begin(), known.end(), all.begin(), all.end());
}
} // namespace

std::optional<OwnStanding> standingOf(Parts &parts, const PersonId &resident)
{
    const auto stream = parts.home.ownStreamOf(resident);
    const auto profile = parts.home.streamOf(resident, StreamKind::Profile);
    const auto own = stream ? parts.folds.lookAt(*stream) : fail(Errc::NotFound);
    const auto about = profile ? parts.folds.lookAt(*profile) : fail(Errc::NotFound);
    if (!own || !about) {
        return std::nullopt;
    }
    return OwnStanding{*stream, domain::readOwn(resident, **own), domain::readOwnResets(resident, **about)};
}

OwnState stateOf(const OwnStanding &now, const DeviceId &tablet)
{
    if (!now.record.everSet()) {
        return OwnState::NotSet;
    }
    bool anywhere = false;
    bool here = false;
    for (const auto &[device, boxes] : now.record.boxes) {
        for (const OwnBox &box : boxes) {
            const bool counts = covers(box.after, now.resets);
            anywhere = anywhere || counts;
            here = here || (counts && device == tablet);
        }
    }
    return !anywhere        ? OwnState::Reset
           : !here          ? OwnState::NotHere
           : now.record.off ? OwnState::Off
                            : OwnState::Set;
}

} // namespace trivsel::engine
