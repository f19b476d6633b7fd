#pragma once

#include "sync-server/commands/command.h"

#include <optional>

namespace trivsel::server {

/** The option's value as a whole number from `least` to `most`, or one sentence and the exit code. Options
 * that take numbers are declared as text: what the parser says of numbers is English. */
[[nodiscard]] std::optional<int> readNumber(const Context &context, const Values &values, const char *option,
                                            int least, int most, int &number);

} // namespace trivsel::server
