#include "sync-server/commands/stop_signals.h"

#include <csignal>
#include <initializer_list>

namespace trivsel::server {
namespace {

volatile std::sig_atomic_t asked = 0;

void remember(int /*signal*/)
{
    asked = 1;
}

} // namespace

void watchStopSignals()
{
    struct sigaction action = {};
    action.sa_handler = remember; // without SA_RESTART it also ends a wait for the terminal
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        ::sigaction(number, &action, nullptr);
    }
    std::signal(SIGPIPE, SIG_IGN);
}

bool stopAsked()
{
    return asked != 0;
}

} // namespace trivsel::server
