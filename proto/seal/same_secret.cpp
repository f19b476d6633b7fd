#include "proto/seal/same_secret.h"

#include <sodium.h>

namespace trivsel::seal {

bool sameSecret(ByteView a, ByteView b)
{
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace trivsel::seal
