#include "app/engine/withdrawn.h"

#include "proto/base/mutant.h"

namespace trivsel::engine {

Status Withdrawn::load()
{
    auto rows = m_store.database().prepare("SELECT stream FROM withdrawn");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (;;) {
        const auto there = rows->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            break;
        }
        if (const auto stream = StreamId::from(rows->blob(0))) {
            m_streams.insert(*stream);
        }
    }
    m_next = m_streams;
    return {};
}

Status Withdrawn::add(const StreamId &stream)
{
    if (m_next.contains(stream)) {
        return {};
    }
    auto row = m_store.database().prepare("INSERT OR IGNORE INTO withdrawn(stream) VALUES(?1)");
    if (!row) {
        return tl::unexpected(row.error());
    }
    TRIVSEL_TRY(row->bindBlob(1, stream.str()).run());
    m_folds.queueRefold(stream); // out of memory, and the screens ask again
    m_next.insert(stream);
    return {};
}

Status Withdrawn::forgive(const StreamId &stream)
{
    if (!m_next.contains(stream)) {
        return {};
    }
    auto row = m_store.database().prepare("DELETE FROM withdrawn WHERE stream = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    m_next.erase(stream);
    return row->bindBlob(1, stream.str()).run();
}

Result<bool> Withdrawn::has(const char *sql, const StreamId &stream)
{
    auto row = m_store.database().prepare(sql);
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, stream.str()).step();
}

Status Withdrawn::letGo()
{
    const std::set<StreamId> streams = m_streams;
    for (const StreamId &stream : streams) {
        const auto waits = has("SELECT 1 FROM outbox WHERE stream = ?1 AND state = 0 LIMIT 1", stream);
        const auto draft = has("SELECT 1 FROM draft WHERE stream = ?1 LIMIT 1", stream);
        // Durable, or held at the office: there is one other copy of it, and no backup yet. Set aside: there
        // is none, but it can be handed in without the key.
        const auto unsafe =
            has("SELECT 1 FROM outbox WHERE stream = ?1 AND state IN (1, 3, 4) LIMIT 1", stream);
        for (const auto *each : {&waits, &draft, &unsafe}) {
            if (!*each) {
                return tl::unexpected(each->error());
            }
        }
        const bool early = TRIVSEL_MUTANT("revoked-stream-dropped-before-push");
        if ((*waits || *draft) && !early) {
            continue;
        }
        TRIVSEL_TRY(m_store.keys().destroy(stream));
        if (!*unsafe || early) {
            TRIVSEL_TRY(forget(stream));
        }
    }
    return {};
}

Status Withdrawn::forget(const StreamId &stream)
{
    return m_store.write([&]() -> Status {
        TRIVSEL_TRY(m_store.journal().forget(stream));
        TRIVSEL_TRY(m_outbox.forget(stream));
        for (const char *sql :
             {"DELETE FROM suspect WHERE stream = ?1", "DELETE FROM stream_grant WHERE stream = ?1"}) {
            auto rows = m_store.database().prepare(sql);
            if (!rows) {
                return tl::unexpected(rows.error());
            }
            TRIVSEL_TRY(rows->bindBlob(1, stream.str()).run());
        }
        return forgive(stream);
    });
}

} // namespace trivsel::engine
