#pragma once

#include <optional>
#include <string>

namespace trivsel::server {

/** Lines that somebody types, or that a pipe brings. One per process: it reads standard input. */
class Terminal
{
public:
    /** A whole line if one comes within the time; spaces at its end are gone. Longer ones than 1 KiB are
     * thrown away. */
    [[nodiscard]] std::optional<std::string> line(int waitMs);
    /** What was typed before a question is no answer to it. Whether there were whole lines. */
    bool forget();
    /** No more lines will come. */
    [[nodiscard]] bool ended() const { return m_ended; }

private:
    std::optional<std::string> take();
    std::string m_text;
    bool m_ended = false;
};

} // namespace trivsel::server
