// The core thread: commands and sync beside each other, a server that is away and comes back, an orderly end.
#include "app/net/core.h"

#include "tests/app/engine/test_home.h"
#include "tests/app/net/tls_test_server.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <future>

using namespace trivsel;
using namespace trivsel::test;
using namespace std::chrono_literals;
using engine::Engine;
using engine::SyncPhase;

namespace {

const seal::SignSecret kServerKey = filled<seal::SignSecret>(0x51);
const seal::SignSecret kCaKey = filled<seal::SignSecret>(0x52);

Manners honest(Manners::Kind kind = Manners::Kind::Serves)
{
    Manners manners;
    manners.kind = kind;
    manners.key = kServerKey;
    manners.ca = kCaKey;
    return manners;
}

/** The system's word, said by the test. */
class ToldWatch final : public net::NetworkWatch
{
public:
    explicit ToldWatch(std::function<void()> &onChange) : m_onChange(onChange) {}
    void start(std::function<void()> onChange) override { m_onChange = std::move(onChange); }
    void stop() override { m_onChange = nullptr; }

private:
    std::function<void()> &m_onChange;
};

} // namespace

class TestCore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { must(seal::initialise()); }
    void init();
    void cleanup();
    void anEngineThatCantOpenIsToldAtOnce();
    void workRunsInOrderOnOneThread();
    void aRunHasItsEnd();
    void whatIsSavedGoesAtOnce();
    void aServerThatIsAwayComesBack();
    void commandsDoNotWaitForASilentServer();
    void withoutAutomaticOnlyTheCommandSyncs();
    void whenTheNetworkIsBackItSyncsAtOnce();
    void theEndLetsPostedWorkFinish();
    void theEndDoesNotWaitForTheNetwork();

    void aNewCertificateIsShownAndKept();
    void aCertificateThatIsNotTakenGivesWay_data();
    void aCertificateThatIsNotTakenGivesWay();
    void aNewCertificateWaitsWhileTheServerIsAway();
    void whoWasLongAwayIsTold();

private:
    void give(const std::string &certificate);
    /** True when the run ended in order. */
    [[nodiscard]] bool syncOnce()
    {
        std::promise<bool> ended;
        m_core->whenSynced([&](Engine &, const Status &outcome) { ended.set_value(outcome.has_value()); });
        m_core->syncNow();
        return ended.get_future().get();
    }
    seal::SignPublic m_sign;
    std::string m_paired; // its certificate
    void startCore(std::chrono::seconds lookEvery, bool automatic = true);
    [[nodiscard]] SyncPhase phase();
    [[nodiscard]] std::uint64_t onlyHere();
    void saveAnAnswer();
    template <class T> T ask(std::function<T(Engine &)> question);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<TestServer> m_store;
    std::unique_ptr<TlsTestServer> m_server;
    std::uint16_t m_port = 0;
    engine::EngineConfig m_config;
    std::unique_ptr<net::Core> m_core;
    std::atomic<int> m_told = 0;
    std::function<void()> m_networkIsBack; // core thread
};

void TestCore::init()
{
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    const std::filesystem::path dir = m_dir->path().toStdString();
    m_home = std::make_unique<TestHome>();
    m_store = std::make_unique<TestServer>(dir / "home.db", m_home->id());
    TabletFile file = m_home->newTablet("Stuen");
    auto transaction = must(journal::Transaction::begin(m_store->journal().database()));
    must(m_store->journal().append(m_home->log()));
    must(transaction.commit());
    TestServer::Device device;
    device.sign = seal::publicOf(file.sign);
    device.box = seal::publicOf(file.box);
    for (const StreamId &stream : m_home->streams()) {
        m_store->streams[stream] = 1;
        device.grants.insert(stream);
    }
    m_store->devices[file.device] = device;
    m_server = std::make_unique<TlsTestServer>(*m_store, file.device);
    m_port = m_server->start(honest());
    m_server->stop(); // the port is known, and nobody is there
    const TestCa ca(kCaKey);
    file.host = "127.0.0.1";
    file.port = m_port;
    file.caPem = ca.pem();
    file.certificatePem = ca.certificateFor(seal::publicOf(file.sign), "tablet");
    file.keyPem = privateKeyPem(file.sign);
    file.pin = seal::pinOf(seal::publicOf(kServerKey));
    m_config = {};
    m_config.dataDir = dir / "tablet";
    m_config.catalogue = shippedCatalogue();
    m_config.wrapKey = filled<seal::WrapKey>(1);
    m_config.random = seal::systemRandom();
    m_config.clock = [] { return std::int64_t(1'790'000'000'000); };
    must(Engine::enrol(m_config, file));
    m_sign = seal::publicOf(file.sign);
    m_paired = file.certificatePem;
    m_told = 0;
}

void TestCore::cleanup()
{
    m_core.reset();
    m_server.reset();
    m_store.reset();
}

