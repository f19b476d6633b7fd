#pragma once

#include "proto/framing/frame.h"
#include "proto/journal/journal.h"
#include "proto/session/send_frame.h"
#include "session.pb.h"

#include <memory>
#include <optional>
#include <variant>

namespace trivsel::session {

using journal::Position;
using journal::Range;
using seal::SealedChange;

/** What the session needs of the tablet. Called on the core thread; every call that stores is committed when
 * it returns. */
class TabletPort
{
public:
    virtual ~TabletPort() = default;

    struct State
    {
        HomeId home;
        DeviceId device;
        std::uint64_t epoch = 0; // 0 = has never met a server
        Position cursor;
        Position acked; // as markDurable() was last told in this epoch; {0, 0} after storeEpoch(…, true)
        std::uint64_t grants = 0;
        Incarnation lastInc{};
        std::vector<PersonId> carry; // residents taken along; at most limits::kCarryMax
    };
    virtual Result<State> state() = 0;
    /** True when this tablet's own journal holds a change of its own under this incarnation. */
    virtual Result<bool> knowsIncarnation(Incarnation inc) = 0;
    /** Chain head after the dot, to see that the server has the same changes; nullopt beyond what is here
     * without a hole. */
    virtual Result<std::optional<Hash256>> headAt(const StreamId &stream, const Dot &dot) = 0;

    /** Own (and rescued) changes that are neither durable on the server nor in its quarantine, as ranges by
     * stream; bounded by kPendingRangesMax. Asked again when all of them are done: what was written meanwhile
     * goes along. */
    virtual Result<std::vector<std::pair<StreamId, Range>>> pending() = 0;
    /** Own changes that are durable and not yet safe, likewise: the server is asked about them. */
    virtual Result<std::vector<std::pair<StreamId, Range>>> notSafe()
    {
        return std::vector<std::pair<StreamId, Range>>();
    }
    /** A run from the journal with a fresh or stored proof over exactly these changes; it covers range.first.
     * What a stored proof covers outside the range comes without its content (gone): only so that the proof
     * fits. Where nothing is held at range.first, it begins with the first that is; NotFound when there is
     * none in the range. At most kBatchChangesMax and kBatchBytesMax (SealedChange::bytes). */
    struct Batch
    {
        StreamId stream;
        std::vector<SealedChange> changes;
        wire::v1::Proof proof;
    };
    virtual Result<Batch> batch(const StreamId &stream, const Range &range) = 0;
    /** The server has these on disk. `end`: its log ends here; kept as State::acked when it is further than
     * before. */
    virtual Status markDurable(const StreamId &stream, const Range &range, const Position &end) = 0;
    virtual Status markQuarantined(const StreamId &stream, const Dot &dot,
                                   wire::v1::QuarantineReason reason) = 0;
    /** It waits no more: its words stand in the server's log under an id of the office. */
    virtual Status markReissued(const StreamId &stream, const Dot &dot)
    {
        return markQuarantined(stream, dot, wire::v1::REISSUED);
    }

    /** Changes on which connections broke before: pushed when all else is done, and one at a time, so that it
     * shows which one it is and nothing waits for it. Also those of others. */
    struct Suspect
    {
        StreamId stream;
        Dot dot;
        std::uint32_t failures = 0; // those with the fewest go first
        bool due = true;            // false: set aside, and not to be offered in this run,
        bool lately = false;        // nor before an order to empty: it was offered just now
    };
    virtual Result<std::vector<Suspect>> suspects() { return std::vector<Suspect>(); }
    /** The connection broke without an ack of these: the first of what was under way. `proven`: it was one
     * suspect alone, and just before, in the same run, the line had carried as many bytes and an answer to
     * them. Otherwise the line may be at fault as well. */
    virtual Status noteBroken(const StreamId &stream, const Range &range, bool proven)
    {
        (void)stream, (void)range, (void)proven;
        return {};
    }
    /** The connection broke while no push was under way: the line is at fault. */
    virtual Status noteBadLine() { return {}; }

