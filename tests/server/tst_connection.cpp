// One connection and a tablet that does not do its part.
#include "sync-server/certificates.h"
#include "sync-server/connection.h"
#include "sync-server/tls.h"
#include "tests/server/door.h"
#include "tests/server/raw_client.h"

#include "session.pb.h"

#include <QtTest>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <thread>

using namespace trivsel;
using namespace trivsel::server;
namespace asio = boost::asio;
using asio::ip::tcp;
using framing::FrameType;
using trivsel::testing::BuiltHome;
using trivsel::testing::fileOf;
using trivsel::testing::helloOf;
using trivsel::testing::Manners;
using trivsel::testing::RawClient;
using trivsel::testing::Tablet;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;
constexpr int kSocketBytes = 16 * 1024; // so that the system takes little off the connection's hands

/** Takes one tablet, with a hub and a TLS context of its own, on a thread of its own. */
class OneConnection
{
public:
    explicit OneConnection(BuiltHome &home)
        : m_hub(home.store(), ports()),
          m_tls(std::move(
              *makeTlsContext({home.store().home(), home.store().server().identity, home.store().server().ca},
                              [](const seal::SignPublic &) { return true; }))),
          m_acceptor(m_io, tcp::endpoint(asio::ip::address_v4::loopback(), 0))
    {
        m_acceptor.async_accept([this](const boost::system::error_code &error, tcp::socket socket) {
            if (!error) {
                socket.set_option(asio::socket_base::send_buffer_size(kSocketBytes));
                const auto log =
                    std::make_shared<HandshakeLog>([](const std::string &) {}, HandshakeLog::Clock::now);
                m_connection = std::make_shared<Connection>(std::move(socket), m_tls, m_hub, log,
                                                            ConnectionLimits{}, [] { return kNowMs; });
                auto body = [connection = m_connection] { return connection->run(); };
                asio::co_spawn(m_io, std::move(body), asio::detached);
            }
        });
        m_thread = std::thread([this] { m_io.run(); });
    }
    ~OneConnection()
    {
        asio::post(m_io, [this] {
            m_connection->close();
            m_io.stop();
        });
        m_thread.join();
    }
    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }
    std::size_t waitingBytes()
    {
        std::promise<std::size_t> bytes;
        asio::post(m_io, [&] { bytes.set_value(m_connection ? m_connection->waitingBytes() : 0); });
        return bytes.get_future().get();
    }

private:
    Hub::Ports ports()
    {
        Hub::Ports ports;
        ports.scheduleTick = [this] { asio::post(m_io, [this] { m_hub.tick(); }); };
        ports.scheduleRetry = [] {};
        ports.onFatal = [](const Error &error) { qFatal("%s", nameOf(error.code())); };
        ports.clockMs = [] { return kNowMs; };
        return ports;
    }
    asio::io_context m_io{1};
    asio::executor_work_guard<asio::io_context::executor_type> m_guard = asio::make_work_guard(m_io);
    Hub m_hub;
    asio::ssl::context m_tls;
    tcp::acceptor m_acceptor;
    std::shared_ptr<Connection> m_connection;
    std::thread m_thread;
};

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoNeverReadsIsKeptABoundedQueue()
    {
        BuiltHome home;
        const TabletFile file = fileOf(home, home.addTablet("A", domain::DeviceKind::Shared));
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        home.append(home.write(team, Incarnation{9}, 1, 120, 60'000)); // 7 MB: more than all credits together
        OneConnection one(home);
        RawClient client(one.port(), Manners::of(file));
        QVERIFY(client.send(FrameType::Hello, helloOf(file)));
        wire::v1::Pull pull;
        pull.set_credits(limits::kUnackedBatchesMax);
        QVERIFY(client.send(FrameType::Pull, pull.SerializeAsString()));
        constexpr std::size_t kBound = Conversation::kSendQueueBytesMax + limits::kFrameBytesMax + 4;
        QTRY_VERIFY(one.waitingBytes() >= Conversation::kSendQueueBytesMax);
        QVERIFY2(one.waitingBytes() < kBound, std::to_string(one.waitingBytes()).c_str());
        // When it reads at last, it gets all that it has credits for.
        std::uint32_t pages = 0;
        while (pages < limits::kUnackedBatchesMax) {
            const auto frame = client.receive();
            QVERIFY(frame);
            pages += frame->type == static_cast<std::uint8_t>(FrameType::Changes) ? 1 : 0;
            QVERIFY(one.waitingBytes() < kBound);
        }
        QTRY_COMPARE(one.waitingBytes(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
