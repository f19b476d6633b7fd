#pragma once

#include "proto/base/limits.h"
#include "proto/journal/journal.h"

#include <utility>

/** What the files of the journal share. Not for others. */
namespace trivsel::journal {

/** prepare() or return its error from the enclosing function. */
#define TRIVSEL_PREPARE(name, db, sql)                                                                       \
    auto name##Prepared_ = (db).prepare(sql);                                                                \
    if (!name##Prepared_) {                                                                                  \
        return tl::unexpected<Error>(std::move(name##Prepared_).error());                                    \
    }                                                                                                        \
    Statement &name = *name##Prepared_

/** step() or return its error; true while there is a row. */
#define TRIVSEL_STEP(row, statement)                                                                         \
    const Result<bool> row##Stepped_ = (statement).step();                                                   \
    if (!row##Stepped_) {                                                                                    \
        return tl::unexpected<Error>(row##Stepped_.error());                                                 \
    }                                                                                                        \
    const bool row = *row##Stepped_

/** Columns header, nonce, body, gone, hash from `at` on. StoreCorrupt when they do not say what was stored.
 */
[[nodiscard]] Result<SealedChange> changeAt(const Statement &row, int at, const StreamId &stream);

[[nodiscard]] std::string bodyOf(const SealedChange &change);

/** Counters that SQLite can order. */
[[nodiscard]] inline bool isLawfulCounter(std::uint64_t ctr)
{
    return ctr >= 1 && ctr <= limits::kCounterMax;
}

/** An upper or lower bound for counters, in SQLite's signed order. */
[[nodiscard]] inline std::int64_t counterBound(std::uint64_t ctr)
{
    return static_cast<std::int64_t>(std::min(ctr, limits::kCounterMax));
}

/** Row id of the stream; 0 when nothing of it is here. */
[[nodiscard]] Result<std::int64_t> streamRow(Database &db, const StreamId &stream);

} // namespace trivsel::journal
