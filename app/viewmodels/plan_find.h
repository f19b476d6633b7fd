#pragma once

#include "app/engine/snapshots.h"

namespace trivsel::app {

/** Where things stand in a plan that was read. nullptr: the plan shows no such thing. */
[[nodiscard]] const engine::FieldShown *fieldIn(const engine::PlanSnapshot &plan, const engine::FieldAt &at);
[[nodiscard]] const engine::ListShown *listIn(const engine::PlanSnapshot &plan, const std::string &linkId,
                                              const std::vector<EntityId> &within = {});
[[nodiscard]] const engine::GroupShown *groupIn(const engine::PlanSnapshot &plan, const std::string &linkId,
                                                const std::vector<EntityId> &within);
[[nodiscard]] const engine::GroupEntryShown *entryIn(const engine::PlanSnapshot &plan,
                                                     const engine::FieldAt &at);
/** … beside each other. */
[[nodiscard]] const engine::FieldShown *fieldIn(const std::vector<engine::FieldShown> &fields,
                                                const std::string &linkId);
[[nodiscard]] const engine::ListShown *listIn(const std::vector<engine::ListShown> &lists,
                                              const std::string &linkId);
[[nodiscard]] const engine::GroupShown *groupIn(const std::vector<engine::GroupShown> &groups,
                                                const std::string &linkId);

/** *Gælder ikke mere* was not said of it. */
[[nodiscard]] bool holds(const engine::EntryShown &entry);
[[nodiscard]] bool holds(const engine::GroupEntryShown &entry);
/** … nor of the entry in which the field stands, if any. */
[[nodiscard]] bool holdsAt(const engine::PlanSnapshot &plan, const engine::FieldAt &at);

} // namespace trivsel::app
