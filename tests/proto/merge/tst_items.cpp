#include "note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

/** Whole items: there, removed, or removed by one and edited by another. */
class TestItems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsAbsent();
    void onlyUnreadableIsAbsent();
    void writtenIsLive();
    void removedInSightOfAllIsRemoved();
    void removedBeforeItsCreationArrivesIsRemoved();
    void anUnseenEditKeepsItForAPerson();
    void anUnseenEditOfAnotherFieldKeepsIt();
    void anUnseenUnreadableEditKeepsIt();
    void anEditAndARemovalOfOneFormIsARemoval();
    void aRankChangeDoesNotReviveIt();
    void aDecisionToTalkDoesNotReviveIt();
    void anEmptiedSetDoesNotReviveIt();
    void staffCanNotRemoveTheResidentsOwnWords();
    void theResidentCan();
    void staffCanRemoveWhatStaffEntered();
    void twoRemovalsTogetherCoverWhatNeitherDoesAlone();
    void aRemovalThatNamesTheFutureDoesNotCoverIt();
    void removingAgainSettlesIt();
    void puttingBackMakesItLive();
    void puttingBackUnseenByARemovalKeepsItForAPerson();
    void removedItemsDoNotWait();
};

namespace {

const Note kText = Note(1, 1, 1).text("Te");
const Note kName = Note(1, 2, 2).text("Morgen").field("navn");

Note removal(std::uint64_t tablet, std::uint64_t lamport, const std::vector<Dot> &seen)
{
    return Note(tablet, lamport, lamport).by(kAli).remove().field("").seen(seen);
}

ItemState state(std::vector<Applied> changes)
{
    const Fold fold = foldOf(changes);
    std::reverse(changes.begin(), changes.end());
    if (foldOf(changes).canonical() != fold.canonical()) {
        qFatal("the order of arrival matters");
    }
    return fold.itemState(kItem);
}

} // namespace

void TestItems::nothingIsAbsent()
{
    QCOMPARE(state({}), ItemState::Absent);
    QCOMPARE(state({Note(1, 1, 1).text("a").at(item(2), "navn")}), ItemState::Absent);
}

void TestItems::onlyUnreadableIsAbsent()
{
    QCOMPARE(state({Note(1, 1, 1).ext()}), ItemState::Absent);
    Note hidden = Note(1, 1, 1).text("a");
    hidden.change().opaque = true;
    QCOMPARE(state({hidden}), ItemState::Absent);
}

void TestItems::writtenIsLive()
{
    QCOMPARE(state({kText}), ItemState::Live);
    QCOMPARE(state({Note(1, 1, 1).rank("a").policy(ORDER)}), ItemState::Live);
}

void TestItems::removedInSightOfAllIsRemoved()
{
    QCOMPARE(state({kText, kName, removal(2, 3, {kText.dot(), kName.dot()})}), ItemState::Removed);
}

void TestItems::removedBeforeItsCreationArrivesIsRemoved()
{
    const Note gone = removal(2, 3, {kText.dot()});
    QCOMPARE(state({gone}), ItemState::Removed);
    QCOMPARE(state({gone, kText}), ItemState::Removed);
}

void TestItems::anUnseenEditKeepsItForAPerson()
{
    const Note edit = Note(3, 1, 2).text("Grøn te").seen({kText.dot()});
    const Note gone = removal(2, 3, {kText.dot()});
    QCOMPARE(state({kText, edit, gone}), ItemState::RemovedButEdited);
    QCOMPARE(foldOf({kText, edit, gone}).waiting(), (std::vector<FieldId>{{kItem, ""}}));
}

void TestItems::anUnseenEditOfAnotherFieldKeepsIt()
{
    QCOMPARE(state({kText, kName, removal(2, 3, {kText.dot()})}), ItemState::RemovedButEdited);
}

void TestItems::anUnseenUnreadableEditKeepsIt()
{
    QCOMPARE(state({kText, Note(3, 1, 2).ext().field("nyt"), removal(2, 3, {kText.dot()})}),
             ItemState::RemovedButEdited);
}

void TestItems::anEditAndARemovalOfOneFormIsARemoval()
{
    const Note form =
        Note(2, 1, 2).text("Te, slut").seen({kText.dot()}).remove().field("").seen({kText.dot()});
    QCOMPARE(state({kText, form}), ItemState::Removed);
}

