// SAFE: when the server may say that a change stands on a second device.
#include "sync-server/office.h"
#include "sync-server/reissues.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

struct Place
{
    BuiltHome home;
    Tablet a = home.addTablet("A", domain::DeviceKind::Shared);
    Tablet b = home.addTablet("B", domain::DeviceKind::Shared);
    Tablet staff = home.addTablet("C", domain::DeviceKind::Staff);
    Tablet blocked = home.addTablet("D", domain::DeviceKind::Shared, true);
    PersonId sofie = home.addResident("Sofie");
    StreamId team = home.streamOf(sofie, StreamKind::Team);
    StreamId safety = home.streamOf(sofie, StreamKind::Safety);

    Place() { home.append(home.write(team, Incarnation{7}, 1, 5)); }

    /** The tablet's Hello, and then its ack of a page. */
    void stands(const Tablet &tablet, std::uint64_t seq, bool complete = true)
    {
        const auto at = home.store().journal().positionAt(seq).value().value();
        stands(tablet, at, complete);
    }
    void stands(const Tablet &tablet, const journal::Position &at, bool complete = true)
    {
        auto transaction = journal::Transaction::begin(home.store().journal().database()).value();
        session::NoteHello hello;
        hello.device = tablet.device.id;
        hello.complete = complete;
        hello.grants = session::grantsHash(home.store().grants(tablet.device.id));
        QVERIFY(home.store().contacts().noteHello(hello, 1));
        QVERIFY(home.store().contacts().noteCursor(tablet.device.id, at));
        QVERIFY(transaction.commit());
    }
    [[nodiscard]] std::uint64_t end() { return home.store().journal().count().value(); }
    [[nodiscard]] std::uint64_t upto(const Tablet &asking) { return upto(asking, team); }
    [[nodiscard]] std::uint64_t upto(const Tablet &asking, const StreamId &stream)
    {
        return home.store().safeUpto(asking.device.id, stream).value();
    }
};

} // namespace

class TestSafe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherTabletsCursorCounts()
    {
        Place m;
        QCOMPARE(m.upto(m.a), std::uint64_t(0));
        m.stands(m.a, m.end());
        QCOMPARE(m.upto(m.a), std::uint64_t(0)); // its own copy is the one that may be lost
        QCOMPARE(m.upto(m.b), m.end());
        m.stands(m.b, m.end() - 2);
        QCOMPARE(m.upto(m.a), m.end() - 2);
    }

    /** Its tablet asks by the id that it gave it: as safe as where its words stand. */
    void whatStandsUnderTheOfficesIdIsAsSafeAsThat()
    {
        Place m;
        auto held = m.home.write(m.team, Incarnation{8}, 1, 1).front();
        const auto before = m.end();
        {
            auto office = Office::begin(m.home.store(), {m.home.random(), 1}).value();
            office.reissue(held, wire::v1::Change());
            QVERIFY(office.commit());
        }
        const auto safe = [&] {
            return m.home.store().safe(m.a.device.id, m.team, {held.dot.inc, 1, 3}).value();
        };
        m.stands(m.b, before);
        QVERIFY(safe().empty());
        m.stands(m.b, m.end());
        QCOMPARE(safe().size(), std::size_t(1));
        QCOMPARE(safe().front(), (journal::Range{held.dot.inc, 1, 1}));
    }

    /** A tablet that asks about a long range does not make the office look without end: it asks again. */
    void noMoreCountersAreLookedAtThanTheLimit()
    {
        Place m;
        const auto held = m.home.write(m.team, Incarnation{8}, 1, kReissuesLookedAt + 1);
        {
            auto office = Office::begin(m.home.store(), {m.home.random(), 1}).value();
            office.reissue(held.at(kReissuesLookedAt - 1), wire::v1::Change());
            office.reissue(held.at(kReissuesLookedAt), wire::v1::Change());
            QVERIFY(office.commit());
        }
        m.stands(m.b, m.end());
        const auto safe = [&](std::uint64_t first) {
            const Incarnation inc = held.front().dot.inc;
            return m.home.store().safe(m.a.device.id, m.team, {inc, first, kReissuesLookedAt + 1}).value();
        };
        const Incarnation inc = held.front().dot.inc;
        QVERIFY(safe(1) == (std::vector<journal::Range>{{inc, kReissuesLookedAt, kReissuesLookedAt}}));
        QCOMPARE(safe(2).back().last, kReissuesLookedAt + 1);
    }

    void onlyWhoHoldsTheStream()
    {
        Place m;
        m.stands(m.a, m.end());
        QCOMPARE(m.upto(m.staff, m.safety), std::uint64_t(0)); // never on a shared tablet
        m.stands(m.staff, m.end());
        QCOMPARE(m.upto(m.a, m.safety), m.end());
    }

    void onlyWhoHoldsAllOfIt()
    {
        Place m;
        m.stands(m.a, m.end(), false); // grants that are not filled in yet
        QCOMPARE(m.upto(m.b), std::uint64_t(0));
        m.stands(m.blocked, m.end());
        QCOMPARE(m.upto(m.b), std::uint64_t(0));
        m.stands(m.a, journal::Position{m.end(), 4711}); // of another log
        QCOMPARE(m.upto(m.b), std::uint64_t(0));
    }

    /** What was granted after its Hello is not filled in on it. */
    void onlyWhatItWasToldToHold()
    {
        Place m;
        m.stands(m.a, m.end());
        QCOMPARE(m.upto(m.b), m.end());
        m.home.addResident("Ole");
        QCOMPARE(m.upto(m.b), std::uint64_t(0));
        m.stands(m.a, m.end());
        QCOMPARE(m.upto(m.b), m.end());
    }

    void aPhoneCountsForWhomItTakesAlong()
    {
        Place m;
        const PersonId mette = m.home.addStaff("Mette");
        m.home.setReaders(m.sofie, {}, {mette});
        const Tablet phone = m.home.addTablet("Mobil", domain::DeviceKind::Staff, false, mette);
        m.stands(phone, m.end());
        QCOMPARE(m.upto(m.a), std::uint64_t(0));
        m.home.store().noteCarry(phone.device.id, {m.sofie});
        m.stands(phone, m.end());
        QCOMPARE(m.upto(m.a), m.end());
    }

    void aNewEpochBeginsWithNobody()
    {
        Place m;
        m.stands(m.a, m.end());
        QCOMPARE(m.upto(m.b), m.end());
        QVERIFY(m.home.store().renewEpoch());
        QCOMPARE(m.upto(m.b), std::uint64_t(0));
    }

    void whatIsAskedForIsAnsweredChangeByChange()
    {
        Place m;
        m.stands(m.b, m.end() - 2);
        const auto safe =
            m.home.store().safe(m.a.device.id, m.team, {Incarnation{7}, 1, UINT64_MAX / 2}).value();
        QCOMPARE(safe, (std::vector<session::Range>{{Incarnation{7}, 1, 3}}));
        QVERIFY(m.home.store().safe(m.a.device.id, m.team, {Incarnation{8}, 1, 9}).value().empty());
    }
};

QTEST_GUILESS_MAIN(TestSafe)
#include "tst_safe.moc"
