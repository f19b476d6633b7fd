#include "tests/app/net/tls_test_server.h"

#include <array>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>

namespace trivsel::test {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

int chooseAlpn(SSL *, const unsigned char **out, unsigned char *size, const unsigned char *offered,
               unsigned int offeredSize, void *ours)
{
    const auto &wanted = *static_cast<std::string *>(ours);
    const std::string wire = std::string(1, static_cast<char>(wanted.size())) + wanted;
    unsigned char *chosen = nullptr;
    const auto *bytes = reinterpret_cast<const unsigned char *>(wire.data());
    // The choice points into the first list: the one that outlives this call.
    const int found =
        SSL_select_next_proto(&chosen, size, offered, offeredSize, bytes, static_cast<unsigned>(wire.size()));
    *out = chosen;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

std::unique_ptr<ssl::context> contextFor(Manners &manners)
{
    const TestCa ca(manners.selfSigned ? manners.key : manners.ca);
    const char *name = manners.selfSigned ? "Test CA" : "server"; // its own issuer
    auto tls = std::make_unique<ssl::context>(ssl::context::tls_server);
    tls->use_certificate_chain(
        asio::buffer(ca.certificateFor(seal::publicOf(manners.key), name, manners.expired)));
    tls->use_private_key(asio::buffer(privateKeyPem(manners.key)), ssl::context::pem);
    tls->add_certificate_authority(asio::buffer(ca.pem()));
    tls->set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
    SSL_CTX_set_max_proto_version(tls->native_handle(), manners.tls12 ? TLS1_2_VERSION : TLS1_3_VERSION);
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(tls->native_handle()), X509_V_FLAG_NO_CHECK_TIME);
    if (!manners.alpn.empty()) {
        SSL_CTX_set_alpn_select_cb(tls->native_handle(), chooseAlpn, &manners.alpn);
    }
    return tls;
}

} // namespace

std::uint16_t TlsTestServer::start(const Manners &manners, std::uint16_t port)
{
    stop();
    m_manners = manners;
    m_tls = contextFor(m_manners);
    m_stopping = false;
    m_io = std::make_unique<asio::io_context>();
    m_acceptor =
        std::make_unique<tcp::acceptor>(*m_io, tcp::endpoint(asio::ip::address_v4::loopback(), port));
    if (m_manners.kind == Manners::Kind::Deaf) {
        // Little room on both sides, so that a batch is under way for as long as nobody reads.
        m_acceptor->set_option(tcp::socket::receive_buffer_size(4'096));
        const int segment = 536;
        ::setsockopt(m_acceptor->native_handle(), IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment);
    }
    const std::uint16_t taken = m_acceptor->local_endpoint().port();
    m_thread = std::thread([this] { serve(); });
    return taken;
}

void TlsTestServer::stop()
{
    if (!m_thread.joinable()) {
        return;
    }
    m_stopping = true;
    {
        const std::lock_guard lock(m_mutex);
        ::shutdown(m_acceptor->native_handle(), SHUT_RDWR);
        if (m_open >= 0) {
            ::shutdown(m_open, SHUT_RDWR);
        }
    }
    m_thread.join();
    m_acceptor.reset();
}

void TlsTestServer::serve()
{
    while (!m_stopping) {
        tcp::socket socket(*m_io);
        error_code failed;
        m_acceptor->accept(socket, failed);
        if (failed) {
            continue;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_open = socket.native_handle();
        }
        ++m_connections;
        if (!m_stopping) {
            talk(socket);
        }
        const std::lock_guard lock(m_mutex);
        m_open = -1;
        socket.close(failed);
    }
}

void TlsTestServer::talk(tcp::socket &socket)
{
    error_code failed;
    std::array<char, 4096> buffer{};
    if (m_manners.kind == Manners::Kind::NoTls) {
        asio::write(socket, asio::buffer(std::string("HTTP/1.0 400 Bad Request\r\n\r\n")), failed);
        socket.read_some(asio::buffer(buffer), failed);
        return;
    }
    if (m_manners.kind == Manners::Kind::Silent) {
        while (!failed) {
            socket.read_some(asio::buffer(buffer), failed);
        }
        return;
    }
    ssl::stream<tcp::socket &> stream(socket, *m_tls);
    stream.handshake(ssl::stream_base::server, failed);
    if (failed) {
        return;
    }
    if (m_manners.kind == Manners::Kind::Mute) {
        while (!failed) {
            stream.read_some(asio::buffer(buffer), failed);
        }
        return;
    }
    if (m_manners.kind == Manners::Kind::Babbles) {
        asio::write(stream, asio::buffer(std::string(64, '\xff')), failed);
        while (!failed) {
            stream.read_some(asio::buffer(buffer), failed);
        }
        return;
    }
    converse(stream);
}

template <class Stream> void TlsTestServer::turnDeaf(Stream &stream)
{
    error_code failed;
    pollfd pushed{stream.next_layer().native_handle(), POLLIN, 0};
    ::poll(&pushed, 1, -1);
    asio::write(stream, asio::buffer(std::string(64, '\xff')), failed);
    stream.next_layer().shutdown(tcp::socket::shutdown_send, failed);
    pollfd nothing{stream.next_layer().native_handle(), 0, 0};
    while (!m_stopping) {
        ::poll(&nothing, 1, 10);
    }
}

template <class Stream> void TlsTestServer::converse(Stream &stream)
{
    session::ServerSession session(m_store, m_store.facts(m_device));
    framing::Decoder decoder;
    std::array<char, 16 * 1024> buffer{};
    int sent = 0;
    error_code failed;
    while (!failed) {
        const std::size_t size = stream.read_some(asio::buffer(buffer), failed);
        decoder.feed({buffer.data(), size});
        for (auto frame = decoder.next(); frame && *frame; frame = decoder.next()) {
            session.onFrame(**frame, 1'790'000'005'000);
        }
        while (auto action = session.next()) {
            if (auto *frame = std::get_if<session::SendFrame>(&*action)) {
                if (m_manners.kind == Manners::Kind::HangsUp && sent++ == m_manners.frames) {
                    return;
                }
                asio::write(stream, asio::buffer(frame->bytes), failed);
            } else if (auto *push = std::get_if<session::StorePush>(&*action)) {
                session.onStored(m_store.store(*push));
            } else if (std::holds_alternative<session::CloseConnection>(*action)) {
                return;
            }
        }
        if (m_manners.kind == Manners::Kind::Deaf && session.authenticated()) {
            turnDeaf(stream);
            return;
        }
    }
}

} // namespace trivsel::test
