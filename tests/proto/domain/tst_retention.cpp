#include "proto/domain/retention.h"

#include <QtTest>

#include <limits>
#include <set>

using namespace trivsel::domain;

namespace {
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kFrom = 1'770'000'000'000;
} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsShippedEmpty()
    {
        const RetentionTable table;
        for (const auto &proposal : retentionProposals()) {
            QVERIFY(!table.days(proposal.kind));
            QVERIFY(!table.isDue({proposal.kind, 0, false}, std::numeric_limits<std::int64_t>::max(), false));
        }
    }

    void everyKindHasAProposalWithItsSource()
    {
        QCOMPARE(retentionProposals().size(), static_cast<std::size_t>(RecordKind::Count));
        std::set<std::string_view> names;
        int at = 0;
        for (const auto &proposal : retentionProposals()) {
            QCOMPARE(static_cast<int>(proposal.kind), at++);
            QVERIFY(names.insert(proposal.name).second);
            QVERIFY(!proposal.name.empty() && !proposal.from.empty() && !proposal.source.empty());
            RetentionTable table;
            QVERIFY(table.set(proposal.kind, proposal.days));
        }
    }

    void whatIsDecidedIsDueOnTheDay()
    {
        RetentionTable table;
        QVERIFY(table.set(RecordKind::Plans, 30));
        QVERIFY(!table.isDue({RecordKind::Plans, kFrom, false}, kFrom + 30 * kDayMs - 1, false));
        QVERIFY(table.isDue({RecordKind::Plans, kFrom, false}, kFrom + 30 * kDayMs, false));
        QVERIFY(!table.isDue({RecordKind::Plans, kFrom, true}, kFrom + 31 * kDayMs, false)); // held
        QVERIFY(!table.isDue({RecordKind::Plans, kFrom, false}, kFrom + 31 * kDayMs, true)); // clock doubtful
        QVERIFY(!table.isDue({RecordKind::Plans, {}, false}, kFrom + 31 * kDayMs, false));   // not begun
        QVERIFY(!table.isDue({RecordKind::Safety, kFrom, false}, kFrom + 31 * kDayMs, false)); // not decided
        QVERIFY(!table.isDue({RecordKind::Plans, kFrom, false}, kFrom - 1, false));
        QVERIFY(table.set(RecordKind::Plans, std::nullopt));
        QVERIFY(!table.isDue({RecordKind::Plans, kFrom, false}, kFrom + 31 * kDayMs, false));
    }

    void limits()
    {
        RetentionTable table;
        QVERIFY(!table.set(RecordKind::Own, 0));
        QVERIFY(table.set(RecordKind::Own, 1));
        QVERIFY(table.set(RecordKind::Own, RetentionTable::kDaysMax));
        QVERIFY(!table.set(RecordKind::Own, RetentionTable::kDaysMax + 1));
        QCOMPARE(table.days(RecordKind::Own), RetentionTable::kDaysMax);
        QVERIFY(!table.set(RecordKind::Count, 1));
        QVERIFY(!table.days(static_cast<RecordKind>(-1)));
        QVERIFY(table.isDue({RecordKind::Own, std::numeric_limits<std::int64_t>::min(), false},
                            std::numeric_limits<std::int64_t>::max(), false));
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
