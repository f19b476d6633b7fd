#include "documents.h"
#include "proto/base/limits.h"
#include "proto/catalogue/catalogue.h"

#include <QtTest/QtTest>

using namespace trivsel;
using namespace trivsel::catalogue;

namespace {

QString refusal(const std::string &bytes)
{
    const Result<Definition> definition = parseDefinition(bytes, "x.json");
    if (definition) {
        return "accepted";
    }
    return definition.error().code() == Errc::BadDefinition
               ? QString::fromStdString(definition.error().detail())
               : "another code";
}

QString ext(std::string_view name, std::string_view type, std::string_view value)
{
    return QString::fromStdString(test::extension(name, type, value));
}

QString named(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString translated(std::string_view content)
{
    return QString::fromStdString("{\"extension\":[" + test::translation("en", content) + "]}");
}

std::string nested(int depth)
{
    return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
}

} // namespace

/** Each way in which a definition can't be carried out: the file, the place and the reason are told. */
class TstRefusals : public QObject
{
    Q_OBJECT

    static void row(const char *name, const char *pointer, const QString &value, const char *expected,
                    const std::string &document = test::form())
    {
        const std::string bytes = test::edited(document, pointer, value.toStdString());
        QTest::newRow(name) << QByteArray::fromStdString(bytes)
                            << QString("x.json: %1").arg(QString::fromUtf8(expected));
    }

    static void rowsAboutTheWhole()
    {
        row("not a Questionnaire", "/resourceType", "\"Patient\"", "/resourceType: is not a Questionnaire");
        row("no id", "/id", "", "/id: is missing");
        row("odd id", "/id", "\"Å b\"",
            "/id: is not made of at most 64 small letters a–z, digits and hyphens");
        row("no url", "/url", "", "/url: is missing");
        row("no version", "/version", "", "/version: is missing");
        row("no title", "/title", "", "/title: is missing");
        row("title is a number", "/title", "7", "/title: is not a text");
        row("empty title", "/title", "\" \"", "/title: is empty");
        row("control characters", "/title", "\"a\\u0000b\"", "/title: holds control characters");
        row("other language", "/language", "\"en\"", "/language: the source language is Danish, da");
        row("unknown status", "/status", "\"done\"", "/status: unknown status \"done\"");
        row("modifierExtension", "/modifierExtension", "[{\"url\":\"x\"}]",
            "/modifierExtension: changes the meaning in a way this program does not know");
        row("implicitRules", "/implicitRules", "\"x\"",
            "/implicitRules: changes the meaning in a way this program does not know");
        row("contained", "/contained", "[{}]", "/contained: is not carried out");
        row("derivedFrom", "/derivedFrom", "[\"x\"]", "/derivedFrom: is not carried out");
        row("no items", "/item", "", "(file): has no items");
        row("items not a list", "/item", "{}", "/item: is not a list");
        row("empty items", "/item", "[]", "/item: is an empty list");
        row("item not an object", "/item/1", "7", "/item/1: is not an object");
        row("no kind", "/extension/0", "", "(file): has no kind");
        row("no audience", "/extension/1", "", "(file): has no audience");
        row("no secrecy", "/extension/2", "", "(file): has no secrecy");
        row("unknown kind", "/extension/0", ext("kind", "valueCode", "\"test\""),
            "/extension/0/valueCode: unknown kind \"test\"");
        row("unknown audience", "/extension/1", ext("audience", "valueCode", "\"dog\""),
            "/extension/1/valueCode: unknown audience \"dog\"");
        row("unknown secrecy", "/extension/2", ext("secrecy", "valueCode", "\"open\""),
            "/extension/2/valueCode: unknown secrecy \"open\"");
        row("unknown about", "/extension/-", ext("about", "valueCode", "\"dog\""),
            "/extension/5/valueCode: unknown about \"dog\"");
        row("extension of the wrong type", "/extension/0", ext("kind", "valueString", "\"form\""),
            "/extension/0: has no valueCode");
        row("rhythm of no days", "/extension/-", ext("cadence-days", "valueInteger", "0"),
            "/extension/5/valueInteger: is not a whole number from 1 to 3660");
        row("rhythm too long", "/extension/-", ext("cadence-days", "valueInteger", "3661"),
            "/extension/5/valueInteger: is not a whole number from 1 to 3660");
        row("rhythm of half days", "/extension/-", ext("cadence-days", "valueInteger", "1.5"),
            "/extension/5/valueInteger: is not a whole number from 1 to 3660");
        row("unknown extension of ours", "/extension/-", ext("colour", "valueCode", "\"red\""),
            "/extension/5: unknown extension \"https://trivsel.example/fhir/StructureDefinition/colour\"");
        row("extension twice", "/extension/-", ext("kind", "valueCode", "\"form\""),
            "/extension/5: stands twice");
        row("extension without url", "/extension/-", "{}", "/extension/5/url: is missing");
        row("extension not an object", "/extension/-", "7", "/extension/5: is not an object");
        row("extensions not a list", "/item/1/extension", "{}", "/item/1/extension: is not a list");
        row("intro names somebody", "/extension/-", ext("intro", "valueString", "\"Hej {navn}\""),
            "(file): names {navn} around the questions, but may be about nobody or everyone");
    }

