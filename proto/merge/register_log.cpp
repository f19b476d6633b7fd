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

    for (const wire::v1::Dot &named : entry.op->seen()) {
        const Head head = seenOf(named);
        const auto found = m_at.find(head);
        if (found == m_at.end()) {
            m_awaited[head].emplace_back(index, head);
        } else if (head.fits(headOf(m_entries[found->second])) &&
                   supersedes(entry, m_entries[found->second])) {
            supersede(found->second);
        }
    }
    const auto waiting = m_awaited.find(entry.dot());
    if (waiting == m_awaited.end()) {
        return;
    }
    for (const auto &[by, named] : waiting->second) {
        if (named.fits(headOf(entry)) && supersedes(m_entries[by], entry)) {
            supersede(index);
        }
    }
    m_awaited.erase(waiting);
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
