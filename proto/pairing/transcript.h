#pragma once

#include "proto/pairing/invitation.h"
#include "proto/seal/keys.h"

#include <string>
#include <string_view>

namespace trivsel::pairing {

using Nonce = Bytes<32, struct PairNonceTag>;
using Proof = Bytes<32, struct PairProofTag>;

/** What TLS says about the one connection that both ends stand on. In the middle there are two, and nobody
 * can make their exporters the same. */
struct Channel
{
    Hash256 exporter; // SSL_export_keying_material with kExporterLabel
    Hash256 pin;      // SHA-256 of the public key (SPKI, DER) in the server's certificate
};

/** The tablet's public keys. */
struct TabletKeys
{
    seal::SignPublic sign;
    seal::BoxPublic box;
    auto operator<=>(const TabletKeys &) const = default;
};

/** The tablet chooses its part of the digits before it sees the server's, and shows it after. */
[[nodiscard]] Hash256 commitmentTo(const Nonce &nonce);

/** Everything that the two must agree on, in one hash; the proofs and digits hang on it and on the secret. */
class Transcript
{
public:
    Transcript(const Secret &secret, const Channel &channel, const TabletKeys &keys,
               const Hash256 &commitment);

    [[nodiscard]] Proof tabletProof() const;
    [[nodiscard]] Proof serverProof(const Nonce &serverNonce) const;
    /** Six decimal digits that both show. */
    [[nodiscard]] std::string digits(const Nonce &tabletNonce, const Nonce &serverNonce) const;

private:
    Hash256 m_key;
    Hash256 m_hash;
};

/** In constant time. */
[[nodiscard]] bool same(const Proof &expected, std::string_view given);

} // namespace trivsel::pairing
