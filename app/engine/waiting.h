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

    struct Found
    {
        merge::FieldId field;
        bool talk = false;
        FieldAt at; // as its plan names it; the url of that is empty when it is none
        std::string url;
    };

private:
    [[nodiscard]] Result<const std::vector<Found> *> in(const StreamId &stream);
    void nameIn(const StreamId &stream, const merge::Fold &fold, std::vector<Found> &found) const;

    Parts &m;
    std::map<StreamId, std::vector<Found>> m_found;
};

} // namespace trivsel::engine
