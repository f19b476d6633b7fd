#include "proto/domain/lease.h"

#include <QtTest>

#include <limits>

using namespace trivsel;
using domain::Lease;

namespace {
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kNow = 1'770'000'000'000; // some day in 2026
} // namespace

class TestLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itEndsAfterSevenDaysOfRunning()
    {
        Lease lease(0, kNow);
        lease.pass(Lease::kLengthMs - 1, kNow + Lease::kLengthMs - 1);
        QVERIFY(!lease.hasExpired());
        lease.pass(Lease::kLengthMs, kNow + Lease::kLengthMs);
        QVERIFY(lease.hasExpired());
    }

    void contactRenewsIt()
    {
        Lease lease(0, kNow);
        lease.pass(8 * kDayMs, kNow + 8 * kDayMs);
        lease.renew(8 * kDayMs, kNow + 8 * kDayMs);
        QCOMPARE(lease.usedMs(), 0);
        lease.pass(15 * kDayMs - 1, kNow);
        QVERIFY(!lease.hasExpired());
        lease.pass(15 * kDayMs, kNow);
        QVERIFY(lease.hasExpired());
    }

    void whileItRunsTheClockCountsForNothing()
    {
        Lease lease(0, kNow);
        lease.pass(1'000, kNow + 400 * kDayMs); // somebody set it
        QCOMPARE(lease.usedMs(), 1'000);
        QVERIFY(!lease.clockDoubtful());
        lease.pass(2'000, kNow - 400 * kDayMs); // and back again
        QCOMPARE(lease.usedMs(), 2'000);
        QVERIFY(lease.clockDoubtful());
    }

    void timeSwitchedOffIsCountedByTheClock()
    {
        Lease lease(0, kNow);
        lease.pass(2 * kDayMs, kNow + 2 * kDayMs);
        auto later = Lease::load(lease.save(), 50, kNow + 6 * kDayMs);
        QVERIFY(later);
        QCOMPARE(later->usedMs(), 6 * kDayMs);
        QVERIFY(!later->hasExpired());
        QVERIFY(Lease::load(lease.save(), 50, kNow + 7 * kDayMs)->hasExpired());
        QVERIFY(!Lease::load(lease.save(), 50, kNow + 7 * kDayMs - 1)->hasExpired());
    }

    void aClockSetBackGainsOnlyTheTimeItWasOff()
    {
        Lease lease(0, kNow);
        for (int day = 0; day < 7; ++day) {
            lease.pass(kDayMs, kNow + kDayMs);
            lease = *Lease::load(lease.save(), 0, kNow); // the thief sets it back at each start
            QVERIFY(lease.clockDoubtful());
        }
        QVERIFY(lease.hasExpired());
    }

    void aClockThatJumpedAheadWhileOffEndsItUntilContact()
    {
        const Lease lease(0, kNow);
        auto later = Lease::load(lease.save(), 0, std::numeric_limits<std::int64_t>::max());
        QVERIFY(later->hasExpired());
        later->renew(0, kNow);
        QVERIFY(!later->hasExpired());
    }

    void clocksAtTheEndsOfTheWorldDoNoHarm()
    {
        constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
        constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
        Lease lease(kMin, kMin);
        lease.pass(kMax, kMax);
        QVERIFY(lease.hasExpired());
        lease.pass(kMax, kMin);
        QVERIFY(Lease::load(lease.save(), kMin, kMax)->hasExpired());
        QVERIFY(Lease::load(lease.save(), kMax, kMin)->hasExpired());
    }

    void onlyWhatSaveMadeIsLoaded()
    {
        const Lease lease(0, kNow);
        QVERIFY(Lease::load(lease.save(), 0, kNow));
        QVERIFY(!Lease::load("", 0, kNow));
        QVERIFY(!Lease::load(lease.save() + "x", 0, kNow));
        std::string other = lease.save();
        other[0] = 2;
        QVERIFY(!Lease::load(other, 0, kNow));
        other = lease.save();
        other[8] = '\x80'; // used: negative
        QVERIFY(!Lease::load(other, 0, kNow));
    }

    void afterItsEndStaffWriteAndOpenInAnEmergencyOnly()
    {
        using enum domain::Action;
        for (int at = 0; at < static_cast<int>(Count); ++at) {
            const auto action = static_cast<domain::Action>(at);
            const std::string name(nameOf(action));
            const bool reads = name.starts_with("read-") || name.starts_with("see-") ||
                               name.starts_with("print") || name.starts_with("export") || name == "search";
            if (reads) {
                QCOMPARE(survivesLease(action), action == ReadProfile || action == ReadSafetyInEmergency);
            }
        }
        QVERIFY(survivesLease(WriteStaffVoice) && survivesLease(WriteResidentVoice) &&
                survivesLease(AnswerForAnother) && survivesLease(SignInByCode));
        QVERIFY(!survivesLease(ChooseVersion) && !survivesLease(RewriteVersion) &&
                !survivesLease(TakeOnWalk));
    }
};

QTEST_GUILESS_MAIN(TestLease)
#include "tst_lease.moc"
