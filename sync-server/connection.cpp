#include "sync-server/connection.h"

#include "sync-server/certificate_life.h"
#include "sync-server/tls.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <spdlog/spdlog.h>

namespace trivsel::server {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t kReadBytes = std::size_t{16} * 1024;
constexpr std::size_t kWriteBytesMax =
    std::size_t{64} * 1024; // in one go, so that a slow peer shows progress

} // namespace

Connection::Connection(asio::ip::tcp::socket socket, asio::ssl::context &tls, Hub &hub,
                       std::shared_ptr<HandshakeLog> log, const ConnectionLimits &limits,
                       std::function<std::int64_t()> clockMs)
    : m_stream(std::move(socket), tls),
      m_hub(hub),
      m_log(std::move(log)),
      m_limits(limits),
      m_clockMs(std::move(clockMs)),
      m_deadline(m_stream.get_executor()),
      m_room(m_stream.get_executor())
{
}

asio::awaitable<void> Connection::run()
{
    const auto self = shared_from_this();
    arm(m_limits.handshake);
    const auto [refused] = co_await m_stream.async_handshake(asio::ssl::stream_base::server,
                                                             asio::as_tuple(asio::use_awaitable));
    if (!refused && !m_closed && m_pairing && speaksPairing(m_stream.native_handle())) {
        m_closed = true; // from here on it is another's
        m_deadline.cancel();
        m_pairing(std::move(m_stream));
        co_return;
    }
    if (refused || !begin()) {
        m_log->refused(refused ? refused.message() : "no device of this home");
        close();
        co_return;
    }
    std::array<char, kReadBytes> input{};
    for (;;) {
        while (!m_closed && m_conversation->crowded()) {
            m_room.expires_at(asio::steady_timer::time_point::max());
            co_await m_room.async_wait(asio::as_tuple(asio::use_awaitable));
        }
        const auto [error, size] =
            co_await m_stream.async_read_some(asio::buffer(input), asio::as_tuple(asio::use_awaitable));
        if (error || m_closed) {
            break;
        }
        // While closing, what still comes is read and thrown away: else the peer might lose our last words.
        if (!m_closing) {
            onBytes(std::string_view(input.data(), size));
        }
    }
    m_hub.leave(this);
    close();
    spdlog::info("{} left", m_name);
}

bool Connection::begin()
{
    const auto key = peerKey(m_stream.native_handle());
    if (!key || !m_hub.store().refresh()) {
        return false;
    }
    auto facts = m_hub.store().factsFor(*key, peerDevice(m_stream.native_handle()));
    if (!facts) {
        return false;
    }
    if (const domain::Device *device = m_hub.store().model().device(facts->device)) {
        const auto until = peerCertificateUntil(m_stream.native_handle());
        if (const Status applied =
                applyCertificate(*facts, *device, m_hub.store().server(), until, m_clockMs());
            !applied) { // it goes on with the one it has
            spdlog::error("no new certificate could be made: {}", applied.error().detail());
        }
    }
    m_name = toHex(facts->device.view()).substr(0, 8);
    m_conversation.emplace(m_hub, *facts, ports());
    spdlog::info("{} is here{}", m_name,
                 facts->blocked   ? ", blocked"
                 : facts->expired ? ", its certificate has run out"
                                  : "");
    if (!m_hub.admit(facts->device, shared_from_this())) {
        spdlog::warn("{} has to wait: the house is full", m_name);
        refuse();
    }
    return true;
}

/** They are called only while the connection is there: it owns the conversation. */
Conversation::Ports Connection::ports()
{
    Conversation::Ports ports;
    ports.send = [this](const std::string &frame) { send(frame); };
    ports.unsent = [this] { return waitingBytes(); };
    ports.store = [this](session::StorePush &&push) { m_hub.submit(shared_from_this(), std::move(push)); };
    ports.finish = [this](const Status &why) { finish(why); };
    ports.clockMs = m_clockMs;
    return ports;
}

void Connection::onBytes(std::string_view bytes)
{
    m_readSinceArmed += bytes.size();
    const bool whole = m_conversation->onBytes(bytes);
    // Before Hello nothing prolongs the time; after it a whole frame does, or a good part of one.
    if (!m_closing && !handshaking() && (whole || m_readSinceArmed >= kReadBytes)) {
        arm(m_limits.idle);
    }
}

void Connection::onStored(const session::StoredPush &stored)
{
    if (m_closed) {
        return;
    }
    m_conversation->onStored(stored);
    m_room.cancel();
}

void Connection::refuse()
{
    if (!m_conversation) {
        close(); // TLS is not up: there is no way to say anything
    } else if (!m_closed) {
        m_conversation->refuse();
    }
}

void Connection::send(const std::string &bytes)
{
    m_queued += bytes;
    if (m_writing.empty()) {
        writeNext();
    }
}

void Connection::writeNext()
{
    if (m_closed) {
        return;
    }
    if (m_written == m_writing.size()) {
        m_writing.clear();
        m_written = 0;
        std::swap(m_writing, m_queued);
    }
    if (m_writing.empty()) {
        if (m_closing) {
            error_code ignored;
            m_stream.next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        }
        return;
    }
    const std::size_t size = std::min(m_writing.size() - m_written, kWriteBytesMax);
    auto written = [self = shared_from_this()](const error_code &error, std::size_t bytes) {
        if (error) {
            self->close();
            return;
        }
        self->m_written += bytes;
        if (!self->m_closing && !self->handshaking()) {
            self->arm(self->m_limits.idle);
        }
        self->writeNext();
        self->m_conversation->pump();
        self->m_room.cancel();
    };
    asio::async_write(m_stream, asio::buffer(m_writing.data() + m_written, size), std::move(written));
}

void Connection::finish(const Status &why)
{
    if (!why) {
        spdlog::warn("{} was sent away: {} {}", m_name, nameOf(why.error().code()), why.error().detail());
    }
    m_closing = true;
    m_hub.leave(this);
    arm(m_limits.closing);
    m_room.cancel();
    if (m_writing.empty()) {
        writeNext();
    }
}

void Connection::close()
{
    if (m_closed) {
        return;
    }
    m_closed = true;
    m_hub.leave(this);
    m_deadline.cancel();
    m_room.cancel();
    error_code ignored;
    m_stream.next_layer().close(ignored);
}

void Connection::arm(std::chrono::milliseconds time)
{
    m_readSinceArmed = 0;
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this()](const error_code &error) {
        const auto self = weak.lock();
        if (!error && self && self->m_deadline.expiry() <= asio::steady_timer::clock_type::now()) {
            self->onDeadline();
        }
    });
}

void Connection::onDeadline()
{
    if (m_closing || m_closed || !m_conversation) {
        close();
        return;
    }
    m_conversation->onTimeout();
}

} // namespace trivsel::server
