#include "tests/sim/faults.h"

namespace trivsel::sim {

const char *nameOf(Fault fault)
{
    static constexpr std::array<const char *, static_cast<std::size_t>(Fault::Count_)> kNames = {
        "offline spell",
        "edit while offline",
        "edit while syncing",
        "line stalled one way",
        "line cut, bytes lost",
        "frame truncated",
        "pushed twice",
        "late bytes of an old connection",
        "several tablets in one commit",
        "tablet killed",
        "tablet power cut",
        "server killed",
        "server power cut",
        "crash before commit",
        "crash after commit",
        "disk I/O error",
        "tablet disk full",
        "server disk full",
        "server restored from a backup",
        "server file rolled back",
        "tablet restored from an image",
        "tablet cloned",
        "tablet cloned while running",
        "one id, two contents",
        "tablet destroyed",
        "tablet set up again",
        "clock wrong",
        "clock jumped",
        "unknown op",
        "newer op schema",
        "list item edited",
        "two versions of a field",
        "text merged",
        "versions resolved",
        "answer withdrawn",
        "told that it is safe",
    };
    return kNames[static_cast<std::size_t>(fault)];
}

} // namespace trivsel::sim
