#include "sync-server/files.h"

#include "proto/journal/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace trivsel::server {
namespace {

using journal::fileError;

/** Closes the descriptor when it goes away. */
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool open() const { return m_number >= 0; }

private:
    int m_number;
};

Status writeAll(int descriptor, std::string_view bytes, const std::filesystem::path &file)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return tl::unexpected(fileError(written == 0 ? ENOSPC : errno, file.string()));
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

/** A file's name is durable when its directory is. */
Status syncDirectory(const std::filesystem::path &file)
{
    const auto parent = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const Descriptor dir(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!dir.open() || ::fsync(dir.number()) != 0) {
        return tl::unexpected(fileError(errno, parent.string()));
    }
    return {};
}

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
    if (!out.open()) {
        return tl::unexpected(fileError(errno, file.string()));
    }
    Status written = writeAll(out.number(), bytes, file);
    // fchmod, because the umask may have taken bits away.
    if (written && (::fchmod(out.number(), mode) != 0 || ::fsync(out.number()) != 0)) {
        written = tl::unexpected(fileError(errno, file.string()));
    }
    if (written) {
        written = syncDirectory(file);
    }
    if (!written) {
        ::unlink(file.c_str());
    }
    return written;
}

} // namespace trivsel::server
