#include "tests/support/must.h"
#include "tests/support/world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;

/** The server was put back to an older state: what the tablets hold comes back to it. */
class TestEpoch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void whatOnlyTabletsHoldComesBack();
    void aTabletBringsBackWhatOthersWrote();
    void anAckBeyondTheCursorIsEnoughToNotice();
    void aLogThatGoesOnDifferentlyIsNoticed();
    void aTabletThatStandsBeforeTheRollbackNoticesNothing();
    void theOthersAreToldOfTheNewEpochWithoutAnotherOne();
    void anOfferOfWhatIsThereCostsNoPush();
    void homeComesFirst();
    void manyRangesTakeManyFrames();

private:
    [[nodiscard]] std::filesystem::path backup() const { return m_world->dir / "backup"; }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;
    StreamId m_team = stream(1);
    StreamId m_home = stream(2, StreamKind::Home);
};

void TestEpoch::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<World>(m_dir->path().toStdString());
    m_world->addStream(m_team);
    m_world->a->write(m_team, "før");
    m_world->run(*m_world->a);
    m_world->run(*m_world->b);
    m_world->server->saveCopy(backup());
}

void TestEpoch::whatOnlyTabletsHoldComesBack()
{
    m_world->a->write(m_team, "efter");
    m_world->run(*m_world->a);
    const std::uint64_t before = m_world->server->epoch();
    m_world->server->restoreCopy(backup());
    const Run run = m_world->run(*m_world->a);
    QVERIFY(m_world->server->epoch() != before);
    QCOMPARE(run.count(FrameType::Have), 1U);
    QVERIFY(run.progress.upToDate);
    m_world->run(*m_world->b);
    QVERIFY(m_world->agree(m_team));
    QCOMPARE(m_world->b->texts(m_team).size(), 2U);
    QCOMPARE(m_world->run(*m_world->a).roundTrips, 1U);
}

void TestEpoch::aTabletBringsBackWhatOthersWrote()
{
    m_world->b->batchChanges = 4; // more in a proof than the server lacks
    for (int i = 0; i < 4; ++i) {
        m_world->b->write(m_team, "b " + std::to_string(i));
    }
    m_world->run(*m_world->b);
    m_world->run(*m_world->a);
    m_world->server->restoreCopy(backup());
    std::filesystem::remove(m_world->b->file()); // b's tablet is at the bottom of a lake
    m_world->run(*m_world->a);
    QCOMPARE(must(m_world->server->journal().count()), 5U);
    QVERIFY(must(m_world->server->journal().quarantined()).empty()); // b's own proof came along
    const auto ranges = must(m_world->server->journal().ranges(m_team));
    const auto ofB =
        std::find_if(ranges.begin(), ranges.end(), [](const auto &each) { return each.last == 4; });
    QVERIFY(ofB != ranges.end());
    const auto proofs = must(m_world->server->journal().proofsFor(m_team, *ofB));
    QCOMPARE(proofs.size(), 1U);
    QCOMPARE(proofs[0].device(), m_world->b->device().str());
}

/** The run ended between the ack and the pull; then the server fell back. Its cursor alone still fits. */
void TestEpoch::anAckBeyondTheCursorIsEnoughToNotice()
{
    const auto change = m_world->a->write(m_team, "kvitteret");
    RunOptions cut;
    cut.framesMax = 4; // Hello, HelloAck, Push, PushAck
    QVERIFY(!sync(*m_world->a, *m_world->server, cut).outcome);
    QVERIFY(m_world->a->durable(change));
    m_world->server->restoreCopy(backup());
    m_world->run(*m_world->a);
    QVERIFY(must(m_world->server->journal().find(change.id())).has_value());
}

