#include "sync-server/backup_record.h"
#include "sync-server/certificates.h"
#include "tests/server/door.h"
#include "tests/server/raw_client.h"

#include "session.pb.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <openssl/err.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace trivsel;
using namespace trivsel::server;
using framing::FrameType;
using trivsel::testing::BuiltHome;
using trivsel::testing::fileOf;
using trivsel::testing::frameOf;
using trivsel::testing::helloOf;
using trivsel::testing::Manners;
using trivsel::testing::RawClient;
using trivsel::testing::RunningService;
using trivsel::testing::Tablet;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;

/** With limits, at one moment. */
class Running : public RunningService
{
public:
    Running(HomeStore &store, const ConnectionLimits &limits, std::optional<BackupPlan> backup = {})
        : RunningService(store, {{"127.0.0.1", 0}, limits, [] { return kNowMs; }, std::move(backup)})
    {
    }
};

ConnectionLimits quick()
{
    using std::chrono::milliseconds;
    return {milliseconds(100), milliseconds(100), milliseconds(100)};
}

ConnectionLimits patient()
{
    using std::chrono::milliseconds;
    return {milliseconds(60'000), milliseconds(60'000), milliseconds(2'000)};
}

/** A connection that says nothing. */
int knock(std::uint16_t port)
{
    const int number = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(number, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        qFatal("nobody listens");
    }
    return number;
}

const std::string kNoLength(4, '\0'); // ends every connection

} // namespace

class TestService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        m_tablet = m_home->addTablet("A", domain::DeviceKind::Shared);
        m_file = fileOf(*m_home, m_tablet);
    }

    /** Status asks the home what became of the last copy: a child that hangs can't say. */
    void aBackupThatHangsIsEndedAndSaid()
    {
        const QTemporaryDir dir;
        const QString started = dir.filePath(QStringLiteral("started"));
        const QByteArray never = QFile::encodeName(dir.filePath(QStringLiteral("never")));
        QCOMPARE(::mkfifo(never.constData(), 0600), 0);
        BackupPlan plan;
        plan.program = "/bin/sh";
        plan.arguments = {"-c", "echo $$ >> '" + started.toStdString() + "'; read word < '" +
                                    never.toStdString() + "'"};
        plan.every = std::chrono::hours(1);
        plan.limit = std::chrono::milliseconds(1);
        const auto pid = [&started]() -> pid_t {
            QFile file(started);
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
        };
        {
            Running running(m_home->store(), patient(), plan);
            QTRY_VERIFY_WITH_TIMEOUT(pid() > 0, 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(::kill(pid(), 0) != 0, 20'000);
            QVERIFY(running.stop());
        }
        const BackupRecord record = readBackupRecord(m_home->store().journal()).value();
        QCOMPARE(record.problem, std::string("TimedOut"));
        QCOMPARE(record.triedMs, kNowMs);
    }

    void whoNeverShakesHandsIsPutOut()
    {
        Running service(m_home->store(), quick());
        const int number = knock(service.port());
        char byte = 0;
        QCOMPARE(::recv(number, &byte, 1, 0), 0); // returns when the server has closed
        ::close(number);
    }

    void ofTooManyWhoOnlyKnockTheOldestGoes()
    {
        Running service(m_home->store(), patient());
        std::vector<int> knocking;
        for (std::size_t count = 0; count < kHandshakesMax; ++count) {
            knocking.push_back(knock(service.port()));
        }
        // A tablet comes as one more, and is served all the same.
        RawClient client(service.port(), Manners::of(m_file));
        QVERIFY(client.send(FrameType::Hello, helloOf(m_file)));
        QVERIFY(client.receive());
        char byte = 0;
        QCOMPARE(::recv(knocking.front(), &byte, 1, 0), 0);
        for (std::size_t at = 1; at < knocking.size(); ++at) {
            QCOMPARE(::recv(knocking[at], &byte, 1, MSG_DONTWAIT), -1); // still open, nothing to read
            QVERIFY(errno == EAGAIN);
        }
        for (const int number : knocking) {
            ::close(number);
        }
    }

    void whoNeverSaysHelloIsToldAndPutOut()
    {
        Running service(m_home->store(), quick());
        RawClient client(service.port(), Manners::of(m_file));
        QVERIFY(client.connected());
        expectError(client, wire::v1::ERROR_TIMEOUT);
    }

    void whoFallsSilentIsToldAndPutOut()
    {
        ConnectionLimits limits = patient();
        limits.idle = std::chrono::milliseconds(100);
        Running service(m_home->store(), limits);
        RawClient client(service.port(), Manners::of(m_file));
        QVERIFY(client.send(FrameType::Hello, helloOf(m_file)));
        auto frame = client.receive();
        QVERIFY(frame && frame->type == static_cast<std::uint8_t>(FrameType::HelloAck));
        while (frame && frame->type != static_cast<std::uint8_t>(FrameType::Error)) {
            frame = client.receive();
        }
        wire::v1::Error error;
        QVERIFY(frame && error.ParseFromString(frame->payload));
        QCOMPARE(error.code(), wire::v1::ERROR_TIMEOUT);
        QVERIFY(client.closed());
    }

    void aBadLengthBehindPushesThatWaitForTheDisk()
    {
        // Eight pushes are all that may be under way; what ends the connection has to wait behind them.
        const StreamId team = m_home->streamOf(m_home->addResident("Sofie"), StreamKind::Team);
        Running service(m_home->store(), patient());
        RawClient client(service.port(), Manners::of(m_file));
        letIn(client);
        std::string bytes;
        Hash256 prev{};
        for (std::uint64_t id = 1; id <= limits::kUnackedBatchesMax; ++id) {
            const auto push =
                m_home->push(m_tablet, team, m_home->write(team, Incarnation{7}, id, 1), id, prev);
            bytes += frameOf(push);
            prev = *Hash256::from(push.proof->head());
        }
        QVERIFY(bytes.size() < 16'000); // in one read
        QVERIFY(client.send(bytes + kNoLength));
        expectLastWords(client, wire::v1::ERROR_MALFORMED);
        // The others are served as before, and what was handed in is there.
        RawClient other(service.port(), Manners::of(m_file));
        letIn(other);
        service.stop();
        QCOMPARE(m_home->store().tip(team, Incarnation{7})->ctr, std::uint64_t{limits::kUnackedBatchesMax});
    }

    void aBadLengthWhileTheTabletReadsSlowly()
    {
        const StreamId team = m_home->streamOf(m_home->addResident("Sofie"), StreamKind::Team);
        m_home->append(m_home->write(team, Incarnation{7}, 1, 60, 60'000));
        Running service(m_home->store(), patient());
        RawClient client(service.port(), Manners::of(m_file));
        letIn(client);
        wire::v1::Pull pull;
        pull.set_credits(8); // more than is kept ready for a tablet that does not read
        QVERIFY(client.send(framing::encode(FrameType::Pull, pull.SerializeAsString()) + kNoLength));
        RawClient other(service.port(), Manners::of(m_file));
        letIn(other);
        expectLastWords(client, wire::v1::ERROR_MALFORMED);
    }

    void stoppingSendsTheTabletsAway()
    {
        Running service(m_home->store(), patient());
        RawClient client(service.port(), Manners::of(m_file));
        QVERIFY(client.send(FrameType::Hello, helloOf(m_file)));
        auto frame = client.receive();
        QVERIFY(frame);
        std::thread stopping([&service] { service.stop(); });
        while (frame && frame->type != static_cast<std::uint8_t>(FrameType::Error)) {
            frame = client.receive();
        }
        stopping.join();
        wire::v1::Error error;
        QVERIFY(frame && error.ParseFromString(frame->payload));
        QCOMPARE(error.code(), wire::v1::ERROR_BUSY);
        QVERIFY(error.retry_s() > 0);
        QVERIFY(service.stop());
    }

    void aTabletThatTheOfficeAddsMeanwhileIsLetIn()
    {
        auto other = openHome(m_home->paths(), m_home->random());
        Running service(**other, patient());
        const TabletFile late = fileOf(*m_home, m_home->addTablet("B", domain::DeviceKind::Shared));
        RawClient client(service.port(), Manners::of(late));
        QVERIFY(client.send(FrameType::Hello, helloOf(late)));
        const auto frame = client.receive();
        QVERIFY(frame && frame->type == static_cast<std::uint8_t>(FrameType::HelloAck));
        service.stop();
    }

    void aCertificateOfTheHomeThatIsNotInItsTableIsRefusedInTheHandshake()
    {
        Running service(m_home->store(), patient());
        Tablet stranger; // as the office would have made it, but nobody wrote it down
        stranger.device.id = randomBytes<DeviceId>(m_home->random());
        stranger.sign = randomBytes<seal::SignSecret>(m_home->random());
        const TabletFile file = fileOf(*m_home, stranger);
        RawClient client(service.port(), Manners::of(file));
        // On this side TLS 1.3 is ready before the server has judged: its alert comes with the first reading.
        QVERIFY(client.connected());
        char byte = 0;
        const int got = SSL_read(client.ssl(), &byte, 1);
        QVERIFY(got <= 0);
        QCOMPARE(SSL_get_error(client.ssl(), got), SSL_ERROR_SSL);
        QVERIFY(ERR_GET_REASON(ERR_peek_last_error()) > SSL_AD_REASON_OFFSET); // told, not only hung up on
        RawClient known(service.port(), Manners::of(m_file));
        QVERIFY(known.send(FrameType::Hello, helloOf(m_file)));
        QVERIFY(known.receive());
    }

    void aTakenPortIsTold()
    {
        Running service(m_home->store(), patient());
        Service second(m_home->store(), {{"127.0.0.1", service.port()}, patient(), [] { return kNowMs; }});
        QVERIFY(second.open().error().code() == Errc::AddressInUse);
    }

    void anAddressOfAnotherMachineIsTold()
    {
        Service service(m_home->store(), {{"192.0.2.1", 0}, patient(), [] { return kNowMs; }});
        QVERIFY(service.open().error().code() == Errc::Unreachable);
    }

private:
    void letIn(RawClient &client)
    {
        QVERIFY(client.send(FrameType::Hello, helloOf(m_file)));
        const auto frame = client.receive();
        QVERIFY(frame && frame->type == static_cast<std::uint8_t>(FrameType::HelloAck));
    }
    /** Behind all that was said before. */
    void expectLastWords(RawClient &client, wire::v1::ErrorCode code)
    {
        auto frame = client.receive();
        while (frame && frame->type != static_cast<std::uint8_t>(FrameType::Error)) {
            frame = client.receive();
        }
        wire::v1::Error error;
        QVERIFY(frame && error.ParseFromString(frame->payload));
        QCOMPARE(error.code(), code);
        QVERIFY(client.closed());
    }
    void expectError(RawClient &client, wire::v1::ErrorCode code)
    {
        const auto frame = client.receive();
        QVERIFY(frame && frame->type == static_cast<std::uint8_t>(FrameType::Error));
        wire::v1::Error error;
        QVERIFY(error.ParseFromString(frame->payload));
        QCOMPARE(error.code(), code);
        QVERIFY(client.closed());
    }
    std::unique_ptr<BuiltHome> m_home;
    Tablet m_tablet;
    TabletFile m_file;
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
