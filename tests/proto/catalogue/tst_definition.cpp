#include "documents.h"
#include "proto/catalogue/catalogue.h"

#include "change.pb.h"

#include <QtTest/QtTest>

using namespace trivsel;
using namespace trivsel::catalogue;

namespace {

// An op carries these numbers; a cast must be enough.
static_assert(int(Voice::None) == int(wire::v1::VOICE_UNSPECIFIED));
static_assert(int(Voice::Resident) == int(wire::v1::VOICE_RESIDENT));
static_assert(int(Voice::Staff) == int(wire::v1::VOICE_STAFF));
static_assert(int(Policy::KeepBoth) == int(wire::v1::KEEP_BOTH));
static_assert(int(Policy::MergeText) == int(wire::v1::MERGE_TEXT));
static_assert(int(Policy::Set) == int(wire::v1::SET));
static_assert(int(Policy::Order) == int(wire::v1::ORDER));

Definition parsed(const std::string &bytes)
{
    Result<Definition> definition = parseDefinition(bytes, "x.json");
    if (!definition) {
        qFatal("%s", definition.error().detail().c_str());
    }
    return std::move(*definition);
}

} // namespace

class TstDefinition : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAForm()
    {
        const Definition form = parsed(test::form());
        QCOMPARE(form.id, std::string("form"));
        QCOMPARE(form.kind, Kind::Form);
        QCOMPARE(form.audience, Audience::Resident);
        QCOMPARE(form.secrecy, Secrecy::Wellbeing);
        QCOMPARE(form.shortTitle, form.title);
        QCOMPARE(form.items.size(), std::size_t(2));
        const Item &choice = form.items[0];
        QCOMPARE(choice.type, ItemType::Choice);
        QCOMPARE(choice.style, AnswerStyle::Faces);
        QCOMPARE(choice.voice, Voice::Resident);
        QCOMPARE(choice.policy, Policy::KeepBoth);
        QCOMPARE(choice.help.da, std::string("Tænk dig om."));
        QVERIFY(choice.children.empty());
        QCOMPARE(choice.label, choice.text);
        QCOMPARE(choice.option("b")->tenths, 50);
        QCOMPARE(choice.option("b")->face, 3);
        QVERIFY(choice.option("z") == nullptr);
    }

    void hashIsBlake2bOfTheBytes()
    {
        // b2sum -l 128 of the same bytes gives the same name on every machine, so white space counts.
        const Definition form = parsed(test::form());
        const Definition spaced = parsed(test::form() + "\n");
        QCOMPARE(form.bytes, test::form());
        QVERIFY(form.hash != spaced.hash);
        QCOMPARE(parsed(test::form()).hash, form.hash);
    }

    void findsAtAnyDepth()
    {
        const Definition plan = parsed(test::plan());
        QVERIFY(plan.find("tab") != nullptr);
        QCOMPARE(plan.find("y")->voice, Voice::Staff);
        QVERIFY(plan.find("") == nullptr);
        QVERIFY(plan.find("nothing") == nullptr);
    }

    void questionsComeInOrderWithoutThoseAtReview()
    {
        const std::string bytes = test::edited(test::form(), "/item/1/extension/-",
                                               test::extension("asked-at", "valueCode", "\"review\""));
        const Definition form = parsed(bytes);
        QCOMPARE(form.questions().size(), std::size_t(1));
        QCOMPARE(form.questions().front()->linkId, std::string("q1"));
        QCOMPARE(form.reviewQuestions().size(), std::size_t(1));
        QCOMPARE(form.reviewQuestions().front()->linkId, std::string("q2"));
        QCOMPARE(parsed(test::plan()).questions().size(), std::size_t(4));
    }

    void rowsHoldBothVoices()
    {
        const Definition plan = parsed(test::plan());
        const std::vector<Row> rows = rowsOf(plan.items[0]);
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[0].resident->linkId, std::string("x.ind"));
        QCOMPARE(rows[0].staff->linkId, std::string("x.ud"));
        QVERIFY(rows[0].shared == nullptr);
        QVERIFY(rows[1].resident == nullptr);
        QCOMPARE(rows[1].staff->linkId, std::string("y"));
        QCOMPARE(rows[2].shared->linkId, std::string("d"));
        QCOMPARE(rows[2].label().da, std::string("Hvornår?"));
    }

    void translationsAndOtherPeoplesExtensions()
    {
        std::string bytes = test::edited(test::form(), "/item/0/_text",
                                         "{\"extension\":[" + test::translation("de", "Wie?") + "," +
                                             test::translation("en", "How?") + "]}");
        bytes = test::edited(bytes, "/item/0/extension/-", "{\"url\":\"urn:other\",\"valueString\":\"y\"}");
        QCOMPARE(parsed(bytes).items[0].text.en, std::string("How?"));
    }

    void weightsMayStandOnTheCoding()
    {
        std::string bytes = test::edited(test::form(), "/item/0/answerOption/2/extension/0", "");
        bytes = test::edited(bytes, "/item/0/answerOption/2/valueCoding/extension",
                             "[" + test::weight("9.9") + "]");
        QCOMPARE(parsed(bytes).items[0].options[2].tenths, 99);
    }

    void weightsFromZeroToTen()
    {
        std::string bytes =
            test::edited(test::form(), "/item/0/answerOption/0/extension/0/valueDecimal", "0");
        bytes = test::edited(bytes, "/item/0/answerOption/2/extension/0/valueDecimal", "10.0");
        const Definition form = parsed(bytes);
        QCOMPARE(form.items[0].options[0].tenths, 0);
        QCOMPARE(form.items[0].options[2].tenths, 100);
    }

    void staffTextsOfAPlanMayMerge()
    {
        const std::string bytes = test::edited(test::plan(), "/item/0/item/2/extension/-",
                                               test::extension("policy", "valueCode", "\"merge-text\""));
        QCOMPARE(parsed(bytes).find("y")->policy, Policy::MergeText);
    }

    void listsFoldBySetOrOrder()
    {
        std::string bytes = test::edited(test::plan(), "/item/0/item/2/repeats", "true");
        bytes = test::edited(bytes, "/item/0/item/2/extension/-",
                             test::extension("policy", "valueCode", "\"order\""));
        QVERIFY(parsed(bytes).find("y")->repeats);
        QCOMPARE(parsed(bytes).find("y")->policy, Policy::Order);
    }

    void aListSaysWhoseItIs()
    {
        const std::string voice = "," + test::extension("voice", "valueCode", "\"resident\"");
        const Definition plan = parsed(test::edited(test::plan(), "/item/-", test::list(voice)));
        QVERIFY(plan.find("list")->repeats);
        QCOMPARE(plan.find("list")->voice, Voice::Resident);
        QCOMPARE(plan.find("l.d")->voice, Voice::None); // a date in it that says so is nobody's words
        QCOMPARE(plan.find("tab")->voice, Voice::None);
    }

    void datesSayWhatTheyAreFor()
    {
        const std::string voice = "," + test::extension("voice", "valueCode", "\"nobody\"");
        std::string bytes = test::edited(test::plan(), "/item/-", test::list(voice));
        // The plan ends, and each entry of its list ends on a day of its own.
        bytes = test::edited(bytes, "/item/0/item/3/extension/-",
                             test::extension("date-role", "valueCode", "\"valid-until\""));
        QCOMPARE(parsed(bytes).find("d")->dateRole, DateRole::ValidUntil);
        QCOMPARE(parsed(bytes).find("l.d")->dateRole, DateRole::ValidUntil);
        QCOMPARE(parsed(bytes).find("y")->dateRole, DateRole::None);
        for (const auto &[name, role] :
             {std::pair("reviewed", DateRole::Reviewed), std::pair("next-review", DateRole::NextReview),
              std::pair("valid-from", DateRole::ValidFrom)}) {
            bytes = test::edited(bytes, "/item/1/item/0/extension/1",
                                 test::extension("date-role", "valueCode", "\"" + std::string(name) + "\""));
            QCOMPARE(parsed(bytes).find("l.d")->dateRole, role);
        }
    }

    void anEntryIsAsCloseAsItsChoiceSays()
    {
        const std::string voice = "," + test::extension("voice", "valueCode", "\"resident\"");
        std::string bytes = test::edited(test::plan(), "/item/-", test::list(voice));
        bytes = test::edited(bytes, "/item/1/item/-", test::howClose("c", {"1", "5"}));
        bytes = test::edited(bytes, "/item/1/item/-", test::howClose("other", {"", ""}));
        QCOMPARE(parsed(bytes).find("c")->options[0].closeness, 1);
        QCOMPARE(parsed(bytes).find("c")->options[1].closeness, 5);
        QCOMPARE(parsed(bytes).find("other")->options[0].closeness, 0);
    }

    void suggestionsStandInBothLanguages()
    {
        std::string bytes = test::edited(test::plan(), "/item/0/item/2/extension/-",
                                         test::suggestions({"\"Gå en tur\"", "\"Et bad\""}));
        bytes = test::edited(bytes, "/item/0/item/2/extension/1/extension/0/_valueString",
                             "{\"extension\":[" + test::translation("en", "A walk") + "]}");
        const Definition plan = parsed(bytes);
        QCOMPARE(plan.find("y")->suggestions.size(), std::size_t(2));
        QCOMPARE(plan.find("y")->suggestions[0].da, std::string("Gå en tur"));
        QCOMPARE(plan.find("y")->suggestions[0].en, std::string("A walk"));
        QCOMPARE(plan.find("y")->suggestions[1].da, std::string("Et bad"));
        QVERIFY(plan.find("d")->suggestions.empty());
    }
};

QTEST_GUILESS_MAIN(TstDefinition)
#include "tst_definition.moc"
