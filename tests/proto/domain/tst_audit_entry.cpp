#include "proto/domain/audit_entry.h"

#include <QtTest>

#include <fstream>
#include <limits>

using namespace trivsel;
using namespace trivsel::domain;
using namespace trivsel::wire::v1;

namespace {

constexpr std::int64_t kHourMs = 60LL * 60 * 1000;
constexpr std::int64_t kNoon = 20'500LL * 24 * kHourMs + 12 * kHourMs; // UTC, day 20,500
const PersonId kSofie{{1}};
const PersonId kMette{{2}};

domain::AuditEntry look(Role role = ROLE_STAFF, AuditPurpose purpose = PURPOSE_PLAN)
{
    domain::AuditEntry entry;
    entry.person = kMette;
    entry.role = role;
    entry.action = AUDIT_READ;
    entry.purpose = purpose;
    entry.about = kSofie;
    entry.stream = StreamKind::Team;
    entry.wallMs = kNoon;
    entry.clockQuality = 1;
    entry.device = DeviceId{{7}};
    return entry;
}

int denmark(std::int64_t /*utcMs*/)
{
    return 60;
}

std::vector<Look> looks(const std::vector<domain::AuditEntry> &entries)
{
    return whoLooked(entries, kSofie, denmark);
}

} // namespace

class TestAuditEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        auto entry = look(ROLE_NIGHT, PURPOSE_EMERGENCY);
        entry.offsetMs = -5;
        QVERIFY(*decodeAudit(encodeAudit(entry)) == entry);
        entry.person.reset();
        entry.about.reset();
        entry.stream.reset();
        QVERIFY(*decodeAudit(encodeAudit(entry)) == entry);
    }

    void itsBytesAreThoseOfAnotherDay()
    {
        std::ifstream in(TRIVSEL_SOURCE_DIR "/tests/data/wire/audit_entry.txt");
        std::string entry;
        std::string head;
        QVERIFY(in >> entry >> head);
        QCOMPARE(toHex(viewOf(encodeAudit(look()))), entry);
        QCOMPARE(toHex(auditHead({}, *fromHex(entry)).view()), head);
        QVERIFY(*decodeAudit(*fromHex(entry)) == look());
    }

    void whatIsNoneIsRefused()
    {
        const std::string good = encodeAudit(look());
        QVERIFY(!decodeAudit(good.substr(0, good.size() - 1)));
        QVERIFY(!decodeAudit(""));
        wire::v1::AuditEntry wire;
        QVERIFY(wire.ParseFromString(good));
        wire.set_person("short");
        QVERIFY(!decodeAudit(wire.SerializeAsString()));
        QVERIFY(wire.ParseFromString(good));
        wire.set_stream_kind(11);
        QVERIFY(!decodeAudit(wire.SerializeAsString()));
        // A later program's action is still a look.
        QVERIFY(wire.ParseFromString(good));
        wire.set_action(static_cast<AuditAction>(99));
        wire.set_role(99);
        const auto later = decodeAudit(wire.SerializeAsString());
        QVERIFY(later);
        QCOMPARE(looks({*later}).size(), std::size_t{1});
    }

    void theChainNotesEveryChange()
    {
        const Hash256 none;
        const std::string one = encodeAudit(look());
        const Hash256 first = auditHead(none, one);
        QVERIFY(first != none);
        QVERIFY(auditHead(none, encodeAudit(look(ROLE_PEER))) != first);
        QVERIFY(auditHead(first, one) != first);
    }

    void byDayKindOfPersonAndPlainReason()
    {
        auto evening = look();
        evening.wallMs = kNoon + 11 * kHourMs; // 23 UTC is the next day here
        auto printed = look();
        printed.action = AUDIT_PRINT;
        const auto lines = looks({look(), look(ROLE_PEER), look(ROLE_LEADER), evening, printed});
        QCOMPARE(lines.size(), std::size_t{4});
        QCOMPARE(*lines[0].day, 20'501); // newest first
        QCOMPARE(lines[1].times, 2);     // two of staff, for the same reason, in one line
        QVERIFY(lines[1].looker == Looker::Staff && lines[1].reason == LookReason::Plan);
        QVERIFY(lines[2].what == LookWhat::Printed);
        QVERIFY(lines[3].looker == Looker::Leader);
    }

    void ownLooksOthersAndSigningInAreLeftOut()
    {
        auto own = look(ROLE_RESIDENT);
        own.person = kSofie;
        auto other = look();
        other.about = kMette;
        auto house = look();
        house.about.reset();
        auto in = look();
        in.action = AUDIT_SIGN_IN;
        QVERIFY(looks({own, other, house, in}).empty());
    }

    void aShiftCodeIsStaffWithoutAName()
    {
        auto entry = look(ROLE_UNSPECIFIED, PURPOSE_SHIFT);
        entry.person.reset();
        const auto lines = looks({entry});
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(lines[0].looker == Looker::Staff && lines[0].reason == LookReason::Shift);
    }

    void aWrongClockGivesNoDay()
    {
        auto wrong = look();
        wrong.clockQuality = 2;
        auto doubtful = look();
        doubtful.clockQuality = 0;
        auto far = look();
        far.wallMs = std::numeric_limits<std::int64_t>::max();
        far.offsetMs = std::numeric_limits<std::int64_t>::max();
        const auto lines = looks({wrong, far, doubtful});
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(*lines[0].day, 20'500);
        QVERIFY(lines[0].clockDoubtful);
        QVERIFY(!lines[1].day);
        QCOMPARE(lines[1].times, 2);
    }
};

QTEST_GUILESS_MAIN(TestAuditEntry)
#include "tst_audit_entry.moc"
