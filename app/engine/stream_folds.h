#pragma once

#include "app/engine/stream_keys.h"
#include "proto/merge/fold.h"

#include <map>
#include <memory>
#include <set>

namespace trivsel::engine {

/**
 * Folded streams in memory, made from the journal when they are asked for and dropped when the resident's
 * page is left. Changes of any origin come in through queue() and are folded after COMMIT, only where that
 * stream is in memory.
 */
class StreamFolds final : public CommitListener
{
public:
    StreamFolds(TabletStore &store, const StreamKeys &keys) : m_store(store), m_keys(keys) {}

    /** Valid until the next write, drop or dropAllBut. */
    [[nodiscard]] Result<const merge::Fold *> of(const StreamId &stream);
    /** For one look: in memory already, else folded and handed over without being kept. */
    [[nodiscard]] Result<std::shared_ptr<const merge::Fold>> lookAt(const StreamId &stream);
    void drop(const StreamId &stream) { m_folds.erase(stream); }
    void dropAllBut(const std::set<StreamId> &kept);
    [[nodiscard]] std::size_t inMemory() const { return m_folds.size(); }

    /** Content that can't be read is opaque: for everybody, and it blocks nothing. */
    [[nodiscard]] merge::Applied open(const seal::SealedChange &change) const;

    /** The change was appended in the transaction that is open. */
    void queue(const seal::SealedChange &change) { m_queued.push_back(change); }
    /** A key has come: what could not be read is read anew. */
    void queueRefold(const StreamId &stream) { m_refold.insert(stream); }
    /** A stream of this kind is about to be read anew: asked by those that fold beside, before committed().
     */
    [[nodiscard]] bool refolds(StreamKind kind) const;
    /** Streams whose documents may have changed since the last call. */
    [[nodiscard]] std::set<StreamId> takeTouched() { return std::exchange(m_touched, {}); }

    void committed() override;
    void rolledBack() override;

private:
    [[nodiscard]] Result<merge::Fold> fold(const StreamId &stream);

    TabletStore &m_store;
    const StreamKeys &m_keys;
    std::map<StreamId, std::shared_ptr<merge::Fold>> m_folds;
    std::vector<seal::SealedChange> m_queued;
    std::set<StreamId> m_refold;
    std::set<StreamId> m_touched;
};

} // namespace trivsel::engine
