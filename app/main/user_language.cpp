#include "app/main/user_language.h"

#include <cstdlib>
#include <string_view>

namespace trivsel::app {

using catalogue::Language;

catalogue::Language userLanguage(const std::vector<std::string> &arguments)
{
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string_view word = arguments[at];
        const bool next = word == "--lang" && at + 1 < arguments.size();
        const std::string_view tag = next                             ? std::string_view(arguments[at + 1])
                                     : word.substr(0, 7) == "--lang=" ? word.substr(7)
                                                                      : std::string_view();
        if (const auto said = tag.empty() ? std::nullopt : catalogue::languageOf(tag)) {
            return *said;
        }
    }
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char *set = std::getenv(name);
        const std::string_view locale = set == nullptr ? std::string_view() : set;
        if (!locale.empty()) {
            const std::string_view language = locale.substr(0, locale.find_first_of("_.@"));
            return language == "da" || language == "C" || language == "POSIX" ? Language::Da : Language::En;
        }
    }
    return Language::Da;
}

} // namespace trivsel::app
