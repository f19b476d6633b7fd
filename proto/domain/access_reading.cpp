#include "proto/domain/access_rule.h"

#include <array>

namespace trivsel::domain::access {
namespace {

using enum Action;

/**
 * Reading, and who decides on readers. Nobody has a line for ReadOwnThroughReset, SeeTimeUsed,
 * SeeSkipPatterns and RankPeople. Leaders and the office read no answers.
 */
constexpr std::array kReadingRules{
    Rule{WidenReaders, kResident, kAnyVoice, Whose::Own},
    Rule{NarrowReaders, kResident, kAnyVoice, Whose::Own},
    Rule{ChooseTeam, kResident, kAnyVoice, Whose::Own},
    Rule{ChooseTeam, kOffice, kFact, Whose::Other, Readers::Either, kAtOffice}, // writes down what was agreed
    Rule{InviteGuest, kResident, kAnyVoice, Whose::Own},

    Rule{ReadProfile, kResident | kStaff | kLeader, kAnyVoice, Whose::Either, Readers::Either, kAnyDevice},
    Rule{ReadProfile, kOffice, kAnyVoice, Whose::Either, Readers::Either, kAtOffice},
    Rule{ReadOwn, kResident, kAnyVoice, Whose::Own, Readers::Either, kShared},
    Rule{ReadChosen, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},
    Rule{ReadChosen, kStaff, kAnyVoice, Whose::Either, Readers::Among, kBesideResident},
    // Beside the resident, who has opened their page: guests have no code and no device.
    Rule{ReadChosen, kGuest, kAnyVoice, Whose::Other, Readers::Among, kShared},
    Rule{ReadTeam, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},
    Rule{ReadTeam, kStaff, kAnyVoice, Whose::Either, Readers::Among, kBesideResident},
    Rule{ReadSafety, kResident, kAnyVoice, Whose::Own, Readers::Either, kStaffDevice},
    Rule{ReadSafety, kStaff, kAnyVoice, Whose::Other, Readers::Among, kStaffDevice},
    Rule{ReadSafetyByShiftCode, kStaff, kAnyVoice, Whose::Other, Readers::Either, kStaffDevice},
    Rule{ReadSafetyInEmergency, kStaff | kLeader, kAnyVoice, Whose::Other, Readers::Either, kStaffDevice},
    Rule{ReadStaff, kStaff | kLeader, kAnyVoice, Whose::Own, Readers::Either, kStaffDevice | kLeaderDevice},
    Rule{ReadGroup, kStaff | kLeader, kAnyVoice, Whose::Either, Readers::Either,
         kStaffDevice | kLeaderDevice},
    Rule{ReadInsight, kStaff | kLeader, kAnyVoice, Whose::Either, Readers::Either,
         kStaffDevice | kLeaderDevice},
    Rule{ReadWhoLooked, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},
    Rule{ReadAudit, kOffice, kAnyVoice, Whose::Either, Readers::Either, kAtOffice},

    Rule{SeeDrafts, kResident | kStaff | kLeader, kAnyVoice, Whose::Own, Readers::Either, kAnyDevice},
    Rule{SeeChangedAnswers, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},

    Rule{Search, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},
    Rule{Search, kStaff, kAnyVoice, Whose::Either, Readers::Among, kStaffDevice},
    Rule{Print, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},
    Rule{Print, kStaff, kAnyVoice, Whose::Either, Readers::Among, kStaffDevice},
    Rule{PrintSafety, kStaff, kAnyVoice, Whose::Other, Readers::Among, kStaffDevice},
    Rule{ExportTicked, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident},
    Rule{ExportTicked, kStaff, kAnyVoice, Whose::Other, Readers::Among, kStaffDevice},
    Rule{ExportTicked, kOffice, kAnyVoice, Whose::Other, Readers::Either, kAtOffice},
    Rule{ExportUnticked, kResident, kAnyVoice, Whose::Own, Readers::Either, kBesideResident}, // by ticking it
    Rule{ExportByOrder, kOffice, kAnyVoice, Whose::Other, Readers::Either, kAtOffice, Approval::TwoPeople},
    Rule{NoteTransferred, kStaff, kAnyVoice, Whose::Other, Readers::Among, kStaffDevice},
};

} // namespace

std::span<const Rule> readingRules()
{
    return kReadingRules;
}

} // namespace trivsel::domain::access
