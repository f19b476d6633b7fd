#pragma once

#include "sync-server/home_store.h"

#include <filesystem>

namespace trivsel::server {

struct TakenTablet
{
    std::size_t held = 0;      // changes that are held now
    std::uint64_t damaged = 0; // rows of its journal that could not be read
};
/**
 * Holds what a tablet's own journal has, in its log or kept aside, and the log here has not: for a tablet
 * whose key is gone for good, so that it can't hand in any more. What lies there is sealed under the streams'
 * keys, which the home has; only who the tablet is was sealed with the lost one, so the office says it. Of
 * `home` nothing is taken, nor what an order has erased, nor what a person has let in under an id of the
 * office. `journal`: its tablet.db, read and not changed; what is damaged in it is passed over. StoreMissing;
 * WrongHome; Store… errors of either.
 */
[[nodiscard]] Result<TakenTablet> takeTablet(HomeStore &store, const std::filesystem::path &journal,
                                             const DeviceId &device, std::int64_t nowMs);

} // namespace trivsel::server
