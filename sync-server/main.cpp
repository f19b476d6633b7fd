#include "sync-server/commands/command.h"

#include <iostream>
#include <sys/resource.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    ::umask(S_IRWXG | S_IRWXO); // whatever is made here is for its owner alone
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none); // keys and seeds are in memory: they must not end in a core file
    return trivsel::server::runProgram({argv + 1, argv + argc}, std::cout, std::cerr);
}
