#pragma once

#include "sync-server/home_store.h"

#include <filesystem>

namespace trivsel::server {

/**
 * Holds what a tablet's own journal has and the log has not: for a tablet whose key is gone for good, so that
 * it can't hand in any more. What lies there is sealed under the streams' keys, which the home has; only who
 * the tablet is was sealed with the lost one, so the office says it. Of `home` nothing is taken, nor what an
 * order has erased. `journal`: its tablet.db, read and not changed. How many. StoreMissing; WrongHome; Store…
 * errors of either.
 */
[[nodiscard]] Result<std::size_t> takeTablet(HomeStore &store, const std::filesystem::path &journal,
                                             const DeviceId &device, std::int64_t nowMs);

} // namespace trivsel::server
