#include "note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

/** SET, ORDER and MERGE_TEXT. */
class TestPolicies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyHeadOfASetIsAMember();
    void removingAMemberTakesThatMember();
    void addingAgainstRemovingWins();
    void anEmptiedSetHasNoMembers();
    void orderShowsTheNewestRank();
    void orderNeverWaits();
    void proseOfTwoIsPutTogether();
    void whatIsPutTogetherCanBeEdited();
    void proseInTheResidentsVoiceIsNever();
    void proseWithoutACommonBeginningIsNot();
    void proseWithTwoCommonAncestorsIsNot();
    void proseWithAGapInItsAncestryIsNot();
    void proseOfThreeIsNot();
    void proseThatIsNoTextIsNot();
    void proseWithAnUnreadableHeadIsNot();
    void theNewestOfNestedAncestorsIsTheBase();
    void aPersonsDecisionStandsAboveTheMachine();
};

namespace {

Note prose(std::uint64_t tablet, std::uint64_t lamport, std::string text, const std::vector<Dot> &seen = {})
{
    return Note(tablet, lamport, lamport).text(std::move(text)).policy(MERGE_TEXT).seen(seen);
}

RegisterView shown(std::vector<Applied> changes)
{
    const Fold fold = foldOf(changes);
    std::reverse(changes.begin(), changes.end());
    if (foldOf(changes).canonical() != fold.canonical()) {
        qFatal("the order of arrival matters");
    }
    return fold.view(kItem, kField);
}

const Note kStart = prose(9, 1, "Vi går en tur om morgenen hver dag.");
const Note kLong = prose(1, 2, "Vi går en lang tur om morgenen hver dag.", {kStart.dot()});
const Note kEvery = prose(2, 2, "Vi går en tur om morgenen hver eneste dag.", {kStart.dot()});
const std::string kTogether = "Vi går en lang tur om morgenen hver eneste dag.";

} // namespace

void TestPolicies::everyHeadOfASetIsAMember()
{
    const RegisterView view =
        shown({Note(1, 1, 1).text("musik").policy(SET), Note(2, 1, 1).text("ro").policy(SET),
               Note(3, 1, 2).text("musik").policy(SET)});
    QCOMPARE(view.state, RegisterState::Members);
    QCOMPARE(texts(view), (Texts{"musik", "ro"}));
}

void TestPolicies::removingAMemberTakesThatMember()
{
    const Note music = Note(1, 1, 1).text("musik").policy(SET);
    const Note calm = Note(2, 1, 1).text("ro").policy(SET);
    const Note gone = Note(3, 1, 2).remove().policy(SET).seen({music.dot()});
    QCOMPARE(texts(shown({music, calm, gone})), Texts{"ro"});
}

void TestPolicies::addingAgainstRemovingWins()
{
    const Note music = Note(1, 1, 1).text("musik").policy(SET);
    const Note gone = Note(3, 1, 3).remove().policy(SET).seen({music.dot()});
    const Note again = Note(2, 1, 2).text("musik").policy(SET).seen({music.dot()});
    QCOMPARE(texts(shown({music, gone, again})), Texts{"musik"});
}

void TestPolicies::anEmptiedSetHasNoMembers()
{
    const Note music = Note(1, 1, 1).text("musik").policy(SET);
    const RegisterView view = shown({music, Note(3, 1, 2).remove().policy(SET).seen({music.dot()})});
    QCOMPARE(view.state, RegisterState::Members);
    QVERIFY(view.versions.empty());
}

void TestPolicies::orderShowsTheNewestRank()
{
    const Note first = Note(1, 1, 1).rank("a").policy(ORDER);
    const Note second = Note(2, 1, 3).rank("m").policy(ORDER).seen({first.dot()});
    const Note late = Note(3, 1, 2).rank("z").policy(ORDER).seen({first.dot()});
    const RegisterView view = shown({first, second, late});
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(view.versions.size(), 1U);
    QCOMPARE(view.versions[0].op.rank(), std::string("m"));
    QCOMPARE(view.heads.size(), 2U);
}

void TestPolicies::orderNeverWaits()
{
    const Note first = Note(1, 1, 1).rank("a").policy(ORDER);
    const Note second = Note(2, 1, 1).rank("b").policy(ORDER);
    QVERIFY(foldOf({first, second}).waiting().empty());
}

void TestPolicies::proseOfTwoIsPutTogether()
{
    const RegisterView view = shown({kStart, kLong, kEvery});
    QCOMPARE(view.state, RegisterState::Merged);
    QCOMPARE(view.mergedText, kTogether);
    QCOMPARE(view.versions.size(), 2U);
    QVERIFY(!view.waitsForPerson());
    // Somebody who typed the same as one of them changes nothing.
    const Note same = prose(3, 2, "Vi går en lang tur om morgenen hver dag.", {kStart.dot()});
    QCOMPARE(shown({kStart, kLong, kEvery, same}).mergedText, kTogether);
}

