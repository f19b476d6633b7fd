#include "sync-server/listener.h"

#include "proto/journal/files.h"

#include "sync-server/pairing_connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <spdlog/spdlog.h>

namespace trivsel::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// After an error of accept (no file descriptors left) it would come again at once.
constexpr std::chrono::milliseconds kPauseAfterError{200};

Status listenError(const error_code &error)
{
    const bool taken = error == asio::error::address_in_use;
    return fail(taken ? Errc::AddressInUse : Errc::Unreachable,
                error.category() == boost::system::system_category()
                    ? journal::systemDetail(error.value(), "listen")
                    : error.message());
}

void logUncaught(const std::exception_ptr &thrown)
{
    if (!thrown) {
        return;
    }
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc &) {
        std::terminate(); // fail-stop: the store is safe, this process is not
    } catch (const std::exception &error) {
        spdlog::error("a connection ended with an exception: {}", error.what());
    }
}

} // namespace

Listener::Listener(asio::io_context &io, Ports ports)
    : m_io(io),
      m_ports(std::move(ports)),
      m_log(std::make_shared<HandshakeLog>([](const std::string &line) { spdlog::info("{}", line); },
                                           HandshakeLog::Clock::now)),
      m_acceptor(io),
      m_pause(io)
{
}

Status Listener::open(const std::string &host, std::uint16_t port)
{
    error_code error;
    tcp::resolver resolver(m_io);
    const auto found = resolver.resolve(host, std::to_string(port), tcp::resolver::passive, error);
    if (error || found.empty()) {
        return listenError(error);
    }
    const tcp::endpoint endpoint = found.begin()->endpoint();
    m_acceptor.open(endpoint.protocol(), error);
    if (!error) {
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
        m_acceptor.bind(endpoint, error);
    }
    if (!error) {
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        return listenError(error);
    }
    m_port = m_acceptor.local_endpoint(error).port();
    return {};
}

void Listener::start()
{
    auto accepting = [this] { return acceptAll(); };
    asio::co_spawn(m_io, std::move(accepting), logUncaught);
}

asio::awaitable<void> Listener::acceptAll()
{
    for (;;) {
        auto [error, socket] = co_await m_acceptor.async_accept(asio::as_tuple(asio::use_awaitable));
        if (!m_acceptor.is_open()) {
            co_return;
        }
        if (!error) {
            welcome(std::move(socket));
            continue;
        }
        spdlog::warn("can't accept: {}", error.message());
        m_pause.expires_after(kPauseAfterError);
        co_await m_pause.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

void Listener::welcome(tcp::socket socket)
{
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    dropOldestHandshake();
    const auto connection = std::make_shared<Connection>(std::move(socket), m_ports.tls, m_ports.hub, m_log,
                                                         m_ports.limits, m_ports.clockMs);
    if (m_ports.desk != nullptr) {
        connection->setPairing([this](Connection::Stream &&stream) { pair(std::move(stream)); });
    }
    m_connections.push_back(connection);
    auto body = [connection] { return connection->run(); };
    asio::co_spawn(m_io, std::move(body), logUncaught);
}

void Listener::pair(Connection::Stream &&stream)
{
    const auto connection =
        std::make_shared<PairingConnection>(std::move(stream), *m_ports.desk, m_log, m_ports.limits);
    m_ports.desk->admit(connection);
    auto body = [connection] { return connection->run(); };
    asio::co_spawn(m_io, std::move(body), logUncaught);
}

void Listener::dropOldestHandshake()
{
    m_connections.remove_if([](const std::weak_ptr<Connection> &one) { return one.expired(); });
    std::shared_ptr<Connection> oldest;
    std::size_t count = 0;
    for (const auto &weak : m_connections) {
        const auto connection = weak.lock();
        if (connection && connection->handshaking()) {
            ++count;
            oldest = oldest ? oldest : connection;
        }
    }
    if (count >= kHandshakesMax) {
        oldest->close();
    }
}

void Listener::stop()
{
    error_code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
    for (const auto &weak : m_connections) {
        if (const auto connection = weak.lock()) {
            connection->refuse();
        }
    }
}

} // namespace trivsel::server
