#include "tests/server/raw_client.h"

#include "session.pb.h"

#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <sys/socket.h>
#include <unistd.h>

namespace trivsel::testing {
namespace {

constexpr int kPatienceS = 30;

struct FreeBio
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;

Bio reading(const std::string &text)
{
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

X509 *certificateOf(const std::string &pem)
{
    return PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr);
}

int connectTo(std::uint16_t port)
{
    const int number = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{kPatienceS, 0};
    ::setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(number, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(number);
        return -1;
    }
    return number;
}

} // namespace

Manners Manners::of(const TabletFile &file)
{
    Manners manners;
    manners.caPem = file.caPem;
    manners.certificatePem = file.certificatePem;
    manners.keyPem = file.keyPem;
    return manners;
}

SslContext clientContext(const Manners &manners)
{
    SslContext context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_security_level(context.get(), 0); // else it would not even try old versions
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), manners.maxVersion);
    if (!manners.groups.empty()) {
        SSL_CTX_set1_groups_list(context.get(), manners.groups.c_str());
    }
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context.get()), X509_V_FLAG_NO_CHECK_TIME);
    if (!manners.caPem.empty()) {
        X509 *ca = certificateOf(manners.caPem);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), ca);
        X509_free(ca);
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    }
    if (!manners.certificatePem.empty()) {
        X509 *own = certificateOf(manners.certificatePem);
        EVP_PKEY *key = PEM_read_bio_PrivateKey(reading(manners.keyPem).get(), nullptr, nullptr, nullptr);
        SSL_CTX_use_certificate(context.get(), own);
        SSL_CTX_use_PrivateKey(context.get(), key);
        for (int count = 0; count < manners.burden; ++count) {
            SSL_CTX_add1_chain_cert(context.get(), own);
        }
        X509_free(own);
        EVP_PKEY_free(key);
    }
    if (!manners.alpn.empty()) {
        const std::string wire = static_cast<char>(manners.alpn.size()) + manners.alpn;
        SSL_CTX_set_alpn_protos(context.get(), reinterpret_cast<const unsigned char *>(wire.data()),
                                static_cast<unsigned int>(wire.size()));
    }
    return context;
}

RawClient::RawClient(std::uint16_t port, const Manners &manners)
    : m_context(clientContext(manners)), m_ssl(SSL_new(m_context.get())), m_socket(connectTo(port))
{
    std::signal(SIGPIPE, SIG_IGN); // the server may hang up while we speak
    if (m_socket >= 0) {
        SSL_set_fd(m_ssl, m_socket);
        if (!manners.serverName.empty()) {
            SSL_set_tlsext_host_name(m_ssl, manners.serverName.c_str());
        }
        m_connected = SSL_connect(m_ssl) == 1;
    }
}

RawClient::~RawClient()
{
    SSL_free(m_ssl);
    if (m_socket >= 0) {
        ::close(m_socket);
    }
}

std::string RawClient::pin() const
{
    X509 *peer = SSL_get1_peer_certificate(m_ssl);
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(X509_get0_pubkey(peer), &der);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(der, static_cast<std::size_t>(size), hash.data());
    OPENSSL_free(der);
    X509_free(peer);
    return {hash.begin(), hash.end()};
}

bool RawClient::send(std::string_view bytes)
{
    std::size_t sent = 0;
    return m_connected && SSL_write_ex(m_ssl, bytes.data(), bytes.size(), &sent) == 1 && sent == bytes.size();
}

std::optional<framing::Frame> RawClient::receive()
{
    std::array<char, 16 * 1024> part{};
    while (m_connected) {
        auto frame = m_decoder.next();
        if (!frame) {
            return std::nullopt;
        }
        if (*frame) {
            return **frame;
        }
        std::size_t size = 0;
        if (SSL_read_ex(m_ssl, part.data(), part.size(), &size) != 1) {
            return std::nullopt;
        }
        m_decoder.feed({part.data(), size});
    }
    return std::nullopt;
}

std::string helloOf(const TabletFile &file)
{
    wire::v1::Hello hello;
    hello.set_version_min(kWireVersionMin);
    hello.set_version_max(kWireVersionMax);
    hello.set_home(file.home.str());
    hello.set_device(file.device.str());
    hello.set_app("test");
    return hello.SerializeAsString();
}

} // namespace trivsel::testing