    static void rowsAboutItems()
    {
        row("no linkId", "/item/0/linkId", "", "/item/0/linkId: is missing");
        row("linkId twice", "/item/1/linkId", "\"q1\"", "/item/1/linkId: stands twice");
        row("linkId of a helping line twice", "/item/1/linkId", "\"q1.help\"",
            "/item/1/linkId: stands twice");
        row("odd linkId", "/item/1/linkId", "\"q 2\"",
            "/item/1/linkId: is not made of at most 64 letters a–z, digits, dots and hyphens");
        row("long linkId", "/item/1/linkId", "\"" + QString(65, 'q') + "\"",
            "/item/1/linkId: is not made of at most 64 letters a–z, digits, dots and hyphens");
        row("no type", "/item/1/type", "", "/item/1/type: is missing");
        row("unknown type", "/item/1/type", "\"slider\"", "/item/1/type: unknown item type \"slider\"");
        row("no text", "/item/0/text", "", "/item/0/text: is missing");
        row("unknown variable", "/item/0/text", "\"Hej {name}\"", "/item/0/text: unknown variable \"name\"");
        row("open brace", "/item/0/text", "\"Hej {navn\"", "/item/0/text: unknown variable \"{\"");
        row("translation without content", "/item/0/_text", translated(""),
            "/item/0/_text/extension/0/content: is missing");
        row("unknown variable in a translation", "/item/0/_text", translated("{name}"),
            "/item/0/_text/extension/0/extension/1/valueString: unknown variable \"name\"");
        row("enableWhen", "/item/1/enableWhen", "[{}]", "/item/1/enableWhen: is not carried out");
        row("initial", "/item/1/initial", "[{}]", "/item/1/initial: is not carried out");
        row("readOnly", "/item/1/readOnly", "true", "/item/1/readOnly: is not carried out");
        row("maxLength", "/item/1/maxLength", "9", "/item/1/maxLength: is not carried out");
        row("answerValueSet", "/item/0/answerValueSet", "\"x\"",
            "/item/0/answerValueSet: is not carried out");
        row("modifierExtension", "/item/1/modifierExtension", "[{\"url\":\"x\"}]",
            "/item/1/modifierExtension: changes the meaning in a way this program does not know");
        row("unknown element", "/item/1/a~1b", "1", "/item/1/a~01b: is not carried out");
        row("required", "/item/1/required", "true", "/item/1/required: every question can be skipped");
        row("required is no yes or no", "/item/1/required", "\"no\"",
            "/item/1/required: is not true or false");
        row("unknown voice", "/item/1/extension/-", ext("voice", "valueCode", "\"dog\""),
            "/item/1/extension/0/valueCode: unknown voice \"dog\"");
        row("no voice", "/extension/3", "",
            "/item/0: does not say whose voice it is\nx.json: /item/1: does not say whose "
            "voice it is");
        row("unknown policy", "/item/1/extension/-", ext("policy", "valueCode", "\"last\""),
            "/item/1/extension/0/valueCode: unknown policy \"last\"");
        row("unknown style", "/item/0/extension/-", ext("answer-style", "valueCode", "\"line\""),
            "/item/0/extension/0/valueCode: unknown answer-style \"line\"");
        row("style without a choice", "/item/1/extension/-", ext("answer-style", "valueCode", "\"steps\""),
            "/item/1/extension/0: belongs to a choice");
        row("don't know without a choice", "/item/1/extension/-",
            ext("dont-know", "valueString", "\"Ved ikke\""), "/item/1/extension/0: belongs to a choice");
        row("don't know on a group", "/item/0/extension/-", ext("dont-know", "valueString", "\"Ved ikke\""),
            "/item/0/extension/0: belongs to a choice", test::plan());
        row("extension at the wrong place", "/item/1/extension/-", ext("kind", "valueCode", "\"form\""),
            "/item/1/extension/0: unknown extension "
            "\"https://trivsel.example/fhir/StructureDefinition/kind\"");
        row("two helping lines", "/item/0/item/-", QString::fromStdString(test::help("h2")),
            "/item/0/item/1: a second helping line");
        row("question below a question", "/item/0/item/-",
            "{\"linkId\":\"z\",\"type\":\"text\",\"text\":\"Z\"}",
            "/item/0/item: only a group has items below it, apart from one helping line");
        row("display at review", "/item/1",
            "{\"linkId\":\"z\",\"type\":\"display\",\"text\":\"Z\",\"extension\":[" +
                ext("asked-at", "valueCode", "\"review\"") + "]}",
            "/item/1: only a question is asked at review");
        row("asked nowhere", "/item/1/extension/-", ext("asked-at", "valueCode", "\"home\""),
            "/item/1/extension/0/valueCode: unknown asked-at \"home\"");
        row("empty group", "/item/0/item", "", "/item/0: a group with nothing in it", test::plan());
        row("names somebody, about nobody", "/item/0/text", "\"Lytter {navn}?\"",
            "/item/0: names {navn}, but the definition is about nobody");
        row("about everyone, but not asked so", "/item/0/extension/-",
            ext("text-everyone", "valueString", "\"Alle?\""),
            "/item/0: has a text about everyone, but the definition is not about everyone");
        row("can't be asked about everyone", "/item/0/text", "\"Lytter {navn}?\"",
            "/item/0: names {navn}, but can be asked about everyone", aboutEveryone());
        row("source without publication", "/item/0/extension/-",
            "{\"url\":\"" + named(test::ours("source")) +
                "\",\"extension\":[{\"url\":\"letter\",\"valueString\":\"A\"}]}",
            "/item/0/extension/0: has no publication");
        row("source with something else", "/item/0/extension/-",
            "{\"url\":\"" + named(test::ours("source")) +
                "\",\"extension\":[{\"url\":\"publication\",\"valueString\":\"A\"},{\"url\":\"x\","
                "\"valueString\":\"A\"}]}",
            "/item/0/extension/0/extension/1: unknown part \"x\"");
        row("counterpart in a form", "/item/0/extension/-", ext("counterpart", "valueString", "\"q2\""),
            "/item/0: a counterpart belongs to a plan");
    }

