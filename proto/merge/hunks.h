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
    /** Base [reachFrom, reachTo): the places to which the same edit could be moved. One "nej" more in "nej
     * nej" may stand anywhere in it. */
    std::size_t reachFrom = 0;
    std::size_t reachTo = 0;
};

/** From the beginning to the end of the base, never touching each other. */
[[nodiscard]] std::vector<Hunk> hunksOf(const Words &base, const Words &side);

} // namespace trivsel::merge
