#include "proto/merge/ancestry.h"

#include <unordered_set>
#include <vector>

namespace trivsel::merge {
namespace {

using Ancestors = std::unordered_set<const Entry *>;

/** Everything that `from` names, directly or through others. False when a name is not known here. */
bool collect(const RegisterLog &log, std::span<const Entry *const> from, Ancestors &out)
{
    std::vector<const Entry *> todo(from.begin(), from.end());
    while (!todo.empty()) {
        const Entry *entry = todo.back();
        todo.pop_back();
        for (const wire::v1::Dot &named : entry->op->seen()) {
            const Entry *seen = log.find(dotOf(named));
            if (!seen || !seenOf(named).fits(headOf(*seen))) {
                return false;
            }
            if (seen->age() < entry->age() && out.insert(seen).second) {
                todo.push_back(seen);
            }
        }
    }
    return true;
}

} // namespace

std::optional<std::string> commonText(const RegisterLog &log, std::span<const Entry *const> a,
                                      std::span<const Entry *const> b)
{
    Ancestors ofA;
    Ancestors ofB;
    if (!collect(log, a, ofA) || !collect(log, b, ofB)) {
        return std::nullopt;
    }
    std::vector<const Entry *> common;
    for (const Entry *entry : ofA) {
        if (ofB.contains(entry) && !isMarker(*entry->op)) {
            common.push_back(entry);
        }
    }
    // The newest is maximal, since what names is newer than what is named; it is the only one iff it reaches
    // the rest.
    const Entry *newest = nullptr;
    for (const Entry *entry : common) {
        if (!newest || newest->age() < entry->age()) {
            newest = entry;
        }
    }
    if (!newest || newest->op->v_case() != wire::v1::Op::kText) {
        return std::nullopt;
    }
    Ancestors below;
    const Entry *const start[] = {newest};
    if (!collect(log, start, below)) {
        return std::nullopt;
    }
    for (const Entry *entry : common) {
        if (entry != newest && !below.contains(entry)) {
            return std::nullopt;
        }
    }
    return newest->op->text();
}

} // namespace trivsel::merge
