#include <concepts>

#include "proto/domain/curve.h"
#include "tests/support/property.h"

using namespace trivsel;
using namespace trivsel::domain;
using Kind = CurveEntry::Kind;
using wire::v1::Way;

namespace {

constexpr std::int64_t kStep = 20;
constexpr std::int64_t kDayMs = 86'400'000;

EntityId sheet(int number)
{
    EntityId id;
    id.data[0] = static_cast<std::uint8_t>(number);
    id.data[1] = static_cast<std::uint8_t>(number >> 8);
    return id;
}

/** Sheet `number`, given on day `number`. */
CurveEntry answered(int number, std::int64_t tenths, Way way = wire::v1::WAY_FACES)
{
    CurveEntry entry;
    entry.answer = sheet(number);
    entry.kind = Kind::Answered;
    entry.tenths = tenths;
    entry.way = way;
    entry.atMs = number * kDayMs;
    entry.lamport = static_cast<std::uint64_t>(number);
    return entry;
}

CurveEntry gap(int number, Kind kind)
{
    CurveEntry entry = answered(number, 0);
    entry.kind = kind;
    return entry;
}

std::vector<std::int64_t> tenthsOf(const Curve &curve)
{
    std::vector<std::int64_t> tenths;
    for (const CurvePoint &point : curve.points) {
        tenths.push_back(point.entry.kind == Kind::Answered ? point.entry.tenths : -1);
    }
    return tenths;
}

std::vector<bool> joinsOf(const Curve &curve)
{
    std::vector<bool> joins;
    for (const CurvePoint &point : curve.points) {
        joins.push_back(point.joined);
    }
    return joins;
}

CurveEntry anyEntry(int number)
{
    CurveEntry entry = answered(number, *rc::gen::element<std::int64_t>(10, 30, 50, 70, 90));
    entry.kind = *rc::gen::weightedElement<Kind>({{6, Kind::Answered}, {1, Kind::Left}, {1, Kind::NotToday}});
    entry.way = *rc::gen::element(wire::v1::WAY_FACES, wire::v1::WAY_WORDS, wire::v1::WAY_NUMBERS);
    entry.variant = *rc::gen::inRange(0U, 2U);
    entry.atMs = *rc::gen::inRange(0, 6); // many at the same moment
    entry.lamport = *rc::gen::inRange(0U, 3U);
    entry.clockDoubtful = *rc::gen::arbitrary<bool>();
    return entry;
}

std::vector<CurveEntry> anyEntries()
{
    std::vector<CurveEntry> entries;
    const int count = *rc::gen::inRange(0, 14);
    for (int number = 1; number <= count; ++number) {
        entries.push_back(anyEntry(number));
    }
    return entries;
}

template <class T> std::vector<T> shuffled(std::vector<T> values)
{
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    return values;
}

} // namespace

class TestCurve : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestIsComparedWithTheOwnFirstThree();
    void belowThreeThereIsNothingToCompareWith();
    void notTodayAndSkippedAreGaps();
    void anotherWayBreaksTheLineAndBeginsABaseline();
    void theOldWayGoesOnFromItsOwnBaseline();
    void sheetsOfAnotherVariantAreAnotherWay();
    void whatStandsTwiceIsOneAnswer();
    void timeThenLamportThenDotDecide();
    void nothingIsAnEmptyLine();
    void orderOfArrivalChangesNothing();
    void twiceChangesNothing();
    void aBaselineIsOfItsOwnWayAlone();
    void aLineNeverLeadsFromOneWayToAnother();
};

void TestCurve::theNewestIsComparedWithTheOwnFirstThree()
{
    const Curve curve =
        curveOf({answered(1, 30), answered(2, 50), answered(3, 30), answered(4, 50)}, kStep);
    QCOMPARE(curve.newest, std::optional(Compared::Higher));
    QCOMPARE(curve.points.back().baselineTenths, std::optional<std::int64_t>(30));
    QCOMPARE(curve.points.front().baselineTenths, std::optional<std::int64_t>(30));
    QCOMPARE(curve.inThisWay, std::size_t{4});
    QCOMPARE(joinsOf(curve), (std::vector<bool>{false, true, true, true}));
    QCOMPARE(curveOf({answered(1, 30), answered(2, 50), answered(3, 30)}, kStep).newest,
             std::optional(Compared::AsBefore));
    QCOMPARE(curveOf({answered(1, 30), answered(2, 50), answered(3, 30), answered(4, 10)}, kStep).newest,
             std::optional(Compared::Lower));
}

void TestCurve::belowThreeThereIsNothingToCompareWith()
{
    const Curve curve = curveOf({answered(1, 30), answered(2, 90)}, kStep);
    QCOMPARE(curve.newest, std::optional<Compared>());
    QCOMPARE(curve.points.back().baselineTenths, std::optional<std::int64_t>());
    QCOMPARE(curve.inThisWay, std::size_t{2});
}

void TestCurve::notTodayAndSkippedAreGaps()
{
    const Curve curve = curveOf({answered(1, 30), gap(2, Kind::NotToday), answered(3, 30), gap(4, Kind::Left),
                                 answered(5, 50), gap(6, Kind::NotToday)},
                                kStep);
    QCOMPARE(tenthsOf(curve), (std::vector<std::int64_t>{30, -1, 30, -1, 50, -1}));
    QCOMPARE(joinsOf(curve), std::vector<bool>(6, false));
    QCOMPARE(curve.inThisWay, std::size_t{3});           // gaps are no answers
    QCOMPARE(curve.newest, std::optional(Compared::Higher)); // of the newest that is one
    QCOMPARE(curve.points[1].baselineTenths, std::optional<std::int64_t>());
}

