#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** The person whose own device this is; nullopt: the house's. */
[[nodiscard]] std::optional<PersonId> ownerOf(const Parts &parts);

/**
 * For the page *Tag med på tur*: whom `who` may take along on this device, who is along, and who came home
 * while something of theirs is still here. In the order of the tiles. NotAllowed unless `who` is signed in
 * and this is their own device. Core thread.
 */
[[nodiscard]] Result<std::vector<Traveller>> travellers(Parts &parts, const Who &who);

} // namespace trivsel::engine
