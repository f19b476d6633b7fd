#include "sync-server/handshake_log.h"

namespace trivsel::server {

void HandshakeLog::refused(std::string_view why)
{
    const Clock::time_point now = m_now();
    if (m_said && now - *m_said < kQuiet) {
        ++m_unsaid;
        return;
    }
    std::string line = "handshake refused: ";
    line += why;
    if (m_unsaid > 0) {
        line += " (and " + std::to_string(m_unsaid) + " more since the last line)";
    }
    m_say(line);
    m_said = now;
    m_unsaid = 0;
}

} // namespace trivsel::server
