#include "tests/support/must.h"
#include "tests/support/world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;

class TestSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void whatOneWritesTheOtherReads();
    void theFirstRunNeedsNoBackfill();
    void anIdleRunIsOneRoundTripAndSmall();
    void ownChangesDoNotComeBack();
    void aNewGrantIsFilledFromItsBeginning();
    void aBackfillEndsAtTheCursor();
    void aRevokedStreamIsNotRead();
    void newKeysComeWithoutNewChanges();
    void manyBatchesAndPagesKeepToTheirCredits();
    void changesWrittenDuringTheRunGoAlong();
    void theCursorIsNotedAfterItIsStored();
    void duplicatesDoNoHarm();
    void anAckThatWasLostIsMadeGoodByHello();
    void theClocksAreCompared();
    void aBlockedTabletHandsInAndReadsNothing();
    void aNewCertificateIsHandedOver();
    void aCopiedTabletIsNoticed();
    void anotherProgramStartIsNoCopy();
    void aCopyThatWroteUnderTheSameNameLosesNothing();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;
    StreamId m_team = stream(1);
    StreamId m_chosen = stream(2, StreamKind::Chosen);
};

void TestSync::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<World>(m_dir->path().toStdString());
    m_world->addStream(m_team);
}

void TestSync::whatOneWritesTheOtherReads()
{
    const auto fromA = m_world->a->write(m_team, "fra a");
    m_world->b->write(m_team, "fra b");
    const Run first = m_world->run(*m_world->a);
    QCOMPARE(first.progress.pushed, 1U);
    QVERIFY(first.progress.upToDate);
    QVERIFY(m_world->a->durable(fromA));
    const Run second = m_world->run(*m_world->b);
    QCOMPARE(second.progress.pulled, 1U);
    m_world->run(*m_world->a);
    QVERIFY(m_world->agree(m_team));
    QCOMPARE(m_world->a->texts(m_team), (std::vector<std::string>{"fra a", "fra b"}));
    QCOMPARE(m_world->a->count(TestTablet::Own::Pending), 0U);
    QVERIFY(!must(m_world->b->journal().proofsFor(m_team, {fromA.dot.inc, 1, 1}))
                 .empty()); // forwarded with its proof
}

void TestSync::theFirstRunNeedsNoBackfill()
{
    m_world->addStream(m_chosen);
    m_world->a->write(m_team, "en");
    m_world->a->write(m_chosen, "to");
    m_world->run(*m_world->a);
    const Run first = m_world->run(*m_world->b);
    QCOMPARE(first.count(FrameType::Want), 0U);
    QCOMPARE(first.items, 2U); // each change once
    QVERIFY(m_world->agree(m_chosen));
    QCOMPARE(m_world->b->keys().size(), 2U);
    QCOMPARE(m_world->run(*m_world->b).count(FrameType::StreamKey), 0U);
}

void TestSync::anIdleRunIsOneRoundTripAndSmall()
{
    for (int i = 0; i < 50; ++i) {
        m_world->a->write(m_team, "note " + std::to_string(i));
    }
    m_world->run(*m_world->a);
    m_world->run(*m_world->b);
    for (TestTablet *tablet : {m_world->a.get(), m_world->b.get()}) {
        const Run idle = m_world->run(*tablet);
        QCOMPARE(idle.roundTrips, 1U);
        QCOMPARE(idle.up, (std::vector{FrameType::Hello, FrameType::Bye}));
        QCOMPARE(idle.down, (std::vector{FrameType::HelloAck}));
        QVERIFY(idle.bytes <= 512);
        QVERIFY(idle.progress.upToDate);
    }
}

void TestSync::ownChangesDoNotComeBack()
{
    m_world->run(*m_world->a);
    for (int i = 0; i < 20; ++i) {
        m_world->a->write(m_team, "note");
    }
    const Run run = m_world->run(*m_world->a);
    QCOMPARE(run.items, 0U);
    QCOMPARE(must(m_world->a->state()).cursor, must(m_world->server->end()));
    QVERIFY(run.roundTrips <= 3); // Hello, Push, Pull
}

void TestSync::aNewGrantIsFilledFromItsBeginning()
{
    m_world->addStream(m_chosen);
    m_world->revoke(*m_world->b, m_chosen);
    m_world->server->pageChanges = 2;
    for (int i = 0; i < 5; ++i) {
        m_world->a->write(m_chosen, "gammelt " + std::to_string(i));
        m_world->a->write(m_team, "team " + std::to_string(i));
    }
    m_world->run(*m_world->a);
    m_world->run(*m_world->b);
    QVERIFY(m_world->b->texts(m_chosen).empty());
    m_world->grant(*m_world->b, m_chosen);
    m_world->a->write(m_chosen, "nyt");
    m_world->run(*m_world->a);
    const Run filled = m_world->run(*m_world->b);
    QCOMPARE(filled.count(FrameType::Want), 1U);
    QVERIFY(filled.count(FrameType::Changes) >= 4);
    QVERIFY(m_world->agree(m_chosen));
    QCOMPARE(filled.items, 6U);
    QCOMPARE(m_world->run(*m_world->b).count(FrameType::Want), 0U);
}

