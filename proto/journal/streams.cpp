#include "proto/journal/rows.h"

namespace trivsel::journal {

Result<std::vector<StreamId>> Journal::streams()
{
    TRIVSEL_PREPARE(sql, *m_db, "SELECT stream FROM stream ORDER BY stream");
    std::vector<StreamId> out;
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return out;
        }
        const auto stream = StreamId::from(sql.blob(0));
        if (!stream) {
            return fail(Errc::StoreCorrupt, "stream id");
        }
        out.push_back(*stream);
    }
}

namespace {

/** Ranges beyond the tip: what came before the hole was filled. */
Status addRangesBeyond(Database &db, std::int64_t stream, Incarnation inc, std::uint64_t tip,
                       std::vector<Range> &out)
{
    TRIVSEL_PREPARE(sql, db, "SELECT ctr FROM change WHERE inc = ? AND stream = ? AND ctr > ? ORDER BY ctr");
    sql.bindUnsigned(1, static_cast<std::uint64_t>(inc)).bind(2, stream).bindUnsigned(3, tip);
    std::uint64_t last = 0;
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return {};
        }
        const std::uint64_t ctr = sql.unsignedInteger(0);
        if (last != 0 && ctr == last + 1) {
            out.back().last = ctr;
        } else {
            out.push_back({inc, ctr, ctr});
        }
        last = ctr;
    }
}

} // namespace

Result<std::vector<Range>> Journal::ranges(const StreamId &stream)
{
    const Result<std::int64_t> id = streamRow(*m_db, stream);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    TRIVSEL_PREPARE(sql, *m_db, "SELECT inc, ctr, highest FROM tip WHERE stream = ?");
    sql.bind(1, *id);
    std::vector<Range> out;
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            break;
        }
        const Incarnation inc{sql.unsignedInteger(0)};
        const std::uint64_t tip = sql.unsignedInteger(1);
        if (tip > 0) {
            out.push_back({inc, 1, tip});
        }
        if (sql.unsignedInteger(2) > tip) {
            TRIVSEL_TRY(addRangesBeyond(*m_db, *id, inc, tip, out));
        }
    }
    std::sort(out.begin(), out.end(), [](const Range &a, const Range &b) {
        return std::pair(a.inc, a.first) < std::pair(b.inc, b.first);
    });
    return out;
}

Result<std::vector<Range>> Journal::rangesUpto(const StreamId &stream, const Range &range, std::uint64_t seq)
{
    const Result<std::int64_t> id = streamRow(*m_db, stream);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT ctr, seq FROM change WHERE inc = ? AND stream = ? AND ctr >= ? AND ctr <= ?"
                    " ORDER BY ctr LIMIT ?");
    sql.bindUnsigned(1, static_cast<std::uint64_t>(range.inc))
        .bind(2, *id)
        .bind(3, counterBound(range.first))
        .bind(4, counterBound(range.last))
        .bindUnsigned(5, kCountersLookedAt);
    std::vector<Range> out;
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return out;
        }
        const std::uint64_t ctr = sql.unsignedInteger(0);
        if (sql.unsignedInteger(1) > seq) {
            continue;
        }
        if (!out.empty() && out.back().last + 1 == ctr) {
            out.back().last = ctr;
        } else {
            out.push_back({range.inc, ctr, ctr});
        }
    }
}

Result<Hash256> Journal::setHash(const StreamId &stream)
{
    TRIVSEL_PREPARE(sql, *m_db, "SELECT set_hash FROM stream WHERE stream = ?");
    sql.bindBlob(1, stream.str());
    TRIVSEL_STEP(found, sql);
    if (!found) {
        return Hash256{};
    }
    const auto sum = Hash256::from(sql.blob(0));
    return sum ? Result<Hash256>(*sum) : fail(Errc::StoreCorrupt, "set hash");
}

Result<std::uint64_t> Journal::lamport(const StreamId &stream)
{
    TRIVSEL_PREPARE(sql, *m_db, "SELECT lamport FROM stream WHERE stream = ?");
    sql.bindBlob(1, stream.str());
    TRIVSEL_STEP(found, sql);
    return found ? sql.unsignedInteger(0) : 0;
}

Result<Journal::Tip> Journal::tip(const StreamId &stream, Incarnation inc)
{
    TRIVSEL_PREPARE(
        sql, *m_db,
        "SELECT t.ctr, t.head FROM stream s JOIN tip t ON t.stream = s.id WHERE s.stream = ? AND t.inc = ?");
    sql.bindBlob(1, stream.str()).bindUnsigned(2, static_cast<std::uint64_t>(inc));
    TRIVSEL_STEP(found, sql);
    if (!found) {
        return Tip{};
    }
    const auto head = Hash256::from(sql.blob(1));
    return head ? Result<Tip>(Tip{sql.unsignedInteger(0), *head}) : fail(Errc::StoreCorrupt, "chain head");
}

Result<Hash256> Journal::headAt(const StreamId &stream, const Dot &dot)
{
    const Result<Tip> end = tip(stream, dot.inc);
    if (!end) {
        return tl::unexpected<Error>(end.error());
    }
    if (dot.ctr > end->ctr) {
        return fail(Errc::NotFound, "beyond the tip");
    }
    if (dot.ctr == end->ctr) {
        return end->head;
    }
    const Result<std::int64_t> id = streamRow(*m_db, stream);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    TRIVSEL_PREPARE(sql, *m_db,
                    "SELECT hash FROM change WHERE inc = ? AND stream = ? AND ctr <= ? ORDER BY ctr");
    sql.bindUnsigned(1, static_cast<std::uint64_t>(dot.inc)).bind(2, *id).bindUnsigned(3, dot.ctr);
    Hash256 head{};
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return head;
        }
        const auto hash = Hash256::from(sql.blob(0));
        if (!hash) {
            return fail(Errc::StoreCorrupt, "change hash");
        }
        head = seal::chainNext(head, *hash);
    }
}

} // namespace trivsel::journal
