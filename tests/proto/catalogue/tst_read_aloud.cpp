#include "proto/catalogue/read_aloud.h"

#include <QtTest/QtTest>

#include <set>

using namespace trivsel::catalogue;

class TstReadAloud : public QObject
{
    Q_OBJECT

    static Item item()
    {
        Item out;
        out.type = ItemType::Choice;
        out.text = {"Lytter {navn}?", "Does {navn} listen?"};
        out.textEveryone = {"Lytter de?", ""};
        out.help = {"Tænk efter", "Think"};
        out.answersAloud = {"Det første er nej. Det sidste er ja.", "The first is no. The last is yes."};
        for (const Localized &words : {Localized{"Nej", "No"}, Localized{"Ja", "Yes"}}) {
            Option option;
            option.text = words;
            out.options.push_back(option);
        }
        return out;
    }
    static QString spoken(const Item &item, AnswersAloud answers, Language language = Language::Da,
                          bool everyone = false)
    {
        return QString::fromStdString(readAloud(item, language, {"Mette", "", ""}, answers, everyone));
    }

private Q_SLOTS:
    void aRecordingBelongsToItsWords()
    {
        const auto file = [](const char *definition, const char *linkId, Language language,
                             const char *words) {
            return recordingFile(definition, linkId, language, words);
        };
        // For ever: a home's files are called so.
        QCOMPARE(file("saadan-gaar-det", "selv", Language::Da, "Hvordan har du det?"),
                 std::string("da/saadan-gaar-det/selv-625862df18b42c11.wav"));
        std::set<std::string> all;
        for (const auto &one :
             {file("a", "b", Language::Da, "Et ord."), file("a", "b", Language::Da, "Et ord!"),
              file("a", "b", Language::En, "Et ord."), file("a", "c", Language::Da, "Et ord."),
              file("d", "b", Language::Da, "Et ord.")}) {
            all.insert(one);
        }
        QCOMPARE(all.size(), 5U);
    }

    void firstTimeInSentences()
    {
        QCOMPARE(spoken(item(), AnswersAloud::Sentences),
                 "Lytter Mette? Tænk efter. Det første er nej. Det sidste er ja.");
        QCOMPARE(spoken(item(), AnswersAloud::Sentences, Language::En),
                 "Does Mette listen? Think. The first is no. The last is yes.");
    }

    void laterTheWordsOnly()
    {
        QCOMPARE(spoken(item(), AnswersAloud::Words), "Lytter Mette? Tænk efter. Nej. Ja.");
        QCOMPARE(spoken(item(), AnswersAloud::None), "Lytter Mette? Tænk efter.");
    }

    void wordsIncludeWhatStandsBesideTheAnswers()
    {
        Item with = item();
        with.dontKnowText = {"Ved ikke", ""};
        with.notApplicableText = {"Passer ikke på mig", ""};
        QCOMPARE(spoken(with, AnswersAloud::Words),
                 "Lytter Mette? Tænk efter. Nej. Ja. Ved ikke. Passer ikke på mig.");
    }

    void wordsStandInForMissingSentences()
    {
        Item without = item();
        without.answersAloud = {};
        QCOMPARE(spoken(without, AnswersAloud::Sentences), "Lytter Mette? Tænk efter. Nej. Ja.");
    }

    void aboutEveryone()
    {
        QCOMPARE(spoken(item(), AnswersAloud::None, Language::Da, true), "Lytter de? Tænk efter.");
        Item without = item();
        without.textEveryone = {};
        QCOMPARE(spoken(without, AnswersAloud::None, Language::Da, true), "Lytter Mette? Tænk efter.");
    }
};

QTEST_GUILESS_MAIN(TstReadAloud)
#include "tst_read_aloud.moc"
