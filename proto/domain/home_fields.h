#pragma once

/** Field names in the `home` and `profile` streams. Never reused for something else: they stand in logs for
 * ever. */
namespace trivsel::domain::field {

inline constexpr char kHomeName[] = "home.name";
inline constexpr char kHomeDemo[] = "home.demo"; // 0, 1
inline constexpr char kHomeFit[] = "home.fit";   // parts period, rhythm, asking: what the house suggests
inline constexpr char kDeviceName[] = "device.name";
inline constexpr char kDeviceKind[] = "device.kind";       // DeviceKind
inline constexpr char kDeviceKeys[] = "device.keys";       // parts sign, box: replaced together
inline constexpr char kDeviceBlocked[] = "device.blocked"; // 0, 1
inline constexpr char kDeviceWipe[] = "device.wipe";       // ms since 1970 UTC
inline constexpr char kDeviceOwner[] = "device.owner";     // person; empty: the house's
inline constexpr char kDeviceUntil[] = "device.until";     // ms since 1970 UTC
inline constexpr char kPersonRole[] = "person.role";       // Role
inline constexpr char kPersonName[] = "person.name";
inline constexpr char kPersonActive[] = "person.active"; // 0, 1
inline constexpr char kPersonCode[] = "person.code";     // parts verifier
inline constexpr char kCodeWish[] = "code_wish";         // by a tablet: parts person, box
inline constexpr char kCodeAnswer[] = "code_answer";     // by the office, same entity: 1 taken, 2 refused
inline constexpr char kShiftCode[] = "shift_code";       // parts verifier, from, until: replaced together
inline constexpr char kPersonClosed[] = "person.closed"; // parts reason (CloseReason), at (ms since 1970 UTC)
inline constexpr char kStreamErased[] = "stream.erased"; // parts order, basis, first, second, at
inline constexpr char kStreamHold[] = "stream.hold";     // parts on (0, 1), why, by, since
inline constexpr char kRecovery[] = "recovery.";         // + key version: the key, sealed to the recovery key
inline constexpr char kStream[] = "stream";              // 17 bytes
inline constexpr char kStreamAbout[] = "stream.about";   // person
inline constexpr char kHelp[] = "help"; // parts label, phone, note: a number belongs to its label
inline constexpr char kHelpRank[] = "help.rank";
inline constexpr char kDefinition[] = "definition"; // number of bytes; the bytes stand in definition/0000 …
inline constexpr char kAuditRow[] = "look";         // in `audit`: parts device, number, head, entry
inline constexpr char kOfficeLook[] = "office_look"; // in `audit`, by the office: parts entry
inline constexpr char kLooks[] = "looks/"; // in `chosen`: + day, or "unknown"; parts: kind of look = times
inline constexpr char kLooksUpto[] =
    "looks_upto"; // parts: device in hex = number of its last entry that is in
inline constexpr char kRetention[] = "retention."; // + name of a kind of record: days; 0 = no decision
inline constexpr char kProfileName[] = "profile.name";
inline constexpr char kProfilePicture[] = "profile.picture";
inline constexpr char kProfileTint[] = "profile.tint";
inline constexpr char kProfileChosen[] = "profile.chosen";
inline constexpr char kProfileTeam[] = "profile.team";
inline constexpr char kProfileWay[] = "profile.way";            // Way: faces, words or numbers
inline constexpr char kProfileAloud[] = "profile.aloud";        // Aloud
inline constexpr char kProfileLetters[] = "profile.letters";    // per cent
inline constexpr char kProfileCover[] = "profile.cover";        // seconds without touch
inline constexpr char kProfileNoTablet[] = "profile.no_tablet"; // 0, 1
inline constexpr char kProfileAway[] =
    "profile.away"; // ms since 1970 UTC: until then; 0 here, -1 without an end
inline constexpr char kProfileReaders[] =
    "profile.readers"; // StreamKind of own, chosen or team; 0 asked each time
inline constexpr char kProfileAsking[] = "profile.asking/"; // + last part of a definition's url; Asking
inline constexpr char kHomeRecovery[] = "home.recovery";    // 32 bytes: the public half of the recovery key
inline constexpr char kOwnReset[] = "own.reset";    // in `profile`: 16 random bytes, one for each reset
inline constexpr char kOwnBox[] = "own.box/";       // in `own`: + device in hex; parts box, versions, after
inline constexpr char kOwnEscrow[] = "own.escrow/"; // in `own`: + version; sealed to the recovery key
inline constexpr char kOwnReturn[] = "own.return";  // in `own`: parts version, key
inline constexpr char kOwnReturned[] = "own.returned/"; // in `own`: + version of own.return; sealed to it
inline constexpr char kOwnTablet[] =
    "own.tablet/"; // in `own`: + device in hex; parts answer, number, version, mac
inline constexpr char kTalk[] = "conversation"; // in `team` or `chosen`: parts, see conversation.cpp
inline constexpr char kTalkEnded[] = "conversation.ended";    // ms since 1970 UTC
inline constexpr char kTalkAnswer[] = "conversation.answer/"; // + response in hex: parts url, not_today
inline constexpr char kTalkAgreed[] =
    "conversation.agreed";                     // parts what, person, method, period, rhythm, asking
inline constexpr char kReply[] = "reply";      // parts to, cannot, text, who, until, place
inline constexpr char kOtherView[] =
    "other_view"; // where staff's words stand: parts to, text, of a plan field, seen, at
inline constexpr char kGiven[] =
    "given"; // beside a copied answer: parts enterer, at, doubtful, lamport, inc, ctr, from
inline constexpr char kRoundBox[] = "round_box";       // in `audit`, boxed: parts, see rounds.cpp
inline constexpr char kRound[] = "round";              // in `group`, by the office: the same parts
inline constexpr char kRoundResult[] = "round.result"; // in `insight`, by the office: parts, see rounds.cpp
inline constexpr char kOwnOff[] = "own.off";   // in `own`: 0, 1
inline constexpr char kOwnTile[] = "own.tile"; // in `own`: 0, 1: the tile opens by the three pictures

inline constexpr char kEntryRank[] = "entry/rank"; // of an entry in a plan's list: ORDER, see rank.h
inline constexpr char kEntrySuggestion[] = "entry/suggestion"; // the words it was taken from, as they stood

} // namespace trivsel::domain::field
