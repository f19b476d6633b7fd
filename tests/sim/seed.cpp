#include "tests/sim/seed.h"

#include <malloc.h>
#include <sodium.h>
#include <sqlite3.h>

namespace trivsel::sim {

namespace {

/** Sealing to a box draws its own randomness. */
Dice &sealingDice()
{
    static Dice dice(0);
    return dice;
}

} // namespace

void prepareProcess()
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
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    constexpr int kPageBytes = 4096 + 256; // with what SQLite keeps beside a page
    constexpr int kPages = 4'000;
    static std::vector<char> pages(static_cast<std::size_t>(kPageBytes) * kPages);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, pages.data(), kPageBytes, kPages);
    mallopt(M_MMAP_THRESHOLD, 64 * 1024 * 1024);
    mallopt(M_MXFAST, 0);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024 * 1024);
}

void seedProcess(std::uint64_t seed)
{
    sealingDice() = Dice(seed);
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(seed | 1U), nullptr);
}

Outcome runSeed(Home &home, std::uint64_t seed, bool tracing)
{
    seedProcess(seed);
    return World(home, seed, tracing).run();
}

} // namespace trivsel::sim
