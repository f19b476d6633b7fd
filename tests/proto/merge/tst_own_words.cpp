#include "note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

/** A resident's words are only ever changed by that resident. Anna is the resident. */
class TestOwnWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staffNeverReplaceWhatTheResidentEntered();
    void staffWritingAsTheResidentDoNotEither();
    void anotherResidentDoesNotEither();
    void theResidentReplacesTheirOwn();
    void staffReplaceWhatStaffEnteredForTheResident();
    void theResidentReplacesWhatStaffEnteredForThem();
    void staffWordsAreNotProtected();
    void factsAreNotProtected();
    void staffCanNotChooseAgainstTheResident();
    void theResidentsChoiceSettlesEverything();
    void staffMayKeepBothOrTalk();
    void aRemovalByStaffDoesNotTakeTheResidentsMemberAway();
    void theProtectionHoldsInAnyOrderOfArrival();
};

namespace {

Note annas(std::uint64_t counter, std::uint64_t lamport, std::string text)
{
    return Note(1, counter, lamport).by(kAnna).text(std::move(text)).voice(VOICE_RESIDENT);
}

Note staffs(std::uint64_t counter, std::uint64_t lamport, std::string text)
{
    return Note(2, counter, lamport).by(kMette).text(std::move(text)).voice(VOICE_RESIDENT);
}

RegisterView shown(const std::vector<Applied> &changes)
{
    return foldOf(changes).view(kItem, kField);
}

} // namespace

void TestOwnWords::staffNeverReplaceWhatTheResidentEntered()
{
    const Note anna = annas(1, 1, "Lad mig være");
    const Note mette = staffs(1, 2, "Spørg Anna").seen({anna.dot()});
    const RegisterView view = shown({anna, mette});
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(texts(view), (Texts{"Lad mig være", "Spørg Anna"}));
    QCOMPARE(view.voice, VOICE_RESIDENT);
}

void TestOwnWords::staffWritingAsTheResidentDoNotEither()
{
    const Note anna = annas(1, 1, "Lad mig være");
    const Note mette = staffs(1, 2, "Spørg mig").said(kAnna, kMette).seen({anna.dot()});
    QCOMPARE(texts(shown({anna, mette})), (Texts{"Lad mig være", "Spørg mig"}));
}

void TestOwnWords::anotherResidentDoesNotEither()
{
    const Note anna = annas(1, 1, "Lad mig være");
    const Note other = staffs(1, 2, "Drillet").by(person(7)).seen({anna.dot()});
    QCOMPARE(texts(shown({anna, other})), (Texts{"Lad mig være", "Drillet"}));
}

void TestOwnWords::theResidentReplacesTheirOwn()
{
    const Note first = annas(1, 1, "Lad mig være");
    const Note second = annas(2, 2, "Kom gerne ind").seen({first.dot()});
    QCOMPARE(texts(shown({first, second})), Texts{"Kom gerne ind"});
}

void TestOwnWords::staffReplaceWhatStaffEnteredForTheResident()
{
    const Note mette = staffs(1, 1, "Te").said(kAnna, kMette);
    const Note ali = Note(3, 1, 2).said(kAnna, kAli).text("Kaffe").voice(VOICE_RESIDENT).seen({mette.dot()});
    QCOMPARE(texts(shown({mette, ali})), Texts{"Kaffe"});
}

void TestOwnWords::theResidentReplacesWhatStaffEnteredForThem()
{
    const Note mette = staffs(1, 1, "Te").said(kAnna, kMette);
    const Note anna = annas(1, 2, "Kaffe").seen({mette.dot()});
    QCOMPARE(texts(shown({mette, anna})), Texts{"Kaffe"});
}

void TestOwnWords::staffWordsAreNotProtected()
{
    const Note mette = staffs(1, 1, "Anna trives").voice(VOICE_STAFF);
    const Note ali = Note(3, 1, 2).by(kAli).text("Anna trives bedre").seen({mette.dot()});
    QCOMPARE(texts(shown({mette, ali})), Texts{"Anna trives bedre"});
}

