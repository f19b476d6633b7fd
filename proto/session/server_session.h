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

struct DeviceFacts
{
    DeviceId device;
    bool mayRead = true;                 // false: blocked or expired; pushes are still taken
    bool blocked = false;                // pushes go to quarantine
    bool expired = false;                // its certificate has run out: mayRead is false for that alone
    std::int64_t certificateUntilMs = 0; // server's clock; 0 = it does not end, or nobody looked
    std::string renewed{};               // PEM: what it is to show from now on; empty: nothing new
};

/** What the session reads of the server. Server thread. An error of a call ends the connection, nothing else.
 */
class ServerPort
{
public:
    virtual ~ServerPort() = default;

    virtual HomeId home() const = 0;
    virtual std::uint64_t epoch() const = 0;
    /** A tablet stands where this log never was: the log was rolled back. Draws a new epoch, committed when
     * it returns. */
    virtual Result<std::uint64_t> renewEpoch() = 0;
    virtual Result<Position> end() = 0;
    virtual Result<std::optional<Position>> positionAt(std::uint64_t seq) = 0;
    /** Whom the device's owner takes along, from Hello: told before any grant is asked for. In memory;
     * NoteHello makes it durable. */
    virtual void noteCarry(const DeviceId &device, const std::vector<PersonId> &residents)
    {
        (void)device, (void)residents;
    }
    /** Streams this device may hold now, at most kStreamsPerDeviceMax. Asked before every page. */
    virtual std::vector<wire::v1::StreamGrant> grants(const DeviceId &device) = 0;
    /** Every version of the stream's key, rising, sealed to the device. */
    virtual std::vector<wire::v1::StreamKey> keysFor(const DeviceId &device, const StreamId &stream) = 0;
    virtual bool mayPush(const DeviceId &device, const StreamId &stream) = 0;
    /** Key of the device that signed a proof (also blocked ones and the server itself); nullopt when unknown.
     */
    virtual std::optional<seal::SignPublic> signKey(const DeviceId &device) = 0;
    /** True while a lost server is being rebuilt: whoever signed may be made known only by what is handed in
     * now. The port checks the signatures when it knows the keys. */
    virtual bool trustsUnknownSigners() { return false; }
    virtual bool knowsKey(const StreamId &stream, std::uint32_t version) = 0;
    /** False when the quarantine would hold more of this device than kQuarantine…PerDeviceMax with these. */
    virtual Result<bool> mayHold(const DeviceId &device, std::uint64_t changes, std::uint64_t bytes) = 0;
    virtual Result<std::vector<Range>> ranges(const StreamId &stream) = 0;
    virtual Result<Hash256> setHash(const StreamId &stream) = 0;
    virtual Result<journal::Journal::Tip> tip(const StreamId &stream, Incarnation inc) = 0;
    /** Newest incarnation in a push whose proof this device signed itself; 0 = none yet. */
    virtual Result<std::uint64_t> lastIncarnation(const DeviceId &device) = 0;
    /** Changes after `afterSeq`, of the given streams only, with their proofs, at most one batch
     * (kBatchChangesMax, kBatchBytesMax of SealedChange::bytes); says where it got to. `more` = the log goes
     * on after `upto`. */
    struct Page
    {
        std::vector<journal::StoredChange> changes;
        std::vector<wire::v1::Proof> proofs;
        Position upto;
        bool more = false;
    };
    virtual Result<Page> page(const std::vector<StreamId> &streams, std::uint64_t afterSeq) = 0;
    /** Streams of the office that this device must not hold; asked when its grants have changed. Only what
     * the office knows for certain: a tablet destroys what is named here. At most kStreamsPerDeviceMax. */
    virtual std::vector<StreamId> revoked(const DeviceId &device)
    {
        (void)device;
        return {};
    }
    /** Erased streams that this device may hold and has not confirmed, signed; at most kStreamsPerDeviceMax.
     * Also for those that may not read. */
    virtual std::vector<wire::v1::StreamErased> erasedFor(const DeviceId &device)
    {
        (void)device;
        return {};
    }
    /** The office wants this device to empty itself. */
    virtual std::optional<wire::v1::Wipe> wipeOrder(const DeviceId &device)
    {
        (void)device;
        return std::nullopt;
    }
    /** What of a range of this device's own changes stands on a second device or in a verified backup on
     * another disk. May look at fewer than asked. */
    virtual Result<std::vector<Range>> safe(const DeviceId &device, const StreamId &stream,
                                            const Range &range)
    {
        (void)device, (void)stream, (void)range;
        return std::vector<Range>();
    }
};

