#include "proto/journal/rows.h"

#include <algorithm>
#include <limits>

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
                      " LEFT JOIN stream s ON s.id = c.stream WHERE c.seq >= ? ORDER BY c.seq"};
constexpr Source kAside{"SELECT max(id) FROM quarantine",
                        "SELECT id, stream, reason, header, nonce, body, gone, hash FROM quarantine"
                        " WHERE id >= ? ORDER BY id"};

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

/** Rows that one damaged page can hide, by far; behind that in leaps. */
constexpr std::int64_t kStepsMax = 65'536;

/** Reads from `next` until a page can't be read, or to the end. Not what is behind it: in the tree, that
 * would be looked for from the page before. */
Status readOn(Database &db, const Source &source, std::int64_t &next, std::uint64_t &damaged, bool &ended,
              const Each &each)
{
    TRIVSEL_PREPARE(sql, db, source.rows);
    sql.bind(1, next);
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
        next = std::min(sql.integer(0), std::numeric_limits<std::int64_t>::max() - 1) + 1;
        wire::v1::QuarantineReason reason{};
        Result<SealedChange> change = rowAt(sql, reason);
        if (!change) {
            ++damaged;
        } else {
            TRIVSEL_TRY(each(std::move(*change), reason));
        }
    }
}

/** The highest number; nullopt when the page that has it can't be read. */
Result<std::optional<std::int64_t>> lastOf(Database &db, const Source &source)
{
    TRIVSEL_PREPARE(sql, db, source.last);
    const Result<bool> row = sql.step();
    if (!row && row.error().code() != Errc::StoreCorrupt) {
        return tl::unexpected<Error>(row.error());
    }
    return row ? std::optional(*row ? sql.integer(0) : 0) : std::nullopt;
}

Status readAll(Database &db, const Source &source, std::uint64_t &damaged, const Each &each)
{
    const auto last = lastOf(db, source);
    if (!last) {
        return tl::unexpected<Error>(last.error());
    }
    constexpr std::int64_t kEnd = std::int64_t{1} << 61;
    std::int64_t next = 1;
    std::int64_t steps = 0; // since the last row that was read
    bool ended = false;
    while (!ended && next <= last->value_or(kEnd)) {
        const std::int64_t from = next;
        TRIVSEL_TRY(readOn(db, source, next, damaged, ended, each));
        if (!ended) {
            steps = next == from ? steps + 1 : 1;
            damaged += *last || steps == 1 ? 1 : 0; // behind the last page nobody knows how many there were
            next += steps <= kStepsMax ? 1 : std::min(next, kEnd);
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
