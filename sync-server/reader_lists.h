#pragma once

#include "sync-server/authority.h"

#include <map>

namespace trivsel::server {

/**
 * Whom each resident lets read, as far as the server goes by it. Every device holds the profiles and could
 * write itself into them, so only two hands count: the office's own, and a shared tablet's, where the
 * resident sits. A change counts for a shared tablet when one has signed for exactly the chain that stands in
 * the log, or had when it was held whose words the office let in under an id of its own; of other such words,
 * what takes a reader away counts. Only the lists are kept: no name is in memory. One thread.
 */
class ReaderLists
{
public:
    ReaderLists(journal::Journal &journal, const journal::KeyDb &keys, const Authority &authority,
                const HomeId &home)
        : m_journal(journal), m_keys(keys), m_authority(authority), m_home(home)
    {
    }

    /** Reads what is new, after authority.refresh(). Store… errors. */
    [[nodiscard]] Status refresh();
    /** `chosen` and `team` alone are filled; nullptr for nobody's profile. */
    [[nodiscard]] const domain::Profile *of(const PersonId &resident) const;
    /** Everything is read anew at the next refresh(). */
    void clear() { m_entries.clear(); }

private:
    struct Entry
    {
        StreamId stream;
        merge::Fold fold;
        std::uint64_t seq = 0;
        domain::Profile lists;
    };
    [[nodiscard]] Status read(const PersonId &resident, Entry &entry);
    [[nodiscard]] Result<bool> signedByShared(const seal::SealedChange &change);
    [[nodiscard]] Result<bool> wasSharedsWord(const wire::v1::Change &anew);

    journal::Journal &m_journal;
    const journal::KeyDb &m_keys;
    const Authority &m_authority;
    HomeId m_home;
    std::set<DeviceId> m_shared;
    std::set<Incarnation> m_own;
    std::map<PersonId, Entry> m_entries;
};

} // namespace trivsel::server
