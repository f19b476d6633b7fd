#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::server {

/** What the log says of connections that never got as far as Hello. Anybody on the network can make as many
 * as they like, so they are told one by one only when they are few: else the log would fill the disk. */
class HandshakeLog
{
public:
    using Clock = std::chrono::steady_clock;
    /** After a line, so long only counting. */
    static constexpr std::chrono::seconds kQuiet{10};

    /** `say` writes a line into the log. */
    HandshakeLog(std::function<void(const std::string &)> say, std::function<Clock::time_point()> now)
        : m_say(std::move(say)), m_now(std::move(now))
    {
    }
    void refused(std::string_view why);

private:
    std::function<void(const std::string &)> m_say;
    std::function<Clock::time_point()> m_now;
    std::optional<Clock::time_point> m_said;
    std::uint64_t m_unsaid = 0;
};

} // namespace trivsel::server
