#include "sync-server/commands/command.h"

#include <iostream>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    ::umask(S_IRWXG | S_IRWXO); // whatever is made here is for its owner alone
    return trivsel::server::runProgram({argv + 1, argv + argc}, std::cout, std::cerr);
}
