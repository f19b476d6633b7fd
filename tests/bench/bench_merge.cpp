// bench_merge [Google Benchmark's options]: folding changes, putting texts together and marking their
// differences, with texts of 80, 600 and 5,000 words. The floors do the least that must come before: reading
// the changes' bytes, cutting the texts into words.
#include "proto/base/limits.h"
#include "proto/merge/fold.h"
#include "proto/merge/text_merge.h"
#include "proto/merge/tokens.h"
#include "tests/bench/stats.h"

#include <benchmark/benchmark.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace trivsel::bench {
namespace {

using merge::Applied;

constexpr std::uint64_t kTablets = 3;
constexpr std::size_t kFields = 20;
constexpr std::array kVocabulary{"vi",     "går",   "en",    "tur",    "om",  "morgenen", "hver", "dag",
                                 "og",     "taler", "med",   "dem",    "der", "er",       "i",    "køkkenet",
                                 "hun",    "står",  "selv",  "op",     "så",  "kaffe",    "når",  "det",
                                 "bliver", "for",   "meget", "ringer", "til", "søster",   "på",   "værelset"};

using Words = std::vector<std::string>;

/** Prose with a sentence end now and then; the same for the same count. */
Words prose(std::size_t count)
{
    std::mt19937 random(2026); // NOLINT: the same in each run
    Words words;
    for (std::size_t i = 0; i < count; ++i) {
        words.emplace_back(kVocabulary[random() % kVocabulary.size()]);
        words.back() += i % 11 == 10 ? ". " : " ";
    }
    return words;
}

std::string joined(const Words &words)
{
    std::string out;
    for (const std::string &word : words) {
        out += word;
    }
    return out;
}

/** One word in twenty is another, in the part [from, to) of the text, in percent. */
std::string edited(Words words, std::size_t from, std::size_t to, const std::string &fresh)
{
    for (std::size_t i = words.size() * from / 100; i < words.size() * to / 100; i += 20) {
        words[i] = fresh + std::to_string(i) + ' ';
    }
    return joined(words);
}

/** Two people in the same text, each in a half of their own, so that it can be put together. */
struct Texts
{
    explicit Texts(std::size_t words)
        : base(joined(prose(words))),
          a(edited(prose(words), 5, 45, "først")),
          b(edited(prose(words), 55, 95, "senere"))
    {
    }
    std::string base;
    std::string a;
    std::string b;
};

/** Everything but the first and last word is written anew by both: what costs most. */
std::string rewritten(std::size_t count, const std::string &fresh)
{
    Words words = prose(count);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        words[i] = fresh + std::to_string(i) + ' ';
    }
    return joined(words);
}

void mergeTexts(benchmark::State &state)
{
    const Texts texts(static_cast<std::size_t>(state.range(0)));
    const auto merged = merge::mergeText(texts.base, texts.a, texts.b);
    const bool shouldMerge = static_cast<std::size_t>(state.range(0)) <= limits::kMergeTokensMax;
    if (merged.has_value() != shouldMerge) {
        state.SkipWithError("the wrong texts are put together");
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(merge::mergeText(texts.base, texts.a, texts.b));
    }
    state.SetItemsProcessed(state.iterations());
}

void mergeRewritten(benchmark::State &state)
{
    const auto words = static_cast<std::size_t>(state.range(0));
    const std::string base = joined(prose(words));
    const std::string a = rewritten(words, "først");
    const std::string b = rewritten(words, "senere");
    for (auto _ : state) {
        benchmark::DoNotOptimize(merge::mergeText(base, a, b));
    }
    state.SetItemsProcessed(state.iterations());
}

void cutTexts(benchmark::State &state)
{
    const Texts texts(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        for (const std::string *text : {&texts.base, &texts.a, &texts.b}) {
            benchmark::DoNotOptimize(merge::tokensOf(*text));
        }
    }
    state.SetItemsProcessed(state.iterations());
}