void TestItems::aRankChangeDoesNotReviveIt()
{
    const Note rank = Note(3, 1, 2).rank("m").policy(ORDER).field("plads");
    QCOMPARE(state({kText, rank, removal(2, 3, {kText.dot()})}), ItemState::Removed);
}

void TestItems::aDecisionToTalkDoesNotReviveIt()
{
    const Note talk = Note(3, 1, 2).nothing().resolution(RESOLUTION_TALK).seen({kText.dot()});
    QCOMPARE(state({kText, talk, removal(2, 3, {kText.dot()})}), ItemState::Removed);
}

void TestItems::anEmptiedSetDoesNotReviveIt()
{
    const Note member = Note(3, 1, 2).text("a").policy(SET).field("tags");
    const Note emptied = Note(3, 2, 3).remove().policy(SET).field("tags").seen({member.dot()});
    QCOMPARE(state({kText, member, emptied, removal(2, 4, {kText.dot()})}), ItemState::Removed);
    QCOMPARE(state({kText, member, removal(2, 4, {kText.dot()})}), ItemState::RemovedButEdited);
}

void TestItems::staffCanNotRemoveTheResidentsOwnWords()
{
    const Note anna = Note(3, 1, 1).by(kAnna).text("Mit").voice(VOICE_RESIDENT);
    QCOMPARE(state({anna, removal(2, 2, {anna.dot()})}), ItemState::RemovedButEdited);
}

void TestItems::theResidentCan()
{
    const Note anna = Note(3, 1, 1).by(kAnna).text("Mit").voice(VOICE_RESIDENT);
    QCOMPARE(state({anna, removal(2, 2, {anna.dot()}).by(kAnna)}), ItemState::Removed);
    // Also after staff tried.
    QCOMPARE(state({anna, removal(2, 2, {anna.dot()}), removal(4, 3, {anna.dot()}).by(kAnna)}),
             ItemState::Removed);
}

void TestItems::staffCanRemoveWhatStaffEntered()
{
    const Note mette = Note(3, 1, 1).said(kAnna, kMette).text("Mit").voice(VOICE_RESIDENT);
    QCOMPARE(state({mette, removal(2, 2, {mette.dot()})}), ItemState::Removed);
}

void TestItems::twoRemovalsTogetherCoverWhatNeitherDoesAlone()
{
    QCOMPARE(state({kText, kName, removal(2, 3, {kText.dot()}), removal(3, 3, {kName.dot()})}),
             ItemState::Removed);
}

void TestItems::aRemovalThatNamesTheFutureDoesNotCoverIt()
{
    const Note later = Note(3, 1, 9).text("Senere");
    QCOMPARE(state({later, removal(2, 3, {later.dot()})}), ItemState::RemovedButEdited);
}

void TestItems::removingAgainSettlesIt()
{
    const Note edit = Note(3, 1, 2).text("Grøn te").seen({kText.dot()});
    const Note gone = removal(2, 3, {kText.dot()});
    QCOMPARE(state({kText, edit, gone, removal(2, 4, {kText.dot(), edit.dot(), gone.dot()})}),
             ItemState::Removed);
}

void TestItems::puttingBackMakesItLive()
{
    const Note gone = removal(2, 3, {kText.dot()});
    const Note back = Note(1, 3, 4).remove(false).field("").seen({gone.dot()});
    QCOMPARE(state({kText, gone, back}), ItemState::Live);
    QCOMPARE(state({kText, gone, back, removal(2, 5, {kText.dot(), back.dot()})}), ItemState::Removed);
}

void TestItems::puttingBackUnseenByARemovalKeepsItForAPerson()
{
    const Note gone = removal(2, 3, {kText.dot()});
    const Note back = Note(1, 3, 4).remove(false).field("").seen({gone.dot()});
    QCOMPARE(state({kText, gone, back, removal(5, 4, {kText.dot(), gone.dot()})}),
             ItemState::RemovedButEdited);
}

void TestItems::removedItemsDoNotWait()
{
    const Note other = Note(4, 1, 1).text("Kaffe");
    QCOMPARE(foldOf({kText, other}).waiting(), (std::vector<FieldId>{{kItem, kField}}));
    const Note gone = removal(2, 3, {kText.dot(), other.dot()});
    QVERIFY(foldOf({kText, other, gone}).waiting().empty());
}

QTEST_GUILESS_MAIN(TestItems)
#include "tst_items.moc"