void TestCore::startCore(std::chrono::seconds lookEvery, bool automatic)
{
    net::CoreConfig config;
    config.engine = m_config;
    config.lookEvery = lookEvery;
    config.automatic = automatic;
    config.networkWatch = [this](boost::asio::io_context &) {
        return std::make_unique<ToldWatch>(m_networkIsBack);
    };
    m_core = must(net::Core::start(std::move(config), [this](const engine::Changed &) { ++m_told; }));
}

template <class T> T TestCore::ask(std::function<T(Engine &)> question)
{
    std::promise<T> answer;
    m_core->post([&](Engine &engine) { answer.set_value(question(engine)); });
    return answer.get_future().get();
}

SyncPhase TestCore::phase()
{
    return ask<SyncPhase>([](Engine &engine) { return engine.sync().phase; });
}

std::uint64_t TestCore::onlyHere()
{
    return ask<std::uint64_t>([](Engine &engine) { return engine.sync().onlyHere; });
}

void TestCore::saveAnAnswer()
{
    ask<bool>([this](Engine &engine) {
        const auto sheet = must(engine.beginForm(m_home->sofie.person, m_home->sofie, kWellbeing, {}));
        must(engine.chooseAnswer(sheet.id, "selv", "ret-godt"));
        must(engine.setReaders(sheet.id, StreamKind::Team));
        must(engine.sendDraft(sheet.id));
        must(engine.settleSent());
        return true;
    });
}

void TestCore::anEngineThatCantOpenIsToldAtOnce()
{
    net::CoreConfig config;
    config.engine = m_config;
    config.engine.wrapKey = filled<seal::WrapKey>(2);
    const auto core = net::Core::start(config, {});
    QVERIFY(!core);
    QCOMPARE(core.error().code(), Errc::SealBroken);
}

void TestCore::workRunsInOrderOnOneThread()
{
    startCore(1h);
    std::vector<int> order;
    std::set<std::thread::id> threads;
    for (int i = 0; i < 100; ++i) {
        m_core->post([&, i](Engine &) {
            order.push_back(i);
            threads.insert(std::this_thread::get_id());
        });
    }
    QCOMPARE(ask<std::size_t>([&](Engine &) { return order.size(); }), std::size_t(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(threads.size(), std::size_t(1));
    QVERIFY(!threads.contains(std::this_thread::get_id()));
}

void TestCore::aRunHasItsEnd()
{
    m_server->start(honest(), m_port);
    startCore(1h, false);
    std::promise<bool> ended;
    std::promise<std::size_t> residents;
    m_core->whenSynced([&](Engine &engine, const Status &outcome) {
        ended.set_value(outcome.has_value());
        residents.set_value(engine.home().residents.size());
    });
    m_core->syncNow();
    QVERIFY(ended.get_future().get());
    QCOMPARE(residents.get_future().get(), std::size_t(2));
    QCOMPARE(phase(), SyncPhase::UpToDate);
    QVERIFY(m_told > 0);
}

void TestCore::whatIsSavedGoesAtOnce()
{
    m_server->start(honest(), m_port);
    startCore(1h);
    QTRY_COMPARE(phase(), SyncPhase::UpToDate);
    const int before = m_server->connections();
    saveAnAnswer();
    QTRY_COMPARE(onlyHere(), std::uint64_t(0)); // an hour before the next look
    QTRY_COMPARE(phase(), SyncPhase::UpToDate);
    QVERIFY(m_server->connections() > before);
}

void TestCore::aServerThatIsAwayComesBack()
{
    m_server->start(honest(), m_port);
    startCore(1s);
    QTRY_COMPARE(phase(), SyncPhase::UpToDate);
    m_server->stop();
    saveAnAnswer();
    QTRY_COMPARE(phase(), SyncPhase::Unreachable);
    QCOMPARE(ask<std::optional<Errc>>([](Engine &engine) { return engine.sync().problem; }),
             std::optional(Errc::Unreachable));
    QCOMPARE(onlyHere(), std::uint64_t(2)); // kept, and counted
    m_server->start(honest(), m_port);
    QTRY_COMPARE(onlyHere(), std::uint64_t(0));
    QTRY_COMPARE(phase(), SyncPhase::UpToDate);
}

/** Gives the engine what a server would have given it. */
void TestCore::give(const std::string &certificate)
{
    ask<bool>([&certificate](Engine &engine) {
        must(engine.syncPort().noteCertificate(certificate));
        return true;
    });
}

void TestCore::aNewCertificateIsShownAndKept()
{
    m_server->start(honest(), m_port);
    startCore(1h, false);
    const std::string renewed = TestCa(kCaKey).certificateFor(m_sign, "renewed");
    give(renewed);
    QVERIFY(syncOnce());
    // It was taken: there is no older one to go back to.
    QVERIFY(!ask<bool>([](Engine &engine) { return engine.giveUpNewCertificate(); }));
    QCOMPARE(ask<std::string>([](Engine &engine) { return engine.identityToShow().certificatePem; }),
             renewed);
}

void TestCore::aCertificateThatIsNotTakenGivesWay_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("of another home's authority") << 0;
    QTest::newRow("of another key: can't be used") << 1;
    QTest::newRow("cut short: can't be read") << 2;
}

void TestCore::aCertificateThatIsNotTakenGivesWay()
{
    QFETCH(int, kind);
    m_server->start(honest(), m_port);
    startCore(1h, false);
    QVERIFY(syncOnce());
    const seal::SignSecret other = filled<seal::SignSecret>(77);
    const std::string bad = kind == 0   ? TestCa(other).certificateFor(m_sign, "tablet")
                            : kind == 1 ? TestCa(kCaKey).certificateFor(seal::publicOf(other), "tablet")
                                        : TestCa(kCaKey).certificateFor(m_sign, "tablet").substr(0, 60);
    give(bad);
    saveAnAnswer();
    QVERIFY(syncOnce()); // with the one before, in the same run
    QCOMPARE(onlyHere(), std::uint64_t(0));
    QCOMPARE(ask<std::string>([](Engine &engine) { return engine.identityToShow().certificatePem; }),
             m_paired);
}

void TestCore::aNewCertificateWaitsWhileTheServerIsAway()
{
    startCore(1h, false);
    const std::string renewed = TestCa(kCaKey).certificateFor(m_sign, "renewed");
    give(renewed);
    QVERIFY(!syncOnce()); // nobody there: that says nothing about it
    QCOMPARE(ask<std::string>([](Engine &engine) { return engine.identityToShow().certificatePem; }),
             renewed);
    m_server->start(honest(), m_port);
    QVERIFY(syncOnce());
}

void TestCore::whoWasLongAwayIsTold()
{
    m_store->devices.begin()->second.mayRead = false;
    m_store->devices.begin()->second.expired = true;
    m_server->start(honest(), m_port);
    startCore(1h, false);
    QVERIFY(syncOnce());
    QCOMPARE(phase(), SyncPhase::Refused);
    QVERIFY(ask<bool>([](Engine &engine) { return engine.sync().expired; }));
    m_server->stop();
    m_store->devices.begin()->second.mayRead = true; // the office has said yes
    m_store->devices.begin()->second.expired = false;
    m_server->start(honest(), m_port);
    QVERIFY(syncOnce());
    QCOMPARE(phase(), SyncPhase::UpToDate);
    QVERIFY(!ask<bool>([](Engine &engine) { return engine.sync().expired; }));
}

void TestCore::commandsDoNotWaitForASilentServer()
{
    m_server->start(honest(), m_port);
    startCore(1h, false);
    std::promise<void> synced;
    m_core->whenSynced([&](Engine &, const Status &) { synced.set_value(); });
    m_core->syncNow();
    synced.get_future().get();
    m_server->start(honest(Manners::Kind::Silent), m_port);
    m_core->syncNow();
    QTRY_COMPARE(m_server->connections(), 2);
    saveAnAnswer(); // answers while the run waits for a word of the server
    QCOMPARE(onlyHere(), std::uint64_t(2));
    QCOMPARE(phase(), SyncPhase::UpToDate); // what was known; the run goes on
}

void TestCore::withoutAutomaticOnlyTheCommandSyncs()
{
    m_server->start(honest(), m_port);
    startCore(1s, false);
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(phase(), SyncPhase::Never);
    }
    QCOMPARE(m_server->connections(), 0);
    m_core->syncNow();
    QTRY_COMPARE(phase(), SyncPhase::UpToDate);
}

