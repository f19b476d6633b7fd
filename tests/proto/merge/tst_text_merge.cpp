#include "proto/merge/text_merge.h"
#include "proto/merge/tokens.h"

#include "proto/base/limits.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::merge;

namespace {

using Merged = std::optional<std::string>;

std::string words(std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += "ord" + std::to_string(i) + ' ';
    }
    return out;
}

Merged bothWays(std::string_view base, std::string_view a, std::string_view b)
{
    const Merged merged = mergeText(base, a, b);
    return merged == mergeText(base, b, a) ? merged : Merged("not symmetric");
}

std::string marked(std::string_view text, std::string_view other)
{
    std::string out;
    for (const DiffPart &part : diffWords(text, other)) {
        out += part.onlyHere ? '[' + part.text + ']' : part.text;
    }
    return out;
}

} // namespace

class TestTextMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void editsFarApartArePutTogether();
    void threeUnchangedWordsAreEnough();
    void twoUnchangedWordsAreNot();
    void aSentenceEndIsEnough();
    void anAbbreviationIsNoSentenceEnd();
    void aLineEndIsEnough();
    void editsThatTouchAreKeptApart();
    void oneSideUnchangedGivesTheOther();
    void bothInsertAtTheSamePlace();
    void bothInsertTheSameSentenceInDifferentPlaces();
    void anEditInWhatTheOtherDeleted();
    void anEditOfARepeatedRunReachesOverAllOfIt();
    void anEditReachesForwardsOverWhatRepeatsIt();
    void moreThanTheLimitIsLeftAlone();
    void emptyTexts();
    void danishLettersAndWhiteSpaceStayAsTheyAre();
    void diffMarksTheWordsThatStandHereOnly();
    void diffShowsWhiteSpaceWhenNothingElseDiffers();
    void diffOfVeryLongTextsStillRejoins();
};

void TestTextMerge::editsFarApartArePutTogether()
{
    QCOMPARE(bothWays("Vi går en tur om morgenen hver dag.", "Vi går en lang tur om morgenen hver dag.",
                      "Vi går en tur om morgenen hver eneste dag."),
             Merged("Vi går en lang tur om morgenen hver eneste dag."));
}

void TestTextMerge::threeUnchangedWordsAreEnough()
{
    QCOMPARE(bothWays("a 1 2 3 b", "A 1 2 3 b", "a 1 2 3 B"), Merged("A 1 2 3 B"));
}

void TestTextMerge::twoUnchangedWordsAreNot()
{
    QCOMPARE(bothWays("a 1 2 b", "A 1 2 b", "a 1 2 B"), Merged());
}

void TestTextMerge::aSentenceEndIsEnough()
{
    QCOMPARE(bothWays("Det er godt. Vi ses", "Det var godt. Vi ses", "Det er godt. Vi mødes"),
             Merged("Det var godt. Vi mødes"));
    QCOMPARE(bothWays("Er det nu? ja", "Var det nu? ja", "Er det nu? nej"), Merged("Var det nu? nej"));
    QCOMPARE(bothWays("Han sagde (ja.) Ære være", "Hun sagde (ja.) Ære være", "Han sagde (ja.) Ære er"),
             Merged("Hun sagde (ja.) Ære er"));
}

void TestTextMerge::anAbbreviationIsNoSentenceEnd()
{
    QCOMPARE(bothWays("ring kl. 8", "skriv kl. 8", "ring kl. 9"), Merged());
    QCOMPARE(bothWays("prøv f.eks. te", "drik f.eks. te", "prøv f.eks. kaffe"), Merged());
}

void TestTextMerge::aLineEndIsEnough()
{
    QCOMPARE(bothWays("ring til\nMette nu", "skriv til\nMette nu", "ring til\nMette straks"),
             Merged("skriv til\nMette straks"));
    QCOMPARE(bothWays("en\nto", "EN\nto", "en\nTO"), Merged()); // the line end stands in what was changed
}

void TestTextMerge::editsThatTouchAreKeptApart()
{
    QCOMPARE(bothWays("et to tre fire", "ET to tre fire", "et TO tre fire"), Merged());
    QCOMPARE(bothWays("Ja. Nej. Tja.", "JA. Nej. Tja.", "Ja. NEJ. Tja."), Merged());
    QCOMPARE(bothWays("et to tre fire", "et x to tre fire", "et to tre x fire"), Merged());
}

void TestTextMerge::oneSideUnchangedGivesTheOther()
{
    QCOMPARE(bothWays("et to", "et to", "noget helt andet"), Merged("noget helt andet"));
    QCOMPARE(bothWays("et to", "et to", ""), Merged(""));
    QCOMPARE(bothWays("et to", "et to", "et to"), Merged("et to"));
}

