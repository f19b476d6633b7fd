#pragma once

#include "proto/pairing/server_pairing.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace trivsel::test {

/** What the office's server does to a pairing, connection by connection. */
struct PairingManners
{
    /** On connection number N (from 0), the line is cut after so many frames, the tablet's and the server's
     * counted together in their order: PairHello, PairProof, PairReveal, PairGrant, PairDone. */
    std::map<int, int> cutAfter;
    bool noCode = false; // as a server where no code stands: it does not speak the protocol
    bool silent = false; // takes the connection and says nothing
    bool noTls = false;  // something else answers
};

/**
 * A server on loopback with its own thread, one connection after the other, around the real ServerPairing and
 * an office in memory. What the office says reaches a connection that waits.
 */
class PairingServer final : public pairing::OfferPort
{
public:
    PairingServer(const seal::SignSecret &identity, const seal::SignSecret &ca);
    ~PairingServer() override;

    /** Listens; port 0 = any. Returns the port. */
    std::uint16_t start(PairingManners manners, std::uint16_t port = 0);
    void stop();

    /** The office confirms, declines, or takes the code back. */
    void sayYes();
    void sayNo();
    void takeBack();

    [[nodiscard]] pairing::Secret secret() const { return m_secret; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] std::size_t tabletsSeen();
    [[nodiscard]] bool finished();
    [[nodiscard]] std::string digits();

    // OfferPort, on the server's thread
    Result<std::optional<pairing::Offer>> offer() override;
    Result<std::uint32_t> countWrongTry() override;
    Status ask(const pairing::TabletKeys &keys, const std::string &digits) override;
    Result<std::variant<pairing::Decision, pairing::Grant>>
    decision(const pairing::TabletKeys &keys) override;
    Status finish(const pairing::TabletKeys &keys) override;

private:
    void serve();
    void talk(boost::asio::ip::tcp::socket &socket, int number);
    void wake() const;

    seal::SignSecret m_identity;
    seal::SignSecret m_ca;
    pairing::Secret m_secret;
    PairingManners m_manners;
    std::unique_ptr<boost::asio::io_context> m_io;
    std::unique_ptr<boost::asio::ip::tcp::acceptor> m_acceptor;
    std::unique_ptr<boost::asio::ssl::context> m_tls;
    std::thread m_thread;
    int m_wake = -1; // eventfd: the office has said something, or it is over
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_stopping = false;

    std::mutex m_mutex; // over what follows
    int m_open = -1;
    std::optional<pairing::TabletKeys> m_bound;
    std::set<pairing::TabletKeys> m_seen;
    std::string m_digits;
    pairing::Decision m_said = pairing::Decision::Waiting;
    bool m_yes = false;
    bool m_alive = true;
    bool m_finished = false;
    std::uint32_t m_tries = 0;
};

} // namespace trivsel::test
