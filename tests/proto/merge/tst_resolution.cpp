#include "note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

/** What people decide about two versions, and what happens to it afterwards. */
class TestResolution : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chooseShowsTheChosenOne();
    void rewriteShowsTheNewText();
    void keepBothNoLongerWaits();
    void talkStillWaits();
    void theNewestDecisionCounts();
    void aLateEditOpensItAgain();
    void aLateEditOfAnOlderVersionOpensItAgain();
    void aLateEditAfterAChoiceGivesTwo();
    void twoWhoChooseTheSameAgree();
    void twoWhoChooseDifferentlyGiveTwoAgain();
    void aChoiceBesideADecisionToTalkSettlesIt();
    void aDecisionThatDidNotSeeAllDoesNotCount();
    void anInterleavingEditUnderADecisionIsSeen();
    void aDecisionNeverTakesAVersionAway();
    void aDecisionAboutOneVersionChangesNothing();
    void aDecisionWithoutVersionsIsEmpty();
    void undoIsANewOpWithTheOlderValue();
    void clearingWhileAnotherEditsGivesTwo();
};

namespace {

const Note kMettes = Note(1, 1, 1).by(kMette).text("Te");
const Note kAlis = Note(2, 1, 1).by(kAli).text("Kaffe");

Note decide(std::uint64_t tablet, std::uint64_t lamport, Resolution resolution,
            const std::vector<Dot> &seen = {kMettes.dot(), kAlis.dot()})
{
    return Note(tablet, lamport, lamport).nothing().resolution(resolution).seen(seen);
}

RegisterView shown(std::vector<Applied> more)
{
    more.push_back(kAlis);
    more.insert(more.begin(), kMettes);
    const Fold fold = foldOf(more);
    std::reverse(more.begin(), more.end());
    if (foldOf(more).canonical() != fold.canonical()) {
        qFatal("the order of arrival matters");
    }
    return fold.view(kItem, kField);
}

const Texts kBoth{"Te", "Kaffe"};

} // namespace

void TestResolution::chooseShowsTheChosenOne()
{
    const std::vector<Dot> seen{kMettes.dot(), kAlis.dot()};
    const RegisterView view = shown({Note(3, 1, 2).text("Kaffe").resolution(RESOLUTION_CHOOSE).seen(seen)});
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(texts(view), Texts{"Kaffe"});
}

void TestResolution::rewriteShowsTheNewText()
{
    const RegisterView view = shown({Note(3, 1, 2)
                                         .text("Te eller kaffe")
                                         .resolution(RESOLUTION_REWRITE)
                                         .seen({kMettes.dot(), kAlis.dot()})});
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(texts(view), Texts{"Te eller kaffe"});
}

void TestResolution::keepBothNoLongerWaits()
{
    const Note keep = decide(3, 2, RESOLUTION_KEEP_BOTH);
    const RegisterView view = shown({keep});
    QCOMPARE(view.state, RegisterState::KeptBoth);
    QVERIFY(!view.waitsForPerson());
    QCOMPARE(texts(view), kBoth);
    QCOMPARE(dots(view), (std::vector{kMettes.dot(), kAlis.dot(), keep.dot()}));
}

void TestResolution::talkStillWaits()
{
    const RegisterView view = shown({decide(3, 2, RESOLUTION_TALK)});
    QCOMPARE(view.state, RegisterState::Talk);
    QVERIFY(view.waitsForPerson());
    QCOMPARE(texts(view), kBoth);
}

void TestResolution::theNewestDecisionCounts()
{
    const Note talk = decide(3, 2, RESOLUTION_TALK);
    const Note keep = decide(4, 3, RESOLUTION_KEEP_BOTH);
    QCOMPARE(shown({talk, keep}).state, RegisterState::KeptBoth);
    QCOMPARE(shown({decide(3, 3, RESOLUTION_TALK), decide(4, 2, RESOLUTION_KEEP_BOTH)}).state,
             RegisterState::Talk);
    // The same lamport: the greater incarnation.
    QCOMPARE(shown({decide(5, 3, RESOLUTION_TALK), decide(4, 3, RESOLUTION_KEEP_BOTH)}).state,
             RegisterState::Talk);
}

void TestResolution::aLateEditOpensItAgain()
{
    const Note late = Note(5, 1, 1).text("Saft");
    const RegisterView view = shown({decide(3, 2, RESOLUTION_KEEP_BOTH), late});
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(view.versions.size(), 3U);
}

void TestResolution::aLateEditOfAnOlderVersionOpensItAgain()
{
    const Note late = Note(1, 2, 2).text("Grøn te").seen({kMettes.dot()});
    const RegisterView view = shown({decide(3, 2, RESOLUTION_TALK), late});
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(texts(view), (Texts{"Kaffe", "Grøn te"}));
}

