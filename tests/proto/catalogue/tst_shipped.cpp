#include "proto/base/limits.h"
#include "proto/catalogue/catalogue.h"

#include <QtTest/QtTest>
#include <map>
#include <set>

using namespace trivsel;
using namespace trivsel::catalogue;

namespace {

std::vector<const Item *> everyItem(const std::vector<Item> &items)
{
    std::vector<const Item *> out;
    for (const Item &item : items) {
        out.push_back(&item);
        const std::vector<const Item *> below = everyItem(item.children);
        out.insert(out.end(), below.begin(), below.end());
    }
    return out;
}

std::vector<std::string> words(const Item &item)
{
    std::vector<std::string> out;
    for (const Option &option : item.options) {
        out.push_back(option.text.da);
    }
    return out;
}

std::string form(int theme, const char *who)
{
    return "tema-" + std::to_string(theme) + "-" + who;
}

} // namespace

/** The instruments as they are shipped: what is promised about them, not their wording. */
class TstShipped : public QObject
{
    Q_OBJECT

    Catalogue m_catalogue;

    const Definition &definition(const std::string &id) const
    {
        const DefinitionPtr found = m_catalogue.byId(id);
        if (found == nullptr) {
            qFatal("%s is not shipped", id.c_str());
        }
        return *found;
    }