void TestTextMerge::bothInsertAtTheSamePlace()
{
    QCOMPARE(bothWays("a b c d e f", "a b c x d e f", "a b c y d e f"), Merged());
    QCOMPARE(bothWays("", "a", "b"), Merged());
}

void TestTextMerge::bothInsertTheSameSentenceInDifferentPlaces()
{
    const std::string base = "Start. 1 2 3 4 5 6 7 8 9 slut her";
    QCOMPARE(bothWays(base, "vi tager en taxa Start. 1 2 3 4 5 6 7 8 9 slut her",
                      "Start. 1 2 3 4 5 6 7 8 9 slut her vi tager en taxa hjem"),
             Merged());
    QVERIFY(bothWays(base, "vi tager bussen Start. 1 2 3 4 5 6 7 8 9 slut her",
                     "Start. 1 2 3 4 5 6 7 8 9 slut vi tager toget her"));
}

void TestTextMerge::anEditInWhatTheOtherDeleted()
{
    QCOMPARE(bothWays("a b c d e f g h i j", "a j", "a b c d E f g h i j"), Merged());
}

void TestTextMerge::anEditOfARepeatedRunReachesOverAllOfIt()
{
    // One "nej" less: which of the five is not said, so an edit beside any of them touches.
    const std::string base = "x nej nej nej nej nej y";
    QCOMPARE(bothWays(base, "x nej nej nej nej y", "x nej nej nej nej nej Y"), Merged());
    QCOMPARE(bothWays(base, "x nej nej nej nej y", "X nej nej nej nej nej y"), Merged());
    QCOMPARE(bothWays(base, "x nej nej nej nej nej nej y", "X nej nej nej nej nej y"), Merged());
    QCOMPARE(bothWays(base, "x nej nej nej nej nej nej y", "x nej nej nej nej nej Y"), Merged());
}

void TestTextMerge::anEditReachesForwardsOverWhatRepeatsIt()
{
    // "Tit. Ja. " might as well be "Ja. Tit. " and stand behind the other's place.
    QCOMPARE(bothWays("Hun går. Ja. ", "Han går. Ja. Tit. Ja. ", "Hun går. Ja. Nu. "), Merged());
}

void TestTextMerge::moreThanTheLimitIsLeftAlone()
{
    const std::string most = words(limits::kMergeTokensMax - 1);
    const std::string over = words(limits::kMergeTokensMax);
    QVERIFY(bothWays(most + 'a', most + 'b', most + 'a'));
    QVERIFY(!bothWays(over + 'a', most + 'b', most + 'a'));
    QVERIFY(!bothWays(most + 'a', over + 'b', most + 'a'));
}

void TestTextMerge::emptyTexts()
{
    QCOMPARE(bothWays("", "", ""), Merged(""));
    QCOMPARE(bothWays("", "", "ny"), Merged("ny"));
    QVERIFY(diffWords("", "").empty());
    QCOMPARE(marked("", "ny"), std::string());
}

void TestTextMerge::danishLettersAndWhiteSpaceStayAsTheyAre()
{
    QCOMPARE(bothWays("  Åse  får\tøl.\n\nVi er tre venner i dag",
                      "  Åse  fik\tøl.\n\nVi er tre venner i dag",
                      "  Åse  får\tøl.\n\nVi er tre venner i aften  "),
             Merged("  Åse  fik\tøl.\n\nVi er tre venner i aften  "));
}

void TestTextMerge::diffMarksTheWordsThatStandHereOnly()
{
    QCOMPARE(marked("Vi går en lang tur", "Vi går en tur"), std::string("Vi går en [lang ]tur"));
    QCOMPARE(marked("Vi går en tur", "Vi går en lang tur"), std::string("Vi går en tur"));
    QCOMPARE(marked("tur", "tur i dag"), std::string("tur")); // no space after it here, the same word still
    QCOMPARE(marked("helt nyt", "noget andet"), std::string("[helt nyt]"));
}

void TestTextMerge::diffShowsWhiteSpaceWhenNothingElseDiffers()
{
    QCOMPARE(marked("et  to", "et to"), std::string("[et  ]to"));
}

void TestTextMerge::diffOfVeryLongTextsStillRejoins()
{
    const std::string text = "fælles " + words(3000) + "slut";
    std::string other = words(2999);
    std::reverse(other.begin(), other.end());
    std::string joined;
    for (const DiffPart &part : diffWords(text, "fælles " + other + " slut")) {
        joined += part.text;
    }
    QCOMPARE(joined, text);
    QVERIFY(!diffWords(text, "fælles " + other + " slut").front().onlyHere);
    QVERIFY(!diffWords(text, "fælles " + other + " slut").back().onlyHere);
}

QTEST_GUILESS_MAIN(TestTextMerge)
#include "tst_text_merge.moc"
