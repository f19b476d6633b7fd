#pragma once

#include "sync-server/backup_child.h"
#include "sync-server/home_store.h"

namespace trivsel::server {

/** Has wishes for a code of one's own settled, in a child: at once when one came in, and every minute while
 * some must wait. The running server opens none of them. Server thread. */
class CodeWatch
{
public:
    static constexpr std::chrono::seconds kAgain{60};
    /** A child that can't be started is tried again after kAgain, then after twice as long each time, up to
     * this. */
    static constexpr std::chrono::seconds kStartAgainMax{3600};
    CodeWatch(HomeStore &store, BackupPlan plan, BackupChild::Clock::time_point now)
        : m_store(store), m_child(std::move(plan), now)
    {
    }
    /** After HomeStore::refresh(). The exit code of a child that has just ended; -1 when it can't be started,
     * said once until one could. Store… errors. */
    [[nodiscard]] Result<std::optional<int>> tick(BackupChild::Clock::time_point now);
    [[nodiscard]] bool running() const { return m_child.running(); }
    void askToEnd() { m_child.askToEnd(); }

private:
    [[nodiscard]] Result<bool> cameIn();

    HomeStore &m_store;
    BackupChild m_child;
    std::uint64_t m_seq = 0;
    bool m_due = false;
    bool m_again = false;
    BackupChild::Clock::time_point m_next;
    std::chrono::seconds m_startAgain{0};       // 0: the last one could be started
    BackupChild::Clock::time_point m_startFrom; // with m_startAgain
};

} // namespace trivsel::server
