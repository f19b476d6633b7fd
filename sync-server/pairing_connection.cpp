#include "sync-server/pairing_connection.h"

#include "sync-server/certificates.h"
#include "sync-server/tls.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <spdlog/spdlog.h>

namespace trivsel::server {

namespace asio = boost::asio;
using boost::system::error_code;
using pairing::ServerPairing;

namespace {
constexpr std::size_t kPairingReadBytes = 4 * 1024;
} // namespace

PairingConnection::PairingConnection(Stream stream, PairingDesk &desk, std::shared_ptr<HandshakeLog> log,
                                     const ConnectionLimits &limits)
    : m_stream(std::move(stream)),
      m_desk(desk),
      m_log(std::move(log)),
      m_limits(limits),
      m_deadline(m_stream.get_executor())
{
}

bool PairingConnection::begin()
{
    pairing::Channel channel;
    const auto exported = exporterOf(m_stream.native_handle());
    if (!exported) {
        return false;
    }
    channel.exporter = *exported;
    channel.pin = seal::pinOf(seal::publicOf(m_desk.server().identity));
    m_pairing.emplace(m_desk, channel, m_desk.random());
    return true;
}

asio::awaitable<void> PairingConnection::run()
{
    const auto self = shared_from_this();
    arm(m_limits.handshake);
    if (!begin()) {
        close();
        co_return;
    }
    std::array<char, kPairingReadBytes> input{};
    while (!m_closed) {
        const auto [error, size] =
            co_await m_stream.async_read_some(asio::buffer(input), asio::as_tuple(asio::use_awaitable));
        if (error || m_closed) {
            break;
        }
        if (!m_closing) { // while closing it is read and thrown away: else our last words might be lost
            onBytes(std::string_view(input.data(), size));
        }
    }
    if (!m_closed && !m_closing && proved()) { // nobody here has ended it
        m_desk.lost();
    }
    close();
}

void PairingConnection::onBytes(std::string_view bytes)
{
    m_decoder.feed(bytes);
    while (m_pairing->phase() != ServerPairing::Phase::Ended) {
        auto frame = m_decoder.next();
        if (!frame) {
            m_pairing->onBadFrame(frame.error());
            break;
        }
        if (!*frame) {
            break;
        }
        const auto before = m_pairing->phase();
        m_pairing->onFrame(**frame);
        if (proved()) {
            m_desk.proved(*this);
        }
        if (m_pairing->phase() == ServerPairing::Phase::Waiting && before == ServerPairing::Phase::Hello) {
            spdlog::info("a tablet has shown the code; the office is asked");
            m_deadline.cancel(); // as long as the offer stands: look() ends it
        }
    }
    pump();
}

void PairingConnection::look()
{
    if (!m_closing && m_pairing) {
        m_pairing->look();
        pump();
    }
}

void PairingConnection::pump()
{
    while (auto action = m_pairing->next()) {
        if (auto *frame = std::get_if<pairing::SendFrame>(&*action)) {
            send(frame->bytes);
            if (m_pairing->phase() == ServerPairing::Phase::Granted) {
                arm(m_limits.idle); // the tablet writes it to its disk now
            }
            continue;
        }
        const Status &why = std::get<pairing::Close>(*action).why;
        if (why) {
            spdlog::info("a tablet is set up");
        } else {
            m_log->refused(std::string("pairing: ") + nameOf(why.error().code()) + " " +
                           why.error().detail());
        }
        m_closing = true;
        arm(m_limits.closing);
        if (m_writing.empty()) {
            writeNext();
        }
    }
}

void PairingConnection::send(const std::string &bytes)
{
    m_queued += bytes; // a handful of small frames at most
    if (m_writing.empty()) {
        writeNext();
    }
}

void PairingConnection::writeNext()
{
    if (m_closed) {
        return;
    }
    m_writing.clear();
    std::swap(m_writing, m_queued);
    if (m_writing.empty()) {
        if (m_closing) {
            error_code ignored;
            m_stream.next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        }
        return;
    }
    auto written = [self = shared_from_this()](const error_code &error, std::size_t /*all*/) {
        if (error) {
            self->close();
            return;
        }
        self->writeNext();
    };
    asio::async_write(m_stream, asio::buffer(m_writing), std::move(written));
}

void PairingConnection::close()
{
    if (m_closed) {
        return;
    }
    m_closed = true;
    m_deadline.cancel();
    error_code ignored;
    m_stream.next_layer().close(ignored);
}

void PairingConnection::arm(std::chrono::milliseconds time)
{
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this()](const error_code &error) {
        const auto self = weak.lock();
        if (!error && self && self->m_deadline.expiry() <= asio::steady_timer::clock_type::now()) {
            self->onDeadline();
        }
    });
}

void PairingConnection::onDeadline()
{
    if (m_closing || m_closed || !m_pairing) {
        close();
        return;
    }
    m_pairing->onTimeout();
    pump();
}

} // namespace trivsel::server