void TestEpoch::aLogThatGoesOnDifferentlyIsNoticed()
{
    m_world->a->write(m_team, "a efter");
    m_world->run(*m_world->a);
    m_world->server->restoreCopy(backup());
    m_world->b->write(m_team, "b efter"); // takes the number that a's change had
    m_world->run(*m_world->b);
    QCOMPARE(must(m_world->server->end()).seq, must(m_world->a->state()).cursor.seq);
    m_world->run(*m_world->a);
    m_world->run(*m_world->b);
    QVERIFY(m_world->agree(m_team));
    QCOMPARE(m_world->a->texts(m_team).size(), 3U);
}

void TestEpoch::aTabletThatStandsBeforeTheRollbackNoticesNothing()
{
    m_world->a->write(m_team, "efter");
    m_world->run(*m_world->a);
    m_world->server->restoreCopy(backup());
    const Run run = m_world->run(*m_world->b);
    QCOMPARE(run.roundTrips, 1U);
    QCOMPARE(run.count(FrameType::Have), 0U);
}

void TestEpoch::theOthersAreToldOfTheNewEpochWithoutAnotherOne()
{
    m_world->a->write(m_team, "efter");
    m_world->run(*m_world->a);
    m_world->run(*m_world->b);
    m_world->server->restoreCopy(backup());
    m_world->run(*m_world->a);
    const std::uint64_t epoch = m_world->server->epoch();
    QCOMPARE(m_world->run(*m_world->b).count(FrameType::Have), 1U);
    QCOMPARE(m_world->server->epoch(), epoch);
    QCOMPARE(must(m_world->b->state()).epoch, epoch);
}

void TestEpoch::anOfferOfWhatIsThereCostsNoPush()
{
    must(m_world->server->renewEpoch());
    const Run run = m_world->run(*m_world->b);
    QCOMPARE(run.count(FrameType::Lack), 1U);
    QCOMPARE(run.count(FrameType::Push), 0U);
}

void TestEpoch::homeComesFirst()
{
    m_world->addStream(m_home);
    const StreamId late = stream(0); // sorts before the others of its kind
    m_world->addStream(late);
    for (const StreamId &each : {late, m_team, m_home}) {
        m_world->a->write(each, "efter");
    }
    m_world->run(*m_world->a);
    m_world->server->restoreCopy(backup());
    // What this server may take is folded from `home`: before it stands, nobody has a grant.
    auto grants = m_world->server->devices.at(m_world->a->device()).grants;
    m_world->server->devices.at(m_world->a->device()).grants = {m_home};
    RunOptions options;
    options.before = [&] {
        if (must(m_world->server->journal().tip(m_home, m_world->a->inc)).ctr > 0) {
            m_world->server->devices.at(m_world->a->device()).grants = grants;
        }
    };
    QVERIFY(sync(*m_world->a, *m_world->server, options).ok());
    QVERIFY(must(m_world->server->journal().quarantined()).empty());
}

void TestEpoch::manyRangesTakeManyFrames()
{
    // One change per program start, more of them than one Have may name.
    const std::uint64_t incs = limits::kRangesPerFrameMax + 3;
    auto transaction = must(journal::Transaction::begin(m_world->a->journal().database()));
    std::vector<seal::SealedChange> changes;
    for (std::uint64_t inc = 1; inc <= incs; ++inc) {
        changes.push_back(change(m_team, inc, 1, "x"));
    }
    must(m_world->a->journal().append(changes));
    must(transaction.commit());
    auto serverTransaction = must(journal::Transaction::begin(m_world->server->journal().database()));
    must(m_world->server->journal().append(std::span(changes).first(incs - 2))); // two are lacking
    must(serverTransaction.commit());
    must(m_world->server->renewEpoch());
    const Run run = m_world->run(*m_world->a);
    QCOMPARE(run.count(FrameType::Have), 2U);
    QCOMPARE(run.count(FrameType::Lack), 2U);
    QCOMPARE(run.count(FrameType::Push), 2U);
    QCOMPARE(must(m_world->server->journal().setHash(m_team)), must(m_world->a->journal().setHash(m_team)));
}

QTEST_GUILESS_MAIN(TestEpoch)
#include "tst_epoch.moc"
