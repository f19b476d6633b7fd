#pragma once

#include "sync-server/handshake_log.h"
#include "sync-server/hub.h"

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
 * One tablet's connection: bytes in and out. What they mean is decided by ServerSession, when they are stored
 * by the Hub. One coroutine reads; writes are handed on from what the session says. Server thread.
 */
class Connection final : public HubClient, public std::enable_shared_from_this<Connection>
{
public:
    /** The session is not asked for more while so much waits to be sent; then one frame more can be there at
     * most. */
    static constexpr std::size_t kSendQueueBytesMax = limits::kFrameBytesMax;

    Connection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context &tls, Hub &hub,
               std::shared_ptr<HandshakeLog> log, const ConnectionLimits &limits,
               std::function<std::int64_t()> clockMs);

    /** From the handshake to the end; keeps itself alive. */
    boost::asio::awaitable<void> run();
    /** Ends at once. */
    void close();
    /** TLS and Hello are not over yet. */
    [[nodiscard]] bool handshaking() const { return !m_session || !m_session->authenticated(); }

    /** What waits to be sent, for the tests: at most kSendQueueBytesMax and one frame more. */
    [[nodiscard]] std::size_t waitingBytes() const { return m_queued.size() + m_writing.size(); }

    void onStored(const session::StoredPush &stored) override;
    void refuse() override;

private:
    [[nodiscard]] bool begin();
    void onBytes(std::string_view bytes);
    void pump();
    void perform(session::SendFrame &&frame);
    void perform(session::StorePush &&push);
    void perform(session::NoteHello &&hello);
    void perform(session::NoteCursor &&cursor);
    void perform(session::CloseConnection &&close);
    void send(const std::string &bytes);
    void writeNext();
    void finish();
    void arm(std::chrono::milliseconds time);
    void onDeadline();
    [[nodiscard]] bool crowded() const;

    boost::asio::ssl::stream<boost::asio::ip::tcp::socket> m_stream;
    Hub &m_hub;
    std::shared_ptr<HandshakeLog> m_log;
    ConnectionLimits m_limits;
    std::function<std::int64_t()> m_clockMs;
    boost::asio::steady_timer m_deadline;
    boost::asio::steady_timer m_room; // a condition: cancelled when there may be room again
    framing::Decoder m_decoder{limits::kFrameBytesMaxBeforeHello};
    std::optional<session::ServerSession> m_session;
    std::string m_name; // for the log: the first digits of the device's id
    std::string m_queued;
    std::string m_writing;
    std::size_t m_written = 0;
    std::size_t m_readSinceArmed = 0;
    std::uint32_t m_unstored = 0; // pushes that the hub has not stored yet
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace trivsel::server
