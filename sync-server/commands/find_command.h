#pragma once

#include "sync-server/commands/command.h"

#include <string>
#include <vector>

namespace trivsel::server {

struct FoundCommand
{
    const Command *command = nullptr;
    std::size_t words = 0; // of the line that are its name
};

/** The command that the line begins with. "resident" alone is "resident list", where there is such a list. */
[[nodiscard]] FoundCommand findCommand(const std::vector<std::string> &arguments);
/** What to say when there is none: half a command, a slip of the finger, or nothing like it. The exit code.
 */
int refuseCommand(const Context &context, const std::vector<std::string> &arguments);

} // namespace trivsel::server