void TestResolution::aLateEditAfterAChoiceGivesTwo()
{
    const Note choice =
        Note(3, 1, 2).text("Te").resolution(RESOLUTION_CHOOSE).seen({kMettes.dot(), kAlis.dot()});
    const Note late = Note(2, 2, 2).text("Stærk kaffe").seen({kAlis.dot()});
    const RegisterView view = shown({choice, late});
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(texts(view), (Texts{"Stærk kaffe", "Te"})); // the same lamport: by incarnation
}

void TestResolution::twoWhoChooseTheSameAgree()
{
    const std::vector<Dot> seen{kMettes.dot(), kAlis.dot()};
    const RegisterView view = shown({Note(3, 1, 2).text("Te").resolution(RESOLUTION_CHOOSE).seen(seen),
                                     Note(4, 1, 2).text("Te").resolution(RESOLUTION_CHOOSE).seen(seen)});
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(texts(view), Texts{"Te"});
    QCOMPARE(view.heads.size(), 2U);
}

void TestResolution::twoWhoChooseDifferentlyGiveTwoAgain()
{
    const std::vector<Dot> seen{kMettes.dot(), kAlis.dot()};
    const RegisterView view = shown({Note(3, 1, 2).text("Te").resolution(RESOLUTION_CHOOSE).seen(seen),
                                     Note(4, 1, 2).text("Kaffe").resolution(RESOLUTION_CHOOSE).seen(seen)});
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(texts(view), kBoth);
}

void TestResolution::aChoiceBesideADecisionToTalkSettlesIt()
{
    const Note choice =
        Note(4, 1, 2).text("Te").resolution(RESOLUTION_CHOOSE).seen({kMettes.dot(), kAlis.dot()});
    const RegisterView view = shown({decide(3, 2, RESOLUTION_TALK), choice});
    QCOMPARE(view.state, RegisterState::One);
    QVERIFY(!view.waitsForPerson());
}

void TestResolution::aDecisionThatDidNotSeeAllDoesNotCount()
{
    QCOMPARE(shown({decide(3, 2, RESOLUTION_KEEP_BOTH, {kMettes.dot()})}).state, RegisterState::Two);
    // Nor one that names what is not older than itself.
    QCOMPARE(
        shown({Note(1, 0, 0).nothing().resolution(RESOLUTION_KEEP_BOTH).seen({kMettes.dot(), kAlis.dot()})})
            .state,
        RegisterState::Two);
}

void TestResolution::anInterleavingEditUnderADecisionIsSeen()
{
    // Mette edits on; a third person decides in sight of her edit and Ali's text, but not of a text in
    // between.
    const Note between = Note(6, 1, 2).text("Te med mælk").seen({kMettes.dot()});
    const Note on = Note(1, 2, 3).text("Te med citron").seen({kMettes.dot()});
    const RegisterView view =
        shown({between, on, decide(3, 4, RESOLUTION_KEEP_BOTH, {on.dot(), kAlis.dot()})});
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(texts(view), (Texts{"Kaffe", "Te med mælk", "Te med citron"}));
}

void TestResolution::aDecisionNeverTakesAVersionAway()
{
    for (const auto resolution : {RESOLUTION_KEEP_BOTH, RESOLUTION_TALK}) {
        // Not even when it carries a value.
        const RegisterView view = shown(
            {decide(3, 2, resolution), Note(4, 1, 2).text("x").resolution(resolution).seen({kMettes.dot()})});
        QCOMPARE(texts(view), kBoth);
    }
}

void TestResolution::aDecisionAboutOneVersionChangesNothing()
{
    const RegisterView view =
        foldOf({kMettes, decide(3, 2, RESOLUTION_TALK, {kMettes.dot()})}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::One);
}

void TestResolution::aDecisionWithoutVersionsIsEmpty()
{
    const RegisterView view = foldOf({decide(3, 2, RESOLUTION_TALK)}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::Empty);
    QVERIFY(!view.opaque);
    QCOMPARE(view.heads.size(), 1U);
}

void TestResolution::undoIsANewOpWithTheOlderValue()
{
    const Note choice =
        Note(3, 1, 2).text("Te").resolution(RESOLUTION_CHOOSE).seen({kMettes.dot(), kAlis.dot()});
    const Note undo = Note(2, 2, 3).by(kAli).text("Kaffe").seen({choice.dot()});
    QCOMPARE(texts(shown({choice, undo})), Texts{"Kaffe"});
}

void TestResolution::clearingWhileAnotherEditsGivesTwo()
{
    const Note start = Note(9, 1, 1).text("Te");
    const Note cleared = Note(1, 2, 2).remove().seen({start.dot()});
    const Note edited = Note(2, 2, 2).text("Grøn te").seen({start.dot()});
    QCOMPARE(foldOf({start, cleared}).view(kItem, kField).state, RegisterState::One);
    QCOMPARE(textOf(foldOf({start, cleared}).view(kItem, kField)), std::string());
    const RegisterView view = foldOf({start, cleared, edited}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(view.versions.size(), 2U);
}

QTEST_GUILESS_MAIN(TestResolution)
#include "tst_resolution.moc"
