#pragma once

#include "proto/domain/facts.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

/**
 * A *samtale*: who was there, about whom or what, how it was answered, and what staff replied. In the
 * resident's `team` stream; a reply to what only the chosen read lies in `chosen`. proto/README.md,
 * *Conversations*.
 */
namespace trivsel::domain {

// Numbers stand in logs for ever.
enum class TalkWay : std::uint8_t { Unset = 0, Together = 1, Alone = 2 };
enum class TalkAbout : std::uint8_t { Unset = 0, Person = 1, Team = 2, Method = 3 };
enum class TalkPeriod : std::uint8_t { Unset = 0, SinceLast = 1, Week = 2, TwoWeeks = 3, Month = 4 };
enum class TalkRhythm : std::uint8_t { Unset = 0, Week = 1, TwoWeeks = 2, Month = 3, WhenAsked = 4 };
enum class TalkAsking : std::uint8_t { Unset = 0, StaffAsk = 1, ResidentSays = 2 };

/** About whom or what the answers about the help are. */
struct TalkTopic
{
    TalkAbout what = TalkAbout::Unset;
    PersonId person;    // with Person
    std::string method; // with Method: "at gå ture"
    bool operator==(const TalkTopic &) const = default;
    /** Something is chosen, and it is all there. */
    [[nodiscard]] bool complete() const;
};

/** Somebody who is there: a person of the house, or somebody else by what they are called. */
struct TalkGuest
{
    PersonId person; // null: somebody else
    std::string name;
    bool operator==(const TalkGuest &) const = default;
};

/** That an answer was given in it; what it says stands in the answer alone. */
struct TalkAnswer
{
    std::string url; // of the definition
    bool notToday = false;
    std::int64_t atMs = 0; // as read: when it was noted, corrected
    bool operator==(const TalkAnswer &) const = default;
};

struct Conversation
{
    EntityId id;
    PersonId heldBy;
    std::vector<TalkGuest> here; // besides the resident
    TalkTopic topic;
    TalkPeriod period = TalkPeriod::Unset;
    TalkWay way = TalkWay::Unset;
    std::int64_t begunMs = 0;
    std::int64_t endedMs = 0;                 // 0: under way
    std::map<EntityId, TalkAnswer> answers{}; // what was saved in it
};
/** Of the last one: the words that stand there when several wrote. Sorted by id. */
[[nodiscard]] std::vector<Conversation> readConversations(const merge::Fold &fold);
/** All but the end and the answers. */
[[nodiscard]] Ops writeConversation(const Conversation &talk, const merge::Fold &now);
[[nodiscard]] Ops writeConversationEnd(const EntityId &talk, std::int64_t endedMs, const merge::Fold &now);
/** Each answer has a field of its own, so nothing needs to be seen before. */
[[nodiscard]] wire::v1::Op writeConversationAnswer(const EntityId &talk, const EntityId &response,
                                                   const TalkAnswer &answer);

/** *Sådan bruger vi FIT her*: what a resident and staff have agreed on, in `team`. */
struct TalkAgreement
{
    TalkTopic topic;
    TalkPeriod period = TalkPeriod::Unset;
    TalkRhythm rhythm = TalkRhythm::Unset;
    TalkAsking asking = TalkAsking::Unset;
    bool operator==(const TalkAgreement &) const = default;
    [[nodiscard]] bool complete() const;
};
struct TalkAgreed
{
    TalkAgreement agreement;
    PersonId enterer;
    std::int64_t atMs = 0;
};
/** Newest last; several when they were written on tablets that had not met. */
[[nodiscard]] std::vector<TalkAgreed> readAgreements(const PersonId &resident, const merge::Fold &fold);
/** What was shown with them, for writeAgreement. */
[[nodiscard]] std::vector<merge::Head> agreementHeads(const PersonId &resident, const merge::Fold &fold);
/** Settles what was shown, and nothing else: what came in meanwhile stands beside it. Nothing when it stands
 * there already, alone. */
[[nodiscard]] Ops writeAgreement(const PersonId &resident, const TalkAgreement &agreement,
                                 std::span<const merge::Head> shown, const merge::Fold &now);

/** What the house suggests for *Sådan bruger vi FIT her*: stands there until somebody has agreed on something. */
struct HomeTalk
{
    TalkPeriod period = TalkPeriod::Unset;
    TalkRhythm rhythm = TalkRhythm::Unset;
    TalkAsking asking = TalkAsking::Unset;
    bool operator==(const HomeTalk &) const = default;
};
/** Of two that were written at once the later one; Unset where the house has said nothing. */
[[nodiscard]] HomeTalk readHomeTalk(const HomeId &home, const merge::Fold &fold);
[[nodiscard]] Ops writeHomeTalk(const HomeId &home, const HomeTalk &talk, const merge::Fold &now);

/** One line of staff's reply: *Det gør vi* (what, who, until when) or *Vi kan ikke, fordi …*. */
struct ReplyLine
{
    EntityId id;
    EntityId to; // a conversation, or a saved answer
    bool cannot = false;
    std::string text;
    PersonId who;      // of the staff; null: not said
    std::string until; // "2026-10-16"; empty: no day
    int place = 0;     // among the lines of its reply
    // As read
    PersonId author{};
    std::int64_t atMs = 0;
};
/** Lines that stand, oldest first. A line that two have changed stands there in both versions. */
[[nodiscard]] std::vector<ReplyLine> readReplies(const merge::Fold &fold);
[[nodiscard]] Ops writeReply(const ReplyLine &line, const merge::Fold &now);

/** The id that an answer about the resident's whole team names. */
[[nodiscard]] PersonId teamOf(const PersonId &resident);

} // namespace trivsel::domain
