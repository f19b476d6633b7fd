#pragma once

#include "app/engine/parts.h"
#include "app/engine/plan_levels.h"
#include "proto/domain/choice.h"

namespace trivsel::engine {

/**
 * Plans: what stands in each field, what is being written, and how it is saved. Keeps the life of `seen`: an
 * edit names the heads that were shown when its form was opened, also days later; after an own save, that
 * save's dot.
 */
class Plans
{
public:
    explicit Plans(Parts &parts) : m(parts) {}

    [[nodiscard]] Result<PlanSnapshot> open(const PersonId &resident, const Who &viewer,
                                            const std::string &url);
    [[nodiscard]] Status beginField(const PersonId &resident, const Who &who, const std::string &url,
                                    const FieldAt &at);
    [[nodiscard]] Status edit(const PersonId &resident, const Who &who, const std::string &url,
                              const FieldAt &at, const std::string &text)
    {
        return type({resident, who, url}, at, {text, {}, Typed::Text});
    }
    [[nodiscard]] Status choose(const PersonId &resident, const Who &who, const std::string &url,
                                const FieldAt &at, const domain::Choice &choice)
    {
        return type({resident, who, url}, at, {choice.code, choice.words, Typed::Choice});
    }

    // Entries of lists, and of groups that repeat
    [[nodiscard]] Result<EntityId> newEntry(const PersonId &resident, const Who &who, const std::string &url,
                                            const std::string &linkId, const std::vector<EntityId> &within);
    [[nodiscard]] Status takeSuggestion(const PersonId &resident, const Who &who, const std::string &url,
                                        const FieldAt &at, const std::string &suggestion)
    {
        return type({resident, who, url}, at, {suggestion, {}, Typed::Suggestion});
    }
    [[nodiscard]] Status withdrawEntry(const PersonId &resident, const Who &who, const std::string &url,
                                       const FieldAt &at);
    [[nodiscard]] Status bringBackEntry(const PersonId &resident, const Who &who, const std::string &url,
                                        const FieldAt &at);
    [[nodiscard]] Status moveEntry(const PersonId &resident, const Who &who, const std::string &url,
                                   const FieldAt &at, bool up);

    [[nodiscard]] Result<int> leave(const PersonId &resident, const Who &who, const std::string &url);
    /** The stream is about to be taken off this tablet: what anybody typed in its plans becomes changes, as
     * if they had left the form. */
    [[nodiscard]] Status settleAll(const StreamId &stream);
    [[nodiscard]] Status discard(const PersonId &resident, const Who &who, const std::string &url);

    struct Decision
    {
        wire::v1::Resolution how{};
        std::optional<Dot> chosen;
        std::string text;
        std::vector<merge::Head> shownHeads;
    };
    [[nodiscard]] Status resolve(const PersonId &resident, const Who &who, const std::string &url,
                                 const FieldAt &at, const Decision &decision);
    /** Of an entry also when it was taken out and came back. */
    [[nodiscard]] Result<std::vector<merge::Version>> history(const PersonId &resident, const Who &viewer,
                                                              const std::string &url, const FieldAt &at);

    /** The resident's page is left: nothing of it stays in memory. */
    void forget() { m_forms.clear(); }
    void forgetAbout(const PersonId &subject)
    {
        std::erase_if(m_forms, [&subject](const auto &each) { return each.first.resident == subject; });
    }

private:
    /** Whose plan, in whose hands. */
    struct FormKey
    {
        PersonId resident;
        Who who;
        std::string url;
        auto operator<=>(const FormKey &) const = default;
    };
    /** What stood in a field when its form was opened. */
    struct ShownField
    {
        std::vector<merge::Head> heads;
        std::string text;
        bool several = false; // versions that only a resolution may settle
        bool readOnly = false;
        bool inOwnHand = false; // of an entry of a list: words that their author entered
        bool residents = false; // of an entry of a group: something in it is the resident's
        merge::ItemState state = merge::ItemState::Absent; // of the entry; Absent: nobody wrote it before
        std::set<merge::Head> all;                         // of an entry: every head of it and within it
        std::set<merge::Head> removals;                    // … what took it out
    };
    using Place = merge::FieldId;
    struct Form
    {
        catalogue::DefinitionPtr definition;
        PersonId resident;
        StreamId stream;
        EntityId entity;
        std::vector<BegunOtherView> begunViews; // of whoever opened it, as they lay on disk then
        std::map<Place, ShownField> shown;      // empty until it was opened
        std::map<Place, ShownField> begun;      // as it stood when its writing page was opened
        std::map<Place, Draft> drafts;          // as on disk

