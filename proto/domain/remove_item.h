#pragma once

#include "proto/merge/fold.h"

#include <set>

namespace trivsel::domain {

/**
 * The op that removes a whole item as it is seen in `now`. At most limits::kSeenPerOpMax heads are named;
 * what is not named, or was written meanwhile, keeps the item in sight for a person. A resident's own removal
 * has their voice.
 */
[[nodiscard]] wire::v1::Op removeItem(const EntityId &item, merge::Voice voice, const merge::Fold &now);
/** The same of what was shown earlier: `seen` = headsOf() at that time. */
[[nodiscard]] wire::v1::Op removeItem(const EntityId &item, merge::Voice voice,
                                      const std::set<merge::Head> &seen);
/** Every head of every field of the item, each once. */
[[nodiscard]] std::set<merge::Head> headsOf(const EntityId &item, const merge::Fold &now);

/** The op that puts it back. */
[[nodiscard]] wire::v1::Op putBack(const EntityId &item, merge::Voice voice, const merge::Fold &now);
/** The same, where these removals were shown. */
[[nodiscard]] wire::v1::Op putBack(const EntityId &item, merge::Voice voice,
                                   const std::set<merge::Head> &removals);

/** An answer that its resident took back, in their own hand: also where the removal does not name what stands
 * there, since an answer is written once. Whose removal it is not decides nothing here. */
[[nodiscard]] bool isWithdrawn(const EntityId &answer, const merge::Fold &now);

} // namespace trivsel::domain
