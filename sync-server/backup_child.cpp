#include "sync-server/backup_child.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace trivsel::server {

BackupChild::~BackupChild()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGTERM);
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
        }
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
        int status = 0;
        const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
        if (ended == 0) {
            return std::nullopt;
        }
        m_pid = 0;
        return ended > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    if (now < m_next) {
        return std::nullopt;
    }
    m_next = now + m_plan.every;
    return start() ? std::nullopt : std::optional(-1);
}

} // namespace trivsel::server
