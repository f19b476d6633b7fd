#pragma once

#include "proto/domain/retention_record.h"
#include "sync-server/home_store.h"

#include <string>
#include <vector>

namespace trivsel::server {

/** Something whose time is over: for the controller to decide on. */
struct Due
{
    domain::RecordKind kind{};
    std::string whose; // a resident's name; empty = the house's
    std::int64_t fromMs = 0;
};

/** Everything that is due at `nowMs` by what the controller has decided. Nothing that is held, and nothing
 * twice. */
[[nodiscard]] Result<std::vector<Due>> readDue(HomeStore &store, const domain::RetentionTable &table,
                                               std::int64_t nowMs);

/** Of these kinds are a member of staff's own answers and their line among the people. */
[[nodiscard]] bool isOfStaff(domain::RecordKind kind);

} // namespace trivsel::server
