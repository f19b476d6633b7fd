#pragma once

#include "app/engine/outbox.h"
#include "app/engine/stream_folds.h"

#include <set>

namespace trivsel::engine {

/**
 * Streams that the office has taken off this tablet. They can't be read from the moment that it says so.
 * Their key goes when nothing of them waits here any more: no change to hand in, no draft. Their rows go when
 * all that was written here is safe elsewhere. Core thread.
 */
class Withdrawn final : public CommitListener
{
public:
    Withdrawn(TabletStore &store, StreamFolds &folds, Outbox &outbox)
        : m_store(store), m_folds(folds), m_outbox(outbox)
    {
    }

    [[nodiscard]] Status load();
    [[nodiscard]] bool contains(const StreamId &stream) const { return m_streams.contains(stream); }

    /** Inside TabletStore::write. */
    [[nodiscard]] Status add(const StreamId &stream);
    /** Granted again. Inside TabletStore::write. */
    [[nodiscard]] Status forgive(const StreamId &stream);
    /** Destroys what is not needed any more. Not inside a write. */
    [[nodiscard]] Status letGo();

    void committed() override { m_streams = m_next; }
    void rolledBack() override { m_next = m_streams; }

private:
    [[nodiscard]] Result<bool> has(const char *sql, const StreamId &stream);
    [[nodiscard]] Status forget(const StreamId &stream);

    TabletStore &m_store;
    StreamFolds &m_folds;
    Outbox &m_outbox;
    std::set<StreamId> m_streams;
    std::set<StreamId> m_next;
};

} // namespace trivsel::engine
