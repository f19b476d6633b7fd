#include "proto/domain/baseline.h"

#include <algorithm>
#include <array>
#include <set>

namespace trivsel::domain {

std::optional<std::int64_t> baselineOf(std::span<const std::int64_t> oldestFirst)
{
    if (oldestFirst.size() < kBaselineAnswers) {
        return std::nullopt;
    }
    std::array<std::int64_t, kBaselineAnswers> first{};
    std::copy_n(oldestFirst.begin(), first.size(), first.begin());
    std::sort(first.begin(), first.end());
    return first[first.size() / 2];
}

std::int64_t stepTenths(const catalogue::Item &item)
{
    std::set<std::int64_t> weights;
    for (const catalogue::Option &option : item.options) {
        if (option.tenths >= 0) {
            weights.insert(option.tenths);
        }
    }
    std::int64_t least = 0;
    std::optional<std::int64_t> below;
    for (const std::int64_t weight : weights) {
        if (below && (least == 0 || weight - *below < least)) {
            least = weight - *below;
        }
        below = weight;
    }
    return least;
}

Compared compare(std::int64_t tenths, std::int64_t baselineTenths, std::int64_t stepTenths)
{
    const std::int64_t twice = 2 * (tenths - baselineTenths);
    return twice > stepTenths ? Compared::Higher : twice < -stepTenths ? Compared::Lower : Compared::AsBefore;
}

} // namespace trivsel::domain
