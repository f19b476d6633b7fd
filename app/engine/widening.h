#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/** Letting more people read a saved answer: a copy of it in a stream that they read, by its resident alone. */
class Widening
{
public:
    explicit Widening(Parts &parts) : m(parts) {}

    [[nodiscard]] Status widen(const PersonId &resident, const Who &who, const EntityId &answer,
                               StreamKind readers);
    [[nodiscard]] Status undo(const PersonId &resident, const Who &who, const EntityId &answer);
    /** What was said becomes a change, inside TabletStore::write. Nothing when the answer was taken back
     * meanwhile, or stands there already. */
    [[nodiscard]] Status settle(const Draft &draft);

private:
    struct Standing;
    [[nodiscard]] Result<Standing> find(const PersonId &resident, const EntityId &answer);
    [[nodiscard]] Result<std::vector<Draft>> draftsOf(const PersonId &resident, const EntityId &answer);

    Parts &m;
};

} // namespace trivsel::engine