void TestCurve::anotherWayBreaksTheLineAndBeginsABaseline()
{
    using wire::v1::WAY_NUMBERS;
    const Curve two = curveOf({answered(1, 30), answered(2, 30), answered(3, 30), answered(4, 80, WAY_NUMBERS),
                               answered(5, 70, WAY_NUMBERS)},
                              kStep);
    QCOMPARE(two.newest, std::optional<Compared>());
    QCOMPARE(two.inThisWay, std::size_t{2});
    QVERIFY(two.points[3].newWay && !two.points[3].joined);
    QVERIFY(!two.points[4].newWay && two.points[4].joined);
    QCOMPARE(two.points[2].baselineTenths, std::optional<std::int64_t>(30));
    const Curve three = curveOf({answered(1, 30), answered(2, 30), answered(3, 30),
                                 answered(4, 80, WAY_NUMBERS), answered(5, 70, WAY_NUMBERS),
                                 answered(6, 80, WAY_NUMBERS)},
                                kStep);
    QCOMPARE(three.newest, std::optional(Compared::AsBefore)); // 80 beside 80, not beside 30
    QCOMPARE(three.points[5].baselineTenths, std::optional<std::int64_t>(80));
}

void TestCurve::theOldWayGoesOnFromItsOwnBaseline()
{
    using wire::v1::WAY_WORDS;
    const Curve curve = curveOf({answered(1, 30), answered(2, 50, WAY_WORDS), answered(3, 30),
                                 answered(4, 90, WAY_WORDS), answered(5, 30), answered(6, 70)},
                                kStep);
    QCOMPARE(curve.points.back().baselineTenths, std::optional<std::int64_t>(30));
    QCOMPARE(curve.newest, std::optional(Compared::Higher));
    QCOMPARE(joinsOf(curve), (std::vector<bool>{false, false, false, false, false, true}));
}

void TestCurve::sheetsOfAnotherVariantAreAnotherWay()
{
    CurveEntry other = answered(4, 40);
    other.variant = 1;
    const Curve curve = curveOf({answered(1, 30), answered(2, 30), answered(3, 30), other}, kStep);
    QVERIFY(curve.points.back().newWay);
    QCOMPARE(curve.newest, std::optional<Compared>());
}

void TestCurve::whatStandsTwiceIsOneAnswer()
{
    CurveEntry copy = answered(2, 50);
    copy.lamport = 9;
    const Curve curve = curveOf({answered(1, 30), answered(2, 50), copy}, kStep);
    QCOMPARE(curve.points.size(), std::size_t{2});
    QCOMPARE(curve.inThisWay, std::size_t{2});
}

void TestCurve::timeThenLamportThenDotDecide()
{
    CurveEntry a = answered(1, 10);
    CurveEntry b = answered(2, 30);
    CurveEntry c = answered(3, 50);
    a.atMs = b.atMs = c.atMs = 5;
    a.lamport = 2;
    b.lamport = c.lamport = 1;
    b.dot = {Incarnation{7}, 2};
    c.dot = {Incarnation{7}, 1};
    QCOMPARE(tenthsOf(curveOf({a, b, c}, kStep)), (std::vector<std::int64_t>{50, 30, 10}));
}

void TestCurve::nothingIsAnEmptyLine()
{
    QCOMPARE(curveOf({}, kStep), Curve());
    const Curve gaps = curveOf({gap(1, Kind::NotToday)}, kStep);
    QCOMPARE(gaps.points.size(), std::size_t{1});
    QCOMPARE(gaps.newest, std::optional<Compared>());
}

void TestCurve::orderOfArrivalChangesNothing()
{
    PROPERTY("the same entries make the same curve", [] {
        const auto entries = anyEntries();
        RC_ASSERT(curveOf(entries, kStep) == curveOf(shuffled(entries), kStep));
    });
}

void TestCurve::twiceChangesNothing()
{
    PROPERTY("an answer that came twice is one", [] {
        auto entries = anyEntries();
        const Curve once = curveOf(entries, kStep);
        if (!entries.empty()) {
            entries.push_back(entries[*rc::gen::inRange<std::size_t>(0, entries.size())]);
        }
        RC_ASSERT(curveOf(shuffled(entries), kStep) == once);
    });
}

void TestCurve::aBaselineIsOfItsOwnWayAlone()
{
    PROPERTY("what is answered in another way moves no baseline", [] {
        const auto entries = anyEntries();
        const Curve all = curveOf(entries, kStep);
        for (const CurvePoint &point : all.points) {
            auto sameWay = entries;
            std::erase_if(sameWay, [&](const CurveEntry &entry) {
                return entry.way != point.entry.way || entry.variant != point.entry.variant;
            });
            const Curve alone = curveOf(sameWay, kStep);
            const auto found =
                std::find_if(alone.points.begin(), alone.points.end(),
                             [&](const CurvePoint &one) { return one.entry.answer == point.entry.answer; });
            RC_ASSERT(found != alone.points.end());
            RC_ASSERT(found->baselineTenths == point.baselineTenths);
        }
    });
}

void TestCurve::aLineNeverLeadsFromOneWayToAnother()
{
    PROPERTY("joined points are neighbours in one way", [] {
        const Curve curve = curveOf(anyEntries(), kStep);
        for (std::size_t i = 0; i < curve.points.size(); ++i) {
            if (curve.points[i].joined) {
                RC_ASSERT(i > 0);
                const CurveEntry &before = curve.points[i - 1].entry;
                const CurveEntry &now = curve.points[i].entry;
                RC_ASSERT(before.kind == Kind::Answered && now.kind == Kind::Answered);
                RC_ASSERT(before.way == now.way && before.variant == now.variant);
            }
        }
    });
}

QTEST_GUILESS_MAIN(TestCurve)
#include "tst_curve.moc"
