// The server's sync.conf, and the addresses and spans of time in it.
#include "sync-server/config.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/scratch_dir.h"

#include <fstream>

using namespace trivsel;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const fuzz::ScratchDir scratch;
    const std::string_view text = fuzz::viewOf(data, size);
    const auto file = scratch.path() / "sync.conf";
    std::ofstream(file, std::ios::binary) << text;
    const auto config = server::readConfig(file);
    fuzz::mustHold(config || config.error().error.code() == Errc::BadFile ||
                       config.error().error.code() == Errc::StoreCorrupt,
                   "a refusal says why");
    for (const std::string_view one : {text, config ? std::string_view(config->listen) : text,
                                       config ? std::string_view(config->backupEvery) : text}) {
        if (const auto endpoint = server::parseEndpoint(one, true)) {
            const auto again = server::parseEndpoint(endpoint->str(), true);
            fuzz::mustHold(again && again->host == endpoint->host && again->port == endpoint->port,
                           "an address that was read can be written and read");
        }
        if (const auto every = server::parseEvery(one)) {
            fuzz::mustHold(*every >= 60'000 && *every <= 31LL * 24 * 60 * 60'000, "one minute to 31 days");
        }
    }
    return 0;
}
