// Which other tablets may open *kun mig*: the resident is asked, and the answer is sealed with their own key.
#include "app/engine/own_door.h"
#include "proto/seal/own_consent.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace trivsel::engine {

using domain::OwnBox;

std::optional<OwnDoor::Said> OwnDoor::saidOf(const PersonId &resident, const Standing &now,
                                             const seal::OwnRing &ring, const DeviceId &tablet,
                                             const seal::BoxPublic &key) const
{
    std::optional<Said> newest;
    const auto answers = now.record.tablets.find(tablet);
    if (answers == now.record.tablets.end()) {
        return newest;
    }
    const seal::OwnPlace place = placeOf(resident, now.stream);
    for (const domain::OwnTabletAnswer &one : answers->second) {
        // Under the newest key alone: what was said before a reset does not come back with the older keys.
        const bool holds = one.version == ring.back().version &&
                           seal::isConsent(one.mac, ring.back(), place, {tablet, key, one.yes, one.number});
        // Of two at once, said on two tablets, the careful one.
        if (holds && (!newest || one.number > newest->number || (one.number == newest->number && !one.yes))) {
            newest = Said{one.yes, one.number};
        }
    }
    return newest;
}

bool OwnDoor::mayHaveBox(const PersonId &resident, const Standing &now, const seal::OwnRing &ring,
                         const DeviceId &tablet, const seal::BoxPublic &key) const
{
    const auto said = saidOf(resident, now, ring, tablet, key);
    return tablet == m.identity.device || (said && said->yes);
}

domain::Ops OwnDoor::saying(const PersonId &resident, const Standing &now, const seal::OwnRing &ring,
                            const std::pair<DeviceId, seal::BoxPublic> &tablet, bool yes,
                            const merge::Fold &fold) const
{
    const auto said = saidOf(resident, now, ring, tablet.first, tablet.second);
    domain::OwnTabletAnswer answer{yes, said ? said->number + 1 : 1, ring.back().version, {}};
    answer.mac = seal::consentMac(ring.back(), placeOf(resident, now.stream),
                                  {tablet.first, tablet.second, answer.yes, answer.number})
                     .str();
    return domain::writeOwnTablet(resident, tablet.first, answer, fold);
}

std::vector<OwnTablet> OwnDoor::tabletsOf(const PersonId &resident, const Standing &now) const
{
    std::vector<OwnTablet> out;
    for (const auto &[id, key] : sharedTablets()) {
        const domain::Device *device = m.home.model().device(id);
        if (id == m.identity.device || device == nullptr) {
            continue;
        }
        const auto said = saidOf(resident, now, m.keys.ring(), id, key);
        using Answer = OwnTablet::Answer;
        out.push_back({id, device->name, !said ? Answer::Unasked : said->yes ? Answer::Yes : Answer::No});
    }
    std::sort(out.begin(), out.end(), [](const OwnTablet &a, const OwnTablet &b) {
        return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
    return out;
}

std::optional<std::string> OwnDoor::lockedRing(const Standing &now) const
{
    const auto here = now.record.boxes.find(m.identity.device);
    const auto locked = lockedHere(now);
    // Several: other pictures stand beside these, and nobody can tell which ring is under which.
    const bool one = here != now.record.boxes.end() && here->second.size() == 1 && locked.size() == 1 &&
                     locked.front().versions == seal::versionsOf(m.keys.ring());
    return one ? std::optional(locked.front().bytes) : std::nullopt;
}

/** `locked` none: the box that stands there is taken away. */
domain::Ops OwnDoor::boxOps(const PersonId &resident, const Standing &now,
                            const std::pair<DeviceId, seal::BoxPublic> &to,
                            const std::optional<std::string> &locked, const merge::Fold &fold,
                            const std::vector<OwnBox> &heads) const
{
    const auto versions = seal::versionsOf(m.keys.ring());
    const auto within = [](const std::vector<std::uint32_t> &some, const std::vector<std::uint32_t> &all) {
        return std::includes(all.begin(), all.end(), some.begin(), some.end());
    };
    // What was closed by a reset since does not stand any more.
    const bool hasOthers = std::any_of(heads.begin(), heads.end(), [&](const OwnBox &box) {
        return !within(box.versions, versions) &&
               std::includes(box.after.begin(), box.after.end(), now.resets.begin(), now.resets.end());
    });
    const bool hasOurs = std::any_of(heads.begin(), heads.end(),
                                     [&](const OwnBox &box) { return within(versions, box.versions); });
    if (hasOthers && (!locked || hasOurs)) {
        return {}; // what was chosen there and not met here is not written over
    }
    if (!locked && heads.empty()) {
        return {};
    }
    domain::Ops ops = domain::writeOwnBoxes(
        resident,
        {{to.first, locked ? OwnBox{seal::sealBox(to.second, *locked), versions, now.resets}
                           : OwnBox{{}, {}, now.resets}}},
        fold);
    for (wire::v1::Op &op : ops) {
        if (hasOthers) {
            op.clear_seen(); // it stands beside: there the other pictures open theirs, and these ours
        }
    }
    return ops;
}

Result<domain::Ops> OwnDoor::opsForAnswer(const PersonId &resident, const Standing &now,
                                          const DeviceId &tablet, bool yes)
{
    const auto tablets = sharedTablets();
    const auto at = tablets.find(tablet);
    if (at == tablets.end() || tablet == m.identity.device) {
        return fail(Errc::NotFound, "no other shared tablet of the house");
    }
    const seal::OwnRing &ring = m.keys.ring();
    const auto locked = lockedRing(now);
    const auto fold = m.folds.lookAt(now.stream);
    if (!fold || (yes && !locked)) {
        return !fold ? Result<domain::Ops>(tl::unexpected(fold.error()))
                     : fail(Errc::KeyMissing, "other pictures stand beside these");
    }
    domain::Ops ops = saying(resident, now, ring, {tablet, at->second}, yes, **fold);
    const auto known = now.record.boxes.find(tablet);
    auto boxes = boxOps(resident, now, {tablet, at->second}, yes ? locked : std::nullopt, **fold,
                        known == now.record.boxes.end() ? std::vector<OwnBox>() : known->second);
    ops.insert(ops.end(), std::make_move_iterator(boxes.begin()), std::make_move_iterator(boxes.end()));
    return ops;
}

Status OwnDoor::answerTablet(const PersonId &resident, const Who &who, const DeviceId &tablet, bool yes)
{
    TRIVSEL_TRY(m.access.openOwn(who, resident));
    const auto now = standingOf(m, resident);
    if (!now || !m.keys.isOpen(now->stream)) {
        return fail(Errc::NotAllowed, "it is not open");
    }
    const auto ops = opsForAnswer(resident, *now, tablet, yes);
    if (!ops) {
        return tl::unexpected(ops.error());
    }
    // One change: after a power cut answer and box stand both, or neither.
    return m.store->write([&] {
        return m.writer.writeOps(now->stream, {resident, who.person, who.role}, *ops);
    });
}

} // namespace trivsel::engine
