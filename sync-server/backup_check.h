#pragma once

#include "sync-server/backup_files.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace trivsel::server {

/** One file of a backup after it was read to its end. */
struct CheckedFile
{
    std::filesystem::path file;
    std::optional<Error> fault; // why it can't be used; nothing else is known then, maybe not even the header
    archive::v1::Header header;
    Hash256 digest;
    std::uint64_t changes = 0; // counted; only with a key
};

/** Numbers of segments, both ends included. A file's name may claim any number: a gap is never counted out.
 */
struct SegmentGap
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const SegmentGap &) const = default;
};

/** One unbroken run of backups, as far as it is unbroken. */
struct CheckedSeries
{
    std::string id;                      // 16 hex digits
    std::vector<CheckedFile> segments;   // by number
    std::vector<SegmentGap> missing;     // between 1 and the last: these have no file
    std::vector<std::string> wrongChain; // files that do not follow the one before
    std::int64_t madeMs = 0;             // of the newest segment that can be read
    std::uint64_t uptoSeq = 0;           // of the same
    std::string home;                    // 16 bytes; of any segment that can be read

    [[nodiscard]] bool whole() const;
    /** Made with another key file: nothing of it can be judged here. */
    [[nodiscard]] bool sealedForOthers() const;
};

struct CheckedBackup
{
    std::vector<CheckedSeries> series;      // the newest last
    std::vector<CheckedFile> keys;          // the newest last, by generation; damaged ones first
    bool opened = false;                    // contents were read, not only bytes compared
    std::vector<CheckedSeries> otherSeries; // another home's; see setOthersApart
    std::size_t otherFiles = 0;             // of these, with copies of their keys

    [[nodiscard]] bool whole() const;
    /** A copy of the keys that can be read, or is another's: without one only the words open the rest. */
    [[nodiscard]] bool hasKeys() const;
    /** Every file that can be read at all is sealed for somebody else. */
    [[nodiscard]] bool sealedForOthers() const;
    /** Copies of keys that disagree with the newest one about which is the newest: of the same generation, so
     * that the server went on twice, or dated after it, so that a clock was wrong. */
    [[nodiscard]] std::vector<const CheckedFile *> keysThatDisagree() const;
};

/** Every record of a file in order; its result is the check of the file. */
using EachRecords = std::function<Status(archive::v1::Records &&)>;

/** Reads one file to its end. With `open`: every piece is opened, changes are read and counted, and the log's
 * rolling hash must come out as the header says. `each` may keep what it gets only if the whole is in order.
 */
[[nodiscard]] CheckedFile checkFile(const std::filesystem::path &file, const OpenArchive &open,
                                    const EachRecords &each = {}, bool fromDisk = false);

/** Which homes the files say they are of: what could be read of them only claims it. */
[[nodiscard]] std::set<std::string> homesIn(const CheckedBackup &backup);

/** With a key, files that it does not open and that name another home than those that it does open are no
 * part of this backup: they are not looked at any further. Without any that it opens, nothing is set apart.
 */
void setOthersApart(CheckedBackup &backup);

/** Reads all of a backup back. Store… errors only when the folder itself can't be read. */
[[nodiscard]] Result<CheckedBackup> checkBackup(const std::filesystem::path &dir, const OpenArchive &open);

} // namespace trivsel::server
