#pragma once

#include "app/net/tls_transport.h"
#include "proto/pairing/tablet_pairing.h"

#include <functional>
#include <memory>
#include <thread>

namespace trivsel::net {

struct PairingConfig
{
    pairing::Invitation invitation; // with a host
    std::string app;                // program version
    Random random;
    TransportLimits limits{};
    std::chrono::milliseconds retryAfter{2'000}; // between two tries of a tablet that had shown the code
    std::chrono::milliseconds retryFor{600'000}; // and so long at most
};

/** Both are called on the thread that runs the pairing. */
struct PairingEvents
{
    std::function<void(const pairing::ShowDigits &)> onDigits;
    /** Puts the tablet's identity on the disk: durable when it returns. */
    std::function<Status(const TabletFile &)> enrol;
};

/**
 * Sets one tablet up over the network. Keys are made here, in memory, and go nowhere but into `enrol`. A line
 * that breaks after the code was shown is tried again with the same keys, so that the office's yes is not
 * lost. Used once. One thread: the one that runs the io_context.
 */
class PairingRun final : public std::enable_shared_from_this<PairingRun>
{
public:
    static Result<std::shared_ptr<PairingRun>> make(boost::asio::io_context &io, PairingConfig config,
                                                    PairingEvents events);
    boost::asio::awaitable<pairing::Ended> run();
    /** Ends the run soon, with Cancelled. */
    void cancel();

private:
    using Tcp = boost::asio::ip::tcp;
    using Stream = boost::asio::ssl::stream<Tcp::socket>;
    PairingRun(boost::asio::io_context &io, PairingConfig config, PairingEvents events,
               pairing::TabletSecrets secrets);

    boost::asio::awaitable<pairing::Ended> attempt();
    boost::asio::awaitable<std::optional<pairing::Ended>> connect();
    boost::asio::awaitable<pairing::Ended> talk();
    boost::asio::awaitable<void> onBytes(std::string_view bytes);
    boost::asio::awaitable<void> flush();
    [[nodiscard]] pairing::Ended ended(pairing::Ending otherwise, Error why) const;
    void arm(std::chrono::milliseconds time);
    void closeSocket();

    boost::asio::io_context &m_io;
    PairingConfig m_config;
    PairingEvents m_events;
    pairing::TabletSecrets m_secrets;
    std::shared_ptr<boost::asio::ssl::context> m_tls;
    Tcp::resolver m_resolver;
    std::optional<Stream> m_stream;
    boost::asio::steady_timer m_deadline;
    boost::asio::steady_timer m_pause;
    std::optional<pairing::TabletPairing> m_pairing;
    framing::Decoder m_decoder;
    std::optional<pairing::Ended> m_ended;
    bool m_proved = false; // at least once
    bool m_timedOut = false;
    bool m_cancelled = false;
};

/** On the calling thread, to the end. */
[[nodiscard]] pairing::Ended pairBlocking(PairingConfig config, PairingEvents events);

/** A pairing on a thread of its own; ends, and is joined, when it goes away. Events and `onEnd` come on that
 * thread. */
class PairingThread
{
public:
    PairingThread(PairingConfig config, PairingEvents events,
                  std::function<void(const pairing::Ended &)> onEnd);
    ~PairingThread();
    PairingThread(const PairingThread &) = delete;
    PairingThread &operator=(const PairingThread &) = delete;

private:
    boost::asio::io_context m_io{1};
    std::shared_ptr<PairingRun> m_run;
    std::thread m_thread;
};

} // namespace trivsel::net