void TestSync::aBackfillEndsAtTheCursor()
{
    m_world->addStream(m_chosen);
    m_world->revoke(*m_world->b, m_chosen);
    m_world->a->write(m_chosen, "før");
    m_world->run(*m_world->a);
    m_world->run(*m_world->b);
    m_world->a->write(m_chosen, "efter");
    m_world->run(*m_world->a);
    m_world->grant(*m_world->b, m_chosen);
    QCOMPARE(m_world->run(*m_world->b).items, 2U); // "efter" comes with the pull alone
    QVERIFY(m_world->agree(m_chosen));
}

void TestSync::aRevokedStreamIsNotRead()
{
    m_world->addStream(m_chosen);
    m_world->run(*m_world->b);
    m_world->a->write(m_chosen, "ikke til b");
    m_world->a->write(m_team, "til b");
    m_world->run(*m_world->a);
    m_world->revoke(*m_world->b, m_chosen);
    const Run run = m_world->run(*m_world->b);
    QCOMPARE(run.items, 1U);
    QVERIFY(m_world->b->texts(m_chosen).empty());
    QCOMPARE(must(m_world->b->state()).cursor, must(m_world->server->end()));
}

void TestSync::newKeysComeWithoutNewChanges()
{
    m_world->run(*m_world->a);
    m_world->server->streams[m_team] = 3;
    m_world->run(*m_world->a);
    QVERIFY(m_world->a->keys().contains({m_team, 3}));
    QCOMPARE(m_world->run(*m_world->a).count(FrameType::StreamKey), 0U);
}

void TestSync::manyBatchesAndPagesKeepToTheirCredits()
{
    m_world->server->pageChanges = 2;
    m_world->a->batchChanges = 2;
    for (int i = 0; i < 100; ++i) {
        m_world->a->write(m_team, "note " + std::to_string(i));
    }
    const Run push = m_world->run(*m_world->a);
    QCOMPARE(push.count(FrameType::Push), 50U);
    QCOMPARE(push.count(FrameType::PushAck), 50U);
    const Run pull = m_world->run(*m_world->b);
    QCOMPARE(pull.count(FrameType::Changes), 50U);
    QCOMPARE(pull.count(FrameType::ChangesAck), 50U);
    // Eight at a time: seven waits would not do.
    QVERIFY(pull.roundTrips >= 50 / limits::kUnackedBatchesMax);
    QVERIFY(m_world->agree(m_team));
}

void TestSync::changesWrittenDuringTheRunGoAlong()
{
    m_world->a->write(m_team, "før");
    RunOptions options;
    int left = 3;
    options.before = [this, &left] {
        if (left-- > 0) {
            m_world->a->write(m_team, "imens");
        }
    };
    const Run run = sync(*m_world->a, *m_world->server, options);
    QVERIFY(run.ok());
    QCOMPARE(run.progress.pushed, 4U);
    QCOMPARE(m_world->a->count(TestTablet::Own::Pending), 0U);
}

void TestSync::theCursorIsNotedAfterItIsStored()
{
    m_world->a->write(m_team, "en");
    m_world->run(*m_world->a);
    const Run run = m_world->run(*m_world->b);
    QCOMPARE(run.cursors.size(), 2U); // with Hello, and after the page
    QCOMPARE(run.cursors.front().cursor, session::Position{});
    QCOMPARE(run.cursors.back().cursor, must(m_world->server->end()));
}

void TestSync::duplicatesDoNoHarm()
{
    m_world->a->write(m_team, "en");
    m_world->run(*m_world->a);
    m_world->run(*m_world->b);
    // The tablet's books are lost, its journal is not: everything is pushed and pulled once more.
    must(m_world->a->journal().database().execute(
        "UPDATE own SET state = 0; DELETE FROM meta WHERE key LIKE 'cursor%'"));
    m_world->run(*m_world->a);
    QCOMPARE(must(m_world->server->end()).seq, 1U);
    QVERIFY(m_world->agree(m_team));
    QCOMPARE(m_world->a->rescued(), 0U);
}

void TestSync::anAckThatWasLostIsMadeGoodByHello()
{
    const auto change = m_world->a->write(m_team, "en");
    RunOptions cut;
    cut.framesMax = 4; // Hello, HelloAck, StreamKey, Push
    QVERIFY(!sync(*m_world->a, *m_world->server, cut).outcome);
    QCOMPARE(must(m_world->server->end()).seq, 1U);
    QVERIFY(!m_world->a->durable(change));
    const Run again = m_world->run(*m_world->a);
    QCOMPARE(again.count(FrameType::Push), 0U);
    QVERIFY(m_world->a->durable(change));
    QCOMPARE(again.progress.pushed, 1U);
}

