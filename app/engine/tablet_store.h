#pragma once

#include "app/engine/data_dir.h"
#include "proto/journal/journal.h"
#include "proto/journal/key_store.h"

#include <functional>
#include <memory>
#include <vector>

namespace trivsel::engine {

/** Holds something in memory that follows the database. Exactly one of the two is called after each attempt
 * to write. */
class CommitListener
{
public:
    virtual ~CommitListener() = default;
    virtual void committed() = 0;
    virtual void rolledBack() = 0;
};

/**
 * What lies on the tablet's disk: the journal with the engine's own tables beside it on one connection, and
 * keys.db. All writing goes through write(): memory follows only after COMMIT. Core thread.
 */
class TabletStore
{
public:
    static constexpr int kEngineSchema = 6;

    /** `create`: at enrolment only, so that files cut to nothing are never taken for a first start.
     * SealBroken on a wrong wrap key; Store… errors. */
    static Result<std::unique_ptr<TabletStore>> open(DataDir dir, const seal::WrapKey &wrapKey, bool create,
                                                     const std::string &vfs, const Random &random);

    [[nodiscard]] const DataDir &dir() const { return m_dir; }
    [[nodiscard]] journal::Journal &journal() { return m_journal; }
    [[nodiscard]] journal::Database &database() { return m_journal.database(); }
    [[nodiscard]] journal::KeyDb &keys() { return m_keys; }

    /** Called in the order of adding; they must outlive every write(). */
    void addListener(CommitListener *listener) { m_listeners.push_back(listener); }

    /**
     * Runs `work` in one transaction; without error everything in it is on disk. On a full disk it gives the
     * reserve back and tries once more, so `work` must not change memory. After a failed fsync or COMMIT, in
     * keys.db too, nothing is written any more until the next start (journal::Database::failure).
     */
    [[nodiscard]] Status write(const std::function<Status()> &work);

    /** Room ran out, or is about to: taps are still taken as long as they fit. */
    [[nodiscard]] bool isShortOfRoom() const { return m_shortOfRoom; }
    /** Looks again, and sets the reserve aside when there is room for it. */
    void lookForRoom();

    [[nodiscard]] Result<std::int64_t> metaNumber(std::string_view key, std::int64_t otherwise);
    [[nodiscard]] Status setMetaNumber(std::string_view key, std::int64_t value);

private:
    TabletStore(DataDir dir, journal::Journal journal, journal::KeyDb keys)
        : m_dir(std::move(dir)), m_journal(std::move(journal)), m_keys(std::move(keys))
    {
    }
    Status createTables();
    Status attempt(const std::function<Status()> &work);

    DataDir m_dir;
    journal::Journal m_journal;
    journal::KeyDb m_keys;
    std::vector<CommitListener *> m_listeners;
    bool m_shortOfRoom = false;
};

} // namespace trivsel::engine
