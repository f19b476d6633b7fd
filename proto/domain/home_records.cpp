#include "proto/domain/facts.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/home_model.h"

namespace trivsel::domain {

using merge::Fold;

Ops writeHomeName(const HomeId &home, std::string_view name, bool demo, const Fold &now)
{
    return RecordWriter(EntityId{home.data}, now)
        .text(field::kHomeName, name)
        .num(field::kHomeDemo, demo ? 1 : 0)
        .take();
}

Ops writeDevice(const Device &device, const Fold &now)
{
    wire::v1::Parts keys;
    addRef(keys, "sign", device.signKey);
    addRef(keys, "box", device.boxKey);
    RecordWriter writer(EntityId{device.id.data}, now);
    writer.text(field::kDeviceName, device.name)
        .num(field::kDeviceKind, static_cast<std::int64_t>(device.kind))
        .parts(field::kDeviceKeys, std::move(keys))
        .num(field::kDeviceBlocked, device.blocked ? 1 : 0);
    if (device.wipeMs != 0) {
        writer.num(field::kDeviceWipe, device.wipeMs);
    }
    if (device.goodUntilMs != 0) {
        writer.num(field::kDeviceUntil, device.goodUntilMs);
    }
    const EntityId entity{device.id.data};
    if (device.owner || !now.view(entity, field::kDeviceOwner).versions.empty()) {
        writer.ref(field::kDeviceOwner, device.owner ? device.owner->str() : std::string());
    }
    return writer.take();
}

Ops writePerson(const Person &person, const Fold &now)
{
    RecordWriter writer(entityOf(person.id), now);
    writer.num(field::kPersonRole, person.role).num(field::kPersonActive, person.active ? 1 : 0);
    if (person.closed) {
        wire::v1::Parts parts;
        addNum(parts, "reason", static_cast<std::int64_t>(person.closed->reason));
        addNum(parts, "at", person.closed->atMs);
        writer.parts(field::kPersonClosed, std::move(parts));
    }
    // Everybody's devices hold this stream: no text about residents.
    if (person.role != wire::v1::ROLE_RESIDENT) {
        writer.text(field::kPersonName, person.name);
    }
    if (!person.code.empty()) {
        wire::v1::Parts code;
        addRef(code, "verifier", person.code);
        writer.parts(field::kPersonCode, std::move(code));
    }
    return writer.take();
}

Ops writeStream(const StreamInfo &stream, const Fold &now)
{
    RecordWriter writer(stream.id.bits, now);
    writer.ref(field::kStream, stream.id.str());
    if (stream.about) {
        writer.ref(field::kStreamAbout, stream.about->str());
    }
    return writer.take();
}

Ops writeErasure(const StreamId &stream, const Erasure &erasure, const Fold &now)
{
    wire::v1::Parts parts;
    addRef(parts, "order", erasure.order.str());
    addText(parts, "basis", erasure.basis);
    addRef(parts, "first", erasure.first.str());
    addRef(parts, "second", erasure.second.str());
    addNum(parts, "at", erasure.atMs);
    addRef(parts, "escrow", bytesOf(erasure.escrow));
    return RecordWriter(stream.bits, now).parts(field::kStreamErased, std::move(parts)).take();
}

Ops writeHold(const StreamId &stream, const std::optional<Hold> &hold, const Fold &now)
{
    wire::v1::Parts parts;
    addNum(parts, "on", hold ? 1 : 0);
    if (hold) {
        addText(parts, "why", hold->why);
        addRef(parts, "by", hold->by.str());
        addNum(parts, "since", hold->sinceMs);
    }
    return RecordWriter(stream.bits, now).parts(field::kStreamHold, std::move(parts)).take();
}

Ops writeHelpLine(const HomeId &home, const HelpLine &line, const Fold &now)
{
    wire::v1::Parts parts;
    addText(parts, "label", line.label);
    addText(parts, "phone", line.phone);
    addText(parts, "note", line.note);
    return RecordWriter(line.id, now)
        .in(EntityId{home.data})
        .parts(field::kHelp, std::move(parts))
        .rank(field::kHelpRank, line.rank)
        .take();
}

bool mayHold(DeviceKind device, StreamKind stream)
{
    const bool shared = device == DeviceKind::Shared;
    const bool leader = device == DeviceKind::Leader;
    switch (stream) {
    case StreamKind::Home:
    case StreamKind::Profile:
        return true;
    case StreamKind::Chosen:
    case StreamKind::Team:
        return !leader; // a leader reads no answers
    case StreamKind::Own:
        return shared;
    case StreamKind::Safety:
    case StreamKind::Staff:
        return !shared && !leader;
    case StreamKind::Group:
    case StreamKind::Insight:
        return !shared;
    case StreamKind::Audit:
        return false; // tablets append in sealed boxes and never read it
    }
    return false;
}

} // namespace trivsel::domain
