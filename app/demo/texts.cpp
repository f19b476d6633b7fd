#include "app/demo/texts.h"

#include "app/demo/texts_data.h"

#include <boost/json.hpp>

#include <stdexcept>

namespace trivsel::demo {

namespace json = boost::json;

namespace {

std::string textAt(const json::object &object, std::string_view key)
{
    return std::string(object.at(key).as_string());
}

int numberAt(const json::object &object, std::string_view key)
{
    return json::value_to<int>(object.at(key));
}

std::vector<std::string> textsOf(const json::value &value)
{
    return json::value_to<std::vector<std::string>>(value);
}

Speaker speakerOf(const json::object &object)
{
    const std::string by = textAt(object, "by");
    if (by != "resident" && by != "staff") {
        throw std::invalid_argument("by is resident or staff");
    }
    return by == "staff" ? Speaker::Staff : Speaker::Resident;
}

ReaderChoice readersOf(const std::string &word)
{
    if (word != "own" && word != "chosen" && word != "team") {
        throw std::invalid_argument("readers is own, chosen or team");
    }
    return word == "own" ? ReaderChoice::Own : word == "chosen" ? ReaderChoice::Chosen : ReaderChoice::Team;
}

Mood moodOf(const json::object &object)
{
    Mood mood;
    mood.level = numberAt(object, "level");
    mood.drift = numberAt(object, "drift");
    mood.swing = numberAt(object, "swing");
    mood.cooperation = numberAt(object, "cooperation");
    mood.helped = numberAt(object, "helped");
    mood.notToday = numberAt(object, "notToday");
    mood.remarks = numberAt(object, "remarks");
    mood.readers = readersOf(textAt(object, "readers"));
    return mood;
}

RemarksByMood byMoodOf(const json::object &object)
{
    return {textsOf(object.at("low")), textsOf(object.at("middle")), textsOf(object.at("high"))};
}

Remarks remarksOf(const json::object &object)
{
    return {byMoodOf(object.at("wellbeing").as_object()), byMoodOf(object.at("cooperation").as_object())};
}

TwoVersions twoVersionsOf(const json::object &object)
{
    const json::object &first = object.at("first").as_object();
    const json::object &second = object.at("second").as_object();
    return {textAt(object, "field"),
            {speakerOf(first), textAt(first, "text")},
            {speakerOf(second), textAt(second, "text")}};
}

Persona personaOf(const json::object &object)
{
    Persona persona;
    persona.name = textAt(object, "name");
    persona.mood = moodOf(object.at("mood").as_object());
    for (const json::value &value : object.at("sittings").as_array()) {
        const json::object &from = value.as_object();
        PlanSitting sitting{json::value_to<double>(from.at("at")), speakerOf(from), {}};
        for (const auto &[linkId, text] : from.at("fields").as_object()) {
            sitting.fields.emplace_back(linkId, text.as_string());
        }
        persona.sittings.push_back(std::move(sitting));
    }
    persona.agreements = textsOf(object.at("agreements"));
    if (const json::value *versions = object.if_contains("twoVersions")) {
        persona.twoVersions = twoVersionsOf(versions->as_object());
    }
    persona.remarks = remarksOf(object.at("remarks").as_object());
    return persona;
}

void readPool(const json::object &object, Pool &pool)
{
    pool.planUrl = textAt(object, "plan");
    const json::object &review = object.at("review").as_object();
    pool.agreementsField = textAt(review, "agreements");
    pool.seenOnField = textAt(review, "seenOn");
    pool.nextOnField = textAt(review, "nextOn");
    for (const json::value &value : object.at("sittings").as_array()) {
        const json::object &from = value.as_object();
        pool.sittings.push_back(
            {json::value_to<double>(from.at("at")), speakerOf(from), textsOf(from.at("fields"))});
    }
    for (const auto &[linkId, ways] : object.at("fields").as_object()) {
        pool.fields[linkId] = textsOf(ways);
    }
    pool.twoVersions = twoVersionsOf(object.at("twoVersions").as_object());
}

/** A name as it is; without one, `otherwise`, with a capital where a sentence begins. `otherwise` in ASCII.
 */
void replaceAll(std::string &text, std::string_view what, const std::string &name,
                const std::string &otherwise)
{
    std::size_t at = text.find(what);
    while (at != std::string::npos) {
        const bool begins = at == 0 || (at > 1 && text[at - 1] == ' ' && text[at - 2] == '.');
        std::string with = name.empty() ? otherwise : name;
        if (name.empty() && begins) {
            with.front() = static_cast<char>(with.front() - 'a' + 'A');
        }
        text.replace(at, what.size(), with);
        at = text.find(what, at + with.size()); // a name is not looked into again
    }
}

} // namespace

Result<Texts> readTexts()
{
    Texts texts;
    for (const TextFile &file : textFiles()) {
        try {
            const json::value value = json::parse(json::string_view(file.json.data(), file.json.size()));
            if (file.name == "pool") {
                readPool(value.as_object(), texts.pool);
            } else if (file.name == "remarks") {
                texts.pool.remarks = remarksOf(value.as_object());
            } else {
                texts.personas.push_back(personaOf(value.as_object()));
            }
        } catch (const std::exception &fault) {
            return fail(Errc::BadFile, std::string(file.name) + ".json: " + fault.what());
        }
    }
    return texts;
}

std::string fillIn(std::string_view text, const Names &names)
{
    std::string filled(text);
    replaceAll(filled, "{navn}", names.person, "beboeren");
    replaceAll(filled, "{team1}", names.team1, "personalet");
    replaceAll(filled, "{team2}", names.team2.empty() ? names.team1 : names.team2, "personalet");
    return filled;
}

} // namespace trivsel::demo
