#pragma once

#include "proto/base/error.h"

#include <string>
#include <string_view>

namespace trivsel::journal {

/** A file descriptor that is closed when this goes; negative = none. */
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor &&other) noexcept : m_fd(other.release()) {}
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int release();
    void close();

private:
    int m_fd;
};

/** All of it, also when a signal comes; a Store… error names `what`. */
[[nodiscard]] Status writeAll(int fd, std::string_view bytes, const std::string &what);
/** So many of the next bytes; fewer only at the end. */
[[nodiscard]] Result<std::string> readUpTo(int fd, std::size_t bytes, const std::string &what);

} // namespace trivsel::journal
