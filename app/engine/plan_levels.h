#pragma once

#include "app/engine/snapshots.h"
#include "proto/catalogue/definition.h"
#include "proto/merge/fold.h"

#include <set>
#include <string_view>

namespace trivsel::engine {

/** The items that repeat around the one named, outermost first; it is the last one itself when it repeats.
 * Empty: it stands in the plan itself, or there is none. Each level has one entry's id in a FieldAt. */
[[nodiscard]] std::vector<const catalogue::Item *> levelsOf(const catalogue::Definition &definition,
                                                            std::string_view linkId);
/** The entries in which a field stands, outermost first; of a list's words, their own entry as the last. */
[[nodiscard]] std::vector<EntityId> entriesOf(const FieldAt &at);
/** The field that stands in these entries. */
[[nodiscard]] FieldAt fieldAt(const std::string &linkId, const std::vector<EntityId> &entries);

/** What is known of these entries stands in one another as the field says, outermost in `plan`. */
[[nodiscard]] bool standsThere(const merge::Fold &fold, const EntityId &plan, const FieldAt &at);

/** What stands in an entry: the entries of its own lists and groups, at any depth. */
[[nodiscard]] std::vector<EntityId> entriesWithin(const merge::Fold &fold, const EntityId &entry);
/** Every head of an entry and of what stands in it. */
[[nodiscard]] std::set<merge::Head> headsWithin(const merge::Fold &fold, const EntityId &entry);
/** As Fold::itemState, but what was written unseen in something that stands in the entry keeps it in sight,
 * too. */
[[nodiscard]] merge::ItemState entryState(const merge::Fold &fold, const EntityId &entry);

/** An entry of a list or group, in its place. */
struct ListPlace
{
    EntityId id;
    merge::ItemState state = merge::ItemState::Absent;
    std::string rank; // empty: it says none
};
/** The entries in `parent` (the plan, or an entry) in their order, also those that no longer hold. */
[[nodiscard]] std::vector<ListPlace> placesIn(const merge::Fold &fold, const EntityId &parent,
                                              const catalogue::Item &list);
[[nodiscard]] bool holds(const ListPlace &place);

} // namespace trivsel::engine
