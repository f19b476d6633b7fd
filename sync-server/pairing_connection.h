#pragma once

#include "sync-server/connection.h"
#include "sync-server/pairing_desk.h"

namespace trivsel::server {

/** The connection of a tablet that is being set up, from the end of the TLS handshake on: bytes and deadlines
 * around a ServerPairing. Server thread. */
class PairingConnection final : public std::enable_shared_from_this<PairingConnection>
{
public:
    using Stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
    /** 16 KiB a frame, as everywhere before a device is known. */
    PairingConnection(Stream stream, PairingDesk &desk, std::shared_ptr<HandshakeLog> log,
                      const ConnectionLimits &limits);

    /** To the end; keeps itself alive. */
    boost::asio::awaitable<void> run();
    /** Something may have happened in the office. */
    void look();
    void close();
    [[nodiscard]] bool closed() const { return m_closed; }
    [[nodiscard]] bool proved() const { return m_pairing && m_pairing->proved(); }

private:
    [[nodiscard]] bool begin();
    void onBytes(std::string_view bytes);
    void pump();
    void send(const std::string &bytes);
    void writeNext();
    void arm(std::chrono::milliseconds time);
    void onDeadline();

    Stream m_stream;
    PairingDesk &m_desk;
    std::shared_ptr<HandshakeLog> m_log;
    ConnectionLimits m_limits;
    boost::asio::steady_timer m_deadline;
    framing::Decoder m_decoder{limits::kFrameBytesMaxBeforeHello};
    std::optional<pairing::ServerPairing> m_pairing;
    std::string m_queued;
    std::string m_writing;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace trivsel::server
