#pragma once

#include "sync-server/backup_check.h"
#include "sync-server/backup_write.h"

namespace trivsel::server {

/** What a copy of the keys holds. */
struct KeysCopy
{
    std::optional<ServerKeys> identity;
    std::vector<journal::KeyRow> keys;
};
/** StoreCorrupt, SealBroken, KeyMissing … */
[[nodiscard]] Result<KeysCopy> readKeysCopy(const std::filesystem::path &file, const OpenArchive &open);

/** Makes a new copy of the keys when they changed or the newest copy is a day old, and removes copies of
 * which a newer one of the same day exists or that are more than kKeysMaxAgeMs old or ahead. Which is the
 * newest is a matter of their generations, of dates only among copies of older programs. How many were
 * removed. */
[[nodiscard]] Result<std::size_t> backupKeys(HomeStore &store, const BackupWish &wish);

/** Copies that are made from now on are newer than this. Inside a transaction of the caller. */
[[nodiscard]] Status rememberGeneration(HomeStore &store, std::uint64_t generation);

} // namespace trivsel::server
