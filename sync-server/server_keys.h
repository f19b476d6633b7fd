#pragma once

#include "proto/base/error.h"
#include "proto/base/ids.h"
#include "proto/seal/keys.h"

#include <string>
#include <string_view>

namespace trivsel::server {

/**
 * What the recovery seed becomes. The seed itself is shown once and forgotten; of the recovery key only the
 * public half stays, so that nobody who holds the server can open what is sealed to it.
 */
struct ServerKeys
{
    HomeId home;
    StreamId homeStream;       // every home has exactly one
    seal::SignSecret identity; // TLS (the pin) and proofs of the server's own changes
    seal::SignSecret ca;       // of the home
    seal::BoxPublic recovery;

    /** Under this id the server signs proofs: no tablet can have it. */
    [[nodiscard]] DeviceId device() const { return DeviceId{home.data}; }
};

[[nodiscard]] ServerKeys deriveKeys(const seal::RecoverySeed &seed);
/** Version 1 of the `home` stream's key: derived, so that the seed alone opens the list of everything else.
 */
[[nodiscard]] seal::StreamKey deriveHomeKey(const seal::RecoverySeed &seed);

/** The bytes of the `identity` file. */
[[nodiscard]] std::string sealKeys(const ServerKeys &keys, const seal::WrapKey &wrapKey,
                                   const Random &random);
/** StoreForeign, StoreTooNew, StoreCorrupt; SealBroken when the wrapping key is another. */
[[nodiscard]] Result<ServerKeys> openKeys(std::string_view file, const seal::WrapKey &wrapKey);

} // namespace trivsel::server
