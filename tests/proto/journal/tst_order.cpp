#include "proto/journal/journal.h"

#include "tests/support/changes.h"

#include <QTemporaryDir>
#include <QTest>
#include <rapidcheck.h>

using namespace trivsel;
using namespace trivsel::journal;

/** Whoever holds the same changes says the same of them, whatever order, duplication and batches they came
 * in. */
class TestOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyOrderGivesTheSameSet();
};

namespace {

struct Said
{
    std::vector<Range> ranges;
    Hash256 set;
    std::vector<Hash256> heads;
    std::uint64_t count = 0;
    bool operator==(const Said &) const = default;
};

Said said(Journal &journal)
{
    Said out;
    out.ranges = journal.ranges(test::stream()).value();
    out.set = journal.setHash(test::stream()).value();
    out.count = journal.count().value();
    for (const std::uint64_t inc : {1U, 2U, 3U}) {
        out.heads.push_back(journal.tip(test::stream(), Incarnation{inc})->head);
    }
    return out;
}

/** What the journal says after these batches. Rolled back, so that each case begins with nothing and waits
 * for no disk. */
Said appended(Journal &journal, const std::vector<SealedChange> &changes, std::size_t batch)
{
    auto transaction = Transaction::begin(journal.database());
    RC_ASSERT(transaction.has_value());
    for (std::size_t at = 0; at < changes.size(); at += batch) {
        const auto part = std::span(changes).subspan(at, std::min(batch, changes.size() - at));
        RC_ASSERT(journal.append(part).has_value());
    }
    return said(journal);
}

} // namespace

void TestOrder::anyOrderGivesTheSameSet()
{
    const QTemporaryDir dir;
    auto journal = Journal::open(std::filesystem::path(dir.path().toStdString()) / "a.db", {.create = true});
    QVERIFY(journal);
    QVERIFY(rc::check("any order, any duplication, any batches", [&journal] {
        const auto picks =
            *rc::gen::resize(30, rc::gen::container<std::vector<std::pair<int, int>>>(
                                     rc::gen::pair(rc::gen::inRange(1, 4), rc::gen::inRange(1, 9))));
        std::vector<SealedChange> changes;
        for (const auto &[inc, ctr] : picks) {
            changes.push_back(test::change(test::stream(), static_cast<std::uint64_t>(inc),
                                           static_cast<std::uint64_t>(ctr)));
        }
        std::vector<SealedChange> sorted = changes;
        std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.dot < b.dot; });
        const std::size_t batch = *rc::gen::inRange<std::size_t>(1, 5);
        RC_ASSERT(appended(*journal, changes, batch) == appended(*journal, sorted, 1000));
    }));
}

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
