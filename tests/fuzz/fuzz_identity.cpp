// The server's identity file: any bytes, and any bytes under the right key.
#include "sync-server/server_keys.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/changes.h"

using namespace trivsel;
using test::filled;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = seal::initialise().has_value();
    fuzz::mustHold(ready, "libsodium");
    const auto key = filled<seal::WrapKey>(1);
    const auto random = test::seededRandom(1);
    fuzz::Input input(fuzz::viewOf(data, size));
    const bool raw = input.number() % 2 == 0;
    const std::string_view rest = input.rest();
    const std::string file =
        raw ? std::string(rest)
            : "trivsel-identity 1\n" + seal::wrap(key, "trivsel.server.identity.1", rest, random);
    const auto keys = server::openKeys(file, key);
    if (!keys) {
        fuzz::mustHold(keys.error().code() != Errc::Internal, "a refusal says why");
        return 0;
    }
    const auto again = server::openKeys(server::sealKeys(*keys, key, random), key);
    fuzz::mustHold(again && again->home == keys->home && again->homeStream == keys->homeStream &&
                       again->identity == keys->identity && again->ca == keys->ca &&
                       again->recovery == keys->recovery,
                   "what was read can be written and read");
    return 0;
}
