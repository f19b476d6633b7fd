#pragma once

#include "proto/journal/sqlite.h"
#include "proto/seal/chain.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace trivsel::journal {

using seal::SealedChange;

struct StoredChange
{
    std::uint64_t seq = 0; // position in this journal's log, gapless from 1
    SealedChange change;
};

struct Position
{
    std::uint64_t seq = 0;
    std::uint64_t log = 0;
    bool operator==(const Position &) const = default;
};

/** What became of one change that was to be appended. */
enum class Appended {
    New,
    Known,     // same id, same bytes: nothing to do
    Collision, // same id, other bytes: not stored here
};

struct Range
{
    Incarnation inc{};
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool operator==(const Range &) const = default;
};

struct Quarantined
{
    std::int64_t id = 0;
    DeviceId device;
    SealedChange change;
    wire::v1::QuarantineReason reason{};
    std::int64_t receivedMs = 0;
};

/**
 * The append-only store of sealed changes, the same on tablets and on the server. It owns the one connection
 * and hands it to the owners of further tables (drafts, …), so that they share a transaction. One thread. All
 * writing calls belong inside a Transaction of the caller (asserted); nothing is acknowledged before its
 * commit(). After an error of a writing call the caller lets the transaction go. Nothing is kept in memory
 * between calls, so a roll-back leaves no trace.
 */
class Journal
{
public:
    static constexpr std::uint32_t kApplicationId = 0x54525653; // "TRVS"
    static constexpr int kSchema = 1;

    /** As Database::open; application id and version of `options` are set here. Migrates an older file. */
    static Result<Journal> open(const std::filesystem::path &file, OpenOptions options);

    [[nodiscard]] Database &database() { return *m_db; }

    /** Appends at the end of the log. The log position moves only with New. Counters may come out of order.
     */
    [[nodiscard]] Result<Appended> append(const SealedChange &change);
    /** As append, one by one, for much less work. Malformed when a counter is above 2^63 - 1. */
    [[nodiscard]] Result<std::vector<Appended>> append(std::span<const SealedChange> changes);
    /** Proofs are kept, forwarded and offered again; the same proof twice is one. Malformed unless every
     * field has its length and the range has at most kBatchChangesMax counters. The signature is the caller's
     * to check. */
    [[nodiscard]] Status keepProof(const wire::v1::Proof &proof);

    [[nodiscard]] Result<Position> end();
    /** nullopt when seq lies beyond the end. */
    [[nodiscard]] Result<std::optional<Position>> positionAt(std::uint64_t seq);

    [[nodiscard]] Result<std::optional<StoredChange>> find(const ChangeId &id);
    /** Calls `each` in log order for a stream's changes with seq > after, until it returns false. */
    [[nodiscard]] Status readStream(const StreamId &stream, std::uint64_t after,
                                    const std::function<bool(StoredChange &&)> &each);
    /** Everything that is held of a stream is gone, but for what lies in quarantine. For tablets: on the
     * server the log has no holes. Inside a transaction of the caller. */
    [[nodiscard]] Status forget(const StreamId &stream);
    /** The content of every change of the stream is gone, in its place only the change's hash; what lies in
     * quarantine goes altogether. Set hash, chains, proofs and the log stay as they are. How many had
     * content. Inside a transaction of the caller; afterwards scrub(). */
    [[nodiscard]] Result<std::uint64_t> erase(const StreamId &stream);
    /** True when nothing of the stream's content is left here. */
    [[nodiscard]] Result<bool> isErased(const StreamId &stream);
    /** What was deleted lies in no page, free page or write-ahead log of the file any more. Not inside a
     * transaction. StoreBusy while another process reads. */
    [[nodiscard]] Status scrub();
    /** As readStream over the whole log; the filter is the caller's. */
    [[nodiscard]] Status readLog(std::uint64_t after, const std::function<bool(StoredChange &&)> &each);
    /** A run of one incarnation in one stream from range.first on, without a hole: at most maxChanges and
     * maxBytes (SealedChange::bytes), at least one. NotFound when range.first is not here. */
    [[nodiscard]] Result<std::vector<SealedChange>> readRange(const StreamId &stream, const Range &range,
                                                              std::size_t maxChanges, std::size_t maxBytes);
    /** Proofs that cover any of the given counters, for forwarding; at most kProofsPerFrameMax, by their last
     * counter. */
    [[nodiscard]] Result<std::vector<wire::v1::Proof>> proofsFor(const StreamId &stream, const Range &range);
    /** Takes out the proofs for which `wanted` says no. */
    [[nodiscard]] Result<std::uint64_t>
    dropProofs(const std::function<bool(const wire::v1::Proof &)> &wanted);

