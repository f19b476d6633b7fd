#include "app/viewmodels/plan_level.h"

#include "app/viewmodels/formatters.h"
#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/session.h"

namespace trivsel::app {

namespace {

void collect(const std::vector<catalogue::Item> &items, std::vector<const catalogue::Item *> &into)
{
    for (const catalogue::Item &item : items) {
        if (item.isQuestion() || item.repeats) {
            into.push_back(&item);
        } else {
            collect(item.children, into);
        }
    }
}

/** Fields, lists and groups of an entry in the order of the definition, its sections flattened. */
std::vector<const catalogue::Item *> partsOf(const catalogue::Item &group)
{
    std::vector<const catalogue::Item *> parts;
    collect(group.children, parts);
    return parts;
}

} // namespace

PlanCell entryCellOf(const engine::EntryShown &entry, const catalogue::Item &item, const Session &session,
                     const Formatters &format)
{
    PlanCell cell = planCellOf(entry.words, item, session, format);
    cell.mayWrite = entry.mayEdit;
    cell.mayConfirm = cell.mayConfirm && entry.mayEdit;
    cell.mayDiffer = cell.mayDiffer && holds(entry);
    return cell;
}

PlanLevel levelOf(const engine::PlanSnapshot &plan)
{
    return {plan.fields, plan.lists, plan.groups};
}

PlanLevel levelOf(const engine::GroupEntryShown &entry)
{
    return {entry.fields, entry.lists, entry.groups, holds(entry)};
}

namespace {

void standFirst(const QStringList &all, PlanCell &cell)
{
    static constexpr int kLines = 4; // a card among others; the page of the list or group has them all
    cell.text = all.join(QLatin1Char('\n'));
    cell.lines = all.mid(0, kLines);
    cell.more = static_cast<int>(all.size() - cell.lines.size());
    cell.state = all.isEmpty() ? FieldState::Empty : FieldState::One;
}

/** A list as it stands among the fields: its first entries. `text` has all that hold, one below the other. */
PlanCell listCellOf(const engine::ListShown &list, const catalogue::Item &item, const Session &session,
                    const Formatters &format)
{
    PlanCell cell;
    cell.there = cell.list = true;
    cell.mayWrite = list.mayAdd;
    QStringList all;
    for (const engine::EntryShown &entry : list.entries) {
        if (!holds(entry)) {
            continue;
        }
        const PlanCell one = entryCellOf(entry, item, session, format);
        all.append(one.text);
        cell.unfinished = cell.unfinished || one.hasUnfinished();
        cell.waitsForYes = cell.waitsForYes || one.waitsForYes;
        cell.asks = cell.asks || entry.words.view.waitsForPerson() ||
                    entry.state == merge::ItemState::RemovedButEdited;
    }
    standFirst(all, cell);
    return cell;
}

PlanCell groupCellOf(const engine::GroupShown &group, const catalogue::Item &item, const Session &session,
                     const Formatters &format)
{
    PlanCell cell;
    cell.there = cell.list = true;
    cell.mayWrite = group.mayAdd;
    QStringList all;
    for (const engine::GroupEntryShown &entry : group.entries) {
        if (!holds(entry)) {
            continue;
        }
        all.append(firstWordsOf(entry, item, format).mid(0, 2).join(QStringLiteral(" · ")));
        const EntryWaits waits = waitsIn(entry, item, session, format);
        cell.asks = cell.asks || waits.asks;
        cell.waitsForYes = cell.waitsForYes || waits.forYes;
        cell.unfinished = cell.unfinished || waits.unfinished;
    }
    standFirst(all, cell);
    return cell;
}

} // namespace

PlanCell cellOf(const PlanLevel &level, const catalogue::Item *item, const Session &session,
                const Formatters &format)
{
    if (item == nullptr) {
        return {};
    }
    PlanCell cell;
    if (const auto *field = fieldIn(level.fields, item->linkId)) {
        cell = planCellOf(*field, *item, session, format);
    } else if (const auto *list = listIn(level.lists, item->linkId)) {
        cell = listCellOf(*list, *item, session, format);
    } else if (const auto *group = groupIn(level.groups, item->linkId)) {
        cell = groupCellOf(*group, *item, session, format);
    }
    cell.mayWrite = cell.mayWrite && level.mayWrite;
    cell.mayConfirm = cell.mayConfirm && level.mayWrite;
    cell.mayDiffer = cell.mayDiffer && level.mayWrite;
    return cell;
}

QStringList firstWordsOf(const engine::GroupEntryShown &entry, const catalogue::Item &group,
                         const Formatters &format)
{
    QStringList words;
    for (const catalogue::Item *item : partsOf(group)) {
        const auto *field = fieldIn(entry.fields, item->linkId);
        if (field == nullptr) {
            continue;
        }
        const QString text = shownWordsOf(*field, *item, format);
        if (!text.trimmed().isEmpty()) {
            words.append(text);
        }
    }
    return words;
}

EntryWaits waitsIn(const engine::GroupEntryShown &entry, const catalogue::Item &group, const Session &session,
                   const Formatters &format)
{
    EntryWaits waits;
    waits.asks = entry.state == merge::ItemState::RemovedButEdited;
    const PlanLevel level = levelOf(entry);
    for (const catalogue::Item *item : partsOf(group)) {
        const PlanCell cell = cellOf(level, item, session, format);
        waits.asks =
            waits.asks || cell.asks || cell.state == FieldState::Two || cell.state == FieldState::Talk;
        waits.forYes = waits.forYes || cell.waitsForYes;
        waits.unfinished = waits.unfinished || cell.hasUnfinished();
    }
    return waits;
}

} // namespace trivsel::app
