#pragma once

#include "proto/journal/journal.h"

#include <map>
#include <vector>

namespace trivsel::session {

using journal::Range;

/** Counters per incarnation, as maximal ranges. Cost of each call: what it touches. */
class RangeSet
{
public:
    RangeSet() = default;
    explicit RangeSet(const std::vector<Range> &ranges);

    void add(const Range &range);
    void remove(const Dot &dot);
    [[nodiscard]] bool contains(const Dot &dot) const;
    /** The parts of `range` that are not in the set, in order. */
    [[nodiscard]] std::vector<Range> missing(const Range &range) const;

private:
    using Runs = std::map<std::uint64_t, std::uint64_t>; // first → last, disjoint and not adjacent
    std::map<Incarnation, Runs> m_runs;
};

} // namespace trivsel::session
