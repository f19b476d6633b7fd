#pragma once

#include "sync-server/commands/command.h"
#include "sync-server/home_store.h"

#include <optional>

namespace trivsel::server {

/** --owner, where a tablet is made. */
void declareOwner(po::options_description &options, Lang lang);
/** Sets device.owner by name or id of somebody who works here; nothing when `who` is empty. Else a sentence
 * and the exit code. */
[[nodiscard]] std::optional<int> setOwner(const Context &context, HomeStore &store, const std::string &who,
                                          domain::Device &device);
/** What --owner said; empty when it was not there. */
[[nodiscard]] std::string ownerOption(const Values &values);

} // namespace trivsel::server