    static std::string aboutEveryone()
    {
        return test::edited(test::form(), "/extension/-",
                            test::extension("about", "valueCode", "\"resident-or-everyone\""));
    }

    static void rowsAboutAnswers()
    {
        const char *const option = "/item/0/answerOption/1";
        const auto at = [option](const char *rest) { return std::string(option) + rest; };
        row("choice without answers", "/item/0/answerOption", "", "/item/0: a choice without answers");
        row("empty answers", "/item/0/answerOption", "[]",
            "/item/0/answerOption: is an empty list\nx.json: /item/0: a choice without answers");
        row("answers to a text", "/item/1/answerOption", "[" + anOption() + "]",
            "/item/1/answerOption: belongs to a choice");
        row("answer not an object", option, "7", "/item/0/answerOption/1: is not an object");
        row("answer not a coding", option, "{\"valueInteger\":1}",
            "/item/0/answerOption/1/valueInteger: is not carried out\nx.json: /item/0/answerOption/1: has no "
            "valueCoding\nx.json: /item/0/answerOption/1: has no weight\nx.json: /item/0/answerOption/1: has "
            "no face");
        row("chosen beforehand", at("/initialSelected").c_str(), "true",
            "/item/0/answerOption/1/initialSelected: is not carried out");
        row("answer modified", at("/modifierExtension").c_str(), "[{\"url\":\"x\"}]",
            "/item/0/answerOption/1/modifierExtension: changes the meaning in a way this program does not "
            "know");
        row("no code", at("/valueCoding/code").c_str(), "",
            "/item/0/answerOption/1/valueCoding/code: is missing");
        row("no system", at("/valueCoding/system").c_str(), "",
            "/item/0/answerOption/1/valueCoding/system: is missing");
        row("no words", at("/valueCoding/display").c_str(), "",
            "/item/0/answerOption/1/valueCoding/display: is missing");
        row("code twice", at("/valueCoding/code").c_str(), "\"a\"",
            "/item/0/answerOption/1/valueCoding/code: stands twice");
        const auto code = [](std::size_t bytes) { return QString(qsizetype(bytes), 'c').prepend('"') + '"'; };
        row("a code that no change can hold", "/item/0/answerOption/1/valueCoding/code",
            code(limits::kNameBytesMax + 1),
            "/item/0/answerOption/1/valueCoding/code: is longer than 255 bytes");
        row("no weight", at("/extension/0").c_str(), "", "/item/0/answerOption/1: has no weight");
        row("weight below 0", at("/extension/0/valueDecimal").c_str(), "-0.1",
            "/item/0/answerOption/1: the weight is not from 0 to 10 in tenths\nx.json: "
            "/item/0/answerOption/1: has no weight");
        row("weight above 10", "/item/0/answerOption/2/extension/0/valueDecimal", "10.1",
            "/item/0/answerOption/2: the weight is not from 0 to 10 in tenths\nx.json: "
            "/item/0/answerOption/2: has no weight");
        row("weight finer than tenths", at("/extension/0/valueDecimal").c_str(), "5.05",
            "/item/0/answerOption/1: the weight is not from 0 to 10 in tenths\nx.json: "
            "/item/0/answerOption/1: has no weight");
        row("weight does not rise", at("/extension/0/valueDecimal").c_str(), "1",
            "/item/0/answerOption/1: does not weigh more than the answer before it");
        row("no face", at("/extension/1").c_str(), "", "/item/0/answerOption/1: has no face");
        row("face 0", at("/extension/1/valueInteger").c_str(), "0",
            "/item/0/answerOption/1/extension/1/valueInteger: is not a whole number from 1 to 5\nx.json: "
            "/item/0/answerOption/1: has no face");
        row("face 6", "/item/0/answerOption/2/extension/1/valueInteger", "6",
            "/item/0/answerOption/2/extension/1/valueInteger: is not a whole number from 1 to 5\nx.json: "
            "/item/0/answerOption/2: has no face");
        row("face does not rise", at("/extension/1/valueInteger").c_str(), "1",
            "/item/0/answerOption/1: does not have a brighter face than the answer before it");
        row("weight in a plain list", "/item/0/extension/-", ext("answer-style", "valueCode", "\"list\""),
            "/item/0/answerOption/0: an answer in a plain list has no weight and no face\nx.json: "
            "/item/0/answerOption/1: an answer in a plain list has no weight and no face\nx.json: "
            "/item/0/answerOption/2: an answer in a plain list has no weight and no face");
    }

