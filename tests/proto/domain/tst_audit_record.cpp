// How looks go to the office, what is wrong with a chain, and what comes back to the resident.
#include "proto/domain/audit_record.h"
#include "proto/domain/retention_record.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::domain;

namespace {

const DeviceId kShared{{7}};
const DeviceId kPhone{{8}};
const PersonId kSofie{{1}};
const HomeId kHome{{9}};

AuditRow rowOf(const DeviceId &device, std::uint64_t number, const Hash256 &before, std::string entry)
{
    return {device, number, auditHead(before, entry), entry};
}

std::vector<AuditRow> chain(const DeviceId &device, std::uint64_t length)
{
    std::vector<AuditRow> rows;
    Hash256 head;
    for (std::uint64_t at = 1; at <= length; ++at) {
        rows.push_back(rowOf(device, at, head, "entry " + std::to_string(at)));
        head = rows.back().head;
    }
    return rows;
}

/** The ops in a fold, as one change of the office. */
void add(merge::Fold &fold, const Ops &ops, std::uint64_t ctr)
{
    wire::v1::Change change;
    for (const wire::v1::Op &op : ops) {
        *change.add_ops() = op;
    }
    merge::Applied applied;
    applied.dot = {Incarnation{5}, ctr};
    applied.lamport = ctr;
    applied.change = change;
    QVERIFY(fold.add(std::move(applied)));
}

Look look(std::int64_t day, LookReason reason, int times, bool doubtful = false)
{
    return {day, Looker::Staff, reason, LookWhat::Read, times, doubtful};
}

} // namespace

class TestAuditRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const AuditRow row = chain(kShared, 1).front();
        const auto op = writeAuditRow(row, EntityId{{4}});
        const auto read = readAuditRow(op);
        QVERIFY(read && read->device == row.device && read->number == 1 && read->head == row.head &&
                read->entry == row.entry);
        auto other = op;
        other.set_field("quarantine.accepted");
        QVERIFY(!readAuditRow(other));
        other = op;
        other.mutable_parts()->mutable_parts(1)->set_num(0);
        QVERIFY(!readAuditRow(other));
    }

    void aWholeChainHasNoFault()
    {
        auto rows = chain(kShared, 4);
        const auto others = chain(kPhone, 3);
        rows.insert(rows.begin(), others.rbegin(), others.rend()); // order does not matter
        rows.push_back(rows.front());                              // nor does the same row again
        QVERIFY(checkChains(rows).empty());
        QVERIFY(checkChains({}).empty());
    }

    void missingRowsAreNamed()
    {
        auto rows = chain(kShared, 6);
        rows.erase(rows.begin() + 2, rows.begin() + 4);
        rows.erase(rows.begin());
        const std::vector<ChainFault> expected{{kShared, ChainFault::Kind::Missing, 1, 1},
                                               {kShared, ChainFault::Kind::Missing, 3, 4}};
        QVERIFY(checkChains(rows) == expected);
    }

    void aCutOffEndShowsWhenTheDeviceWritesOn()
    {
        auto rows = chain(kShared, 5);
        rows.pop_back();
        QVERIFY(checkChains(rows).empty()); // nobody can know yet
        auto further = chain(kShared, 6).back();
        rows.push_back(further);
        const std::vector<ChainFault> gap{{kShared, ChainFault::Kind::Missing, 5, 5}};
        QVERIFY(checkChains(rows) == gap);
        // Somebody who counts on from the cut end under the missing number gives another head.
        rows.back() = rowOf(kShared, 5, Hash256{}, "made up");
        const std::vector<ChainFault> changed{{kShared, ChainFault::Kind::Changed, 5, 5}};
        QVERIFY(checkChains(rows) == changed);
    }

    void twoUnderOneNumberAreACopiedTablet()
    {
        auto rows = chain(kShared, 3);
        rows.push_back(rowOf(kShared, 3, rows[1].head, "another"));
        const auto faults = checkChains(rows);
        QCOMPARE(faults.size(), std::size_t(1));
        QVERIFY(faults[0].kind == ChainFault::Kind::Twice && faults[0].first == 3);
    }

    void aChangedEntryDoesNotFit()
    {
        auto rows = chain(kShared, 3);
        rows[1].entry = "bent";
        const auto faults = checkChains(rows);
        QCOMPARE(faults.size(), std::size_t(1));
        QVERIFY(faults[0].kind == ChainFault::Kind::Changed && faults[0].first == 2);
        rows[1].entry.clear(); // its resident was erased: only the place is left
        QVERIFY(checkChains(rows).empty());
    }

    void looksAreWrittenReadAndWrittenAgainOnlyWhenNew()
    {
        LooksRecord record;
        record.looks = {look(20'501, LookReason::Plan, 2),
                        look(20'500, LookReason::Safety, 1, true),
                        {std::nullopt, Looker::Leader, LookReason::Other, LookWhat::Printed, 3, false}};
        record.upto[kShared] = 4;
        merge::Fold fold;
        add(fold, writeLooks(kSofie, record, fold), 1);
        const LooksRecord read = readLooks(kSofie, fold);
        QVERIFY(read.looks == record.looks && read.upto == record.upto);
        QVERIFY(writeLooks(kSofie, record, fold).empty());
        record.looks[0].times = 3;
        QCOMPARE(writeLooks(kSofie, record, fold).size(), std::size_t(1)); // that day alone
        add(fold, writeLooks(kSofie, record, fold), 2);
        QVERIFY(readLooks(kSofie, fold).looks == record.looks);
        QVERIFY(readLooks(PersonId{{2}}, fold).looks.empty());
    }

    void everyLineThereIsSurvives()
    {
        LooksRecord record;
        for (int looker = 0; looker <= static_cast<int>(Looker::Unknown); ++looker) {
            for (int reason = 0; reason <= static_cast<int>(LookReason::Other); ++reason) {
                for (int what = 0; what <= static_cast<int>(LookWhat::ChangedAccess); ++what) {
                    record.looks.push_back({20'500, static_cast<Looker>(looker),
                                            static_cast<LookReason>(reason), static_cast<LookWhat>(what), 1,
                                            false});
                }
            }
        }
        merge::Fold fold;
        add(fold, writeLooks(kSofie, record, fold), 1);
        QVERIFY(readLooks(kSofie, fold).looks == record.looks);
    }

    void whatANewerProgramWritesIsStillALook()
    {
        LooksRecord record;
        record.looks = {look(20'500, LookReason::Plan, 1)};
        merge::Fold fold;
        Ops ops = writeLooks(kSofie, record, fold);
        ops[0].mutable_parts()->mutable_parts(0)->set_name("robot.curiosity.stared?");
        ops[0].mutable_parts()->add_parts()->set_name("nonsense");
        add(fold, ops, 1);
        const auto looks = readLooks(kSofie, fold).looks;
        QCOMPARE(looks.size(), std::size_t(1));
        QVERIFY(looks[0].looker == Looker::Unknown && looks[0].reason == LookReason::Other &&
                looks[0].what == LookWhat::Read && looks[0].clockDoubtful);
    }

    void joiningAddsTheSameLines()
    {
        const auto both =
            joinLooks({look(20'500, LookReason::Plan, 2)},
                      {look(20'501, LookReason::Plan, 1), look(20'500, LookReason::Plan, 1, true)});
        const std::vector<Look> expected{look(20'501, LookReason::Plan, 1),
                                         look(20'500, LookReason::Plan, 3, true)};
        QVERIFY(both == expected);
    }

    void numbersThatAreTooLargeAreNone()
    {
        LooksRecord record;
        record.looks = {look(20'500, LookReason::Plan, 1'000'000'000), look(20'500, LookReason::Safety, 1)};
        merge::Fold fold;
        Ops ops = writeLooks(kSofie, record, fold);
        ops[0].mutable_parts()->mutable_parts(1)->set_num(1'000'000'001);
        add(fold, ops, 1);
        const auto read = readLooks(kSofie, fold).looks;
        QCOMPARE(read.size(), std::size_t(1));
        QCOMPARE(read[0].times, 1'000'000'000);
        QCOMPARE(joinLooks(read, read)[0].times, 1'000'000'000); // and no more than that together
    }

    void retentionIsEmptyUntilSomebodyDecides()
    {
        merge::Fold fold;
        for (const RetentionProposal &kind : retentionProposals()) {
            QVERIFY(!readRetention(kHome, fold).days(kind.kind));
            QVERIFY(recordKind(kind.name) == kind.kind);
        }
        QVERIFY(!recordKind("everything"));
        add(fold, writeRetention(kHome, RecordKind::Audit, 730, fold), 1);
        QCOMPARE(readRetention(kHome, fold).days(RecordKind::Audit).value_or(0), 730);
        QVERIFY(writeRetention(kHome, RecordKind::Audit, 730, fold).empty());
        add(fold, writeRetention(kHome, RecordKind::Audit, std::nullopt, fold), 2);
        QVERIFY(!readRetention(kHome, fold).days(RecordKind::Audit));
    }

    void ofTwoDecisionsTheLongerOneHolds()
    {
        merge::Fold fold;
        const merge::Fold nothing;
        add(fold, writeRetention(kHome, RecordKind::Own, 30, nothing), 1);
        add(fold, writeRetention(kHome, RecordKind::Own, 90, nothing), 2);
        QCOMPARE(readRetention(kHome, fold).days(RecordKind::Own).value_or(0), 90);
        add(fold, writeRetention(kHome, RecordKind::Own, std::nullopt, nothing), 3); // no decision: for ever
        QVERIFY(!readRetention(kHome, fold).days(RecordKind::Own));
    }
};

QTEST_GUILESS_MAIN(TestAuditRecord)
#include "tst_audit_record.moc"
