#pragma once

#include "proto/session/server_session.h"
#include "tests/support/changes.h"

#include <map>
#include <set>

namespace trivsel::test {

/**
 * The smallest honest server: a real journal on disk, devices and grants as plain values. Every call of
 * store() is one transaction. Reopening is a new object over the same file.
 */
class TestServer final : public session::ServerPort
{
public:
    struct Device
    {
        seal::SignPublic sign;
        seal::BoxPublic box;
        bool mayRead = true;
        bool blocked = false;
        bool expired = false;  // with mayRead = false
        std::string renewed{}; // PEM, given at the next Hello
        std::set<StreamId> grants;
    };

    TestServer(std::filesystem::path file, HomeId home);

    /** Settings: what an office would have folded from `home`. They live outside the file. */
    std::map<DeviceId, Device> devices;
    /** On this device granted while that resident is taken along. */
    std::map<DeviceId, std::map<StreamId, PersonId>> onlyAlong;
    std::map<DeviceId, std::vector<PersonId>> carried; // as the last Hello said
    std::set<StreamId> takenOff;                       // from every tablet that has no grant
    std::map<DeviceId, wire::v1::Wipe> wipeOrders;     // signed with `identity`
    std::map<StreamId, wire::v1::StreamErased> erased; // signed with `identity`
    std::set<std::pair<DeviceId, StreamId>> confirmed; // what tablets said they have erased
    std::optional<seal::SignSecret> identity;          // said in HelloAck when it is there
    std::map<StreamId, std::uint32_t> streams;         // newest key version, every older one is known too
    std::set<StreamId> boxed; // nobody is granted these; what is sealed to the server is taken
    std::size_t pageChanges = limits::kBatchChangesMax;
    std::uint64_t safeUpto = 0; // so far the log stands on a second device
    std::uint64_t quarantineChangesMax = limits::kQuarantineChangesPerDeviceMax;

    [[nodiscard]] journal::Journal &journal() { return *m_journal; }
    [[nodiscard]] session::DeviceFacts facts(const DeviceId &device) const;
    /** One transaction; what a crash after it leaves is on disk. */
    [[nodiscard]] session::StoredPush store(const session::StorePush &push);
    /** As from a server program start: closes and opens the file. */
    void reopen();
    /** A copy of the file as it is now, and the way back to one: a restored backup, a VM snapshot. */
    void saveCopy(const std::filesystem::path &to);
    void restoreCopy(const std::filesystem::path &from);

    // ServerPort
    HomeId home() const override { return m_home; }
    std::uint64_t epoch() const override { return m_epoch; }
    Result<std::uint64_t> renewEpoch() override;
    Result<session::Position> end() override { return m_journal->end(); }
    Result<std::optional<session::Position>> positionAt(std::uint64_t seq) override;
    void noteCarry(const DeviceId &device, const std::vector<PersonId> &residents) override
    {
        carried[device] = residents;
    }
    std::vector<wire::v1::StreamGrant> grants(const DeviceId &device) override;
    std::vector<wire::v1::StreamKey> keysFor(const DeviceId &device, const StreamId &stream) override;
    bool mayPush(const DeviceId &device, const StreamId &stream) override;
    std::optional<seal::SignPublic> signKey(const DeviceId &device) override;
    bool knowsKey(const StreamId &stream, std::uint32_t version) override;
    Result<bool> mayHold(const DeviceId &device, std::uint64_t changes, std::uint64_t bytes) override;
    Result<std::vector<session::Range>> ranges(const StreamId &stream) override
    {
        return m_journal->ranges(stream);
    }
    Result<Hash256> setHash(const StreamId &stream) override { return m_journal->setHash(stream); }
    Result<journal::Journal::Tip> tip(const StreamId &stream, Incarnation inc) override;
    Result<std::uint64_t> lastIncarnation(const DeviceId &device) override;
    Result<Page> page(const std::vector<StreamId> &streams, std::uint64_t afterSeq) override;
    std::vector<StreamId> revoked(const DeviceId &device) override;
    std::vector<wire::v1::StreamErased> erasedFor(const DeviceId &device) override;
    std::optional<wire::v1::Wipe> wipeOrder(const DeviceId &device) override;
    Result<std::vector<session::Range>> safe(const DeviceId & /*device*/, const StreamId &stream,
                                             const session::Range &range) override
    {
        return m_journal->rangesUpto(stream, range, safeUpto);
    }

private:
    [[nodiscard]] bool granted(const DeviceId &device, const StreamId &stream) const;
    /** As the real inbox: how many of the push stand on the chain that the log has. What comes behind was
     * written by a copy of the tablet, and is held although its own ids are free. */
    [[nodiscard]] std::size_t onTheChain(const session::StorePush &push);
    void readEpoch();
    std::filesystem::path m_file;
    HomeId m_home;
    std::uint64_t m_epoch = 0;
    std::unique_ptr<journal::Journal> m_journal;
    Random m_random = seededRandom(77);
};

} // namespace trivsel::test