    static QString anOption() { return QString::fromStdString(test::option("z", "1", "1")); }

    static void rowsAboutPolicies()
    {
        const QString merge = ext("policy", "valueCode", "\"merge-text\"");
        row("a resident's words merged", "/item/0/item/0/extension/-", merge,
            "/item/0/item/0: merge-text in a resident's voice", test::plan());
        row("merged in a form", "/item/1/extension",
            "[" + merge + "," + ext("voice", "valueCode", "\"staff\"") + "]",
            "/item/1: merge-text is for long texts in the staff's voice, in plans other than safety plans");
        row("a short text merged", "/item/0/item/2",
            "{\"linkId\":\"y\",\"type\":\"string\",\"text\":\"Y\",\"extension\":[" + merge + "," +
                ext("voice", "valueCode", "\"staff\"") + "]}",
            "/item/0/item/2: merge-text is for long texts in the staff's voice, in plans other than safety "
            "plans",
            test::plan());
        row("a safety plan merged", "/item/0/item/2/extension/-", merge,
            "/item/0/item/2: merge-text is for long texts in the staff's voice, in plans other than safety "
            "plans",
            test::edited(test::plan(), "/extension/2",
                         test::extension("secrecy", "valueCode", "\"safety\"")));
        row("repeats without set or order", "/item/0/item/2/repeats", "true",
            "/item/0/item/2: repeats goes with the policies set and order, and they with it", test::plan());
        row("set without repeats", "/item/0/item/2/extension/-", ext("policy", "valueCode", "\"set\""),
            "/item/0/item/2: repeats goes with the policies set and order, and they with it", test::plan());
        row("a date repeats", "/item/0/item/3",
            "{\"linkId\":\"d\",\"type\":\"date\",\"text\":\"D\",\"repeats\":true,\"extension\":[" +
                ext("policy", "valueCode", "\"set\"") + "," + ext("voice", "valueCode", "\"nobody\"") + "]}",
            "/item/0/item/3/repeats: only groups and texts of a plan repeat", test::plan());
        row("counterpart to nothing", "/item/0/item/2/extension/-",
            ext("counterpart", "valueString", "\"zz\""),
            "/item/0/item/2: has a counterpart that is not in the same section", test::plan());
        row("counterpart that does not answer", "/item/0/item/2/extension/-",
            ext("counterpart", "valueString", "\"x.ind\""),
            "/item/0/item/2: has a counterpart that does not name it back", test::plan());
        row("two of one voice in a row", "/item/0/item/1/extension/0",
            ext("voice", "valueCode", "\"resident\""),
            "/item/0/item/0: a row has one field in each voice\nx.json: /item/0/item/1: a row has one field "
            "in each voice",
            test::plan());
        row("pairs with an item of no form", "/item/0/extension/-",
            "{\"url\":\"" + named(test::ours("pair")) +
                "\",\"extension\":[{\"url\":\"linkId\",\"valueString\":\"A\"},{\"url\":\"kind\","
                "\"valueCode\":\"same\"}]}",
            "/item/0: pairs with an item, but the definition pairs with nothing");
        row("unknown pair-kind", "/item/0/extension/-",
            "{\"url\":\"" + named(test::ours("pair")) +
                "\",\"extension\":[{\"url\":\"kind\",\"valueCode\":\"like\"},{\"url\":\"note\","
                "\"valueString\":\"x\"}]}",
            "/item/0/extension/0/extension/0/valueCode: unknown pair-kind \"like\"");
        row("pair without kind", "/item/0/extension/-",
            "{\"url\":\"" + named(test::ours("pair")) +
                "\",\"extension\":[{\"url\":\"linkId\",\"valueString\":\"A\"}]}",
            "/item/0/extension/0: a pair has both a linkId and a kind\nx.json: /item/0: pairs with an item, "
            "but the "
            "definition pairs with nothing");
        row("no partner and no reason", "/item/0/extension/-",
            "{\"url\":\"" + named(test::ours("pair")) +
                "\",\"extension\":[{\"url\":\"kind\",\"valueCode\":\"none\"}]}",
            "/item/0/extension/0: an item without a partner says why");
    }

