#include "tests/support/must.h"
#include "tests/support/world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;

/** What may not be taken as it is waits for a person. It never stops what stands behind it in the queue. */
class TestQuarantine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void aStreamWithoutGrant();
    void aBlockedDevice();
    void aKeyThatIsNotKnown();
    void aProofThatDoesNotFit();
    void aSignerThatIsNotKnown();
    void blockedComesBeforeEverything();
    void heldChangesAreNotOfferedAgain();
    void theProofIsKeptForTheDayOfAcceptance();
    void aFullQuarantineKeepsTheRestOnTheTablet_data();
    void aFullQuarantineKeepsTheRestOnTheTablet();
    void whatIsUnderWayCountsToo();

private:
    using Reasons = std::vector<wire::v1::QuarantineReason>;
    [[nodiscard]] Reasons onServer();
    [[nodiscard]] Reasons onTablet();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;
    StreamId m_team = stream(1);
    StreamId m_staff = stream(9, StreamKind::Staff);
};

void TestQuarantine::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<World>(m_dir->path().toStdString());
    m_world->addStream(m_team);
}

TestQuarantine::Reasons TestQuarantine::onServer()
{
    Reasons out;
    for (const auto &each : must(m_world->server->journal().quarantined())) {
        out.push_back(each.reason);
    }
    return out;
}

TestQuarantine::Reasons TestQuarantine::onTablet()
{
    Reasons out;
    for (const auto &each : m_world->a->held) {
        out.push_back(each.second);
    }
    return out;
}

void TestQuarantine::aStreamWithoutGrant()
{
    m_world->a->write(m_staff, "ikke min");
    const auto behind = m_world->a->write(stream(0xff), "heller ikke");
    const auto good = m_world->a->write(m_team, "min");
    const Run run = m_world->run(*m_world->a);
    QCOMPARE(onServer(), (Reasons{wire::v1::NO_GRANT, wire::v1::NO_GRANT}));
    QCOMPARE(onTablet(), onServer());
    QVERIFY(m_world->a->durable(good));
    QVERIFY(!m_world->a->durable(behind));
    QCOMPARE(run.progress.quarantined, 2U);
    QCOMPARE(run.progress.pushed, 1U);
    QCOMPARE(must(m_world->server->end()).seq, 1U);
}

void TestQuarantine::aBlockedDevice()
{
    auto &device = m_world->server->devices.at(m_world->a->device());
    device.blocked = true;
    device.mayRead = false;
    m_world->a->write(m_team, "fra en spærret tavle");
    m_world->run(*m_world->a);
    QCOMPARE(onServer(), (Reasons{wire::v1::BLOCKED_DEVICE}));
    QCOMPARE(onTablet(), onServer());
    QCOMPARE(must(m_world->server->end()).seq, 0U);
}

void TestQuarantine::aKeyThatIsNotKnown()
{
    m_world->a->write(m_team, "før");
    m_world->a->write(m_team, "med en fremmed nøgle", 9);
    m_world->a->write(m_team, "efter");
    const Run run = m_world->run(*m_world->a);
    QCOMPARE(run.count(FrameType::Push), 1U);
    QCOMPARE(onServer(), (Reasons{wire::v1::UNKNOWN_KEY}));
    QCOMPARE(m_world->a->held.front().first.ctr, 2U);
    QCOMPARE(m_world->a->count(TestTablet::Own::Durable), 2U);
    m_world->run(*m_world->b);
    QCOMPARE(m_world->b->texts(m_team), (std::vector<std::string>{"efter", "før"}));
}

void TestQuarantine::aProofThatDoesNotFit()
{
    m_world->server->devices.at(m_world->a->device()).sign = seal::publicOf(filled<seal::SignSecret>(0x77));
    m_world->a->write(m_team, "en");
    m_world->a->write(m_team, "to");
    const Run run = m_world->run(*m_world->a); // the connection is not refused for it
    QCOMPARE(onServer(), (Reasons{wire::v1::BAD_PROOF, wire::v1::BAD_PROOF}));
    QCOMPARE(run.progress.quarantined, 2U);
    QVERIFY(must(m_world->server->journal().proofsFor(m_team, {m_world->a->inc, 1, 2})).empty());
}

