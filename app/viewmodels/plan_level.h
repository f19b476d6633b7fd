#pragma once

#include "app/viewmodels/plan_cell.h"

#include <QStringList>

namespace trivsel::app {

/** What stands beside each other on a page: in the plan itself, or in one entry of a group. */
struct PlanLevel
{
    const std::vector<engine::FieldShown> &fields;
    const std::vector<engine::ListShown> &lists;
    const std::vector<engine::GroupShown> &groups;
    bool mayWrite = true;
};
[[nodiscard]] PlanLevel levelOf(const engine::PlanSnapshot &plan);
[[nodiscard]] PlanLevel levelOf(const engine::GroupEntryShown &entry);
/** Whatever stands there: a field, a list or a group. Empty (`there`) when it is none of these. */
[[nodiscard]] PlanCell cellOf(const PlanLevel &level, const catalogue::Item *item, const Session &session,
                              const Formatters &format);
/** The first words of an entry, whatever field they stand in, and the next. Drafts of one's own count. */
[[nodiscard]] QStringList firstWordsOf(const engine::GroupEntryShown &entry, const catalogue::Item &group,
                                       const Formatters &format);
/** Something in the entry, or in what stands in it, waits for a person. */
struct EntryWaits
{
    bool asks = false; // as PlanCell::asks
    bool forYes = false;
    bool unfinished = false;
};
[[nodiscard]] EntryWaits waitsIn(const engine::GroupEntryShown &entry, const catalogue::Item &group,
                                 const Session &session, const Formatters &format);
[[nodiscard]] PlanCell entryCellOf(const engine::EntryShown &entry, const catalogue::Item &item,
                                   const Session &session, const Formatters &format);

} // namespace trivsel::app
