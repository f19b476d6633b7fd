#include "proto/journal/rows.h"

#include <algorithm>

namespace trivsel::journal {

namespace {

struct Place
{
    std::uint64_t seq = 0;
    std::int64_t stream = 0;
    Hash256 hash;
};

Result<std::optional<Place>> placeOf(Database &db, const ChangeId &id)
{
    TRIVSEL_PREPARE(sql, db,
                    "SELECT c.seq, c.stream, c.hash FROM stream s JOIN change c ON c.stream = s.id"
                    " WHERE s.stream = ? AND c.inc = ? AND c.ctr = ?");
    sql.bindBlob(1, id.stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(id.dot.inc))
        .bindUnsigned(3, id.dot.ctr);
    TRIVSEL_STEP(found, sql);
    if (!found) {
        return std::optional<Place>();
    }
    const auto hash = Hash256::from(sql.blob(2));
    if (!hash) {
        return fail(Errc::StoreCorrupt, "change hash");
    }
    return std::optional(Place{sql.unsignedInteger(0), sql.integer(1), *hash});
}

Status writeRow(Database &db, const Place &at, const SealedChange &with)
{
    TRIVSEL_PREPARE(
        sql, db,
        "UPDATE change SET lamport = ?, key = ?, hash = ?, header = ?, nonce = ?, body = ?, gone = ?"
        " WHERE seq = ?");
    sql.bindUnsigned(1, with.lamport)
        .bind(2, with.key)
        .bindBlob(3, textOf(with.hash.view()))
        .bindBlob(4, with.header)
        .bindBlob(5, with.gone ? std::string_view{} : textOf(with.nonce.view()))
        .bindBlob(6, bodyOf(with))
        .bind(7, with.gone ? 1 : 0)
        .bindUnsigned(8, at.seq);
    return sql.run();
}

Status writeSetHash(Database &db, const Place &at, const SealedChange &with, const Hash256 &sum)
{
    seal::SetHash set(sum);
    set.remove(with.id(), at.hash);
    set.add(with.id(), with.hash);
    std::uint64_t lamport = with.lamport;
    { // SQL would compare them with a sign
        TRIVSEL_PREPARE(sql, db, "SELECT lamport FROM stream WHERE id = ?");
        sql.bind(1, at.stream);
        TRIVSEL_STEP(found, sql);
        lamport = found ? std::max(lamport, sql.unsignedInteger(0)) : lamport;
    }
    TRIVSEL_PREPARE(sql, db, "UPDATE stream SET set_hash = ?1, lamport = ?2 WHERE id = ?3");
    sql.bindBlob(1, textOf(set.value().view())).bindUnsigned(2, lamport).bind(3, at.stream);
    return sql.run();
}

/** The chain head at the tip, from the rows. */
Status writeTip(Database &db, const Place &at, Incarnation inc)
{
    std::uint64_t tip = 0;
    {
        TRIVSEL_PREPARE(sql, db, "SELECT ctr FROM tip WHERE stream = ? AND inc = ?");
        sql.bind(1, at.stream).bindUnsigned(2, static_cast<std::uint64_t>(inc));
        TRIVSEL_STEP(found, sql);
        tip = found ? sql.unsignedInteger(0) : 0;
    }
    Hash256 head{};
    {
        TRIVSEL_PREPARE(sql, db,
                        "SELECT hash FROM change WHERE inc = ? AND stream = ? AND ctr <= ? ORDER BY ctr");
        sql.bindUnsigned(1, static_cast<std::uint64_t>(inc)).bind(2, at.stream).bindUnsigned(3, tip);
        for (;;) {
            TRIVSEL_STEP(row, sql);
            if (!row) {
                break;
            }
            const auto hash = Hash256::from(sql.blob(0));
            if (!hash) {
                return fail(Errc::StoreCorrupt, "change hash");
            }
            head = seal::chainNext(head, *hash);
        }
    }
    TRIVSEL_PREPARE(sql, db, "UPDATE tip SET head = ? WHERE stream = ? AND inc = ?");
    sql.bindBlob(1, textOf(head.view())).bind(2, at.stream).bindUnsigned(3, static_cast<std::uint64_t>(inc));
    return sql.run();
}

Status writeLog(Database &db, std::uint64_t from, std::uint64_t log)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> rows;
    {
        TRIVSEL_PREPARE(sql, db,
                        "SELECT c.seq, s.stream, c.hash FROM change c CROSS JOIN stream s ON s.id = c.stream"
                        " WHERE c.seq >= ? ORDER BY c.seq");
        sql.bindUnsigned(1, from);
        for (;;) {
            TRIVSEL_STEP(row, sql);
            if (!row) {
                break;
            }
            const auto stream = StreamId::from(sql.blob(1));
            const auto hash = Hash256::from(sql.blob(2));
            if (!stream || !hash) {
                return fail(Errc::StoreCorrupt, "a row of the log");
            }
            log = seal::logNext(log, *stream, *hash);
            rows.emplace_back(sql.unsignedInteger(0), log);
        }
    }
    for (const auto &[seq, value] : rows) {
        TRIVSEL_PREPARE(sql, db, "UPDATE change SET log = ? WHERE seq = ?");
        sql.bindUnsigned(1, value).bindUnsigned(2, seq);
        TRIVSEL_TRY(sql.run());
    }
    return {};
}

} // namespace

