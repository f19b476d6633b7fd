#pragma once

#include "proto/base/error.h"
#include "proto/domain/conversation.h"
#include "proto/domain/home_model.h"
#include "proto/domain/other_view.h"
#include "proto/merge/register.h"
#include "proto/tabletfile/tablet_file.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/** Values that cross from the core thread to the screens. No references into the engine. */
namespace trivsel::engine {

using DraftId = Bytes<16, struct DraftTag>;
using merge::Role;

/** Who acts. Residents act for themselves; staff enter what a resident says or write their own. */
struct Who
{
    PersonId person;
    Role role = Role::ROLE_UNSPECIFIED;
    auto operator<=>(const Who &) const = default;
};

struct Tile
{
    PersonId id;
    std::string name; // may be empty
    std::string picture;
    int tint = 1;
    domain::Ways ways{}; // *Sådan vil jeg have det*
};

/** One thing that a resident says on *Sådan vil jeg have det*, with what its number means. */
enum class OwnWish {
    AnswerWay,     // wire::v1::Way: faces, words or numbers
    Aloud,         // domain::Aloud
    Letters,       // per cent, domain::Ways::kLettersMin–kLettersMax
    CoverAfter,    // s, domain::Ways::kCoverMinS–kCoverMaxS
    WithoutTablet, // 0, 1
    AwayUntil,     // ms since 1970 UTC; 0 = here, domain::Ways::kAwayOpen = without an end
    Readers,       // of answers about well-being: StreamKind Own, Chosen or Team; 0 = asked each time
};

struct StaffMember
{
    PersonId id;
    std::string name;
    Role role = Role::ROLE_STAFF;
};

struct HomeSnapshot
{
    HomeId id;
    std::string name;
    bool demo = false;
    std::string tabletName;
    TabletKind kind = TabletKind::Shared;
    bool keyFile = false;        // the key lies in a file, not in the keychain: marked on screen
    std::vector<Tile> residents; // active ones, in a fixed order
    std::vector<StaffMember> staff;
    std::vector<domain::HelpLine> help;
    domain::HomeTalk fit;          // what the house suggests for *Sådan bruger vi FIT her*
    std::vector<PersonId> along;   // residents whom the owner of this phone takes along
    std::optional<PersonId> owner; // whose own phone this is; nullopt: the house's
};

/** A resident on the page *Tag med på tur*. */
struct Traveller
{
    enum class State {
        Home,      // nothing of theirs comes onto this phone
        Asked,     // taken along: what they wrote comes with the next contact, if the office agrees
        Along,     // it is here
        GoingHome, // home again, and something of theirs is still here, where nobody can read it
    };
    PersonId resident;
    State state = State::Home;
    bool mayTake = false;       // by the access table: the team, and whom they chose
    std::uint64_t onlyHere = 0; // changes of the phone's in their streams that nobody else has
    std::uint64_t oneCopy = 0;  // likewise, that stand at the office and are not safe yet
    bool unfinished = false;    // an answer sheet that is not done lies here
};

enum class SyncPhase { Never, Waiting, Connecting, Syncing, UpToDate, Unreachable, Refused };

struct SyncSnapshot
{
    SyncPhase phase = SyncPhase::Never;
    std::optional<Errc> problem;    // why Refused or Unreachable
    std::int64_t lastContactMs = 0; // own clock; 0 = never
    std::uint64_t onlyHere = 0;     // changes that only this tablet has, also those that are set aside
    std::uint64_t atOffice = 0;     // own changes that the server has on disk
    std::uint64_t notSafe = 0; // at the office, in no backup and on no other tablet, as far as is known here
    std::uint64_t heldAtOffice = 0; // "Venter på kontoret": of notSafe, too
    std::uint64_t givenUp = 0;      // could not be sent and are set aside; also in the rescue file
    std::uint64_t pulledInRun = 0;
    std::uint64_t pushedInRun = 0;
    bool copied = false;  // this tablet's data was restored or cloned
    bool expired = false; // Refused because this tablet's certificate has run out: the office has to say yes
    bool diskFull = false;
    bool emptied = false;  // the office had everything here removed: nothing more can be done on this tablet
    bool fileLeft = false; // … but for what could not be handed in, in a sealed file of its data folder
};

struct Shown
{
    std::string linkId;
    std::string words; // the answer as it stood on the screen
    std::optional<std::int64_t> tenths;
    std::string code;
    std::string text;
    wire::v1::Absent absent = wire::v1::ABSENT_UNSPECIFIED;
};

struct ResponseShown
{
    EntityId id;
    std::string url; // of the definition; empty when it is not known here
    DefinitionHash definition;
    StreamKind readers{}; // Chosen, Team …; the widest of `standsIn`
    /** Where it may be read by this viewer: more than one when its resident let more people read it. */
    std::vector<StreamKind> standsIn{};
    PersonId author;
    PersonId enterer;
    PersonId about;        // null = oneself
    std::int64_t atMs = 0; // corrected time
    bool clockDoubtful = false;
    std::uint64_t lamport = 0; // with the dot: the order of what was given at the same time
    Dot dot{};
    wire::v1::Outcome outcome{};
    wire::v1::Way way{};
    std::uint32_t variant = 0; // of the sheet, as in wire Response
    std::vector<Shown> answers;
};

/** An answer sheet that is not saved for others yet. */
struct DraftSnapshot
{
    DraftId id;
    PersonId subject;
    Who who;
    std::string url;
    DefinitionHash definition; // begun under this version of it, also when the catalogue has a newer one
    PersonId about;
    std::int64_t startedMs = 0;
    std::int64_t changedMs = 0;
    int step = 0;                      // question that was open
    std::optional<StreamKind> readers; // chosen in the review
    /** What the resident has said once of their answers about well-being, while nothing is chosen here and it
     * can be chosen on this tablet. Only shown: what is sent has `readers`. */
    std::optional<StreamKind> usualReaders{};
    wire::v1::Outcome outcome = wire::v1::OUTCOME_UNSPECIFIED; // NOT_TODAY when that was said
    wire::v1::Way way{};
    bool sent = false;                    // Gem was pressed; not yet a change
    std::map<std::string, Shown> answers; // by linkId
};

/** Names a field of a plan; with `entry`, that of one entry in the list `linkId`, or the field `linkId` of
 * one entry of a group that repeats. Of a group that repeats itself: the entry as a whole. */
struct FieldAt
{
    // A field of the plan itself is named by its linkId alone.
    FieldAt(std::string link = {}) : linkId(std::move(link)) {}
    FieldAt(const char *link) : linkId(link) {}
    FieldAt(std::string link, const EntityId &of, std::vector<EntityId> in = {})
        : linkId(std::move(link)), entry(of), within(std::move(in))
    {
    }

