#pragma once

#include "app/engine/own_types.h"
#include "app/engine/parts.h"
#include "proto/domain/own_record.h"

#include <set>

namespace trivsel::engine {

/** What stands in a resident's streams about *kun mig*, as it was read. */
struct OwnStanding
{
    StreamId stream;
    domain::OwnRecord record;
    std::set<domain::ResetId> resets;
};

/** nullopt where `own` or `profile` is not held here, or can't be read. */
[[nodiscard]] std::optional<OwnStanding> standingOf(Parts &parts, const PersonId &resident);
/** For that tablet; never Unavailable or Fetching, which are not told by what stands. */
[[nodiscard]] OwnState stateOf(const OwnStanding &now, const DeviceId &tablet);

} // namespace trivsel::engine
