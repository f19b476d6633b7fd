#pragma once

#include "proto/journal/journal.h"

#include <functional>
#include <optional>

namespace trivsel::server {

/** The device that vouches for exactly the chain in which this change stands in the log, if `counts` takes
 * it. Somebody else's words may stand under the ids that a device signed for: then it is none. Store… errors.
 */
[[nodiscard]] Result<std::optional<DeviceId>> signerOf(journal::Journal &journal,
                                                       const seal::SealedChange &change,
                                                       const std::function<bool(const DeviceId &)> &counts);

} // namespace trivsel::server
