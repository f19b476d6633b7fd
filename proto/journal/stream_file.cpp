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

Result<NewFile> NewFile::create(const std::filesystem::path &file, unsigned mode)
{
    std::filesystem::path temporary = file.string() + ".new";
    ::unlink(temporary.c_str()); // left by an earlier power cut
    // No fchmod: memory sticks often have a file system without rights, and what is written there is sealed.
    Descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    return out.isOpen() ? Result<NewFile>(NewFile(file, std::move(temporary), std::move(out))) : failed(file);
}

NewFile::~NewFile()
{
    if (m_descriptor.isOpen()) {
        ::unlink(m_temporary.c_str());
    }
}

Status NewFile::write(std::string_view bytes)
{
    return writeAll(m_descriptor.get(), bytes, m_file.filename().string());
}

Status NewFile::sync()
{
    return ::fsync(m_descriptor.get()) == 0 ? Status() : Status(failed(m_file));
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
    m_descriptor.close();
    return syncFolderOf(m_file);
}

Result<FileReader> FileReader::open(const std::filesystem::path &file)
{
    Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    return in.isOpen() ? Result<FileReader>(FileReader(std::move(in))) : failed(file);
}

Result<std::string> FileReader::read(std::size_t bytes)
{
    return readUpTo(m_descriptor.get(), bytes, "read");
}

void FileReader::forgetCached()
{
    ::posix_fadvise(m_descriptor.get(), 0, 0,
                    POSIX_FADV_DONTNEED); // a hint: where it is not taken, no harm is done
}

} // namespace trivsel::journal
