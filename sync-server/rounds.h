#pragma once

#include "sync-server/office.h"

namespace trivsel::server {

/** What became of the boxes in which shared tablets send closed rounds. */
struct RoundsSettled
{
    std::size_t written = 0; // rounds that were new
    std::size_t refused =
        0; // boxes that are no lawful round, or not a shared tablet's; they stay as they are
};

/**
 * Opens the boxes in the house's `audit` stream and writes each round once, by its id: one change in `group`,
 * what may be shown of it in `insight`, both in one transaction. Nobody's name, and of time only the day. May
 * run as often as one likes; nothing is written when nothing is new. Cost: every box in the stream.
 */
[[nodiscard]] Result<RoundsSettled> settleRounds(HomeStore &store, const Office::Ports &ports);

/** What was refused when it was done last. */
[[nodiscard]] std::size_t roundsRefused(HomeStore &store);

} // namespace trivsel::server
