// A code or a QR code's text from anywhere: refused, or the same after writing and reading it again.
#include "proto/pairing/code.h"
#include "proto/pairing/link.h"
#include "tests/fuzz/fuzz.h"

using namespace trivsel;
using namespace trivsel::pairing;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::viewOf(data, size);
    static_cast<void>(charactersIn(text));
    const auto read = readInvitation(text);
    if (!read) {
        return 0;
    }
    fuzz::mustHold(read->port != 0, "there is a port");
    fuzz::mustHold(read->host.empty() || isHost(read->host), "a host can be looked up");
    const auto again = read->pin ? readLink(writeLink(*read)) : readCode(writeCode(*read));
    fuzz::mustHold(again.has_value(), "what was read can be written and read");
    fuzz::mustHold(again->host == read->host && again->port == read->port && again->pin == read->pin &&
                       again->secret == read->secret,
                   "and is the same");
    return 0;
}
