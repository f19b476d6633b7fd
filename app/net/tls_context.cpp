#include "app/net/tls_context.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/verify_context.hpp>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace trivsel::net {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;

namespace {

constexpr std::array<unsigned char, 10> kAlpn{9, 't', 'r', 'i', 'v', 's', 'e', 'l', '/', '1'};

} // namespace

std::optional<Hash256> pinOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = certificate == nullptr ? -1 : i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0) {
        return std::nullopt;
    }
    Hash256 pin;
    const int hashed =
        EVP_Digest(der, static_cast<std::size_t>(size), pin.data.data(), nullptr, EVP_sha256(), nullptr);
    OPENSSL_free(der);
    return hashed == 1 ? std::optional(pin) : std::nullopt;
}

namespace {

bool checkPeer(bool chainHolds, X509_STORE_CTX *store, const Hash256 &pin, PeerVerdict &verdict)
{
    if (X509_STORE_CTX_get_error_depth(store) == 0 && pinOf(X509_STORE_CTX_get_current_cert(store)) != pin) {
        verdict.wrongPin = true;
        X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_REJECTED);
        return false;
    }
    verdict.wrongChain = verdict.wrongChain || !chainHolds;
    return chainHolds;
}

void setProtocol(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_alpn_protos(context, kAlpn.data(), kAlpn.size());
    SSL_CTX_set_verify_depth(context, 1);
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_NO_CHECK_TIME);
}

} // namespace

Result<std::shared_ptr<ssl::context>> makeTlsContext(const TabletFile &file,
                                                     const std::shared_ptr<PeerVerdict> &verdict)
{
    error_code failed;
    auto context = std::make_shared<ssl::context>(ssl::context::tlsv13_client);
    setProtocol(context->native_handle());
    context->add_certificate_authority(asio::buffer(file.caPem), failed);
    if (!failed) {
        context->use_certificate_chain(asio::buffer(file.certificatePem), failed);
    }
    if (!failed) {
        context->use_private_key(asio::buffer(file.keyPem), ssl::context::pem, failed);
    }
    if (!failed) {
        context->set_verify_mode(ssl::verify_peer, failed);
    }
    if (failed) {
        return fail(Errc::BadFile, "the tablet's certificate or key can't be used");
    }
    auto check = [verdict, pin = file.pin](bool chainHolds, ssl::verify_context &peer) {
        return checkPeer(chainHolds, peer.native_handle(), pin, *verdict);
    };
    context->set_verify_callback(std::move(check), failed);
    return context;
}

std::string serverNameOf(const HomeId &home)
{
    return toHex(home.view()) + ".trivsel.invalid";
}

} // namespace trivsel::net
