#pragma once

#include "proto/framing/frame.h"
#include "proto/journal/journal.h"
#include "proto/journal/key_store.h"
#include "session.pb.h"

#include <deque>
#include <optional>
#include <variant>

namespace trivsel::session {

using journal::Position;
using journal::Range;
using seal::SealedChange;

/** What the session needs of the tablet. Called on the core thread; every call that stores is committed when it returns. */
class TabletPort
{
public:
    virtual ~TabletPort() = default;

    struct State
    {
        HomeId home;
        DeviceId device;
        std::uint64_t epoch = 0;
        Position cursor;
        std::uint64_t grants = 0;
        Incarnation lastInc{};
    };
    virtual Result<State> state() = 0;
    /** Own (and rescued) changes that are not durable on the server yet, as ranges by stream; bounded by kPendingRangesMax. */
    virtual Result<std::vector<std::pair<StreamId, Range>>> pending() = 0;
    /** A run from the journal with a fresh or stored proof. At most kBatchChangesMax and kBatchBytesMax. */
    struct Batch
    {
        StreamId stream;
        std::vector<SealedChange> changes;
        wire::v1::Proof proof;
    };
    virtual Result<Batch> batch(const StreamId &stream, const Range &range) = 0;
    /** The server has these on disk. */
    virtual Status markDurable(const StreamId &stream, const Range &range) = 0;
    virtual Status markQuarantined(const StreamId &stream, const Dot &dot, wire::v1::QuarantineReason reason) = 0;
    /** Stores items and proofs and moves the cursor (or the back-fill position of `backfill`) in one transaction. */
    virtual Status storeChanges(const wire::v1::Changes &changes) = 0;
    virtual Status storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box) = 0;
    /** The full list of grants. Returns streams that still need a back-fill, with the position reached. */
    virtual Result<std::vector<std::pair<StreamId, std::uint64_t>>> storeGrants(
        std::span<const wire::v1::StreamGrant> grants) = 0;
    /** All back-fills of this grants version are complete. */
    virtual Status grantsComplete(std::uint64_t grants) = 0;
    virtual Status storeEpoch(std::uint64_t epoch, bool restart) = 0; // restart: cursor back to nothing
    /** All held ranges and the set hash, stream by stream, for Have. */
    virtual Result<std::vector<wire::v1::Have>> haves() = 0;
    virtual Status storeClock(std::int64_t serverMs, std::int64_t ownMs) = 0;
    /** The server has seen an incarnation of this device that is unknown here: this is a restored copy or a clone. */
    virtual Status noteForeignIncarnation(Incarnation inc) = 0;
    virtual Status markSafe(const wire::v1::Safe &safe) = 0;
};

/** What the shell must do next. */
struct SendFrame
{
    std::string bytes;
};
struct Finished
{
    Status outcome; // in order, or why not
};
using TabletAction = std::variant<SendFrame, Finished>;

/** Progress for the calm line: counts only. */
struct TabletProgress
{
    std::uint64_t pushed = 0;
    std::uint64_t pulled = 0;
    std::uint64_t quarantined = 0;
    bool upToDate = false;
};

/**
 * One sync run of a tablet as a sans-I/O state machine: Hello, keys and grants, push what is not durable, pull from the
 * cursor, back-fill new streams, Bye. Idle run: 1 round trip. Errors of the peer end the run, never lose anything; what
 * was acknowledged stays acknowledged. Core thread.
 */
class TabletSession
{
public:
    TabletSession(TabletPort &port, std::string appVersion);

    void start(std::int64_t nowMs);
    void onFrame(const framing::Frame &frame, std::int64_t nowMs);
    /** The transport ended, in order or not. */
    void onClosed(Error why);
    [[nodiscard]] std::optional<TabletAction> next();
    [[nodiscard]] const TabletProgress &progress() const { return m_progress; }

private:
    struct Impl;
    TabletProgress m_progress;
    std::shared_ptr<Impl> m;
};

} // namespace trivsel::session
