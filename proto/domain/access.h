#pragma once

#include "proto/domain/home_model.h"

#include <optional>
#include <string_view>

namespace trivsel::domain {

using merge::Voice;

/** All that the table has an opinion on; also what it says no to everybody about. In memory only: never
 * stored as numbers. */
enum class Action {
    // Words and answers
    AnswerForSelf,
    AnswerForAnother, // staff writes what the resident says: always marked
    AnswerUnmarked,   // without the mark *skrevet af*
    AnswerUnnamed,    // in a closed round
    WithdrawAnswer,
    WriteResidentVoice, // in a plan
    WriteStaffVoice,
    WriteSafety,
    ApproveAsMyWords, // "Ja, det er mine ord"
    EditWords,
    DeleteWords, // out of everybody's view; the bytes stay until lawful erasure
    HideWords,
    ReorderWords,
    ChooseVersion,  // two versions: take one
    RewriteVersion, // two versions: a new text
    KeepBothVersions,
    TalkAboutVersions,
    SeeOtherwise,    // *Jeg ser det anderledes*, beside what staff wrote; changing it, taking it back
    ReplyToResident, // *Det gør vi*, *Vi kan ikke, fordi …*: staff's own words
    SetScoreAsGoal,
    EndNoMoreAsking, // take back a *spørg ikke mere*
    // Who may read
    WidenReaders,
    NarrowReaders,
    ChooseTeam,
    InviteGuest,
    // Reading, by kind of stream
    ReadProfile, // tile and name
    ReadOwn,
    ReadOwnThroughReset, // *kun mig* from before a reset of the pictures
    ReadChosen,
    ReadTeam,
    ReadSafety,
    ReadSafetyByShiftCode,
    ReadSafetyInEmergency,
    ReadStaff,
    ReadGroup,
    ReadInsight,
    ReadWhoLooked, // *hvem har kigget*
    ReadAudit,     // in full
    // What a screen could show and may not
    SeeDrafts,
    SeeTimeUsed,
    SeeChangedAnswers,
    SeeSkipPatterns,
    RankPeople,
    // Out of the house
    Search,
    Print,
    PrintSafety,
    ExportTicked,
    ExportUnticked,
    ExportByOrder, // a court's, for instance
    NoteTransferred,
    // At the device
    OpenOwnTile,
    SignInByCode,
    ChangeOwnCode,
    HoldConversation,
    AgreeOnConversations, // *Sådan bruger vi FIT her*
    HoldRound,            // in the common room: beginning and closing it
    TakeOnWalk,
    ResetPictures,
    ChooseOwnWays, // the tile's picture, how they answer, whether they are asked
    // The office
    ManagePeople,
    DrawCode,
    ManageTablets,
    BlockTablet,
    WipeTablet,
    SetRetention,
    CloseResident,
    Hold,
    Erase,
    Count // the number of actions, not one
};

/** Who acts, on whose words, and where. */
struct Situation
{
    Role role = Role::ROLE_UNSPECIFIED;
    bool ownWords = false; // the actor is the person whose words they are
    Voice voice = Voice::VOICE_UNSPECIFIED;
    bool among = false; // staff and guests: among those whom the resident lets read
    /** Not set: at the office's own machine, or it does not matter. Lines that care about devices say no. */
    std::optional<DeviceKind> device = {};
    bool twoPeople = false; // another person of the office has approved it
};

/** The one access table: what a person may do. Everything that no line says is no. */
[[nodiscard]] bool allowed(Action action, const Situation &situation);

/** For the table on paper, tests and the audit: "read-safety", "night". Empty for numbers that are none. */
[[nodiscard]] std::string_view nameOf(Action action);
[[nodiscard]] std::string_view nameOf(Role role);
[[nodiscard]] std::optional<Role> roleNamed(std::string_view name);

[[nodiscard]] bool isGuest(Role role);
/** Works with residents: staff, peer, coordinator, medicine, night, temp. Leaders are not. */
[[nodiscard]] bool isCareStaff(Role role);
/** Has a personal code and can sign in somewhere. */
[[nodiscard]] bool hasCode(Role role);

} // namespace trivsel::domain
