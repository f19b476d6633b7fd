#pragma once

#include "sync-server/messages.h"

#include <string>
#include <string_view>

namespace trivsel::server {

/** The words that stand for what is to be typed (NAVN, DIR, shared|staff|leader), in this language. Commands
 * may write them in either. */
[[nodiscard]] std::string placeholders(Lang lang, std::string_view text);

} // namespace trivsel::server
