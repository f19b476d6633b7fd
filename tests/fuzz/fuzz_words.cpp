// What somebody types in from the sheet with the recovery words.
#include "proto/seal/keys.h"
#include "tests/fuzz/fuzz.h"

using namespace trivsel;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = seal::initialise().has_value();
    fuzz::mustHold(ready, "libsodium");
    const std::string_view typed = fuzz::viewOf(data, size);
    const auto seed = seal::fromWords(typed);
    fuzz::mustHold(seal::strangeWord(typed) >= 0, "words are counted from 1");
    if (seed) {
        const std::string words = seal::toWords(*seed);
        fuzz::mustHold(seal::fromWords(words) == *seed, "what was read can be written and read");
        fuzz::mustHold(seal::strangeWord(words) == 0, "and is ours");
    } else {
        fuzz::mustHold(seed.error().code() == Errc::BadArgument, "a refusal says why");
    }
    if (const auto any = seal::RecoverySeed::from(typed.substr(0, seal::RecoverySeed::size))) {
        const auto again = seal::fromWords(seal::toWords(*any));
        fuzz::mustHold(again && *again == *any, "every seed has words");
    }
    return 0;
}
