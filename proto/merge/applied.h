#pragma once

#include "change.pb.h"
#include "proto/base/ids.h"

#include <cstdint>

namespace trivsel::merge {

/** One change as folding sees it. Never looks at the catalogue, a clock or the network. */
struct Applied
{
    Dot dot;
    std::uint64_t lamport = 0;
    /** Content can't be read here (newer op schema, missing key, erased). Counted, never guessed at. */
    bool opaque = false;
    wire::v1::Change change; // empty when opaque
    /** First 8 bytes, little-endian, of the change's hash; 0 = not known, and then every name fits. */
    std::uint64_t hash = 0;
};

} // namespace trivsel::merge
