#include "sync-server/erasures.h"

#include "proto/journal/query.h"
namespace trivsel::server {

Result<bool> Erasures::needsUpgrade()
{
    TRIVSEL_PREPARE(query, m_journal.database(),
                    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'erasure_done'");
    return query.step().map([](bool found) { return !found; });
}

Status Erasures::prepare()
{
    return m_journal.database().execute("CREATE TABLE IF NOT EXISTS erasure_done("
                                        "device BLOB NOT NULL, stream BLOB NOT NULL, at_ms INTEGER NOT NULL,"
                                        "PRIMARY KEY (device, stream)) WITHOUT ROWID, STRICT");
}

Status Erasures::confirm(const DeviceId &device, const StreamId &stream, std::int64_t nowMs)
{
    auto row = m_journal.database().prepare(
        "INSERT OR IGNORE INTO erasure_done(device, stream, at_ms) VALUES(?1, ?2, ?3)");
    return row ? row->bindBlob(1, device.str()).bindBlob(2, stream.str()).bind(3, nowMs).run()
               : Status(tl::unexpected(row.error()));
}

Result<std::set<StreamId>> Erasures::confirmedBy(const DeviceId &device)
{
    TRIVSEL_PREPARE(query, m_journal.database(), "SELECT stream FROM erasure_done WHERE device = ?1");
    query.bindBlob(1, device.str());
    std::set<StreamId> out;
    for (;;) {
        TRIVSEL_STEP(found, query);
        if (!found) {
            return out;
        }
        if (const auto stream = StreamId::from(query.blob(0))) {
            out.insert(*stream);
        }
    }
}

} // namespace trivsel::server
