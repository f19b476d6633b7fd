#pragma once

#include <cstdint>

namespace trivsel::test {

/** When the tablet whose pages are looked at was used: Wednesday, 18 November 2026, 10:20 UTC. */
constexpr std::int64_t kPagesNowMs = 1'794'997'200'000;

} // namespace trivsel::test
