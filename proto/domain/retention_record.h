#pragma once

#include "proto/domain/facts.h"
#include "proto/domain/retention.h"

namespace trivsel::domain {

/** What the controller has decided, as it stands in `home`. Numbers out of range are no decision. */
[[nodiscard]] RetentionTable readRetention(const HomeId &home, const merge::Fold &fold);
/** nullopt takes the decision back. The caller has checked 1 … kDaysMax. */
[[nodiscard]] Ops writeRetention(const HomeId &home, RecordKind kind, std::optional<int> days,
                                 const merge::Fold &now);
/** nullopt: no kind of record is called so. */
[[nodiscard]] std::optional<RecordKind> recordKind(std::string_view name);

} // namespace trivsel::domain