    static void rowsAboutLists()
    {
        const auto withList = [](const std::string &more) {
            return test::edited(test::plan(), "/item/-", test::list(more));
        };
        row("a list of nobody knows whom", "/item/-", QString::fromStdString(test::list("")),
            "/item/1: does not say whose voice it is", test::plan());
        const std::string whole = withList("," + test::extension("voice", "valueCode", "\"resident\""));
        row("unknown date role", "/item/1/item/0/extension/1", ext("date-role", "valueCode", "\"birthday\""),
            "/item/1/item/0/extension/1/valueCode: unknown date-role \"birthday\"", whole);
        row("date role without code", "/item/1/item/0/extension/1",
            ext("date-role", "valueString", "\"reviewed\""), "/item/1/item/0/extension/1: has no valueCode",
            whole);
        row("date role on a text", "/item/1/item/0/type", "\"text\"",
            "/item/1/item/0: only a date of a plan has a date role", whole);
        row("date role in a form", "/item/1",
            "{\"linkId\":\"d\",\"type\":\"date\",\"text\":\"D\",\"extension\":[" +
                ext("date-role", "valueCode", "\"next-review\"") + "]}",
            "/item/1: only a date of a plan has a date role");
        row("two dates that end one entry", "/item/1/item/-",
            "{\"linkId\":\"l.e\",\"type\":\"date\",\"text\":\"D\",\"extension\":[" +
                ext("date-role", "valueCode", "\"valid-until\"") + "]}",
            "/item/1/item/1: has the date role of another date beside it", whole);
        row("two dates of one plan, in two sections", "/item/-",
            "{\"linkId\":\"e\",\"type\":\"group\",\"text\":\"E\",\"item\":[{\"linkId\":\"e.d\",\"type\":"
            "\"date\","
            "\"text\":\"D\",\"extension\":[" +
                ext("voice", "valueCode", "\"nobody\"") + "," +
                ext("date-role", "valueCode", "\"reviewed\"") + "]}]}",
            "/item/1/item/0: has the date role of another date beside it",
            test::edited(test::plan(), "/item/0/item/3/extension/-",
                         test::extension("date-role", "valueCode", "\"reviewed\"")));
    }

