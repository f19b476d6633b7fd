#include "proto/journal/journal.h"

#include "proto/base/limits.h"
#include "proto/journal/append.h"
#include "proto/journal/rows.h"
#include "proto/journal/schema.h"

namespace trivsel::journal {

Result<Journal> Journal::open(const std::filesystem::path &file, OpenOptions options)
{
    options.applicationId = kApplicationId;
    options.userVersion = kSchema;
    Result<Database> db = Database::open(file, options);
    if (!db) {
        return tl::unexpected<Error>(std::move(db).error());
    }
    if (options.readOnly) {
        if (db->userVersion() != kSchema) {
            return fail(Errc::StoreReadOnly, "an older schema; open it for writing once");
        }
    } else {
        TRIVSEL_TRY(migrateJournal(*db));
    }
    return Journal(std::make_unique<Database>(std::move(*db)));
}

Result<Appended> Journal::append(const SealedChange &change)
{
    const Result<std::vector<Appended>> appended = append(std::span(&change, 1));
    if (!appended) {
        return tl::unexpected<Error>(appended.error());
    }
    return appended->front();
}

Result<std::vector<Appended>> Journal::append(std::span<const SealedChange> changes)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    return Appender(*this).run(changes);
}

Status Journal::quarantine(const DeviceId &from, const SealedChange &change,
                           wire::v1::QuarantineReason reason, std::int64_t nowMs)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    TRIVSEL_PREPARE(
        sql, *m_db,
        "INSERT INTO quarantine (device, stream, inc, ctr, hash, header, nonce, body, gone, "
        "reason, received_ms,"
        " bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (device, stream, inc, ctr, hash) DO UPDATE SET id = (SELECT max(id) + 1 FROM"
        " quarantine), nonce = excluded.nonce,"
        " body = excluded.body, gone = 0, bytes = excluded.bytes"
        " WHERE gone = 1 AND excluded.gone = 0"); // its words, where only its place was held
    sql.bindBlob(1, textOf(from.view()))
        .bindBlob(2, change.stream.str())
        .bindUnsigned(3, static_cast<std::uint64_t>(change.dot.inc))
        .bindUnsigned(4, change.dot.ctr)
        .bindBlob(5, textOf(change.hash.view()))
        .bindBlob(6, change.header)
        .bindBlob(7, change.gone ? std::string_view{} : textOf(change.nonce.view()))
        .bindBlob(8, bodyOf(change))
        .bind(9, change.gone ? 1 : 0)
        .bind(10, reason)
        .bind(11, nowMs)
        .bindUnsigned(12, change.bytes());
    return sql.run();
}

Result<std::vector<Quarantined>> Journal::quarantined()
{
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT id, device, stream, reason, received_ms, header, nonce, body, gone, hash FROM "
                    "quarantine ORDER BY id");
    std::vector<Quarantined> out;
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return out;
        }
        const auto device = DeviceId::from(sql.blob(1));
        const auto stream = StreamId::from(sql.blob(2));
        const auto reason = static_cast<int>(sql.integer(3));
        if (!device || !stream || !wire::v1::QuarantineReason_IsValid(reason)) {
            return fail(Errc::StoreCorrupt, "quarantine");
        }
        Result<SealedChange> change = changeAt(sql, 5, *stream);
        if (!change) {
            return tl::unexpected<Error>(change.error());
        }
        out.push_back({sql.integer(0), *device, std::move(*change),
                       static_cast<wire::v1::QuarantineReason>(reason), sql.integer(4)});
    }
}

Status Journal::release(std::int64_t id)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    TRIVSEL_PREPARE(sql, *m_db, "DELETE FROM quarantine WHERE id = ?");
    sql.bind(1, id);
    TRIVSEL_TRY(sql.run());
    return m_db->changes() == 1 ? Status() : fail(Errc::NotFound, "held change");
}

Status Journal::releaseStored(const DeviceId &from, const SealedChange &change)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    TRIVSEL_PREPARE(
        sql, *m_db,
        "DELETE FROM quarantine WHERE device = ? AND stream = ? AND inc = ? AND ctr = ? AND hash = ?");
    sql.bindBlob(1, textOf(from.view()))
        .bindBlob(2, change.stream.str())
        .bindUnsigned(3, static_cast<std::uint64_t>(change.dot.inc))
        .bindUnsigned(4, change.dot.ctr)
        .bindBlob(5, textOf(change.hash.view()));
    return sql.run();
}

/** While the row of the mark is there, every later one gets a higher id. */
Result<std::uint64_t> Journal::heldSince(const HeldMark &mark)
{
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT count(*) FROM quarantine WHERE id > ?1 OR NOT EXISTS"
                    " (SELECT 1 FROM quarantine WHERE id = ?1 AND hash = ?2)");
    sql.bind(1, mark.id).bindBlob(2, textOf(mark.hash.view()));
    TRIVSEL_TRY(sql.step());
    return sql.unsignedInteger(0);
}

Result<bool> Journal::isHeld(const ChangeId &id, wire::v1::QuarantineReason reason)
{
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT 1 FROM quarantine WHERE stream = ? AND inc = ? AND ctr = ? AND reason = ?");
    sql.bindBlob(1, id.stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(id.dot.inc))
        .bindUnsigned(3, id.dot.ctr)
        .bind(4, reason);
    return sql.step();
}

Result<Journal::Held> Journal::heldFor(const DeviceId &device)
{
    TRIVSEL_PREPARE(sql, *m_db, "SELECT count(*), coalesce(sum(bytes), 0) FROM quarantine WHERE device = ?");
    sql.bindBlob(1, textOf(device.view()));
    TRIVSEL_TRY(sql.step());
    return Held{sql.unsignedInteger(0), sql.unsignedInteger(1)};
}

Result<std::optional<std::string>> Journal::meta(std::string_view key)
{
    TRIVSEL_PREPARE(sql, *m_db, "SELECT value FROM meta WHERE key = ?");
    sql.bindText(1, key);
    TRIVSEL_STEP(found, sql);
    return found ? std::optional(sql.blob(0)) : std::nullopt;
}

Status Journal::setMeta(std::string_view key, std::string_view value)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    TRIVSEL_PREPARE(
        sql, *m_db,
        "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2");
    sql.bindText(1, key).bindBlob(2, value);
    return sql.run();
}

} // namespace trivsel::journal
