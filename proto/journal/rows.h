#pragma once

#include "proto/base/limits.h"
#include "proto/journal/journal.h"
#include "proto/journal/query.h"

#include <utility>

/** What the files of the journal share. Not for others. */
namespace trivsel::journal {

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
