#pragma once

#include "sync-server/commands/command.h"
#include "sync-server/people.h"

#include <optional>
#include <string>
#include <string_view>

namespace trivsel::server {

/** Roles that `staff add` and `staff role` take: all but residents and the server itself. By their Danish
 * word or the name that programs use. */
[[nodiscard]] std::optional<domain::Role> staffRole(std::string_view name);
[[nodiscard]] std::string staffRoleNames(Lang lang); // "personale, peer, …"

/** The one who is here and has this name or id among staff and guests, or a sentence and an exit code. */
[[nodiscard]] std::optional<int> findStaff(const Context &context, HomeStore &store, const std::string &who,
                                           domain::Person &found);

/** What speaks against one more of this name among those who are here: somebody has it already, but for
 * capital letters and spaces. Empty when nothing does. `residents`: which of the two lists. */
[[nodiscard]] std::string objectionToName(const Context &context, const std::vector<NamedPerson> &all,
                                          const std::string &name, bool residents);

/** The option `name` as the first word without a dash. */
void declarePerson(po::options_description &options, po::positional_options_description &places, Lang lang);

/** "123 456", as people read it aloud. */
[[nodiscard]] std::string spacedCode(const std::string &code);

} // namespace trivsel::server
