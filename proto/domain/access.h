#pragma once

#include "proto/merge/register.h"

namespace trivsel::domain {

using merge::Role;
using merge::Voice;

enum class Action {
    AnswerForSelf,
    AnswerForAnother,   // staff writes what the resident says: always marked
    WriteResidentVoice, // in a plan
    WriteStaffVoice,
    ChooseVersion,  // two versions: take one
    RewriteVersion, // two versions: a new text
    KeepBothVersions,
    TalkAboutVersions,
    WithdrawAnswer,
    ReadTeam,
    ReadChosen,
    WidenReaders,
    ApproveAsMyWords,
};

/** Who acts, on whose words. */
struct Situation
{
    Role role = Role::ROLE_UNSPECIFIED;
    bool ownWords = false; // the actor is the person whose words they are
    Voice voice = Voice::VOICE_UNSPECIFIED;
    bool among = false; // staff: among those whom the resident lets read
};

/** The one access table: what a person may do. Everything that is not said is no. */
[[nodiscard]] bool allowed(Action action, const Situation &situation);

} // namespace trivsel::domain
