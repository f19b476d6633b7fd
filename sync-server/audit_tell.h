#pragma once

#include "sync-server/audit_rows.h"

namespace trivsel::server {

/**
 * *Hvem har kigget*: writes for each resident, into their `chosen` stream, by day which kind of person looked
 * and why. No name, no time of day. The same entries always give the same, so it may run as often as one
 * likes; nothing is written when nothing is new. For how many residents. Cost: every entry about them.
 */
[[nodiscard]] Result<std::size_t> tellWhoLooked(HomeStore &store, const Office::Ports &ports,
                                                const domain::ZoneOffset &zone);

/** When it was done last, ms since 1970 UTC; 0 = never. */
[[nodiscard]] std::int64_t toldMs(HomeStore &store);

} // namespace trivsel::server
