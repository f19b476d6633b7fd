// When the next run is due.
#include "app/net/sync_schedule.h"

#include <QTest>
#include <set>

using namespace trivsel;
using namespace trivsel::net;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

/** The clock on the wall is UTC in these tests. */
LocalTime utc(std::int64_t wallMs)
{
    return {static_cast<int>(wallMs / 1000 % (24 * 60 * 60))};
}

DeviceId device(std::uint8_t number)
{
    DeviceId id;
    id.data.fill(number);
    return id;
}

SyncSchedule schedule(const SchedulePlan &plan = {}, std::uint32_t draw = 0, std::uint8_t tablet = 1)
{
    return {plan, device(tablet), [draw] { return draw; }, utc};
}

RunResult reached(bool moved = false, bool leftOver = false)
{
    return {true, moved, leftOver, 0};
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failuresAreWaitedOutLongerAndLonger();
    void tabletsDoNotKnockInStep();
    void whoLooksOftenIsBackSoon();
    void whatIsWrittenMeanwhileGoesAtOnce();
    void aServerThatTakesNothingIsNotPestered();
    void theServersPauseIsKept();
    void aLightLookNowAndThen();
    void onceANightAtOnesOwnMinute();
    void nothingStartsWhileAFailureIsWaitedOut();
    void whoHasSomethingToSendTriesEveryHalfMinute();
    void theNightIsTheWallsNotTheTimers();
};

void TestSchedule::failuresAreWaitedOutLongerAndLonger()
{
    SyncSchedule plan = schedule();
    const std::vector<std::chrono::milliseconds> expected{1s,  2s,   4s,   8s,   16s, 32s,
                                                          64s, 128s, 256s, 300s, 300s};
    for (const auto wait : expected) {
        QCOMPARE(plan.after(RunResult{}, 0), wait);
    }
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(plan.after(RunResult{}, 0), std::chrono::milliseconds(5min)); // never longer, however often
    }
    QVERIFY(plan.after(reached(), 0) > 5min);
    QCOMPARE(plan.after(RunResult{}, 0), std::chrono::milliseconds(1s)); // the next failure begins anew
}

void TestSchedule::tabletsDoNotKnockInStep()
{
    SyncSchedule early = schedule({}, 1023);
    SyncSchedule late = schedule({}, 0);
    QVERIFY(early.after(RunResult{}, 0) < late.after(RunResult{}, 0));
    QVERIFY(early.after(RunResult{}, 0) > 1500ms); // of 2 s
}

void TestSchedule::whoLooksOftenIsBackSoon()
{
    SchedulePlan often;
    often.lookEvery = 3s;
    SyncSchedule plan = schedule(often);
    for (int i = 0; i < 8; ++i) {
        QVERIFY(plan.after(RunResult{}, 0) <= 3s);
    }
}

void TestSchedule::whatIsWrittenMeanwhileGoesAtOnce()
{
    QCOMPARE(schedule().after(reached(true, true), 0), 0ms);
}

void TestSchedule::aServerThatTakesNothingIsNotPestered()
{
    QVERIFY(schedule().after(reached(false, true), 0) >= 10min);
}

void TestSchedule::theServersPauseIsKept()
{
    SyncSchedule plan = schedule();
    QCOMPARE(plan.after({false, false, false, 30}, 0), std::chrono::milliseconds(30s));
    QCOMPARE(plan.after({true, true, true, 30}, 0), std::chrono::milliseconds(30s));
    // But not for ever, whatever a server says.
    QCOMPARE(plan.after({false, false, false, UINT32_MAX}, 0), SyncSchedule::kLongestPause);
    QCOMPARE(plan.after({false, false, false, 300}, 0), SyncSchedule::kLongestPause);
    QCOMPARE(plan.after({true, false, true, UINT32_MAX}, 12 * 60 * 60 * 1000),
             std::chrono::milliseconds(15min));
}

void TestSchedule::aLightLookNowAndThen()
{
    QCOMPARE(schedule().after(reached(), 12 * 60 * 60 * 1000), std::chrono::milliseconds(15min));
}