void TestQuarantine::aSignerThatIsNotKnown()
{
    // b's change with b's proof, offered by a; the server has forgotten b.
    m_world->b->write(m_team, "fra b");
    m_world->run(*m_world->b);
    m_world->run(*m_world->a);
    const auto id = must(m_world->a->journal().ranges(m_team)).front().inc;
    m_world->server->restoreCopy([this] {
        const auto empty = m_world->dir / "empty";
        TestServer(empty, filled<HomeId>(1)).reopen();
        return empty;
    }());
    const auto device = m_world->server->devices.extract(m_world->b->device());
    m_world->run(*m_world->a);
    QCOMPARE(onServer(), (Reasons{wire::v1::BAD_PROOF}));
    QCOMPARE(must(m_world->server->journal().quarantined()).front().change.dot.inc, id);
}

void TestQuarantine::blockedComesBeforeEverything()
{
    auto &device = m_world->server->devices.at(m_world->a->device());
    device.blocked = true;
    device.sign = {};
    m_world->a->write(m_staff, "x", 9);
    m_world->run(*m_world->a);
    QCOMPARE(onServer(), (Reasons{wire::v1::BLOCKED_DEVICE}));
}

void TestQuarantine::heldChangesAreNotOfferedAgain()
{
    m_world->a->write(m_staff, "ikke min");
    m_world->run(*m_world->a);
    const Run again = m_world->run(*m_world->a);
    QCOMPARE(again.count(FrameType::Push), 0U);
    QCOMPARE(again.roundTrips, 1U);
}

void TestQuarantine::theProofIsKeptForTheDayOfAcceptance()
{
    m_world->a->write(m_staff, "ikke min");
    m_world->run(*m_world->a);
    QCOMPARE(must(m_world->server->journal().proofsFor(m_staff, {m_world->a->inc, 1, 1})).size(), 1U);
}

void TestQuarantine::aFullQuarantineKeepsTheRestOnTheTablet_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("held");
    QTest::newRow("one too few") << 4 << 4;
    QTest::newRow("just enough") << 5 << 5;
    QTest::newRow("more") << 6 << 5;
    QTest::newRow("none") << 0 << 0;
}

void TestQuarantine::aFullQuarantineKeepsTheRestOnTheTablet()
{
    QFETCH(int, room);
    QFETCH(int, held);
    m_world->server->quarantineChangesMax = static_cast<std::uint64_t>(room);
    for (int i = 0; i < 5; ++i) {
        m_world->a->write(m_staff, "ikke min");
    }
    const StreamId last = stream(0xff, StreamKind::Audit); // sorts behind
    m_world->addStream(last);
    const auto good = m_world->a->write(last, "min");
    const Run run = m_world->run(*m_world->a);
    QCOMPARE(static_cast<int>(onServer().size()), held);
    QCOMPARE(static_cast<int>(run.progress.refused), 5 - held);
    QCOMPARE(run.progress.upToDate, held == 5);
    QVERIFY(m_world->a->durable(good)); // the queue went on
    QCOMPARE(static_cast<int>(m_world->a->count(TestTablet::Own::Pending)), 5 - held);
    m_world->server->quarantineChangesMax = 100; // somebody made room
    m_world->run(*m_world->a);
    QCOMPARE(onServer().size(), 5U);
    QCOMPARE(m_world->a->count(TestTablet::Own::Pending), 0U);
}

void TestQuarantine::whatIsUnderWayCountsToo()
{
    // Two pushes are checked before the first is stored.
    m_world->server->quarantineChangesMax = 3;
    session::ServerSession session(*m_world->server, m_world->server->facts(m_world->a->device()));
    session::TabletSession tablet(*m_world->a, "test");
    m_world->a->batchChanges = 2;
    for (int i = 0; i < 4; ++i) {
        m_world->a->write(m_staff, "ikke min");
    }
    tablet.start(0);
    std::vector<session::StorePush> pushes;
    const auto frameOf = [](const std::string &bytes) {
        framing::Decoder decoder;
        decoder.feed(bytes);
        return *must(decoder.next());
    };
    for (int round = 0; round < 3; ++round) {
        while (auto action = tablet.next()) {
            session.onFrame(frameOf(std::get<session::SendFrame>(*action).bytes), 0);
        }
        while (auto action = session.next()) {
            if (auto *send = std::get_if<session::SendFrame>(&*action)) {
                tablet.onFrame(frameOf(send->bytes), 0);
            } else if (auto *push = std::get_if<session::StorePush>(&*action)) {
                pushes.push_back(*push);
            }
        }
    }
    QCOMPARE(pushes.size(), 2U);
    QCOMPARE(pushes[0].held.size(), 2U);
    QCOMPARE(pushes[1].held.size(), 1U);
}

QTEST_GUILESS_MAIN(TestQuarantine)
#include "tst_quarantine.moc"
