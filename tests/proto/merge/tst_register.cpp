#include "note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

class TestRegister : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnknownFieldIsEmpty();
    void oneWriterShowsTheirNewest();
    void twoWhoDidNotSeeEachOtherGiveTwoVersions();
    void whoSawBothSettlesThem();
    void theSameWordsTypedTwiceAreOneVersion();
    void theSameWordsOfThePersonThemselvesStandForAll();
    void threeVersionsAreAllKept();
    void headsThatDifferInPolicyAreKeptBoth();
    void anUnspecifiedPolicyIsKeptBoth();
    void theLaterOfTwoOpsOfOneChangeCountsAndTheEarlierIsHistory();
    void namingOneselfIsIgnored();
    void namingEachOtherLosesNeither();
    void aNameCountsWhenItArrivesLater();
    void anUpdateThatArrivesBeforeTheCreationIsShown();
    void twoOfflineChainsOfTheSameFieldGiveTheirTwoEnds();
    void chainsOutOfOrderGiveTheSame();
    void anUnreadableValueMakesTheFieldReadOnly();
    void anUnknownResolutionMakesTheFieldReadOnly();
    void historyHasEveryVersionOldestFirst();
    void aVersionSaysWhoWhenAndUnderWhichDefinition();
    void numbersAndReferencesAreComparedAsTheyAre();
};

void TestRegister::anUnknownFieldIsEmpty()
{
    const Fold fold;
    const RegisterView view = fold.view(kItem, kField);
    QCOMPARE(view.state, RegisterState::Empty);
    QVERIFY(view.heads.empty());
    QCOMPARE(textOf(view), std::string());
    QCOMPARE(numOf(view, 7), 7);
}

