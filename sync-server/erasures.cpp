#include "sync-server/erasures.h"

namespace trivsel::server {

Result<bool> Erasures::needsUpgrade()
{
    auto query = m_journal.database().prepare(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'erasure_done'");
    if (!query) {
        return tl::unexpected(query.error());
    }
    return query->step().map([](bool found) { return !found; });
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
    auto query = m_journal.database().prepare("SELECT stream FROM erasure_done WHERE device = ?1");
    if (!query) {
        return tl::unexpected(query.error());
    }
    query->bindBlob(1, device.str());
    std::set<StreamId> out;
    for (;;) {
        const auto found = query->step();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return out;
        }
        if (const auto stream = StreamId::from(query->blob(0))) {
            out.insert(*stream);
        }
    }
}

} // namespace trivsel::server
