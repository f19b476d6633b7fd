#pragma once

#include "sync-server/messages.h"

#include <string>
#include <vector>

namespace trivsel::server {

/** What the program speaks, before anything is parsed: --lang; else what the home's sync.conf says, or Danish
 * where a home is named; else the user's own language: Danish, English for every other, Danish when none is
 * set. */
[[nodiscard]] Lang languageOf(const std::vector<std::string> &arguments);

} // namespace trivsel::server