void TestRegister::oneWriterShowsTheirNewest()
{
    const Note first = Note(1, 1, 1).text("Ro");
    const Note second = Note(1, 2, 2).text("Ro og te").seen({first.dot()});
    const RegisterView view = foldOf({first, second}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(texts(view), Texts{"Ro og te"});
    QCOMPARE(dots(view), std::vector{second.dot()});
    QCOMPARE(textOf(view), std::string("Ro og te"));
}

void TestRegister::twoWhoDidNotSeeEachOtherGiveTwoVersions()
{
    const Note first = Note(1, 1, 1).text("Ro");
    const Note mette = Note(1, 2, 2).text("Ro og te").seen({first.dot()});
    const Note ali = Note(2, 1, 2).by(kAli).text("En gåtur").seen({first.dot()});
    const RegisterView view = foldOf({first, mette, ali}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::Two);
    QVERIFY(view.waitsForPerson());
    QCOMPARE(texts(view), (Texts{"Ro og te", "En gåtur"}));
    QCOMPARE(dots(view), (std::vector{mette.dot(), ali.dot()}));
}

void TestRegister::whoSawBothSettlesThem()
{
    const Note mette = Note(1, 1, 1).text("Te");
    const Note ali = Note(2, 1, 1).by(kAli).text("Gåtur");
    const Note both = Note(2, 2, 2).by(kAli).text("Te og gåtur").seen({mette.dot(), ali.dot()});
    const RegisterView view = foldOf({mette, ali, both}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(texts(view), Texts{"Te og gåtur"});
}

void TestRegister::theSameWordsTypedTwiceAreOneVersion()
{
    const Note mette = Note(1, 1, 1).text("Te");
    const Note ali = Note(2, 1, 2).by(kAli).text("Te");
    const RegisterView view = foldOf({mette, ali}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(view.versions.size(), 1);
    QCOMPARE(view.versions.front().dot, mette.dot());
    QCOMPARE(view.heads.size(), 2);
}

void TestRegister::theSameWordsOfThePersonThemselvesStandForAll()
{
    const Note forAnna = Note(1, 1, 1).said(kAnna, kMette).text("Te").voice(VOICE_RESIDENT);
    const Note anna = Note(2, 1, 2).by(kAnna).text("Te").voice(VOICE_RESIDENT);
    const RegisterView view = foldOf({forAnna, anna}).view(kItem, kField);
    QCOMPARE(view.versions.size(), 1);
    QCOMPARE(view.versions.front().dot, anna.dot());
}

void TestRegister::threeVersionsAreAllKept()
{
    const RegisterView view =
        foldOf({Note(3, 1, 5).text("c"), Note(1, 1, 4).text("a"), Note(2, 1, 4).text("b")})
            .view(kItem, kField);
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(texts(view), (Texts{"a", "b", "c"}));
}

void TestRegister::headsThatDifferInPolicyAreKeptBoth()
{
    const Note set = Note(1, 1, 1).text("a").policy(SET);
    const Note order = Note(2, 1, 1).text("b").policy(ORDER);
    const RegisterView view = foldOf({set, order}).view(kItem, kField);
    QCOMPARE(view.policy, KEEP_BOTH);
    QCOMPARE(view.state, RegisterState::Two);
}

void TestRegister::anUnspecifiedPolicyIsKeptBoth()
{
    for (const int policy : {0, 1, 99}) {
        const Note a = Note(1, 1, 1).text("a").policy(static_cast<Policy>(policy));
        const Note b = Note(2, 1, 1).text("b").policy(static_cast<Policy>(policy));
        const RegisterView view = foldOf({a, b}).view(kItem, kField);
        QCOMPARE(view.policy, KEEP_BOTH);
        QCOMPARE(view.state, RegisterState::Two);
    }
}

void TestRegister::theLaterOfTwoOpsOfOneChangeCountsAndTheEarlierIsHistory()
{
    const Note first = Note(2, 1, 1).text("før");
    const Note twice = Note(1, 1, 2).text("først").seen({first.dot()}).text("sidst");
    for (const auto &changes : {std::vector<Applied>{first, twice}, std::vector<Applied>{twice, first}}) {
        const Fold fold = foldOf(changes);
        // What only the earlier op named is not replaced by the later.
        QCOMPARE(texts(fold.view(kItem, kField)), (Texts{"før", "sidst"}));
        QCOMPARE(fold.history(kItem, kField).size(), 3);
        QCOMPARE(fold.history(kItem, kField)[1].op.text(), std::string("først"));
    }
}

void TestRegister::namingOneselfIsIgnored()
{
    const Note self = Note(1, 1, 1).text("a").seen({Note(1, 1, 1).dot()});
    const RegisterView view = foldOf({self}).view(kItem, kField);
    QCOMPARE(texts(view), Texts{"a"});
}

void TestRegister::namingEachOtherLosesNeither()
{
    const Note a = Note(1, 1, 1).text("a").seen({Note(2, 1, 1).dot()});
    const Note b = Note(2, 1, 1).text("b").seen({a.dot()});
    for (const auto &changes : {std::vector<Applied>{a, b}, std::vector<Applied>{b, a}}) {
        // Only the one that can have come later counts: (lamport, inc, ctr) is greater.
        QCOMPARE(texts(foldOf(changes).view(kItem, kField)), Texts{"b"});
    }
}

void TestRegister::aNameCountsWhenItArrivesLater()
{
    const Note old = Note(1, 1, 1).text("gammel");
    const Note fresh = Note(2, 1, 2).text("ny").seen({old.dot()});
    Fold fold;
    QVERIFY(fold.add(fresh));
    QCOMPARE(texts(fold.view(kItem, kField)), Texts{"ny"});
    QVERIFY(fold.add(old));
    QCOMPARE(texts(fold.view(kItem, kField)), Texts{"ny"});
}

void TestRegister::anUpdateThatArrivesBeforeTheCreationIsShown()
{
    const Note create = Note(1, 1, 1).text("Mål").text("Lille skridt").field("skridt");
    const Note update = Note(2, 1, 2).text("Større mål").seen({create.dot()});
    Fold fold;
    fold.add(update);
    QCOMPARE(fold.itemState(kItem), ItemState::Live);
    QCOMPARE(texts(fold.view(kItem, kField)), Texts{"Større mål"});
    fold.add(create);
    QCOMPARE(texts(fold.view(kItem, kField)), Texts{"Større mål"});
    QCOMPARE(texts(fold.view(kItem, "skridt")), Texts{"Lille skridt"});
}

namespace {

/** Two tablets write on offline, three times each, from the same start. */
std::vector<Applied> twoChains()
{
    const Note start = Note(9, 1, 1).text("start");
    std::vector<Applied> out{start};
    for (const std::uint64_t tablet : {1U, 2U}) {
        Dot seen = start.dot();
        for (std::uint64_t n = 1; n <= 3; ++n) {
            const Note next =
                Note(tablet, n, 1 + n).text(std::to_string(tablet) + "." + std::to_string(n)).seen({seen});
            seen = next.dot();
            out.push_back(next);
        }
    }
    return out;
}

} // namespace

void TestRegister::twoOfflineChainsOfTheSameFieldGiveTheirTwoEnds()
{
    const RegisterView view = foldOf(twoChains()).view(kItem, kField);
    QCOMPARE(texts(view), (Texts{"1.3", "2.3"}));
    QCOMPARE(view.state, RegisterState::Two);
}

void TestRegister::chainsOutOfOrderGiveTheSame()
{
    std::vector<Applied> changes = twoChains();
    const std::string canonical = foldOf(changes).canonical();
    std::reverse(changes.begin(), changes.end());
    QCOMPARE(foldOf(changes).canonical(), canonical);
    std::rotate(changes.begin(), changes.begin() + 3, changes.end());
    QCOMPARE(foldOf(changes).canonical(), canonical);
}

void TestRegister::anUnreadableValueMakesTheFieldReadOnly()
{
    const Note known = Note(1, 1, 1).text("kendt");
    for (const Note &unknown : {Note(2, 1, 1).ext(), Note(2, 1, 1).nothing(), Note(2, 1, 1).remove(false)}) {
        const RegisterView view = foldOf({known, unknown}).view(kItem, kField);
        QVERIFY(view.opaque);
        QCOMPARE(view.state, RegisterState::One);
        QCOMPARE(texts(view), Texts{"kendt"});
        QCOMPARE(view.heads.size(), 2);
    }
    QVERIFY(!foldOf({known}).view(kItem, kField).opaque);
}

void TestRegister::anUnknownResolutionMakesTheFieldReadOnly()
{
    const Note odd = Note(1, 1, 1).text("a").resolution(static_cast<Resolution>(17));
    const RegisterView view = foldOf({odd}).view(kItem, kField);
    QVERIFY(view.opaque);
    QCOMPARE(view.state, RegisterState::Empty);
}

void TestRegister::historyHasEveryVersionOldestFirst()
{
    std::vector<Applied> changes = twoChains();
    std::reverse(changes.begin(), changes.end());
    Texts said;
    for (const Version &version : foldOf(changes).history(kItem, kField)) {
        said.push_back(version.op.text());
    }
    QCOMPARE(said, (Texts{"start", "1.1", "2.1", "1.2", "2.2", "1.3", "2.3"}));
}

void TestRegister::aVersionSaysWhoWhenAndUnderWhichDefinition()
{
    Note note = Note(1, 1, 5).said(kAnna, kMette).text("a");
    wire::v1::Change &change = note.change().change;
    change.set_role(ROLE_STAFF);
    change.set_wall_ms(1000);
    change.set_offset_ms(-20);
    change.set_clock_quality(1);
    change.add_defs(std::string(16, 'x'));
    change.add_defs(std::string(16, 'y'));
    change.mutable_ops(0)->set_def(2);
    const Version version = foldOf({note}).view(kItem, kField).versions.at(0);
    QCOMPARE(version.author, kAnna);
    QCOMPARE(version.enterer, kMette);
    QVERIFY(!version.enteredByAuthor());
    QCOMPARE(version.role, ROLE_STAFF);
    QCOMPARE(version.lamport, 5ULL);
    QCOMPARE(version.wallMs, 1000);
    QCOMPARE(version.offsetMs, -20);
    QCOMPARE(version.clockQuality, 1U);
    QCOMPARE(version.def.str(), std::string(16, 'y'));
    change.mutable_ops(0)->set_def(3); // points nowhere
    QVERIFY(foldOf({note}).view(kItem, kField).versions.at(0).def.isNull());
}

void TestRegister::numbersAndReferencesAreComparedAsTheyAre()
{
    const RegisterView view = foldOf({Note(1, 1, 1).num(5), Note(2, 1, 2).text("5")}).view(kItem, kField);
    QCOMPARE(view.versions.size(), 2); // a five and the letter 5 are not the same
    QCOMPARE(numOf(view, 3), 3);       // the newest is no number
    QCOMPARE(textOf(view), std::string("5"));
    QCOMPARE(numOf(foldOf({Note(1, 1, 1).num(5)}).view(kItem, kField)), 5);
}

QTEST_GUILESS_MAIN(TestRegister)
#include "tst_register.moc"