        [[nodiscard]] Place placeOf(const FieldAt &at) const
        {
            return {at.entry.value_or(entity), at.linkId};
        }
    };
    struct Save
    {
        Draft draft;
        std::vector<DefinedOp> ops; // the words first
        Authorship by;
        std::optional<FieldAt> begins{}; // the entry that begins with it
    };
    /** What a person gives a field. */
    struct Typed
    {
        enum Kind { Text, Suggestion, Choice };
        std::string value;
        std::string words; // of a choice
        Kind kind = Text;
    };

    /** The form in memory, with its drafts read. Checks that the viewer may read the plan. */
    [[nodiscard]] Result<Form *> formOf(const FormKey &key);
    /** The same without asking who reads: for what they have typed already. */
    [[nodiscard]] Result<Form *> formAt(const FormKey &key);
    [[nodiscard]] Result<int> saveDrafts(const FormKey &key, Form &form);
    [[nodiscard]] Status readDrafts(const FormKey &key, Form &form);
    [[nodiscard]] Status type(const FormKey &key, const FieldAt &at, const Typed &typed);
    [[nodiscard]] static Status checkTyped(const catalogue::Item &item, const FieldAt &at,
                                           const Typed &typed);
    [[nodiscard]] Status beginDraft(const FormKey &key, const Form &form, const catalogue::Item &item,
                                    const FieldAt &at, Draft &draft);
    /** What was shown where a draft begins. */
    [[nodiscard]] Result<ShownField> beginning(const FormKey &key, const Form &form, const FieldAt &at);
    /** Of an entry that nobody has written in: it, and what it stands in, may begin here. */
    [[nodiscard]] Status mayBegin(const FormKey &key, const Form &form, const merge::Fold &fold,
                                  const FieldAt &at) const;
    [[nodiscard]] Status mayWrite(const FormKey &key, const catalogue::Item &item,
                                  const ShownField &shown) const;
    /** NotFound; Unsupported for a list as one text, or entries where there are no lists. */
    [[nodiscard]] static Result<const catalogue::Item *> itemOf(const Form &form, const FieldAt &at);
    /** The same for an entry as a whole. */
    [[nodiscard]] static Result<const catalogue::Item *> repeatingOf(const Form &form, const FieldAt &at);
    [[nodiscard]] static const EntityId &parentOf(const Form &form, const FieldAt &at)
    {
        return at.within.empty() ? form.entity : at.within.back();
    }

    /** Where reading has come to: the entries around it, and whether one of them was taken out. */
    struct Level
    {
        const FormKey &key;
        Form &form;
        const merge::Fold &fold;
        std::vector<EntityId> within;
        merge::ItemState state = merge::ItemState::Live;

