// Which entries of a plan stand in which, and what keeps one in sight that was taken out.
#include "app/engine/plan_levels.h"
#include "app/engine/plan_values.h"
#include "proto/domain/remove_item.h"
#include "tests/proto/merge/note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::engine;
using namespace trivsel::merge::test;
using merge::Fold;
using merge::ItemState;

namespace {

const EntityId kOuter = item(0x10);
const EntityId kInner = item(0x20);
const EntityId kInmost = item(0x30);

/** Says something in an entry. */
merge::Applied said(std::uint64_t tablet, const Fold &fold, const EntityId &entry, const EntityId &parent,
                    const PersonId &author, const PersonId &enterer, merge::Voice voice = VOICE_RESIDENT)
{
    Note note(tablet, fold.changeCount() + 1, fold.lamport() + 1);
    note.said(author, enterer).text("ord").at(entry, kField).parent(parent).voice(voice);
    return note;
}

merge::Applied removal(std::uint64_t tablet, const Fold &fold, const PersonId &by)
{
    Note note(tablet, fold.changeCount() + 1, fold.lamport() + 1);
    note.by(by);
    *note.change().change.add_ops() =
        domain::removeItem(kOuter, VOICE_UNSPECIFIED, headsWithin(fold, kOuter));
    return note;
}

} // namespace

class TestPlanLevels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSeenGoesAlong();
    void nobodyElseTakesOutTheResidentsOwnHand();
    void parentsInARingEnd();
    void aFieldNamesItsEntries();
    void aDayIsADay();
};

void TestPlanLevels::whatWasSeenGoesAlong()
{
    Fold fold;
    fold.add(said(1, fold, kOuter, kItem, kAnna, kAnna));
    fold.add(said(1, fold, kInner, kOuter, kAnna, kAnna));
    fold.add(said(1, fold, kInmost, kInner, kAnna, kAnna));
    QCOMPARE(entriesWithin(fold, kOuter), (std::vector<EntityId>{kInner, kInmost}));
    fold.add(removal(2, fold, kAnna));
    QCOMPARE(entryState(fold, kOuter), ItemState::Removed);
    fold.add(said(3, fold, kInmost, kInner, kAnna, kAnna)); // unseen, at any depth
    QCOMPARE(fold.itemState(kOuter), ItemState::Removed);
    QCOMPARE(entryState(fold, kOuter), ItemState::RemovedButEdited);
}

void TestPlanLevels::nobodyElseTakesOutTheResidentsOwnHand()
{
    for (const bool own : {true, false}) {
        Fold fold;
        fold.add(said(1, fold, kOuter, kItem, kMette, kMette, VOICE_STAFF));
        fold.add(said(1, fold, kInner, kOuter, kAnna, own ? kAnna : kMette));
        fold.add(removal(2, fold, kMette)); // a program that asks nobody
        QCOMPARE(fold.itemState(kOuter), ItemState::Removed);
        QCOMPARE(entryState(fold, kOuter), own ? ItemState::RemovedButEdited : ItemState::Removed);
    }
}

void TestPlanLevels::parentsInARingEnd()
{
    Fold fold;
    fold.add(said(1, fold, kOuter, kInner, kAnna, kAnna));
    fold.add(said(1, fold, kInner, kOuter, kAnna, kAnna));
    QCOMPARE(entriesWithin(fold, kOuter), std::vector<EntityId>{kInner});
    fold.add(removal(2, fold, kAnna));
    QCOMPARE(entryState(fold, kOuter), ItemState::Removed);
}

void TestPlanLevels::aFieldNamesItsEntries()
{
    QCOMPARE(fieldAt("navn", {}), FieldAt("navn"));
    const FieldAt deep = fieldAt("navn", {kOuter, kInner});
    QCOMPARE(deep, FieldAt("navn", kInner, {kOuter}));
    QCOMPARE(entriesOf(deep), (std::vector<EntityId>{kOuter, kInner}));
    Fold fold;
    fold.add(said(1, fold, kOuter, kItem, kAnna, kAnna));
    fold.add(said(1, fold, kInner, kOuter, kAnna, kAnna));
    QVERIFY(standsThere(fold, kItem, deep));
    QVERIFY(!standsThere(fold, kItem, FieldAt("navn", kInner)));
    QVERIFY(!standsThere(fold, kItem, fieldAt("navn", {kInner, kOuter})));
    QVERIFY(standsThere(fold, kItem, fieldAt("navn", {kOuter, kInmost}))); // nobody has written in it
}

void TestPlanLevels::aDayIsADay()
{
    for (const char *day : {"2026-11-23", "2028-02-29", "0001-01-01", "9999-12-31"}) {
        QVERIFY2(isDay(day), day);
    }
    for (const char *none : {"", "2026-02-29", "2026-11-31", "2026-00-01", "2026-1-01", "2026/11/23",
                             "2026-11-23 ", "-026-11-23", "0000-01-01", "２026-11-2"}) {
        QVERIFY2(!isDay(none), none);
    }
}

QTEST_GUILESS_MAIN(TestPlanLevels)
#include "tst_plan_levels.moc"
