#include "proto/catalogue/parse.h"

#include "proto/base/limits.h"

#include <set>

namespace trivsel::catalogue {

std::vector<Localized> parseSuggestions(const Node &extension)
{
    std::vector<Localized> suggestions;
    std::set<std::string> seen;
    for (const Node &part : extension.at("extension").elements()) {
        const std::string name = part.at("url").requiredText();
        if (name != "suggestion") {
            part.fault("unknown part " + inQuotes(name));
            continue;
        }
        const Node place = part.at("valueString");
        const std::string text = place.requiredText();
        if (text.size() > limits::kNameBytesMax) {
            place.fault("is longer than " + std::to_string(limits::kNameBytesMax) + " bytes");
        }
        if (!seen.insert(text).second) {
            place.fault("stands twice");
        }
        suggestions.push_back(localizedAt(part, "valueString"));
        const auto &[danish, english] = suggestions.back();
        if (danish.find('{') != std::string::npos || english.find('{') != std::string::npos) {
            place.fault("is kept as it stands, so it has no variables");
        }
    }
    // One alone would be advice and not a choice.
    if (extension.exists() && (suggestions.size() < 2 || suggestions.size() > kSuggestionsMax)) {
        extension.fault("has not from 2 to " + std::to_string(kSuggestionsMax) + " suggestions");
    }
    return suggestions;
}

} // namespace trivsel::catalogue
