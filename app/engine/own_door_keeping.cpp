// What OwnDoor writes: boxes for the shared tablets, and for the recovery seed.
#include "app/engine/own_door.h"

#include <algorithm>
#include <iterator>

namespace trivsel::engine {

using domain::OwnBox;

namespace {

constexpr std::string_view kRecoveryMeta = "engine.recovery";

bool includes(const std::vector<std::uint32_t> &all, const std::vector<std::uint32_t> &some)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

bool includes(const std::set<domain::ResetId> &all, const std::set<domain::ResetId> &some)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

void append(domain::Ops &to, domain::Ops &&more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::map<DeviceId, seal::BoxPublic> OwnDoor::sharedTablets() const
{
    std::map<DeviceId, seal::BoxPublic> out;
    for (const domain::Device &device : m.home.model().devices) {
        const auto key = seal::BoxPublic::from(device.boxKey);
        if (device.kind == domain::DeviceKind::Shared && !device.blocked && key) {
            out[device.id] = *key;
        }
    }
    out[m.identity.device] = seal::publicOf(m.identity.box); // also before the office has named it
    return out;
}

/** The one that was met first: a server in wrong hands can't put another in its place later. */
std::optional<seal::BoxPublic> OwnDoor::recoveryKey()
{
    const auto kept = m.store->journal().meta(kRecoveryMeta);
    if (kept && *kept) {
        return seal::BoxPublic::from(**kept);
    }
    const auto home = m.home.homeStream();
    const auto fold = home ? m.authority.fold(*home) : fail(Errc::NotFound);
    return fold ? domain::readRecoveryKey(m.identity.home, **fold) : std::nullopt;
}

Result<domain::Ops> OwnDoor::opsFor(const PersonId &resident, const Standing &now, const Opened &opened,
                                    Replace which)
{
    const auto fold = m.folds.lookAt(now.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const auto versions = seal::versionsOf(opened.ring);
    std::string locked; // the same for every tablet: only the box around it differs
    std::map<DeviceId, OwnBox> boxes;
    for (const auto &[device, key] : sharedTablets()) {
        const auto known = now.record.boxes.find(device);
        const auto heads = known == now.record.boxes.end() ? std::vector<OwnBox>() : known->second;
        const bool may = mayHaveBox(resident, now, opened.ring, device, key); // the resident has said yes
        if (!may && (heads.empty() || which == Replace::Missing)) {
            continue;
        }
        const bool hasAll = heads.size() == 1 && includes(heads.front().versions, versions) &&
                            includes(heads.front().after, now.resets);
        const bool hasOthers = std::any_of(
            heads.begin(), heads.end(), [&](const OwnBox &box) { return !includes(versions, box.versions); });
        if ((which == Replace::Missing && hasAll) || (which != Replace::All && hasOthers)) {
            continue;
        }
        if (!may) { // under the pictures of before, which must not go on opening it there
            boxes[device] = {{}, {}, now.resets};
            continue;
        }
        if (locked.empty()) {
            locked = seal::lock(opened.ring, opened.key, placeOf(resident, now.stream), m.config.random);
        }
        boxes[device] = {seal::sealBox(key, locked), versions, now.resets};
    }
    domain::Ops ops = domain::writeOwnBoxes(resident, boxes, **fold);
    const DeviceId &self = m.identity.device; // so that a change on another one reaches the box here, too
    const seal::BoxPublic selfKey = seal::publicOf(m.identity.box);
    if (!saidOf(resident, now, opened.ring, self, selfKey)) {
        append(ops, saying(resident, now, opened.ring, {self, selfKey}, true, **fold));
    }
    for (const seal::OwnKey &one : opened.ring) {
        const auto recovery = now.record.escrow.contains(one.version) ? std::nullopt : recoveryKey();
        if (recovery) {
            append(ops, domain::writeOwnEscrow(resident, one.version,
                                               seal::escrowOwn(*recovery, now.stream, one), **fold));
        }
    }
    const domain::OwnReturn where{opened.ring.back().version,
                                  seal::publicOf(seal::returnBoxOf(opened.ring.back(), now.stream))};
    append(ops, domain::writeOwnReturn(resident, where, **fold));
    if (now.record.off) {
        append(ops, domain::writeOwnOff(resident, false, **fold));
    }
    return ops;
}

Status OwnDoor::keep(const PersonId &resident, const Standing &now, const Opened &opened, Replace which)
{
    const auto recovery = recoveryKey();
    if (which == Replace::All && !recovery) {
        return fail(Errc::KeyMissing, "the recovery key is not known here");
    }
    const auto ops = opsFor(resident, now, opened, which);
    if (!ops) {
        return tl::unexpected(ops.error());
    }
    if (ops->empty()) {
        return {};
    }
    // One change: after a power cut all of it stands, or nothing.
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(recovery ? m.store->journal().setMeta(kRecoveryMeta, recovery->str()) : Status());
        return m.writer.writeOps(now.stream, {resident, resident, Role::ROLE_RESIDENT}, *ops);
    });
}

Status OwnDoor::takeReturned(const Standing &now, seal::OwnRing &ring) const
{
    const seal::OwnRing known = ring;
    for (const seal::OwnKey &one : known) {
        const auto boxes = now.record.returned.find(one.version);
        for (const std::string &box :
             boxes == now.record.returned.end() ? std::vector<std::string>() : boxes->second) {
            auto returned = seal::openReturned(seal::returnBoxOf(one, now.stream), now.stream, box);
            // Anybody who has the stream's key can seal to it: so only what is older, for reading. What seals
            // new words was drawn on a tablet.
            if (returned && returned->back().version < known.back().version) {
                TRIVSEL_TRY(seal::addKeys(ring, *returned));
                seal::wipe(*returned);
            }
        }
    }
    return {};
}

bool OwnDoor::savedUnderOthers(const StreamId &stream, const seal::OwnRing &ring)
{
    bool found = false;
    (void)m.store->journal().readStream(stream, 0, [&](journal::StoredChange &&stored) {
        const seal::SealedChange &change = stored.change;
        found = !change.gone && seal::isOwnKey(stream, change.key) && !seal::keyIn(ring, change.key);
        return !found;
    });
    return found;
}

} // namespace trivsel::engine
