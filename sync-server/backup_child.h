#pragma once

#include "proto/base/error.h"

#include <chrono>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace trivsel::server {

/** How the running server makes its backups: by itself, in a child process, every so often. */
struct BackupPlan
{
    std::string program = "/proc/self/exe";
    std::vector<std::string> arguments; // of the command `backup`
    std::chrono::milliseconds every{0};
    std::chrono::milliseconds first{0}; // until the first one
    std::chrono::milliseconds limit{0}; // then it is ended: it waits for a disk that is gone; 0 = never
};

/** The child of the moment. A child of its own, because reading, sealing and waiting for a slow disk must not
 * hold a tablet up. Server thread. */
class BackupChild
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr int kTimedOut = -2;
    /** Between the word to end and the end by force. */
    static constexpr std::chrono::seconds kGrace{2};
    BackupChild(BackupPlan plan, Clock::time_point now) : m_plan(std::move(plan)), m_next(now + m_plan.first)
    {
    }
    /** Ends a child that is still at work: what it began is not there then, and nothing is lost. Takes twice
     * kGrace at most: one that hangs in the kernel is left to it. */
    ~BackupChild();
    BackupChild(const BackupChild &) = delete;
    BackupChild &operator=(const BackupChild &) = delete;

    /** Looks after the child, and starts the next when it is time and the one before has ended. The exit code
     * of one that has just ended; -1 when it could not be started or was killed; kTimedOut when its time is
     * up, and again whenever the next is due and it has not ended yet. */
    [[nodiscard]] std::optional<int> tick(Clock::time_point now);
    /** Tells the child to end, so that several end at the same time. */
    void askToEnd();
    [[nodiscard]] bool running() const { return m_pid > 0; }

private:
    [[nodiscard]] bool start();
    [[nodiscard]] std::optional<int> lookAfter(Clock::time_point now);
    [[nodiscard]] bool endsWithin(std::chrono::milliseconds time);
    BackupPlan m_plan;
    Clock::time_point m_next;
    Clock::time_point m_started;
    std::optional<Clock::time_point> m_asked; // to end
    pid_t m_pid = 0;
};

} // namespace trivsel::server
