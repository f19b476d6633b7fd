#include "proto/domain/access_rule.h"

#include <array>

namespace trivsel::domain::access {
namespace {

using enum Action;

/** Writing. A resident's words are only ever changed by that resident; nobody has a line for SetScoreAsGoal.
 */
constexpr std::array kWordsRules{
    Rule{AnswerForSelf, kResident | kStaff | kLeader, kAnyVoice, Whose::Own},
    Rule{AnswerForAnother, kStaff, kAnyVoice, Whose::Other},
    Rule{AnswerUnmarked, kResident | kStaff | kLeader, kAnyVoice, Whose::Own},
    Rule{AnswerUnnamed, kResident | kStaff | kLeader, kAnyVoice, Whose::Own},
    Rule{WithdrawAnswer, kResident | kStaff | kLeader, kAnyVoice, Whose::Own},

    Rule{WriteResidentVoice, kResident, kAnyVoice, Whose::Own},
    // What the resident says; it folds beside the resident's own words, never over them.
    Rule{WriteResidentVoice, kStaff, kAnyVoice, Whose::Other, Readers::Among},
    Rule{WriteStaffVoice, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{WriteSafety, kResident, kInside | kFact, Whose::Own, Readers::Either, kStaffDevice},
    Rule{WriteSafety, kStaff, kAnyVoice, Whose::Other, Readers::Among, kStaffDevice},
    Rule{ApproveAsMyWords, kResident, kAnyVoice, Whose::Own},

    Rule{EditWords, kResident, kInside | kFact, Whose::Own},
    Rule{EditWords, kStaff, kOutside, Whose::Either, Readers::Among},
    Rule{DeleteWords, kResident, kInside | kFact, Whose::Own},
    Rule{DeleteWords, kStaff, kOutside, Whose::Either, Readers::Among},
    Rule{HideWords, kResident, kInside | kFact, Whose::Own},
    Rule{HideWords, kStaff, kOutside, Whose::Either, Readers::Among},
    Rule{ReorderWords, kResident, kInside | kFact, Whose::Own},
    Rule{ReorderWords, kStaff, kOutside, Whose::Either, Readers::Among},

    Rule{ChooseVersion, kResident, kInside | kFact, Whose::Own},
    Rule{ChooseVersion, kStaff, kOutside | kFact, Whose::Either, Readers::Among},
    Rule{ChooseVersion, kLeader | kOffice, kFact}, // the home's own records
    Rule{RewriteVersion, kResident, kInside | kFact, Whose::Own},
    Rule{RewriteVersion, kStaff, kOutside | kFact, Whose::Either, Readers::Among},
    Rule{RewriteVersion, kLeader | kOffice, kFact},
    Rule{KeepBothVersions, kResident, kInside | kFact, Whose::Own},
    Rule{KeepBothVersions, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{KeepBothVersions, kLeader | kOffice, kFact},
    Rule{TalkAboutVersions, kResident, kInside | kFact, Whose::Own},
    Rule{TalkAboutVersions, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{TalkAboutVersions, kLeader | kOffice, kFact},

    // Beside staff's words, by nobody for them.
    Rule{SeeOtherwise, kResident, kInside, Whose::Own},
    // What staff do about it is theirs to say; where they may read what they reply to.
    Rule{ReplyToResident, kStaff, kOutside, Whose::Other, Readers::Among, kBesideResident},

    Rule{EndNoMoreAsking, kResident, kAnyVoice, Whose::Own},
};

} // namespace

std::span<const Rule> wordRules()
{
    return kWordsRules;
}

} // namespace trivsel::domain::access
