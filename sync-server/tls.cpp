#include "sync-server/tls.h"

#include "proto/pairing/messages.h"
#include "sync-server/certificates.h"

#include <memory>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <string_view>

namespace trivsel::server {
namespace {

namespace ssl = boost::asio::ssl;

constexpr long kCertificatesBytesMax = 16L * 1024; // a tablet shows one of some 400 bytes
constexpr std::string_view kAlpnWire = "\x09trivsel/1";

constexpr std::string_view kPairingWire = "\x0etrivsel-pair/1";

void forgetCodeStands(void * /*context*/, void *kept, CRYPTO_EX_DATA * /*data*/, int /*index*/, long /*argl*/,
                      void * /*argp*/)
{
    delete static_cast<CodeStands *>(kept);
}

/** Where a context keeps its CodeStands, which goes with it. */
int codeStandsIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, forgetCodeStands);
    return index;
}

int chooseAlpn(SSL *ssl, const unsigned char **out, unsigned char *outSize, const unsigned char *offered,
               unsigned int offeredSize, void * /*unused*/)
{
    const auto offers = [&](std::string_view wire) {
        unsigned char *chosen = nullptr;
        const auto *ours = reinterpret_cast<const unsigned char *>(wire.data());
        const int found = SSL_select_next_proto(&chosen, outSize, ours,
                                                static_cast<unsigned int>(wire.size()), offered, offeredSize);
        *out = chosen;
        return found == OPENSSL_NPN_NEGOTIATED;
    };
    if (offers(kAlpnWire)) {
        return SSL_TLSEXT_ERR_OK;
    }
    const auto *codeStands =
        static_cast<const CodeStands *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), codeStandsIndex()));
    if (!offers(kPairingWire) || codeStands == nullptr || !*codeStands || !(*codeStands)()) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    // This one connection is asked for no certificate: it has none yet. peerKey() never takes it for a
    // tablet.
    SSL_set_verify(ssl, SSL_VERIFY_NONE, nullptr);
    return SSL_TLSEXT_ERR_OK;
}

std::string_view chosenAlpn(SSL *session)
{
    const unsigned char *protocol = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(session, &protocol, &size);
    return {reinterpret_cast<const char *>(protocol), size};
}

/** Runs after OpenSSL's own check of the chain: a lawful certificate must also be in the device table. */
bool checkPeer(bool chainHolds, X509_STORE_CTX *store, const KnownDevice &known)
{
    if (!chainHolds || X509_STORE_CTX_get_error_depth(store) != 0) {
        return chainHolds;
    }
    const auto key = publicKeyOf(X509_STORE_CTX_get_current_cert(store));
    if (key && known(*key)) {
        return true;
    }
    X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_REJECTED);
    return false;
}

void setProtocol(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_max_early_data(context, 0);
    // Tablets take the first. With OpenSSL's own list a stranger chooses ffdhe8192 and has us work for
    // milliseconds.
    SSL_CTX_set1_groups_list(context, "X25519:P-256");
    SSL_CTX_set_max_cert_list(context, kCertificatesBytesMax);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(context, chooseAlpn, nullptr);
}

Status useCertificates(SSL_CTX *context, const TlsIdentity &identity)
{
    auto ca = caCertificate(identity.home, identity.ca);
    auto own = serverCertificate(identity.home, identity.ca, seal::publicOf(identity.identity));
    auto key = privateKey(identity.identity);
    if (!ca || !own || !key) {
        return fail(Errc::Internal, "the server's certificates can't be made");
    }
    X509_STORE *store = SSL_CTX_get_cert_store(context);
    const bool used =
        SSL_CTX_use_certificate(context, own->get()) == 1 &&
        SSL_CTX_use_PrivateKey(context, key->get()) == 1 && X509_STORE_add_cert(store, ca->get()) == 1 &&
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_NO_CHECK_TIME) == 1;
    if (!used) {
        return fail(Errc::Internal, "the server's certificates can't be used");
    }
    SSL_CTX_set_verify_depth(context, 1);
    return {};
}

} // namespace

Result<ssl::context> makeTlsContext(const TlsIdentity &identity, KnownDevice known, CodeStands codeStands)
{
    ssl::context context(ssl::context::tlsv13_server);
    setProtocol(context.native_handle());
    auto kept = std::make_unique<CodeStands>(std::move(codeStands));
    if (SSL_CTX_set_ex_data(context.native_handle(), codeStandsIndex(), kept.get()) != 1) {
        return fail(Errc::Internal, "the TLS context can't be made");
    }
    static_cast<void>(kept.release()); // the context's, now
    TRIVSEL_TRY(useCertificates(context.native_handle(), identity));
    context.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
    context.set_verify_callback([known = std::move(known)](bool chainHolds, ssl::verify_context &peer) {
        return checkPeer(chainHolds, peer.native_handle(), known);
    });
    return context;
}

std::optional<seal::SignPublic> peerKey(SSL *session)
{
    // A client that names no protocol at all never meets the callback above.
    if (chosenAlpn(session) != kAlpn) {
        return std::nullopt;
    }
    return publicKeyOf(SSL_get0_peer_certificate(session));
}

std::optional<std::int64_t> peerCertificateUntil(SSL *session)
{
    return certificateUntil(SSL_get0_peer_certificate(session));
}

bool speaksPairing(SSL *session)
{
    return chosenAlpn(session) == pairing::kAlpn;
}

std::optional<Hash256> exporterOf(SSL *session)
{
    Hash256 out;
    const std::string_view label = pairing::kExporterLabel;
    const int done = SSL_export_keying_material(session, out.data.data(), out.data.size(), label.data(),
                                                label.size(), nullptr, 0, 0);
    return done == 1 ? std::optional(out) : std::nullopt;
}

std::optional<DeviceId> peerDevice(SSL *session)
{
    X509 *certificate = SSL_get0_peer_certificate(session);
    X509_NAME *name = certificate != nullptr ? X509_get_subject_name(certificate) : nullptr;
    const int at = name != nullptr ? X509_NAME_get_index_by_NID(name, NID_commonName, -1) : -1;
    if (at < 0) {
        return std::nullopt;
    }
    const ASN1_STRING *text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    const auto bytes = fromHex(std::string_view(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)),
                                                static_cast<std::size_t>(ASN1_STRING_length(text))));
    return bytes ? DeviceId::from(*bytes) : std::nullopt;
}

} // namespace trivsel::server