    [[nodiscard]] Result<std::vector<StreamId>> streams();
    /** Held counters of every incarnation in the stream, as maximal ranges, sorted. */
    [[nodiscard]] Result<std::vector<Range>> ranges(const StreamId &stream);
    /** Which counters of the range stand in the log up to `seq`; looks at kCountersLookedAt of them at most.
     */
    [[nodiscard]] Result<std::vector<Range>> rangesUpto(const StreamId &stream, const Range &range,
                                                        std::uint64_t seq);
    static constexpr std::uint64_t kCountersLookedAt = 8'192;
    [[nodiscard]] Result<Hash256> setHash(const StreamId &stream);
    /** How far inc stands in the stream without a hole, from 1, and the chain head there; 0 and zeros when it
     * starts later. */
    struct Tip
    {
        std::uint64_t ctr = 0;
        Hash256 head{};
    };
    [[nodiscard]] Result<Tip> tip(const StreamId &stream, Incarnation inc);
    /** Chain head after counter ctr (0 = zeros), recomputed from the rows when it is not the tip: cost ctr.
     * NotFound beyond the tip. */
    [[nodiscard]] Result<Hash256> headAt(const StreamId &stream, const Dot &dot);
    [[nodiscard]] Result<std::uint64_t> lamport(const StreamId &stream); // highest seen
    [[nodiscard]] Result<std::uint64_t> count();

    /**
     * Another content under an id that is here: what was there is gone, so the caller keeps it elsewhere
     * first. Set hash, chain head and the log's rolling hash follow. NotFound when the id is not here. Cost:
     * the rows after it. The same content in another form (gone, or come back) only changes the row.
     */
    [[nodiscard]] Status replace(const SealedChange &with);
    /** Its content stands under another id: its place is empty from now on, and its lamport counts no more
     * for lamport(). The caller has the content elsewhere. NotFound. Cost: as replace(), and the stream's
     * rows. */
    [[nodiscard]] Status vacate(const SealedChange &change);
    /** Changes whose content was erased or skipped. */
    [[nodiscard]] Result<std::uint64_t> goneCount();

    /** Kept aside, without a place in the log. The same change from the same device twice is one. */
    [[nodiscard]] Status quarantine(const DeviceId &from, const SealedChange &change,
                                    wire::v1::QuarantineReason reason, std::int64_t nowMs);
    [[nodiscard]] Result<std::vector<Quarantined>> quarantined();
    /** Takes one out of quarantine. NotFound. */
    [[nodiscard]] Status release(std::int64_t id);
    /** The change stands in the log now: it is held for this device no more, with its content or without. */
    [[nodiscard]] Status releaseStored(const DeviceId &from, const SealedChange &change);
    /** The one that was held last; id 0: nothing is held. */
    struct HeldMark
    {
        std::int64_t id = 0;
        Hash256 hash{};
    };
    /** How many have been held since the mark was the last; all of them when that one is held no more. */
    [[nodiscard]] Result<std::uint64_t> heldSince(const HeldMark &mark);
    /** True when a change of this id is held for this reason. */
    [[nodiscard]] Result<bool> isHeld(const ChangeId &id, wire::v1::QuarantineReason reason);
    /** Held for this device: number and bytes, for the limits. */
    struct Held
    {
        std::uint64_t changes = 0;
        std::uint64_t bytes = 0;
    };
    [[nodiscard]] Result<Held> heldFor(const DeviceId &device);

    /** What can still be read of the log, in order, and then of what is kept aside, past whatever is damaged:
     * for a file that nobody goes on with. `each` gets one change and why it was kept aside (NONE: it stood
     * in the log). How many rows could not be read, as far as that can be counted. */
    [[nodiscard]] Result<std::uint64_t>
    salvage(const std::function<Status(SealedChange &&, wire::v1::QuarantineReason)> &each);

    /** Small named values: epoch, cursor … Written in the caller's transaction. */
    [[nodiscard]] Result<std::optional<std::string>> meta(std::string_view key);
    [[nodiscard]] Status setMeta(std::string_view key, std::string_view value);

private:
    explicit Journal(std::unique_ptr<Database> db) : m_db(std::move(db)) {}
    std::unique_ptr<Database> m_db;
};

} // namespace trivsel::journal