    std::string linkId;
    std::optional<EntityId> entry;
    std::vector<EntityId> within; // the entries in which that one stands, outermost first
    auto operator<=>(const FieldAt &) const = default;
};

/** *Jeg ser det anderledes* that its resident has begun and not saved. */
struct BegunOtherView
{
    EntityId to; // as of domain::OtherView
    std::string field{};
    std::optional<EntityId> view{}; // that stands and is being changed; without: a new one
    std::string text{};
};

struct FieldShown
{
    std::string linkId;
    merge::RegisterView view;
    std::optional<std::string> draft; // what this viewer is writing here and has not yet saved
    bool newer = false; // others have saved here since the draft was begun: offer it beside, never swap it in
    std::optional<EntityId> entry{}; // as in FieldAt
    std::vector<EntityId> within{};
    std::vector<domain::OtherView>
        otherViews{};                         // the resident's, beside these words of staff's; oldest first
    std::vector<BegunOtherView> begunViews{}; // … not saved yet: for the resident alone

    [[nodiscard]] FieldAt at() const { return entry ? FieldAt(linkId, *entry, within) : FieldAt(linkId); }
};

/** One entry of a plan's list. */
struct EntryShown
{
    EntityId id;
    FieldShown words;
    /** Absent: only this viewer's draft, which is not part of the plan yet. Removed: *Gælder ikke mere*.
     * RemovedButEdited: taken out by one while another wrote in it; in sight until a person has said which.
     */
    merge::ItemState state = merge::ItemState::Absent;
    std::string suggestion; // taken from the list of suggestions, as it stood there; empty = own words
    std::optional<merge::Version> withdrawn; // who took it out, and when
    bool mayEdit = false;
    bool mayWithdraw = false; // also: bring back
    bool mayMove = false;

