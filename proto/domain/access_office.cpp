#include "proto/domain/access_rule.h"

#include <array>

namespace trivsel::domain::access {
namespace {

using enum Action;

constexpr Rule atOffice(Action action, Approval approval)
{
    return {action, kOffice, kAnyVoice, Whose::Other, Readers::Either, kAtOffice, approval};
}

/** Blocking and wiping must not wait for a second person: nothing is lost by either, and a lost tablet is. */
constexpr std::array kOfficeRules{
    atOffice(ManagePeople, Approval::Alone),  atOffice(DrawCode, Approval::Alone),
    atOffice(ManageTablets, Approval::Alone), atOffice(BlockTablet, Approval::Alone),
    atOffice(WipeTablet, Approval::Alone),    atOffice(SetRetention, Approval::Alone),
    atOffice(CloseResident, Approval::Alone), atOffice(Hold, Approval::Alone),
    atOffice(Erase, Approval::TwoPeople),
};

/** On a shared tablet staff sign in to sit beside a resident; guests have no code. */
constexpr std::array kDeviceRules{
    Rule{OpenOwnTile, kResident, kAnyVoice, Whose::Own, Readers::Either, kShared},
    Rule{SignInByCode, kStaff, kAnyVoice, Whose::Own, Readers::Either, kShared | kStaffDevice},
    Rule{SignInByCode, kLeader, kAnyVoice, Whose::Own, Readers::Either, kAnyDevice},
    Rule{ChangeOwnCode, kStaff, kAnyVoice, Whose::Own, Readers::Either, kShared | kStaffDevice},
    Rule{ChangeOwnCode, kLeader, kAnyVoice, Whose::Own, Readers::Either, kAnyDevice},
    // What a conversation was about stands where the team, or those who are chosen, read it.
    Rule{HoldConversation, kStaff, kAnyVoice, Whose::Other, Readers::Among, kShared | kStaffDevice},
    Rule{HoldConversation, kResident, kAnyVoice, Whose::Own, Readers::Either, kShared | kStaffDevice},
    Rule{AgreeOnConversations, kStaff, kFact, Whose::Other, Readers::Among, kShared | kStaffDevice},
    Rule{AgreeOnConversations, kResident, kFact, Whose::Own, Readers::Either, kShared | kStaffDevice},
    // No words of anybody's are in it: whoever works in the house may.
    Rule{HoldRound, kStaff | kLeader, kFact, Whose::Either, Readers::Either, kShared},
    Rule{TakeOnWalk, kStaff, kAnyVoice, Whose::Other, Readers::Among, kStaffDevice},
    Rule{ResetPictures, kStaff, kAnyVoice, Whose::Other, Readers::Among, kShared | kStaffDevice},
    Rule{ChooseOwnWays, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},
};

} // namespace

std::span<const Rule> officeRules()
{
    return kOfficeRules;
}

std::span<const Rule> deviceRules()
{
    return kDeviceRules;
}

} // namespace trivsel::domain::access
