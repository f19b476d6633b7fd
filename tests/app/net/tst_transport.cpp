// One run over TLS: whom the tablet trusts, and what each failure is called.
#include "app/net/tls_transport.h"

#include "tests/app/engine/test_home.h"
#include "tests/app/net/tls_test_server.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>

using namespace trivsel;
using namespace trivsel::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(trivsel::Errc)

namespace {

const seal::SignSecret kServerKey = filled<seal::SignSecret>(0x51);
const seal::SignSecret kCaKey = filled<seal::SignSecret>(0x52);

Manners honest()
{
    Manners manners;
    manners.key = kServerKey;
    manners.ca = kCaKey;
    return manners;
}

Manners of(Manners::Kind kind)
{
    Manners manners = honest();
    manners.kind = kind;
    return manners;
}

} // namespace

class TestTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { must(seal::initialise()); }
    void init();
    void aRunMovesWhatIsThere();
    void anIdleRunIsCheap();
    void datesLockNobodyOut();
    void eachFailureHasItsName_data();
    void eachFailureHasItsName();
    void aStrangeTabletIsTold();
    void nobodyThere();
    void anUnusableFile();
    void aServerThatHangsUpAnywhereLosesNothing();
    void cancellingEndsARun();
    void whatWasWrongIsToldAlsoInTheMiddleOfAWrite();

private:
    void writeMuch(int fields);
    [[nodiscard]] Status run(net::Traffic *traffic = nullptr);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<TestServer> m_store;
    std::unique_ptr<TlsTestServer> m_server;
    std::unique_ptr<EngineTablet> m_tablet;
    TabletFile m_file;
    net::TransportLimits m_limits;
};

void TestTransport::init()
{
    m_server.reset();
    m_tablet.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    const std::filesystem::path dir = m_dir->path().toStdString();
    m_home = std::make_unique<TestHome>();
    m_store = std::make_unique<TestServer>(dir / "home.db", m_home->id());
    m_tablet = std::make_unique<EngineTablet>(*m_home, dir / "a");
    auto transaction = must(journal::Transaction::begin(m_store->journal().database()));
    must(m_store->journal().append(m_home->log()));
    must(transaction.commit());
    m_file = m_tablet->file();
    TestServer::Device device;
    device.sign = seal::publicOf(m_file.sign);
    device.box = seal::publicOf(m_file.box);
    for (const StreamId &stream : m_home->streams()) {
        m_store->streams[stream] = 1;
        device.grants.insert(stream);
    }
    m_store->devices[m_file.device] = device;
    m_server = std::make_unique<TlsTestServer>(*m_store, m_file.device);
    const TestCa ca(kCaKey);
    m_file.host = "127.0.0.1";
    m_file.caPem = ca.pem();
    m_file.certificatePem = ca.certificateFor(seal::publicOf(m_file.sign), "tablet");
    m_file.keyPem = privateKeyPem(m_file.sign);
    m_file.pin = seal::pinOf(seal::publicOf(kServerKey));
    m_limits = {};
}

Status TestTransport::run(net::Traffic *traffic)
{
    session::TabletSession session((*m_tablet)->syncPort(), "test");
    return net::runSession(
        m_file, session, [] { return std::int64_t(1'790'000'000'000); }, traffic, m_limits);
}

void TestTransport::aRunMovesWhatIsThere()
{
    m_file.port = m_server->start(honest());
    QVERIFY(run());
    QCOMPARE((*m_tablet)->home().residents.size(), std::size_t(2));
    const auto sheet = must((*m_tablet)->beginForm(m_home->sofie.person, m_home->sofie, kWellbeing, {}));
    must((*m_tablet)->chooseAnswer(sheet.id, "selv", "ret-godt"));
    must((*m_tablet)->setReaders(sheet.id, StreamKind::Team));
    must((*m_tablet)->sendDraft(sheet.id));
    must((*m_tablet)->settleSent());
    QVERIFY(run());
    QCOMPARE((*m_tablet)->sync().onlyHere, std::uint64_t(0));
    QCOMPARE((*m_tablet)->sync().atOffice, std::uint64_t(2));
    m_server->stop();
    QCOMPARE(must(m_store->journal().count()), std::uint64_t(m_home->log().size() + 2));
}

