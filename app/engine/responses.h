#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** Saved answers: reading them, and taking one back. */
class Responses
{
public:
    explicit Responses(Parts &parts) : m(parts) {}

    /** Newest first; what this viewer may read of that person's. */
    [[nodiscard]] Result<std::vector<ResponseShown>> of(const PersonId &owner, const Who &viewer);
    [[nodiscard]] Status withdraw(const PersonId &resident, const Who &who, const EntityId &response);

private:
    [[nodiscard]] ResponseShown show(const EntityId &entity, const merge::Version &version,
                                     StreamKind readers) const;

    Parts &m;
};

} // namespace trivsel::engine
