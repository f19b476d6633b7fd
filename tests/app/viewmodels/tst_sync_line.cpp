// The calm line: one state for everything that can be, the most important first.
#include "tests/app/viewmodels/app_fixture.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using engine::SyncPhase;
using engine::SyncSnapshot;
using State = SyncViewModel::State;

class TestSyncLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void oneCopyIsSaidPlainly();
    void whoWasLongAwayIsNotBlocked();
    void whatCouldNotBeSentNeedsAPerson();
    void itFollowsTheTablet();
    void syncNowAsksTheCore();
};

void TestSyncLine::states_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("problem"); // 0: none
    QTest::addColumn<qint64>("lastContact");
    QTest::addColumn<int>("onlyHere");
    QTest::addColumn<int>("held");
    QTest::addColumn<bool>("copied");
    QTest::addColumn<bool>("full");
    QTest::addColumn<State>("state");
    const auto row = [](const char *name, SyncPhase phase, int problem, qint64 last, int here, int held,
                        bool copied, bool full, State state) {
        QTest::newRow(name) << static_cast<int>(phase) << problem << last << here << held << copied << full
                            << state;
    };
    const auto code = [](Errc errc) { return static_cast<int>(errc); };
    row("new tablet", SyncPhase::Never, 0, 0, 0, 0, false, false, State::NeverMet);
    row("new tablet with answers", SyncPhase::Never, 0, 0, 3, 0, false, false, State::OnlyHere);
    row("all well", SyncPhase::UpToDate, 0, 1, 0, 0, false, false, State::Saved);
    row("waiting for the night", SyncPhase::Waiting, 0, 1, 0, 0, false, false, State::Saved);
    row("something to send", SyncPhase::Waiting, 0, 1, 1, 0, false, false, State::OnlyHere);
    row("no net, nothing to send", SyncPhase::Unreachable, code(Errc::Unreachable), 1, 0, 0, false, false,
        State::Away);
    row("no net, something to send", SyncPhase::Unreachable, code(Errc::TimedOut), 1, 2, 0, false, false,
        State::OnlyHere);
    row("connecting", SyncPhase::Connecting, 0, 1, 2, 0, false, false, State::Working);
    row("syncing", SyncPhase::Syncing, 0, 1, 2, 0, false, false, State::Working);
    row("wrong pin", SyncPhase::Refused, code(Errc::WrongPin), 1, 2, 0, false, false, State::WrongServer);
    row("another home", SyncPhase::Refused, code(Errc::WrongHome), 1, 0, 0, false, false, State::WrongHome);
    row("unknown tablet", SyncPhase::Refused, code(Errc::WrongDevice), 1, 0, 0, false, false,
        State::WrongTablet);
    row("newer server", SyncPhase::Refused, code(Errc::VersionUnsupported), 1, 0, 0, false, false,
        State::NewerServer);
    row("blocked", SyncPhase::Refused, code(Errc::NotAllowed), 1, 0, 0, false, false, State::Blocked);
    row("refused, some other way", SyncPhase::Refused, code(Errc::Malformed), 1, 0, 0, false, false,
        State::Refused);
    row("held at the office", SyncPhase::UpToDate, 0, 1, 0, 2, false, false, State::Held);
    row("a copy", SyncPhase::UpToDate, 0, 1, 1, 2, true, false, State::Copied);
    row("disk full before all", SyncPhase::Refused, code(Errc::WrongPin), 1, 1, 2, true, true,
        State::DiskFull);
}

void TestSyncLine::states()
{
    QFETCH(int, phase);
    QFETCH(int, problem);
    QFETCH(qint64, lastContact);
    QFETCH(int, onlyHere);
    QFETCH(int, held);
    QFETCH(bool, copied);
    QFETCH(bool, full);
    QFETCH(State, state);
    SyncSnapshot sync;
    sync.phase = static_cast<SyncPhase>(phase);
    sync.problem = problem == 0 ? std::nullopt : std::optional<Errc>(static_cast<Errc>(problem));
    sync.lastContactMs = lastContact;
    sync.onlyHere = static_cast<std::uint64_t>(onlyHere);
    sync.heldAtOffice = static_cast<std::uint64_t>(held);
    sync.copied = copied;
    sync.diskFull = full;
    QCOMPARE(syncStateOf(sync), state);
}

void TestSyncLine::oneCopyIsSaidPlainly()
{
    SyncSnapshot sync;
    sync.phase = SyncPhase::UpToDate;
    sync.lastContactMs = 1;
    sync.atOffice = 3;
    QCOMPARE(syncStateOf(sync), State::Saved);
    sync.notSafe = 1;
    QCOMPARE(syncStateOf(sync), State::OneCopy);
    sync.phase = SyncPhase::Unreachable;
    QCOMPARE(syncStateOf(sync), State::OneCopy);
    sync.onlyHere = 1; // then it is not even at the office
    QCOMPARE(syncStateOf(sync), State::OnlyHere);
}

void TestSyncLine::whoWasLongAwayIsNotBlocked()
{
    SyncSnapshot sync;
    sync.phase = SyncPhase::Refused;
    sync.problem = Errc::NotAllowed;
    sync.lastContactMs = 1;
    QCOMPARE(syncStateOf(sync), State::Blocked);
    sync.expired = true;
    QCOMPARE(syncStateOf(sync), State::Expired);
    sync.problem = Errc::WrongPin; // what a later run met
    QCOMPARE(syncStateOf(sync), State::WrongServer);
}

void TestSyncLine::whatCouldNotBeSentNeedsAPerson()
{
    SyncSnapshot sync;
    sync.phase = SyncPhase::UpToDate;
    sync.lastContactMs = 1;
    sync.givenUp = 1;
    sync.heldAtOffice = 1;
    QCOMPARE(syncStateOf(sync), State::GivenUp);
}

void TestSyncLine::itFollowsTheTablet()
{
    AppFixture m;
    m.tablet->noteSync(SyncPhase::Refused, Errc::WrongPin, {});
    m.settle();
    QCOMPARE(m.app.sync()->state(), State::WrongServer);
    QVERIFY(m.app.sync()->needsPerson());
    m.tablet->noteSync(SyncPhase::Connecting, std::nullopt, {});
    m.settle();
    QVERIFY(m.app.sync()->working());
    QVERIFY(!m.app.sync()->needsPerson());
}

void TestSyncLine::syncNowAsksTheCore()
{
    AppFixture m;
    m.app.sync()->syncNow();
    QCOMPARE(m.core.syncs, 1);
}

QTEST_GUILESS_MAIN(TestSyncLine)
#include "tst_sync_line.moc"
