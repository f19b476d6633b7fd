#include "app/net/tls_transport.h"

#include "app/net/tls_errors.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <openssl/bio.h>
#include <openssl/ssl.h>

namespace trivsel::net {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;

namespace {

constexpr std::size_t kReadBytes = std::size_t{16} * 1024;
constexpr std::size_t kWriteBytesMax = std::size_t{64} * 1024; // in one go, so that a slow way shows progress
constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);

bool speaksOurProtocol(SSL *session)
{
    const unsigned char *protocol = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(session, &protocol, &size);
    return std::string_view(reinterpret_cast<const char *>(protocol), size) == "trivsel/1";
}

} // namespace

Result<std::shared_ptr<TlsTransport>> TlsTransport::make(asio::io_context &io, const TabletFile &file,
                                                         const TransportLimits &limits)
{
    auto verdict = std::make_shared<PeerVerdict>();
    auto tls = makeTlsContext(file, verdict);
    if (!tls) {
        return tl::unexpected<Error>(tls.error());
    }
    return std::shared_ptr<TlsTransport>(
        new TlsTransport(io, file, limits, std::move(*tls), std::move(verdict)));
}

TlsTransport::TlsTransport(asio::io_context &io, const TabletFile &file, const TransportLimits &limits,
                           std::shared_ptr<ssl::context> tls, std::shared_ptr<PeerVerdict> verdict)
    : m_io(io),
      m_limits(limits),
      m_host(file.host),
      m_port(std::to_string(file.port)),
      m_serverName(serverNameOf(file.home)),
      m_tls(std::move(tls)),
      m_verdict(std::move(verdict)),
      m_resolver(io),
      m_stream(io, *m_tls),
      m_deadline(io)
{
}

asio::awaitable<Status> TlsTransport::run(session::TabletSession &session, ClockMs clock,
                                          std::function<void()> onProgress)
{
    const auto self = shared_from_this(); // writes under way need it, whatever becomes of the caller
    m_session = &session;
    m_clock = std::move(clock);
    m_onProgress = std::move(onProgress);
    Status outcome = co_await connect();
    if (outcome) {
        outcome = co_await shakeHands();
    }
    if (outcome) {
        outcome = co_await talk();
    }
    m_session = nullptr;
    m_deadline.cancel();
    closeSocket();
    co_return outcome;
}

asio::awaitable<Status> TlsTransport::connect()
{
    if (m_cancelled) {
        co_return tl::unexpected<Error>(Error(Errc::Closed));
    }
    arm(m_limits.connect);
    const auto [unresolved, endpoints] = co_await m_resolver.async_resolve(m_host, m_port, kTuple);
    if (unresolved || m_cancelled) {
        co_return tl::unexpected<Error>(ended(connectError(unresolved)));
    }
    const auto [failed, endpoint] = co_await asio::async_connect(m_stream.next_layer(), endpoints, kTuple);
    if (failed) {
        co_return tl::unexpected<Error>(ended(connectError(failed)));
    }
    error_code ignored;
    m_stream.next_layer().set_option(Tcp::no_delay(true), ignored);
    co_return Status();
}

asio::awaitable<Status> TlsTransport::shakeHands()
{
    arm(m_limits.handshake);
    SSL_set_tlsext_host_name(m_stream.native_handle(), m_serverName.c_str());
    const auto [failed] = co_await m_stream.async_handshake(ssl::stream_base::client, kTuple);
    if (failed) {
        co_return tl::unexpected<Error>(ended(handshakeError(failed, *m_verdict)));
    }
    if (!speaksOurProtocol(m_stream.native_handle())) {
        co_return tl::unexpected<Error>(
            Error(Errc::VersionUnsupported, "the server does not speak our protocol"));
    }
    m_wroteBefore = BIO_number_written(SSL_get_wbio(m_stream.native_handle()));
    m_readBefore = BIO_number_read(SSL_get_rbio(m_stream.native_handle()));
    co_return Status();
}

asio::awaitable<Status> TlsTransport::talk()
{
    arm(m_limits.idle);
    m_session->start(m_clock());
    pump();
    std::array<char, kReadBytes> input{};
    while (!m_outcome) {
        const auto [failed, size] = co_await m_stream.async_read_some(asio::buffer(input), kTuple);
        measure();
        if (failed) {
            if (!m_outcome) {
                m_session->onClosed(ended(readError(failed)));
                takeOutcome();
            }
            break;
        }
        if (std::exchange(m_awaitsAnswer, false)) {
            ++m_traffic.roundTrips;
        }
        arm(m_limits.idle);
        co_await onBytes(std::string_view(input.data(), size));
        if (m_outcome) {
            co_await hangUp();
        }
    }
    if (!m_outcome) {
        co_return tl::unexpected<Error>(ended(Error(Errc::Closed, "the connection ended")));
    }
    co_return *m_outcome;
}

