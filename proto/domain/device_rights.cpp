#include "proto/domain/device_rights.h"

#include "proto/domain/access.h"

#include <algorithm>

namespace trivsel::domain {
namespace {

bool contains(const std::vector<PersonId> &people, const PersonId &person)
{
    return std::find(people.begin(), people.end(), person) != people.end();
}

/** Present, and not the resident: nobody else owns a device. */
const Person *ownerOf(const HomeModel &home, const Device &device)
{
    const Person *owner = device.owner ? home.person(*device.owner) : nullptr;
    return owner != nullptr && owner->active ? owner : nullptr;
}

bool asks(Action action, const Device &device, const Person &owner, bool ownWords, bool among)
{
    return allowed(action, {owner.role, ownWords, Voice::VOICE_RESIDENT, among, device.kind});
}

/** What the owner may read of it; a kind that holds no resident's words is asked without readers. */
bool ownerReads(const Device &device, const Person &owner, const StreamInfo &stream, const Profile *readers)
{
    const bool chosen = readers != nullptr && contains(readers->chosen, owner.id);
    const bool team = readers != nullptr && contains(readers->team, owner.id);
    switch (stream.id.kind) {
    case StreamKind::Home:
    case StreamKind::Profile:
        return true;
    case StreamKind::Chosen:
        return asks(Action::ReadChosen, device, owner, false, chosen);
    case StreamKind::Team:
        return asks(Action::ReadTeam, device, owner, false, team);
    case StreamKind::Safety:
        return asks(Action::ReadSafety, device, owner, false, team);
    case StreamKind::Staff:
        return asks(Action::ReadStaff, device, owner, stream.about == owner.id, false);
    case StreamKind::Group:
        return asks(Action::ReadGroup, device, owner, false, false);
    case StreamKind::Insight:
        return asks(Action::ReadInsight, device, owner, false, false);
    case StreamKind::Own:
    case StreamKind::Audit:
        return false;
    }
    return false;
}

/** Somebody who has a device of their own writes their self-evaluations there, and nowhere else. */
bool hasOwnDevice(const HomeModel &home, const std::optional<PersonId> &person)
{
    return person && std::any_of(home.devices.begin(), home.devices.end(), [&](const Device &device) {
               return device.owner == person && device.kind == DeviceKind::Staff && !device.blocked;
           });
}

} // namespace

bool hasRight(const HomeModel &home, const Device &device, const StreamInfo &stream, const Profile *readers)
{
    if (device.blocked || !mayHold(device.kind, stream.id.kind)) {
        return false;
    }
    const bool names = stream.id.kind == StreamKind::Home || stream.id.kind == StreamKind::Profile;
    // A shared tablet is the house's, whatever its record says.
    if (names || device.kind == DeviceKind::Shared) {
        return true;
    }
    if (!device.owner) {
        return stream.id.kind != StreamKind::Staff || !hasOwnDevice(home, stream.about);
    }
    const Person *owner = ownerOf(home, device);
    return owner != nullptr && ownerReads(device, *owner, stream, readers);
}

bool onlyAlong(const Device &device, const StreamId &stream)
{
    const bool words = stream.kind == StreamKind::Chosen || stream.kind == StreamKind::Team ||
                       stream.kind == StreamKind::Safety;
    return device.kind == DeviceKind::Staff && device.owner && words;
}

bool mayTakeAlong(const HomeModel &home, const Device &device, const PersonId &resident,
                  const Profile *readers)
{
    const Person *owner = ownerOf(home, device);
    const Person *who = home.person(resident);
    const bool among = owner != nullptr && readers != nullptr &&
                       (contains(readers->chosen, owner->id) || contains(readers->team, owner->id));
    return owner != nullptr && who != nullptr && who->active && !device.blocked &&
           asks(Action::TakeOnWalk, device, *owner, false, among);
}

} // namespace trivsel::domain
