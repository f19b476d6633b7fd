#include "proto/session/range_set.h"

#include <QTest>
#include <rapidcheck.h>
#include <set>

using namespace trivsel;
using namespace trivsel::session;

class TestRangeSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysTheSameAsAPlainSet();
    void theEndsOfTheNumbersAreFine();
};

void TestRangeSet::saysTheSameAsAPlainSet()
{
    QVERIFY(rc::check("add, remove, contains, missing", [] {
        RangeSet ranges;
        std::set<std::pair<std::uint64_t, std::uint64_t>> plain;
        const auto number = rc::gen::inRange<std::uint64_t>(1, 24);
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
            const std::uint64_t inc = *rc::gen::inRange<std::uint64_t>(1, 3);
            const std::uint64_t first = *number;
            if (*rc::gen::inRange(0, 4) == 0) {
                ranges.remove({Incarnation{inc}, first});
                plain.erase({inc, first});
                continue;
            }
            const std::uint64_t last = first + *rc::gen::inRange<std::uint64_t>(0, 5);
            ranges.add({Incarnation{inc}, first, last});
            for (std::uint64_t ctr = first; ctr <= last; ++ctr) {
                plain.emplace(inc, ctr);
            }
        }
        const Range asked{Incarnation{1}, *number, 30};
        std::set<std::uint64_t> missing;
        std::uint64_t before = 0;
        for (const Range &part : ranges.missing(asked)) {
            RC_ASSERT(part.first > before && part.first <= part.last); // in order, not touching
            before = part.last + 1;
            for (std::uint64_t ctr = part.first; ctr <= part.last; ++ctr) {
                missing.insert(ctr);
            }
        }
        for (std::uint64_t ctr = 1; ctr <= 30; ++ctr) {
            RC_ASSERT(ranges.contains({asked.inc, ctr}) == plain.contains({1, ctr}));
            RC_ASSERT(missing.contains(ctr) == (ctr >= asked.first && !plain.contains({1, ctr})));
        }
    }));
}

void TestRangeSet::theEndsOfTheNumbersAreFine()
{
    RangeSet ranges;
    const Range all{Incarnation{1}, 1, UINT64_MAX};
    QCOMPARE(ranges.missing(all), (std::vector{all}));
    ranges.add({Incarnation{1}, UINT64_MAX, UINT64_MAX});
    ranges.add({Incarnation{1}, 1, 1});
    QCOMPARE(ranges.missing(all), (std::vector<Range>{{Incarnation{1}, 2, UINT64_MAX - 1}}));
    ranges.add({Incarnation{1}, 2, UINT64_MAX - 1});
    QVERIFY(ranges.missing(all).empty());
}

QTEST_GUILESS_MAIN(TestRangeSet)
#include "tst_range_set.moc"
