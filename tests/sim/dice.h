#pragma once

#include "proto/base/bytes.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace trivsel::sim {

/** Where every choice of a run comes from (splitmix64): the same seed, the same run. */
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /** 0 … n - 1; n > 0. */
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    bool chance(unsigned percent) { return below(100) < percent; }
    /** from … to, both possible. */
    std::int64_t between(std::int64_t from, std::int64_t to)
    {
        return from + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(to - from + 1));
    }
    template <class T> const T &pick(const std::vector<T> &among) { return among[below(among.size())]; }

    /** A sequence of its own for somebody who draws as often as they like. */
    Random random()
    {
        auto own = std::make_shared<Dice>(next());
        return [own](std::span<std::uint8_t> out) {
            for (std::size_t at = 0; at < out.size(); at += sizeof(std::uint64_t)) {
                const std::uint64_t drawn = own->next();
                std::memcpy(out.data() + at, &drawn, std::min(sizeof drawn, out.size() - at));
            }
        };
    }

private:
    std::uint64_t m_state;
};

} // namespace trivsel::sim
