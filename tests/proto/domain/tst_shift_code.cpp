#include "proto/domain/shift_code.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::domain;

namespace {
constexpr std::int64_t kHourMs = 60LL * 60 * 1000;
constexpr std::int64_t kFrom = 1'770'000'000'000;
constexpr std::int64_t kEarlyMs = kHourMs / 4;

ShiftCode night()
{
    return {EntityId{{1}}, "verifier", kFrom, kFrom + kShiftHours * kHourMs};
}
} // namespace

class TestShiftCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsForOneShift()
    {
        const ShiftCode code = night();
        QVERIFY(!isInForce(code, {kFrom - kEarlyMs - 1, false, 0}));
        QVERIFY(isInForce(code, {kFrom - kEarlyMs, false, 0}));
        QVERIFY(isInForce(code, {code.untilMs - 1, false, 0}));
        QVERIFY(!isInForce(code, {code.untilMs, false, 0}));
    }

    void noClockMakesItLonger()
    {
        const ShiftCode code = night();
        const std::int64_t most = kShiftHours * kHourMs + kEarlyMs;
        QVERIFY(isInForce(code, {kFrom, false, most - 1}));
        QVERIFY(!isInForce(code, {kFrom, false, most})); // set back again and again
        QVERIFY(isInForce(code, {0, true, most - 1}));   // a wrong clock locks no night shift out
        QVERIFY(!isInForce(code, {0, true, most}));
    }

    void longerThanADayIsNoShift()
    {
        ShiftCode code = night();
        code.untilMs = kFrom + kShiftHoursMax * kHourMs;
        QVERIFY(isInForce(code, {kFrom, false, 0}));
        ++code.untilMs;
        QVERIFY(!isInForce(code, {kFrom, false, 0}));
        code = night();
        code.verifier.clear();
        QVERIFY(!isInForce(code, {kFrom, false, 0}));
        code = night();
        code.untilMs = code.fromMs;
        QVERIFY(!isInForce(code, {kFrom, true, 0}));
        code.fromMs = INT64_MIN;
        code.untilMs = INT64_MAX;
        QVERIFY(!isInForce(code, {kFrom, true, 0}));
    }
};

QTEST_GUILESS_MAIN(TestShiftCode)
#include "tst_shift_code.moc"