    /** *valgt fra liste*: nobody has written anything else since. */
    [[nodiscard]] bool isSuggestion(const std::string &text) const
    {
        return !suggestion.empty() && text == suggestion;
    }
};

/** A list of a plan. The entries in their order; those that no longer hold stand among them. */
struct ListShown
{
    std::string linkId;
    std::vector<EntryShown> entries;
    bool mayAdd = false; // and the entry in which it stands, if any, holds
    bool full = false;   // limits::kListEntriesMax entries hold, or are being written here
    std::vector<EntityId> within{};
};

struct GroupShown;

/** One entry of a group that repeats: a small document of its own. */
struct GroupEntryShown
{
    EntityId id;
    std::vector<EntityId> within; // the entries in which it stands, outermost first
    /** As of EntryShown. Absent: there are only drafts of this viewer's. What was written unseen in something
     * that stands in it keeps it in sight, too. */
    merge::ItemState state = merge::ItemState::Absent;
    std::optional<merge::Version> begun;     // by whom, and when; nullopt while it is Absent
    std::optional<merge::Version> withdrawn; // who took it out, and when
    bool mayWithdraw = false;                // also: bring back
    bool mayMove = false;
    std::vector<FieldShown> fields; // in the definition's order, sections flattened, as are the next two
    std::vector<ListShown> lists;
    std::vector<GroupShown> groups;
};

/** A group that repeats. The entries in their order; those that no longer hold stand among them. */
struct GroupShown
{
    std::string linkId;
    std::vector<EntityId> within;
    std::vector<GroupEntryShown> entries;
    bool mayAdd = false;
    bool full = false; // as of ListShown
};

struct PlanSnapshot
{
    PersonId resident;
    EntityId entity;
    std::string url;
    StreamId stream;
    std::vector<FieldShown> fields; // every field of the plan itself that is no list
    std::vector<ListShown> lists{};
    std::vector<GroupShown> groups{};
};

struct WaitingField
{
    PersonId resident;
    std::string residentName;
    StreamId stream;
    EntityId entity;
    std::string url;
    std::string linkId;
    bool talk = false;               // people have said they take it up together
    std::optional<EntityId> entry{}; // as in FieldAt
    bool removed = false;            // taken out by one while another wrote in it, and not two versions
    std::vector<EntityId> within{};

    [[nodiscard]] FieldAt at() const { return entry ? FieldAt(linkId, *entry, within) : FieldAt(linkId); }
};

/** What a viewer may know of a resident's samtaler. */
struct ConversationsShown
{
    std::vector<domain::TalkAgreed> agreed; // newest last; several: tablets that had not met
    std::vector<merge::Head> agreedHeads{}; // of them, for agreeOnConversations
    /** Forms (urls) that are asked in a samtale, and that the resident wants nobody to ask about any more. */
    std::vector<std::string> leftOut{};
    /** On this tablet: what this member of staff is setting up, or what is under way. */
    std::optional<domain::Conversation> here;
    bool underWay = false;                       // `here` is
    std::vector<domain::Conversation> held;      // newest first; also what is under way
    std::vector<domain::ReplyLine> replies;      // oldest first
    std::vector<domain::OtherView> otherViews{}; // of the resident, beside lines of replies; oldest first
    std::vector<BegunOtherView> begunViews{};    // … not saved yet: for the resident alone
};

/** What *Jeg ser det anderledes* is written beside, as it was shown. */
struct StaffWords
{
    /** A line of a reply. */
    StaffWords(const EntityId &of = {}) : line(of) {}
    /** Words in a plan, and their heads. */
    StaffWords(std::string plan, FieldAt field, std::vector<merge::Head> shown)
        : url(std::move(plan)), at(std::move(field)), heads(std::move(shown))
    {
    }

    EntityId line;
    std::string url; // of the plan; empty: a line of a reply
    FieldAt at{};
    std::vector<merge::Head> heads{};
    /** What stands there already, and is changed or taken back; without: a new one. */
    std::optional<domain::OtherView> view{};
};

/** *Jeg ser det anderledes*, while it is being written. */
struct OtherViewDraft
{
    std::string text;     // what is being written, else what stands there already
    StreamKind readers{}; // who sees it then: whoever sees staff's words
    bool unsaved = false; // it lies on disk, for nobody else yet
};

/** A plan on its resident's own page, in short. */
struct PlanBrief
{
    std::string url;
    std::int64_t lastMs = 0;  // words were written in it, by whomever; corrected time, 0 = nothing was
    bool several = false;     // two versions wait
    bool struck = false;      // an entry was taken out by one while another wrote in it
    bool waitsForYes = false; // what somebody else wrote down for the resident
};

/** What residents have said and nobody has replied to. */
struct OpenFeedback
{
    PersonId resident;
    std::string residentName;
    EntityId to;     // a conversation, or a saved answer
    std::string url; // of the answer's definition; empty: a conversation
    PersonId about;  // null with a conversation
    std::int64_t atMs = 0;
};

struct ResidentSnapshot
{
    Tile tile;
    std::vector<StaffMember> chosen;
    std::vector<StaffMember> team;
    std::vector<DraftSnapshot> drafts;    // of this viewer only
    std::vector<ResponseShown> responses; // newest first; what this viewer may read
    std::vector<WaitingField> waiting;
    std::vector<PlanBrief> plans{}; // for the resident alone; never safety plans
    ConversationsShown conversations;
};

} // namespace trivsel::engine
