#include "app/viewmodels/plan_find.h"

#include <algorithm>

namespace trivsel::app {

namespace {

template <class Shown> const Shown *named(const std::vector<Shown> &all, const std::string &linkId)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Shown &one) { return one.linkId == linkId; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

bool holds(const engine::EntryShown &entry)
{
    return entry.state != merge::ItemState::Removed;
}

bool holds(const engine::GroupEntryShown &entry)
{
    return entry.state != merge::ItemState::Removed;
}

const engine::FieldShown *fieldIn(const std::vector<engine::FieldShown> &fields, const std::string &linkId)
{
    return named(fields, linkId);
}

const engine::ListShown *listIn(const std::vector<engine::ListShown> &lists, const std::string &linkId)
{
    return named(lists, linkId);
}

const engine::GroupShown *groupIn(const std::vector<engine::GroupShown> &groups, const std::string &linkId)
{
    return named(groups, linkId);
}

const engine::GroupShown *groupIn(const engine::PlanSnapshot &plan, const std::string &linkId,
                                  const std::vector<EntityId> &within)
{
    if (within.empty()) {
        return named(plan.groups, linkId);
    }
    const auto *entry = entryIn(plan, {linkId, within.back(), {within.begin(), within.end() - 1}});
    return entry == nullptr ? nullptr : named(entry->groups, linkId);
}

const engine::GroupEntryShown *entryIn(const engine::PlanSnapshot &plan, const engine::FieldAt &at)
{
    const std::vector<engine::GroupShown> *groups = &plan.groups;
    const engine::GroupEntryShown *found = nullptr;
    std::vector<EntityId> entries = at.within;
    if (at.entry) {
        entries.push_back(*at.entry);
    }
    for (const EntityId &id : entries) {
        found = nullptr;
        for (const engine::GroupShown &group : *groups) {
            for (const engine::GroupEntryShown &entry : group.entries) {
                found = entry.id == id ? &entry : found;
            }
        }
        if (found == nullptr) {
            return nullptr;
        }
        groups = &found->groups;
    }
    return found;
}

const engine::ListShown *listIn(const engine::PlanSnapshot &plan, const std::string &linkId,
                                const std::vector<EntityId> &within)
{
    if (within.empty()) {
        return named(plan.lists, linkId);
    }
    const auto *entry = entryIn(plan, {linkId, within.back(), {within.begin(), within.end() - 1}});
    return entry == nullptr ? nullptr : named(entry->lists, linkId);
}

namespace {

const engine::EntryShown *listEntryIn(const engine::PlanSnapshot &plan, const engine::FieldAt &at)
{
    const auto *list = listIn(plan, at.linkId, at.within);
    if (list == nullptr || !at.entry) {
        return nullptr;
    }
    const auto found = std::find_if(list->entries.begin(), list->entries.end(),
                                    [&](const engine::EntryShown &entry) { return entry.id == *at.entry; });
    return found == list->entries.end() ? nullptr : &*found;
}

} // namespace

const engine::FieldShown *fieldIn(const engine::PlanSnapshot &plan, const engine::FieldAt &at)
{
    if (!at.entry) {
        return named(plan.fields, at.linkId);
    }
    if (const auto *entry = entryIn(plan, at)) {
        return named(entry->fields, at.linkId);
    }
    const auto *entry = listEntryIn(plan, at);
    return entry == nullptr ? nullptr : &entry->words;
}

bool holdsAt(const engine::PlanSnapshot &plan, const engine::FieldAt &at)
{
    if (const auto *entry = entryIn(plan, at)) {
        return holds(*entry);
    }
    const auto *entry = listEntryIn(plan, at);
    return entry == nullptr || holds(*entry);
}

} // namespace trivsel::app
