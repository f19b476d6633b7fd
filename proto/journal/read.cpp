#include "proto/journal/rows.h"

namespace trivsel::journal {

std::string bodyOf(const SealedChange &change)
{
    return change.gone ? change.hash.str() : change.ct;
}

Result<SealedChange> changeAt(const Statement &row, int at, const StreamId &stream)
{
    Result<SealedChange> change =
        seal::fromParts(stream, row.blob(at), row.blob(at + 1), row.blob(at + 2), row.integer(at + 3) != 0);
    if (!change || textOf(change->hash.view()) != row.blob(at + 4)) {
        return fail(Errc::StoreCorrupt, "a change differs from what was stored");
    }
    return change;
}

Result<std::int64_t> streamRow(Database &db, const StreamId &stream)
{
    TRIVSEL_PREPARE(sql, db, "SELECT id FROM stream WHERE stream = ?");
    sql.bindBlob(1, stream.str());
    TRIVSEL_STEP(found, sql);
    return found ? sql.integer(0) : 0;
}

namespace {

/** Columns seq, header, nonce, body, gone, hash, stream. */
Result<StoredChange> storedAt(const Statement &row)
{
    const auto stream = StreamId::from(row.blob(6));
    if (!stream) {
        return fail(Errc::StoreCorrupt, "stream id");
    }
    Result<SealedChange> change = changeAt(row, 1, *stream);
    if (!change) {
        return tl::unexpected<Error>(change.error());
    }
    return StoredChange{row.unsignedInteger(0), std::move(*change)};
}

Status readAll(Statement &sql, const std::function<bool(StoredChange &&)> &each)
{
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return {};
        }
        Result<StoredChange> stored = storedAt(sql);
        if (!stored) {
            return tl::unexpected<Error>(stored.error());
        }
        if (!each(std::move(*stored))) {
            return {};
        }
    }
}

} // namespace

Result<Position> Journal::end()
{
    TRIVSEL_PREPARE(sql, *m_db, "SELECT seq, log FROM change ORDER BY seq DESC LIMIT 1");
    TRIVSEL_STEP(found, sql);
    return found ? Position{sql.unsignedInteger(0), sql.unsignedInteger(1)} : Position{};
}

Result<std::optional<Position>> Journal::positionAt(std::uint64_t seq)
{
    if (seq == 0) {
        return Position{};
    }
    TRIVSEL_PREPARE(sql, *m_db, "SELECT log FROM change WHERE seq = ?");
    sql.bindUnsigned(1, seq);
    TRIVSEL_STEP(found, sql);
    return found ? std::optional(Position{seq, sql.unsignedInteger(0)}) : std::nullopt;
}

Result<std::uint64_t> Journal::count()
{
    return end().map([](const Position &at) { return at.seq; }); // the log has no holes
}

Result<std::optional<StoredChange>> Journal::find(const ChangeId &id)
{
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT c.seq, c.header, c.nonce, c.body, c.gone, c.hash, s.stream FROM stream s"
                    " JOIN change c ON c.stream = s.id WHERE s.stream = ? AND c.inc = ? AND c.ctr = ?");
    sql.bindBlob(1, id.stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(id.dot.inc))
        .bindUnsigned(3, id.dot.ctr);
    TRIVSEL_STEP(found, sql);
    if (!found) {
        return std::nullopt;
    }
    return storedAt(sql).map([](StoredChange &&stored) { return std::optional(std::move(stored)); });
}

Status Journal::readStream(const StreamId &stream, std::uint64_t after,
                           const std::function<bool(StoredChange &&)> &each)
{
    const Result<std::int64_t> row = streamRow(*m_db, stream);
    if (!row) {
        return tl::unexpected<Error>(row.error());
    }
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT seq, header, nonce, body, gone, hash, ?1 FROM change INDEXED BY change_stream"
                    " WHERE stream = ?2 AND seq > ?3 ORDER BY seq");
    sql.bindBlob(1, stream.str()).bind(2, *row).bindUnsigned(3, after);
    return readAll(sql, each);
}

Status Journal::readLog(std::uint64_t after, const std::function<bool(StoredChange &&)> &each)
{
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT c.seq, c.header, c.nonce, c.body, c.gone, c.hash, s.stream FROM change c"
                    " CROSS JOIN stream s ON s.id = c.stream WHERE c.seq > ? ORDER BY c.seq");
    sql.bindUnsigned(1, after);
    return readAll(sql, each);
}

Result<std::vector<SealedChange>> Journal::readRange(const StreamId &stream, const Range &range,
                                                     std::size_t maxChanges, std::size_t maxBytes)
{
    const Result<std::int64_t> streamId = streamRow(*m_db, stream);
    if (!streamId) {
        return tl::unexpected<Error>(streamId.error());
    }
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT header, nonce, body, gone, hash FROM change WHERE inc = ? AND stream = ? AND ctr "
                    ">= ? AND ctr <= ?"
                    " ORDER BY ctr");
    sql.bindUnsigned(1, static_cast<std::uint64_t>(range.inc))
        .bind(2, *streamId)
        .bind(3, counterBound(range.first))
        .bind(4, counterBound(range.last));
    std::vector<SealedChange> out;
    std::size_t bytes = 0;
    while (out.size() < maxChanges) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            break;
        }
        Result<SealedChange> change = changeAt(sql, 0, stream);
        if (!change) {
            return tl::unexpected<Error>(change.error());
        }
        bytes += change->bytes();
        if (change->dot.ctr != range.first + out.size() || (!out.empty() && bytes > maxBytes)) {
            break; // a hole, or enough
        }
        out.push_back(std::move(*change));
    }
    return out.empty() ? Result<std::vector<SealedChange>>(fail(Errc::NotFound, "range")) : out;
}

} // namespace trivsel::journal
