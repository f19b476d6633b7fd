#include "proto/domain/home_model.h"

#include "proto/domain/code_wish.h"
#include "proto/domain/facts.h"
#include "proto/domain/home_fields.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace trivsel::domain {
namespace {

using merge::Fold;
using merge::numOf;
using merge::textOf;

bool has(const Fold &fold, const EntityId &entity, std::string_view field)
{
    return !fold.view(entity, field).versions.empty();
}

/** A kind of a newer program is read as the one that may hold least. */
DeviceKind kindOf(std::int64_t number)
{
    switch (number) {
    case static_cast<std::int64_t>(DeviceKind::Shared):
        return DeviceKind::Shared;
    case static_cast<std::int64_t>(DeviceKind::Staff):
        return DeviceKind::Staff;
    default:
        return DeviceKind::Leader;
    }
}

Device readDevice(const Fold &fold, const EntityId &entity)
{
    Device device;
    device.id = DeviceId{entity.data};
    device.name = textOf(fold.view(entity, field::kDeviceName));
    device.kind = kindOf(numOf(fold.view(entity, field::kDeviceKind)));
    const wire::v1::Parts keys = partsOf(fold.view(entity, field::kDeviceKeys));
    device.signKey = refPart(keys, "sign");
    device.boxKey = refPart(keys, "box");
    device.blocked = anyIs(fold.view(entity, field::kDeviceBlocked), 1); // when in doubt, it stays out
    device.wipeMs = numOf(fold.view(entity, field::kDeviceWipe));
    device.goodUntilMs = numOf(fold.view(entity, field::kDeviceUntil));
    device.owner = PersonId::from(refOf(fold.view(entity, field::kDeviceOwner)));
    return device;
}

Person readPerson(const Fold &fold, const EntityId &entity)
{
    Person person;
    person.id = personOf(entity);
    const auto role = numOf(fold.view(entity, field::kPersonRole));
    if (wire::v1::Role_IsValid(static_cast<int>(role))) {
        person.role = static_cast<Role>(role);
    }
    person.name = textOf(fold.view(entity, field::kPersonName));
    person.code = refPart(partsOf(fold.view(entity, field::kPersonCode)), "verifier");
    person.active = !anyIs(fold.view(entity, field::kPersonActive), 0); // when in doubt, no longer here
    if (has(fold, entity, field::kPersonClosed)) {
        const wire::v1::Parts parts = partsOf(fold.view(entity, field::kPersonClosed));
        const auto reason = numPart(parts, "reason");
        const bool known =
            reason >= static_cast<int>(CloseReason::Moved) && reason <= static_cast<int>(CloseReason::Ended);
        person.closed =
            Closed{known ? static_cast<CloseReason>(reason) : CloseReason::Ended, numPart(parts, "at")};
        person.active = false;
    }
    return person;
}

std::optional<Erasure> readErasure(const Fold &fold, const EntityId &entity)
{
    if (!has(fold, entity, field::kStreamErased)) {
        return std::nullopt;
    }
    const wire::v1::Parts parts = partsOf(fold.view(entity, field::kStreamErased));
    Erasure erasure;
    erasure.order = decltype(erasure.order)::from(refPart(parts, "order")).value_or(erasure.order);
    erasure.basis = textPart(parts, "basis");
    erasure.first = PersonId::from(refPart(parts, "first")).value_or(PersonId());
    erasure.second = PersonId::from(refPart(parts, "second")).value_or(PersonId());
    erasure.atMs = numPart(parts, "at");
    erasure.escrow = dotsOf(refPart(parts, "escrow"));
    return erasure;
}

/** When in doubt, it holds: of two versions the one that holds. */
std::optional<Hold> readHold(const Fold &fold, const EntityId &entity)
{
    const merge::RegisterView view = fold.view(entity, field::kStreamHold);
    for (auto version = view.versions.rbegin(); version != view.versions.rend(); ++version) {
        const wire::v1::Parts &parts = version->op.parts();
        if (numPart(parts, "on") == 1) {
            return Hold{textPart(parts, "why"), PersonId::from(refPart(parts, "by")).value_or(PersonId()),
                        numPart(parts, "since")};
        }
    }
    return std::nullopt;
}

/** The newest version in escrow: another one is nobody's yet. */
std::uint32_t readKeyVersion(const Fold &fold, const EntityId &entity)
{
    constexpr std::string_view kField = field::kRecovery;
    std::uint32_t newest = 1;
    for (const std::string &name : fold.fields(entity)) {
        std::uint32_t version = 0;
        const char *end = name.data() + name.size();
        if (name.starts_with(kField) && has(fold, entity, name)) {
            const auto [at, error] = std::from_chars(name.data() + kField.size(), end, version);
            newest = error == std::errc() && at == end ? std::max(newest, version) : newest;
        }
    }
    return newest;
}

std::optional<StreamInfo> readStream(const Fold &fold, const EntityId &entity)
{
    const auto id = StreamId::from(refOf(fold.view(entity, field::kStream)));
    if (!id || id->bits != entity) {
        return std::nullopt;
    }
    StreamInfo info{*id, PersonId::from(refOf(fold.view(entity, field::kStreamAbout))), {}, {}, 1};
    info.erased = readErasure(fold, entity);
    info.hold = readHold(fold, entity);
    info.key = readKeyVersion(fold, entity);
    return info;
}

HelpLine readHelpLine(const Fold &fold, const EntityId &entity)
{
    const wire::v1::Parts parts = partsOf(fold.view(entity, field::kHelp));
    HelpLine line;
    line.id = entity;
    line.label = textPart(parts, "label");
    line.phone = textPart(parts, "phone");
    line.note = textPart(parts, "note");
    const merge::RegisterView rank = fold.view(entity, field::kHelpRank);
    line.rank = rank.versions.empty() ? std::string{} : rank.versions.back().op.rank();
    return line;
}

} // namespace

