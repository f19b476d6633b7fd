#pragma once

#include "app/engine/snapshots.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace trivsel::sim {

using engine::DraftId;
using engine::Who;

/** When and where something was said to be saved. */
struct Saved
{
    std::size_t tablet = 0;
    std::uint64_t serial = 0;
    /** That tablet was destroyed or set back since: it is not lost when somebody else had it, but nobody
     * promised that. */
    bool mayBeGone = false;
};

/** What stood on a screen: an id alone does not say it, since two programs under one incarnation give one id
 * to two texts, and one text is saved again under another id. */
struct ShownVersion
{
    Dot dot;
    wire::v1::Resolution how = wire::v1::RESOLUTION_NONE;
    std::string text;
    auto operator<=>(const ShownVersion &) const = default;
};

/** What a person wrote, chose or decided in a field of the plan. */
struct Edit
{
    Saved saved;
    std::string field;
    std::string text;
    std::string addedWord; // that nobody else ever writes; empty when it was not added to what stood there
    PersonId author;
    PersonId enterer;
    wire::v1::Resolution how = wire::v1::RESOLUTION_NONE;
    std::set<ShownVersion> seen; // what was shown to them
    [[nodiscard]] bool isMarker() const
    {
        return how == wire::v1::RESOLUTION_KEEP_BOTH || how == wire::v1::RESOLUTION_TALK;
    }
    /** The version says what this edit says; who wrote it is another matter. */
    [[nodiscard]] bool saysTheSame(const merge::Version &version) const
    {
        return version.op.resolution() == how && version.enterer == enterer &&
               (isMarker() || version.op.text() == text);
    }
};

/** A saved answer sheet. */
struct Answer
{
    Saved saved;
    DraftId id;
    StreamKind readers{};
    std::map<std::string, std::string> answers; // linkId: "c:" and code, or "t:" and text
};

struct Withdrawal
{
    Saved saved;
    DraftId answer;
};

/** What a later program did with an item of a list. */
struct ItemOp
{
    enum class Kind { Text, Rank, Remove };
    Saved saved;
    Kind kind{};
    EntityId item;
    Dot dot;
    std::set<Dot> seen;
    std::string text;
};

/** A change made by hand, of a kind that this program can't read. */
struct Foreign
{
    Saved saved;
    ChangeId id;
    Hash256 hash;
};

/** What the other resident answered: only that it is there, or that nothing of it is. */
struct Neighbour
{
    Saved saved;
    DraftId id;
    std::string text; // empty: it was begun and never sent
};

/** An answer sheet as it must lie on a tablet's disk. */
struct Sheet
{
    Who who;
    std::map<std::string, std::string> answers;
    std::optional<StreamKind> readers;
    bool sent = false;
    bool operator==(const Sheet &) const = default;
};

/** A field that is being written in. */
struct FieldDraft
{
    std::string text;
    std::string addedWord;
    std::set<ShownVersion> seen;
    bool forSeveral = false; // waits for a decision about the versions that stand there
};

/** What a tablet must know by itself, whatever happens to it; goes back with its disk. */
struct Mind
{
    std::map<DraftId, Sheet> sheets;
    std::map<Who, std::map<std::string, FieldDraft>> fields;
    bool unsure = false; // the disk failed while a stream was taken off: what is a draft still is not known
};

/** Everything that people were told is saved, by everybody. */
struct Story
{
    std::vector<Edit> edits;
    std::vector<Answer> answers;
    std::vector<Withdrawal> withdrawals;
    std::vector<ItemOp> itemOps;
    std::vector<Foreign> foreign;
    std::vector<Neighbour> neighbours;
    std::set<ChangeId> skipped; // broke connections until its place was handed in without it
    std::map<Dot, std::vector<std::size_t>> editOfDot; // several only after an id was used twice
    std::uint64_t serial = 0;
    std::uint64_t words = 0;
    EntityId plan;

    /** The edits of a field that were saved under this id and say this. */
    [[nodiscard]] std::vector<std::size_t> savedAs(const std::string &field,
                                                   const merge::Version &version) const;
    /** The same, or, when it was written again under an id that nobody was told: all that say this. */
    [[nodiscard]] std::vector<std::size_t> writersOf(const std::string &field,
                                                     const merge::Version &version) const;
    /** The tablet lost what it saved after `serial`. */
    void mayBeGone(std::size_t tablet, std::uint64_t after);
};

} // namespace trivsel::sim
