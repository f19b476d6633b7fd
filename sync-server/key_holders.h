#pragma once

#include "proto/journal/journal.h"

#include <map>
#include <set>
#include <vector>

namespace trivsel::server {

class HomeStore;

/**
 * The table `key_holder` in home.db: which devices have had a right to a stream since its key was turned
 * last. When one of them has it no more, the key is due. Not part of what is synced or backed up.
 */
class KeyHolders
{
public:
    explicit KeyHolders(journal::Journal &journal) : m_journal(journal) {}

    /** Makes the table where it is missing. Inside a transaction of the caller. */
    [[nodiscard]] Status prepare();

    struct Due
    {
        std::vector<StreamId> turn;                     // somebody has left, or the newest is not here
        std::map<StreamId, std::set<DeviceId>> holders; // whose rows are other ones now
        [[nodiscard]] bool any() const { return !holders.empty(); }
    };
    /** What the table does not say yet of those who have a right now. */
    [[nodiscard]] Result<Due> due(const HomeStore &store);
    /** Inside a transaction of the caller. */
    [[nodiscard]] Status keep(const Due &due);
    /** For a home that came back: who has a right now is written down before the office takes it from
     * anybody, since only then the key turns. Turns nothing. A transaction of its own. */
    [[nodiscard]] Status noteAll(const HomeStore &store);

private:
    using Holders = std::map<StreamId, std::set<DeviceId>>;
    [[nodiscard]] Result<Holders> read();
    journal::Journal &m_journal;
};

} // namespace trivsel::server
