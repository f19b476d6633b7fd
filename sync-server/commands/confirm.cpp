#include "sync-server/commands/confirm.h"

#include "sync-server/commands/plain_name.h"

#include <iostream>
#include <unistd.h>

namespace trivsel::server {

std::optional<int> askAnyway(const Context &context, const std::string &objection)
{
    if (context.json || ::isatty(STDIN_FILENO) != 1) {
        context.err << "trivsel-sync: " << objection << ' ' << context.say(Text::SayAnyway) << '\n';
        return kExitFailed;
    }
    context.out << objection << '\n' << context.say(Text::AskAnyway) << std::flush;
    std::string line;
    std::getline(std::cin, line);
    return isYes(line) ? std::nullopt : std::optional(context.failed(Text::NothingChanged));
}

std::optional<int> writeUnlessOdd(Context &context, const Values &values, const OddWork &work)
{
    std::string odd;
    const auto write = [&](std::string *objection) {
        return writeHome(context,
                         [&](HomeStore &store, Office &office) { return work(store, office, objection); });
    };
    const auto exit = write(values.count("anyway") == 0 ? &odd : nullptr);
    if (odd.empty()) {
        return exit;
    }
    const auto refused = askAnyway(context, odd);
    return refused ? refused : write(nullptr);
}

bool isYes(std::string_view line)
{
    const std::string word = plainName(line);
    return word == "j" || word == "ja" || word == "y" || word == "yes";
}

bool isNo(std::string_view line)
{
    const std::string word = plainName(line);
    return word == "n" || word == "nej" || word == "no";
}

} // namespace trivsel::server
