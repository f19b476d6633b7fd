// When somebody may read no more, what is written from then on is sealed with another key.
#include "sync-server/escrow.h"
#include "sync-server/hub.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using domain::DeviceKind;
using domain::Role;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

struct House
{
    BuiltHome home;
    PersonId mette = home.addStaff("Mette");
    PersonId ali = home.addStaff("Ali");
    PersonId sofie = home.addResident("Sofie");
    PersonId ole = home.addResident("Ole");
    Tablet shared = home.addTablet("Stuen", DeviceKind::Shared);
    Tablet phone = home.addTablet("Mettes", DeviceKind::Staff, false, mette);
    StreamId team = home.streamOf(sofie, StreamKind::Team);
    StreamId chosen = home.streamOf(sofie, StreamKind::Chosen);
    StreamId safety = home.streamOf(sofie, StreamKind::Safety);
    StreamId other = home.streamOf(ole, StreamKind::Team);
    StreamId profile = home.streamOf(sofie, StreamKind::Profile);

    House() { home.setReaders(sofie, {mette}, {mette, ali}); }
    [[nodiscard]] std::uint32_t version(const StreamId &stream) { return home.store().keyVersion(stream); }
    /** All that a device gets of a stream's keys, opened. */
    [[nodiscard]] std::map<std::uint32_t, std::string> keysOf(const Tablet &tablet, const StreamId &stream)
    {
        std::map<std::uint32_t, std::string> out;
        for (const wire::v1::StreamKey &key : home.store().keysFor(tablet.device.id, stream)) {
            out[key.key()] = seal::openBox(tablet.box, key.box()).value();
        }
        return out;
    }
};

} // namespace

