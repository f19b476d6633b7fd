#include "proto/base/limits.h"
#include "sync-server/inbox.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

constexpr Incarnation kTablet{77};

Inbox::Stored store(BuiltHome &home, const session::StorePush &push)
{
    auto transaction = journal::Transaction::begin(home.store().journal().database());
    Inbox inbox(home.store());
    auto stored = inbox.store(push, 1);
    if (!stored || !transaction->commit()) {
        qFatal("not stored");
    }
    return *stored;
}

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        m_tablet = m_home->addTablet("A", domain::DeviceKind::Shared);
        m_team = m_home->streamOf(m_home->addResident("Sofie"), StreamKind::Team);
    }

    void whatIsHandedInIsThereWithItsProof()
    {
        const auto changes = m_home->write(m_team, kTablet, 1, 3);
        const Inbox::Stored stored = store(*m_home, m_home->push(m_tablet, m_team, changes, 5));
        QCOMPARE(stored.answer.id, 5u);
        QVERIFY(stored.answer.held.empty());
        QCOMPARE(journal().tip(m_team, kTablet)->ctr, 3u);
        QCOMPARE(journal().proofsFor(m_team, {kTablet, 1, 3})->size(), std::size_t{1});
        QCOMPARE(m_home->store().lastIncarnation(m_tablet.device.id).value(),
                 static_cast<std::uint64_t>(kTablet));
    }

    /** What a running copy wrote after the same beginning: its third change names its own second one, which
     * is another here. */
    void aCopysChainIsHeldFromWhereItLeaves()
    {
        const auto begin = m_home->write(m_team, kTablet, 1, 1);
        const auto ours = m_home->write(m_team, kTablet, 2, 1);
        store(*m_home, m_home->push(m_tablet, m_team, {begin.at(0), ours.at(0)}));
        const auto theirs = m_home->write(m_team, kTablet, 2, 3);
        const Hash256 head = seal::chainNext(Hash256{}, begin.at(0).hash);
        const Inbox::Stored stored = store(*m_home, m_home->push(m_tablet, m_team, theirs, 2, head));
        QCOMPARE(stored.answer.held.size(), std::size_t{3});
        QVERIFY(stored.answer.held.front() == std::pair(Dot{kTablet, 2}, wire::v1::ID_COLLISION));
        QCOMPARE(journal().tip(m_team, kTablet)->ctr, 2u);
        QCOMPARE(journal().quarantined()->size(), std::size_t{3});
    }

    /** The same in a push of its own, which begins where the log ends. */
    void aCopysChainIsHeldWhenItGoesOnLater()
    {
        store(*m_home, m_home->push(m_tablet, m_team, m_home->write(m_team, kTablet, 1, 2)));
        const auto theirs = m_home->write(m_team, kTablet, 1, 2);
        Hash256 head = seal::chainNext(Hash256{}, theirs.at(0).hash);
        head = seal::chainNext(head, theirs.at(1).hash);
        const auto more = m_home->write(m_team, kTablet, 3, 1);
        const Inbox::Stored stored = store(*m_home, m_home->push(m_tablet, m_team, more, 2, head));
        QCOMPARE(stored.answer.held.size(), std::size_t{1});
        QCOMPARE(stored.answer.held.at(0).second, wire::v1::ID_COLLISION);
    }

    void handedInTwiceIsOnce()
    {
        const auto push = m_home->push(m_tablet, m_team, m_home->write(m_team, kTablet, 1, 3));
        store(*m_home, push);
        const auto end = journal().end();
        const Inbox::Stored again = store(*m_home, push);
        QVERIFY(again.answer.held.empty());
        QVERIFY(*journal().end() == *end);
    }

    void anOldOfferDoesNotHideTheNewestIncarnation()
    {
        const auto old = m_home->push(m_tablet, m_team, m_home->write(m_team, kTablet, 1, 1));
        store(*m_home, old);
        store(*m_home, m_home->push(m_tablet, m_team, m_home->write(m_team, Incarnation{78}, 1, 1)));
        store(*m_home, old);
        QCOMPARE(m_home->store().lastIncarnation(m_tablet.device.id).value(), std::uint64_t{78});
    }

    void whatTheSessionHeldIsKeptAsideWithItsProof()
    {
        session::StorePush push = m_home->push(m_tablet, m_team, m_home->write(m_team, kTablet, 1, 2));
        for (const auto &change : push.accepted) {
            push.held.emplace_back(change, wire::v1::NO_GRANT);
        }
        push.accepted.clear();
        const auto before = journal().end();
        store(*m_home, push);
        QVERIFY(*journal().end() == *before);
        QCOMPARE(journal().quarantined()->size(), std::size_t{2});
        QCOMPARE(journal().proofsFor(m_team, {kTablet, 1, 2})->size(), std::size_t{1});
    }

    void collisionsFillTheQuarantineAndThenNoMore()
    {
        const auto changes = m_home->write(m_team, kTablet, 1, 4);
        store(*m_home, m_home->push(m_tablet, m_team, changes));
        fillQuarantine(limits::kQuarantineChangesPerDeviceMax - 1);
        // Two twins of what is there, and room for one.
        const Inbox::Stored stored = store(
            *m_home, m_home->push(m_tablet, m_team, m_home->write(m_team, kTablet, 2, 2), 1, headAfter(1)));
        QCOMPARE(stored.answer.held.size(), std::size_t{2});
        QVERIFY(stored.answer.held.front() == std::pair(Dot{kTablet, 2}, wire::v1::ID_COLLISION));
        QVERIFY(stored.answer.held.back() == std::pair(Dot{kTablet, 3}, wire::v1::QUARANTINE_FULL));
        QCOMPARE(journal().heldFor(m_tablet.device.id)->changes, limits::kQuarantineChangesPerDeviceMax);
    }

    void aRunOverAForkIsATwins()
    {
        const auto ours = m_home->write(m_team, kTablet, 1, 3);
        store(*m_home, m_home->push(m_tablet, m_team, ours));
        // The twin wrote its own third change, and goes on from there.
        std::vector<seal::SealedChange> theirs(ours.begin(), ours.begin() + 2);
        for (auto &change : m_home->write(m_team, kTablet, 3, 3)) {
            theirs.push_back(std::move(change));
        }
        Hash256 head{};
        for (std::size_t at = 0; at < 3; ++at) {
            head = seal::chainNext(head, theirs[at].hash);
        }
        const Inbox::Stored stored =
            store(*m_home, m_home->push(m_tablet, m_team, {theirs.begin() + 3, theirs.end()}, 1, head));
        // As a collision, which it is: so the twin writes it again under an incarnation of its own.
        QCOMPARE(stored.answer.held.size(), std::size_t{2});
        QVERIFY(stored.answer.held.front() == std::pair(Dot{kTablet, 4}, wire::v1::ID_COLLISION));
        QVERIFY(stored.answer.held.back() == std::pair(Dot{kTablet, 5}, wire::v1::ID_COLLISION));
        QCOMPARE(journal().tip(m_team, kTablet)->ctr, 3u);
        // The tablet itself goes on as before, also with a run that begins in what is there already.
        auto more = std::vector<seal::SealedChange>{ours[2]};
        more.push_back(m_home->write(m_team, kTablet, 4, 1).front());
        QVERIFY(store(*m_home, m_home->push(m_tablet, m_team, more, 2, headAfter(2))).answer.held.empty());
        QCOMPARE(journal().tip(m_team, kTablet)->ctr, 4u);
    }

    void whatIsThereAlreadyIsThereWhateverItsProofSays()
    {
        const auto ours = m_home->write(m_team, kTablet, 1, 3);
        store(*m_home, m_home->push(m_tablet, m_team, ours));
        const std::vector<seal::SealedChange> last{ours[2]};
        const Hash256 other = randomBytes<Hash256>(m_home->random());
        QVERIFY(store(*m_home, m_home->push(m_tablet, m_team, last, 1, other)).answer.held.empty());
        QCOMPARE(journal().quarantined()->size(), std::size_t{0});
    }

    void aRunAfterAHoleIsTaken()
    {
        // What lies before it is in quarantine or still to come: there is no head to compare.
        const Hash256 head = randomBytes<Hash256>(m_home->random());
        const auto late = m_home->write(m_team, kTablet, 5, 2);
        QVERIFY(store(*m_home, m_home->push(m_tablet, m_team, late, 1, head)).answer.held.empty());
        QVERIFY(journal().find({m_team, {kTablet, 6}})->has_value());
    }

    void anAbsurdLamportIsHeld()
    {
        store(*m_home, m_home->push(m_tablet, m_team, m_home->write(m_team, kTablet, 1, 3))); // up to 3
        const auto at = [&](Incarnation inc, std::uint64_t lamport) {
            auto changes = m_home->write(m_team, inc, 1, 1, 10, lamport);
            return store(*m_home, m_home->push(m_tablet, m_team, std::move(changes))).answer.held;
        };
        QVERIFY(at(Incarnation{80}, 3 + limits::kLamportJumpMax).empty());
        const std::uint64_t now = journal().lamport(m_team).value();
        const auto held = at(Incarnation{81}, now + limits::kLamportJumpMax + 1);
        QCOMPARE(held.size(), std::size_t{1});
        QCOMPARE(held.front().second, wire::v1::UNREADABLE);
        QCOMPARE(at(Incarnation{82}, UINT64_MAX).size(), std::size_t{1});
        QCOMPARE(journal().lamport(m_team).value(), now); // who comes last is no coin toss
    }

    void whatNobodyErasedIsNotGone()
    {
        const auto changes = m_home->write(m_team, kTablet, 1, 2);
        auto gone = changes;
        gone[1].gone = true;
        gone[1].ct.clear();
        gone[1].nonce = {};
        const Inbox::Stored stored = store(*m_home, m_home->push(m_tablet, m_team, gone));
        QVERIFY(stored.answer.held == (std::vector{std::pair(Dot{kTablet, 2}, wire::v1::UNREADABLE)}));
        // Whoever still has the words can bring them.
        QVERIFY(store(*m_home, m_home->push(m_tablet, m_team, changes)).answer.held.empty());
        QVERIFY(!journal().find({m_team, {kTablet, 2}}).value()->change.gone);
        // And once they are here, nobody takes them away like that.
        QVERIFY(store(*m_home, m_home->push(m_tablet, m_team, gone)).answer.held.empty());
        QVERIFY(!journal().find({m_team, {kTablet, 2}}).value()->change.gone);
    }

    /** Who offers what another tablet wrote sends the rest of that one's proof without its content. */
    void aPlaceThatOnlyTheProofWantsIsNotHeld()
    {
        const Tablet other = m_home->addTablet("B", domain::DeviceKind::Shared);
        const auto changes = m_home->write(m_team, kTablet, 1, 3);
        const auto offer = [&](std::size_t which) {
            session::StorePush push = m_home->push(m_tablet, m_team, changes);
            push.from = other.device.id;
            for (std::size_t at = 0; at < changes.size(); ++at) {
                push.accepted[at] = at == which ? changes[at] : seal::goneOf(changes[at]);
            }
            return store(*m_home, push).answer.held;
        };
        QCOMPARE(offer(1).size(), std::size_t{2});
        QVERIFY(journal().quarantined()->empty());
        QVERIFY(!journal().find({m_team, {kTablet, 1}})->has_value());
        QCOMPARE(journal().proofsFor(m_team, {kTablet, 2, 2})->size(), std::size_t{1});
        QCOMPARE(offer(0).size(), std::size_t{1}); // the second is here already
        QVERIFY(offer(2).empty());
        QCOMPARE(journal().tip(m_team, kTablet)->ctr, 3u);
        QVERIFY(!journal().find({m_team, {kTablet, 1}}).value()->change.gone);
    }

    /** It was held while the tablet had no right, and is offered again when it has one. */
    void whatIsLetInIsHeldNoMore()
    {
        const auto push = m_home->push(m_tablet, m_team, m_home->write(m_team, kTablet, 1, 2));
        session::StorePush refused = push;
        for (const auto &change : push.accepted) {
            refused.held.emplace_back(change, wire::v1::NO_GRANT);
        }
        refused.accepted.clear();
        store(*m_home, refused);
        QCOMPARE(journal().quarantined()->size(), std::size_t{2});
        QVERIFY(store(*m_home, push).answer.held.empty());
        QVERIFY(journal().quarantined()->empty());
        QCOMPARE(journal().tip(m_team, kTablet)->ctr, 2u);
    }

    /** In `home` an order may have emptied it; the words take the place away again. */
    void inHomeAPlaceIsHeldUntilItsWordsCome()
    {
        const StreamId homeStream = m_home->store().server().homeStream;
        const Tablet other = m_home->addTablet("B", domain::DeviceKind::Shared);
        const auto changes = m_home->write(homeStream, kTablet, 1, 2);
        session::StorePush push = m_home->push(m_tablet, homeStream, changes);
        push.from = other.device.id;
        push.accepted[0] = seal::goneOf(changes[0]);
        QCOMPARE(store(*m_home, push).answer.held.size(), std::size_t{1});
        QCOMPARE(journal().quarantined()->size(), std::size_t{1});
        push.accepted[0] = changes[0];
        push.accepted[1] = seal::goneOf(changes[1]);
        QVERIFY(store(*m_home, push).answer.held.empty());
        QVERIFY(journal().quarantined()->empty());
    }

    void whoPretendsToBeTheServerFillsItsQuarantineAndThenNoMore()
    {
        const StreamId homeStream = m_home->store().server().homeStream;
        const Incarnation servers = journal().ranges(homeStream)->front().inc;
        const std::uint64_t next = journal().tip(homeStream, servers)->ctr + 1;
        fillQuarantine(limits::kQuarantineChangesPerDeviceMax - 1);
        const Inbox::Stored stored =
            store(*m_home, m_home->push(m_tablet, homeStream, m_home->write(homeStream, servers, next, 2)));
        QCOMPARE(stored.answer.held.size(), std::size_t{2});
        QCOMPARE(stored.answer.held.front().second, wire::v1::BAD_PROOF);
        QCOMPARE(stored.answer.held.back().second, wire::v1::QUARANTINE_FULL);
        QCOMPARE(journal().heldFor(m_tablet.device.id)->changes, limits::kQuarantineChangesPerDeviceMax);
    }

    void aTabletCantGoOnWhereTheServerStopped()
    {
        const StreamId homeStream = m_home->store().server().homeStream;
        const auto ranges = journal().ranges(homeStream);
        const Incarnation servers = ranges->front().inc;
        const std::uint64_t stopped = journal().tip(homeStream, servers)->ctr;
        QVERIFY(m_home->store().authority().isOwn(servers));
        const Inbox::Stored stored = store(
            *m_home, m_home->push(m_tablet, homeStream, m_home->write(homeStream, servers, stopped + 1, 1)));
        QCOMPARE(stored.answer.held.size(), std::size_t{1});
        QCOMPARE(stored.answer.held.front().second, wire::v1::BAD_PROOF);
        QCOMPARE(journal().tip(homeStream, servers)->ctr, stopped);
    }

    void theServersOwnChangesComeBackFromATablet()
    {
        // A home made anew from its seed, and a tablet that still holds what the lost server had written.
        const StreamId homeStream = m_home->store().server().homeStream;
        const auto page = m_home->store().page({homeStream}, 0);
        session::StorePush push;
        push.id = 1;
        push.from = m_tablet.device.id;
        push.stream = homeStream;
        push.accepted.push_back(page->changes.front().change);
        push.proof = page->proofs.front();
        QTemporaryDir dir;
        HomePaths paths;
        paths.dir = dir.filePath(QStringLiteral("new")).toStdString();
        paths.wrapKey = paths.dir / "wrap.key";
        auto fresh = createHome(paths, m_home->seed(), m_home->random());
        QVERIFY(fresh);
        QVERIFY((*fresh)->model().devices.empty());
        auto transaction = journal::Transaction::begin((*fresh)->journal().database());
        Inbox inbox(**fresh);
        const auto stored = inbox.store(push, 1);
        QVERIFY(stored && stored->home && stored->answer.held.empty());
        QVERIFY(transaction->commit());
        QVERIFY((*fresh)->reread());
        QVERIFY(!(*fresh)->model().devices.empty());
    }

private:
    /** With changes under ids that no test uses. */
    void fillQuarantine(std::uint64_t count)
    {
        auto transaction = journal::Transaction::begin(journal().database());
        for (const auto &change : m_home->write(m_team, Incarnation{99}, 1, count)) {
            QVERIFY(journal().quarantine(m_tablet.device.id, change, wire::v1::UNKNOWN_KEY, 1));
        }
        QVERIFY(transaction->commit());
    }
    Hash256 headAfter(std::uint64_t ctr) { return journal().headAt(m_team, {kTablet, ctr}).value(); }
    journal::Journal &journal() { return m_home->store().journal(); }
    std::unique_ptr<BuiltHome> m_home;
    Tablet m_tablet;
    StreamId m_team;
};

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
