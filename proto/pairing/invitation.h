#pragma once

#include "proto/base/bytes.h"
#include "proto/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace trivsel::pairing {

/** What server and tablet both know: 72 random bits, good for ten minutes and one tablet. */
using Secret = Bytes<9, struct PairSecretTag>;

/** What the office shows, and a tablet needs to find the server and to know it. */
struct Invitation
{
    std::string host; // empty: a typed code can't hold it, the tablet asks
    std::uint16_t port = 0;
    std::optional<Hash256> pin; // only the QR text has room for it
    Secret secret;
};

} // namespace trivsel::pairing
