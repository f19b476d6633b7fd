#pragma once

#include "app/engine/own_standing.h"

#include <map>
#include <set>

namespace trivsel::engine {

/** Whether a resident's tile waits for the three pictures of *kun mig*. Fails closed: while what says so is
 * not all here, or can't be read, it waits. Core thread. */
class TileLock
{
public:
    explicit TileLock(Parts &parts) : m(parts) {}

    /** Also where this tablet has no box for the pictures, and after a reset: then new ones are chosen
     * first. */
    [[nodiscard]] bool isLocked(const PersonId &resident);
    /** … because it is not known yet whether the resident has said so. */
    [[nodiscard]] bool isFetching(const PersonId &resident);
    /** The pictures open it; also while they have. */
    [[nodiscard]] bool opens(const PersonId &resident);
    /** While *kun mig* is open: whether its pictures open the tile, too. */
    [[nodiscard]] Status set(const PersonId &resident, const Who &who, bool on);
    /** After COMMIT: what was read of these streams is read anew. */
    void follow(const std::set<StreamId> &touched);

private:
    /** nullopt while it is not known. */
    [[nodiscard]] std::optional<bool> isAsked(const PersonId &resident);
    [[nodiscard]] std::optional<bool> readAsked(const PersonId &resident);

    Parts &m;
    std::map<PersonId, bool> m_asked; // what isAsked() read last
};

} // namespace trivsel::engine
