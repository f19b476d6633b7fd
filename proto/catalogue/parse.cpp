#include "proto/catalogue/parse.h"
#include "proto/catalogue/codes.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"

#include <algorithm>
#include <boost/json/parser.hpp>
#include <sodium.h>

namespace trivsel::catalogue {

namespace {

using std::string_view;
namespace json = boost::json;

DefinitionHash hashOf(std::string_view bytes)
{
    DefinitionHash hash;
    crypto_generichash(hash.data.data(), DefinitionHash::size, viewOf(bytes).data(), bytes.size(), nullptr,
                       0);
    return hash;
}

void checkId(const Node &place, const std::string &id)
{
    const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!plain || id.size() > 64) {
        place.fault("is not made of at most 64 small letters a–z, digits and hyphens");
    }
}

void parseIdentity(const Node &root, Definition &out)
{
    if (root.at("resourceType").requiredText() != "Questionnaire") {
        root.at("resourceType").fault("is not a Questionnaire");
    }
    out.id = root.at("id").requiredText();
    checkId(root.at("id"), out.id);
    out.url = root.at("url").requiredText();
    out.version = root.at("version").requiredText();
    if (root.at("language").requiredText() != "da") {
        root.at("language").fault("the source language is Danish, da");
    }
    const std::string status = root.at("status").requiredText();
    if (std::find(kStatuses.begin(), kStatuses.end(), status) == kStatuses.end()) {
        root.at("status").fault("unknown status " + inQuotes(status));
    }
    (void)root.at("title").requiredText();
    out.title = localizedAt(root, "title");
    out.description = localizedAt(root, "description");
    out.copyright = root.at("copyright").text();
}

void parseProperties(const Node &root, const Extensions &extensions, Definition &out)
{
    for (const string_view needed : {"kind", "audience", "secrecy"}) {
        if (!extensions.find(needed).exists()) {
            root.fault("has no " + std::string(needed));
        }
    }
    out.kind = extensions.oneOf("kind", kKinds, Kind::Form);
    out.audience = extensions.oneOf("audience", kAudiences, Audience::Staff);
    out.secrecy = extensions.oneOf("secrecy", kSecrecies, Secrecy::Practice);
    out.about = extensions.oneOf("about", kAbouts, About::Nobody);
    out.cadenceDays = extensions.integer("cadence-days", 1, 3660, 0);
    out.order = extensions.integer("order", 0, 1'000'000, 0);
    out.pairsWith = extensions.value("pairs-with", "valueCanonical").text();
    out.shortTitle = extensions.localized("short-title");
    if (out.shortTitle.empty()) {
        out.shortTitle = out.title;
    }
    out.intro = extensions.localized("intro");
    out.outro = extensions.localized("outro");
    const bool named = mentionsName(out.intro.da) || mentionsName(out.outro.da) ||
                       mentionsName(out.intro.en) || mentionsName(out.outro.en);
    if (named && (out.about == About::Nobody || out.about == About::ResidentOrEveryone)) {
        root.fault("names {navn} around the questions, but may be about nobody or everyone");
    }
}

void parseQuestionnaire(const Node &root, Parsed &parsed)
{
    if (!root.isObject()) {
        return;
    }
    root.allowOnly({"resourceType", "id",           "meta",           "language",       "text",
                    "extension",    "url",          "identifier",     "version",        "name",
                    "title",        "_title",       "status",         "date",           "experimental",
                    "subjectType",  "publisher",    "contact",        "description",    "useContext",
                    "_description", "jurisdiction", "purpose",        "copyright",      "code",
                    "item",         "approvalDate", "lastReviewDate", "effectivePeriod"});
    const Extensions extensions(root, {"kind", "audience", "secrecy", "about", "cadence-days", "order",
                                       "pairs-with", "short-title", "intro", "outro", "voice", "answer-style",
                                       "answers-aloud", "dont-know"});
    parseIdentity(root, parsed.definition);
    parseProperties(root, extensions, parsed.definition);
    Inherited inherited;
    if (extensions.find("voice").exists()) {
        inherited.voice = extensions.oneOf("voice", kVoices, Voice::None);
    }
    inherited.style = extensions.oneOf("answer-style", kStyles, AnswerStyle::List);
    inherited.answersAloud = extensions.localized("answers-aloud");
    inherited.dontKnow = extensions.localized("dont-know");
    if (!root.at("item").exists()) {
        root.fault("has no items");
    }
    for (const Node &item : root.at("item").elements()) {
        parsed.definition.items.push_back(parseItem(item, inherited, parsed));
    }
}

/** Bounded in size and depth before anything is built; the reason names the line, since there is no path yet.
 */
Result<json::value> parseJson(std::string_view bytes, const std::string &file)
{
    Faults faults(file);
    if (bytes.size() > limits::kCatalogueFileBytesMax) {
        faults.add("", "is larger than " + std::to_string(limits::kCatalogueFileBytesMax) + " bytes");
        return faults.error();
    }
    if (!isValidUtf8(bytes)) {
        faults.add("", "is not UTF-8");
        return faults.error();
    }
    json::parse_options options;
    options.max_depth = static_cast<std::size_t>(limits::kRecursionMax);
    json::parser parser({}, options);
    json::error_code ec;
    const std::size_t read = parser.write(bytes.data(), bytes.size(), ec);
    if (ec) {
        const auto line =
            1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(read), '\n');
        const bool deep = ec == json::error::too_deep;
        faults.add("", "line " + std::to_string(line) + (deep ? ": is nested too deep" : ": is not JSON"));
        return faults.error();
    }
    return parser.release();
}

} // namespace

Result<Parsed> parse(std::string_view bytes, std::string fileName)
{
    const Result<json::value> document = parseJson(bytes, fileName);
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    Faults faults(fileName);
    Parsed parsed;
    parsed.file = std::move(fileName);
    parseQuestionnaire(Node(&*document, "", faults), parsed);
    if (!faults.empty()) {
        return faults.error();
    }
    parsed.definition.bytes = bytes;
    parsed.definition.hash = hashOf(bytes);
    TRIVSEL_TRY(checkCounterparts(parsed));
    TRIVSEL_TRY(checkEntries(parsed));
    return parsed;
}

Result<Definition> parseDefinition(std::string_view bytes, std::string fileName)
{
    Result<Parsed> parsed = parse(bytes, std::move(fileName));
    if (!parsed) {
        return tl::unexpected<Error>(std::move(parsed).error());
    }
    return std::move(parsed->definition);
}

} // namespace trivsel::catalogue
