#pragma once

#include "proto/framing/frame.h"
#include "proto/tabletfile/tablet_file.h"

#include <cstdint>
#include <memory>
#include <openssl/ssl.h>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::testing {

/** How a client comes to the door; by default as a tablet should. */
struct Manners
{
    std::string caPem;          // whom it trusts; empty = anybody
    std::string certificatePem; // empty = shows none
    std::string keyPem;
    std::string alpn = "trivsel/1"; // empty = names none
    int maxVersion = TLS1_3_VERSION;
    std::string serverName{}; // SNI; empty = names none
    std::string groups{};     // for the key exchange; empty = OpenSSL's own
    int burden = 0;           // so many times it shows its certificate once more
    static Manners of(const TabletFile &file);
};

struct FreeSslContext
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using SslContext = std::unique_ptr<SSL_CTX, FreeSslContext>;
[[nodiscard]] SslContext clientContext(const Manners &manners);

/** A blocking TLS client that can send any bytes at all. Every wait ends after half a minute. */
class RawClient
{
public:
    RawClient(std::uint16_t port, const Manners &manners);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    /** The TLS handshake went through on this side; in TLS 1.3 the server may still refuse the certificate.
     */
    [[nodiscard]] bool connected() const { return m_connected; }
    [[nodiscard]] std::string pin() const; // SHA-256 of the server's SPKI
    [[nodiscard]] SSL *ssl() const { return m_ssl; }

    bool send(std::string_view bytes);
    bool send(framing::FrameType type, std::string_view payload)
    {
        return send(framing::encode(type, payload));
    }
    /** The next frame; nullopt when the server has closed. */
    [[nodiscard]] std::optional<framing::Frame> receive();
    /** True when the server closes without another frame. */
    [[nodiscard]] bool closed() { return !receive(); }

private:
    SslContext m_context;
    SSL *m_ssl = nullptr;
    int m_socket = -1;
    bool m_connected = false;
    framing::Decoder m_decoder;
};

/** A Hello as a tablet of this file would send it first. */
[[nodiscard]] std::string helloOf(const TabletFile &file);

} // namespace trivsel::testing
