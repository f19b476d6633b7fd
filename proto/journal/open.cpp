#include "proto/base/mutant.h"
#include "proto/journal/header_check.h"
#include "proto/journal/sqlite.h"

#include <sqlite3.h>

namespace trivsel::journal {

namespace {

constexpr const char *kWritePragmas =
    "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=16777216;";
constexpr const char *kPragmas =
    "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"
    "PRAGMA cell_size_check=ON;";

/** The first write of a new file; in the roll-back journal still, so that the id always stands in the file
 * itself. */
Status stamp(Database &db, std::uint32_t applicationId)
{
    TRIVSEL_TRY(db.execute("PRAGMA synchronous=FULL; PRAGMA auto_vacuum=INCREMENTAL;"));
    return db.execute("PRAGMA application_id=" + std::to_string(static_cast<std::int32_t>(applicationId)));
}

/** Reads what the header check could not see because it lies in the write-ahead log. */
Status checkOpened(Database &db, const OpenOptions &options)
{
    auto schema = db.prepare("SELECT count(*) FROM sqlite_schema");
    if (!schema) {
        return tl::unexpected<Error>(schema.error());
    }
    TRIVSEL_TRY(schema->step());
    if (db.userVersion() > options.userVersion) {
        return fail(Errc::StoreTooNew, "written by a newer program");
    }
    return {};
}

Status useWriteAheadLog(Database &db)
{
    auto mode = db.prepare("PRAGMA journal_mode=WAL");
    if (!mode) {
        return tl::unexpected<Error>(mode.error());
    }
    TRIVSEL_TRY(mode->step());
    if (mode->text(0) != "wal") {
        return fail(Errc::StoreFailed, "no write-ahead log on this file system");
    }
    return {};
}

Status prepareToWrite(Database &db, FileState state, const OpenOptions &options)
{
    if (sqlite3_db_readonly(db.handle(), "main") != 0) {
        return fail(Errc::StoreReadOnly, "not writable");
    }
    if (state != FileState::Present) {
        TRIVSEL_TRY(stamp(db, options.applicationId));
    }
    TRIVSEL_TRY(checkOpened(db, options));
    TRIVSEL_TRY(useWriteAheadLog(db));
    TRIVSEL_TRY(db.execute(kWritePragmas));
    return TRIVSEL_MUTANT("no-fsync") ? db.execute("PRAGMA synchronous=OFF") : Status();
}

/** Nothing is moved from the log into the file while it is not sure that the file is ours to write. */
void setCheckpointOnClose(sqlite3 *handle, bool on)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

} // namespace

Result<Database> Database::open(const std::filesystem::path &file, const OpenOptions &options)
{
    const char *vfsName = options.vfs.empty() ? nullptr : options.vfs.c_str();
    sqlite3_initialize();
    sqlite3_vfs *vfs = sqlite3_vfs_find(vfsName);
    if (vfs == nullptr) {
        return fail(Errc::StoreFailed, "no such VFS");
    }
    const std::string name = std::filesystem::absolute(file).string();
    const Result<FileState> state = checkHeader(vfs, name, options.applicationId, options.userVersion);
    if (!state) {
        return tl::unexpected<Error>(state.error());
    }
    const bool make = options.create && !options.readOnly;
    if (*state != FileState::Present && !make) {
        return fail(*state == FileState::Missing ? Errc::StoreMissing : Errc::StoreCorrupt, "nothing there");
    }
    const int access = options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int flags = access | (make ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, vfsName);
    Database db(handle); // also on an error: it holds the message
    if (code != SQLITE_OK) {
        return handle != nullptr ? tl::unexpected<Error>(db.lastError("open"))
                                 : fail(Errc::StoreFailed, "open");
    }
    setCheckpointOnClose(handle, false);
    sqlite3_busy_timeout(handle, options.busyMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    TRIVSEL_TRY(db.execute(kPragmas));
    if (options.readOnly) {
        TRIVSEL_TRY(checkOpened(db, options));
    } else {
        TRIVSEL_TRY(prepareToWrite(db, *state, options));
    }
    setCheckpointOnClose(handle, true);
    return db;
}

} // namespace trivsel::journal
