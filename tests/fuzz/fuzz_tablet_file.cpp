// A tablet file from anywhere: refused, or the same after writing and reading it again.
#include "proto/tabletfile/tablet_file.h"
#include "tests/fuzz/fuzz.h"

using namespace trivsel;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto file = readTabletFile(fuzz::viewOf(data, size));
    if (!file) {
        fuzz::mustHold(file.error().code() == Errc::BadFile, "a refusal says why");
        return 0;
    }
    const std::string written = writeTabletFile(*file);
    const auto again = readTabletFile(written);
    fuzz::mustHold(again.has_value(), "what was read can be written and read");
    fuzz::mustHold(writeTabletFile(*again) == written, "and is the same");
    return 0;
}