void TestTransport::anIdleRunIsCheap()
{
    m_file.port = m_server->start(honest());
    net::Traffic first;
    QVERIFY(run(&first));
    QVERIFY(first.bytesIn > 1'000);
    net::Traffic idle;
    QVERIFY(run(&idle));
    QCOMPARE(idle.roundTrips, std::uint64_t(1));
    QVERIFY(idle.bytesIn + idle.bytesOut > 50);
    QVERIFY(idle.bytesIn + idle.bytesOut <= 2'048);
}

void TestTransport::datesLockNobodyOut()
{
    Manners old = honest();
    old.expired = true;
    m_file.certificatePem = TestCa(kCaKey).certificateFor(seal::publicOf(m_file.sign), "tablet", true);
    m_file.port = m_server->start(old);
    QVERIFY(run());
}

void TestTransport::eachFailureHasItsName_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<trivsel::Errc>("errc");
    QTest::newRow("another key") << "key" << Errc::WrongPin;
    QTest::newRow("another home, key copied") << "ca" << Errc::WrongPin;
    QTest::newRow("signed by itself, key copied") << "self" << Errc::WrongPin;
    QTest::newRow("signed by itself, another key") << "self, key" << Errc::WrongPin;
    QTest::newRow("no TLS") << "no tls" << Errc::WrongPin;
    QTest::newRow("old TLS") << "tls12" << Errc::VersionUnsupported;
    QTest::newRow("another protocol") << "alpn" << Errc::VersionUnsupported;
    QTest::newRow("no protocol") << "no alpn" << Errc::VersionUnsupported;
    QTest::newRow("says nothing") << "silent" << Errc::TimedOut;
    QTest::newRow("says nothing after TLS") << "mute" << Errc::TimedOut;
    QTest::newRow("hangs up") << "hangs up" << Errc::Closed;
    QTest::newRow("no frames") << "babbles" << Errc::TooLarge;
}

void TestTransport::eachFailureHasItsName()
{
    QFETCH(QString, what);
    QFETCH(trivsel::Errc, errc);
    const std::map<QString, Manners::Kind> kinds{{"no tls", Manners::Kind::NoTls},
                                                 {"silent", Manners::Kind::Silent},
                                                 {"mute", Manners::Kind::Mute},
                                                 {"hangs up", Manners::Kind::HangsUp},
                                                 {"babbles", Manners::Kind::Babbles}};
    Manners manners = kinds.count(what) != 0 ? of(kinds.at(what)) : honest();
    manners.tls12 = what == "tls12";
    manners.alpn = what == "alpn" ? "http/1.1" : what == "no alpn" ? "" : manners.alpn;
    manners.selfSigned = what.startsWith(QLatin1String("self"));
    manners.key = what.endsWith(QLatin1String("key")) ? filled<seal::SignSecret>(0x61) : manners.key;
    manners.ca = what == "ca" ? filled<seal::SignSecret>(0x62) : manners.ca;
    m_limits.handshake = 300ms;
    m_limits.idle = 300ms;
    m_file.port = m_server->start(manners);
    const int before = m_server->connections();
    const Status done = run();
    QVERIFY(!done);
    QCOMPARE(m_server->connections() - before, 1); // it does not try again in a weaker way
    QCOMPARE(done.error().code(), errc);
    QVERIFY(!done.error().detail().empty());
    QVERIFY(done.error().detail().find("Sofie") == std::string::npos);
    m_file.port = m_server->start(honest());
    m_limits = {};
    QVERIFY(run()); // nothing is broken by it
}

void TestTransport::aStrangeTabletIsTold()
{
    const TestCa another(filled<seal::SignSecret>(0x62));
    m_file.certificatePem = another.certificateFor(seal::publicOf(m_file.sign), "tablet");
    m_file.port = m_server->start(honest());
    const Status done = run();
    QVERIFY(!done);
    QVERIFY2(done.error().code() == Errc::WrongDevice, done.error().detail().c_str());
}

void TestTransport::nobodyThere()
{
    m_file.port = m_server->start(honest());
    m_server->stop();
    QCOMPARE(run().error().code(), Errc::Unreachable);
    m_file.host = "findes-ikke.invalid";
    QCOMPARE(run().error().code(), Errc::Unreachable);
}

void TestTransport::anUnusableFile()
{
    m_file.keyPem = privateKeyPem(filled<seal::SignSecret>(0x70)); // does not belong to the certificate
    QCOMPARE(run().error().code(), Errc::BadFile);
    m_file.keyPem = "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n";
    QCOMPARE(run().error().code(), Errc::BadFile);
    m_file.caPem.clear();
    QCOMPARE(run().error().code(), Errc::BadFile);
}

void TestTransport::aServerThatHangsUpAnywhereLosesNothing()
{
    m_file.port = m_server->start(honest());
    QVERIFY(run());
    for (int frames = 0; frames < 4; ++frames) {
        must((*m_tablet)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
        const std::string text = "Skrevet før det " + std::to_string(frames) + ". brud";
        must((*m_tablet)->editField(m_home->sofie.person, m_home->sofie, kPlan, "mig.indefra", text));
        must((*m_tablet)->leavePlan(m_home->sofie.person, m_home->sofie, kPlan));
        Manners manners = of(Manners::Kind::HangsUp);
        manners.frames = frames;
        m_file.port = m_server->start(manners);
        (void)run();
        m_file.port = m_server->start(honest());
        QVERIFY(run());
        QCOMPARE((*m_tablet)->sync().onlyHere, std::uint64_t(0));
    }
    m_server->stop();
    const StreamId team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    QCOMPARE(must(m_store->setHash(team)), [&] {
        for (const auto &one : must((*m_tablet)->state())) {
            if (one.stream == team) {
                return one.setHash;
            }
        }
        return Hash256();
    }());
}

void TestTransport::cancellingEndsARun()
{
    m_file.port = m_server->start(of(Manners::Kind::Mute));
    boost::asio::io_context io{1};
    const auto transport = must(net::TlsTransport::make(io, m_file));
    session::TabletSession session((*m_tablet)->syncPort(), "test");
    std::optional<Status> outcome;
    const net::TlsTransport::ClockMs clock = [] { return std::int64_t(1'790'000'000'000); };
    auto body = [&]() -> boost::asio::awaitable<void> {
        outcome = co_await transport->run(session, clock, nullptr);
    };
    boost::asio::co_spawn(io, std::move(body), [](const std::exception_ptr &) {});
    while (m_server->connections() == 0) {
        io.run_one_for(10ms);
    }
    transport->cancel();
    io.run();
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().code(), Errc::Closed);
}

/** Changes of 60 KB that wait to be sent. */
void TestTransport::writeMuch(int fields)
{
    for (int field = 0; field < fields; ++field) {
        must((*m_tablet)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
        const std::string text = std::to_string(field) + std::string(60'000, 'x');
        must((*m_tablet)->editField(m_home->sofie.person, m_home->sofie, kPlan, "mig.indefra", text));
        must((*m_tablet)->leavePlan(m_home->sofie.person, m_home->sofie, kPlan));
    }
}

void TestTransport::whatWasWrongIsToldAlsoInTheMiddleOfAWrite()
{
    m_file.port = m_server->start(honest());
    QVERIFY(run());
    writeMuch(1); // with the definition, which is a small push of its own
    QVERIFY(run());
    writeMuch(16);
    m_file.port = m_server->start(of(Manners::Kind::Deaf));
    // Our last words are queued behind a batch that nobody reads; the connection ends before either can go.
    const Status done = run();
    m_server->stop();
    QVERIFY(!done);
    QVERIFY2(done.error().code() == Errc::TooLarge, done.error().detail().c_str());
    m_file.port = m_server->start(honest());
    QVERIFY(run());
    QCOMPARE((*m_tablet)->sync().onlyHere, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
