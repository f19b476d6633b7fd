#include "app/engine/audit_boxes.h"

#include "proto/domain/audit_record.h"
#include "proto/seal/boxed_change.h"

namespace trivsel::engine {

std::optional<StreamId> AuditBoxes::streamFor(const AuditLog::Row &row) const
{
    const domain::HomeModel &model = m_home.model();
    const auto entry = domain::decodeAudit(row.entry);
    const auto own = entry && entry->about ? model.streamOf(*entry->about, StreamKind::Audit) : std::nullopt;
    return own && !model.isErased(*own) ? own : model.stream(StreamKind::Audit);
}

Result<bool> AuditBoxes::handOverSome(const seal::BoxPublic &to)
{
    const auto rows = m_log.unsent(kRowsAtOnce);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::map<StreamId, std::vector<const AuditLog::Row *>> byStream;
    for (const AuditLog::Row &row : *rows) {
        const auto stream = streamFor(row);
        if (!stream) {
            return false; // an older server, which has no such streams
        }
        byStream[*stream].push_back(&row);
    }
    for (const auto &[stream, some] : byStream) {
        std::vector<wire::v1::Op> ops;
        for (const AuditLog::Row *row : some) {
            const domain::AuditRow sent{m_device, static_cast<std::uint64_t>(row->number), row->head,
                                        row->entry};
            ops.push_back(domain::writeAuditRow(sent, randomBytes<EntityId>(m_random)));
        }
        const auto dot = m_writer.writeBoxed(stream, ops, to);
        if (!dot) {
            return tl::unexpected(dot.error());
        }
        for (const AuditLog::Row *row : some) {
            TRIVSEL_TRY(m_log.markSent(row->number, {stream, static_cast<const Dot &>(*dot)}));
        }
    }
    return rows->size() == kRowsAtOnce;
}

Status AuditBoxes::handOver()
{
    const auto key = m_authority.key();
    for (bool more = key.has_value(); more;) {
        const auto waits = m_log.unsent(1);
        if (!waits || waits->empty()) {
            return waits ? Status() : tl::unexpected(waits.error());
        }
        const auto to = seal::boxKeyOf(*key); // costs more than all else here: only when there is something
        if (!to) {
            return {};
        }
        const Status done = m_store.write([&]() -> Status {
            const auto some = handOverSome(*to);
            more = some.value_or(false);
            return some ? Status() : tl::unexpected(some.error());
        });
        if (!done) {
            return done.error().code() == Errc::StoreFull ? Status() : done;
        }
    }
    return {};
}

Status AuditBoxes::letGo()
{
    const auto streams = m_store.journal().streams();
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    for (const StreamId &stream : *streams) {
        if (!isBoxed(stream)) {
            continue;
        }
        auto row =
            m_store.database().prepare("SELECT 1 FROM outbox WHERE stream = ?1 AND state <> 2 UNION ALL "
                                       "SELECT 1 FROM audit WHERE stream = ?1 LIMIT 1");
        const auto waits = row ? row->bindBlob(1, stream.str()).step() : Result<bool>(false);
        if (!row || !waits) {
            return tl::unexpected(row ? waits.error() : row.error());
        }
        if (!*waits) {
            // A new start writes under a new incarnation: nobody counts on from these.
            TRIVSEL_TRY(m_store.write([&]() -> Status {
                TRIVSEL_TRY(m_store.journal().forget(stream));
                return m_writer.forget(stream);
            }));
        }
    }
    return {};
}

} // namespace trivsel::engine
