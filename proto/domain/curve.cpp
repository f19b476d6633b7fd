#include "proto/domain/curve.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace trivsel::domain {
namespace {

using Kind = CurveEntry::Kind;
using Way = std::pair<wire::v1::Way, std::uint32_t>;

Way wayOf(const CurveEntry &entry)
{
    return {entry.way, entry.variant};
}

bool happenedBefore(const CurveEntry &a, const CurveEntry &b)
{
    return std::tie(a.atMs, a.lamport, a.dot, a.answer) < std::tie(b.atMs, b.lamport, b.dot, b.answer);
}

/** Oldest first, each sheet once. */
void putInOrder(std::vector<CurveEntry> &entries)
{
    std::sort(entries.begin(), entries.end(), happenedBefore);
    std::set<EntityId> met;
    std::erase_if(entries, [&](const CurveEntry &entry) { return !met.insert(entry.answer).second; });
}

} // namespace

Curve curveOf(std::vector<CurveEntry> entries, std::int64_t stepTenths)
{
    putInOrder(entries);
    std::map<Way, std::vector<std::int64_t>> byWay;
    for (const CurveEntry &entry : entries) {
        if (entry.kind == Kind::Answered) {
            byWay[wayOf(entry)].push_back(entry.tenths);
        }
    }
    Curve curve;
    const CurveEntry *answeredBefore = nullptr;
    bool gap = false;
    for (const CurveEntry &entry : entries) {
        CurvePoint point{entry};
        if (entry.kind == Kind::Answered) {
            point.newWay = answeredBefore != nullptr && wayOf(*answeredBefore) != wayOf(entry);
            point.joined = answeredBefore != nullptr && !gap && !point.newWay;
            point.baselineTenths = baselineOf(byWay.at(wayOf(entry)));
            answeredBefore = &entry;
        }
        gap = entry.kind != Kind::Answered;
        curve.points.push_back(std::move(point));
    }
    if (answeredBefore != nullptr) {
        const auto &inWay = byWay.at(wayOf(*answeredBefore));
        curve.inThisWay = inWay.size();
        if (const auto baseline = baselineOf(inWay)) {
            curve.newest = compare(answeredBefore->tenths, *baseline, stepTenths);
        }
    }
    return curve;
}

} // namespace trivsel::domain
