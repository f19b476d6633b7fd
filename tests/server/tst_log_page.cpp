#include "sync-server/log_page.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;

namespace {

constexpr Incarnation kTablet{77};

/** Turns pages to the end, as a tablet would, and gives every change it got. */
std::vector<journal::StoredChange> readAll(HomeStore &store, const std::vector<StreamId> &streams, int &pages)
{
    std::vector<journal::StoredChange> all;
    std::uint64_t from = 0;
    for (pages = 1; pages < 1000; ++pages) {
        auto page = readPage(store.journal(), streams, from);
        if (!page || page->upto.seq < from) {
            break;
        }
        from = page->upto.seq;
        std::move(page->changes.begin(), page->changes.end(), std::back_inserter(all));
        if (!page->more) {
            break;
        }
    }
    return all;
}

} // namespace

class TestLogPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageHasOnlyTheStreamsThatWereAskedFor()
    {
        BuiltHome home;
        const PersonId sofie = home.addResident("Sofie");
        const StreamId team = home.streamOf(sofie, StreamKind::Team);
        const StreamId safety = home.streamOf(sofie, StreamKind::Safety);
        home.append(home.write(safety, kTablet, 1, 3));
        home.append(home.write(team, kTablet, 1, 2));
        home.append(home.write(safety, kTablet, 4, 1));
        const auto page =
            readPage(home.store().journal(), {team, home.streamOf(sofie, StreamKind::Chosen)}, 0);
        QVERIFY(page);
        QCOMPARE(page->changes.size(), std::size_t{2});
        QVERIFY(!page->more);
        QCOMPARE(page->upto.seq, home.store().journal().end()->seq);
        QCOMPARE(page->upto.log, home.store().journal().end()->log);
    }

    void aBatchEndsAtItsNumber()
    {
        BuiltHome home;
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        home.append(home.write(team, kTablet, 1, limits::kBatchChangesMax));
        const auto whole = readPage(home.store().journal(), {team}, 0);
        QCOMPARE(whole->changes.size(), limits::kBatchChangesMax);
        QVERIFY(!whole->more);
        home.append(home.write(team, kTablet, limits::kBatchChangesMax + 1, 1));
        const auto first = readPage(home.store().journal(), {team}, 0);
        QCOMPARE(first->changes.size(), limits::kBatchChangesMax);
        QVERIFY(first->more);
        const auto second = readPage(home.store().journal(), {team}, first->upto.seq);
        QCOMPARE(second->changes.size(), std::size_t{1});
        QVERIFY(!second->more);
    }

    void othersGetATurnAfterSoManyBytes()
    {
        BuiltHome home;
        const PersonId sofie = home.addResident("Sofie");
        const StreamId team = home.streamOf(sofie, StreamKind::Team);
        const StreamId safety = home.streamOf(sofie, StreamKind::Safety);
        const std::uint64_t before = home.store().end()->seq;
        const std::size_t rows = kBytesPerPageMax / 60'000 + 1; // the last of them goes over it
        home.append(home.write(safety, kTablet, 1, rows + 1, 60'000));
        home.append(home.write(team, kTablet, 1, 1));
        const std::vector<StreamId> streams{team, home.streamOf(sofie, StreamKind::Chosen)};
        const auto first = readPage(home.store().journal(), streams, before);
        QVERIFY(first->changes.empty());
        QVERIFY(first->more);
        QVERIFY(first->upto.seq <= before + rows);
        QVERIFY(first->upto.seq + 2 >= before + rows);
        int pages = 0;
        QCOMPARE(readAll(home.store(), streams, pages).size(), std::size_t{1});
    }

    void aBatchEndsAtItsBytes()
    {
        BuiltHome home;
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        home.append(home.write(team, kTablet, 1, 20, 60'000));
        int pages = 0;
        QCOMPARE(readAll(home.store(), {team}, pages).size(), std::size_t{20});
        QVERIFY(pages >= 3);
        const auto page = readPage(home.store().journal(), {team}, 0);
        std::size_t bytes = 0;
        for (const auto &stored : page->changes) {
            bytes += stored.change.bytes();
        }
        QVERIFY(bytes <= limits::kBatchBytesMax);
        QVERIFY(bytes + 60'000 > limits::kBatchBytesMax - 1'000); // and not before it is full
    }

    void whatOthersMayNotReadIsPassedInBoundedSteps()
    {
        BuiltHome home;
        const PersonId sofie = home.addResident("Sofie");
        const StreamId team = home.streamOf(sofie, StreamKind::Team);
        const StreamId safety = home.streamOf(sofie, StreamKind::Safety);
        home.append(home.write(safety, kTablet, 1, kRowsPerPageMax));
        home.append(home.write(team, kTablet, 1, 1));
        const std::vector streams{team, home.streamOf(sofie, StreamKind::Chosen)};
        const auto first = readPage(home.store().journal(), streams, 0);
        QVERIFY(first->changes.empty());
        QVERIFY(first->more);
        int pages = 0;
        QCOMPARE(readAll(home.store(), streams, pages).size(), std::size_t{1});
        QCOMPARE(pages, 2);
    }

    void proofsComeAlong()
    {
        BuiltHome home;
        const auto page = readPage(home.store().journal(), {home.store().server().homeStream}, 0);
        QCOMPARE(page->proofs.size(), std::size_t{0});
        home.addResident("Sofie");
        const auto after = readPage(home.store().journal(), {home.store().server().homeStream}, 0);
        QVERIFY(!after->changes.empty());
        QCOMPARE(after->proofs.size(), after->changes.size());
        const auto office = seal::publicOf(home.store().server().identity);
        for (std::size_t at = 0; at < after->changes.size(); ++at) {
            const std::vector changes{after->changes[at].change};
            QVERIFY(seal::check(after->proofs[at], office, changes));
        }
    }
};

QTEST_GUILESS_MAIN(TestLogPage)
#include "tst_log_page.moc"
