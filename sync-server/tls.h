#pragma once

#include "proto/base/error.h"
#include "proto/base/ids.h"
#include "proto/seal/keys.h"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <functional>
#include <optional>

namespace trivsel::server {

inline constexpr char kAlpn[] = "trivsel/1";

struct TlsIdentity
{
    HomeId home;
    seal::SignSecret identity; // the pinned key
    seal::SignSecret ca;
};

/** Asked in the handshake: is this public key in the device table? Blocked devices are known too. */
using KnownDevice = std::function<bool(const seal::SignPublic &)>;

/** Asked in the handshake: does the office offer a pairing code right now? */
using CodeStands = std::function<bool()>;

/**
 * The server's side: TLS 1.3 only, a client certificate of this home's CA whose key is in the device table,
 * ALPN trivsel/1. ALPN trivsel-pair/1 needs no certificate, and is spoken only while a code stands. No
 * tickets, early data or renegotiation. Dates are not looked at: a wrong clock must lock nobody out.
 */
[[nodiscard]] Result<boost::asio::ssl::context> makeTlsContext(const TlsIdentity &identity, KnownDevice known,
                                                               CodeStands codeStands = {});

/** After the handshake: the peer wants to be paired. */
[[nodiscard]] bool speaksPairing(SSL *ssl);
/** What only the two ends of this one connection know. */
[[nodiscard]] std::optional<Hash256> exporterOf(SSL *ssl);

/** After the handshake: the peer's key; nullopt when it spoke no ALPN of ours or has no key of ours. */
[[nodiscard]] std::optional<seal::SignPublic> peerKey(SSL *ssl);
/** The device that the peer's certificate names; the home's CA has signed it. */
[[nodiscard]] std::optional<DeviceId> peerDevice(SSL *ssl);
/** The last moment at which the peer's certificate holds, ms since 1970 UTC; nullopt: it does not end. */
[[nodiscard]] std::optional<std::int64_t> peerCertificateUntil(SSL *ssl);

} // namespace trivsel::server
