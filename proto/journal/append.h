#pragma once

#include "proto/journal/journal.h"

#include <map>

namespace trivsel::journal {

/** One call of Journal::append: reads each stream's and incarnation's state once, writes it once at the end.
 */
class Appender
{
public:
    explicit Appender(Journal &journal) : m_journal(journal), m_db(journal.database()) {}
    [[nodiscard]] Result<std::vector<Appended>> run(std::span<const SealedChange> changes);

private:
    struct StreamState
    {
        std::int64_t row = 0;
        seal::SetHash set;
        std::uint64_t lamport = 0;
        bool dirty = false;
    };
    struct TipState
    {
        std::uint64_t ctr = 0;
        Hash256 head{};
        std::uint64_t highest = 0;
    };

    [[nodiscard]] Result<Appended> one(const SealedChange &change);
    /** False when the id is there already. */
    [[nodiscard]] Result<bool> insert(std::int64_t stream, const SealedChange &change, const Position &at);
    [[nodiscard]] Result<Appended> compare(std::int64_t stream, const SealedChange &change);
    [[nodiscard]] Result<StreamState *> streamOf(const StreamId &stream);
    [[nodiscard]] Result<TipState *> tipOf(std::int64_t stream, Incarnation inc);
    [[nodiscard]] Status advanceTip(std::int64_t stream, const SealedChange &change);
    [[nodiscard]] Status followHoleFilled(std::int64_t stream, Incarnation inc, TipState &tip);
    [[nodiscard]] Status writeStreams();
    [[nodiscard]] Status writeTips();

    Journal &m_journal;
    Database &m_db;
    Position m_end;
    std::map<StreamId, StreamState> m_streams;
    std::map<std::pair<std::int64_t, Incarnation>, TipState> m_tips;
};

} // namespace trivsel::journal
