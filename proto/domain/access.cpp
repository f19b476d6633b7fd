#include "proto/domain/access.h"

#include <array>

namespace trivsel::domain {
namespace {

using namespace wire::v1;

// Roles as a set.
constexpr unsigned bit(int role)
{
    return 1U << static_cast<unsigned>(role);
}
constexpr unsigned kResident = bit(ROLE_RESIDENT);
constexpr unsigned kStaff = bit(ROLE_STAFF) | bit(ROLE_PEER) | bit(ROLE_COORDINATOR) | bit(ROLE_MEDICINE) |
                            bit(ROLE_NIGHT) | bit(ROLE_TEMP);
constexpr unsigned kLeader = bit(ROLE_LEADER);
constexpr unsigned kOffice = bit(ROLE_OFFICE);

// Voices as a set.
constexpr unsigned kFact = 1U << VOICE_UNSPECIFIED;
constexpr unsigned kInside = 1U << VOICE_RESIDENT;
constexpr unsigned kOutside = 1U << VOICE_STAFF;
constexpr unsigned kAnyVoice = kFact | kInside | kOutside;

enum class Whose { Own, Other, Either };
enum class Readers { Among, Either };

struct Rule
{
    Action action;
    unsigned roles;
    unsigned voices;
    Whose words;
    Readers readers;
};

using enum Action;

/** Everything that anybody may do. A situation is allowed when one line says so. */
constexpr std::array kRules{
    Rule{AnswerForSelf, kResident | kStaff | kLeader, kAnyVoice, Whose::Own, Readers::Either},
    Rule{AnswerForAnother, kStaff, kAnyVoice, Whose::Other, Readers::Either},
    Rule{WithdrawAnswer, kResident | kStaff | kLeader, kAnyVoice, Whose::Own, Readers::Either},

    Rule{WriteResidentVoice, kResident, kAnyVoice, Whose::Own, Readers::Either},
    Rule{WriteResidentVoice, kStaff, kAnyVoice, Whose::Other,
         Readers::Among}, // what the resident says; folds beside it
    Rule{WriteStaffVoice, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{ApproveAsMyWords, kResident, kAnyVoice, Whose::Own, Readers::Either},

    Rule{ChooseVersion, kResident, kInside | kFact, Whose::Own, Readers::Either},
    Rule{ChooseVersion, kStaff, kOutside | kFact, Whose::Either, Readers::Among},
    Rule{ChooseVersion, kLeader | kOffice, kFact, Whose::Either, Readers::Either}, // the home's own records
    Rule{RewriteVersion, kResident, kInside | kFact, Whose::Own, Readers::Either},
    Rule{RewriteVersion, kStaff, kOutside | kFact, Whose::Either, Readers::Among},
    Rule{RewriteVersion, kLeader | kOffice, kFact, Whose::Either, Readers::Either},
    Rule{KeepBothVersions, kResident, kInside | kFact, Whose::Own, Readers::Either},
    Rule{KeepBothVersions, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{KeepBothVersions, kLeader | kOffice, kFact, Whose::Either, Readers::Either},
    Rule{TalkAboutVersions, kResident, kInside | kFact, Whose::Own, Readers::Either},
    Rule{TalkAboutVersions, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{TalkAboutVersions, kLeader | kOffice, kFact, Whose::Either, Readers::Either},

    Rule{ReadTeam, kResident, kAnyVoice, Whose::Own, Readers::Either},
    Rule{ReadTeam, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{ReadChosen, kResident, kAnyVoice, Whose::Own, Readers::Either},
    Rule{ReadChosen, kStaff, kAnyVoice, Whose::Either, Readers::Among},
    Rule{WidenReaders, kResident, kAnyVoice, Whose::Own, Readers::Either},
};

bool holds(const Rule &rule, const Situation &now)
{
    const bool words = rule.words == Whose::Either || (rule.words == Whose::Own) == now.ownWords;
    const bool readers = rule.readers == Readers::Either || now.among;
    return words && readers && (rule.roles & bit(now.role)) != 0 && (rule.voices & (1U << now.voice)) != 0;
}

} // namespace

bool allowed(Action action, const Situation &situation)
{
    if (!Role_IsValid(situation.role) || !Voice_IsValid(situation.voice)) {
        return false; // numbers come from changes that others wrote
    }
    for (const Rule &rule : kRules) {
        if (rule.action == action && holds(rule, situation)) {
            return true;
        }
    }
    return false;
}

} // namespace trivsel::domain
