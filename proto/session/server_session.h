#pragma once

#include "proto/framing/frame.h"
#include "proto/journal/journal.h"
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
    seal::SignPublic sign;
    bool mayRead = true;  // false: blocked or expired; pushes are still taken
    bool blocked = false; // pushes go to quarantine
};

struct Grant
{
    StreamId stream;
    std::uint32_t key = 0;
    std::string box; // the newest and all older keys, sealed to the device, one StreamKey each
};

/** What the session reads of the server; nothing here writes. Server thread. */
class ServerPort
{
public:
    virtual ~ServerPort() = default;

    virtual HomeId home() const = 0;
    virtual std::uint64_t epoch() const = 0;
    virtual Result<Position> end() = 0;
    virtual Result<std::optional<Position>> positionAt(std::uint64_t seq) = 0;
    /** Streams this device may hold now. */
    virtual std::vector<wire::v1::StreamGrant> grants(const DeviceId &device) = 0;
    virtual std::vector<wire::v1::StreamKey> keysFor(const DeviceId &device, const StreamId &stream) = 0;
    virtual bool mayPush(const DeviceId &device, const StreamId &stream) = 0;
    /** Key of the device that signed a proof; nullopt when unknown. */
    virtual std::optional<seal::SignPublic> signKey(const DeviceId &device) = 0;
    virtual bool knowsKey(const StreamId &stream, std::uint32_t version) = 0;
    virtual Result<std::vector<Range>> ranges(const StreamId &stream) = 0;
    virtual Result<Hash256> setHash(const StreamId &stream) = 0;
    virtual Result<std::uint64_t> lastIncarnation(const DeviceId &device) = 0;
    /** Changes after `from`, of the given streams only, with their proofs, at most one batch; says where it got to. */
    struct Page
    {
        std::vector<journal::StoredChange> changes;
        std::vector<wire::v1::Proof> proofs;
        Position upto;
        bool more = false;
    };
    virtual Result<Page> page(const std::vector<StreamId> &streams, std::uint64_t afterSeq) = 0;
};

struct SendFrame
{
    std::string bytes;
};
/** To be stored with other connections' in one transaction; then onStored() with the same id. */
struct StorePush
{
    std::uint64_t id = 0;
    DeviceId from;
    StreamId stream;
    wire::v1::Proof proof;
    std::vector<SealedChange> accepted;
    std::vector<std::pair<SealedChange, wire::v1::QuarantineReason>> held;
};
/** The device has stored up to here: for status, and for SAFE. */
struct NoteCursor
{
    DeviceId device;
    Position cursor;
};
struct CloseConnection
{
    Status why;
};
using ServerAction = std::variant<SendFrame, StorePush, NoteCursor, CloseConnection>;

/** What the store says of a push after COMMIT: collisions are found there, by id. */
struct StoredPush
{
    std::uint64_t id = 0;
    std::vector<std::pair<Dot, wire::v1::QuarantineReason>> held;
};

/** The server's half of one connection, sans-I/O. The device is known from its certificate before it starts. */
class ServerSession
{
public:
    ServerSession(ServerPort &port, DeviceFacts device);

    void onFrame(const framing::Frame &frame, std::int64_t nowMs);
    /** After COMMIT. A failed store never gets here: the process stops. */
    void onStored(const StoredPush &stored);
    [[nodiscard]] std::optional<ServerAction> next();
    /** For the decoder: 16 KiB until Hello was accepted. */
    [[nodiscard]] bool authenticated() const;

private:
    struct Impl;
    std::shared_ptr<Impl> m;
};

} // namespace trivsel::session
