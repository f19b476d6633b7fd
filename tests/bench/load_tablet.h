#pragma once

#include "proto/session/tablet_session.h"
#include "proto/tabletfile/tablet_file.h"
#include "tests/bench/stats.h"

#include <optional>

namespace trivsel::bench {

/** A tablet in memory that hands in ready-made changes and keeps nothing: the load, not the thing that is
 * measured. */
class LoadTablet final : public session::TabletPort
{
public:
    LoadTablet(const TabletFile &file, std::size_t batchChangesMax);

    /** Ready-made changes with about `textBytes` of text each, under a new incarnation, for the next run. */
    void prepare(std::size_t changes, std::size_t textBytes);
    /** The next run hands in one change, waits until it is durable, hands in the next … */
    void oneAtATime() { m_alone = true; }
    /** How long each of them took, in milliseconds. */
    [[nodiscard]] const Samples &waits() const { return m_waits; }
    [[nodiscard]] bool knowsStream() const { return m_stream.has_value(); }
    [[nodiscard]] const std::vector<session::SealedChange> &prepared() const { return m_changes; }
    [[nodiscard]] bool done() const { return !m_changes.empty() && m_durable == m_changes.size(); }

    Result<State> state() override;
    Result<bool> knowsIncarnation(Incarnation) override { return true; }
    Result<std::optional<Hash256>> headAt(const StreamId &, const Dot &) override
    {
        return std::optional<Hash256>{};
    }
    Result<std::vector<std::pair<StreamId, session::Range>>> pending() override;
    Result<Batch> batch(const StreamId &stream, const session::Range &range) override;
    /** Ends the run with Closed after the last one, so that what other tablets sent is not fetched within the
     * measured time. */
    Status markDurable(const StreamId &stream, const session::Range &range,
                       const session::Position &end) override;
    Status markQuarantined(const StreamId &, const Dot &, wire::v1::QuarantineReason) override
    {
        return fail(Errc::Internal, "quarantined");
    }
    Status storeChanges(const Received &received) override;
    Status storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box) override;
    Result<std::vector<std::pair<StreamId, std::uint64_t>>>
    storeGrants(std::span<const wire::v1::StreamGrant> grants) override;
    Status grantsComplete(std::uint64_t grants) override;
    Status storeEpoch(std::uint64_t epoch, bool restart) override;
    Result<std::vector<wire::v1::Have>> haves() override { return std::vector<wire::v1::Have>{}; }
    Status storeClock(std::int64_t, std::int64_t, bool) override { return {}; }
    Status noteForeignIncarnation(Incarnation) override { return {}; }
    Status markSafe(const wire::v1::Safe &) override { return {}; }

private:
    const TabletFile &m_file;
    std::size_t m_batchMax;
    State m_state;
    std::optional<StreamId> m_stream;
    seal::StreamKey m_key{};
    Incarnation m_inc{};
    std::vector<session::SealedChange> m_changes;
    std::vector<Hash256> m_heads; // before each change
    std::size_t m_durable = 0;
    bool m_alone = false;
    Stopwatch m_since;
    Samples m_waits;
};

} // namespace trivsel::bench
