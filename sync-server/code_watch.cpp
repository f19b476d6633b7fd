#include "sync-server/code_watch.h"

#include "proto/domain/code_wish.h"
#include "sync-server/code_wishes.h"

#include <algorithm>

namespace trivsel::server {

/** A wish that nobody has answered stands behind what was read before. */
Result<bool> CodeWatch::cameIn()
{
    bool found = false;
    TRIVSEL_TRY(
        m_store.journal().readStream(m_store.server().homeStream, m_seq, [&](journal::StoredChange &&stored) {
            m_seq = stored.seq;
            if (m_store.authority().isOwn(stored.change.dot.inc)) {
                return true;
            }
            const merge::Applied applied = opened(stored.change, m_store.keys());
            for (const wire::v1::Op &op : applied.change.ops()) {
                const auto wish = domain::readCodeWish(op);
                found = found || (wish && !m_store.authority().codeAnswer(wish->id));
            }
            return true;
        }));
    return found;
}

Result<std::optional<int>> CodeWatch::tick(BackupChild::Clock::time_point now)
{
    const auto came = cameIn();
    if (!came) {
        return tl::unexpected(came.error());
    }
    m_due = m_due || *came;
    if (!m_child.running() && !m_due && (!m_again || now < m_next)) {
        return std::nullopt;
    }
    const bool running = m_child.running();
    if (!running && m_startAgain.count() > 0 && now < m_startFrom) {
        return std::nullopt;
    }
    const auto ended = m_child.tick(now);
    if (!running && m_child.running()) {
        m_due = false; // what comes in from here on may be too late for this one
        m_next = now + kAgain;
        m_startAgain = {};
    } else if (!running) {
        const bool said = m_startAgain.count() > 0;
        m_startAgain = said ? std::min(2 * m_startAgain, kStartAgainMax) : kAgain;
        m_startFrom = now + m_startAgain;
        return said ? std::nullopt : ended;
    }
    if (ended) {
        m_again = *ended != 0 || codesWaiting(m_store) > 0;
        m_next = now + kAgain;
    }
    return ended;
}

} // namespace trivsel::server
