#pragma once

#include "sync-server/backup_record.h"
#include "sync-server/home_store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace trivsel::server {

struct BackupWish
{
    std::filesystem::path to;
    std::filesystem::path data; // to see whether the copy lies on another disk
    seal::WrapKey wrapKey;
    bool makeFolder =
        true; // hourly backups do not: a disk that is not plugged in must not look like one that is
    /** Read the earlier segments to their ends, too. Hourly backups do so once in kReadAllEveryMs, and else
     * go by what each says of the one before it. */
    bool readAll = true;
    std::int64_t nowMs = 0;
    Random random;
};

struct BackupResult
{
    std::uint64_t changes = 0; // in this segment; 0 = nothing was new
    std::string file;          // empty when nothing was new
    std::uint32_t number = 0;
    bool newSeries = false;
    std::size_t keysRemoved = 0; // copies of keys that were too old
    journal::Position upto;
    journal::Journal::HeldMark held{};
    bool otherDisk = false;
    std::string last; // the segment that the series ends with
    Hash256 digest;   // of the same
    bool readAll = false;
    /** Files of series that go no further, because these are damaged or gone. They stay where they are. */
    std::vector<std::string> broken;
    bool otherHome = false; // the folder holds another home's backup, too; nothing of it is touched
};

/** Copies of keys live so long at most. */
inline constexpr std::int64_t kKeysMaxAgeMs = 30LL * 24 * 60 * 60 * 1000;
/** After this time the keys are copied anew although they are the same, so that the old copies can go. */
inline constexpr std::int64_t kKeysEveryMs = 24LL * 60 * 60 * 1000;

/** So often at least an hourly backup reads all of its series. */
inline constexpr std::int64_t kReadAllEveryMs = 24LL * 60 * 60 * 1000;

/**
 * Writes what is new since the last segment in the folder, reads it back from the disk, and only then calls
 * it done. A series of which a segment is damaged or gone is left as it is, and a new one begun with
 * everything. Then copies the keys and removes copies that are too old. The home remembers
 * how it went. Store… errors are about the folder; BadArgument: it is the home's own, or lies in it.
 */
[[nodiscard]] Result<BackupResult> backup(HomeStore &store, const BackupWish &wish);

} // namespace trivsel::server
