#pragma once

#include "proto/journal/journal.h"

#include <string>

namespace trivsel::server {

/** What the home knows of its last backups. Kept in home.db, not part of what is synced. */
struct BackupRecord
{
    std::string dir;                   // of the last that was written and read back
    std::string triedDir;              // of the last try
    std::int64_t triedMs = 0;          // 0 = never
    std::int64_t doneMs = 0;           // of the last that was written and read back; 0 = never
    journal::Position upto;            // what that one holds; nothing when a check found it damaged since
    journal::Journal::HeldMark held{}; // and of what was held up to here
    bool otherDisk = false;            // it lies on another disk than the home
    std::string last;        // file name of the segment that the series ended with; empty = not known
    std::string digest;      // of that segment, 64 hex digits
    std::int64_t readMs = 0; // when all of that series was read; 0 = it must be read
    std::string problem;     // Errc of the last try; empty = none

    /** A copy counts only on another disk, and only while this log is the one that was copied. */
    [[nodiscard]] std::uint64_t safeUpto() const { return otherDisk ? upto.seq : 0; }
    [[nodiscard]] journal::Journal::HeldMark safeHeld() const
    {
        return otherDisk ? held : journal::Journal::HeldMark{};
    }
    /** What the home counted on can't be restored. */
    void countNothing()
    {
        upto = {};
        held = {};
    }
};

/** None yet, or one that can't be read: an empty record. */
[[nodiscard]] Result<BackupRecord> readBackupRecord(journal::Journal &journal);
/** Inside a transaction of the caller. */
[[nodiscard]] Status writeBackupRecord(journal::Journal &journal, const BackupRecord &record);
/** As written; with nothing safe in it unless its position is of this log. */
[[nodiscard]] Result<BackupRecord> trustedBackupRecord(journal::Journal &journal);

/** Where the `serve` that started last was told to copy to by itself; empty: nowhere, or none has started. */
[[nodiscard]] Result<std::string> readHourlyTo(journal::Journal &journal);
/** Inside a transaction of the caller. */
[[nodiscard]] Status writeHourlyTo(journal::Journal &journal, const std::string &to);

} // namespace trivsel::server