        [[nodiscard]] const EntityId &parent() const { return within.empty() ? form.entity : within.back(); }
        [[nodiscard]] Level inside(const EntityId &entry, merge::ItemState of) const;
    };
    struct LevelShown
    {
        std::vector<FieldShown> fields;
        std::vector<ListShown> lists;
        std::vector<GroupShown> groups;
    };
    void show(const Level &level, const std::vector<catalogue::Item> &items, LevelShown &into) const;
    [[nodiscard]] static FieldShown fieldOf(Form &form, const merge::Fold &fold, const FieldAt &at,
                                            bool choice);
    [[nodiscard]] ListShown listOf(const Level &level, const catalogue::Item &item) const;
    [[nodiscard]] EntryShown entryOf(const Level &level, const catalogue::Item &item,
                                     const EntityId &id) const;
    [[nodiscard]] GroupShown groupOf(const Level &level, const catalogue::Item &item) const;
    [[nodiscard]] GroupEntryShown groupEntryOf(const Level &level, const catalogue::Item &item,
                                               const EntityId &id) const;
    /** Entries that only drafts speak of, in the order in which they were begun. */
    [[nodiscard]] static std::vector<EntityId> begunIn(const Form &form, const merge::Fold &fold,
                                                       const catalogue::Item &item,
                                                       const std::vector<EntityId> &within);
    /** Entries that hold, and those that are being written here. */
    [[nodiscard]] static std::size_t entriesHeld(const Form &form, const merge::Fold &fold,
                                                 const catalogue::Item &item,
                                                 const std::vector<EntityId> &within);
    /** Whether this person may take an entry out: nobody but the resident what holds the resident's words. */
    [[nodiscard]] Status mayTakeOut(const FormKey &key, const catalogue::Item &item, bool residents) const;
    /** For what is done to an entry and not to its words: it was shown, and this person may. */
    [[nodiscard]] Result<ShownField *> shownEntry(const FormKey &key, Form &form, const FieldAt &at,
                                                  domain::Action action);
    /** Taken out, or brought back; nothing when it stands so already. */
    [[nodiscard]] Status settleEntry(const FormKey &key, const FieldAt &at, merge::ItemState to);
    [[nodiscard]] Result<merge::Head> writeRemoval(const FormKey &key, const Form &form, wire::v1::Op op);
    [[nodiscard]] static std::vector<wire::v1::Op>
    moved(const merge::Fold &fold, const Form &form, const catalogue::Item &item, const FieldAt &at, bool up);

    [[nodiscard]] StreamId sealingStream(const FormKey &key, const StreamId &plan) const;
    /** What the draft would write; nullopt when it says what stands there already. */
    [[nodiscard]] std::optional<Save> saveOf(const FormKey &key, const Form &form, const Draft &draft,
                                             const merge::RegisterView &now) const;
    [[nodiscard]] Result<std::vector<merge::Head>> writeSaves(const Form &form,
                                                              const std::vector<Save> &saves);
    [[nodiscard]] Status publishDefinitions(const std::vector<Save> &saves);
    [[nodiscard]] Result<DefinedOp> resolutionOf(const Form &form, const catalogue::Item &item,
                                                 const FieldAt &at, const Decision &decision);
    [[nodiscard]] static Place placeOf(const Form &form, const Draft &draft);
    /** The field that a draft is of. */
    [[nodiscard]] static FieldAt fieldOfDraft(const Form &form, const Draft &draft);
    /** What says that an entry of a group is there, with the first words in it. */
    [[nodiscard]] static std::vector<Save>
    beginnings(const FormKey &key, const Form &form, const merge::Fold &fold, const std::vector<Save> &saves);
    [[nodiscard]] static Authorship authorship(const FormKey &key, merge::Voice voice);
    /** Own words stand in these entries now: taking them out takes these along. */
    static void rememberWithin(Form &form, const FieldAt &at, const merge::Head &head);
    /** The entry is there, and all in it can be written. */
    static void rememberBegun(Form &form, const FieldAt &entry, const merge::Head &head);
    /** New entries stand behind what is there, in the order in which they were begun. */
    static void placeAtEnd(const Form &form, const merge::Fold &fold, std::vector<Save> &saves);
    /** Own words are down: they are what was seen. */
    static void remember(ShownField &shown, const merge::Head &head, const std::string &text);

    Parts &m;
    std::map<FormKey, Form> m_forms;
};

/** An op on one field, without a value; `parent`: the plan, when the field is an entry's. */
[[nodiscard]] DefinedOp opFor(const merge::FieldId &place, const EntityId &parent, wire::v1::Policy policy,
                              wire::v1::Voice voice, const DefinitionHash &definition);
/** Versions that a plain edit must not sweep together. */
[[nodiscard]] bool hasSeveral(const merge::RegisterView &view);

} // namespace trivsel::engine
