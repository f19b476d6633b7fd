#pragma once

#include "proto/domain/audit_entry.h"
#include "proto/domain/facts.h"

#include <map>

namespace trivsel::domain {

/** An entry with its place in the chain of its device, as it goes to the office. */
struct AuditRow
{
    DeviceId device;
    std::uint64_t number = 0; // 1, 2, 3 … without holes per device
    Hash256 head;             // of the chain after this entry
    std::string entry;        // encodeAudit; empty when its resident was erased before it was sent
};
/** One op in a change of an `audit` stream. */
[[nodiscard]] wire::v1::Op writeAuditRow(const AuditRow &row, const EntityId &entity);
/** nullopt when the op is something else, or a piece is missing. */
[[nodiscard]] std::optional<AuditRow> readAuditRow(const wire::v1::Op &op);

/** What is wrong with the chain of a device. */
struct ChainFault
{
    enum class Kind {
        Missing, // numbers that others stand around were not sent, or are gone
        Twice,   // two entries under one number: a copied or restored tablet, or a made-up one
        Changed  // the head does not come of the entry and the head before
    };
    DeviceId device;
    Kind kind{};
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool operator==(const ChainFault &) const = default;
};
/** Looks at all rows of all devices, in any order; the same row twice is one. An end that was cut off shows
 * as soon as the device writes again: it goes on from its last number and head. */
[[nodiscard]] std::vector<ChainFault> checkChains(std::vector<AuditRow> rows);

/** *Hvem har kigget* as the office writes it for a resident: what others may know, and no more. */
struct LooksRecord
{
    std::vector<Look> looks;                // newest day first, unknown days last
    std::map<DeviceId, std::uint64_t> upto; // entries of these devices are in it up to this number
};
[[nodiscard]] Ops writeLooks(const PersonId &resident, const LooksRecord &record, const merge::Fold &now);
[[nodiscard]] LooksRecord readLooks(const PersonId &resident, const merge::Fold &fold);
/** Both together: lines of the same day, kind of person, reason and doing become one. */
[[nodiscard]] std::vector<Look> joinLooks(std::vector<Look> some, const std::vector<Look> &more);

/** Stable names: they stand in logs. */
[[nodiscard]] std::string_view nameOf(Looker looker);
[[nodiscard]] std::string_view nameOf(LookReason reason);
[[nodiscard]] std::string_view nameOf(LookWhat what);

} // namespace trivsel::domain
