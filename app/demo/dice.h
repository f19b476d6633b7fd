#pragma once

#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

namespace trivsel::demo {

/**
 * Chance that falls the same way every time for the same seed and name, on every machine: a home that is made
 * again is the same home. For content only; ids, keys and nonces always come from the system.
 */
class Dice
{
public:
    /** Everything that is thrown for itself has its own name, so that one part does not move the others. */
    Dice(std::uint64_t seed, std::string_view name);

    /** 0 ≤ x < 1. */
    [[nodiscard]] double unit();
    [[nodiscard]] bool chance(int percent);
    /** first ≤ x ≤ last. */
    [[nodiscard]] std::int64_t between(std::int64_t first, std::int64_t last);
    /** Around 0, mostly within ±1, never beyond ±2. */
    [[nodiscard]] double bell();

    template <class T> [[nodiscard]] const T &pick(const std::vector<T> &from)
    {
        return from[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(from.size()) - 1))];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace trivsel::demo