void TestPolicies::whatIsPutTogetherCanBeEdited()
{
    const Note edit = prose(3, 3, kTogether + " Også i regn.", {kLong.dot(), kEvery.dot()});
    const RegisterView view = shown({kStart, kLong, kEvery, edit});
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(texts(view), Texts{kTogether + " Også i regn."});
}

void TestPolicies::proseInTheResidentsVoiceIsNever()
{
    Note anna = kLong;
    anna.voice(VOICE_RESIDENT);
    const RegisterView view = shown({kStart, anna, kEvery});
    QCOMPARE(view.policy, KEEP_BOTH);
    QCOMPARE(view.state, RegisterState::Two);
}

void TestPolicies::proseWithoutACommonBeginningIsNot()
{
    const RegisterView view = shown({prose(1, 1, "Vi går en lang tur."), prose(2, 1, "Vi går en tur.")});
    QCOMPARE(view.state, RegisterState::Two);
}

void TestPolicies::proseWithTwoCommonAncestorsIsNot()
{
    // Both edited both of two beginnings: a criss-cross.
    const Note other = prose(8, 1, "Vi går aldrig nogen tur.");
    const Note one = prose(1, 2, "Vi går en lang tur om morgenen hver dag.", {kStart.dot(), other.dot()});
    const Note two = prose(2, 2, "Vi går en tur om morgenen hver eneste dag.", {kStart.dot(), other.dot()});
    QCOMPARE(shown({kStart, other, one, two}).state, RegisterState::Two);
}

void TestPolicies::proseWithAGapInItsAncestryIsNot()
{
    const Note missing = prose(8, 2, "Vi går en tur om morgenen hver lange dag.", {kStart.dot()});
    const Note two = prose(2, 3, "Vi går en tur om morgenen hver eneste dag.", {kStart.dot(), missing.dot()});
    QCOMPARE(shown({kStart, kLong, two}).state, RegisterState::Two);
    QCOMPARE(shown({kStart, kLong, two, missing}).state, RegisterState::Merged);
}

void TestPolicies::proseOfThreeIsNot()
{
    const Note third = prose(3, 2, "Vi går aldrig.", {kStart.dot()});
    QCOMPARE(shown({kStart, kLong, kEvery, third}).state, RegisterState::Two);
}

void TestPolicies::proseThatIsNoTextIsNot()
{
    const Note number = Note(2, 1, 2).num(3).policy(MERGE_TEXT).seen({kStart.dot()});
    QCOMPARE(shown({kStart, kLong, number}).state, RegisterState::Two);
    const Note start = Note(9, 1, 1).num(3).policy(MERGE_TEXT);
    QCOMPARE(shown({start, prose(1, 2, "a", {start.dot()}), prose(2, 2, "a", {start.dot()})}).state,
             RegisterState::One);
    QCOMPARE(shown({start, prose(1, 2, "a", {start.dot()}), prose(2, 2, "b", {start.dot()})}).state,
             RegisterState::Two);
}

void TestPolicies::proseWithAnUnreadableHeadIsNot()
{
    const Note unknown = Note(4, 1, 2).ext().policy(MERGE_TEXT).seen({kStart.dot()});
    const RegisterView view = shown({kStart, kLong, kEvery, unknown});
    QVERIFY(view.opaque);
    QCOMPARE(view.state, RegisterState::Two);
}

void TestPolicies::theNewestOfNestedAncestorsIsTheBase()
{
    const Note second = prose(9, 2, "Vi går en tur hver aften hver dag. Så sover vi.", {kStart.dot()});
    const Note one =
        prose(1, 3, "Vi går en tur hver aften hver dag. Så sover vi godt.", {second.dot(), kStart.dot()});
    const Note two = prose(2, 3, "Vi løber en tur hver aften hver dag. Så sover vi.", {second.dot()});
    const RegisterView view = shown({kStart, second, one, two});
    QCOMPARE(view.state, RegisterState::Merged);
    QCOMPARE(view.mergedText, std::string("Vi løber en tur hver aften hver dag. Så sover vi godt."));
}

void TestPolicies::aPersonsDecisionStandsAboveTheMachine()
{
    const Note talk = Note(3, 1, 3)
                          .nothing()
                          .policy(MERGE_TEXT)
                          .resolution(RESOLUTION_TALK)
                          .seen({kLong.dot(), kEvery.dot()});
    QCOMPARE(shown({kStart, kLong, kEvery, talk}).state, RegisterState::Talk);
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
