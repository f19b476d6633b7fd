#pragma once

#include "sync-server/home_store.h"

#include <string>
#include <string_view>
#include <vector>

namespace trivsel::server {

/** A person as the office names them: staff by their name, residents by the name on their tile. */
struct NamedPerson
{
    domain::Person person;
    std::string name; // may be empty
};

/** Everybody in the home, in the order of their ids. */
[[nodiscard]] Result<std::vector<NamedPerson>> people(HomeStore &store);

/** Residents or staff whose id (32 hex digits) or whole name this is. */
[[nodiscard]] std::vector<NamedPerson> matching(const std::vector<NamedPerson> &all,
                                                std::string_view idOrName, bool residents);

} // namespace trivsel::server
