#include "proto/seal/boxed_change.h"
#include "sync-server/audit_rows.h"
#include "tests/server/home_builder.h"

#include <QtTest>
#include <algorithm>

using namespace trivsel;
using namespace trivsel::server;
using domain::DeviceKind;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

bool has(const std::vector<wire::v1::StreamGrant> &grants, const StreamId &stream)
{
    return std::any_of(grants.begin(), grants.end(),
                       [&](const wire::v1::StreamGrant &grant) { return grant.stream() == stream.str(); });
}

} // namespace

class TestHomeStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTabletHoldsWhatItsKindMayHold_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("safety");
        QTest::newRow("shared") << static_cast<int>(DeviceKind::Shared) << false;
        QTest::newRow("staff") << static_cast<int>(DeviceKind::Staff) << true;
    }
    void aTabletHoldsWhatItsKindMayHold()
    {
        QFETCH(int, kind);
        QFETCH(bool, safety);
        BuiltHome home;
        const PersonId sofie = home.addResident("Sofie");
        const Tablet tablet = home.addTablet("Stuen", static_cast<DeviceKind>(kind));
        const auto grants = home.store().grants(tablet.device.id);
        QVERIFY(has(grants, home.store().server().homeStream));
        for (const StreamKind open : {StreamKind::Profile, StreamKind::Chosen, StreamKind::Team}) {
            QVERIFY(has(grants, home.streamOf(sofie, open)));
            QVERIFY(home.store().mayPush(tablet.device.id, home.streamOf(sofie, open)));
        }
        const StreamId plan = home.streamOf(sofie, StreamKind::Safety);
        QCOMPARE(has(grants, plan), safety);
        QCOMPARE(home.store().mayPush(tablet.device.id, plan), safety);
        QCOMPARE(home.store().keysFor(tablet.device.id, plan).empty(), !safety);
    }

    /** As homes were before contact knew who is taken along and how long a certificate lasts, and before keys
     * turned. */
    void anOlderHomeIsMadeWhatANewOneIs()
    {
        BuiltHome home;
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        const Tablet tablet = home.addTablet("A", DeviceKind::Shared);
        {
            auto transaction = journal::Transaction::begin(home.store().journal().database()).value();
            session::NoteHello hello;
            hello.device = tablet.device.id;
            hello.app = "0.1";
            hello.complete = true;
            QVERIFY(home.store().contacts().noteHello(hello, 7));
            QVERIFY(transaction.commit());
        }
        for (const char *older : {"DROP TABLE key_holder", "ALTER TABLE contact DROP COLUMN carry",
                                  "ALTER TABLE contact DROP COLUMN grants",
                                  "ALTER TABLE contact DROP COLUMN certificate_until"}) {
            QVERIFY(home.store().journal().database().execute(older));
        }
        home.close();
        for (int start = 0; start < 2; ++start) {
            auto opened = openHome(home.paths(), home.random());
            QVERIFY(opened);
            HomeStore &store = **opened;
            const Contact contact = store.contacts().of(tablet.device.id).value();
            QCOMPARE(contact.lastMs, std::int64_t(7));
            QCOMPARE(contact.app, "0.1");
            QVERIFY(contact.complete && contact.carry.empty());
            QVERIFY(!store.standsAtCursor(contact)); // until its next Hello
            QVERIFY(has(store.grants(tablet.device.id), team));
            const auto due = store.keyHolders().due(store).value();
            QVERIFY(due.any() && due.turn.empty()); // nobody has left
        }
    }

    void everyTabletHandsInWhoLookedAndNoneHoldsIt()
    {
        BuiltHome home; // as homes were made before: without these streams
        const PersonId sofie = home.addResident("Sofie");
        const Office::Ports ports{home.random(), 1};
        QCOMPARE(makeAuditStreams(home.store(), ports).value_or(99), std::size_t{2}); // hers and the house's
        QCOMPARE(makeAuditStreams(home.store(), ports).value_or(99), std::size_t{0});
        const StreamId audit = home.streamOf(sofie, StreamKind::Audit);
        for (const DeviceKind kind : {DeviceKind::Shared, DeviceKind::Staff, DeviceKind::Leader}) {
            const DeviceId id = home.addTablet("Tablet", kind).device.id;
            QVERIFY(home.store().mayPush(id, audit));
            QVERIFY(!has(home.store().grants(id), audit));
            QVERIFY(home.store().keysFor(id, audit).empty());
            const auto revoked = home.store().revoked(id);
            QVERIFY(std::find(revoked.begin(), revoked.end(), audit) == revoked.end());
        }
        QVERIFY(!home.store().mayPush(home.addTablet("Væk", DeviceKind::Shared, true).device.id, audit));
        QVERIFY(!home.store().mayPush(DeviceId{{9}}, audit));
        const DeviceId shared = home.addTablet("Stuen", DeviceKind::Shared).device.id;
        QVERIFY(
            !home.store().mayPush(shared, {StreamKind::Audit, EntityId{{9}}})); // the office did not make it
        QVERIFY(home.store().knowsKey(audit, seal::kBoxedKey));
        QVERIFY(!home.store().knowsKey(home.streamOf(sofie, StreamKind::Team), seal::kBoxedKey));
    }

    void aKeyIsSealedToTheTabletAlone()
    {
        BuiltHome home;
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        const Tablet mine = home.addTablet("A", DeviceKind::Shared);
        const Tablet other = home.addTablet("B", DeviceKind::Shared);
        const auto keys = home.store().keysFor(mine.device.id, team);
        QCOMPARE(keys.size(), std::size_t{1});
        QCOMPARE(seal::openBox(mine.box, keys.front().box()).value(),
                 home.store().keys().key(team, 1)->str());
        QVERIFY(!seal::openBox(other.box, keys.front().box()));
    }

    void aBlockedTabletReadsNothingAndIsStillKnown()
    {
        BuiltHome home;
        const StreamId team = home.streamOf(home.addResident("Sofie"), StreamKind::Team);
        const Tablet lost = home.addTablet("A", DeviceKind::Shared, true);
        const auto facts = home.store().factsFor(seal::publicOf(lost.sign));
        QVERIFY(facts && facts->blocked && !facts->mayRead);
        QVERIFY(home.store().grants(lost.device.id).empty());
        QVERIFY(home.store().keysFor(lost.device.id, team).empty());
        QVERIFY(!home.store().mayPush(lost.device.id, team));
        QVERIFY(home.store().signKey(lost.device.id)); // what it signed before stays provable
    }

    void aStrangerHasNothing()
    {
        BuiltHome home;
        const auto stranger = randomBytes<DeviceId>(home.random());
        QVERIFY(home.store().grants(stranger).empty());
        QVERIFY(!home.store().mayPush(stranger, home.store().server().homeStream));
        QVERIFY(!home.store().signKey(stranger));
        QVERIFY(!home.store().factsFor(randomBytes<seal::SignPublic>(home.random())));
    }

    void nobodyPushesIntoAStreamThatTheOfficeDidNotMake()
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", DeviceKind::Staff);
        QVERIFY(!home.store().mayPush(tablet.device.id,
                                      {StreamKind::Team, randomBytes<EntityId>(home.random())}));
    }

    void theServerVouchesForItself()
    {
        BuiltHome home;
        const ServerKeys &server = home.store().server();
        QVERIFY(home.store().signKey(server.device()) == seal::publicOf(server.identity));
    }

    void aTabletCanGrantItselfNothing()
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", DeviceKind::Shared);
        const StreamId homeStream = home.store().server().homeStream;
        // It says in `home` that it is a staff device: lawful bytes, sealed with the right key.
        domain::Device greedy = tablet.device;
        greedy.kind = DeviceKind::Staff;
        wire::v1::Change change;
        const auto fold = home.store().folds().upToDate(homeStream);
        for (const auto &op : domain::writeDevice(greedy, **fold)) {
            *change.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(99);
        header.set_ctr(1);
        header.set_lamport(1'000);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        const auto key = home.store().keys().key(homeStream, 1);
        home.append({seal::sealChange(homeStream, header, *seal::encodeChange(change), *key, home.random())});
        QVERIFY(home.store().reread());
        QVERIFY(home.store().model().device(tablet.device.id)->kind == DeviceKind::Shared);
        // It is kept and handed on all the same: nothing is refused.
        QVERIFY(home.store().journal().find({homeStream, {Incarnation{99}, 1}})->has_value());
    }

    void anotherProcessIsNoticed()
    {
        BuiltHome home;
        auto second = openHome(home.paths(), home.random());
        QVERIFY(second);
        QVERIFY((*second)->model().people.empty());
        const PersonId sofie = home.addResident("Sofie");
        QVERIFY((*second)->model().people.empty());
        QVERIFY((*second)->refresh());
        const auto team = (*second)->model().streamOf(sofie, StreamKind::Team);
        QVERIFY(team);
        QVERIFY((*second)->knowsKey(*team, 1));
        QVERIFY(!(*second)->knowsKey(*team, 2));
    }

    void aNewEpochIsKept()
    {
        BuiltHome home;
        const std::uint64_t before = home.store().epoch();
        QVERIFY(before != 0);
        const auto renewed = home.store().renewEpoch();
        QVERIFY(renewed && *renewed != before);
        QCOMPARE(home.store().epoch(), *renewed);
        const auto again = openHome(home.paths(), home.random());
        QCOMPARE((*again)->epoch(), *renewed);
    }

    void theQuarantineIsBounded()
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", DeviceKind::Shared);
        const auto fits = [&](std::uint64_t changes, std::uint64_t bytes) {
            return home.store().mayHold(tablet.device.id, changes, bytes).value();
        };
        QVERIFY(fits(limits::kQuarantineChangesPerDeviceMax, 1));
        QVERIFY(!fits(limits::kQuarantineChangesPerDeviceMax + 1, 1));
        QVERIFY(fits(1, limits::kQuarantineBytesPerDeviceMax));
        QVERIFY(!fits(1, limits::kQuarantineBytesPerDeviceMax + 1));
    }
};

QTEST_GUILESS_MAIN(TestHomeStore)
#include "tst_home_store.moc"
