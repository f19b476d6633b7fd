#pragma once

#include "proto/merge/alignment.h"

namespace trivsel::merge {

/** What one side did at one place: base [from, to) became side [sideFrom, sideTo). */
struct Hunk
{
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t sideFrom = 0;
    std::size_t sideTo = 0;
    /** [from, to) with every place to which the same edit could be moved: "nej nej" + "nej" may stand before
     * or after. */
    std::size_t reachFrom = 0;
    std::size_t reachTo = 0;
};

/** From the beginning to the end of the base, never touching each other. */
[[nodiscard]] std::vector<Hunk> hunksOf(const Words &base, const Words &side);

} // namespace trivsel::merge
