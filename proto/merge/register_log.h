#pragma once

#include "proto/merge/entry.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace trivsel::merge {

/**
 * Every op of one register, and which of them are heads. Takes ops in any order: the names in `seen` are
 * kept, for what arrives later under them, or was written anew. add() costs what the op names and who names
 * it.
 */
class RegisterLog
{
public:
    /** Of the ops of one change on this register the last one counts, so it must come first; the others are
     * history. */
    void add(const Entry &entry);

    [[nodiscard]] std::span<const Entry> entries() const { return m_entries; }
    [[nodiscard]] std::size_t headCount() const { return m_heads.size(); }
    [[nodiscard]] const Entry &headAt(std::size_t i) const { return m_entries[m_heads[i]]; }
    /** Oldest first. */
    [[nodiscard]] std::vector<const Entry *> heads() const;
    /** The op that counts of this change; nullptr when it has none here or has not arrived. */
    [[nodiscard]] const Entry *find(const Dot &dot) const;

private:
    using Index = std::uint32_t;
    static constexpr Index kNoHead = ~Index{0};

    void supersede(Index index);
    void supersedeIfNamed(Index by, const Head &named, Index index);
    void obeyNamers(const Dot &dot, Index index);

    std::vector<Entry> m_entries;   // in order of arrival
    std::vector<Index> m_headPlace; // per entry: its place in m_heads, or kNoHead
    std::vector<Index> m_heads;     // in no order
    std::unordered_map<Dot, Index, DotHash> m_at;
    std::unordered_multimap<Dot, Index, DotHash> m_formerly; // where it stood before it was written anew
    std::unordered_map<Dot, std::vector<std::pair<Index, Head>>, DotHash> m_namedBy;
};

} // namespace trivsel::merge