    /** Changes from the server, in its order, to be stored with the position in one transaction. */
    struct Received
    {
        std::vector<SealedChange> changes;
        std::vector<wire::v1::Proof> proofs;
        std::optional<StreamId>
            backfill; // then `upto` is the position of this stream's back-fill, else the cursor
        Position upto;
        bool more = false; // false with `backfill`: this stream is complete
    };
    /** Changes that are here already are skipped; another content under a known id is kept as rescue, never
     * dropped. */
    virtual Status storeChanges(const Received &received) = 0;
    virtual Status storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box) = 0;
    /** The full list of grants. Returns streams that still need a back-fill, with the position reached. */
    virtual Result<std::vector<std::pair<StreamId, std::uint64_t>>>
    storeGrants(std::span<const wire::v1::StreamGrant> grants) = 0;
    /** All keys of this grants version are here and no stream needs a back-fill any more. */
    virtual Status grantsComplete(std::uint64_t grants) = 0;
    /** restart: cursor, acked and every position of a back-fill go back to nothing. */
    virtual Status storeEpoch(std::uint64_t epoch, bool restart) = 0;
    /** All held ranges and the set hash, one per stream, for Have. */
    virtual Result<std::vector<wire::v1::Have>> haves() = 0;
    virtual Status storeClock(std::int64_t serverMs, std::int64_t ownMs, bool mayRead) = 0;
    /** The server's own key, as it says; the port checks it against the pin (WrongPin). Before any change of
     * this run. */
    virtual Status storeServerKey(const seal::SignPublic &key)
    {
        (void)key;
        return {};
    }
    /** The server has answered: the certificate that was shown to it holds. `next`: PEM of the one to show
     * from the next connection on; empty: nothing new. What can't be a certificate is passed over. */
    virtual Status noteCertificate(const std::string &next)
    {
        (void)next;
        return {};
    }
    /** The office has taken the stream off this device. Remembered durably; letGo() does what is to be done.
     */
    virtual Status noteRevoked(const StreamId &stream)
    {
        (void)stream;
        return {};
    }
    /** The office has erased the stream: nothing of it can be read here when this returns, changes that wait
     * and drafts included. Malformed or SealBroken when the order is not this server's. */
    virtual Status eraseStream(const wire::v1::StreamErased &order)
    {
        (void)order;
        return {};
    }
    /** Everything of its own is on the server: what was revoked goes, as far as nothing of it is needed any
     * more. */
    virtual Status letGo() { return {}; }
    /** Is this order the office's, for this device? What was sent and not yet written becomes a change first.
     */
    virtual Status checkWipe(const wire::v1::Wipe &wipe)
    {
        (void)wipe;
        return {};
    }
    /** The order is carried out: nothing can be read here any more when this returns. */
    virtual Status wipe() { return {}; }
    /** The server has seen an incarnation of this device that is unknown here: this is a restored copy or a
     * clone. */
    virtual Status noteForeignIncarnation(Incarnation inc) = 0;
    virtual Status markSafe(const wire::v1::Safe &safe) = 0;
};

/** Last action: close the connection when everything is sent. */
struct Finished
{
    Status outcome;           // in order, or why not
    std::uint32_t retryS = 0; // the server asks for this pause; 0 = nothing said
};
using TabletAction = std::variant<SendFrame, Finished>;

/** Progress for the calm line: counts of changes only. */
struct TabletProgress
{
    std::uint64_t pushed = 0;      // durable on the server in this run
    std::uint64_t pulled = 0;      // received, also those that were here already
    std::uint64_t quarantined = 0; // *venter på kontoret*
    std::uint64_t refused = 0;     // the server's quarantine is full: still pending here
    bool mayRead = true;           // false: this tablet may hand in, but fetches nothing
    bool expired = false;          // for its certificate has run out: the office has to say yes
    bool wiped = false;            // this tablet was told to empty itself, and has done so
    bool upToDate = false; // everything that this tablet may hold is here, everything of its own is there
};

/**
 * One sync run of a tablet as a sans-I/O state machine: Hello, keys and grants, push what is not durable,
 * pull from the cursor, back-fill new streams, Bye. Idle run: 1 round trip. Errors of the peer end the run,
 * never lose anything; what was acknowledged stays acknowledged. Core thread.
 */
class TabletSession
{
public:
    TabletSession(TabletPort &port, std::string appVersion);

    /** Times are the own wall clock, ms since 1970 UTC. */
    void start(std::int64_t nowMs);
    void onFrame(const framing::Frame &frame, std::int64_t nowMs);
    /** The decoder gave up: tells the server why, and ends. */
    void onBadFrame(const Error &why);
    /** The transport ended, in order or not. */
    void onClosed(Error why);
    /** Batches are read from the journal here, when there is room for one: send each frame before asking for
     * the next. */
    [[nodiscard]] std::optional<TabletAction> next();
    [[nodiscard]] const TabletProgress &progress() const;

private:
    struct Impl;
    std::shared_ptr<Impl> m;
};

} // namespace trivsel::session
