#include "proto/journal/stream_file.h"

#include "proto/journal/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace trivsel::journal {
namespace {

tl::unexpected<Error> failed(const std::filesystem::path &what)
{
    return tl::unexpected<Error>(fileError(errno, what.filename().string()));
}

} // namespace

Status syncFolder(const std::filesystem::path &dir)
{
    const int folder = ::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && ::fsync(folder) == 0;
    const int why = errno;
    if (folder >= 0) {
        ::close(folder);
    }
    return synced ? Status() : tl::unexpected<Error>(fileError(why, "fsync of the folder"));
}

Result<NewFile> NewFile::create(const std::filesystem::path &file, unsigned mode)
{
    std::filesystem::path temporary = file.string() + ".new";
    ::unlink(temporary.c_str()); // left by an earlier power cut
    // No fchmod: memory sticks often have a file system without rights, and what is written there is sealed.
    const int out = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    return out >= 0 ? Result<NewFile>(NewFile(file, std::move(temporary), out)) : failed(file);
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_file(std::move(other.m_file)),
      m_temporary(std::move(other.m_temporary)),
      m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

NewFile::~NewFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        ::unlink(m_temporary.c_str());
    }
}

Status NewFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return failed(m_file);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Status NewFile::sync()
{
    return ::fsync(m_descriptor) == 0 ? Status() : Status(failed(m_file));
}

Status NewFile::commit()
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(m_file, ignored))) {
        return fail(Errc::StoreExists, m_file.filename().string());
    }
    if (::rename(m_temporary.c_str(), m_file.c_str()) != 0) {
        return failed(m_file);
    }
    ::close(std::exchange(m_descriptor, -1));
    return syncFolder(m_file.has_parent_path() ? m_file.parent_path() : std::filesystem::path("."));
}

Result<FileReader> FileReader::open(const std::filesystem::path &file)
{
    const int in = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return in >= 0 ? Result<FileReader>(FileReader(in)) : failed(file);
}

FileReader::FileReader(FileReader &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileReader::~FileReader()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<std::string> FileReader::read(std::size_t bytes)
{
    std::string out(bytes, '\0');
    std::size_t have = 0;
    while (have < bytes) {
        const ssize_t got = ::read(m_descriptor, out.data() + have, bytes - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failed("read");
        }
        if (got == 0) {
            break;
        }
        have += static_cast<std::size_t>(got);
    }
    out.resize(have);
    return out;
}

void FileReader::forgetCached()
{
    ::posix_fadvise(m_descriptor, 0, 0,
                    POSIX_FADV_DONTNEED); // a hint: where it is not taken, no harm is done
}

} // namespace trivsel::journal
