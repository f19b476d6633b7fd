#pragma once

#include "proto/base/error.h"
#include "proto/tabletfile/tablet_file.h"

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <optional>

struct x509_st;

namespace trivsel::net {

/** What was found out about the server during one handshake. */
struct PeerVerdict
{
    bool wrongPin = false;   // its key is not the one on the tablet file
    bool wrongChain = false; // its certificate is not of this home's CA
};

/**
 * The tablet's side: TLS 1.3 only, own certificate, ALPN trivsel/1. The server is trusted when its key has
 * the pin and the home's CA signed it; dates are not looked at, since a wrong clock must lock nobody out.
 * BadFile when certificate or key of the file can't be used.
 */
[[nodiscard]] Result<std::shared_ptr<boost::asio::ssl::context>>
makeTlsContext(const TabletFile &file, const std::shared_ptr<PeerVerdict> &verdict);

/** SHA-256 of the certificate's public key as DER (SPKI). */
[[nodiscard]] std::optional<Hash256> pinOf(x509_st *certificate);

/** The server's name in the handshake: it says which home is meant, and resolves nowhere. */
[[nodiscard]] std::string serverNameOf(const HomeId &home);

} // namespace trivsel::net
