#pragma once

#include "sync-server/connection.h"
#include "sync-server/pairing_desk.h"

#include <boost/asio/io_context.hpp>
#include <list>

namespace trivsel::server {

/** So many connections may stand before Hello at once; one more, and the oldest of them goes. */
inline constexpr std::size_t kHandshakesMax = limits::kConnectionsPerHomeMax;

/** Accepts tablets and keeps account of their connections. Server thread. */
class Listener
{
public:
    struct Ports
    {
        Hub &hub;
        boost::asio::ssl::context &tls;
        ConnectionLimits limits;
        std::function<std::int64_t()> clockMs;
        PairingDesk *desk = nullptr; // none: nobody is paired here
    };
    Listener(boost::asio::io_context &io, Ports ports);

    /** AddressInUse, Unreachable (not an address of this machine, not allowed). */
    [[nodiscard]] Status open(const std::string &host, std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /** Starts accepting. */
    void start();
    /** Accepts no more, and asks every tablet to come back later. */
    void stop();

private:
    boost::asio::awaitable<void> acceptAll();
    void welcome(boost::asio::ip::tcp::socket socket);
    void pair(Connection::Stream &&stream);
    void dropOldestHandshake();

    boost::asio::io_context &m_io;
    Ports m_ports;
    std::shared_ptr<HandshakeLog> m_log;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    std::list<std::weak_ptr<Connection>> m_connections; // oldest first
    std::uint16_t m_port = 0;
};

} // namespace trivsel::server
