#pragma once

#include "sync-server/messages.h"

#include <optional>
#include <string>
#include <string_view>

namespace trivsel::server {

/** "30", "30 dage", "6 måneder", "5 år", the same in English: in days. A year has 365.25, a month a twelfth
 * of it, what is left over counts for nothing. nullopt when it is none of these, or more than 100 years. */
[[nodiscard]] std::optional<int> parseKeptTime(std::string_view text);
/** As people say it: "5 år" for 1826; days where they are no whole months. */
[[nodiscard]] std::string keptTime(Lang lang, int days);

} // namespace trivsel::server
