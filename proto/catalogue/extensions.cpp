#include "proto/catalogue/extensions.h"

#include <algorithm>
#include <cmath>

namespace trivsel::catalogue {

namespace {

void checkVariables(const Node &place, const std::string &text)
{
    if (const auto unknown = unknownVariable(text)) {
        place.fault("unknown variable " + inQuotes(*unknown));
    }
}

/** The English text among the translations of a primitive's sibling; other languages are left alone. */
std::string englishOf(const Node &sibling)
{
    if (!sibling.exists() || !sibling.isObject()) {
        return {};
    }
    sibling.allowOnly({"id", "extension"});
    const Extensions ours(sibling, {}); // none of ours belongs here
    for (const Node &extension : sibling.at("extension").elements()) {
        if (extension.at("url").text() != kTranslation) {
            continue;
        }
        std::string language;
        Node content = extension.at("content");
        for (const Node &part : extension.at("extension").elements()) {
            const std::string url = part.at("url").text();
            if (url == "lang") {
                language = part.at("valueCode").text();
            } else if (url == "content") {
                content = part.at("valueString");
            }
        }
        if (languageOf(language) == Language::En) {
            std::string english = content.requiredText();
            checkVariables(content, english);
            return english;
        }
    }
    return {};
}

} // namespace

Extensions::Extensions(const Node &element, std::initializer_list<std::string_view> ours)
    : m_nothing(element.at("extension"))
{
    for (const Node &extension : m_nothing.elements()) {
        add(extension, ours);
    }
    m_nothing = m_nothing.at("-"); // never there
}

void Extensions::add(const Node &extension, std::initializer_list<std::string_view> ours)
{
    if (!extension.isObject()) {
        return;
    }
    const std::string url = extension.at("url").requiredText();
    if (extension.at("modifierExtension").exists()) {
        extension.at("modifierExtension").fault("changes the meaning in a way this program does not know");
    }
    std::string key = url;
    const bool isOurs = url.starts_with(kOurBase);
    if (isOurs) {
        key = url.substr(kOurBase.size());
        if (std::find(ours.begin(), ours.end(), key) == ours.end()) {
            extension.fault("unknown extension " + inQuotes(url));
            return;
        }
    }
    if (!m_byUrl.emplace(key, extension).second && isOurs) {
        extension.fault("stands twice");
    }
}

Node Extensions::find(std::string_view urlOrName) const
{
    const auto found = m_byUrl.find(urlOrName);
    return found != m_byUrl.end() ? found->second : m_nothing;
}

Node Extensions::value(std::string_view urlOrName, std::string_view type) const
{
    const Node extension = find(urlOrName);
    Node value = extension.at(type);
    if (extension.exists() && !value.exists()) {
        extension.fault("has no " + std::string(type));
    }
    return value;
}

Localized Extensions::localized(std::string_view urlOrName) const
{
    return value(urlOrName, "valueString").exists() ? localizedAt(find(urlOrName), "valueString")
                                                    : Localized{};
}

int Extensions::integer(std::string_view name, int min, int max, int otherwise) const
{
    const Node node = value(name, "valueInteger");
    const std::optional<double> number = node.number();
    if (!number) {
        return otherwise;
    }
    if (*number != std::floor(*number) || *number < min || *number > max) {
        node.fault("is not a whole number from " + std::to_string(min) + " to " + std::to_string(max));
        return otherwise;
    }
    return static_cast<int>(*number);
}

Localized localizedAt(const Node &element, std::string_view key)
{
    const Node place = element.at(key);
    Localized out{place.text(), englishOf(element.at("_" + std::string(key)))};
    checkVariables(place, out.da);
    return out;
}

} // namespace trivsel::catalogue
