#include "proto/base/limits.h"
#include "proto/domain/remove_item.h"
#include "tests/proto/merge/note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::domain;
using namespace trivsel::merge::test;
using merge::Fold;
using merge::ItemState;

class TestRemoveItem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSeenIsRemovedAndMayComeBack();
    void whatIsWrittenMeanwhileStays();
    void aFormsDotIsNamedOnce();
    void whatIsOverTheLimitStaysForAPerson();
    void anAnswerIsTakenBackByItsResidentAlone();
};

namespace {

merge::Applied change(std::uint64_t tablet, const Fold &fold, const wire::v1::Op &op)
{
    Note note(tablet, 1, fold.lamport() + 1);
    *note.change().change.add_ops() = op;
    return note;
}

} // namespace

void TestRemoveItem::whatIsSeenIsRemovedAndMayComeBack()
{
    Fold fold = foldOf(
        {Note(1, 1, 1).text("Te"), Note(2, 1, 1).text("Kaffe"), Note(1, 2, 2).text("a").field("navn")});
    fold.add(change(3, fold, removeItem(kItem, VOICE_STAFF, fold)));
    QCOMPARE(fold.itemState(kItem), ItemState::Removed);
    fold.add(change(4, fold, putBack(kItem, VOICE_STAFF, fold)));
    QCOMPARE(fold.itemState(kItem), ItemState::Live);
    fold.add(change(5, fold, removeItem(kItem, VOICE_STAFF, fold)));
    QCOMPARE(fold.itemState(kItem), ItemState::Removed);
}

void TestRemoveItem::whatIsWrittenMeanwhileStays()
{
    Fold fold = foldOf({Note(1, 1, 1).text("Te")});
    const auto removal = change(3, fold, removeItem(kItem, VOICE_STAFF, fold));
    fold.add(Note(2, 1, 2).text("Kaffe").seen({Note(1, 1, 1).dot()}));
    fold.add(removal);
    QCOMPARE(fold.itemState(kItem), ItemState::RemovedButEdited);
}

void TestRemoveItem::aFormsDotIsNamedOnce()
{
    const Fold fold = foldOf({Note(1, 1, 1).text("Te").text("a").field("navn")});
    QCOMPARE(removeItem(kItem, VOICE_STAFF, fold).seen_size(), 1);
}

void TestRemoveItem::whatIsOverTheLimitStaysForAPerson()
{
    Fold fold;
    for (std::uint64_t n = 1; n <= limits::kSeenPerOpMax; ++n) {
        fold.add(Note(n, 1, 1).text(std::to_string(n)));
    }
    Fold over = foldOf({change(5000, fold, removeItem(kItem, VOICE_STAFF, fold))});
    fold.add(change(5000, fold, removeItem(kItem, VOICE_STAFF, fold)));
    QCOMPARE(fold.itemState(kItem), ItemState::Removed);

    for (std::uint64_t n = 1; n <= limits::kSeenPerOpMax + 1; ++n) {
        over.add(Note(n, 2, 1).text(std::to_string(n)));
    }
    const auto removal = removeItem(kItem, VOICE_STAFF, over);
    QCOMPARE(static_cast<std::size_t>(removal.seen_size()), limits::kSeenPerOpMax);
    over.add(change(5001, over, removal));
    QCOMPARE(over.itemState(kItem), ItemState::RemovedButEdited);
}

void TestRemoveItem::anAnswerIsTakenBackByItsResidentAlone()
{
    const Note answer = Note(1, 1, 1).by(kAnna).text("Te").voice(VOICE_RESIDENT);
    const auto removal = [](const PersonId &author, const PersonId &enterer, merge::Voice voice) {
        return Note(2, 1, 5).said(author, enterer).remove().field("").voice(voice);
    };
    const auto withdrawn = [&](const Note &gone) {
        const Fold fold = foldOf({answer, gone});
        return fold.itemState(kItem) == ItemState::RemovedButEdited && isWithdrawn(kItem, fold);
    };
    QVERIFY(withdrawn(removal(kAnna, kAnna, VOICE_RESIDENT)));
    QVERIFY(!withdrawn(removal(kMette, kMette, VOICE_STAFF)));
    QVERIFY(!withdrawn(removal(kAnna, kMette, VOICE_RESIDENT)));
    QVERIFY(!isWithdrawn(kItem, foldOf({answer})));
    QVERIFY(isWithdrawn(kItem, foldOf({answer, removal(kAnna, kAnna, VOICE_RESIDENT).seen({answer.dot()})})));
}

QTEST_GUILESS_MAIN(TestRemoveItem)
#include "tst_remove_item.moc"
