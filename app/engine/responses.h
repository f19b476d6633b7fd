#pragma once

#include "app/engine/parts.h"
#include "proto/domain/given.h"

namespace trivsel::engine {

/** Saved answers: reading them, and taking one back. */
class Responses
{
public:
    explicit Responses(Parts &parts) : m(parts) {}

    /** Newest first; what this viewer may read of that person's. */
    [[nodiscard]] Result<std::vector<ResponseShown>> of(const PersonId &owner, const Who &viewer);
    /** From everybody's view: the answer, and every copy of it. NotHereYet when a copy of it here was made of what
     * stands in a stream that is not on this tablet. */
    [[nodiscard]] Status withdraw(const PersonId &resident, const Who &who, const EntityId &response);
    /** Where a tablet that had not heard of it let more people read an answer that was taken back elsewhere. */
    [[nodiscard]] Status finishWithdrawals(const PersonId &resident, const Who &who);

private:
    [[nodiscard]] ResponseShown show(const EntityId &entity, const domain::Given &given) const;
    /** Takes an item out of view in each of these streams, all or nothing. */
    [[nodiscard]] Status remove(const PersonId &resident, const Who &who,
                                const std::vector<std::pair<StreamId, EntityId>> &items);

    Parts &m;
};

} // namespace trivsel::engine
