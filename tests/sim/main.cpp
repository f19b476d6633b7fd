// trivsel-sim: runs seeds one after the other and says which of them broke a promise. Never in the product.
#include "tests/sim/world.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <sodium.h>
#include <sqlite3.h>
#include <string_view>

using namespace trivsel::sim;

namespace {

struct Options
{
    std::uint64_t seeds = 100;
    std::uint64_t first = 1;
    bool trace = false;
    bool verbose = false;
    bool counters = true;
    bool untilFailure = false;
};

/** Sealing to a box draws its own randomness: here it comes from the seed, too. */
Dice &sealingDice()
{
    static Dice dice(0);
    return dice;
}

void useSeededSealing()
{
    static randombytes_implementation implementation{
        [] { return "simulation"; },
        [] { return static_cast<std::uint32_t>(sealingDice().next()); },
        nullptr,
        nullptr,
        [](void *buffer, const std::size_t size) {
            auto *bytes = static_cast<std::uint8_t *>(buffer);
            for (std::size_t at = 0; at < size; ++at) {
                bytes[at] = static_cast<std::uint8_t>(sealingDice().next());
            }
        },
        nullptr};
    randombytes_set_implementation(&implementation);
}

bool number(std::string_view text, std::uint64_t &into)
{
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), into);
    return failed == std::errc() && end == text.data() + text.size();
}

bool parse(int argc, char **argv, Options &options)
{
    for (int at = 1; at < argc; ++at) {
        const std::string_view word = argv[at];
        const bool more = at + 1 < argc;
        if (word == "--seeds" && more && number(argv[at + 1], options.seeds)) {
            ++at;
        } else if (word == "--seed" && more && number(argv[at + 1], options.first)) {
            ++at;
        } else if (word == "--trace") {
            options.trace = true;
        } else if (word == "--verbose") {
            options.verbose = true;
        } else if (word == "--until-failure") {
            options.untilFailure = true;
        } else {
            return false;
        }
    }
    return options.seeds > 0;
}

Outcome runSeed(Home &home, std::uint64_t seed, bool tracing)
{
    sealingDice() = Dice(seed);
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(seed | 1U), nullptr);
    return World(home, seed, tracing).run();
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs("usage: trivsel-sim --seeds N --seed S [--verbose] [--trace] [--until-failure]\n", stderr);
        return 2;
    }
    useSeededSealing();
    Home home;
    Counters counters;
    std::uint64_t failures = 0;
    const auto began = std::chrono::steady_clock::now();
    std::uint64_t done = 0;
    for (std::uint64_t seed = options.first; done < options.seeds; ++seed, ++done) {
        Outcome outcome = runSeed(home, seed, options.trace);
        counters.add(outcome.counters);
        if (options.trace) {
            std::fputs(outcome.trace.c_str(), stdout);
        }
        if (!outcome.failures.empty()) {
            ++failures;
            std::printf("seed %llu: ./dev sim --seeds 1 --seed %llu --trace\n",
                        static_cast<unsigned long long>(seed), static_cast<unsigned long long>(seed));
            for (const std::string &failure : outcome.failures) {
                std::printf("  %s\n", failure.c_str());
            }
            std::fflush(stdout);
            if (options.untilFailure) {
                ++done;
                break;
            }
        }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (options.verbose) {
        std::fprintf(stderr, "%.1f schedules/s\n", static_cast<double>(done) / seconds);
    }
    for (std::size_t at = 0; at < static_cast<std::size_t>(Fault::Count_); ++at) {
        std::printf("%10llu %s\n", static_cast<unsigned long long>(counters.of(static_cast<Fault>(at))),
                    nameOf(static_cast<Fault>(at)));
    }
    std::printf("%llu seeds, %llu failures\n", static_cast<unsigned long long>(done),
                static_cast<unsigned long long>(failures));
    return failures == 0 ? 0 : 1;
}
