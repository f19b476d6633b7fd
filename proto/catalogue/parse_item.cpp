#include "proto/catalogue/codes.h"
#include "proto/catalogue/parse.h"

#include <algorithm>

namespace trivsel::catalogue {

namespace {

using std::string_view;

ItemType parseType(const Node &node)
{
    const Node place = node.at("type");
    const std::string given = place.requiredText();
    for (const auto &[name, type] : kTypes) {
        if (name == given) {
            return type;
        }
    }
    if (!given.empty()) {
        place.fault("unknown item type " + inQuotes(given));
    }
    return ItemType::Display;
}

std::string parseLinkId(const Node &node, Parsed &parsed)
{
    const Node place = node.at("linkId");
    std::string linkId = place.requiredText();
    const bool plain = std::all_of(linkId.begin(), linkId.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-';
    });
    if (!plain || linkId.size() > 64) {
        place.fault("is not made of at most 64 letters a–z, digits, dots and hyphens");
    }
    if (!linkId.empty() && !parsed.pointers.emplace(linkId, node.pointer()).second) {
        place.fault("stands twice");
    }
    return linkId;
}

/** The helping line of the item above: FHIR's own way is a display item marked as help. */
bool isHelp(const Node &node)
{
    if (node.at("type").text() != "display") {
        return false;
    }
    for (const Node &extension : node.at("extension").elements()) {
        if (extension.at("url").text() == kItemControl) {
            for (const Node &coding : extension.at("valueCodeableConcept").at("coding").elements()) {
                if (coding.at("code").text() == "help") {
                    return true;
                }
            }
        }
    }
    return false;
}

Source parseSource(const Node &extension)
{
    Source source;
    for (const Node &part : extension.at("extension").elements()) {
        const std::string name = part.at("url").requiredText();
        const std::string value = part.at("valueString").requiredText();
        if (name == "publication") {
            source.publication = value;
        } else if (name == "theme") {
            source.theme = value;
        } else if (name == "letter") {
            source.letter = value;
        } else if (name == "page") {
            source.page = value;
        } else {
            part.fault("unknown part " + inQuotes(name));
        }
    }
    if (extension.exists() && source.publication.empty()) {
        extension.fault("has no publication");
    }
    return source;
}

void parsePair(const Node &extension, Item &item)
{
    bool hasKind = false;
    for (const Node &part : extension.at("extension").elements()) {
        const std::string name = part.at("url").requiredText();
        if (name == "linkId") {
            item.pairsWith = part.at("valueString").requiredText();
        } else if (name == "note") {
            item.pairNote = localizedAt(part, "valueString");
        } else if (name == "kind") {
            const std::string given = part.at("valueCode").requiredText();
            for (const auto &[known, kind] : kPairKinds) {
                if (known == given) {
                    item.pairKind = kind;
                    hasKind = true;
                }
            }
            if (!hasKind) {
                part.at("valueCode").fault("unknown pair-kind " + inQuotes(given));
            }
        } else {
            part.fault("unknown part " + inQuotes(name));
        }
    }
    if (!extension.exists()) {
        return;
    }
    if ((item.pairKind == PairKind::None) != item.pairsWith.empty()) {
        extension.fault("a pair has both a linkId and a kind");
    } else if (item.pairKind == PairKind::None && item.pairNote.empty()) {
        extension.fault("an item without a partner says why");
    }
}

/** Words around the question, and what may be chosen beside the options. */
void parseTexts(const Node &node, const Extensions &extensions, const Inherited &above, Item &item)
{
    (void)node.at("text").requiredText();
    item.text = localizedAt(node, "text");
    item.textEveryone = extensions.localized("text-everyone");
    item.label = extensions.localized(kShortText);
    if (item.label.empty()) {
        item.label = item.text;
    }
    if (item.type != ItemType::Choice) {
        for (const string_view only : {"answers-aloud", "dont-know", "not-applicable", "answer-style"}) {
            const bool handedDown = item.type == ItemType::Group && only == "answer-style";
            if (!handedDown && extensions.find(only).exists()) {
                extensions.find(only).fault("belongs to a choice");
            }
        }
        return;
    }
    const Localized aloud = extensions.localized("answers-aloud");
    const Localized dontKnow = extensions.localized("dont-know");
    item.answersAloud = aloud.empty() ? above.answersAloud : aloud;
    item.dontKnowText = dontKnow.empty() ? above.dontKnow : dontKnow;
    item.notApplicableText = extensions.localized("not-applicable");
}

void parseChildren(const Node &node, const Inherited &here, Parsed &parsed, Item &item)
{
    for (const Node &child : node.at("item").elements()) {
        if (child.isObject() && isHelp(child)) {
            const Item help = parseItem(child, here, parsed);
            if (!item.help.empty()) {
                child.fault("a second helping line");
            }
            item.help = help.text;
        } else {
            item.children.push_back(parseItem(child, here, parsed));
        }
    }
}

} // namespace

Item parseItem(const Node &node, const Inherited &above, Parsed &parsed)
{
    Item item;
    if (!node.isObject()) {
        return item;
    }
    node.allowOnly({"id", "extension", "linkId", "definition", "code", "prefix", "text", "_text", "type",
                    "required", "repeats", "answerOption", "item"});
    const Extensions extensions(node, {"voice", "policy", "answer-style", "answers-aloud", "dont-know",
                                       "not-applicable", "text-everyone", "source", "pair", "counterpart",
                                       "asked-at", "suggestions", "date-role"});
    item.linkId = parseLinkId(node, parsed);
    item.type = parseType(node);
    parseTexts(node, extensions, above, item);

    Inherited here = above;
    if (extensions.find("voice").exists()) {
        here.voice = extensions.oneOf("voice", kVoices, Voice::None);
    }
    here.style = extensions.oneOf("answer-style", kStyles, above.style);
    item.style = here.style;
    item.repeats = node.at("repeats").boolean(false);
    if (item.isQuestion() || item.repeats) {
        item.voice = here.voice.value_or(Voice::None);
        if (!here.voice) {
            node.fault("does not say whose voice it is");
        }
    }
    item.policy = extensions.oneOf("policy", kPolicies, Policy::KeepBoth);
    item.atReview = extensions.oneOf("asked-at", kAskedAt, false);
    item.dateRole = extensions.oneOf("date-role", kDateRoles, DateRole::None);
    item.suggestions = parseSuggestions(extensions.find("suggestions"));
    item.options = parseOptions(node, item.style);
    item.source = parseSource(extensions.find("source"));
    parsePair(extensions.find("pair"), item);
    item.counterpart = extensions.string("counterpart");
    parseChildren(node, here, parsed, item);
    checkItem(node, item, parsed.definition);
    return item;
}

} // namespace trivsel::catalogue