void markDifferences(benchmark::State &state)
{
    const Texts texts(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(merge::diffWords(texts.a, texts.b));
    }
    state.SetItemsProcessed(state.iterations());
}

std::string idOf(std::uint8_t kind, std::size_t n)
{
    std::string id(EntityId::size, '\0');
    id[0] = static_cast<char>(kind);
    id[1] = static_cast<char>(n);
    return id;
}

/** A plan that three tablets write in, each in sight of what stood there. */
std::vector<Applied> edits(std::size_t count, std::size_t words)
{
    const Words text = prose(words);
    std::vector<Applied> out;
    std::array<std::uint64_t, kTablets> counters{};
    std::array<Dot, kFields> standing{};
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t tablet = i % kTablets;
        const std::size_t field = i % kFields;
        Applied applied;
        applied.dot = {Incarnation{tablet + 1}, ++counters[tablet]};
        applied.lamport = i + 1;
        applied.hash = i + 1;
        applied.change.set_author(idOf(1, tablet));
        applied.change.set_enterer(idOf(1, tablet));
        wire::v1::Op &op = *applied.change.add_ops();
        op.set_entity(idOf(2, 0));
        op.set_field("felt." + std::to_string(field));
        op.set_policy(wire::v1::MERGE_TEXT);
        op.set_voice(wire::v1::VOICE_STAFF);
        op.set_text(edited(text, i % 50, i % 50 + 50, "rettet" + std::to_string(i)));
        if (i >= kFields) {
            wire::v1::Dot &seen = *op.add_seen();
            seen.set_inc(static_cast<std::uint64_t>(standing[field].inc));
            seen.set_ctr(standing[field].ctr);
        }
        standing[field] = applied.dot;
        out.push_back(std::move(applied));
    }
    return out;
}

/** Long texts weigh: fewer of them. */
std::size_t editsOf(std::size_t words)
{
    return words > 1'000 ? 500 : 2'000;
}

/** Only the folding is timed: neither making the changes nor throwing the fold away. */
void foldChanges(benchmark::State &state)
{
    const auto words = static_cast<std::size_t>(state.range(0));
    const std::vector<Applied> changes = edits(editsOf(words), words);
    for (auto _ : state) {
        std::vector<Applied> fresh = changes;
        const Stopwatch watch;
        merge::Fold fold;
        for (Applied &change : fresh) {
            fold.add(std::move(change));
        }
        state.SetIterationTime(watch.ms() / 1000);
        if (fold.changeCount() != changes.size()) {
            state.SkipWithError("not all were folded");
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(changes.size()));
}

void parseChanges(benchmark::State &state)
{
    const auto words = static_cast<std::size_t>(state.range(0));
    std::vector<std::string> bytes;
    for (const Applied &applied : edits(editsOf(words), words)) {
        bytes.push_back(applied.change.SerializeAsString());
    }
    for (auto _ : state) {
        std::vector<wire::v1::Change> read(bytes.size());
        const Stopwatch watch;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (!read[i].ParseFromString(bytes[i])) {
                state.SkipWithError("not read");
            }
        }
        state.SetIterationTime(watch.ms() / 1000);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

/** Names that bench.py asks for: NAME/WORDS. */
void registerAll()
{
    struct Named
    {
        const char *name;
        void (*run)(benchmark::State &);
        bool timedByHand;
    };
    for (const Named &one : {Named{"fold", foldChanges, true}, Named{"parse", parseChanges, true},
                             Named{"merge", mergeTexts, false}, Named{"rewritten", mergeRewritten, false},
                             Named{"cut", cutTexts, false}, Named{"diff", markDifferences, false}}) {
        for (const std::int64_t words : {80, 600, 5'000}) {
            auto *made = benchmark::RegisterBenchmark(one.name, one.run)->Arg(words);
            if (one.timedByHand) {
                made->UseManualTime();
            }
        }
    }
}

} // namespace
} // namespace trivsel::bench

int main(int argc, char **argv)
{
    trivsel::bench::registerAll();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
