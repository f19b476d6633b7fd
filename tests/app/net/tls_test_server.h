#pragma once

#include "proto/tabletfile/tablet_file.h"
#include "tests/app/net/test_certificates.h"
#include "tests/support/test_server.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <mutex>
#include <thread>

namespace trivsel::test {

/** What the server on the other end is like. */
struct Manners
{
    enum class Kind {
        Serves,  // a real ServerSession over a TestServer
        Silent,  // takes the connection and says nothing, not even TLS
        Mute,    // shakes hands and says nothing more
        NoTls,   // answers something else
        HangsUp, // closes after so many frames of its own
        Babbles, // shakes hands and sends what is no frame
        Deaf, // serves until the first push has begun to come: reads on no more, babbles and shuts its side
    };
    Kind kind = Kind::Serves;
    int frames = 0; // HangsUp
    std::string alpn = "trivsel/1";
    bool tls12 = false;      // speaks nothing newer
    seal::SignSecret key{};  // its identity
    seal::SignSecret ca{};   // who signed its certificate, and whose tablets it takes
    bool selfSigned = false; // nobody but itself stands behind its certificate
    bool expired = false;    // its certificate's dates are over
};

/** A server on loopback with its own thread, one connection at a time, blocking: as plain as can be. */
class TlsTestServer
{
public:
    /** `store` is used on the server's thread only, between start and stop. */
    TlsTestServer(TestServer &store, DeviceId device) : m_store(store), m_device(device) {}
    ~TlsTestServer() { stop(); }

    /** Listens; port 0 = any. Returns the port. */
    std::uint16_t start(const Manners &manners, std::uint16_t port = 0);
    void stop();
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve();
    void talk(boost::asio::ip::tcp::socket &socket);
    template <class Stream> void converse(Stream &stream);
    template <class Stream> void turnDeaf(Stream &stream);

    TestServer &m_store;
    DeviceId m_device;
    Manners m_manners;
    std::unique_ptr<boost::asio::io_context> m_io;
    std::unique_ptr<boost::asio::ip::tcp::acceptor> m_acceptor;
    std::unique_ptr<boost::asio::ssl::context> m_tls;
    std::thread m_thread;
    std::mutex m_mutex;
    int m_open = -1; // the connection that is being served
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_connections = 0;
};

} // namespace trivsel::test
