#include "proto/merge/hunks.h"

namespace trivsel::merge {
namespace {

/** An insertion or a deletion of a run that repeats its neighbours can be moved over them. */
void reach(Hunk &hunk, const Words &base, const Words &side)
{
    hunk.reachFrom = hunk.from;
    hunk.reachTo = hunk.to;
    const bool inserts = hunk.from == hunk.to;
    const bool deletes = hunk.sideFrom == hunk.sideTo;
    if (inserts == deletes) {
        return;
    }
    const Words &run = inserts ? side : base;
    const std::size_t runFrom = inserts ? hunk.sideFrom : hunk.from;
    const std::size_t length = inserts ? hunk.sideTo - hunk.sideFrom : hunk.to - hunk.from;
    for (std::size_t n = 0; hunk.reachFrom > 0; ++n, --hunk.reachFrom) {
        if (base[hunk.reachFrom - 1] != run[runFrom + length - 1 - n % length]) {
            break;
        }
    }
    for (std::size_t n = 0; hunk.reachTo < base.size(); ++n, ++hunk.reachTo) {
        if (base[hunk.reachTo] != run[runFrom + n % length]) {
            break;
        }
    }
}

} // namespace

std::vector<Hunk> hunksOf(const Words &base, const Words &side)
{
    Matches matches = align(base, side);
    matches.emplace_back(base.size(), side.size());
    std::vector<Hunk> out;
    Hunk hunk;
    for (const auto &[inBase, inSide] : matches) {
        hunk.to = inBase;
        hunk.sideTo = inSide;
        if (hunk.from != hunk.to || hunk.sideFrom != hunk.sideTo) {
            reach(hunk, base, side);
            out.push_back(hunk);
        }
        hunk.from = inBase + 1;
        hunk.sideFrom = inSide + 1;
    }
    return out;
}

} // namespace trivsel::merge
