#include "sync-server/hub.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;

struct FakeClient final : HubClient
{
    std::vector<session::StoredPush> stored;
    bool refused = false;
    void onStored(const session::StoredPush &push) override { stored.push_back(push); }
    void refuse() override { refused = true; }
};

/** A hub whose loop is turned by hand. */
struct Bench
{
    explicit Bench(HomeStore &store) : hub(store, ports()) {}
    Hub::Ports ports()
    {
        Hub::Ports ports;
        ports.scheduleTick = [this] { ++ticks; };
        ports.scheduleRetry = [this] { ++retries; };
        ports.onFatal = [this](const Error &error) { fatal.push_back(error.code()); };
        ports.clockMs = [] { return kNowMs; };
        return ports;
    }
    int ticks = 0;
    int retries = 0;
    std::vector<Errc> fatal;
    Hub hub;
};

} // namespace

class TestHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        m_a = m_home->addTablet("A", domain::DeviceKind::Shared);
        m_b = m_home->addTablet("B", domain::DeviceKind::Shared);
        m_team = m_home->streamOf(m_home->addResident("Sofie"), StreamKind::Team);
    }

    void manyPushesAreOneCommitAndAcksComeAfterIt()
    {
        Bench bench(m_home->store());
        const auto a = std::make_shared<FakeClient>();
        const auto b = std::make_shared<FakeClient>();
        auto watcher = openHome(m_home->paths(), m_home->random());
        const auto version = (*watcher)->journal().database().dataVersion();
        bench.hub.submit(a, push(m_a, Incarnation{1}, 1, 1));
        bench.hub.submit(b, push(m_b, Incarnation{2}, 1, 1));
        bench.hub.submit(a, push(m_a, Incarnation{1}, 2, 2));
        QCOMPARE(bench.ticks, 1);
        QVERIFY(a->stored.empty());
        QCOMPARE((*watcher)->journal().database().dataVersion(), version);
        bench.hub.tick();
        QCOMPARE(a->stored.size(), std::size_t{2});
        QCOMPARE(b->stored.size(), std::size_t{1});
        QCOMPARE(a->stored.back().id, 2u);
        QVERIFY(a->stored.front().end == *m_home->store().end());
        QVERIFY((*watcher)->journal().database().dataVersion() != version);
        QVERIFY((*watcher)->journal().find({m_team, {Incarnation{2}, 1}})->has_value());
    }

    void nothingIsAcknowledgedWhenTheDiskIsFull()
    {
        Bench bench(m_home->store());
        const auto client = std::make_shared<FakeClient>();
        QVERIFY(m_home->store().journal().database().execute(
            "PRAGMA max_page_count = 1")); // no page more than now
        session::StorePush large = push(m_a, Incarnation{1}, 1, 1);
        large.accepted = m_home->write(m_team, Incarnation{1}, 1, 20, 60'000);
        large.proof.reset();
        bench.hub.submit(client, std::move(large));
        const auto before = m_home->store().end();
        bench.hub.tick();
        QVERIFY(client->stored.empty());
        QCOMPARE(bench.fatal, std::vector{Errc::StoreFull});
        QVERIFY(*m_home->store().end() == *before);
        // It stays stopped: not even a push that would fit is taken after that.
        bench.hub.submit(client, push(m_a, Incarnation{1}, 1, 2));
        bench.hub.tick();
        QVERIFY(client->stored.empty());
    }

    void whileTheOfficeWritesThePushesWait()
    {
        Bench bench(m_home->store());
        const auto client = std::make_shared<FakeClient>();
        auto other = openHome(m_home->paths(), m_home->random());
        bench.hub.submit(client, push(m_a, Incarnation{1}, 1, 1));
        {
            auto office = journal::Transaction::begin((*other)->journal().database());
            QVERIFY(office);
            bench.hub.tick();
            QVERIFY(client->stored.empty());
            QVERIFY(bench.fatal.empty());
            QCOMPARE(bench.retries, 1);
        }
        bench.hub.tick();
        QCOMPARE(client->stored.size(), std::size_t{1});
    }

    void whatTheOfficeWroteMeanwhileIsKnownBeforeAPushIsJudged()
    {
        // Another process writes as the office; a tablet that has seen it at once tries to go on in its name.
        auto other = openHome(m_home->paths(), m_home->random());
        const StreamId homeStream = m_home->store().server().homeStream;
        const auto before = m_home->store().ranges(homeStream);
        {
            auto office = Office::begin(**other, {m_home->random(), kNowMs});
            const auto fold = office->now(homeStream);
            office->write(homeStream, domain::writeHomeName(m_home->store().home(), "Huset", false, **fold));
            QVERIFY(office->commit());
        }
        const auto after = m_home->store().ranges(homeStream);
        const auto added = std::find_if(after->begin(), after->end(), [&](const journal::Range &range) {
            return std::find(before->begin(), before->end(), range) == before->end();
        });
        Bench bench(m_home->store());
        const auto client = std::make_shared<FakeClient>();
        bench.hub.submit(client, m_home->push(m_a, homeStream, m_home->write(homeStream, added->inc, 2, 1)));
        bench.hub.tick();
        QCOMPARE(client->stored.size(), std::size_t{1});
        QCOMPARE(client->stored.front().held.size(), std::size_t{1});
        QCOMPARE(m_home->store().tip(homeStream, added->inc)->ctr, std::uint64_t{1});
    }

    void whoHasLeftIsStoredAllTheSame()
    {
        Bench bench(m_home->store());
        auto client = std::make_shared<FakeClient>();
        bench.hub.submit(client, push(m_a, Incarnation{1}, 1, 1));
        client.reset();
        bench.hub.tick();
        QCOMPARE(m_home->store().tip(m_team, Incarnation{1})->ctr, 1u);
    }

    void helloAndCursorAreNoted()
    {
        Bench bench(m_home->store());
        session::NoteHello hello;
        hello.device = m_a.device.id;
        hello.app = "0.1";
        bench.hub.note(hello);
        bench.hub.note(session::NoteCursor{m_a.device.id, {3, 4}});
        QCOMPARE(bench.ticks, 1);
        bench.hub.tick();
        const auto contact = m_home->store().contacts().of(m_a.device.id);
        QCOMPARE(contact->lastMs, kNowMs);
        QCOMPARE(contact->app, "0.1");
        QVERIFY((contact->cursor == journal::Position{3, 4}));
        QCOMPARE(m_home->store().contacts().of(m_b.device.id)->lastMs, 0);
    }

    void aThirdConnectionOfADeviceClosesItsOldest()
    {
        Bench bench(m_home->store());
        std::vector<std::shared_ptr<FakeClient>> clients;
        for (std::size_t count = 0; count <= limits::kConnectionsPerDeviceMax; ++count) {
            clients.push_back(std::make_shared<FakeClient>());
            QVERIFY(bench.hub.admit(m_a.device.id, clients.back()));
            QCOMPARE(clients.front()->refused, count == limits::kConnectionsPerDeviceMax);
        }
        QVERIFY(!clients[1]->refused);
        QCOMPARE(bench.hub.connections(), limits::kConnectionsPerDeviceMax);
    }

    void theHouseIsFullAtItsLimit()
    {
        Bench bench(m_home->store());
        std::vector<std::shared_ptr<FakeClient>> clients;
        for (std::size_t count = 0; count < limits::kConnectionsPerHomeMax; ++count) {
            clients.push_back(std::make_shared<FakeClient>());
            QVERIFY(bench.hub.admit(randomBytes<DeviceId>(m_home->random()), clients.back()));
        }
        const auto one = std::make_shared<FakeClient>();
        QVERIFY(!bench.hub.admit(m_a.device.id, one));
        bench.hub.leave(clients.front().get());
        QVERIFY(bench.hub.admit(m_a.device.id, one));
    }

private:
    session::StorePush push(const Tablet &tablet, Incarnation inc, std::uint64_t ctr, std::uint64_t id)
    {
        return m_home->push(tablet, m_team, m_home->write(m_team, inc, ctr, 1), id);
    }
    std::unique_ptr<BuiltHome> m_home;
    Tablet m_a;
    Tablet m_b;
    StreamId m_team;
};

QTEST_GUILESS_MAIN(TestHub)
#include "tst_hub.moc"
