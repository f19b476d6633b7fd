#pragma once

#include "proto/journal/journal.h"
#include "proto/journal/key_store.h"

#include <functional>

namespace trivsel::server {

/** Opens the boxes that `home` holds for the recovery key, and puts the keys that are not here yet.
 * `isOffice`: changes of other incarnations hold no boxes that count. How many keys came. */
[[nodiscard]] Result<std::size_t> keysFromEscrow(journal::Journal &journal, journal::KeyDb &keys,
                                                 const StreamId &home,
                                                 const std::function<bool(Incarnation)> &isOffice,
                                                 const seal::BoxSecret &recovery);
/** The secret half of the recovery key. */
[[nodiscard]] seal::BoxSecret recoverySecret(const seal::RecoverySeed &seed);

} // namespace trivsel::server
