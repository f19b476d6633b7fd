#include "proto/journal/rows.h"

namespace trivsel::journal {

namespace {

// Columns: number, stream, reason, header, nonce, body, gone, hash.
struct Source
{
    const char *last;
    const char *rows;
};
constexpr Source kLog{"SELECT max(seq) FROM change",
                      "SELECT c.seq, s.stream, 0, c.header, c.nonce, c.body, c.gone, c.hash FROM change c"
                      " LEFT JOIN stream s ON s.id = c.stream WHERE c.seq > ? ORDER BY c.seq"};
constexpr Source kAside{"SELECT max(id) FROM quarantine",
                        "SELECT id, stream, reason, header, nonce, body, gone, hash FROM quarantine"
                        " WHERE id > ? ORDER BY id"};

Result<SealedChange> rowAt(const Statement &row, wire::v1::QuarantineReason &reason)
{
    const auto stream = StreamId::from(row.blob(1));
    const auto number = static_cast<int>(row.integer(2));
    if (!stream) {
        return fail(Errc::StoreCorrupt, "stream id");
    }
    // Why it was kept aside is no reason to lose it.
    reason = wire::v1::QuarantineReason_IsValid(number) ? static_cast<wire::v1::QuarantineReason>(number)
                                                        : wire::v1::UNREADABLE;
    return changeAt(row, 3, *stream);
}

using Each = std::function<Status(SealedChange &&, wire::v1::QuarantineReason)>;

/** Reads on from `after` until a page can't be read, or to the end. */
Status readOn(Database &db, const Source &source, std::int64_t &after, std::uint64_t &damaged, bool &ended,
              const Each &each)
{
    TRIVSEL_PREPARE(sql, db, source.rows);
    sql.bind(1, after);
    for (;;) {
        const Result<bool> row = sql.step();
        if (!row && row.error().code() == Errc::StoreCorrupt) {
            return {};
        }
        if (!row) {
            return tl::unexpected<Error>(row.error());
        }
        if (!*row) {
            ended = true;
            return {};
        }
        after = sql.integer(0);
        wire::v1::QuarantineReason reason{};
        Result<SealedChange> change = rowAt(sql, reason);
        if (!change) {
            ++damaged;
        } else {
            TRIVSEL_TRY(each(std::move(*change), reason));
        }
    }
}

Status readAll(Database &db, const Source &source, std::uint64_t &damaged, const Each &each)
{
    std::int64_t last = 0;
    {
        TRIVSEL_PREPARE(sql, db, source.last);
        TRIVSEL_STEP(row, sql);
        last = row ? sql.integer(0) : 0;
    }
    bool ended = false;
    for (std::int64_t after = 0; !ended && after < last;) {
        TRIVSEL_TRY(readOn(db, source, after, damaged, ended, each));
        if (!ended) {
            ++after;
            ++damaged;
        }
    }
    return {};
}

} // namespace

Result<std::uint64_t> Journal::salvage(const Each &each)
{
    std::uint64_t damaged = 0;
    TRIVSEL_TRY(readAll(*m_db, kLog, damaged, each));
    TRIVSEL_TRY(readAll(*m_db, kAside, damaged, each));
    return damaged;
}

} // namespace trivsel::journal
