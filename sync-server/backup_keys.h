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
 * which a newer one of the same day exists or that are older than kKeysMaxAgeMs. How many were removed. */
[[nodiscard]] Result<std::size_t> backupKeys(HomeStore &store, const BackupWish &wish);

} // namespace trivsel::server
