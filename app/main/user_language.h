#pragma once

#include "proto/catalogue/localized.h"

#include <string>
#include <vector>

namespace trivsel::app {

/** What is said before the options are read: --lang, else the user's own language: Danish, English for every
 * other, Danish when none is set. */
[[nodiscard]] catalogue::Language userLanguage(const std::vector<std::string> &arguments);

} // namespace trivsel::app
