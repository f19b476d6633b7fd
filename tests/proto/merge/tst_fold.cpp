#include "note.h"

#include <QtTest>

#include <limits>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

/** The fold as a whole: what it has, what it can't read, and what belongs to what. */
class TestFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDuplicateChangesNothing();
    void opaqueChangesAreCountedAndHideNothing();
    void anOpaqueChangeMayComeAgainReadable();
    void anOpWithoutAnItemIsCountedAndTheRestStands();
    void idsThatAreNoIdsAreNobody();
    void theHighestLamportIsKnown();
    void fieldsAndEntitiesAreSorted();
    void childrenAreWhatNamesTheParent();
    void waitingIsSortedAndOnlyWhatWaits();
    void canonicalTellsFoldsApart();
    void aMovedFoldIsTheSameFold();
    void anOpMayNameAsManyAsTheWireLets();
};

void TestFold::aDuplicateChangesNothing()
{
    const Note note = Note(1, 1, 1).text("a");
    Fold fold = foldOf({note});
    const std::string before = fold.canonical();
    QVERIFY(!fold.add(note));
    QVERIFY(!fold.add(Note(1, 1, 9).text("andet"))); // the same dot: the first stands
    QCOMPARE(fold.canonical(), before);
    QCOMPARE(fold.changeCount(), 1U);
    QVERIFY(fold.contains(note.dot()));
    QVERIFY(!fold.contains(Note(1, 2, 1).dot()));
}

void TestFold::opaqueChangesAreCountedAndHideNothing()
{
    const Note known = Note(1, 1, 1).text("a");
    Note hidden = Note(2, 1, 7).text("b").seen({known.dot()});
    hidden.change().opaque = true;
    const Fold fold = foldOf({known, hidden});
    QCOMPARE(fold.changeCount(), 2U);
    QCOMPARE(fold.opaqueCount(), 1U);
    QCOMPARE(fold.lamport(), 7U);
    QVERIFY(fold.contains(hidden.dot()));
    QCOMPARE(texts(fold.view(kItem, kField)), Texts{"a"});
}

void TestFold::anOpaqueChangeMayComeAgainReadable()
{
    const Note readable = Note(2, 1, 7).text("b");
    Note hidden = readable;
    hidden.change().opaque = true;
    Fold late = foldOf({hidden});
    QVERIFY(!late.add(hidden));
    QVERIFY(late.add(readable));
    QCOMPARE(late.opaqueCount(), 0U);
    QCOMPARE(late.changeCount(), 1U);
    QCOMPARE(late.canonical(), foldOf({readable, hidden}).canonical());
}

void TestFold::anOpWithoutAnItemIsCountedAndTheRestStands()
{
    Note note = Note(1, 1, 1).text("x").text("a").text("y");
    note.change().change.mutable_ops(0)->set_entity("kort");
    note.change().change.mutable_ops(2)->clear_entity();
    const Fold fold = foldOf({note});
    QCOMPARE(fold.opaqueCount(), 1U);
    QCOMPARE(texts(fold.view(kItem, kField)), Texts{"a"});
    QCOMPARE(fold.entities(), std::vector{kItem});
}

void TestFold::idsThatAreNoIdsAreNobody()
{
    Note note = Note(1, 1, 1).text("a");
    note.change().change.set_author("kort");
    note.change().change.clear_enterer();
    note.change().change.mutable_ops(0)->set_parent("kort");
    const Fold fold = foldOf({note});
    QVERIFY(fold.view(kItem, kField).versions.at(0).author.isNull());
    QVERIFY(fold.children(EntityId{}).empty());
}

void TestFold::theHighestLamportIsKnown()
{
    Fold fold;
    QCOMPARE(fold.lamport(), 0U);
    fold.add(Note(1, 1, 5).text("a"));
    fold.add(Note(1, 2, 3).text("a"));
    QCOMPARE(fold.lamport(), 5U);
    const auto most = std::numeric_limits<std::uint64_t>::max();
    fold.add(Note(1, 3, most).text("a"));
    QCOMPARE(fold.lamport(), most);
}

