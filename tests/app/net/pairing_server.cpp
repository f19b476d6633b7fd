#include "tests/app/net/pairing_server.h"

#include "tests/app/net/test_certificates.h"

#include <array>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace trivsel::test {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;
using pairing::Decision;
using pairing::Grant;

namespace {

int choosePairing(SSL *, const unsigned char **out, unsigned char *size, const unsigned char *offered,
                  unsigned int offeredSize, void *none)
{
    static const std::string wire =
        static_cast<char>(std::string_view(pairing::kAlpn).size()) + std::string(pairing::kAlpn);
    unsigned char *chosen = nullptr;
    if (*static_cast<bool *>(none) ||
        SSL_select_next_proto(&chosen, size, reinterpret_cast<const unsigned char *>(wire.data()),
                              static_cast<unsigned>(wire.size()), offered,
                              offeredSize) != OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

pairing::Channel channelOf(SSL *session, const seal::SignSecret &identity)
{
    pairing::Channel channel;
    const std::string_view label = pairing::kExporterLabel;
    if (SSL_export_keying_material(session, channel.exporter.data.data(), channel.exporter.data.size(),
                                   label.data(), label.size(), nullptr, 0, 0) != 1) {
        std::abort();
    }
    channel.pin = seal::pinOf(seal::publicOf(identity));
    return channel;
}

} // namespace

PairingServer::PairingServer(const seal::SignSecret &identity, const seal::SignSecret &ca)
    : m_identity(identity),
      m_ca(ca),
      m_secret(randomBytes<pairing::Secret>(seal::systemRandom())),
      m_wake(::eventfd(0, EFD_NONBLOCK))
{
}

PairingServer::~PairingServer()
{
    stop();
    ::close(m_wake);
}

std::uint16_t PairingServer::start(PairingManners manners, std::uint16_t port)
{
    stop();
    m_manners = std::move(manners);
    const TestCa ca(m_ca);
    m_tls = std::make_unique<ssl::context>(ssl::context::tls_server);
    m_tls->use_certificate_chain(asio::buffer(ca.certificateFor(seal::publicOf(m_identity), "server")));
    m_tls->use_private_key(asio::buffer(privateKeyPem(m_identity)), ssl::context::pem);
    SSL_CTX_set_min_proto_version(m_tls->native_handle(), TLS1_3_VERSION);
    SSL_CTX_set_alpn_select_cb(m_tls->native_handle(), choosePairing, &m_manners.noCode);
    m_stopping = false;
    m_io = std::make_unique<asio::io_context>();
    m_acceptor =
        std::make_unique<tcp::acceptor>(*m_io, tcp::endpoint(asio::ip::address_v4::loopback(), port));
    const std::uint16_t taken = m_acceptor->local_endpoint().port();
    m_thread = std::thread([this] { serve(); });
    return taken;
}

void PairingServer::stop()
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
    wake();
    m_thread.join();
    m_acceptor.reset();
}

void PairingServer::wake() const
{
    const std::uint64_t one = 1;
    if (::write(m_wake, &one, sizeof one) != static_cast<ssize_t>(sizeof one)) {
        std::abort();
    }
}

void PairingServer::sayYes()
{
    {
        const std::lock_guard lock(m_mutex);
        m_yes = true;
    }
    wake();
}

void PairingServer::sayNo()
{
    {
        const std::lock_guard lock(m_mutex);
        m_said = Decision::Declined;
    }
    wake();
}

void PairingServer::takeBack()
{
    {
        const std::lock_guard lock(m_mutex);
        m_said = Decision::Dead;
        m_alive = false;
    }
    wake();
}

std::size_t PairingServer::tabletsSeen()
{
    const std::lock_guard lock(m_mutex);
    return m_seen.size();
}

bool PairingServer::finished()
{
    const std::lock_guard lock(m_mutex);
    return m_finished;
}

std::string PairingServer::digits()
{
    const std::lock_guard lock(m_mutex);
    return m_digits;
}

Result<std::optional<pairing::Offer>> PairingServer::offer()
{
    const std::lock_guard lock(m_mutex);
    if (!m_alive || m_finished || m_tries >= pairing::kTriesMax) {
        return std::optional<pairing::Offer>();
    }
    pairing::Offer offer;
    offer.secret = m_secret;
    offer.homeName = "Birkehuset";
    offer.tabletName = "Stuen";
    offer.bound = m_bound;
    return std::optional(offer);
}

Result<std::uint32_t> PairingServer::countWrongTry()
{
    const std::lock_guard lock(m_mutex);
    ++m_tries;
    return pairing::kTriesMax - m_tries;
}

Status PairingServer::ask(const pairing::TabletKeys &keys, const std::string &digits)
{
    const std::lock_guard lock(m_mutex);
    if (m_bound && *m_bound != keys) {
        return fail(Errc::NotAllowed);
    }
    m_bound = keys;
    m_seen.insert(keys);
    m_digits = digits;
    return {};
}

Result<std::variant<Decision, Grant>> PairingServer::decision(const pairing::TabletKeys &keys)
{
    using Said = std::variant<Decision, Grant>;
    const std::lock_guard lock(m_mutex);
    if (!m_yes) {
        return Said(m_said);
    }
    const TestCa ca(m_ca);
    return Said(Grant{HomeId{{1}}, DeviceId{{2}}, ca.pem(), ca.certificateFor(keys.sign, "tablet")});
}

Status PairingServer::finish(const pairing::TabletKeys & /*keys*/)
{
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    return {};
}

void PairingServer::serve()
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
        const int number = m_connections++;
        if (!m_stopping) {
            talk(socket, number);
        }
        const std::lock_guard lock(m_mutex);
        m_open = -1;
        socket.close(failed);
    }
}

void PairingServer::talk(tcp::socket &socket, int number)
{
    error_code failed;
    std::array<char, 4096> buffer{};
    if (m_manners.silent || m_manners.noTls) {
        if (m_manners.noTls) {
            asio::write(socket, asio::buffer(std::string("HTTP/1.0 400 Bad Request\r\n\r\n")), failed);
        }
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
    pairing::ServerPairing half(*this, channelOf(stream.native_handle(), m_identity), seal::systemRandom());
    framing::Decoder decoder;
    const auto cut = m_manners.cutAfter.find(number);
    int frames = 0;
    const auto isCut = [&] { return cut != m_manners.cutAfter.end() && ++frames >= cut->second; };
    bool first = true;
    bool comes = true;
    while (!failed && !m_stopping) {
        // PairHello may have come in one piece with the end of the handshake: then no socket says so.
        if (!std::exchange(first, false)) {
            std::array<pollfd, 2> waits{pollfd{socket.native_handle(), POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
            ::poll(waits.data(), waits.size(), -1);
            std::uint64_t told = 0;
            static_cast<void>(::read(m_wake, &told, sizeof told));
            comes = waits[0].revents != 0;
        }
        if (comes) {
            const std::size_t size = stream.read_some(asio::buffer(buffer), failed);
            decoder.feed({buffer.data(), size});
            for (auto frame = decoder.next(); frame && *frame; frame = decoder.next()) {
                half.onFrame(**frame);
                if (isCut()) {
                    return;
                }
            }
        }
        half.look();
        while (auto action = half.next()) {
            if (std::holds_alternative<pairing::Close>(*action)) {
                return;
            }
            asio::write(stream, asio::buffer(std::get<pairing::SendFrame>(*action).bytes), failed);
            if (isCut()) {
                return;
            }
        }
    }
}

} // namespace trivsel::test
