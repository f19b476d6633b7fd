#pragma once

#include "sync-server/commands/command.h"
#include "sync-server/people.h"

#include <optional>

namespace trivsel::server {

/** Exactly one person by name or id, or a sentence and the exit code. */
[[nodiscard]] std::optional<int> findOne(const Context &context, const std::vector<NamedPerson> &all,
                                         const std::string &who, bool residents, NamedPerson &found);
/** How the office calls them: the name, or the id when there is none. */
[[nodiscard]] std::string calledName(const NamedPerson &person);

} // namespace trivsel::server
