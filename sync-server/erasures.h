#pragma once

#include "proto/domain/home_model.h"
#include "proto/journal/journal.h"

#include <set>

namespace trivsel::server {

/** The table `erasure_done` in home.db: which devices have said that nothing of an erased stream is left on
 * them. It is the server's own note, in no backup: after a restore devices are told again, and say it again.
 */
class Erasures
{
public:
    explicit Erasures(journal::Journal &journal) : m_journal(journal) {}

    [[nodiscard]] Result<bool> needsUpgrade();
    /** Makes the table where it is missing. Inside a transaction of the caller. */
    [[nodiscard]] Status prepare();
    /** Inside a transaction of the caller. */
    [[nodiscard]] Status confirm(const DeviceId &device, const StreamId &stream, std::int64_t nowMs);
    [[nodiscard]] Result<std::set<StreamId>> confirmedBy(const DeviceId &device);

private:
    journal::Journal &m_journal;
};

} // namespace trivsel::server
