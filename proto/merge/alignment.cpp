#include "proto/merge/alignment.h"

#include <algorithm>

namespace trivsel::merge {
namespace {

/** lengths[i][j]: the longest common subsequence of a from i and b from j. */
class Lengths
{
public:
    Lengths(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
        : m_width(b.size() + 1), m_cells((a.size() + 1) * m_width)
    {
        for (std::size_t i = a.size(); i-- > 0;) {
            for (std::size_t j = b.size(); j-- > 0;) {
                cell(i, j) = a[i] == b[j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
            }
        }
    }
    [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const { return m_cells[i * m_width + j]; }

private:
    std::uint32_t &cell(std::size_t i, std::size_t j) { return m_cells[i * m_width + j]; }

    std::size_t m_width;
    std::vector<std::uint32_t> m_cells;
};

} // namespace

Matches align(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    Matches out;
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head]) {
        out.emplace_back(head, head);
        ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
        ++tail;
    }
    const auto middleA = a.subspan(head, a.size() - head - tail);
    const auto middleB = b.subspan(head, b.size() - head - tail);
    if (!middleA.empty() && middleB.size() <= kComparisonsMax / middleA.size()) {
        const Lengths lengths(middleA, middleB);
        for (std::size_t i = 0, j = 0; i < middleA.size() && j < middleB.size();) {
            if (middleA[i] == middleB[j]) {
                out.emplace_back(head + i++, head + j++);
            } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    for (std::size_t k = tail; k > 0; --k) {
        out.emplace_back(a.size() - k, b.size() - k);
    }
    return out;
}

} // namespace trivsel::merge
