#pragma once

#include "proto/domain/audit_record.h"
#include "sync-server/office.h"

#include <functional>
#include <vector>

namespace trivsel::server {

/** One look as a tablet wrote it down, opened with the server's own key; or (number 0) what the office did
 * itself. */
struct AuditLine
{
    domain::AuditRow row;
    std::optional<domain::AuditEntry> entry; // none: its resident was erased before it was sent
    StreamId stream;
    bool signedByDevice = false; // the tablet that it names vouches for it
};

struct AuditRead
{
    std::vector<AuditLine> lines; // in the order in which they came
    std::uint64_t unreadable = 0; // boxes that do not open, or hold something else
};

/** Opens every box in the `audit` streams that `wanted` names. For the office's short-lived commands. */
[[nodiscard]] Result<AuditRead> readAudit(HomeStore &store,
                                          const std::function<bool(const domain::StreamInfo &)> &wanted);

/** Faults of the chains, over all streams. Holes that an erasure has made are none: how many entries were
 * erased is not known any more, so while anything was erased a hole is passed over. */
[[nodiscard]] std::vector<domain::ChainFault> faultsOf(HomeStore &store, const AuditRead &everything);

/** The office changes who may look at the resident's page, or (nullopt) who may come in: it goes into `audit`
 * with what `office` writes. Not in a home that has no such streams yet. */
void noteAccess(HomeStore &store, Office &office, const std::optional<PersonId> &about,
                const Office::Ports &ports);

/** Somebody of the staff asked on this tablet for a code of their own: taken, or refused because the code in
 * use was another. */
void noteCode(HomeStore &store, Office &office, const domain::Person &person, const DeviceId &tablet,
              bool taken, const Office::Ports &ports);

/** Makes the `audit` streams that an older home does not have: one for each resident, one for the house. How
 * many. */
[[nodiscard]] Result<std::size_t> makeAuditStreams(HomeStore &store, const Office::Ports &ports);

} // namespace trivsel::server
