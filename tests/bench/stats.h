#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace trivsel::bench {

/** Milliseconds of one run. */
class Stopwatch
{
public:
    [[nodiscard]] double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

class Samples
{
public:
    void add(double value) { m_values.push_back(value); }
    void add(const Samples &others)
    {
        m_values.insert(m_values.end(), others.m_values.begin(), others.m_values.end());
    }
    /** q in 0 … 1 by nearest rank; 0 without samples. */
    [[nodiscard]] double quantile(double q) const
    {
        if (m_values.empty()) {
            return 0;
        }
        std::vector<double> sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        const auto at = static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1) + 0.5);
        return sorted[std::min(at, sorted.size() - 1)];
    }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] double median() const { return quantile(0.5); }

private:
    std::vector<double> m_values;
};

} // namespace trivsel::bench
