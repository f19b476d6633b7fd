#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

/** Small Questionnaires to break in one place at a time. */
namespace trivsel::test {

namespace json = boost::json;

inline std::string ours(std::string_view name)
{
    return "https://trivsel.example/fhir/StructureDefinition/" + std::string(name);
}

/** {"url": ours(name), type: value}; `value` is JSON. */
inline std::string extension(std::string_view name, std::string_view type, std::string_view value)
{
    return "{\"url\":\"" + ours(name) + "\",\"" + std::string(type) + "\":" + std::string(value) + "}";
}

inline std::string weight(std::string_view value)
{
    return R"({"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":)" +
           std::string(value) + "}";
}

inline std::string option(std::string_view code, std::string_view value, std::string_view face)
{
    return R"({"extension":[)" + weight(value) + "," + extension("face", "valueInteger", face) +
           R"(],"valueCoding":{"system":"https://trivsel.example/fhir/CodeSystem/x","code":")" +
           std::string(code) + R"(","display":")" + std::string(code) + "\"}}";
}

inline std::string root(std::string_view id, std::string_view kind, std::string_view more,
                        std::string_view items)
{
    return R"({"resourceType":"Questionnaire","id":")" + std::string(id) +
           R"(","language":"da","url":"https://trivsel.example/fhir/Questionnaire/)" + std::string(id) +
           R"(","version":"1.0.0","title":"Prøve","status":"active","extension":[)" +
           extension("kind", "valueCode", kind) + "," + extension("audience", "valueCode", "\"resident\"") +
           "," + extension("secrecy", "valueCode", "\"wellbeing\"") + std::string(more) + R"(],"item":[)" +
           std::string(items) + "]}";
}

// The moc of Qt 6.4 loses its way in raw strings with "//", so they stand here and not in the tests.

/** One translation; without content when `content` is empty. */
inline std::string translation(std::string_view language, std::string_view content)
{
    std::string parts = R"({"url":"lang","valueCode":")" + std::string(language) + "\"}";
    if (!content.empty()) {
        parts += R"(,{"url":"content","valueString":")" + std::string(content) + "\"}";
    }
    return R"({"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[)" + parts + "]}";
}

inline std::string help(std::string_view linkId)
{
    return R"({"linkId":")" + std::string(linkId) +
           R"(","type":"display","text":"Tænk dig om.","extension":[{"url":)" +
           R"("http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",)" +
           R"("valueCodeableConcept":{"coding":[{"code":"help"}]}}]})";
}

/** A resident's form: /item/0 a choice of three faces with a helping line, /item/1 a long text. */
inline std::string form(std::string_view id = "form")
{
    const std::string options =
        option("a", "1", "1") + "," + option("b", "5", "3") + "," + option("c", "9", "5");
    return root(id, "\"form\"",
                "," + extension("voice", "valueCode", "\"resident\"") + "," +
                    extension("answer-style", "valueCode", "\"faces\""),
                R"({"linkId":"q1","type":"choice","text":"Hvordan?","answerOption":[)" + options +
                    R"(],"item":[)" + help("q1.help") +
                    R"(]},{"linkId":"q2","type":"text","text":"Hvorfor?"})");
}

inline std::string planField(std::string_view linkId, std::string_view voice, std::string_view counterpart)
{
    return R"({"linkId":")" + std::string(linkId) + R"(","type":"text","text":"Hvad?","extension":[)" +
           extension("voice", "valueCode", voice) + "," +
           extension("counterpart", "valueString", counterpart) + "]}";
}

/** A plan with one section, /item/0: a row in both voices, a staff field alone and a date that is nobody's
 * words. */
inline std::string plan()
{
    return root("plan", "\"plan\"", "",
                R"({"linkId":"tab","type":"group","text":"Om mig","item":[)" +
                    planField("x.ind", "\"resident\"", "\"x.ud\"") + "," +
                    planField("x.ud", "\"staff\"", "\"x.ind\"") +
                    R"(,{"linkId":"y","type":"text","text":"Hvad?","extension":[)" +
                    extension("voice", "valueCode", "\"staff\"") +
                    R"(]},{"linkId":"d","type":"date","text":"Hvornår?","extension":[)" +
                    extension("voice", "valueCode", "\"nobody\"") + "]}]}");
}

/** A repeating group with a date in it that ends it; `more` are its other extensions. */
inline std::string list(std::string_view more)
{
    const std::string voice = extension("voice", "valueCode", "\"nobody\"");
    const auto date = [&](std::string_view linkId) {
        return R"({"linkId":")" + std::string(linkId) + R"(","type":"date","text":"Hvornår?","extension":[)" +
               voice + "," + extension("date-role", "valueCode", "\"valid-until\"") + "]}";
    };
    return R"({"linkId":"list","type":"group","text":"En aftale","repeats":true,"extension":[)" +
           extension("policy", "valueCode", "\"order\"") + std::string(more) + R"(],"item":[)" + date("l.d") +
           "]}";
}

/** A choice in a plain list whose answers say how close something is; each of `closeness` is JSON, "" says
 * nothing. */
inline std::string howClose(std::string_view linkId, std::initializer_list<std::string_view> closeness)
{
    std::string answers;
    int count = 0;
    for (const std::string_view value : closeness) {
        const std::string code(1, char('a' + count++));
        const std::string said =
            value.empty() ? "" : R"("extension":[)" + extension("closeness", "valueInteger", value) + "],";
        answers += std::string(answers.empty() ? "" : ",") + "{" + said +
                   R"("valueCoding":{"system":"urn:x","code":")" + code + R"(","display":")" + code + "\"}}";
    }
    return R"({"linkId":")" + std::string(linkId) + R"(","type":"choice","text":"Hvor?","extension":[)" +
           extension("voice", "valueCode", "\"resident\"") + R"(],"answerOption":[)" + answers + "]}";
}

/** The extension `suggestions`; each of `texts` is JSON. */
inline std::string suggestions(std::initializer_list<std::string_view> texts)
{
    std::string parts;
    for (const std::string_view text : texts) {
        parts += std::string(parts.empty() ? "" : ",") + R"({"url":"suggestion","valueString":)" +
                 std::string(text) + "}";
    }
    return R"({"url":")" + ours("suggestions") + R"(","extension":[)" + parts + "]}";
}

/** The object or list at `pointer`; a list that is not there yet is made. */
inline json::value &placeOf(json::value &whole, const std::string &pointer)
{
    json::error_code ec;
    if (json::value *found = whole.find_pointer(pointer, ec)) {
        return *found;
    }
    const std::size_t slash = pointer.rfind('/');
    json::value &parent = whole.at_pointer(pointer.substr(0, slash));
    return parent.as_object()[pointer.substr(slash + 1)] = json::array();
}

/** `document` with the value at the JSON pointer replaced or added ("-" appends), or removed when `value` is
 * empty. */
inline std::string edited(const std::string &document, const std::string &pointer, const std::string &value)
{
    json::value whole = json::parse(document);
    const std::size_t slash = pointer.rfind('/');
    const std::string key = pointer.substr(slash + 1);
    json::value &parent = placeOf(whole, pointer.substr(0, slash));
    if (json::object *object = parent.if_object()) {
        if (value.empty()) {
            object->erase(key);
        } else {
            (*object)[key] = json::parse(value);
        }
    } else if (key == "-") {
        parent.as_array().push_back(json::parse(value));
    } else if (value.empty()) {
        json::array &array = parent.as_array();
        array.erase(array.begin() + std::stol(key));
    } else {
        parent.as_array().at(std::stoul(key)) = json::parse(value);
    }
    return json::serialize(whole);
}

} // namespace trivsel::test
