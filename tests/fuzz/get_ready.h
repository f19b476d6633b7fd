#pragma once

#include "proto/seal/keys.h"
#include "tests/fuzz/fuzz.h"

#include <google/protobuf/stubs/logging.h>

namespace trivsel::fuzz {

/** Once per process, before anything is sealed or parsed. */
inline void getReady()
{
    static const bool ready = [] {
        google::protobuf::SetLogHandler(nullptr); // a line for every input otherwise
        return seal::initialise().has_value();
    }();
    mustHold(ready, "libsodium");
}

} // namespace trivsel::fuzz
