#include "proto/merge/register_log.h"

#include <algorithm>

namespace trivsel::merge {

void RegisterLog::add(const Entry &entry)
{
    const auto index = static_cast<Index>(m_entries.size());
    m_entries.push_back(entry);
    m_headPlace.push_back(kNoHead);
    if (!m_at.emplace(entry.dot(), index).second) {
        return; // a later op of the same change counts
    }
    m_headPlace[index] = static_cast<Index>(m_heads.size());
    m_heads.push_back(index);

    const auto former = formerPlace(entry);
    if (former) {
        m_formerly.emplace(*former, index);
    }
    for (const wire::v1::Dot &said : entry.op->seen()) {
        const Head named = seenOf(said);
        m_namedBy[named].emplace_back(index, named);
        if (const auto found = m_at.find(named); found != m_at.end()) {
            supersedeIfNamed(index, named, found->second);
        }
        const auto [first, last] = m_formerly.equal_range(named);
        for (auto at = first; at != last; ++at) {
            supersedeIfNamed(index, named, at->second);
        }
    }
    obeyNamers(entry.dot(), index);
    if (former) {
        obeyNamers(*former, index);
    }
}

void RegisterLog::supersedeIfNamed(Index by, const Head &named, Index index)
{
    if (by != index && supersedes(m_entries[by], named, m_entries[index])) {
        supersede(index);
    }
}

void RegisterLog::obeyNamers(const Dot &dot, Index index)
{
    const auto namers = m_namedBy.find(dot);
    if (namers == m_namedBy.end()) {
        return;
    }
    for (const auto &[by, named] : namers->second) {
        supersedeIfNamed(by, named, index);
    }
}

void RegisterLog::supersede(Index index)
{
    const Index place = m_headPlace[index];
    if (place == kNoHead) {
        return;
    }
    m_heads[place] = m_heads.back();
    m_headPlace[m_heads[place]] = place;
    m_heads.pop_back();
    m_headPlace[index] = kNoHead;
}

std::vector<const Entry *> RegisterLog::heads() const
{
    std::vector<const Entry *> out;
    out.reserve(m_heads.size());
    for (const Index index : m_heads) {
        out.push_back(&m_entries[index]);
    }
    std::sort(out.begin(), out.end(), [](const Entry *a, const Entry *b) { return a->age() < b->age(); });
    return out;
}

const Entry *RegisterLog::find(const Dot &dot) const
{
    const auto found = m_at.find(dot);
    return found == m_at.end() ? nullptr : &m_entries[found->second];
}

} // namespace trivsel::merge
