#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** *Mine planer* on a resident's own page: what of each plan is worth a line there. From the definitions'
 * kind and class of secrecy alone. Opens no form: what somebody sees of a plan stays what its page showed. */
class PlanBriefs
{
public:
    explicit PlanBriefs(Parts &parts) : m(parts) {}

    /** In the catalogue's order; none where the plans' stream is not here or may not be read. */
    [[nodiscard]] Result<std::vector<PlanBrief>> of(const PersonId &resident, const Who &viewer);

private:
    Parts &m;
};

} // namespace trivsel::engine