void TestFold::fieldsAndEntitiesAreSorted()
{
    const Fold fold = foldOf({Note(1, 1, 1).text("a").at(item(9), "b").text("a").at(item(9), "a"),
                              Note(1, 2, 2).remove().at(item(3), "")});
    QCOMPARE(fold.entities(), (std::vector{item(3), item(9)}));
    QCOMPARE(fold.fields(item(9)), (Texts{"a", "b"}));
    QCOMPARE(fold.fields(item(3)), Texts{""});
    QVERIFY(fold.fields(item(4)).empty());
    QVERIFY(fold.history(item(4), "a").empty());
}

void TestFold::childrenAreWhatNamesTheParent()
{
    const Fold fold = foldOf({Note(1, 1, 1).text("a").at(item(9), "a").parent(item(1)),
                              Note(1, 2, 2).text("a").at(item(3), "a").parent(item(1)),
                              Note(1, 3, 3).text("b").at(item(3), "b").parent(item(1)),
                              Note(1, 4, 4).text("a").at(item(4), "a").parent(item(2))});
    QCOMPARE(fold.children(item(1)), (std::vector{item(3), item(9)}));
    QCOMPARE(fold.children(item(2)), std::vector{item(4)});
    QVERIFY(fold.children(item(9)).empty());
}

void TestFold::waitingIsSortedAndOnlyWhatWaits()
{
    std::vector<Applied> changes;
    for (const std::uint64_t tablet : {1U, 2U}) {
        const std::string text = std::to_string(tablet);
        changes.push_back(Note(tablet, 1, 1)
                              .text(text)
                              .at(item(9), "b")
                              .text(text)
                              .at(item(9), "a")
                              .text("ens")
                              .at(item(5), "a")
                              .text(text)
                              .at(item(2), "c"));
    }
    QCOMPARE(foldOf(changes).waiting(),
             (std::vector<FieldId>{{item(2), "c"}, {item(9), "a"}, {item(9), "b"}}));
}

void TestFold::canonicalTellsFoldsApart()
{
    const std::vector<Applied> different[] = {
        {},
        {Note(1, 1, 1).text("a")},
        {Note(1, 1, 1).text("b")},
        {Note(1, 1, 2).text("a")},
        {Note(1, 2, 1).text("a")},
        {Note(2, 1, 1).text("a")},
        {Note(1, 1, 1).text("a").field("andet")},
        {Note(1, 1, 1).text("a").at(item(2), kField)},
        {Note(1, 1, 1).text("a").voice(VOICE_RESIDENT)},
        {Note(1, 1, 1).text("a").policy(SET)},
        {Note(1, 1, 1).text("a"), Note(2, 1, 1).text("a")},
        {Note(1, 1, 1).text("a"), Note(2, 1, 1).ext()},
        {Note(1, 1, 1).text("a"), Note(2, 1, 1).remove().field("")},
    };
    std::vector<std::string> seen;
    for (const auto &changes : different) {
        const std::string canonical = foldOf(changes).canonical();
        QVERIFY(std::find(seen.begin(), seen.end(), canonical) == seen.end());
        seen.push_back(canonical);
    }
}

void TestFold::aMovedFoldIsTheSameFold()
{
    Fold first = foldOf({Note(1, 1, 1).text("a")});
    const std::string canonical = first.canonical();
    Fold second = std::move(first);
    QCOMPARE(second.canonical(), canonical);
    second.add(Note(1, 2, 2).text("b"));
    first = std::move(second);
    QCOMPARE(first.changeCount(), 2U);
}

void TestFold::anOpMayNameAsManyAsTheWireLets()
{
    Fold fold;
    std::vector<Dot> seen;
    for (std::uint64_t n = 1; n <= 1024; ++n) {
        const Note note = Note(n, 1, 1).text(std::to_string(n));
        seen.push_back(note.dot());
        fold.add(note);
    }
    QCOMPARE(fold.view(kItem, kField).versions.size(), 1024U);
    fold.add(Note(2000, 1, 2).text("alt").seen(seen));
    QCOMPARE(texts(fold.view(kItem, kField)), Texts{"alt"});
}

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
