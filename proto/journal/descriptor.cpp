#include "proto/journal/descriptor.h"

#include "proto/journal/files.h"

#include <cerrno>
#include <unistd.h>
#include <utility>

namespace trivsel::journal {

int Descriptor::release()
{
    return std::exchange(m_fd, -1);
}

void Descriptor::close()
{
    if (isOpen()) {
        ::close(release());
    }
}

Status writeAll(int fd, std::string_view bytes, const std::string &what)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return tl::unexpected<Error>(fileError(written == 0 ? ENOSPC : errno, what));
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::string> readUpTo(int fd, std::size_t bytes, const std::string &what)
{
    std::string out(bytes, '\0');
    std::size_t have = 0;
    while (have < bytes) {
        const ssize_t got = ::read(fd, out.data() + have, bytes - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return tl::unexpected<Error>(fileError(errno, what));
        }
        if (got == 0) {
            break;
        }
        have += static_cast<std::size_t>(got);
    }
    out.resize(have);
    return out;
}

} // namespace trivsel::journal