void TestSync::theClocksAreCompared()
{
    m_world->run(*m_world->a);
    QCOMPARE(m_world->a->clockOffsetMs, 5'000);
}

void TestSync::aBlockedTabletHandsInAndReadsNothing()
{
    m_world->b->write(m_team, "fra b");
    m_world->run(*m_world->b);
    m_world->a->write(m_team, "fra a");
    m_world->server->devices.at(m_world->a->device()).mayRead = false; // expired: not blocked
    m_world->server->devices.at(m_world->a->device()).expired = true;
    const Run run = m_world->run(*m_world->a);
    QVERIFY(run.progress.expired);
    QCOMPARE(run.progress.pushed, 1U);
    QVERIFY(!run.progress.mayRead);
    QVERIFY(!run.progress.upToDate);
    QCOMPARE(run.items, 0U);
    QVERIFY(m_world->a->keys().empty());
    QCOMPARE(must(m_world->server->end()).seq, 2U);
    m_world->server->devices.at(m_world->a->device()).mayRead = true;
    m_world->server->devices.at(m_world->a->device()).expired = false;
    QVERIFY(!m_world->run(*m_world->a).progress.expired);
    m_world->run(*m_world->b);
    QVERIFY(m_world->agree(m_team));
}

void TestSync::aNewCertificateIsHandedOver()
{
    m_world->run(*m_world->a);
    QCOMPARE(m_world->a->certificates, std::vector<std::string>{""}); // answered, and nothing new
    m_world->server->devices.at(m_world->a->device()).renewed = "PEM";
    m_world->run(*m_world->a);
    QCOMPARE(m_world->a->certificates, (std::vector<std::string>{"", "PEM"}));
}

void TestSync::aCopiedTabletIsNoticed()
{
    m_world->a->write(m_team, "en");
    m_world->run(*m_world->a);
    const auto copyFile = m_world->dir / "copy-of-a.db";
    m_world->a.reset();
    std::filesystem::copy_file(m_world->dir / "a.db", copyFile);
    m_world->a = std::make_unique<TestTablet>(m_world->dir / "a.db", filled<HomeId>(1), 10);
    TestTablet copy(copyFile, filled<HomeId>(1), 10);
    copy.write(m_team, "fra kopien");
    m_world->run(copy);
    QVERIFY(copy.clonesSeen().empty());
    m_world->a->write(m_team, "fra den første");
    m_world->run(*m_world->a);
    QCOMPARE(m_world->a->clonesSeen(), (std::set{copy.inc}));
    m_world->run(copy);
    QCOMPARE(copy.clonesSeen(), (std::set{m_world->a->inc}));
    QCOMPARE(m_world->a->texts(m_team).size(), 3U);
    m_world->run(*m_world->b);
    QVERIFY(m_world->agree(m_team));
}

void TestSync::anotherProgramStartIsNoCopy()
{
    m_world->a->write(m_team, "en");
    m_world->run(*m_world->a);
    const Incarnation before = m_world->a->inc;
    m_world->a.reset();
    m_world->a = std::make_unique<TestTablet>(m_world->dir / "a.db", filled<HomeId>(1), 10);
    QVERIFY(m_world->a->inc != before);
    m_world->run(*m_world->a);
    m_world->a->write(m_team, "to");
    m_world->run(*m_world->a);
    m_world->run(*m_world->a);
    QVERIFY(m_world->a->clonesSeen().empty());
}

/** A virtual machine was copied while the program ran: both go on under one incarnation. */
void TestSync::aCopyThatWroteUnderTheSameNameLosesNothing()
{
    m_world->a->write(m_team, "fælles");
    const auto copyFile = m_world->dir / "copy-of-a.db";
    must(m_world->a->journal().database().checkpoint());
    std::filesystem::copy_file(m_world->dir / "a.db", copyFile);
    TestTablet copy(copyFile, filled<HomeId>(1), 10);
    copy.inc = m_world->a->inc;
    copy.write(m_team, "kun i kopien, anden længde");
    m_world->run(copy);
    const auto own = m_world->a->write(m_team, "kun i den første");
    const Run run = m_world->run(*m_world->a); // Hello alone must not call it durable
    QCOMPARE(run.progress.quarantined, 1U);
    QCOMPARE(m_world->a->held, (std::vector{std::pair(own.dot, wire::v1::ID_COLLISION)}));
    QVERIFY(!m_world->a->durable(own));
    const auto held = must(m_world->server->journal().quarantined());
    QCOMPARE(held.size(), 1U);
    QCOMPARE(textOf(held[0].change), std::string("kun i den første"));
    QCOMPARE(m_world->a->rescued(), 1U); // the copy's content came down and was kept aside
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