    static void rowsAboutCloseness()
    {
        const std::string list = test::edited(
            test::plan(), "/item/-", test::list("," + test::extension("voice", "valueCode", "\"resident\"")));
        const auto close = [](std::initializer_list<std::string_view> values) {
            return QString::fromStdString(test::howClose("c", values));
        };
        const char *place = "/item/1/item/-";
        row("closer than closest", place, close({"0", "1"}),
            "/item/1/item/1/answerOption/0/extension/0/valueInteger: is not a whole number from 1 to "
            "5\nx.json: "
            "/item/1/item/1/answerOption/1: says how close it is, or the answer before it does, but not both",
            list);
        row("further than furthest", place, close({"6"}),
            "/item/1/item/1/answerOption/0/extension/0/valueInteger: is not a whole number from 1 to 5",
            list);
        row("as close as the answer before", place, close({"2", "2"}),
            "/item/1/item/1/answerOption/1: is not further away than the answer before it", list);
        row("only one answer says how close", place, close({"1", ""}),
            "/item/1/item/1/answerOption/1: says how close it is, or the answer before it does, but not both",
            list);
        row("close to nothing", "/item/0/item/-", close({"1", "2"}),
            "/item/0/item/4: says how close something is, but stands in no entry of a list", list);
        row("placed twice", place, close({"1", "5"}),
            "/item/1/item/2: says how close the entry is, and so does another choice in it",
            test::edited(list, place, test::howClose("b", {"1", "5"})));
    }

    static void rowsAboutSuggestions()
    {
        const auto suggested = [](std::initializer_list<std::string_view> texts) {
            return QString::fromStdString(test::suggestions(texts));
        };
        const char *place = "/item/0/item/2/extension/-";
        row("one suggestion", place, suggested({"\"A\""}),
            "/item/0/item/2/extension/1: has not from 2 to 24 suggestions", test::plan());
        row("suggestions of nothing", place, "{\"url\":\"" + named(test::ours("suggestions")) + "\"}",
            "/item/0/item/2/extension/1: has not from 2 to 24 suggestions", test::plan());
        row("the same suggestion twice", place, suggested({"\"A\"", "\"A\""}),
            "/item/0/item/2/extension/1/extension/1/valueString: stands twice", test::plan());
        row("a suggestion that is no text", place, suggested({"\"A\"", "7"}),
            "/item/0/item/2/extension/1/extension/1/valueString: is not a text", test::plan());
        row("an empty suggestion", place, suggested({"\"A\"", "\" \""}),
            "/item/0/item/2/extension/1/extension/1/valueString: is empty", test::plan());
        row("a suggestion with a variable", place, suggested({"\"A\"", "\"Ring til {periode}\""}),
            "/item/0/item/2/extension/1/extension/1/valueString: is kept as it stands, so it has no "
            "variables",
            test::plan());
        row("a suggestion with a variable in English", "/item/0/item/2/extension/1/extension/0/_valueString",
            translated("Call {navn}"),
            "/item/0/item/2/extension/1/extension/0/valueString: is kept as it stands, so it has no "
            "variables",
            test::edited(test::plan(), place, test::suggestions({"\"A\"", "\"B\""})));
        row("an unknown part of suggestions", place,
            "{\"url\":\"" + named(test::ours("suggestions")) +
                "\",\"extension\":[{\"url\":\"suggestion\",\"valueString\":\"A\"},{\"url\":\"suggestion\","
                "\"valueString\":\"B\"},{\"url\":\"idea\",\"valueString\":\"C\"}]}",
            "/item/0/item/2/extension/1/extension/2: unknown part \"idea\"", test::plan());
        row("suggestions for a date", "/item/0/item/3/extension/-", suggested({"\"A\"", "\"B\""}),
            "/item/0/item/3: only a text has suggestions", test::plan());
        row("suggestions for a choice", "/item/0/extension/-", suggested({"\"A\"", "\"B\""}),
            "/item/0: only a text has suggestions");
    }

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        rowsAboutTheWhole();
        rowsAboutItems();
        rowsAboutAnswers();
        rowsAboutPolicies();
        rowsAboutLists();
        rowsAboutCloseness();
        rowsAboutSuggestions();
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(refusal(bytes.toStdString()), expected);
    }