asio::awaitable<void> TlsTransport::onBytes(std::string_view bytes)
{
    m_decoder.feed(bytes);
    while (!m_outcome) {
        auto frame = m_decoder.next();
        if (!frame) {
            m_session->onBadFrame(frame.error());
            pump();
            co_return;
        }
        if (!*frame) {
            co_return;
        }
        m_session->onFrame(**frame, m_clock());
        pump();
        if (m_onProgress) {
            m_onProgress();
        }
        // A tap that came meanwhile goes before the next frame.
        co_await asio::post(m_io, asio::use_awaitable);
    }
}

/** Until our last words are sent and the server has gone, or it has had time enough. */
asio::awaitable<void> TlsTransport::hangUp()
{
    std::array<char, kReadBytes> ignored{};
    for (;;) {
        const auto [failed, size] =
            co_await m_stream.next_layer().async_read_some(asio::buffer(ignored), kTuple);
        if (failed || size == 0) {
            co_return;
        }
    }
}

void TlsTransport::pump()
{
    while (m_writing.empty() &&
           !m_outcome) { // the end comes only after everything that was said before it is sent
        auto action = m_session->next();
        if (!action) {
            return;
        }
        if (auto *frame = std::get_if<session::SendFrame>(&*action)) {
            write(std::move(frame->bytes));
            continue;
        }
        auto &finished = std::get<session::Finished>(*action);
        m_retryS = finished.retryS;
        m_outcome = std::move(finished.outcome);
        sayGoodbye();
    }
}

/** Nothing can be sent any more: what is queued before the end is dropped. A write may still be under way. */
void TlsTransport::takeOutcome()
{
    while (auto action = m_session->next()) {
        if (auto *finished = std::get_if<session::Finished>(&*action)) {
            m_retryS = finished->retryS;
            m_outcome = std::move(finished->outcome);
            return;
        }
    }
}

void TlsTransport::sayGoodbye()
{
    error_code ignored;
    m_stream.next_layer().shutdown(Tcp::socket::shutdown_send, ignored);
    arm(m_limits.closing);
}

void TlsTransport::write(std::string bytes)
{
    m_writing = std::move(bytes);
    m_written = 0;
    m_awaitsAnswer = true;
    writeOn();
}

void TlsTransport::writeOn()
{
    auto written = [self = shared_from_this()](const error_code &failed, std::size_t size) {
        self->measure();
        if (failed) {
            return; // why, the server may have said before it went: reading finds out, and ends the run
        }
        self->m_written += size;
        const bool whole = self->m_written == self->m_writing.size();
        if (whole) {
            self->m_writing.clear();
        }
        if (self->m_session == nullptr || self->m_outcome) {
            return;
        }
        self->arm(self->m_limits.idle);
        if (whole) {
            self->pump();
        } else {
            self->writeOn();
        }
    };
    const std::size_t size = std::min(m_writing.size() - m_written, kWriteBytesMax);
    asio::async_write(m_stream, asio::buffer(m_writing.data() + m_written, size), std::move(written));
}

void TlsTransport::cancel()
{
    m_cancelled = true;
    m_resolver.cancel();
    closeSocket();
}

void TlsTransport::arm(std::chrono::milliseconds time)
{
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this()](const error_code &failed) {
        const auto self = weak.lock();
        if (!failed && self && self->m_deadline.expiry() <= asio::steady_timer::clock_type::now()) {
            self->m_timedOut = true;
            self->m_resolver.cancel();
            self->closeSocket();
        }
    });
}

void TlsTransport::closeSocket()
{
    error_code ignored;
    m_stream.next_layer().close(ignored);
}

void TlsTransport::measure()
{
    m_traffic.bytesOut = BIO_number_written(SSL_get_wbio(m_stream.native_handle())) - m_wroteBefore;
    m_traffic.bytesIn = BIO_number_read(SSL_get_rbio(m_stream.native_handle())) - m_readBefore;
}

Error TlsTransport::ended(Error otherwise) const
{
    if (m_cancelled) {
        return Error(Errc::Closed, "the run was ended here");
    }
    return m_timedOut ? Error(Errc::TimedOut, "the server did not answer in time") : otherwise;
}

Status runSession(const TabletFile &file, session::TabletSession &session, const TlsTransport::ClockMs &clock,
                  Traffic *traffic, const TransportLimits &limits)
{
    asio::io_context io{1};
    auto transport = TlsTransport::make(io, file, limits);
    if (!transport) {
        return tl::unexpected<Error>(transport.error());
    }
    Status outcome = fail(Errc::Internal, "the run ended with an exception");
    auto body = [&]() -> asio::awaitable<void> {
        outcome = co_await (*transport)->run(session, clock, nullptr);
    };
    asio::co_spawn(io, std::move(body), [](const std::exception_ptr &) {});
    io.run();
    if (traffic != nullptr) {
        *traffic = (*transport)->traffic();
    }
    return outcome;
}

} // namespace trivsel::net