void TestSchedule::onceANightAtOnesOwnMinute()
{
    SchedulePlan nightly;
    nightly.lookEvery = 0s;
    std::set<std::int64_t> minutes;
    for (std::uint8_t tablet = 1; tablet < 60; ++tablet) {
        SyncSchedule plan = schedule(nightly, 0, tablet);
        for (const std::int64_t hour : {0, 1, 4, 6, 12, 23}) {
            const std::int64_t now = 100 * kDayMs + hour * 60 * 60 * 1000;
            const auto wait = plan.after(reached(), now);
            QVERIFY(wait > 0ms && wait <= 24h);
            const int due = utc(now + wait.count()).secondOfDay;
            QVERIFY(due >= 2 * 3600 && due < 5 * 3600);
            minutes.insert(due);
        }
    }
    QVERIFY(minutes.size() > 30); // one moment a tablet, and different ones
    QVERIFY(minutes.size() < 60);
    nightly.nightFrom = 23h; // over midnight
    nightly.nightTo = 25h;
    const int due = utc(schedule(nightly).after(reached(), 0).count()).secondOfDay;
    QVERIFY(due >= 23 * 3600 || due < 3600);
    nightly.nightTo = 23h; // no width: exactly then
    QCOMPARE(schedule(nightly).after(reached(), 0), std::chrono::milliseconds(23h));
    QCOMPARE(schedule(nightly).after(reached(), 23LL * 60 * 60 * 1000), std::chrono::milliseconds(24h));
}

void TestSchedule::nothingStartsWhileAFailureIsWaitedOut()
{
    SyncSchedule plan = schedule();
    QVERIFY(plan.mayStartNow());
    (void)plan.after({false, false, true, 0}, 0);
    QVERIFY(!plan.mayStartNow());
    (void)plan.after({false, false, false, 0}, 0);
    QVERIFY(plan.mayStartNow()); // nothing waited: what is written now is worth a try
    (void)plan.after({false, false, false, 30}, 0);
    QVERIFY(!plan.mayStartNow()); // the server asked for a pause
    (void)plan.after(reached(), 0);
    QVERIFY(plan.mayStartNow());
}

void TestSchedule::whoHasSomethingToSendTriesEveryHalfMinute()
{
    SyncSchedule plan = schedule();
    for (int i = 0; i < 5; ++i) {
        (void)plan.after({false, false, true, 0}, 0);
    }
    QCOMPARE(plan.after({false, false, true, 0}, 0), std::chrono::milliseconds(30s));
    QCOMPARE(plan.after({false, false, true, 0}, 0), std::chrono::milliseconds(30s));
}

void TestSchedule::theNightIsTheWallsNotTheTimers()
{
    SchedulePlan nightly;
    nightly.lookEvery = 0s;
    nightly.nightFrom = 3h;
    nightly.nightTo = 3h;
    SyncSchedule plan = schedule(nightly);
    const auto at = [](std::int64_t hour) { return 100 * kDayMs + hour * 60 * 60 * 1000; };
    const auto wait = plan.after(reached(), at(21));
    QCOMPARE(wait, std::chrono::milliseconds(6h));
    QCOMPARE(plan.left(5h, at(22)), std::chrono::milliseconds(5h));
    // The tablet slept: its timer knows of one more hour only, the clock on the wall of five.
    QCOMPARE(plan.left(4h, at(26)), std::chrono::milliseconds(1h));
    QCOMPARE(plan.left(4h, at(27)), 0ms);
    QCOMPARE(plan.left(4h, at(31)), 0ms); // it slept over it
    // A clock that is set back: the night that it shows now.
    (void)plan.after(reached(), at(21));
    QCOMPARE(plan.left(6h, at(1)), std::chrono::milliseconds(2h));
    // What a failure waits for is no matter of the night.
    const auto pause = plan.after(RunResult{}, at(2));
    QCOMPARE(plan.left(pause, at(30)), pause);
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
