// Which streams a device has a right to, cell by cell.
#include "proto/domain/access.h"
#include "proto/domain/device_rights.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::domain;

namespace {

constexpr std::string_view kKinds =
    "hpoctsSgia"; // home profile own chosen team safety Staff group insight audit
constexpr StreamKind kAll[] = {
    StreamKind::Home,   StreamKind::Profile, StreamKind::Own,   StreamKind::Chosen,  StreamKind::Team,
    StreamKind::Safety, StreamKind::Staff,   StreamKind::Group, StreamKind::Insight, StreamKind::Audit};

template <class Id> Id idOf(std::uint8_t number)
{
    Id id;
    id.data.fill(number);
    return id;
}

const PersonId kSofie = idOf<PersonId>(1);
const PersonId kMette = idOf<PersonId>(2);
const PersonId kAli = idOf<PersonId>(3);

struct Case
{
    Device device;
    Person owner{kMette, Role::ROLE_STAFF, "Mette"};
    Profile readers;
    std::string holds; // letters of kKinds; staff: Mette's
};

/** Letters of what the device has a right to. */
std::string rightsOf(const Case &one)
{
    HomeModel home;
    home.people = {{kSofie, Role::ROLE_RESIDENT, ""}, one.owner, {kAli, Role::ROLE_STAFF, "Ali"}};
    home.devices = {one.device};
    std::string out;
    for (std::size_t at = 0; at < kKinds.size(); ++at) {
        const StreamKind kind = kAll[at];
        const bool house =
            kind == StreamKind::Home || kind == StreamKind::Group || kind == StreamKind::Insight;
        StreamInfo stream{{kind, idOf<EntityId>(9)}, std::nullopt};
        if (!house) {
            stream.about = kind == StreamKind::Staff ? kMette : kSofie;
        }
        out += hasRight(home, one.device, stream, house ? nullptr : &one.readers) ? std::string(1, kKinds[at])
                                                                                  : "";
    }
    return out;
}

} // namespace

class TestDeviceRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCell_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("owned");
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("among"); // 1 chosen, 2 team
        QTest::addColumn<QString>("holds");
        const auto row = [](const char *name, DeviceKind kind, bool owned, Role role, int among,
                            const char *holds) {
            QTest::newRow(name) << static_cast<int>(kind) << owned << static_cast<int>(role) << among
                                << QString::fromLatin1(holds);
        };
        row("shared", DeviceKind::Shared, false, Role::ROLE_STAFF, 3, "hpoct");
        row("shared, with an owner by mistake", DeviceKind::Shared, true, Role::ROLE_STAFF, 0, "hpoct");
        row("staff, the house's", DeviceKind::Staff, false, Role::ROLE_STAFF, 0, "hpctsSgi");
        row("leader", DeviceKind::Leader, false, Role::ROLE_LEADER, 3, "hpgi");
        row("leader, hers", DeviceKind::Leader, true, Role::ROLE_LEADER, 3, "hpgi");
        row("hers, nobody's reader", DeviceKind::Staff, true, Role::ROLE_STAFF, 0, "hpSgi");
        row("hers, chosen", DeviceKind::Staff, true, Role::ROLE_STAFF, 1, "hpcSgi");
        row("hers, team", DeviceKind::Staff, true, Role::ROLE_STAFF, 2, "hptsSgi");
        row("hers, both", DeviceKind::Staff, true, Role::ROLE_STAFF, 3, "hpctsSgi");
        for (const Role role : {Role::ROLE_PEER, Role::ROLE_COORDINATOR, Role::ROLE_MEDICINE,
                                Role::ROLE_NIGHT, Role::ROLE_TEMP}) {
            row(nameOf(role).data(), DeviceKind::Staff, true, role, 3, "hpctsSgi");
        }
        row("a leader's phone", DeviceKind::Staff, true, Role::ROLE_LEADER, 3, "hpSgi");
        for (const Role role :
             {Role::ROLE_OFFICE, Role::ROLE_MENTOR, Role::ROLE_REPRESENTATIVE, Role::ROLE_UNSPECIFIED}) {
            row(role == Role::ROLE_UNSPECIFIED ? "no role" : nameOf(role).data(), DeviceKind::Staff, true,
                role, 3, "hp");
        }
    }
    void everyCell()
    {
        QFETCH(int, kind);
        QFETCH(bool, owned);
        QFETCH(int, role);
        QFETCH(int, among);
        QFETCH(QString, holds);
        Case one;
        one.device.id = idOf<DeviceId>(5);
        one.device.kind = static_cast<DeviceKind>(kind);
        one.device.owner = owned ? std::optional(kMette) : std::nullopt;
        one.owner.role = static_cast<Role>(role);
        one.readers.chosen = (among & 1) != 0 ? std::vector{kMette} : std::vector{kAli};
        one.readers.team = (among & 2) != 0 ? std::vector{kMette} : std::vector{kAli};
        QCOMPARE(QString::fromStdString(rightsOf(one)), holds);
        one.device.blocked = true;
        QCOMPARE(rightsOf(one), std::string());
        one.device.blocked = false;
        one.owner.active = false;
        const bool house = !owned || one.device.kind == DeviceKind::Shared;
        QCOMPARE(QString::fromStdString(rightsOf(one)), house ? holds : QStringLiteral("hp"));
    }

    void takingAlong()
    {
        HomeModel home;
        home.people = {{kSofie, Role::ROLE_RESIDENT, ""}, {kMette, Role::ROLE_STAFF, "Mette"}};
        Device phone;
        phone.kind = DeviceKind::Staff;
        phone.owner = kMette;
        Profile readers;
        QVERIFY(!mayTakeAlong(home, phone, kSofie, &readers));
        QVERIFY(!mayTakeAlong(home, phone, kSofie, nullptr));
        readers.chosen = {kMette};
        QVERIFY(mayTakeAlong(home, phone, kSofie, &readers));
        readers.team = std::exchange(readers.chosen, {});
        QVERIFY(mayTakeAlong(home, phone, kSofie, &readers));
        QVERIFY(!mayTakeAlong(home, phone, kAli, &readers)); // nobody of that name lives here
        for (const StreamKind kind : kAll) {
            const bool words =
                kind == StreamKind::Chosen || kind == StreamKind::Team || kind == StreamKind::Safety;
            QCOMPARE(onlyAlong(phone, {kind, {}}), words);
            Device house = phone;
            house.owner.reset();
            QVERIFY(!onlyAlong(house, {kind, {}}));
        }
        home.people[0].active = false; // has moved
        QVERIFY(!mayTakeAlong(home, phone, kSofie, &readers));
        home.people[0].active = true;
        phone.blocked = true;
        QVERIFY(!mayTakeAlong(home, phone, kSofie, &readers));
    }
};

QTEST_GUILESS_MAIN(TestDeviceRights)
#include "tst_device_rights.moc"
