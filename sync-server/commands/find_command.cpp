#include "sync-server/commands/find_command.h"

#include "sync-server/commands/nearest.h"

namespace trivsel::server {
namespace {

bool isOption(const std::string &word)
{
    return word.substr(0, 1) == "-";
}

/** The line's first words that could be a command's name. */
std::string nameOn(const std::vector<std::string> &arguments, std::size_t words)
{
    std::string name;
    for (std::size_t at = 0; at < words && at < arguments.size() && !isOption(arguments[at]); ++at) {
        name += (name.empty() ? "" : " ") + arguments[at];
    }
    return name;
}

const Command *commandNamed(std::string_view name)
{
    for (const Command &command : commands()) {
        if (command.name == name) {
            return &command;
        }
    }
    return nullptr;
}

} // namespace

FoundCommand findCommand(const std::vector<std::string> &arguments)
{
    const std::string one = nameOn(arguments, 1);
    const std::string two = nameOn(arguments, 2);
    if (two != one) {
        if (const Command *command = commandNamed(two)) {
            return {command, 2};
        }
    } else if (const Command *command = commandNamed(one + " list")) {
        return {command, 1};
    }
    const Command *command = commandNamed(one);
    return {command, command == nullptr ? std::size_t{0} : 1};
}

int refuseCommand(const Context &context, const std::vector<std::string> &arguments)
{
    const std::string one = nameOn(arguments, 1);
    const std::string two = nameOn(arguments, 2);
    std::string halves;
    std::vector<std::string> known = {"help"};
    for (const Command &command : commands()) {
        known.emplace_back(command.name);
        if (command.name.substr(0, one.size() + 1) == one + " ") {
            halves += (halves.empty() ? "" : ", ") + std::string(command.name);
        }
    }
    std::string near = nearest(two, known);
    near = near.empty() && two != one ? nearest(one, known) : near;
    const std::string &typed = two.empty() ? arguments.front() : two;
    if (!near.empty() && (two != one || halves.empty())) {
        return context.usage(Text::UnknownCommandNear, {typed, near});
    }
    if (!halves.empty()) {
        return context.usage(Text::HalfCommand, {one, halves});
    }
    return context.usage(Text::UnknownCommand, {arguments.front()});
}

} // namespace trivsel::server
