// Which streams a device gets: by its kind, its owner, whom the resident lets read, and who is taken along.
#include "proto/base/limits.h"
#include "proto/domain/device_rights.h"
#include "sync-server/hub.h"
#include "sync-server/quarantine.h"
#include "tests/server/home_builder.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using domain::DeviceKind;
using domain::Role;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

struct FakeClient final : HubClient
{
    std::vector<session::StoredPush> stored;
    void onStored(const session::StoredPush &push) override { stored.push_back(push); }
    void refuse() override {}
};

void forgetSigners(journal::Journal &journal)
{
    auto transaction = journal::Transaction::begin(journal.database()).value();
    QVERIFY(journal.database().execute("DELETE FROM meta WHERE key LIKE 'held-signer.%'"));
    QVERIFY(transaction.commit());
}

struct House
{
    BuiltHome home;
    PersonId sofie = home.addResident("Sofie");
    PersonId ole = home.addResident("Ole");
    PersonId mette = home.addStaff("Mette");
    PersonId ali = home.addStaff("Ali");
    Tablet shared = home.addTablet("Stuen", DeviceKind::Shared);
    Tablet duty = home.addTablet("Vagten", DeviceKind::Staff);
    Tablet phone = home.addTablet("Mettes", DeviceKind::Staff, false, mette);
    Tablet leader = home.addTablet("Leder", DeviceKind::Leader);

    [[nodiscard]] bool has(const Tablet &tablet, const StreamId &stream)
    {
        const auto grants = home.store().grants(tablet.device.id);
        const bool granted = std::any_of(grants.begin(), grants.end(),
                                         [&](const auto &grant) { return grant.stream() == stream.str(); });
        if (granted == home.store().keysFor(tablet.device.id, stream).empty()) {
            qFatal("grants and keys differ");
        }
        return granted;
    }
    [[nodiscard]] bool has(const Tablet &tablet, const PersonId &whose, StreamKind kind)
    {
        return has(tablet, home.streamOf(whose, kind));
    }
    void carry(const Tablet &tablet, const std::vector<PersonId> &whom)
    {
        home.store().noteCarry(tablet.device.id, whom);
    }
    /** A tablet writes whom Sofie lets read, and the hub stores it. */
    void chooses(const Tablet &tablet, const std::vector<PersonId> &team, Incarnation inc,
                 const PersonId &enterer, std::uint64_t above = 1)
    {
        const StreamId stream = home.streamOf(sofie, StreamKind::Profile);
        const auto *fold = home.store().folds().upToDate(stream).value();
        domain::Profile profile = domain::readProfile(sofie, *fold);
        profile.team = team;
        wire::v1::Change change;
        change.set_author(sofie.str());
        change.set_enterer(enterer.str());
        change.set_role(wire::v1::ROLE_RESIDENT);
        for (const wire::v1::Op &op : domain::writeProfile(sofie, profile, *fold)) {
            *change.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(static_cast<std::uint64_t>(inc));
        header.set_ctr(1);
        header.set_lamport(fold->lamport() + above);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        const auto key = home.store().keys().key(stream, 1).value();
        push(home.push(
            tablet, stream,
            {seal::sealChange(stream, header, seal::encodeChange(change).value(), key, home.random())}));
    }
    void push(const session::StorePush &push)
    {
        Hub::Ports ports;
        ports.scheduleTick = ports.scheduleRetry = [] {};
        ports.onFatal = [](const Error &error) { qFatal("%s", nameOf(error.code())); };
        ports.clockMs = [] { return std::int64_t{1}; };
        Hub hub(home.store(), ports);
        const auto client = std::make_shared<FakeClient>();
        hub.submit(client, push);
        hub.tick();
        QCOMPARE(client->stored.size(), std::size_t{1});
        if (!mayBeHeld) {
            QVERIFY(client->stored.front().held.empty());
        }
    }
    bool mayBeHeld = false;
    /** As chooses(), but so far above the stream that it is held; then the office lets it in. */
    void choosesFarAbove(const Tablet &tablet, const std::vector<PersonId> &team,
                         const std::function<void(journal::Journal &)> &between)
    {
        mayBeHeld = true;
        chooses(tablet, team, Incarnation{5}, sofie, limits::kLamportJumpMax * 2);
        between(home.store().journal());
        auto office = Office::begin(home.store(), {home.random(), 1}).value();
        const auto held = home.store().journal().quarantined().value();
        QCOMPARE(held.size(), std::size_t(1));
        QCOMPARE(Acceptor(home.store(), office, 1, home.random()).accept(held.front()).value(),
                 Accepting::Reissued);
        QVERIFY(office.commit());
    }
};

} // namespace