void TestCore::whenTheNetworkIsBackItSyncsAtOnce()
{
    startCore(1h);
    for (int failures = 0; failures < 9; ++failures) { // by now a pause lasts minutes
        std::promise<void> ended;
        m_core->whenSynced([&](Engine &, const Status &) { ended.set_value(); });
        m_core->syncNow();
        ended.get_future().get();
    }
    QTRY_COMPARE(phase(), SyncPhase::Unreachable);
    m_server->start(honest(), m_port);
    m_core->post([this](Engine &) { m_networkIsBack(); });
    QTRY_COMPARE(phase(), SyncPhase::UpToDate);
    // While all is well it is no news.
    const int connections = m_server->connections();
    m_core->post([this](Engine &) { m_networkIsBack(); });
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(phase(), SyncPhase::UpToDate);
    }
    QCOMPARE(m_server->connections(), connections);
}

void TestCore::theEndLetsPostedWorkFinish()
{
    startCore(1h);
    int done = 0;
    for (int i = 0; i < 50; ++i) {
        m_core->post([&](Engine &) { ++done; });
    }
    m_core.reset();
    QCOMPARE(done, 50);
}

void TestCore::theEndDoesNotWaitForTheNetwork()
{
    for (const auto kind : {Manners::Kind::Silent, Manners::Kind::Mute}) {
        m_server->start(honest(kind), m_port);
        const int before = m_server->connections();
        startCore(1h);
        QTRY_VERIFY(m_server->connections() > before);
        m_core.reset(); // or the test's own time is up
        m_server->stop();
    }
    startCore(1h); // and with nobody there, in the middle of a pause
    QTRY_COMPARE(phase(), SyncPhase::Unreachable);
    m_core.reset();
}

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