Status Journal::replace(const SealedChange &with)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    const auto at = placeOf(*m_db, with.id());
    if (!at) {
        return tl::unexpected<Error>(at.error());
    }
    if (!*at) {
        return fail(Errc::NotFound, "no change of this id");
    }
    const auto sum = setHash(with.stream);
    const auto before = positionAt((*at)->seq - 1);
    if (!sum || !before || !*before) {
        return sum && before ? fail(Errc::StoreCorrupt, "a hole in the log")
                             : tl::unexpected<Error>(sum ? before.error() : sum.error());
    }
    TRIVSEL_TRY(writeRow(*m_db, **at, with));
    if ((*at)->hash == with.hash) {
        return {};
    }
    TRIVSEL_TRY(writeSetHash(*m_db, **at, with, *sum));
    TRIVSEL_TRY(writeTip(*m_db, **at, with.dot.inc));
    return writeLog(*m_db, (*at)->seq, (*before)->log);
}

Status Journal::vacate(const SealedChange &change)
{
    TRIVSEL_TRY(replace(seal::goneOf(change)));
    const auto at = placeOf(*m_db, change.id());
    if (!at || !*at) {
        return at ? fail(Errc::NotFound, "no change of this id") : tl::unexpected<Error>(at.error());
    }
    { // the header keeps its own
        TRIVSEL_PREPARE(sql, *m_db, "UPDATE change SET lamport = 0 WHERE seq = ?");
        TRIVSEL_TRY(sql.bindUnsigned(1, (*at)->seq).run());
    }
    std::uint64_t highest = 0;
    {
        TRIVSEL_PREPARE(sql, *m_db, "SELECT lamport FROM change WHERE stream = ?");
        sql.bind(1, (*at)->stream);
        for (;;) {
            TRIVSEL_STEP(row, sql);
            if (!row) {
                break;
            }
            highest = std::max(highest, sql.unsignedInteger(0));
        }
    }
    TRIVSEL_PREPARE(sql, *m_db, "UPDATE stream SET lamport = ? WHERE id = ?");
    return sql.bindUnsigned(1, highest).bind(2, (*at)->stream).run();
}

Result<std::uint64_t> Journal::goneCount()
{
    TRIVSEL_PREPARE(sql, *m_db, "SELECT count(*) FROM change WHERE gone = 1");
    TRIVSEL_TRY(sql.step());
    return sql.unsignedInteger(0);
}

} // namespace trivsel::journal
