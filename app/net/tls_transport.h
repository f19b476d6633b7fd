#pragma once

#include "app/net/tls_context.h"
#include "proto/base/limits.h"
#include "proto/session/tablet_session.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <optional>

namespace trivsel::net {

struct TransportLimits
{
    std::chrono::milliseconds connect{10'000};                       // name and TCP
    std::chrono::milliseconds handshake = limits::kHandshakeTimeout; // TLS
    std::chrono::milliseconds idle = limits::kIdleTimeout;           // without a byte either way
    std::chrono::milliseconds closing{2'000}; // for the last words, and for the peer to go
};

/** What one run has cost, after the handshake. */
struct Traffic
{
    std::uint64_t bytesOut = 0; // on the wire, TLS records included
    std::uint64_t bytesIn = 0;
    std::uint64_t roundTrips = 0; // times that something was sent and an answer waited for
};

/**
 * One sync run over the network: connects to the address on the tablet file, runs one TabletSession over TLS,
 * closes. It moves bytes; what they mean is the session's. Used once. One thread: the one that runs the
 * io_context.
 */
class TlsTransport final : public std::enable_shared_from_this<TlsTransport>
{
public:
    using ClockMs = std::function<std::int64_t()>;

    /** BadFile when the file's certificate or key can't be used. */
    static Result<std::shared_ptr<TlsTransport>> make(boost::asio::io_context &io, const TabletFile &file,
                                                      const TransportLimits &limits = {});

    /**
     * To the end of the session: its outcome, or why there was none: Unreachable, TimedOut, WrongPin,
     * WrongDevice, VersionUnsupported, Closed. The session must outlive it. `onProgress` is called after each
     * frame that came; between two frames other work of the io_context has its turn.
     */
    boost::asio::awaitable<Status> run(session::TabletSession &session, ClockMs clock,
                                       std::function<void()> onProgress);
    /** Ends the run soon, with Closed. */
    void cancel();

    [[nodiscard]] const Traffic &traffic() const { return m_traffic; }
    /** The pause that the server asked for; 0 = none. */
    [[nodiscard]] std::uint32_t retryS() const { return m_retryS; }

private:
    using Tcp = boost::asio::ip::tcp;
    TlsTransport(boost::asio::io_context &io, const TabletFile &file, const TransportLimits &limits,
                 std::shared_ptr<boost::asio::ssl::context> tls, std::shared_ptr<PeerVerdict> verdict);

    boost::asio::awaitable<Status> connect();
    boost::asio::awaitable<Status> shakeHands();
    boost::asio::awaitable<Status> talk();
    boost::asio::awaitable<void> hangUp();
    boost::asio::awaitable<void> onBytes(std::string_view bytes);
    void pump();
    void takeOutcome();
    void sayGoodbye();
    void write(std::string bytes);
    void writeOn();
    void arm(std::chrono::milliseconds time);
    void closeSocket();
    void measure();
    [[nodiscard]] Error ended(Error otherwise) const;

    boost::asio::io_context &m_io;
    TransportLimits m_limits;
    std::string m_host;
    std::string m_port;
    std::string m_serverName;
    std::shared_ptr<boost::asio::ssl::context> m_tls;
    std::shared_ptr<PeerVerdict> m_verdict;
    Tcp::resolver m_resolver;
    boost::asio::ssl::stream<Tcp::socket> m_stream;
    boost::asio::steady_timer m_deadline;
    framing::Decoder m_decoder;

    session::TabletSession *m_session = nullptr;
    ClockMs m_clock;
    std::function<void()> m_onProgress;
    std::string m_writing;     // one frame at a time: the session is asked for more when it is gone
    std::size_t m_written = 0; // of it
    std::optional<Status> m_outcome;
    std::uint32_t m_retryS = 0;
    Traffic m_traffic;
    std::uint64_t m_wroteBefore = 0; // by the handshake
    std::uint64_t m_readBefore = 0;
    bool m_awaitsAnswer = false;
    bool m_timedOut = false;
    bool m_cancelled = false;
};

/** A run from beginning to end on the calling thread. For programs without a core thread: proofs and
 * measurements. */
[[nodiscard]] Status runSession(const TabletFile &file, session::TabletSession &session,
                                const TlsTransport::ClockMs &clock, Traffic *traffic = nullptr,
                                const TransportLimits &limits = {});

} // namespace trivsel::net
