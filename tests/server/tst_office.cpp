#include "sync-server/people.h"
#include "sync-server/status.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;

class TestOffice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotCommittedIsNotThere()
    {
        BuiltHome home;
        {
            auto office = Office::begin(home.store(), {home.random(), 1});
            QVERIFY(office);
            QVERIFY(office->makeStream(StreamKind::Group, std::nullopt));
        }
        QVERIFY(home.store().reread());
        QVERIFY(home.store().model().streams.empty());
    }

    void oneCommandIsOneChangePerStream()
    {
        BuiltHome home;
        const PersonId sofie = home.addResident("Sofie");
        const auto escrows = static_cast<std::uint64_t>(home.store().model().streams.size());
        QCOMPARE(escrows, std::uint64_t{4});
        // One in home, one in the profile; the escrow of each key is alone, so that it can go when its stream
        // goes.
        QCOMPARE(home.store().journal().count().value(), 2 + escrows);
        QCOMPARE(home.store().model().people.size(), std::size_t{1});
        QCOMPARE(people(home.store())->front().name, "Sofie");
        QVERIFY(home.store().model().person(sofie)->name.empty()); // a resident's name is in their own stream
                                                                   // only
    }

    void everyStreamHasARandomKeyThatTheSeedCanOpen()
    {
        BuiltHome home;
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        const auto fold = home.store().folds().upToDate(home.store().server().homeStream);
        const std::string box = merge::refOf((*fold)->view(team.bits, "recovery.1"));
        const auto secret = seal::derive(home.seed(), seal::label::kRecoveryBox);
        const auto opened = seal::openBox(seal::BoxSecret{secret.data}, box);
        QVERIFY(opened);
        QCOMPARE(*opened, team.str() + home.store().keys().key(team, 1)->str());
    }

    void theOfficesChangesAreProven()
    {
        BuiltHome home;
        home.addResident("Sofie");
        const auto page = home.store().page(*home.store().journal().streams(), 0);
        QCOMPARE(page->changes.size(), page->proofs.size());
        for (const wire::v1::Proof &proof : page->proofs) {
            QVERIFY(seal::checkSignature(proof, seal::publicOf(home.store().server().identity)));
        }
    }

    void twoPensAtOnceAreRefused()
    {
        BuiltHome home;
        const auto second = openHome(home.paths(), home.random());
        const auto first = Office::begin(home.store(), {home.random(), 1});
        QVERIFY(first);
        QVERIFY(Office::begin(**second, {home.random(), 1}).error().code() == Errc::StoreBusy);
    }

    void peopleAreFoundByNameOrId()
    {
        BuiltHome home;
        const PersonId sofie = home.addResident("Sofie");
        home.addResident("Ali");
        home.addResident("Ali");
        const auto all = people(home.store());
        QCOMPARE(matching(*all, "Sofie", true).size(), std::size_t{1});
        QCOMPARE(matching(*all, toHex(sofie.view()), true).size(), std::size_t{1});
        QCOMPARE(matching(*all, "Ali", true).size(), std::size_t{2});
        QVERIFY(matching(*all, "Sofie", false).empty());
        QVERIFY(matching(*all, "sofie", true).empty());
    }

    void statusCountsAndNamesButNeverQuotes()
    {
        BuiltHome home;
        const PersonId sofie = home.addResident("Sofie");
        const auto tablet = home.addTablet("Stuen", domain::DeviceKind::Shared);
        const StreamId team = home.streamOf(sofie, StreamKind::Team);
        // Two edits of one field that did not see each other.
        home.append(home.write(team, Incarnation{1}, 1, 1, 5));
        home.append(home.write(team, Incarnation{2}, 1, 1, 6));
        const auto report = readStatus(home.store());
        QVERIFY(report);
        QCOMPARE(report->residents, std::size_t{1});
        QCOMPARE(report->changes, home.store().journal().count().value());
        QCOMPARE(report->changesByKind.at(StreamKind::Team), std::uint64_t{2});
        QCOMPARE(report->waiting.size(), std::size_t{1});
        QVERIFY(report->waiting.front().resident == sofie);
        QCOMPARE(report->waiting.front().name, "Sofie");
        QCOMPARE(report->waiting.front().linkId, "field");
        QCOMPARE(report->tablets.size(), std::size_t{1});
        QCOMPARE(report->tablets.front().behind, report->changes);
        QCOMPARE(report->singleCopy, report->changes - 2); // the office's own; the others came from tablets
        auto transaction = journal::Transaction::begin(home.store().journal().database());
        QVERIFY(home.store().contacts().noteCursor(tablet.device.id, *home.store().end()));
        QVERIFY(transaction->commit());
        const auto after = readStatus(home.store());
        QCOMPARE(after->tablets.front().behind, std::uint64_t{0});
        QCOMPARE(after->singleCopy, std::uint64_t{0});
    }

    void stateGivesTheFiguresOfEachStream()
    {
        BuiltHome home;
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        const auto before = readState(home.store());
        home.append(home.write(team, Incarnation{1}, 1, 2));
        const auto after = readState(home.store());
        QCOMPARE(after->size(), before->size() + 1);
        const auto at = std::find_if(after->begin(), after->end(),
                                     [&](const StreamState &s) { return s.stream == team; });
        QCOMPARE(at->changes, std::uint64_t{2});
        QVERIFY(at->setHash == *home.store().setHash(team));
        const auto fold = home.store().folds().upToDate(team);
        QVERIFY(at->fold == seal::hash256((*fold)->canonical()));
    }
};

QTEST_GUILESS_MAIN(TestOffice)
#include "tst_office.moc"
