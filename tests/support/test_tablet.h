#pragma once

#include "proto/session/tablet_session.h"
#include "tests/support/changes.h"

#include <set>

namespace trivsel::test {

/**
 * The smallest honest tablet: a real journal on disk, and beside it in the same file what a sync run must
 * remember. Reopening is a new object over the same file: what was not committed is gone, and a new
 * incarnation begins.
 */
class TestTablet : public session::TabletPort
{
public:
    TestTablet(std::filesystem::path file, HomeId home, std::uint8_t number);

    [[nodiscard]] DeviceId device() const { return filled<DeviceId>(m_number); }
    [[nodiscard]] seal::SignSecret signSecret() const { return filled<seal::SignSecret>(m_number); }
    [[nodiscard]] seal::BoxSecret boxSecret() const { return filled<seal::BoxSecret>(m_number); }
    [[nodiscard]] const std::filesystem::path &file() const { return m_file; }
    [[nodiscard]] journal::Journal &journal() { return *m_journal; }

    /** Writes one change of its own, durable when it returns. */
    seal::SealedChange write(const StreamId &stream, const std::string &text, std::uint32_t keyVersion = 1);
    /** The incarnation of this start; drawn from the file's name and the number of starts, or as told. */
    Incarnation inc;
    HomeId homeId;
    int broken = 0; // runs that broke off, whatever had been under way

    /** Own changes by what is known of them. */
    enum class Own { Pending = 0, Durable = 1, Held = 2 };
    [[nodiscard]] std::uint64_t count(Own state);
    [[nodiscard]] bool durable(const seal::SealedChange &change);
    [[nodiscard]] std::set<Incarnation> clonesSeen();
    [[nodiscard]] std::set<std::pair<StreamId, std::uint32_t>> keys();
    [[nodiscard]] std::uint64_t rescued(); // other contents under known ids
    /** Texts of every change in the stream, sorted. */
    [[nodiscard]] std::vector<std::string> texts(const StreamId &stream);

    // TabletPort
    Result<State> state() override;
    Result<bool> knowsIncarnation(Incarnation asked) override;
    Result<std::optional<Hash256>> headAt(const StreamId &stream, const Dot &dot) override;
    Result<std::vector<std::pair<StreamId, session::Range>>> pending() override;
    Result<Batch> batch(const StreamId &stream, const session::Range &range) override;
    Status markDurable(const StreamId &stream, const session::Range &range,
                       const session::Position &end) override;
    Status markQuarantined(const StreamId &stream, const Dot &dot,
                           wire::v1::QuarantineReason reason) override;
    Status storeChanges(const Received &received) override;
    Status storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box) override;
    Result<std::vector<std::pair<StreamId, std::uint64_t>>>
    storeGrants(std::span<const wire::v1::StreamGrant> grants) override;
    Status grantsComplete(std::uint64_t grants) override;
    Status storeEpoch(std::uint64_t epoch, bool restart) override;
    Result<std::vector<wire::v1::Have>> haves() override;
    Status storeClock(std::int64_t serverMs, std::int64_t ownMs, bool mayRead) override;
    Status noteCertificate(const std::string &next) override
    {
        certificates.push_back(next);
        return {};
    }
    Status noteBroken(const StreamId &, const journal::Range &, bool /*proven*/) override
    {
        ++broken;
        return {};
    }
    Status noteForeignIncarnation(Incarnation foreign) override;
    Status markSafe(const wire::v1::Safe &safe) override;

    std::vector<std::pair<Dot, wire::v1::QuarantineReason>> held; // since this start
    std::int64_t clockOffsetMs = 0;
    std::vector<std::string> certificates; // as each HelloAck said
    std::size_t batchChanges = limits::kBatchChangesMax;

private:
    [[nodiscard]] std::uint64_t number(std::string_view key);
    void setNumber(std::string_view key, std::uint64_t value);
    std::filesystem::path m_file;
    std::uint8_t m_number;
    std::unique_ptr<journal::Journal> m_journal;
};

} // namespace trivsel::test
