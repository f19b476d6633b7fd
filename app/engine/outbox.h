#pragma once

#include "app/engine/tablet_store.h"
#include "proto/base/limits.h"

#include <array>

namespace trivsel::engine {

/**
 * What became of every change that was written here: only here, on the server's disk, held there for a
 * person, safe on a second device, or only here and set aside, because connections break on it. Writing calls
 * belong inside TabletStore::write.
 */
class Outbox final : public CommitListener
{
public:
    enum class State { Pending = 0, Durable = 1, Safe = 2, Held = 3, Aside = 4 };

    explicit Outbox(TabletStore &store) : m_store(store) {}
    /** Reads the counts. Once, at start. */
    [[nodiscard]] Status load();

    [[nodiscard]] Status add(const ChangeId &id);
    /** Pending ones of the range, and those set aside, become durable; others stay as they are. */
    [[nodiscard]] Status markDurable(const StreamId &stream, const journal::Range &range);
    [[nodiscard]] Status markHeld(const ChangeId &id, wire::v1::QuarantineReason reason);
    /** It stands in the office's log now: somebody has accepted it. */
    [[nodiscard]] Status markAccepted(const ChangeId &id);
    [[nodiscard]] Status markSafe(const StreamId &stream, const journal::Range &range);
    /** Its words stand at the office under another id, which this tablet need not hold. */
    [[nodiscard]] Status markReissued(const ChangeId &id);
    /** They are here under `anew`, which counts in its place from now on: as durable. */
    [[nodiscard]] Status moveTo(const ChangeId &id, const Dot &anew);
    /** Its words have no place of their own at the office, as far as anybody here was told: it waits, is held
     * or set aside, or stands under another id. */
    [[nodiscard]] Result<bool> hasNoPlace(const ChangeId &id);

    [[nodiscard]] Status markAside(const ChangeId &id);
    /** What is set aside of the stream is pending again. */
    [[nodiscard]] Status takeUp(const StreamId &stream);

    /** Maximal ranges of what is pending, then of what is set aside, at most limits::kPendingRangesMax. */
    [[nodiscard]] Result<std::vector<std::pair<StreamId, journal::Range>>> pending();
    /** Likewise of what is durable and not known to be safe. */
    [[nodiscard]] Result<std::vector<std::pair<StreamId, journal::Range>>> notSafe();
    /** Likewise of what the office holds, but for the places of ids that were taken: their content is offered
     * under another one. `after`: those behind this one; at most `most` ranges. */
    [[nodiscard]] Result<std::vector<std::pair<StreamId, journal::Range>>>
    heldWithContent(const std::optional<ChangeId> &after, std::size_t most);
    /** What has no place under its own id at the office: that was taken, or the office has another for it. */
    [[nodiscard]] Result<std::vector<Dot>> elsewhere(const StreamId &stream);
    /** Another server, another disk: nothing is known to be safe any more, and words that only the last one
     * said to have under another id wait again. */
    [[nodiscard]] Status forgetSafe();
    /** The stream is taken off this tablet, and nothing of it is needed here. */
    [[nodiscard]] Status forget(const StreamId &stream);
    /** The same for what waits at the office: the office has erased it. */
    [[nodiscard]] Status forgetHeld(const StreamId &stream);
    [[nodiscard]] Result<std::optional<State>> stateOf(const ChangeId &id);

    /** Read from disk. */
    [[nodiscard]] Result<std::uint64_t> countIn(const StreamId &stream, State state);
    [[nodiscard]] std::uint64_t count(State state) const { return m_counts[static_cast<std::size_t>(state)]; }

    void committed() override { m_counts = m_next; }
    void rolledBack() override { m_next = m_counts; }

private:
    using Counts = std::array<std::uint64_t, 5>;
    [[nodiscard]] Result<std::vector<std::pair<StreamId, journal::Range>>>
    ranges(std::string_view sql, std::size_t most = limits::kPendingRangesMax);
    [[nodiscard]] static Result<std::vector<std::pair<StreamId, journal::Range>>>
    rangesOf(journal::Statement &rows, std::size_t most);
    [[nodiscard]] Result<bool> has(const char *sql, const ChangeId &id);
    [[nodiscard]] Result<bool> isReissued(const ChangeId &id);
    [[nodiscard]] Status setReason(const ChangeId &id, wire::v1::QuarantineReason reason);
    [[nodiscard]] Status drop(const char *sql, const StreamId &stream);
    [[nodiscard]] Status move(const StreamId &stream, const journal::Range &range, State from, State to);
    /** Steps through rows that tell of one change each. */
    [[nodiscard]] Status countMoved(journal::Statement &rows, State from, State to);

    TabletStore &m_store;
    Counts m_counts{};
    Counts m_next{};
};

} // namespace trivsel::engine
