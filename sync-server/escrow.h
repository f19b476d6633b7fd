#pragma once

#include "proto/journal/journal.h"
#include "proto/journal/key_store.h"

#include <functional>
#include <set>
#include <vector>

namespace trivsel::server {

/** Opens the boxes that `home` holds for the recovery key, and puts the keys that are not here yet.
 * `isOffice`: changes of other incarnations hold no boxes that count. `isErased`: their keys stay dead. How
 * many keys came. */
[[nodiscard]] Result<std::size_t> keysFromEscrow(journal::Journal &journal, journal::KeyDb &keys,
                                                 const StreamId &home,
                                                 const std::function<bool(Incarnation)> &isOffice,
                                                 const std::function<bool(const StreamId &)> &isErased,
                                                 const seal::BoxSecret &recovery);
/** Where `home` holds boxes of a stream's keys. */
struct EscrowPlaces
{
    std::vector<seal::SealedChange> alone; // changes that hold nothing else
    std::size_t mixed = 0;                 // boxes in changes that say more: those can't go
};
[[nodiscard]] Result<EscrowPlaces> escrowOf(journal::Journal &journal, const journal::KeyDb &keys,
                                            const StreamId &home,
                                            const std::function<bool(Incarnation)> &isOffice,
                                            const StreamId &stream);
/** Versions of a stream's keys that `home` holds a box of. */
[[nodiscard]] Result<std::set<std::uint32_t>> escrowVersions(journal::Journal &journal,
                                                             const journal::KeyDb &keys, const StreamId &home,
                                                             const std::function<bool(Incarnation)> &isOffice,
                                                             const StreamId &stream);
/** The secret half of the recovery key. */
[[nodiscard]] seal::BoxSecret recoverySecret(const seal::RecoverySeed &seed);

} // namespace trivsel::server
