#pragma once

#include "proto/domain/access.h"

#include <span>

/** The lines of the access table. Inside proto/domain only. */
namespace trivsel::domain::access {

// Roles as a set.
constexpr unsigned bit(int role)
{
    return 1U << static_cast<unsigned>(role);
}
inline constexpr unsigned kResident = bit(wire::v1::ROLE_RESIDENT);
inline constexpr unsigned kStaff = bit(wire::v1::ROLE_STAFF) | bit(wire::v1::ROLE_PEER) |
                                   bit(wire::v1::ROLE_COORDINATOR) | bit(wire::v1::ROLE_MEDICINE) |
                                   bit(wire::v1::ROLE_NIGHT) | bit(wire::v1::ROLE_TEMP);
inline constexpr unsigned kLeader = bit(wire::v1::ROLE_LEADER);
inline constexpr unsigned kOffice = bit(wire::v1::ROLE_OFFICE);
inline constexpr unsigned kGuest = bit(wire::v1::ROLE_MENTOR) | bit(wire::v1::ROLE_MEETING_LEADER) |
                                   bit(wire::v1::ROLE_REFLECTANT) | bit(wire::v1::ROLE_SUPERVISOR) |
                                   bit(wire::v1::ROLE_REPRESENTATIVE);

// Voices as a set.
inline constexpr unsigned kFact = 1U << wire::v1::VOICE_UNSPECIFIED;
inline constexpr unsigned kInside = 1U << wire::v1::VOICE_RESIDENT;
inline constexpr unsigned kOutside = 1U << wire::v1::VOICE_STAFF;
inline constexpr unsigned kAnyVoice = kFact | kInside | kOutside;

// Places as a set: the office's machine, and the kinds of devices.
inline constexpr unsigned kAtOffice = 1U;
inline constexpr unsigned kShared = 1U << static_cast<unsigned>(DeviceKind::Shared);
inline constexpr unsigned kStaffDevice = 1U << static_cast<unsigned>(DeviceKind::Staff);
inline constexpr unsigned kLeaderDevice = 1U << static_cast<unsigned>(DeviceKind::Leader);
inline constexpr unsigned kBesideResident =
    kShared | kStaffDevice; // a leader's device holds no resident's answers
inline constexpr unsigned kAnyDevice = kShared | kStaffDevice | kLeaderDevice;
inline constexpr unsigned kAnyPlace = kAtOffice | kAnyDevice;

enum class Whose { Own, Other, Either };
enum class Readers { Among, Either };
enum class Approval { Alone, TwoPeople };

struct Rule
{
    Action action;
    unsigned roles;
    unsigned voices = kAnyVoice;
    Whose words = Whose::Either;
    Readers readers = Readers::Either;
    unsigned places = kAnyPlace;
    Approval approval = Approval::Alone;
};

[[nodiscard]] std::span<const Rule> wordRules();
[[nodiscard]] std::span<const Rule> readingRules();
[[nodiscard]] std::span<const Rule> deviceRules();
[[nodiscard]] std::span<const Rule> officeRules();

} // namespace trivsel::domain::access