    void theDocumentsThatAreBrokenAreWhole()
    {
        QCOMPARE(refusal(test::form()), "accepted");
        QCOMPARE(refusal(test::plan()), "accepted");
        QCOMPARE(refusal(aboutEveryone()), "accepted");
    }

    void bytesThatAreNoJson()
    {
        QCOMPARE(refusal(""), "x.json: (file): line 1: is not JSON");
        QCOMPARE(refusal("{\n\"a\":,}"), "x.json: (file): line 2: is not JSON");
        QCOMPARE(refusal(test::form() + "x"), "x.json: (file): line 1: is not JSON");
        QCOMPARE(refusal(test::form().substr(0, 40)), "x.json: (file): line 1: is not JSON");
        QCOMPARE(refusal("[]"), "x.json: (file): is not an object");
        QCOMPARE(refusal("{\"a\":\"\xC3\x28\"}"), "x.json: (file): is not UTF-8");
        QCOMPARE(refusal(std::string("{}\0", 3)), "x.json: (file): is not UTF-8");
        QCOMPARE(refusal("{\"a\":\"\\ud800\"}"), "x.json: (file): line 1: is not JSON");
    }

    void suggestionsAtTheLimit()
    {
        const auto with = [](std::size_t count, std::size_t bytes) {
            std::string parts;
            for (std::size_t i = 0; i < count; ++i) {
                std::string text = std::to_string(i);
                text.resize(std::max(text.size(), i == 0 ? bytes : 1), 'x');
                parts += std::string(i == 0 ? "" : ",") +
                         std::string("{\"url\":\"suggestion\",\"valueString\":\"") + text + "\"}";
            }
            return refusal(test::edited(test::plan(), "/item/0/item/2/extension/-",
                                        "{\"url\":\"" + test::ours("suggestions") + "\",\"extension\":[" +
                                            parts + "]}"));
        };
        QCOMPARE(with(2, 1), "accepted");
        QCOMPARE(with(24, 255), "accepted");
        QCOMPARE(with(25, 1), "x.json: /item/0/item/2/extension/1: has not from 2 to 24 suggestions");
        QCOMPARE(with(24, 256),
                 "x.json: /item/0/item/2/extension/1/extension/0/valueString: is longer than 255 bytes");
    }

    void sizeAtTheLimit()
    {
        std::string bytes = test::form();
        bytes.append(limits::kCatalogueFileBytesMax - bytes.size(), ' ');
        QCOMPARE(refusal(bytes), "accepted");
        QCOMPARE(refusal(bytes + " "), "x.json: (file): is larger than 1048576 bytes");
    }

    void nestingAtTheLimit()
    {
        const auto with = [](int depth) { return test::form().insert(1, "\"x\":" + nested(depth) + ","); };
        QCOMPARE(refusal(with(limits::kRecursionMax - 1)), "x.json: /x: is not carried out");
        QCOMPARE(refusal(with(limits::kRecursionMax)), "x.json: (file): line 1: is nested too deep");
        QCOMPARE(refusal(nested(500'000)), "x.json: (file): line 1: is nested too deep");
    }

    void numbersThatAreNone()
    {
        std::string bytes = test::form();
        bytes.replace(bytes.find("\"valueDecimal\":5"), 16, "\"valueDecimal\":1e400");
        QVERIFY(refusal(bytes).startsWith("x.json: "));
        QVERIFY(refusal(bytes) != "accepted");
    }

    void allFaultsAreToldUpToALimit()
    {
        std::string bytes = test::edited(test::form(), "/title", "7");
        bytes = test::edited(bytes, "/item/1/type", "\"slider\"");
        QCOMPARE(refusal(bytes),
                 "x.json: /title: is not a text\nx.json: /item/1/type: unknown item type \"slider\"");
        for (int i = 0; i < 50; ++i) {
            bytes = test::edited(bytes, "/x" + std::to_string(i), "1");
        }
        QCOMPARE(refusal(bytes).split('\n').size(), 20);
    }
};

QTEST_GUILESS_MAIN(TstRefusals)
#include "tst_refusals.moc"
