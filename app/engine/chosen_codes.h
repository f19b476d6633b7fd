#pragma once

#include "app/engine/sign_in_types.h"
#include "proto/base/ids.h"

#include <string>
#include <vector>

namespace trivsel::engine {

/** A code that somebody chose on this device, before the office has answered. Verifiers as bytes. */
struct ChosenCode
{
    EntityId wish;
    std::string before; // what held here until then
    std::string verifier;
};
/** Of one person, oldest first: each was chosen under the one before. */
using ChosenCodes = std::vector<ChosenCode>;

/** Without those that the office has taken. None once it says something that does not belong to them: it has
 * drawn another code, or taken one from another device. `office`: the code that it says. */
[[nodiscard]] ChosenCodes stillAhead(const ChosenCodes &codes, const std::string &office);
/** Up to the first that the office did not take: what was chosen under that one holds as little. */
[[nodiscard]] ChosenCodes notRefused(ChosenCodes codes, const std::vector<EntityId> &refused);
/** What this person signs in with here. */
[[nodiscard]] std::string codeInForce(const ChosenCodes &codes, const std::string &office,
                                      const std::vector<EntityId> &refused);
[[nodiscard]] ChosenCodeState stateOf(const ChosenCodes &codes, const std::string &office,
                                      const std::vector<EntityId> &refused);

} // namespace trivsel::engine