void TestOwnWords::factsAreNotProtected()
{
    const Note anna = annas(1, 1, "fugl").voice(VOICE_UNSPECIFIED);
    const Note mette = staffs(1, 2, "kat").voice(VOICE_UNSPECIFIED).seen({anna.dot()});
    QCOMPARE(texts(shown({anna, mette})), Texts{"kat"});
}

void TestOwnWords::staffCanNotChooseAgainstTheResident()
{
    const Note anna = annas(1, 1, "Lad mig være");
    const Note mette = staffs(1, 1, "Spørg mig").said(kAnna, kMette);
    for (const auto resolution : {RESOLUTION_CHOOSE, RESOLUTION_REWRITE}) {
        const Note choice = Note(3, 1, 2)
                                .by(kAli)
                                .text("Spørg mig")
                                .voice(VOICE_RESIDENT)
                                .resolution(resolution)
                                .seen({anna.dot(), mette.dot()});
        const RegisterView view = shown({anna, mette, choice});
        QCOMPARE(view.state, RegisterState::Two);
        QCOMPARE(texts(view), (Texts{"Lad mig være", "Spørg mig"}));
    }
}

void TestOwnWords::theResidentsChoiceSettlesEverything()
{
    const Note anna = annas(1, 1, "Lad mig være");
    const Note mette = staffs(1, 2, "Spørg mig").said(kAnna, kMette).seen({anna.dot()});
    const Note other = Note(3, 1, 2).said(kAnna, kAli).text("Gå en tur").voice(VOICE_RESIDENT);
    const Note choice =
        annas(2, 3, "Spørg mig").resolution(RESOLUTION_CHOOSE).seen({anna.dot(), mette.dot(), other.dot()});
    const RegisterView view = shown({anna, mette, other, choice});
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(texts(view), Texts{"Spørg mig"});
    QCOMPARE(dots(view), std::vector{choice.dot()});
}

void TestOwnWords::staffMayKeepBothOrTalk()
{
    const Note anna = annas(1, 1, "Lad mig være");
    const Note mette = staffs(1, 2, "Spørg mig").said(kAnna, kMette).seen({anna.dot()});
    const Note keep = Note(3, 1, 3)
                          .by(kAli)
                          .nothing()
                          .voice(VOICE_RESIDENT)
                          .resolution(RESOLUTION_KEEP_BOTH)
                          .seen({anna.dot(), mette.dot()});
    const RegisterView view = shown({anna, mette, keep});
    QCOMPARE(view.state, RegisterState::KeptBoth);
    QCOMPARE(texts(view), (Texts{"Lad mig være", "Spørg mig"}));
}

void TestOwnWords::aRemovalByStaffDoesNotTakeTheResidentsMemberAway()
{
    const Note anna = annas(1, 1, "musik").policy(SET);
    const Note mette = Note(2, 1, 2).remove().policy(SET).voice(VOICE_RESIDENT).seen({anna.dot()});
    QCOMPARE(texts(shown({anna, mette})), Texts{"musik"});
    const Note own = Note(1, 2, 3).by(kAnna).remove().policy(SET).voice(VOICE_RESIDENT).seen({anna.dot()});
    QVERIFY(shown({anna, mette, own}).versions.empty());
}

void TestOwnWords::theProtectionHoldsInAnyOrderOfArrival()
{
    const Note anna = annas(1, 1, "Lad mig være");
    const Note mette = staffs(1, 2, "Spørg Anna").seen({anna.dot()});
    QCOMPARE(foldOf({mette, anna}).canonical(), foldOf({anna, mette}).canonical());
    QCOMPARE(texts(shown({mette, anna})), (Texts{"Lad mig være", "Spørg Anna"}));
}

QTEST_GUILESS_MAIN(TestOwnWords)
#include "tst_own_words.moc"