/** To be stored with other connections' in one transaction; then onStored() with the same id. */
struct StorePush
{
    std::uint64_t id = 0;
    DeviceId from;
    StreamId stream;
    /** Verified, or absent. To be kept when at least one of the changes is new here or in quarantine. */
    std::optional<wire::v1::Proof> proof;
    std::vector<SealedChange> accepted;
    std::vector<std::pair<SealedChange, wire::v1::QuarantineReason>> held;
};
/** What the device said of itself in Hello: for status. */
struct NoteHello
{
    DeviceId device;
    std::string app;
    std::int64_t clockOffsetMs = 0; // server minus tablet
    bool newEpoch = false;          // the tablet knew another log than this one
    bool complete = false;          // all it may hold up to its cursor is there: its cursor counts as a copy
    std::uint64_t grants = 0;       // hash of what it may hold, as it was told; 0 when it may not read
    std::vector<PersonId> carry{};  // residents that its owner takes along
    std::int64_t certificateUntilMs = 0; // of the certificate that it showed; 0 = no end
};
/** The device has stored up to here: for status, and for SAFE. */
struct NoteCursor
{
    DeviceId device;
    Position cursor;
};
/** The device says that nothing of the stream is left on it. Only for what it was told in this session. */
struct NoteErased
{
    DeviceId device;
    StreamId stream;
};
/** Last action: close when everything is sent. */
struct CloseConnection
{
    Status why;
};
using ServerAction = std::variant<SendFrame, StorePush, NoteHello, NoteCursor, NoteErased, CloseConnection>;

/** What the store says of a push after COMMIT: collisions are found there, by id. */
struct StoredPush
{
    std::uint64_t id = 0;
    std::vector<std::pair<Dot, wire::v1::QuarantineReason>>
        held;     // found by the store, beside those of StorePush::held or in their place
    Position end; // of the log after COMMIT
};

/** The server's half of one connection, sans-I/O. The device is known from its certificate before it starts.
 */
class ServerSession
{
public:
    ServerSession(ServerPort &port, DeviceFacts device);

    /** nowMs: the server's wall clock, ms since 1970 UTC; only told to the tablet. */
    void onFrame(const framing::Frame &frame, std::int64_t nowMs);
    /** The decoder gave up: tells the tablet why, and closes. */
    void onBadFrame(const Error &why);
    /** Handshake or idle time is over: tells the tablet, and closes. */
    void onTimeout();
    /** After COMMIT. A failed store never gets here: the process stops. */
    void onStored(const StoredPush &stored);
    /** Pages are read here, when there is room for one: send each frame before asking for the next. */
    [[nodiscard]] std::optional<ServerAction> next();
    /** For the decoder: 16 KiB until Hello was accepted. */
    [[nodiscard]] bool authenticated() const;

private:
    struct Impl;
    std::shared_ptr<Impl> m;
};

/** A whole Error frame, for refusals before there is a session (too many connections, shutting down). */
[[nodiscard]] std::string errorFrame(wire::v1::ErrorCode code, std::uint32_t retryS = 0);
/** First 8 bytes, LE, of BLAKE2b-256("trivsel.grants.1" | stream | key LE …) over the list sorted by stream;
 * never 0. */
[[nodiscard]] std::uint64_t grantsHash(std::vector<wire::v1::StreamGrant> grants);

} // namespace trivsel::session
