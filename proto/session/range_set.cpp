#include "proto/session/range_set.h"

#include <algorithm>

namespace trivsel::session {

RangeSet::RangeSet(const std::vector<Range> &ranges)
{
    for (const Range &range : ranges) {
        add(range);
    }
}

void RangeSet::add(const Range &range)
{
    Runs &runs = m_runs[range.inc];
    std::uint64_t first = range.first;
    std::uint64_t last = range.last;
    auto at = runs.upper_bound(first);
    if (at != runs.begin() && (std::prev(at)->second >= first || std::prev(at)->second + 1 == first)) {
        --at;
        first = at->first;
    }
    while (at != runs.end() && (at->first <= last || at->first - 1 == last)) {
        last = std::max(last, at->second);
        at = runs.erase(at);
    }
    runs.emplace(first, last);
}

void RangeSet::remove(const Dot &dot)
{
    if (!contains(dot)) {
        return;
    }
    Runs &runs = m_runs[dot.inc];
    const auto at = std::prev(runs.upper_bound(dot.ctr));
    const std::uint64_t first = at->first;
    const std::uint64_t last = at->second;
    runs.erase(at);
    if (first < dot.ctr) {
        runs.emplace(first, dot.ctr - 1);
    }
    if (dot.ctr < last) {
        runs.emplace(dot.ctr + 1, last);
    }
}

bool RangeSet::contains(const Dot &dot) const
{
    const auto runs = m_runs.find(dot.inc);
    if (runs == m_runs.end()) {
        return false;
    }
    const auto after = runs->second.upper_bound(dot.ctr);
    return after != runs->second.begin() && std::prev(after)->second >= dot.ctr;
}

std::vector<Range> RangeSet::missing(const Range &range) const
{
    const auto found = m_runs.find(range.inc);
    if (found == m_runs.end()) {
        return {range};
    }
    const Runs &runs = found->second;
    std::vector<Range> out;
    std::uint64_t from = range.first;
    auto at = runs.upper_bound(from);
    if (at != runs.begin() && std::prev(at)->second >= from) {
        --at;
    }
    for (; at != runs.end() && at->first <= range.last; ++at) {
        if (from < at->first) {
            out.push_back({range.inc, from, at->first - 1});
        }
        if (at->second >= range.last) {
            return out;
        }
        from = at->second + 1;
    }
    out.push_back({range.inc, from, range.last});
    return out;
}

} // namespace trivsel::session
