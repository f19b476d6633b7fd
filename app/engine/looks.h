#pragma once

#include "app/engine/parts.h"
#include "proto/domain/audit_record.h"

namespace trivsel::engine {

/** *Hvem har kigget*: what the office has written for a resident, and what this tablet wrote down since.
 * Works without network. Core thread. */
class Looks
{
public:
    explicit Looks(Parts &parts) : m(parts) {}
    /** By day, kind of person, plain reason; never a name. NotAllowed for anybody but the resident. */
    [[nodiscard]] Result<std::vector<domain::Look>> of(const PersonId &resident, const Who &viewer);

private:
    [[nodiscard]] Result<domain::LooksRecord> told(const PersonId &resident);
    [[nodiscard]] Result<std::vector<domain::AuditEntry>> hereSince(std::uint64_t number);

    Parts &m;
};

} // namespace trivsel::engine
