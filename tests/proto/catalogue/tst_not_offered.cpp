#include "proto/base/limits.h"
#include "proto/catalogue/catalogue.h"

#include <QtTest/QtTest>
#include <filesystem>
#include <fstream>
#include <set>

using namespace trivsel;
using namespace trivsel::catalogue;

namespace {

namespace fs = std::filesystem;

const fs::path kCatalogue = fs::path(TRIVSEL_SOURCE_DIR) / "assets" / "catalogue";

Files filesIn(const fs::path &directory)
{
    Files files;
    for (const auto &entry : fs::directory_iterator(directory)) {
        if (entry.path().extension() == ".json") {
            std::ifstream in(entry.path(), std::ios::binary);
            files.emplace_back(entry.path().filename(), std::string{std::istreambuf_iterator<char>(in), {}});
        }
    }
    return files;
}

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

bool translated(const Localized &text)
{
    return !text.da.empty() && !text.en.empty() && text.en != text.da;
}

bool endsOnADay(const Definition &definition)
{
    const std::vector<const Item *> items = everyItem(definition.items);
    return std::any_of(items.begin(), items.end(),
                       [](const Item *item) { return item->dateRole == DateRole::ValidUntil; });
}

} // namespace

/** The instruments that are written, and that no program shows yet: whole, and out of its reach. */
class TstNotOffered : public QObject
{
    Q_OBJECT

    Catalogue m_all; // with those that are offered: no two may have the same name
    std::vector<DefinitionPtr> m_here;

