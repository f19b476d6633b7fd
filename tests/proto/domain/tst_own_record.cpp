// What tablets tell each other about the keys of *kun mig*.
#include "proto/domain/own_record.h"

#include "tests/support/changes.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::domain;
using trivsel::test::filled;

namespace {

const PersonId kSofie = filled<PersonId>(1);
const DeviceId kA = filled<DeviceId>(0xA);
const DeviceId kB = filled<DeviceId>(0xB);

/** Folds ops as they are written, each time as one change. */
struct Log
{
    merge::Fold fold;
    std::uint64_t ctr = 0;
    Incarnation inc{1};

    void add(const Ops &ops, std::uint64_t lamport = 0)
    {
        merge::Applied applied;
        applied.dot = {inc, ++ctr};
        applied.lamport = lamport == 0 ? ctr : lamport;
        for (const wire::v1::Op &op : ops) {
            *applied.change.add_ops() = op;
        }
        QVERIFY(fold.add(applied));
    }
};

OwnBox box(const std::string &bytes, std::vector<std::uint32_t> versions, std::set<ResetId> after = {})
{
    return {bytes, std::move(versions), std::move(after)};
}

} // namespace

class TestOwnRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip()
    {
        Log log;
        QVERIFY(!readOwn(kSofie, log.fold).everSet());
        const std::set<ResetId> after{filled<ResetId>(5), filled<ResetId>(6)};
        log.add(writeOwnBoxes(kSofie, {{kA, box("a", {0x80000001, 0x80000009}, after)}, {kB, box("b", {7})}},
                              log.fold));
        log.add(writeOwnEscrow(kSofie, 0x80000001, "seed", log.fold));
        log.add(writeOwnReturn(kSofie, {0x80000009, filled<seal::BoxPublic>(3)}, log.fold));
        log.add(writeOwnReturned(kSofie, 0x80000009, "back", log.fold));
        const OwnRecord read = readOwn(kSofie, log.fold);
        QVERIFY(read.everSet());
        QCOMPARE(read.boxes.size(), std::size_t{2});
        const OwnBox &a = read.boxes.at(kA).front();
        QCOMPARE(a.box, std::string("a"));
        QCOMPARE(a.versions, (std::vector<std::uint32_t>{0x80000001, 0x80000009}));
        QCOMPARE(a.after, after);
        QCOMPARE(read.escrow.at(0x80000001), std::vector<std::string>{"seed"});
        QCOMPARE(read.returned.at(0x80000009), std::vector<std::string>{"back"});
        QCOMPARE(read.returns.size(), std::size_t{1});
        QCOMPARE(read.returns.front().version, 0x80000009U);
        QVERIFY(read.returns.front().key == filled<seal::BoxPublic>(3));
        QVERIFY(!read.off);
        QVERIFY(!readOwn(filled<PersonId>(2), log.fold).everSet()); // another person's are others
    }

    void aNewBoxTakesThePlaceOfTheOld()
    {
        Log log;
        log.add(writeOwnBoxes(kSofie, {{kA, box("old", {1})}, {kB, box("b", {1})}}, log.fold));
        log.add(writeOwnBoxes(kSofie, {{kA, box("new", {1})}}, log.fold));
        const OwnRecord read = readOwn(kSofie, log.fold);
        QCOMPARE(read.boxes.at(kA).size(), std::size_t{1});
        QCOMPARE(read.boxes.at(kA).front().box, std::string("new"));
        QCOMPARE(read.boxes.at(kB).front().box, std::string("b"));
    }

    void tabletsThatHaveNotMetKeepBoth()
    {
        Log log;
        const merge::Fold nothing;
        log.add(writeOwnBoxes(kSofie, {{kA, box("first", {1})}}, nothing));
        log.inc = Incarnation{2};
        log.add(writeOwnBoxes(kSofie, {{kA, box("second", {2})}}, nothing));
        QCOMPARE(readOwn(kSofie, log.fold).boxes.at(kA).size(), std::size_t{2});
    }

    void off()
    {
        Log log;
        log.add(writeOwnOff(kSofie, true, log.fold));
        QVERIFY(readOwn(kSofie, log.fold).off);
        const merge::Fold nothing;
        log.inc = Incarnation{2};
        log.add(writeOwnOff(kSofie, false, nothing)); // another tablet at the same time: stays in use
        QVERIFY(!readOwn(kSofie, log.fold).off);
        log.add(writeOwnOff(kSofie, true, log.fold));
        QVERIFY(readOwn(kSofie, log.fold).off);
    }

    void everyResetCounts()
    {
        Log log;
        QVERIFY(readOwnResets(kSofie, log.fold).empty());
        const merge::Fold nothing;
        log.add(writeOwnReset(kSofie, filled<ResetId>(1), nothing));
        log.inc = Incarnation{2};
        log.add(writeOwnReset(kSofie, filled<ResetId>(2), nothing));
        QCOMPARE(readOwnResets(kSofie, log.fold), (std::set{filled<ResetId>(1), filled<ResetId>(2)}));
    }

    void damageIsPassedOver()
    {
        Log log;
        wire::v1::Op op;
        op.set_entity(seal::singleton(kSofie, "own-keys").str());
        op.set_policy(wire::v1::KEEP_BOTH);
        for (const char *name :
             {"own.box/xyz", "own.box/", "own.escrow/", "own.escrow/-1", "own.escrow/99999999999",
              "own.returned/1x", "own.return", "own.off", "own.other"}) {
            op.set_field(name);
            op.set_text("nonsense");
            log.add({op});
        }
        const OwnRecord read = readOwn(kSofie, log.fold);
        QVERIFY(!read.everSet());
        QVERIFY(read.escrow.empty());
        QVERIFY(read.returned.empty());
        QVERIFY(read.returns.empty());
        QVERIFY(!read.off);
    }

    void recoveryKey()
    {
        Log log;
        const HomeId home = filled<HomeId>(4);
        QVERIFY(!readRecoveryKey(home, log.fold));
        log.add(writeRecoveryKey(home, filled<seal::BoxPublic>(9), log.fold));
        QVERIFY(readRecoveryKey(home, log.fold) == filled<seal::BoxPublic>(9));
        QVERIFY(writeRecoveryKey(home, filled<seal::BoxPublic>(9), log.fold).empty());
    }
};

QTEST_GUILESS_MAIN(TestOwnRecord)
#include "tst_own_record.moc"
