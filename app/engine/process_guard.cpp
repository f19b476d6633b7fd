#include "app/engine/process_guard.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace trivsel::engine {

void keepToItself()
{
    ::umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace trivsel::engine
