#include "sync-server/commands/terminal.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace trivsel::server {
namespace {

constexpr std::size_t kLineBytesMax = 1024;

} // namespace

std::optional<std::string> Terminal::line(int waitMs)
{
    if (const auto whole = take()) {
        return whole;
    }
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    if (m_ended) {
        ::poll(nullptr, 0, waitMs);
        return std::nullopt;
    }
    if (::poll(&waiting, 1, waitMs) <= 0) {
        return std::nullopt;
    }
    std::array<char, 256> bytes{};
    const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (size <= 0) {
        m_ended = size == 0 || errno != EINTR;
        return take();
    }
    m_text.append(bytes.data(), static_cast<std::size_t>(size));
    if (m_text.size() > kLineBytesMax) {
        m_text.clear();
    }
    return take();
}

bool Terminal::forget()
{
    bool any = false;
    while (line(0)) {
        any = true;
    }
    any = any || !m_text.empty();
    m_text.clear();
    ::tcflush(STDIN_FILENO, TCIFLUSH); // half a line; fails where no terminal is
    return any;
}

std::optional<std::string> Terminal::take()
{
    const std::size_t end = m_text.find('\n');
    if (end == std::string::npos && (!m_ended || m_text.empty())) {
        return std::nullopt;
    }
    std::string whole = m_text.substr(0, end); // the last one may have no end of its own
    m_text.erase(0, end == std::string::npos ? end : end + 1);
    while (!whole.empty() && (whole.back() == '\r' || whole.back() == ' ')) {
        whole.pop_back();
    }
    return whole;
}

} // namespace trivsel::server
