#include "proto/journal/header_check.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string_view>

namespace trivsel::journal {

namespace {

constexpr std::size_t kHeaderBytes = 100; // SQLite file format, section 1.3
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
using Header = std::array<unsigned char, kHeaderBytes>;

std::uint32_t bigEndian32(const Header &header, std::size_t at)
{
    return static_cast<std::uint32_t>(header[at]) << 24U | static_cast<std::uint32_t>(header[at + 1]) << 16U |
           static_cast<std::uint32_t>(header[at + 2]) << 8U | header[at + 3];
}

std::uint32_t pageBytes(const Header &header)
{
    const std::uint32_t raw = static_cast<std::uint32_t>(header[16]) << 8U | header[17];
    return raw == 1 ? 65'536 : raw;
}

/** A file of the VFS, open for reading. */
class VfsFile
{
public:
    VfsFile(sqlite3_vfs *vfs, const std::string &name)
        : m_name(sqlite3_create_filename(name.c_str(), "", "", 0, nullptr)),
          m_memory(std::make_unique<std::max_align_t[]>(
              static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1))
    {
        std::memset(m_memory.get(), 0, static_cast<std::size_t>(vfs->szOsFile));
        m_code = vfs->xOpen(vfs, m_name, file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
    }
    VfsFile(const VfsFile &) = delete;
    VfsFile &operator=(const VfsFile &) = delete;
    ~VfsFile()
    {
        if (file()->pMethods != nullptr) {
            file()->pMethods->xClose(file());
        }
        sqlite3_free_filename(m_name);
    }

    [[nodiscard]] int openCode() const { return m_code; }
    int read(Header &into)
    {
        return file()->pMethods->xRead(file(), into.data(), static_cast<int>(into.size()), 0);
    }
    int size(sqlite3_int64 &bytes) { return file()->pMethods->xFileSize(file(), &bytes); }

private:
    sqlite3_file *file() { return reinterpret_cast<sqlite3_file *>(m_memory.get()); }
    const char *m_name;
    std::unique_ptr<std::max_align_t[]> m_memory;
    int m_code = SQLITE_ERROR;
};

/** False for an empty file too: so SQLite's own VFS has it. An error is no "not there". */
Result<bool> exists(sqlite3_vfs *vfs, const std::string &file)
{
    int found = 0;
    if (const int code = vfs->xAccess(vfs, file.c_str(), SQLITE_ACCESS_EXISTS, &found); code != SQLITE_OK) {
        return fail(errcOf(code), "access");
    }
    return found != 0;
}

/** Bytes of a file beside the database, 0 when it is not there. */
Result<sqlite3_int64> bytesOfLog(sqlite3_vfs *vfs, const std::string &file)
{
    const std::string name = file + "-wal";
    const Result<bool> there = exists(vfs, name);
    if (!there || !*there) {
        return there ? Result<sqlite3_int64>(0) : tl::unexpected<Error>(there.error());
    }
    VfsFile log(vfs, name);
    sqlite3_int64 bytes = 0;
    return log.openCode() == SQLITE_OK && log.size(bytes) == SQLITE_OK
               ? bytes
               : 1; // unreadable: as if it held something
}

Status checkSize(const Header &header, sqlite3_int64 bytes, bool hasLog)
{
    const std::uint32_t page = pageBytes(header);
    if (page < 512 || (page & (page - 1)) != 0) {
        return fail(Errc::StoreCorrupt, "page size");
    }
    if (hasLog) {
        return {}; // a check-point may have been cut off; SQLite mends it from its log
    }
    const bool countIsValid = bigEndian32(header, 24) == bigEndian32(header, 92);
    const auto pages = static_cast<sqlite3_int64>(bigEndian32(header, 28));
    if (bytes % page != 0 || (countIsValid && bytes < pages * static_cast<sqlite3_int64>(page))) {
        return fail(Errc::StoreCorrupt, "cut short");
    }
    return {};
}

} // namespace

Errc errcOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Errc::StoreBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Errc::StoreCorrupt;
    case SQLITE_FULL:
        return Errc::StoreFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Errc::StoreReadOnly;
    default:
        return Errc::StoreFailed;
    }
}

Result<FileState> checkHeader(sqlite3_vfs *vfs, const std::string &file, std::uint32_t applicationId,
                              int userVersionMax)
{
    const Result<sqlite3_int64> logBytes = bytesOfLog(vfs, file);
    if (!logBytes) {
        return tl::unexpected<Error>(logBytes.error());
    }
    const bool hasLog = *logBytes > 0;
    VfsFile raw(vfs, file);
    const Result<bool> there = raw.openCode() == SQLITE_OK ? Result<bool>(true) : exists(vfs, file);
    if (!there) {
        return tl::unexpected<Error>(there.error());
    }
    const bool missing = !*there;
    if (raw.openCode() != SQLITE_OK && !missing) {
        const bool denied = errno == EACCES || errno == EPERM;
        return fail(denied ? Errc::StoreReadOnly : Errc::StoreFailed, "can't be opened");
    }
    sqlite3_int64 bytes = 0;
    if (const int code = missing ? SQLITE_OK : raw.size(bytes); code != SQLITE_OK) {
        return fail(errcOf(code), "size");
    }
    if (bytes == 0 && hasLog) {
        return fail(Errc::StoreCorrupt, "a log without its database");
    }
    if (bytes == 0) {
        return missing ? FileState::Missing : FileState::Empty;
    }
    Header header{};
    if (const int code = raw.read(header); code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) {
        return fail(errcOf(code), "header");
    }
    if (bytes < static_cast<sqlite3_int64>(kHeaderBytes) ||
        std::string_view(reinterpret_cast<const char *>(header.data()), kMagic.size()) != kMagic) {
        return fail(Errc::StoreCorrupt, "not a database");
    }
    if (bigEndian32(header, 68) != applicationId) {
        return fail(Errc::StoreForeign, "another program's database");
    }
    if (static_cast<std::int64_t>(bigEndian32(header, 60)) > userVersionMax) {
        return fail(Errc::StoreTooNew, "written by a newer program");
    }
    TRIVSEL_TRY(checkSize(header, bytes, hasLog));
    return FileState::Present;
}

} // namespace trivsel::journal
