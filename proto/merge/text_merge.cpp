#include "proto/merge/text_merge.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "proto/merge/hunks.h"
#include "proto/merge/tokens.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace trivsel::merge {
namespace {

constexpr std::size_t kWordsApart = 3;
/** Both sides inserted the same run of so many words: likely the same sentence, moved or typed twice. */
constexpr std::size_t kSameRun = 3;

struct Side
{
    std::vector<Token> tokens;
    Words words;
    std::vector<Hunk> hunks;
};

/** One hunk of either side, in the order of the base. */
struct Step
{
    const Side *side = nullptr;
    const Hunk *hunk = nullptr;
};

using Numbers = std::unordered_map<std::string_view, std::uint32_t>;

Words numbered(const std::vector<Token> &tokens, Numbers &numbers)
{
    Words out;
    out.reserve(tokens.size());
    for (const Token &token : tokens) {
        out.push_back(numbers.emplace(token.text, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return out;
}

/** Unchanged base tokens [from, to) keep two hunks apart. */
bool apart(const std::vector<Token> &base, std::size_t from, std::size_t to)
{
    if (from >= to) {
        return false;
    }
    if (to - from >= kWordsApart) {
        return true;
    }
    for (std::size_t i = from; i < to; ++i) {
        if (endsSentence(base[i], i + 1 < base.size() ? &base[i + 1] : nullptr)) {
            return true;
        }
    }
    return false;
}

using Run = std::array<std::string_view, kSameRun>;

std::set<Run> insertedRuns(const Side &side)
{
    std::set<Run> out;
    for (const Hunk &hunk : side.hunks) {
        for (std::size_t i = hunk.sideFrom; i + kSameRun <= hunk.sideTo; ++i) {
            Run run;
            for (std::size_t k = 0; k < kSameRun; ++k) {
                run[k] = side.tokens[i + k].word;
            }
            out.insert(run);
        }
    }
    return out;
}

bool insertTheSame(const Side &a, const Side &b)
{
    const std::set<Run> inA = insertedRuns(a);
    const std::set<Run> inB = insertedRuns(b);
    return std::any_of(inA.begin(), inA.end(), [&inB](const Run &run) { return inB.contains(run); });
}

/** Both sides' hunks in order; empty when two of different sides stand too near. */
std::optional<std::vector<Step>> interleave(const std::vector<Token> &base, const Side &a, const Side &b)
{
    std::vector<Step> steps;
    for (const Side *side : {&a, &b}) {
        for (const Hunk &hunk : side->hunks) {
            steps.push_back({side, &hunk});
        }
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step &x, const Step &y) { return x.hunk->from < y.hunk->from; });
    for (const Hunk &ofA : a.hunks) {
        for (const Hunk &ofB : b.hunks) {
            if (!apart(base, ofA.reachTo, ofB.reachFrom) && !apart(base, ofB.reachTo, ofA.reachFrom)) {
                return std::nullopt;
            }
        }
    }
    return steps;
}

std::string joined(const std::vector<Token> &tokens, std::size_t from, std::size_t to)
{
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
        out += tokens[i].text;
    }
    return out;
}

} // namespace

std::optional<std::string> mergeText(std::string_view base, std::string_view a, std::string_view b)
{
    const std::vector<Token> baseTokens = tokensOf(base);
    Side sideA{tokensOf(a), {}, {}};
    Side sideB{tokensOf(b), {}, {}};
    if (std::max({baseTokens.size(), sideA.tokens.size(), sideB.tokens.size()}) > limits::kMergeTokensMax) {
        return std::nullopt;
    }
    Numbers numbers;
    const Words baseWords = numbered(baseTokens, numbers);
    for (Side *side : {&sideA, &sideB}) {
        side->words = numbered(side->tokens, numbers);
        side->hunks = hunksOf(baseWords, side->words);
    }
    if (insertTheSame(sideA, sideB)) {
        return std::nullopt;
    }
    const auto steps = interleave(baseTokens, sideA, sideB);
    if (!steps) {
        return std::nullopt;
    }
    std::string out;
    std::size_t at = 0;
    for (const Step &step : *steps) {
        out += joined(baseTokens, at, step.hunk->from);
        const std::size_t dropped =
            TRIVSEL_MUTANT("merge-drops-word") && step.hunk->sideTo > step.hunk->sideFrom ? 1 : 0;
        out += joined(step.side->tokens, step.hunk->sideFrom + dropped, step.hunk->sideTo);
        at = step.hunk->to;
    }
    return out + joined(baseTokens, at, baseTokens.size());
}

} // namespace trivsel::merge
