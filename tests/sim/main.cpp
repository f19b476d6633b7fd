// trivsel-sim: runs seeds one after the other and says which of them broke a promise. Never in the product.
#include "proto/base/mutant.h"
#include "tests/sim/seed.h"

#include <charconv>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>

using namespace trivsel::sim;

namespace {

constexpr std::uint64_t kEnoughForAll = 1'000; // from here on every kind of fault must have happened

struct Options
{
    std::uint64_t seeds = 100;
    std::uint64_t first = 1;
    std::vector<std::uint64_t> known; // that failed once: run first
    bool trace = false;
    bool verbose = false;
    bool part = false; // of a larger run: whoever adds it up looks at the counters
    bool untilFailure = false;
};

bool number(std::string_view text, std::uint64_t &into)
{
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), into);
    return failed == std::errc() && end == text.data() + text.size();
}

/** One seed a line; what follows it is for people. */
bool readKnown(const char *file, std::vector<std::uint64_t> &into)
{
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::uint64_t seed = 0;
        if (number(std::string_view(line).substr(0, line.find(' ')), seed)) {
            into.push_back(seed);
        } else if (!line.empty() && line.front() != '#') {
            return false;
        }
    }
    return in.eof();
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
        } else if (word == "--known" && more && readKnown(argv[at + 1], options.known)) {
            ++at;
        } else if (word == "--trace") {
            options.trace = true;
        } else if (word == "--verbose") {
            options.verbose = true;
        } else if (word == "--part") {
            options.part = true;
        } else if (word == "--until-failure") {
            options.untilFailure = true;
#ifdef TRIVSEL_MUTANTS
        } else if (word == "--mutant" && more) {
            trivsel::livingMutant() = argv[++at];
#endif
        } else {
            return false;
        }
    }
    return true;
}

class Run
{
public:
    explicit Run(const Options &options) : m_options(options) {}

    /** False: stop here. */
    bool one(std::uint64_t seed)
    {
        const Outcome outcome = runSeed(m_home, seed, m_options.trace);
        ++m_done;
        m_counters.add(outcome.counters);
        std::fputs(outcome.trace.c_str(), stdout);
        if (outcome.failures.empty()) {
            return true;
        }
        ++m_failures;
        const auto shown = static_cast<unsigned long long>(seed);
        std::printf("seed %llu failed; see it again with: ./dev sim --seeds 1 --seed %llu --trace\n", shown,
                    shown);
        for (const std::string &failure : outcome.failures) {
            std::printf("  %s\n", failure.c_str());
        }
        std::fflush(stdout);
        return !m_options.untilFailure;
    }

    [[nodiscard]] int report(double seconds)
    {
        for (std::size_t at = 0; at < static_cast<std::size_t>(Fault::Count_); ++at) {
            const auto fault = static_cast<Fault>(at);
            const auto count = static_cast<unsigned long long>(m_counters.of(fault));
            std::printf("%10llu %s\n", count, nameOf(fault));
            if (count == 0 && !m_options.part && m_options.seeds >= kEnoughForAll) {
                ++m_failures;
                std::printf("  this never happened\n");
            }
        }
        if (m_options.verbose) {
            std::printf("%.1f schedules per second of processor time\n",
                        static_cast<double>(m_done) / seconds);
        }
        std::printf("%llu seeds, %llu failures\n", static_cast<unsigned long long>(m_done),
                    static_cast<unsigned long long>(m_failures));
        return m_failures == 0 ? 0 : 1;
    }

private:
    const Options &m_options;
    Home m_home;
    Counters m_counters;
    std::uint64_t m_done = 0;
    std::uint64_t m_failures = 0;
};

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs("usage: trivsel-sim [--known FILE] --seeds N --seed S [--verbose] [--trace] [--part] "
                   "[--until-failure]\n",
                   stderr);
        return 2;
    }
    prepareProcess();
    Run run(options);
    const std::clock_t began = std::clock();
    bool going = true;
    for (std::size_t at = 0; at < options.known.size() && going; ++at) {
        going = run.one(options.known[at]);
    }
    for (std::uint64_t at = 0; at < options.seeds && going; ++at) {
        going = run.one(options.first + at);
    }
    return run.report(static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
}
