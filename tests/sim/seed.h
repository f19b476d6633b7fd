#pragma once

#include "tests/sim/world.h"

namespace trivsel::sim {

/** Before anything else in the process: randomness that the product draws by itself comes from the seed, and
 * what only costs time is left out. */
void prepareProcess();

/** From here on whatever the libraries draw by themselves follows from this. */
void seedProcess(std::uint64_t seed);

/** One seed from beginning to end. */
[[nodiscard]] Outcome runSeed(Home &home, std::uint64_t seed, bool tracing);

} // namespace trivsel::sim
