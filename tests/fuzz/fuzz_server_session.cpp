// Any bytes at all to the server's half of a connection.
#include "tests/fuzz/recorded_home.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static trivsel::fuzz::RecordedHomes<trivsel::test::ServerHalf> homes;
    homes.tell(trivsel::fuzz::viewOf(data, size));
    return 0;
}