class TestGrants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHousesDevicesHoldWhatTheirKindMay()
    {
        House m;
        for (const StreamKind words : {StreamKind::Chosen, StreamKind::Team}) {
            QVERIFY(m.has(m.shared, m.sofie, words));
            QVERIFY(m.has(m.duty, m.sofie, words));
            QVERIFY(!m.has(m.leader, m.sofie, words));
        }
        QVERIFY(!m.has(m.shared, m.sofie, StreamKind::Safety));
        QVERIFY(m.has(m.duty, m.sofie, StreamKind::Safety));
        QVERIFY(!m.has(m.leader, m.sofie, StreamKind::Safety));
        QVERIFY(!m.has(m.shared, m.ali, StreamKind::Staff));
        QVERIFY(!m.has(m.leader, m.ali, StreamKind::Staff));
        for (const Tablet &tablet : {m.shared, m.duty, m.phone, m.leader}) {
            QVERIFY(m.has(tablet, m.home.store().server().homeStream));
            QVERIFY(m.has(tablet, m.sofie, StreamKind::Profile));
        }
    }

    void selfEvaluationsLieOnTheirWritersOwnDevice()
    {
        House m;
        QVERIFY(m.has(m.phone, m.mette, StreamKind::Staff));
        QVERIFY(!m.has(m.phone, m.ali, StreamKind::Staff));
        QVERIFY(!m.has(m.duty, m.mette, StreamKind::Staff)); // she has one of her own
        QVERIFY(m.has(m.duty, m.ali, StreamKind::Staff));
    }

    void aPhoneCarriesWhomItTakesAlong_data()
    {
        QTest::addColumn<bool>("chosen");
        QTest::addColumn<bool>("team");
        QTest::newRow("nobody") << false << false;
        QTest::newRow("chosen") << true << false;
        QTest::newRow("team") << false << true;
        QTest::newRow("both") << true << true;
    }
    void aPhoneCarriesWhomItTakesAlong()
    {
        QFETCH(bool, chosen);
        QFETCH(bool, team);
        House m;
        const std::vector<PersonId> none;
        m.home.setReaders(m.sofie, chosen ? std::vector{m.mette} : none, team ? std::vector{m.mette} : none);
        for (const StreamKind kind : {StreamKind::Chosen, StreamKind::Team, StreamKind::Safety}) {
            QVERIFY(!m.has(m.phone, m.sofie, kind)); // not taken along
        }
        m.carry(m.phone, {m.sofie, m.ole});
        QCOMPARE(m.has(m.phone, m.sofie, StreamKind::Chosen), chosen);
        QCOMPARE(m.has(m.phone, m.sofie, StreamKind::Team), team);
        QCOMPARE(m.has(m.phone, m.sofie, StreamKind::Safety), team);
        QVERIFY(!m.has(m.phone, m.ole, StreamKind::Team)); // asked for, and she may not
        QCOMPARE(m.home.store().mayPush(m.phone.device.id, m.home.streamOf(m.sofie, StreamKind::Team)), team);
        m.carry(m.phone, {});
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
        const auto revoked = m.home.store().revoked(m.phone.device.id);
        QCOMPARE(std::count(revoked.begin(), revoked.end(), m.home.streamOf(m.sofie, StreamKind::Team)), 1);
        // What was written on the walk may come in after it.
        QCOMPARE(m.home.store().mayPush(m.phone.device.id, m.home.streamOf(m.sofie, StreamKind::Team)), team);
    }

    void onlyTheOwnersRightDecides()
    {
        House m;
        m.home.setReaders(m.sofie, {m.mette}, {m.mette});
        m.carry(m.phone, {m.sofie});
        QVERIFY(m.has(m.phone, m.sofie, StreamKind::Team));
        m.home.change(m.mette, [](domain::Person &who) { who.role = Role::ROLE_LEADER; });
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
        m.home.change(m.mette, [](domain::Person &who) { who.role = Role::ROLE_NIGHT; });
        QVERIFY(m.has(m.phone, m.sofie, StreamKind::Team));
        m.home.change(m.mette, [](domain::Person &who) { who.active = false; });
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
        QVERIFY(!m.has(m.phone, m.mette, StreamKind::Staff));
        QVERIFY(m.has(m.phone, m.sofie, StreamKind::Profile)); // names, as everybody's
    }

    void askingForSomebodyOnASharedTabletChangesNothing()
    {
        House m;
        m.carry(m.shared, {m.sofie});
        m.carry(m.leader, {m.sofie});
        QVERIFY(!m.has(m.shared, m.sofie, StreamKind::Safety));
        QVERIFY(!m.has(m.leader, m.sofie, StreamKind::Team));
    }

    void aResidentChoosesOnASharedTablet()
    {
        House m;
        m.carry(m.phone, {m.sofie});
        m.chooses(m.shared, {m.mette}, Incarnation{5}, m.sofie);
        QVERIFY(m.has(m.phone, m.sofie, StreamKind::Team));
        m.chooses(m.shared, {}, Incarnation{6}, m.sofie);
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
    }

    /** Every device holds the profiles and their key: a modified phone can write itself into one. */
    void noOtherDevicePutsAnybodyAmongTheReaders_data()
    {
        QTest::addColumn<int>("writer");
        QTest::addColumn<bool>("asOffice");
        for (int writer = 0; writer < 3; ++writer) {
            QTest::addRow("device %d", writer) << writer << false;
            QTest::addRow("device %d, in the office's name", writer) << writer << true;
        }
    }
    void noOtherDevicePutsAnybodyAmongTheReaders()
    {
        QFETCH(int, writer);
        QFETCH(bool, asOffice);
        House m;
        m.carry(m.phone, {m.sofie});
        const Tablet *const devices[] = {&m.phone, &m.duty, &m.leader};
        m.chooses(*devices[writer], {m.mette}, Incarnation{5},
                  asOffice ? PersonId{m.home.store().home().data} : m.sofie);
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
    }

    /** Its own words under the id of a shared tablet, which signs for other words there. */
    void norUnderASharedTabletsName()
    {
        House m;
        m.carry(m.phone, {m.sofie});
        m.chooses(m.phone, {m.mette}, Incarnation{5}, m.sofie);
        const StreamId profile = m.home.streamOf(m.sofie, StreamKind::Profile);
        auto theirs = m.home.push(m.shared, profile, m.home.write(profile, Incarnation{5}, 1, 1));
        auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
        QVERIFY(m.home.store().journal().keepProof(*theirs.proof)); // as beside a collision in quarantine
        QVERIFY(transaction.commit());
        m.home.store().startOver();
        QVERIFY(m.home.store().refresh());
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
    }

    /** The office lets in, under an id of its own, what was held. */
    void whoTheResidentTookAwayIsAwayAlsoByWhatWasHeld_data()
    {
        QTest::addColumn<int>("writer");
        QTest::addColumn<bool>("isKnown");
        QTest::addRow("the shared tablet") << 0 << true;
        QTest::addRow("nobody knows whose signature it had") << 0 << false; // after a restore
        QTest::addRow("a phone") << 1 << true;                              // it gives nobody anything
    }
    void whoTheResidentTookAwayIsAwayAlsoByWhatWasHeld()
    {
        QFETCH(int, writer);
        QFETCH(bool, isKnown);
        House m;
        m.home.setReaders(m.sofie, {}, {m.mette});
        m.carry(m.phone, {m.sofie});
        QVERIFY(m.has(m.phone, m.sofie, StreamKind::Team));
        m.choosesFarAbove(writer == 0 ? m.shared : m.phone, {}, [&](journal::Journal &journal) {
            if (!isKnown) {
                forgetSigners(journal);
            }
        });
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
        m.home.store().startOver();
        QVERIFY(m.home.store().refresh());
        QVERIFY(!m.has(m.phone, m.sofie, StreamKind::Team));
    }
    void whomTheResidentAddedIsThereOnlyWhereASharedTabletSaidSo_data()
    {
        QTest::addColumn<int>("writer");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<bool>("reads");
        QTest::addRow("the shared tablet") << 0 << true << true;
        QTest::addRow("nobody knows whose signature it had") << 0 << false << false;
        QTest::addRow("a phone") << 1 << true << false;
    }
    void whomTheResidentAddedIsThereOnlyWhereASharedTabletSaidSo()
    {
        QFETCH(int, writer);
        QFETCH(bool, isKnown);
        QFETCH(bool, reads);
        House m;
        m.carry(m.phone, {m.sofie});
        m.choosesFarAbove(writer == 0 ? m.shared : m.phone, {m.mette}, [&](journal::Journal &journal) {
            if (!isKnown) {
                forgetSigners(journal);
            }
        });
        QCOMPARE(m.has(m.phone, m.sofie, StreamKind::Team), reads);
    }

    void whatIsTakenAlongOutlivesTheServersStart()
    {
        House m;
        m.home.setReaders(m.sofie, {}, {m.mette});
        auto transaction = journal::Transaction::begin(m.home.store().journal().database()).value();
        session::NoteHello hello;
        hello.device = m.phone.device.id;
        hello.carry = {m.sofie, m.ole};
        QVERIFY(m.home.store().contacts().noteHello(hello, 1));
        QVERIFY(transaction.commit());
        m.home.close();
        auto again = openHome(m.home.paths(), m.home.random());
        QVERIFY(again);
        const auto grants = (*again)->grants(m.phone.device.id);
        QCOMPARE((*again)->contacts().of(m.phone.device.id)->carry, hello.carry);
        QVERIFY(std::any_of(grants.begin(), grants.end(), [&](const auto &grant) {
            const auto stream = StreamId::from(grant.stream());
            return stream && stream->kind == StreamKind::Safety;
        }));
    }
};

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
