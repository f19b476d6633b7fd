#include "proto/domain/rank.h"

#include <algorithm>

namespace trivsel::domain {
namespace {

constexpr int kBase = 26;
constexpr std::size_t kStepLetters = 4; // a list grows at its end by one in so many letters

int digitAt(std::string_view rank, std::size_t place)
{
    return place < rank.size() ? rank[place] - 'a' : 0;
}

char letter(int digit)
{
    return static_cast<char>('a' + digit);
}

/** `before` < `after`, or `after` is empty: the end. */
std::string midway(std::string_view before, std::string_view after)
{
    std::string out;
    bool atEnd = after.empty();
    for (std::size_t place = 0;; ++place) {
        const int low = digitAt(before, place);
        const int high = atEnd ? kBase : digitAt(after, place);
        if (high - low > 1) {
            out += letter((low + high) / 2);
            return out;
        }
        out += letter(low);
        atEnd = atEnd || high > low; // already below `after`, whatever follows
    }
}

std::optional<std::string> ifShort(std::string rank)
{
    return rank.size() <= kRankBytesMax ? std::optional(std::move(rank)) : std::nullopt;
}

} // namespace

bool isRank(std::string_view rank)
{
    return !rank.empty() && rank.size() <= kRankBytesMax && rank.back() != 'a' &&
           std::all_of(rank.begin(), rank.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<std::string> rankAfter(std::string_view last)
{
    if (last.empty()) {
        return midway({}, {});
    }
    if (!isRank(last)) {
        return std::nullopt;
    }
    std::string next(last.substr(0, kStepLetters));
    next.resize(kStepLetters, 'a');
    for (std::size_t place = kStepLetters; place-- > 0;) {
        if (next[place] != 'z') {
            ++next[place];
            next.resize(place + 1); // what stood behind has become a
            return next;
        }
    }
    return ifShort(midway(last, {}));
}

std::optional<std::string> rankBetween(std::string_view before, std::string_view after)
{
    const bool lawful = (before.empty() || isRank(before)) && (after.empty() || isRank(after));
    if (!lawful || (!after.empty() && before >= after)) {
        return std::nullopt;
    }
    return after.empty() ? rankAfter(before) : ifShort(midway(before, after));
}

std::vector<std::string> freshRanks(std::size_t count)
{
    std::vector<std::string> out;
    out.reserve(count);
    std::string last;
    for (std::size_t i = 0; i < count; ++i) {
        last = rankAfter(last).value_or(last + 'n'); // a list of 200,000 does not get there
        out.push_back(last);
    }
    return out;
}

} // namespace trivsel::domain
