#include "sync-server/files.h"

#include "proto/journal/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace trivsel::server {
namespace {

using journal::Descriptor;
using journal::fileError;

} // namespace

Status makePrivateDirectory(const std::filesystem::path &dir)
{
    std::error_code error;
    std::filesystem::create_directories(dir, error);
    if (error) {
        return tl::unexpected(fileError(error.value(), dir.string()));
    }
    if (!std::filesystem::is_directory(dir, error)) {
        return tl::unexpected(fileError(ENOTDIR, dir.string()));
    }
    if (::chmod(dir.c_str(), S_IRWXU) != 0) {
        return tl::unexpected(fileError(errno, dir.string()));
    }
    return {};
}

Status writeNewFile(const std::filesystem::path &file, std::string_view bytes, mode_t mode)
{
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!out.isOpen()) {
        return tl::unexpected(fileError(errno, file.string()));
    }
    Status written = journal::writeAll(out.get(), bytes, file.string());
    // fchmod, because the umask may have taken bits away.
    if (written && (::fchmod(out.get(), mode) != 0 || ::fsync(out.get()) != 0)) {
        written = tl::unexpected(fileError(errno, file.string()));
    }
    if (written) {
        written = journal::syncFolderOf(file);
    }
    if (!written) {
        ::unlink(file.c_str());
    }
    return written;
}

} // namespace trivsel::server
