#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** Fields with several versions that wait for a person. Folds a stream once and remembers only what waits
 * there. */
class Waiting
{
public:
    explicit Waiting(Parts &parts) : m(parts) {}

    [[nodiscard]] Result<std::vector<WaitingField>> of(const PersonId &resident, const Who &viewer);
    /** Over all residents that this viewer may read. */
    [[nodiscard]] Result<std::vector<WaitingField>> all(const Who &viewer);
    void follow(const std::set<StreamId> &touched);

private:
    struct Found
    {
        merge::FieldId field;
        bool talk = false;
    };
    [[nodiscard]] Result<const std::vector<Found> *> in(const StreamId &stream);
    [[nodiscard]] std::string urlOf(const PersonId &resident, const EntityId &entity) const;

    Parts &m;
    std::map<StreamId, std::vector<Found>> m_found;
};

} // namespace trivsel::engine