class TestKeyTurns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyLeftNothingTurns()
    {
        House m;
        QCOMPARE(m.version(m.team), 1U);
        m.home.addStaff("Ny");
        m.home.addTablet("Køkkenet", DeviceKind::Shared);
        m.home.setReaders(m.ole, {}, {m.mette});          // somebody more
        m.home.setReaders(m.sofie, {m.mette}, {m.mette}); // Ali has no device of his own: nothing to turn
        for (const StreamId &stream : {m.team, m.chosen, m.safety, m.other, m.profile}) {
            QCOMPARE(m.version(stream), 1U);
        }
    }

    void whoLeavesTheTeam()
    {
        House m;
        m.home.setReaders(m.sofie, {m.mette}, {m.ali});
        QVERIFY(m.version(m.team) > 1);
        QVERIFY(m.version(m.safety) > 1);
        QCOMPARE(m.version(m.chosen), 1U); // she is still chosen
        QCOMPARE(m.version(m.other), 1U);
        QCOMPARE(m.version(m.profile), 1U);
        const auto keys = m.keysOf(m.shared, m.team); // who stays reads what was, and what comes
        QCOMPARE(keys.size(), std::size_t{2});
        QVERIFY(keys.contains(1) && keys.contains(m.version(m.team)));
        QVERIFY(keys.at(1) != keys.at(m.version(m.team)));
        QVERIFY(m.keysOf(m.phone, m.team).empty());
        QVERIFY(m.home.store().knowsKey(m.team, 1)); // an old tablet still writes under it
        m.home.setReaders(m.sofie, {}, {m.ali});
        QVERIFY(m.version(m.chosen) > 1);
    }

    void whoLeavesTheHouse_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("removed") << 0;
        QTest::newRow("another role") << 1;
        QTest::newRow("their phone is blocked") << 2;
        QTest::newRow("their phone is emptied") << 3;
        QTest::newRow("it is somebody else's phone") << 4;
    }
    void whoLeavesTheHouse()
    {
        QFETCH(int, how);
        House m;
        switch (how) {
        case 0:
            m.home.change(m.mette, [](domain::Person &who) { who.active = false; });
            break;
        case 1:
            m.home.change(m.mette, [](domain::Person &who) { who.role = Role::ROLE_OFFICE; });
            break;
        case 2:
            m.home.change(m.phone, [](domain::Device &device) { device.blocked = true; });
            break;
        case 3:
            m.home.change(m.phone, [](domain::Device &device) {
                device.blocked = true;
                device.wipeMs = 5;
            });
            break;
        default:
            m.home.change(m.phone, [&](domain::Device &device) { device.owner = m.ali; });
        }
        QCOMPARE(m.version(m.team) > 1, how != 4); // Ali is in her team, too
        QVERIFY(m.version(m.chosen) > 1);
        QCOMPARE(m.version(m.profile) > 1, how == 2 || how == 3); // it has no right to names either
        QCOMPARE(m.version(m.other), 1U);
        QCOMPARE(m.version(m.home.store().server().homeStream), 1U);
    }

    void aLostSharedTabletTurnsAllThatItHad()
    {
        House m;
        m.home.change(m.shared, [](domain::Device &device) { device.blocked = true; });
        for (const StreamId &stream : {m.team, m.chosen, m.other, m.profile}) {
            QVERIFY(m.version(stream) > 1);
        }
        QCOMPARE(m.version(m.safety), 1U); // it never had that
    }

    void aWalksEndTurnsNothing()
    {
        House m;
        m.home.store().noteCarry(m.phone.device.id, {m.sofie});
        m.home.setReaders(m.ole, {}, {m.ali});
        m.home.store().noteCarry(m.phone.device.id, {});
        m.home.setReaders(m.ole, {}, {m.ali, m.mette});
        QCOMPARE(m.version(m.team), 1U);
    }

    void aResidentWhoSaysSoOnATablet()
    {
        House m;
        const auto *fold = m.home.store().folds().upToDate(m.profile).value();
        domain::Profile said = domain::readProfile(m.sofie, *fold);
        said.team = {m.ali};
        wire::v1::Change change;
        for (const wire::v1::Op &op : domain::writeProfile(m.sofie, said, *fold)) {
            *change.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(9);
        header.set_ctr(1);
        header.set_lamport(fold->lamport() + 1);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        Hub::Ports ports;
        ports.scheduleTick = ports.scheduleRetry = [] {};
        ports.onFatal = [](const Error &error) { qFatal("%s", nameOf(error.code())); };
        ports.clockMs = [] { return std::int64_t{1}; };
        Hub hub(m.home.store(), ports);
        struct Client final : HubClient
        {
            void onStored(const session::StoredPush &push) override { held += push.held.size(); }
            void refuse() override {}
            std::size_t held = 0;
        };
        const auto client = std::make_shared<Client>();
        hub.submit(client,
                   m.home.push(
                       m.shared, m.profile,
                       {seal::sealChange(m.profile, header, seal::encodeChange(change).value(),
                                         m.home.store().keys().key(m.profile, 1).value(), m.home.random())}));
        hub.tick();
        QVERIFY(m.version(m.team) > 1);
        QCOMPARE(m.version(m.chosen), 1U);
        // An old tablet writes under the old version: it is taken.
        hub.submit(client, m.home.push(m.shared, m.team, m.home.write(m.team, Incarnation{4}, 1, 2), 2));
        hub.tick();
        QCOMPARE(client->held, std::size_t{0});
        QCOMPARE(m.home.store().ranges(m.team)->size(), std::size_t{1});
    }

    void theSeedAloneOpensEveryVersion()
    {
        House m;
        m.home.setReaders(m.sofie, {m.mette}, {m.ali});
        m.home.setReaders(m.sofie, {m.mette}, {m.ali, m.mette});
        m.home.setReaders(m.sofie, {m.mette}, {m.ali});
        const auto versions = m.home.store().keys().versions(m.team, UINT32_MAX);
        QCOMPARE(versions.size(), std::size_t{3});
        QTemporaryDir dir;
        auto empty =
            journal::KeyDb::open(dir.filePath("keys.db").toStdString(),
                                 randomBytes<seal::WrapKey>(m.home.random()), {true}, m.home.random());
        QVERIFY(empty);
        HomeStore &store = m.home.store();
        QVERIFY(
            empty->put(store.server().homeStream, 1, store.keys().key(store.server().homeStream, 1).value()));
        QVERIFY(keysFromEscrow(
            store.journal(), *empty, store.server().homeStream,
            [&](Incarnation inc) { return store.authority().isOwn(inc); },
            [](const StreamId &) { return false; }, recoverySecret(m.home.seed())));
        for (const std::uint32_t version : versions) {
            QVERIFY(empty->key(m.team, version) == store.keys().key(m.team, version));
        }
    }

    /** keys.db has it, home.db not: nobody is told, and the next turn takes the same. */
    void aTurnThatWasCutOff()
    {
        House m;
        const auto half = randomBytes<seal::StreamKey>(m.home.random());
        QVERIFY(m.home.store().keys().put(m.team, 77, half));
        QCOMPARE(m.version(m.team), 1U);
        QCOMPARE(m.keysOf(m.shared, m.team).size(), std::size_t{1});
        m.home.setReaders(m.sofie, {m.mette}, {m.ali});
        QCOMPARE(m.version(m.team), 77U);
        QCOMPARE(m.keysOf(m.shared, m.team).at(77), half.str());
    }

    /** Restored from before a turn: what named the key comes back from the tablets, the key does not. */
    void aKeyThatIsNamedAndNotHere()
    {
        House m;
        auto office = Office::begin(m.home.store(), {m.home.random(), 1});
        QVERIFY(office);
        office->escrow(m.team, 500, randomBytes<seal::StreamKey>(m.home.random()));
        QVERIFY(office->commit());
        QVERIFY(m.version(m.team) > 500);
        QCOMPARE(m.keysOf(m.shared, m.team).size(), std::size_t{2});
        QVERIFY(!m.home.store().knowsKey(m.team, 500)); // what it sealed waits in quarantine
        QVERIFY(!m.home.store().keyHolders().due(m.home.store())->any());
    }

    /** A home that came back: nobody has been written down yet. */
    void whoLeavesAHomeThatCameBack()
    {
        House m;
        {
            auto &db = m.home.store().journal().database();
            auto transaction = journal::Transaction::begin(db).value();
            QVERIFY(db.execute("DELETE FROM key_holder"));
            QVERIFY(transaction.commit());
        }
        QVERIFY(m.home.store().keyHolders().noteAll(m.home.store()));
        QCOMPARE(m.version(m.team), 1U); // that alone turns nothing
        m.home.setReaders(m.sofie, {m.mette}, {m.ali});
        QVERIFY(m.version(m.team) > 1);
    }

    void twoServersNeverGiveOneNumberToTwoKeys()
    {
        std::set<std::uint32_t> numbers;
        for (int i = 0; i < 6; ++i) {
            House m;
            m.home.setReaders(m.sofie, {m.mette}, {});
            numbers.insert(m.version(m.team));
        }
        QVERIFY(numbers.size() > 3); // drawn, not counted
    }
};

QTEST_GUILESS_MAIN(TestKeyTurns)
#include "tst_key_turns.moc"
