#include "sync-server/commands/command.h"

#include <iostream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    ::umask(S_IRWXG | S_IRWXO); // whatever is made here is for its owner alone
    // Keys and seeds are in memory: they must not end in a core file. The limit alone does not hold where the
    // kernel hands cores to a program (systemd-coredump); what is not dumpable goes nowhere, and nobody may
    // look into it.
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
    return trivsel::server::runProgram({argv + 1, argv + argc}, std::cout, std::cerr);
}