HomeModel readHome(const HomeId &home, const Fold &fold)
{
    HomeModel model;
    const EntityId self{home.data};
    model.name = textOf(fold.view(self, field::kHomeName));
    model.fit = readHomeTalk(home, fold);
    model.demo = numOf(fold.view(self, field::kHomeDemo)) == 1;
    for (const EntityId &entity : fold.entities()) {
        if (!stands(fold, entity)) {
            continue;
        }
        if (has(fold, entity, field::kDeviceKind)) {
            model.devices.push_back(readDevice(fold, entity));
        }
        if (has(fold, entity, field::kPersonRole)) {
            model.people.push_back(readPerson(fold, entity));
        }
        if (const auto stream = readStream(fold, entity)) {
            model.streams.push_back(*stream);
        }
        if (auto code = readShiftCode(entity, fold)) {
            model.shiftCodes.push_back(std::move(*code));
        }
        if (readCodeAnswer(entity, fold) == CodeAnswer::Refused) {
            model.refusedCodes.push_back(entity);
        }
        if (has(fold, entity, field::kHelp)) {
            model.help.push_back(readHelpLine(fold, entity));
        }
    }
    std::sort(model.streams.begin(), model.streams.end(),
              [](const StreamInfo &a, const StreamInfo &b) { return a.id < b.id; });
    std::sort(model.refusedCodes.begin(), model.refusedCodes.end());
    std::sort(model.shiftCodes.begin(), model.shiftCodes.end(), [](const ShiftCode &a, const ShiftCode &b) {
        return std::tie(a.fromMs, a.id) < std::tie(b.fromMs, b.id);
    });
    std::sort(model.help.begin(), model.help.end(), [](const HelpLine &a, const HelpLine &b) {
        return std::tie(a.rank, a.id) < std::tie(b.rank, b.id);
    });
    return model;
}

const Device *HomeModel::device(const DeviceId &id) const
{
    const auto at =
        std::find_if(devices.begin(), devices.end(), [&id](const Device &d) { return d.id == id; });
    return at == devices.end() ? nullptr : &*at;
}

const Person *HomeModel::person(const PersonId &id) const
{
    const auto at = std::find_if(people.begin(), people.end(), [&id](const Person &p) { return p.id == id; });
    return at == people.end() ? nullptr : &*at;
}

const StreamInfo *HomeModel::streamInfo(const StreamId &id) const
{
    const auto at =
        std::lower_bound(streams.begin(), streams.end(), id,
                         [](const StreamInfo &info, const StreamId &wanted) { return info.id < wanted; });
    return at != streams.end() && at->id == id ? &*at : nullptr;
}

bool HomeModel::isErased(const StreamId &id) const
{
    const StreamInfo *info = streamInfo(id);
    return info != nullptr && info->erased.has_value();
}

std::optional<StreamId> HomeModel::streamOf(const PersonId &person, StreamKind kind) const
{
    for (const StreamInfo &info : streams) {
        if (info.about == person && info.id.kind == kind) {
            return info.id;
        }
    }
    return std::nullopt;
}

std::optional<StreamId> HomeModel::stream(StreamKind kind) const
{
    for (const StreamInfo &info : streams) {
        if (!info.about && info.id.kind == kind) {
            return info.id;
        }
    }
    return std::nullopt;
}

} // namespace trivsel::domain
