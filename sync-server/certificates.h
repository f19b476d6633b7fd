#pragma once

#include "proto/base/error.h"
#include "proto/base/ids.h"
#include "proto/seal/keys.h"

#include <memory>
#include <optional>
#include <string>

struct evp_pkey_st;
struct x509_st;

namespace trivsel::server {

struct FreeOpenssl
{
    void operator()(evp_pkey_st *key) const;
    void operator()(x509_st *certificate) const;
};
using PrivateKey = std::unique_ptr<evp_pkey_st, FreeOpenssl>;
using Certificate = std::unique_ptr<x509_st, FreeOpenssl>;

/**
 * Ed25519 certificates of one home. All are functions of their arguments: the CA and the server's certificate
 * are made anew from the keys at each start, so there is no file to lose; they never end. Those of tablets do
 * (certificate_life.h); TLS looks at no dates, the server does afterwards.
 */
[[nodiscard]] Result<PrivateKey> privateKey(const seal::SignSecret &secret);
[[nodiscard]] Result<Certificate> caCertificate(const HomeId &home, const seal::SignSecret &ca);
[[nodiscard]] Result<Certificate> serverCertificate(const HomeId &home, const seal::SignSecret &ca,
                                                    const seal::SignPublic &identity);
/** `untilMs` (since 1970 UTC; whole seconds count): the last moment at which it holds; nullopt: it does not
 * end. */
[[nodiscard]] Result<Certificate> deviceCertificate(const HomeId &home, const seal::SignSecret &ca,
                                                    const DeviceId &device, const seal::SignPublic &key,
                                                    std::optional<std::int64_t> untilMs);
/** As deviceCertificate() was told; nullopt also when there is none or its date can't be read. */
[[nodiscard]] std::optional<std::int64_t> certificateUntil(const x509_st *certificate);

[[nodiscard]] Result<std::string> toPem(const PrivateKey &key);
[[nodiscard]] Result<std::string> toPem(const Certificate &certificate);

/** nullopt unless it is an Ed25519 certificate. */
[[nodiscard]] std::optional<seal::SignPublic> publicKeyOf(x509_st *certificate);
/** `<home-id-hex>.trivsel.invalid`, for SNI and the server's certificate. */
[[nodiscard]] std::string serverName(const HomeId &home);

} // namespace trivsel::server
