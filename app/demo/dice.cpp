#include "app/demo/dice.h"

namespace trivsel::demo {

namespace {

/** FNV-1a: std::hash may differ between libraries, and so would the home. */
std::uint64_t hashOf(std::uint64_t seed, std::string_view name)
{
    std::uint64_t hash = 14695981039346656037ULL ^ seed;
    for (const char letter : name) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    }
    return hash;
}

} // namespace

Dice::Dice(std::uint64_t seed, std::string_view name) : m_engine(hashOf(seed, name)) {}

double Dice::unit()
{
    return static_cast<double>(m_engine() >> 11U) * 0x1.0p-53; // distributions of the library may differ too
}

bool Dice::chance(int percent)
{
    return unit() * 100 < percent;
}

std::int64_t Dice::between(std::int64_t first, std::int64_t last)
{
    return first + static_cast<std::int64_t>(unit() * static_cast<double>(last - first + 1));
}

double Dice::bell()
{
    return unit() + unit() + unit() + unit() - 2;
}

} // namespace trivsel::demo
