// Whom a tablet believes about people, roles and help: only the office, whatever other devices write in
// `home`.
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace trivsel;
using namespace trivsel::test;

namespace {

constexpr std::uint64_t kStranger = 0xbad;

/** A tablet in wrong hands: its changes in `home`, lawful in every way, under an incarnation of its own. */
class WrongHands
{
public:
    explicit WrongHands(TestHome &home) : m_home(home)
    {
        const auto streams = home.streams();
        m_stream = *std::find_if(streams.begin(), streams.end(),
                                 [](const StreamId &each) { return each.kind == StreamKind::Home; });
    }
    [[nodiscard]] StreamId stream() const { return m_stream; }
    void write(const domain::Ops &ops)
    {
        wire::v1::Change change;
        change.set_role(static_cast<std::uint32_t>(merge::Role::ROLE_STAFF));
        for (const wire::v1::Op &op : ops) {
            *change.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(kStranger);
        header.set_ctr(m_changes.size() + 1);
        header.set_lamport(1'000'000 + m_changes.size());
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        m_changes.push_back(
            seal::sealChange(m_stream, header, change.SerializeAsString(), m_home.keyOf(m_stream), m_random));
    }
    /** The server hands it on, with a proof that says `device` and is signed with `secret`. */
    void reach(EngineTablet &tablet, const DeviceId &device, const seal::SignSecret &secret)
    {
        session::TabletPort &port = tablet->syncPort();
        session::TabletPort::Received received;
        received.changes = m_changes;
        received.proofs.push_back(seal::prove(device, secret, Hash256{}, m_changes));
        received.upto = must(port.state()).cursor;
        must(port.storeChanges(received));
    }

private:
    TestHome &m_home;
    Random m_random = seededRandom(99);
    StreamId m_stream;
    std::vector<seal::SealedChange> m_changes;
};

bool shows(const EngineTablet &tablet, const std::string &phone)
{
    const auto home = const_cast<EngineTablet &>(tablet)->home();
    return std::any_of(home.help.begin(), home.help.end(),
                       [&](const auto &line) { return line.phone == phone; });
}

} // namespace

class TestAuthority : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatATabletWritesAboutPeopleIsNotBelieved();
    void norWhenItSignsInTheOfficesName();
    void theOfficeIsBelievedAlsoAfterAStop();
    void aProofThatComesLateCounts();
    void anotherServersKeyEndsTheRun();
    void aTabletOfAnOlderServerGoesOnAndLearnsTheKeyLater();

private:
    [[nodiscard]] domain::Ops forgedHelp() const;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
};

void TestAuthority::init()
{
    m_tablet.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    m_home->addHelp("Vagten i huset", "11 11 11 11");
    m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString());
}

domain::Ops TestAuthority::forgedHelp() const
{
    const domain::HelpLine line{EntityId{filled<EntityId>(0x44)}, "Vagten", "66 66 66 66", "", "a"};
    return domain::writeHelpLine(m_home->id(), line, {});
}

void TestAuthority::whatATabletWritesAboutPeopleIsNotBelieved()
{
    m_home->meet(**m_tablet);
    WrongHands hands(*m_home);
    hands.write(forgedHelp());
    const domain::Person leader{filled<PersonId>(0x55), merge::Role::ROLE_LEADER, "Falsk", true};
    hands.write(domain::writePerson(leader, {}));
    const auto secret = filled<seal::SignSecret>(0x77);
    hands.reach(*m_tablet, filled<DeviceId>(0x21), secret);

    QVERIFY(shows(*m_tablet, "11 11 11 11"));
    QVERIFY(!shows(*m_tablet, "66 66 66 66"));
    for (const auto &member : (*m_tablet)->home().staff) {
        QVERIFY(member.name != "Falsk");
    }
}

void TestAuthority::norWhenItSignsInTheOfficesName()
{
    m_home->meet(**m_tablet);
    WrongHands hands(*m_home);
    hands.write(forgedHelp());
    hands.reach(*m_tablet, DeviceId{m_home->id().data}, filled<seal::SignSecret>(0x77));
    QVERIFY(!shows(*m_tablet, "66 66 66 66"));
    m_tablet->reopen();
    QVERIFY(!shows(*m_tablet, "66 66 66 66"));
}

void TestAuthority::theOfficeIsBelievedAlsoAfterAStop()
{
    m_home->meet(**m_tablet);
    m_home->addHelp("Nabohuset", "22 22 22 22");
    m_home->meet(**m_tablet);
    QVERIFY(shows(*m_tablet, "22 22 22 22"));
    m_tablet->reopen();
    QVERIFY(shows(*m_tablet, "11 11 11 11"));
    QVERIFY(shows(*m_tablet, "22 22 22 22"));
    m_home->addHelp("Lægen", "33 33 33 33");
    m_home->meet(**m_tablet);
    QVERIFY(shows(*m_tablet, "33 33 33 33"));
}

void TestAuthority::aProofThatComesLateCounts()
{
    m_home->introduce(**m_tablet);
    session::TabletPort &port = (*m_tablet)->syncPort();
    session::TabletPort::Received first;
    first.changes = m_home->log();
    first.upto = {m_home->log().size(), 1};
    must(port.storeChanges(first));
    QVERIFY(!shows(*m_tablet, "11 11 11 11")); // nobody has vouched for it yet
    session::TabletPort::Received second;
    second.proofs = m_home->officeProofs(0);
    second.upto = first.upto;
    must(port.storeChanges(second));
    QVERIFY(shows(*m_tablet, "11 11 11 11"));
}

void TestAuthority::anotherServersKeyEndsTheRun()
{
    session::TabletPort &port = (*m_tablet)->syncPort();
    const auto refused = port.storeServerKey(seal::publicOf(filled<seal::SignSecret>(0x52)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), Errc::WrongPin);
    m_home->meet(**m_tablet);
    QVERIFY(shows(*m_tablet, "11 11 11 11"));
    QVERIFY(!port.storeServerKey(seal::publicOf(filled<seal::SignSecret>(0x52))));
}

void TestAuthority::aTabletOfAnOlderServerGoesOnAndLearnsTheKeyLater()
{
    m_home->saysItsKey = false;
    m_home->meet(**m_tablet);
    WrongHands hands(*m_home);
    hands.write(forgedHelp());
    hands.reach(*m_tablet, filled<DeviceId>(0x21), filled<seal::SignSecret>(0x77));
    QVERIFY(shows(*m_tablet, "11 11 11 11"));
    m_home->saysItsKey = true;
    m_home->meet(**m_tablet);
    QVERIFY(shows(*m_tablet, "11 11 11 11"));
    QVERIFY(!shows(*m_tablet, "66 66 66 66"));
}

QTEST_GUILESS_MAIN(TestAuthority)
#include "tst_authority.moc"
