#pragma once

#include "app/engine/engine.h"

#include <iosfwd>
#include <string>

namespace trivsel::headless {

/** Pairs this tablet and enrols it; each step is a JSON line in `out`. 0, or the exit code when it did not
 * come about. */
[[nodiscard]] int pair(const engine::EngineConfig &config, const std::string &text,
                       const std::string &address, std::ostream &out);

} // namespace trivsel::headless
