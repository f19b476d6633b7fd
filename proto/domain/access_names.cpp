#include "proto/domain/access_rule.h"

#include <algorithm>
#include <array>

namespace trivsel::domain {
namespace {

using enum wire::v1::Role;

// In the order of the enumeration.
constexpr std::array<std::string_view, static_cast<std::size_t>(Action::Count)> kActions{
    "answer-for-self",
    "answer-for-another",
    "answer-unmarked",
    "answer-unnamed",
    "withdraw-answer",
    "write-resident-voice",
    "write-staff-voice",
    "write-safety",
    "approve-as-my-words",
    "edit-words",
    "delete-words",
    "hide-words",
    "reorder-words",
    "choose-version",
    "rewrite-version",
    "keep-both-versions",
    "talk-about-versions",
    "see-otherwise",
    "reply-to-resident",
    "set-score-as-goal",
    "end-no-more-asking",
    "widen-readers",
    "narrow-readers",
    "choose-team",
    "invite-guest",
    "read-profile",
    "read-own",
    "read-own-through-reset",
    "read-chosen",
    "read-team",
    "read-safety",
    "read-safety-by-shift-code",
    "read-safety-in-emergency",
    "read-staff",
    "read-group",
    "read-insight",
    "read-who-looked",
    "read-audit",
    "see-drafts",
    "see-time-used",
    "see-changed-answers",
    "see-skip-patterns",
    "rank-people",
    "search",
    "print",
    "print-safety",
    "export-ticked",
    "export-unticked",
    "export-by-order",
    "note-transferred",
    "open-own-tile",
    "sign-in-by-code",
    "change-own-code",
    "hold-conversation",
    "agree-on-conversations",
    "hold-round",
    "take-on-walk",
    "reset-pictures",
    "choose-own-ways",
    "manage-people",
    "draw-code",
    "manage-tablets",
    "block-tablet",
    "wipe-tablet",
    "set-retention",
    "close-resident",
    "hold",
    "erase",
};
static_assert(!kActions.back().empty(), "an action without a name");

struct NamedRole
{
    Role role;
    std::string_view name;
};
constexpr std::array kRoles{
    NamedRole{ROLE_RESIDENT, "resident"},
    NamedRole{ROLE_STAFF, "staff"},
    NamedRole{ROLE_PEER, "peer"},
    NamedRole{ROLE_COORDINATOR, "coordinator"},
    NamedRole{ROLE_MEDICINE, "medicine"},
    NamedRole{ROLE_NIGHT, "night"},
    NamedRole{ROLE_TEMP, "temp"},
    NamedRole{ROLE_LEADER, "leader"},
    NamedRole{ROLE_OFFICE, "office"},
    NamedRole{ROLE_MENTOR, "mentor"},
    NamedRole{ROLE_MEETING_LEADER, "meeting-leader"},
    NamedRole{ROLE_REFLECTANT, "reflectant"},
    NamedRole{ROLE_SUPERVISOR, "supervisor"},
    NamedRole{ROLE_REPRESENTATIVE, "representative"},
    NamedRole{ROLE_SERVER, "server"},
};

bool isIn(unsigned set, Role role)
{
    return Role_IsValid(role) && (set & access::bit(role)) != 0;
}

} // namespace

std::string_view nameOf(Action action)
{
    const auto at = static_cast<std::size_t>(action);
    return at < kActions.size() ? kActions[at] : std::string_view();
}

std::string_view nameOf(Role role)
{
    const auto *at = std::find_if(kRoles.begin(), kRoles.end(),
                                  [role](const NamedRole &known) { return known.role == role; });
    return at == kRoles.end() ? std::string_view() : at->name;
}

std::optional<Role> roleNamed(std::string_view name)
{
    const auto *at = std::find_if(kRoles.begin(), kRoles.end(),
                                  [name](const NamedRole &known) { return known.name == name; });
    return at == kRoles.end() ? std::nullopt : std::optional(at->role);
}

bool isGuest(Role role)
{
    return isIn(access::kGuest, role);
}

bool isCareStaff(Role role)
{
    return isIn(access::kStaff, role);
}

bool hasCode(Role role)
{
    return isIn(access::kStaff | access::kLeader, role);
}

} // namespace trivsel::domain
