#include "sync-server/backup_child.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char **environ;

namespace trivsel::server {

BackupChild::~BackupChild()
{
    if (m_pid <= 0) {
        return;
    }
    askToEnd();
    if (!endsWithin(kGrace)) {
        ::kill(m_pid, SIGKILL);
        (void)endsWithin(kGrace); // else it waits for a disk in the kernel: nobody can end it, init takes it
    }
}

void BackupChild::askToEnd()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGTERM);
    }
}

bool BackupChild::endsWithin(std::chrono::milliseconds time)
{
    constexpr std::chrono::milliseconds kStep{10};
    const auto until = Clock::now() + time;
    for (;;) {
        const pid_t ended = ::waitpid(m_pid, nullptr, WNOHANG);
        if (ended == m_pid || (ended < 0 && errno != EINTR)) {
            m_pid = 0;
            return true;
        }
        if (Clock::now() >= until) {
            return false;
        }
        std::this_thread::sleep_for(kStep);
    }
}

bool BackupChild::start()
{
    std::vector<char *> arguments;
    std::string name = "trivsel-sync";
    arguments.push_back(name.data());
    for (std::string &each : m_plan.arguments) {
        arguments.push_back(each.data());
    }
    arguments.push_back(nullptr);
    // Standard output is the server's own: whoever reads it waits for our words. Errors go where ours go.
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const int failed =
        ::posix_spawn(&m_pid, m_plan.program.c_str(), &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) {
        m_pid = 0;
    }
    return failed == 0;
}

std::optional<int> BackupChild::tick(Clock::time_point now)
{
    if (m_pid > 0) {
        return lookAfter(now);
    }
    if (now < m_next) {
        return std::nullopt;
    }
    m_next = now + m_plan.every;
    m_started = now;
    m_asked.reset();
    return start() ? std::nullopt : std::optional(-1);
}

std::optional<int> BackupChild::lookAfter(Clock::time_point now)
{
    int status = 0;
    const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
    if (ended != 0) {
        m_pid = 0;
        const int code = ended > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return m_asked ? std::nullopt : std::optional(code); // that one was told of
    }
    if (m_plan.limit.count() == 0 || now < m_started + m_plan.limit) {
        return std::nullopt;
    }
    if (!m_asked) {
        askToEnd();
        m_asked = now;
        return kTimedOut;
    }
    if (now >= *m_asked + kGrace) {
        ::kill(m_pid, SIGKILL);
    }
    if (now < m_next) {
        return std::nullopt;
    }
    m_next = now + m_plan.every;
    return kTimedOut; // it hangs in the kernel, and another one would hang beside it
}

} // namespace trivsel::server
