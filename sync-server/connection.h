#pragma once

#include "sync-server/conversation.h"
#include "sync-server/handshake_log.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace trivsel::server {

struct ConnectionLimits
{
    std::chrono::milliseconds handshake = limits::kHandshakeTimeout; // TLS and Hello together
    std::chrono::milliseconds idle = limits::kIdleTimeout;
    std::chrono::milliseconds closing{2'000}; // for what is still to be sent, and for the peer to go
};

/**
 * One tablet's connection: TLS, a socket and its deadlines around a Conversation. One coroutine reads; writes
 * are handed on from what the conversation says. Server thread.
 */
class Connection final : public HubClient, public std::enable_shared_from_this<Connection>
{
public:
    Connection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context &tls, Hub &hub,
               std::shared_ptr<HandshakeLog> log, const ConnectionLimits &limits,
               std::function<std::int64_t()> clockMs);

    using Stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
    /** Takes over a connection that wants to be paired, after its handshake. */
    void setPairing(std::function<void(Stream &&)> pairing) { m_pairing = std::move(pairing); }

    /** From the handshake to the end; keeps itself alive. */
    boost::asio::awaitable<void> run();
    /** Ends at once. */
    void close();
    /** TLS and Hello are not over yet. */
    [[nodiscard]] bool handshaking() const { return !m_conversation || m_conversation->handshaking(); }

    /** What waits to be sent, for the tests: at most Conversation::kSendQueueBytesMax and one frame more. */
    [[nodiscard]] std::size_t waitingBytes() const { return m_queued.size() + m_writing.size(); }

    void onStored(const session::StoredPush &stored) override;
    void refuse() override;

private:
    [[nodiscard]] bool begin();
    void onBytes(std::string_view bytes);
    [[nodiscard]] Conversation::Ports ports();
    void send(const std::string &bytes);
    void writeNext();
    void finish(const Status &why);
    void arm(std::chrono::milliseconds time);
    void onDeadline();

    Stream m_stream;
    Hub &m_hub;
    std::shared_ptr<HandshakeLog> m_log;
    ConnectionLimits m_limits;
    std::function<std::int64_t()> m_clockMs;
    std::function<void(Stream &&)> m_pairing;
    boost::asio::steady_timer m_deadline;
    boost::asio::steady_timer m_room;           // a condition: cancelled when there may be room again
    std::optional<Conversation> m_conversation; // once TLS says who it is
    std::string m_name;                         // for the log: the first digits of the device's id
    std::string m_queued;
    std::string m_writing;
    std::size_t m_written = 0;
    std::size_t m_readSinceArmed = 0;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace trivsel::server