    void compareFaces(const std::string &id, const std::vector<std::string> &expected) const
    {
        const std::vector<const Item *> questions = definition(id).questions();
        QCOMPARE(questions.size(), std::size_t(4));
        for (const Item *item : questions) {
            QCOMPARE(item->style, AnswerStyle::Faces);
            QCOMPARE(item->voice, Voice::Resident);
            QVERIFY(!item->help.empty());
            QVERIFY(item->label.da.size() < item->text.da.size());
            QCOMPARE(words(*item), expected);
            for (int i = 0; i < 5; ++i) {
                QCOMPARE(item->options[std::size_t(i)].tenths, 10 + 20 * i);
                QCOMPARE(item->options[std::size_t(i)].face, i + 1);
            }
        }
        QCOMPARE(definition(id).reviewQuestions().size(), std::size_t(1));
    }

private Q_SLOTS:
    void initTestCase()
    {
        Result<Catalogue> catalogue =
            loadCatalogue(std::filesystem::path(TRIVSEL_SOURCE_DIR) / "assets" / "catalogue");
        QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail().c_str());
        m_catalogue = std::move(*catalogue);
        QCOMPARE(m_catalogue.all().size(), std::size_t(17));
    }

    void everyDefinition()
    {
        for (const DefinitionPtr &d : m_catalogue.all()) {
            QCOMPARE(d->url, "https://trivsel.example/fhir/Questionnaire/" + d->id);
            QVERIFY2(d->description.da.find("Ikke afprøvet som måling") != std::string::npos, d->id.c_str());
            QVERIFY(!d->copyright.empty());
            QVERIFY(d->cadenceDays > 0);
            QVERIFY(!d->intro.empty());
            // Its bytes are written into the home as one text, so that an answer is always shown with its
            // question.
            QVERIFY(d->bytes.size() <= limits::kTextBytesMax);
            for (const Localized &text : {d->title, d->shortTitle, d->intro, d->description}) {
                QVERIFY2(!text.en.empty() && text.en != text.da, text.da.c_str());
            }
        }
    }

    void everyItemHasEnglishAndASource()
    {
        for (const DefinitionPtr &d : m_catalogue.all()) {
            for (const Item *item : everyItem(d->items)) {
                const std::string where = d->id + " " + item->linkId;
                QVERIFY2(!item->text.en.empty() && item->text.en != item->text.da, where.c_str());
                QVERIFY2(item->help.empty() || !item->help.en.empty(), where.c_str());
                QVERIFY2(item->textEveryone.empty() || !item->textEveryone.en.empty(), where.c_str());
                QVERIFY2(!item->label.en.empty(), where.c_str());
                for (const Option &option : item->options) {
                    QVERIFY2(!option.text.en.empty(), where.c_str());
                }
                // A prompt of the practice reflection stands under the question that is cited.
                const bool below =
                    item->linkId.find('.') != std::string::npos && d->audience == Audience::Meeting;
                const bool section = item->type == ItemType::Group && d->kind == Kind::Plan;
                QVERIFY2(below || section || !item->source.publication.empty(), where.c_str());
            }
        }
    }

    void wellbeing()
    {
        QCOMPARE(definition("saadan-gaar-det").secrecy, Secrecy::Wellbeing);
        QCOMPARE(definition("saadan-gaar-det").about, About::Nobody);
        QCOMPARE(definition("saadan-gaar-det").cadenceDays, 14);
        compareFaces("saadan-gaar-det",
                     {"Meget svært", "Ret svært", "Midt imellem", "Ret godt", "Rigtig godt"});
    }

    void cooperation()
    {
        QCOMPARE(definition("vores-samarbejde").secrecy, Secrecy::Cooperation);
        QCOMPARE(definition("vores-samarbejde").about, About::Helper);
        compareFaces("vores-samarbejde",
                     {"Slet ikke godt", "Ikke så godt", "Midt imellem", "Ret godt", "Rigtig godt"});
    }

    void selfEvaluationHasTwentyFivePairs()
    {
        std::map<std::string, PairKind> kinds;
        for (int theme = 1; theme <= 4; ++theme) {
            const Definition &resident = definition(form(theme, "beboer"));
            const Definition &staff = definition(form(theme, "personale"));
            QCOMPARE(resident.pairsWith, staff.url);
            QCOMPARE(resident.audience, Audience::Resident);
            QCOMPARE(staff.audience, Audience::Staff);
            QCOMPARE(staff.about, About::ResidentOrEveryone);
            QCOMPARE(resident.questions().size(), staff.questions().size());
            for (const Item *item : resident.questions()) {
                QCOMPARE(item->pairsWith, item->linkId);
                kinds[item->linkId] = item->pairKind;
            }
        }
        QCOMPARE(kinds.size(), std::size_t(25));
        const std::set<std::string> general{"2B", "2D", "2E", "2G", "3A", "4F"};
        for (const auto &[linkId, kind] : kinds) {
            const PairKind expected = general.count(linkId) != 0 ? PairKind::OwnGeneral
                                      : linkId == "1D"           ? PairKind::IntentExperience
                                                                 : PairKind::Same;
            QVERIFY2(kind == expected, linkId.c_str());
        }
    }

    void selfEvaluationIsAskedInDegrees()
    {
        const std::set<std::string> notForAll{"2A", "2B", "3F", "4F"};
        for (int theme = 1; theme <= 4; ++theme) {
            for (const char *who : {"beboer", "personale"}) {
                for (const Item *item : definition(form(theme, who)).questions()) {
                    QVERIFY2(item->text.da.starts_with("Hvor meget"), item->text.da.c_str());
                    QVERIFY(item->textEveryone.empty() || item->textEveryone.da.starts_with("Hvor meget"));
                    QCOMPARE(item->style, AnswerStyle::Steps);
                    QCOMPARE(words(*item), (std::vector<std::string>{"Slet ikke", "Lidt", "Noget", "Meget",
                                                                     "Rigtig meget"}));
                    QVERIFY(item->allowDontKnow());
                    QCOMPARE(item->allowNotApplicable(), notForAll.count(item->linkId) != 0);
                }
            }
        }
    }

    void theStaffSideOfAGeneralPairNamesNobody()
    {
        for (int theme = 1; theme <= 4; ++theme) {
            for (const Item *item : definition(form(theme, "personale")).questions()) {
                QVERIFY2(item->pairKind != PairKind::OwnGeneral || !mentionsName(item->text.da),
                         item->linkId.c_str());
            }
        }
    }

    void themeThreeESaysWhyItPairs()
    {
        for (const char *who : {"beboer", "personale"}) {
            const Item *item = definition(form(3, who)).find("3E");
            QVERIFY(item->text.da.find("medicin") != std::string::npos);
            QVERIFY(!item->pairNote.empty());
        }
    }

    void practiceReflectionAsksFivePromptsToEachOfTwentyFive()
    {
        int questions = 0;
        for (int theme = 1; theme <= 4; ++theme) {
            const Definition &practice = definition("praksis-tema-" + std::to_string(theme));
            QCOMPARE(practice.audience, Audience::Meeting);
            QCOMPARE(practice.secrecy, Secrecy::Practice);
            QCOMPARE(practice.items.size(), definition(form(theme, "beboer")).questions().size());
            for (const Item &question : practice.items) {
                ++questions;
                QCOMPARE(question.type, ItemType::Group);
                QCOMPARE(question.children.size(), std::size_t(5));
                for (const Item &prompt : question.children) {
                    QCOMPARE(prompt.type, ItemType::LongText);
                    QCOMPARE(prompt.voice, Voice::Staff);
                }
            }
        }
        QCOMPARE(questions, 25);
    }

    void thePlanHasFiveSections()
    {
        const Definition &plan = definition("trivselsplan");
        QCOMPARE(plan.kind, Kind::Plan);
        QCOMPARE(plan.audience, Audience::Both);
        QCOMPARE(plan.about, About::Resident);
        std::vector<std::string> sections;
        for (const Item &section : plan.items) {
            QCOMPARE(section.type, ItemType::Group);
            QVERIFY(!rowsOf(section).empty());
            sections.push_back(section.text.da);
        }
        QCOMPARE(sections, (std::vector<std::string>{"Om mig", "En god dag", "En halvdårlig dag",
                                                     "En dårlig dag", "Det gør vi"}));
    }

    void aResidentsWordsAreNeverMerged()
    {
        bool merges = false;
        for (const DefinitionPtr &d : m_catalogue.all()) {
            for (const Item *item : everyItem(d->items)) {
                QVERIFY(item->voice != Voice::Resident || item->policy != Policy::MergeText);
                merges = merges || (item->voice == Voice::Staff && item->policy == Policy::MergeText);
            }
        }
        QVERIFY(merges);
    }

    /** Each is a small document of its own, with what stands in it. */
    void foldersOfEntries()
    {
        for (const auto &[id, group] :
             {std::pair("laeringsplan", "gang"), std::pair("maal-og-smaa-skridt", "maal")}) {
            const Definition &plan = definition(id);
            QCOMPARE(plan.items.size(), std::size_t(1));
            QCOMPARE(plan.items.front().linkId, std::string(group));
            QVERIFY(plan.items.front().repeats);
            QVERIFY(!plan.intro.empty());
        }
        QCOMPARE(definition("laeringsplan").find("gang.dit")->voice, Voice::Resident);
        QCOMPARE(definition("laeringsplan").find("gang.vores")->voice, Voice::Staff);
    }

    void aGoalHasFiveStates()
    {
        const Definition &plan = definition("maal-og-smaa-skridt");
        for (const char *field : {"maal.status", "maal.skridt.status"}) {
            std::vector<std::string> words;
            for (const Option &option : plan.find(field)->options) {
                words.push_back(option.text.da);
            }
            QCOMPARE(words, (std::vector<std::string>{"Ikke begyndt", "I gang", "På pause", "Nået",
                                                      "Ikke vigtigt mere"}));
            QCOMPARE(plan.find(field)->voice, Voice::Resident);
        }
    }

    void daysHaveTheSameRows()
    {
        const Definition &plan = definition("trivselsplan");
        for (const char *day : {"god-dag", "halvdaarlig-dag", "daarlig-dag"}) {
            const std::vector<Row> rows = rowsOf(*plan.find(day));
            QCOMPARE(rows.size(), std::size_t(2));
            QCOMPARE(rows[0].label().da, std::string("Tegn på sådan en dag"));
            QCOMPARE(rows[1].label().da, std::string("Det kan vi gøre"));
            QVERIFY(rows[0].resident != nullptr && rows[0].staff != nullptr);
            QVERIFY(rows[1].resident != nullptr && rows[1].staff != nullptr);
        }
    }
};

QTEST_GUILESS_MAIN(TstShipped)
#include "tst_shipped.moc"
