#include "tests/support/must.h"
#include "tests/support/world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;

/** The line is cut after every frame of a run that does everything: afterwards nothing is lost, doubled or
 * stuck. */
class TestInterrupted : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void atEveryFrame_data();
    void atEveryFrame();

private:
    StreamId m_team = stream(1);
    StreamId m_home = stream(4, StreamKind::Home);
    StreamId m_late = stream(3, StreamKind::Chosen);
    std::unique_ptr<World> open(const std::filesystem::path &dir);
    void prepare(const std::filesystem::path &dir, bool rolledBack);
    void check(World &world, bool rolledBack);
};

std::unique_ptr<World> TestInterrupted::open(const std::filesystem::path &dir)
{
    auto world = std::make_unique<World>(dir);
    world->addStream(m_home);
    world->addStream(m_team);
    world->addStream(m_late);
    world->server->pageChanges = 2;
    world->a->batchChanges = 2;
    return world;
}

/** a has own changes to push in two streams, others to pull, and a stream that was granted to it late. */
void TestInterrupted::prepare(const std::filesystem::path &dir, bool rolledBack)
{
    std::filesystem::create_directories(dir);
    const auto world = open(dir);
    world->revoke(*world->a, m_late);
    for (int i = 0; i < 5; ++i) {
        world->b->write(m_late, "sent " + std::to_string(i));
    }
    world->b->write(m_team, "b 1");
    world->run(*world->b);
    world->run(*world->a);
    world->server->saveCopy(dir / "backup");
    for (int i = 0; i < 5; ++i) {
        world->a->write(i % 2 == 0 ? m_team : m_home, "a " + std::to_string(i));
    }
    world->b->write(m_team, "b 2");
    world->b->write(m_home, "b 3");
    world->run(*world->b);
    if (rolledBack) {
        world->run(*world->a);
        world->a->write(m_team, "a sidst");
        world->server->restoreCopy(dir / "backup"); // what was durable is only on the tablets now
    }
}

void TestInterrupted::check(World &world, bool rolledBack)
{
    world.run(*world.a);
    world.run(*world.b);
    world.run(*world.a);
    for (const StreamId &each : {m_home, m_team, m_late}) {
        QVERIFY(world.agree(each));
    }
    const std::size_t teams = rolledBack ? 6 : 5;
    QCOMPARE(world.b->texts(m_team).size(), teams);
    QCOMPARE(world.b->texts(m_home).size(), 3U);
    QCOMPARE(world.a->texts(m_late).size(), 5U);
    QCOMPARE(must(world.server->end()).seq, teams + 3 + 5);
    QCOMPARE(world.a->count(TestTablet::Own::Pending), 0U);
    QCOMPARE(world.a->count(TestTablet::Own::Held) + world.a->rescued() + world.b->rescued(), 0U);
    QVERIFY(world.a->clonesSeen().empty() && world.b->clonesSeen().empty());
    QVERIFY(must(world.server->journal().quarantined()).empty());
    QCOMPARE(world.run(*world.a).roundTrips, 1U); // and it is quiet
}

void TestInterrupted::atEveryFrame_data()
{
    QTest::addColumn<bool>("rolledBack");
    QTest::newRow("push, pull and back-fill") << false;
    QTest::newRow("after the server was rolled back") << true;
}

void TestInterrupted::atEveryFrame()
{
    QFETCH(bool, rolledBack);
    const QTemporaryDir dir;
    const std::filesystem::path base = std::filesystem::path(dir.path().toStdString());
    prepare(base / "start", rolledBack);
    std::size_t frames = 0;
    for (bool whole = false; !whole; ++frames) {
        copyWorld(base / "start", base / "now");
        {
            const auto world = open(base / "now");
            RunOptions cut;
            cut.framesMax = frames;
            const Run run = sync(*world->a, *world->server, cut);
            whole = run.outcome.has_value() && run.frames <= frames;
            QVERIFY(!run.outcome || run.ok());
        }
        const auto world = open(base / "now"); // everybody was killed and started again
        check(*world, rolledBack);
        if (QTest::currentTestFailed()) {
            qWarning("cut after %zu frames", frames);
            return;
        }
    }
    QVERIFY(frames > 20);
}

QTEST_GUILESS_MAIN(TestInterrupted)
#include "tst_interrupted.moc"
