#include "proto/journal/files.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace trivsel::journal {

namespace {

constexpr std::string_view kNumberMark = " (errno ";

/** Closes its descriptor. */
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

tl::unexpected<Error> failed(const char *what)
{
    return tl::unexpected<Error>(fileError(errno, what));
}

Status writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return failed("write");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Status syncFolder(const std::filesystem::path &dir)
{
    const Descriptor folder(::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) {
        return failed("fsync of the folder");
    }
    return {};
}

Status writeTemporary(const std::filesystem::path &file, std::string_view bytes, unsigned mode)
{
    ::unlink(file.c_str()); // left by an earlier power cut
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (out.get() < 0) {
        return failed("make a file");
    }
    TRIVSEL_TRY(writeAll(out.get(), bytes));
    if (::fchmod(out.get(), static_cast<mode_t>(mode)) != 0 || ::fsync(out.get()) != 0) {
        return failed("fsync");
    }
    return {};
}

std::string holderOf(int fd)
{
    char text[32] = {};
    const ssize_t got = ::pread(fd, text, sizeof text - 1, 0);
    return got > 0 ? "process " + std::string(text, std::strcspn(text, "\n"))
                   : std::string("another process");
}

} // namespace

std::string systemDetail(int systemError, const std::string &what)
{
    return what + ": " + std::strerror(systemError) + std::string(kNumberMark) + std::to_string(systemError) +
           ")";
}

std::optional<int> systemErrorOf(const Error &error)
{
    const std::string_view detail = error.detail();
    const std::size_t mark = detail.rfind(kNumberMark);
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    int number = 0;
    const char *end = detail.data() + detail.size();
    const auto read = std::from_chars(detail.data() + mark + kNumberMark.size(), end, number);
    return read.ec == std::errc() && read.ptr + 1 == end && *read.ptr == ')' ? std::optional(number)
                                                                             : std::nullopt;
}

Error fileError(int systemError, const std::string &what)
{
    const std::string detail = systemDetail(systemError, what);
    switch (systemError) {
    case ENOENT:
    case ENOTDIR:
        return Error(Errc::StoreMissing, detail);
    case EEXIST:
        return Error(Errc::StoreExists, detail);
    case EACCES:
    case EPERM:
    case EROFS:
        return Error(Errc::StoreReadOnly, detail);
    case ENOSPC:
    case EDQUOT:
        return Error(Errc::StoreFull, detail);
    default:
        return Error(Errc::StoreFailed, detail);
    }
}

Status writeFileAtomically(const std::filesystem::path &file, std::string_view bytes, unsigned mode)
{
    const std::filesystem::path temporary = file.string() + ".new";
    Status written = writeTemporary(temporary, bytes, mode);
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0) {
        const int why = errno;
        ::unlink(temporary.c_str());
        return tl::unexpected<Error>(fileError(why, "rename"));
    }
    return syncFolder(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
}

Result<std::string> readSmallFile(const std::filesystem::path &file, std::size_t bytesMax)
{
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.get() < 0) {
        return failed("open");
    }
    std::string out(bytesMax + 1, '\0');
    std::size_t have = 0;
    while (have < out.size()) {
        const ssize_t got = ::read(in.get(), out.data() + have, out.size() - have);
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
    if (have > bytesMax) {
        return fail(Errc::TooLarge, "longer than " + std::to_string(bytesMax) + " bytes");
    }
    out.resize(have);
    return out;
}

Result<DirLock> DirLock::take(const std::filesystem::path &dir)
{
    Descriptor lock(::open((dir / "lock").c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (lock.get() < 0) {
        return failed("lock");
    }
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return errno == EWOULDBLOCK ? fail(Errc::StoreBusy, holderOf(lock.get())) : failed("lock");
    }
    // For the person who asks who holds it; the lock itself is the kernel's.
    const std::string pid = std::to_string(::getpid()) + "\n";
    if (::ftruncate(lock.get(), 0) != 0 || ::pwrite(lock.get(), pid.data(), pid.size(), 0) < 0) {
        return failed("lock");
    }
    return DirLock(lock.release());
}

DirLock::DirLock(DirLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

DirLock::~DirLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

} // namespace trivsel::journal
