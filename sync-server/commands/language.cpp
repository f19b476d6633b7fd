#include "sync-server/commands/language.h"

#include "sync-server/config.h"

#include <cstdlib>

namespace trivsel::server {
namespace {

/** What stands after an option, as the next word or behind a sign of equality; empty when it is not there. */
std::string valueOf(const std::vector<std::string> &arguments, const std::string &option)
{
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (arguments[at] == option && at + 1 < arguments.size()) {
            return arguments[at + 1];
        }
        if (arguments[at].substr(0, option.size() + 1) == option + "=") {
            return arguments[at].substr(option.size() + 1);
        }
    }
    return {};
}

Lang usersOwn()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char *set = std::getenv(name);
        const std::string_view locale = set == nullptr ? std::string_view() : set;
        if (!locale.empty()) {
            const std::string_view language = locale.substr(0, locale.find_first_of("_.@"));
            return language == "da" || language == "C" || language == "POSIX" ? Lang::Danish : Lang::English;
        }
    }
    return Lang::Danish;
}

} // namespace

Lang languageOf(const std::vector<std::string> &arguments)
{
    if (const auto said = parseLang(valueOf(arguments, "--lang"))) {
        return *said;
    }
    const std::string dir = valueOf(arguments, "--data");
    if (dir.empty()) {
        return usersOwn();
    }
    const auto config = readConfig(HomePaths{dir, {}}.config());
    return config ? parseLang(config->lang).value_or(Lang::Danish) : Lang::Danish;
}

} // namespace trivsel::server