    const Definition &definition(const std::string &id) const
    {
        const DefinitionPtr found = m_all.byId(id);
        if (found == nullptr) {
            qFatal("%s is not there", id.c_str());
        }
        return *found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Files here = filesIn(kCatalogue / "not-offered");
        Files all = filesIn(kCatalogue);
        all.insert(all.end(), here.begin(), here.end());
        Result<Catalogue> catalogue = loadCatalogue(all);
        QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail().c_str());
        m_all = std::move(*catalogue);
        QCOMPARE(m_all.all().size(), all.size());
        for (const auto &[name, bytes] : here) {
            const DefinitionPtr found = m_all.byId(name.substr(0, name.size() - 5));
            QVERIFY2(found != nullptr, name.c_str());
            m_here.push_back(found);
        }
        QCOMPARE(m_here.size(), std::size_t(23));
    }

    void theProgramDoesNotSeeThem()
    {
        const Result<Catalogue> offered = loadCatalogue(kCatalogue);
        QVERIFY(offered.has_value());
        for (const DefinitionPtr &d : m_here) {
            QVERIFY2(offered->byId(d->id) == nullptr, d->id.c_str());
        }
    }

    void aDraftIsNotOfferedAndWhatIsOfferedIsNoDraft()
    {
        for (const auto &[name, bytes] : filesIn(kCatalogue / "not-offered")) {
            QVERIFY2(bytes.find("\"status\": \"draft\"") != std::string::npos, name.c_str());
        }
        for (const auto &[name, bytes] : filesIn(kCatalogue)) {
            QVERIFY2(bytes.find("\"status\": \"active\"") != std::string::npos, name.c_str());
        }
    }

    void everyDefinition()
    {
        for (const DefinitionPtr &d : m_here) {
            QCOMPARE(d->url, "https://trivsel.example/fhir/Questionnaire/" + d->id);
            QVERIFY2(d->description.da.find("Ikke afprøvet som måling") != std::string::npos, d->id.c_str());
            QVERIFY2(!d->copyright.empty() && d->cadenceDays > 0, d->id.c_str());
            QVERIFY2(d->bytes.size() <= limits::kTextBytesMax, d->id.c_str());
            for (const Localized &text : {d->title, d->shortTitle, d->intro, d->description}) {
                QVERIFY2(translated(text), (d->id + ": " + text.da).c_str());
            }
            QVERIFY2(d->outro.empty() || translated(d->outro), d->id.c_str());
        }
    }

    void everyItemHasEnglishAndASource()
    {
        for (const DefinitionPtr &d : m_here) {
            for (const Item *item : everyItem(d->items)) {
                const std::string where = d->id + " " + item->linkId;
                QVERIFY2(translated(item->text) && translated(item->label), where.c_str());
                QVERIFY2(item->help.empty() || translated(item->help), where.c_str());
                for (const Option &option : item->options) {
                    QVERIFY2(translated(option.text), where.c_str());
                }
                for (const Localized &suggestion : item->suggestions) {
                    QVERIFY2(translated(suggestion), where.c_str());
                }
                QVERIFY2(item->type == ItemType::Group || !item->source.publication.empty(), where.c_str());
            }
        }
    }

    void aResidentsWordsAreNeverMerged()
    {
        for (const DefinitionPtr &d : m_here) {
            for (const Item *item : everyItem(d->items)) {
                QVERIFY2(item->voice != Voice::Resident || item->policy != Policy::MergeText,
                         item->linkId.c_str());
            }
        }
    }

    void insideAndOutsideStandSideBySide()
    {
        for (const DefinitionPtr &d : m_here) {
            for (const Item *item : everyItem(d->items)) {
                const bool inside = item->linkId.ends_with(".indefra");
                const bool outside = item->linkId.ends_with(".udefra");
                const std::string where = d->id + " " + item->linkId;
                QVERIFY2(!inside || item->voice == Voice::Resident, where.c_str());
                QVERIFY2(!outside || item->voice == Voice::Staff, where.c_str());
                QVERIFY2(item->counterpart.empty() || inside || outside, where.c_str());
            }
        }
    }

    void aPlanIsMadeOfSections()
    {
        for (const DefinitionPtr &d : m_here) {
            for (const Item &section : d->items) {
                QVERIFY2(d->kind == Kind::Form || section.type == ItemType::Group, d->id.c_str());
            }
        }
    }

    void onlyTheSafetyPlanIsForTheSafetyStream()
    {
        for (const DefinitionPtr &d : m_here) {
            QVERIFY2((d->secrecy == Secrecy::Safety) == (d->id == "tryghedsplan"), d->id.c_str());
        }
    }

    /** What helps, what makes it worse, whom to call; the same rows in each step; then how things are now. */
    void theSafetyPlanBeginsWithWhatHelps()
    {
        const Definition &plan = definition("tryghedsplan");
        QCOMPARE(plan.items.front().linkId, std::string("vigtigst"));
        const std::vector<Row> first = rowsOf(plan.items.front());
        QCOMPARE(first.size(), std::size_t(3));
        QCOMPARE(first[0].label().da, std::string("Det hjælper"));
        QCOMPARE(first[1].label().da, std::string("Det gør det værre"));
        QCOMPARE(first[2].resident, plan.find("ring"));
        QVERIFY(plan.find("ring")->repeats);
        for (const char *step : {"spidser", "vaerst", "ro"}) {
            std::vector<std::string> labels;
            for (const Row &row : rowsOf(*plan.find(step))) {
                labels.push_back(row.label().da);
                QVERIFY(row.resident != nullptr);
            }
            QCOMPARE(labels, (std::vector<std::string>{"Sådan er det", "Det gør jeg selv", "Det hjælper",
                                                       "Det skal I lade være med"}));
        }
        QCOMPARE(plan.find("nu.igen")->dateRole, DateRole::NextReview);
    }

    void theCourtIsNamedBeforeAnybodyWrites()
    {
        for (const char *id : {"tryghedsplan", "medicindagbog", "min-aftale-om-rusmidler"}) {
            const std::string &intro = definition(id).intro.da;
            QVERIFY2(intro.find("Har du en dom, kan retten spørge") != std::string::npos, id);
        }
    }

    void peopleStandCloserOrFurtherAway()
    {
        const Item *closeness = definition("mennesker-omkring-mig").find("menneske.taet");
        QCOMPARE(closeness->voice, Voice::Resident); // nobody else says how close two people are
        QCOMPARE(closeness->options.front().closeness, 1);
        QCOMPARE(closeness->options.back().closeness, 5);
    }

    void agreementsEnd()
    {
        for (const char *id : {"det-maa-i-sige-videre", "mentorordning", "min-aftale-om-rusmidler",
                               "aftaler-efter-sundhedstjek", "proevehandling", "flytte-ud"}) {
            QVERIFY2(endsOnADay(definition(id)), id);
        }
    }

    void theDiaryIsTheResidentsOwn()
    {
        const Definition &diary = definition("medicindagbog");
        QCOMPARE(diary.kind, Kind::Form); // each time a new answer, and who may read it is chosen each time
        QCOMPARE(diary.audience, Audience::Resident);
        QCOMPARE(diary.secrecy, Secrecy::Wellbeing);
    }

    void theHealthCheckHasSixThemesAndAnythingElse()
    {
        std::vector<std::string> themes;
        for (const Item *item : definition("inden-dit-sundhedstjek").questions()) {
            if (item->type == ItemType::Choice) {
                themes.push_back(item->linkId);
                QCOMPARE(item->style, AnswerStyle::List); // no grade
                QCOMPARE(item->options.back().text.da, std::string("Det vil jeg ikke tale om"));
            }
        }
        QCOMPARE(themes,
                 (std::vector<std::string>{"taender", "mad", "bevaegelse", "soevn", "vaner", "smerter"}));
        QVERIFY(definition("inden-dit-sundhedstjek").find("andet") != nullptr);
    }

    void reflectionsAreKnownByNameNotByNumber()
    {
        for (const auto &[id, count] : {std::pair("otte-principper", 8U), std::pair("syv-kerneelementer", 7U),
                                        std::pair("seks-dimensioner", 6U)}) {
            const Definition &reflection = definition(id);
            QCOMPARE(reflection.audience, Audience::Meeting);
            QCOMPARE(reflection.secrecy, Secrecy::Practice);
            QCOMPARE(reflection.items.size(), std::size_t(count));
            for (const Item *item : everyItem(reflection.items)) {
                QVERIFY2(item->linkId.find_first_of("0123456789") == std::string::npos, item->linkId.c_str());
                QVERIFY(item->source.letter.empty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TstNotOffered)
#include "tst_not_offered.moc"
