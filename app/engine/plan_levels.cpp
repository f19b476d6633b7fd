#include "app/engine/plan_levels.h"

#include "proto/domain/home_fields.h"
#include "proto/domain/remove_item.h"
#include "proto/merge/seen.h"

#include <algorithm>
#include <tuple>

namespace trivsel::engine {

using catalogue::Item;
using merge::Fold;
using merge::ItemState;

namespace {

bool findLevels(const std::vector<Item> &items, std::string_view linkId, std::vector<const Item *> &levels)
{
    for (const Item &item : items) {
        if (item.repeats) {
            levels.push_back(&item);
        }
        if (item.linkId == linkId || findLevels(item.children, linkId, levels)) {
            return true;
        }
        if (item.repeats) {
            levels.pop_back();
        }
    }
    return false;
}

bool isContent(const merge::Version &version)
{
    return version.op.policy() != wire::v1::ORDER &&
           version.op.resolution() != wire::v1::RESOLUTION_KEEP_BOTH &&
           version.op.resolution() != wire::v1::RESOLUTION_TALK;
}

/** What stands in a register, said or decided. */
struct Standing
{
    merge::Head head;
    merge::Version version;
};

std::vector<Standing> standing(const Fold &fold, const EntityId &entity, const std::string &field)
{
    const auto view = fold.view(entity, field);
    std::vector<Standing> all;
    for (merge::Version &version : fold.history(entity, field)) {
        const auto head = std::find(view.heads.begin(), view.heads.end(), version.dot);
        if (head != view.heads.end()) {
            all.push_back({*head, std::move(version)});
        }
    }
    return all;
}

/** Whoever took the entry out had seen it; what a resident wrote themselves, they took out themselves. */
bool covers(const merge::Version &removal, const Standing &said)
{
    const bool own = said.version.op.voice() == wire::v1::VOICE_RESIDENT && said.version.enteredByAuthor();
    if (own && removal.enterer != said.version.author) {
        return false;
    }
    const auto seen = merge::seenOf(removal.op.seen());
    return said.version.dot == removal.dot ||
           std::any_of(seen.begin(), seen.end(),
                       [&](const merge::Head &named) { return named.fits(said.head); });
}

std::string rankOf(const Fold &fold, const EntityId &id)
{
    const auto view = fold.view(id, domain::field::kEntryRank);
    return view.versions.empty() ? std::string() : view.versions.back().op.rank();
}

} // namespace

std::vector<const Item *> levelsOf(const catalogue::Definition &definition, std::string_view linkId)
{
    std::vector<const Item *> levels;
    findLevels(definition.items, linkId, levels);
    return levels;
}

std::vector<EntityId> entriesOf(const FieldAt &at)
{
    std::vector<EntityId> entries = at.within;
    if (at.entry) {
        entries.push_back(*at.entry);
    }
    return entries;
}

FieldAt fieldAt(const std::string &linkId, const std::vector<EntityId> &entries)
{
    FieldAt at(linkId);
    if (!entries.empty()) {
        at.entry = entries.back();
        at.within.assign(entries.begin(), entries.end() - 1);
    }
    return at;
}

bool standsThere(const Fold &fold, const EntityId &plan, const FieldAt &at)
{
    EntityId parent = plan;
    for (const EntityId &entry : entriesOf(at)) {
        const auto there = fold.children(parent);
        if (!fold.fields(entry).empty() && !std::binary_search(there.begin(), there.end(), entry)) {
            return false;
        }
        parent = entry;
    }
    return true;
}

std::vector<EntityId> entriesWithin(const Fold &fold, const EntityId &entry)
{
    std::set<EntityId> found{entry};
    std::vector<EntityId> open{entry}; // no recursion: how deep it goes is what somebody wrote
    while (!open.empty()) {
        const auto children = fold.children(open.back());
        open.pop_back();
        for (const EntityId &child : children) {
            if (found.insert(child).second) { // or two that name each other as parent never end
                open.push_back(child);
            }
        }
    }
    found.erase(entry);
    return {found.begin(), found.end()};
}

std::set<merge::Head> headsWithin(const Fold &fold, const EntityId &entry)
{
    auto heads = domain::headsOf(entry, fold);
    for (const EntityId &inner : entriesWithin(fold, entry)) {
        heads.merge(domain::headsOf(inner, fold));
    }
    return heads;
}

ItemState entryState(const Fold &fold, const EntityId &entry)
{
    const ItemState state = fold.itemState(entry);
    const auto inner = state == ItemState::Removed ? entriesWithin(fold, entry) : std::vector<EntityId>();
    if (inner.empty()) {
        return state;
    }
    auto removals = standing(fold, entry, "");
    std::erase_if(removals, [](const Standing &one) { return !one.version.op.remove(); });
    const auto isSeen = [&](const Standing &said) {
        return !isContent(said.version) ||
               std::any_of(removals.begin(), removals.end(),
                           [&](const Standing &removal) { return covers(removal.version, said); });
    };
    for (const EntityId &one : inner) {
        if (fold.itemState(one) == ItemState::Removed) {
            continue; // taken out by itself
        }
        for (const std::string &field : fold.fields(one)) {
            const auto said = field.empty() ? std::vector<Standing>() : standing(fold, one, field);
            if (!std::all_of(said.begin(), said.end(), isSeen)) {
                return ItemState::RemovedButEdited;
            }
        }
    }
    return state;
}

bool holds(const ListPlace &place)
{
    return place.state == ItemState::Live || place.state == ItemState::RemovedButEdited;
}

std::vector<ListPlace> placesIn(const Fold &fold, const EntityId &parent, const Item &list)
{
    struct Sorted
    {
        ListPlace place;
        std::tuple<bool, std::string, std::uint64_t, Dot, EntityId> key;
    };
    std::vector<Sorted> sorted;
    for (const EntityId &id : fold.children(parent)) {
        const auto written = fold.history(id, list.linkId);
        if (written.empty()) {
            continue; // of another list, or its words have not come
        }
        const bool ordered = list.policy == catalogue::Policy::Order;
        ListPlace place{id, entryState(fold, id), ordered ? rankOf(fold, id) : std::string()};
        // Two tablets give the same rank: then what was begun first stands first, on both.
        const auto &first = written.front();
        auto key = std::tuple(place.rank.empty(), place.rank, first.lamport, first.dot, id);
        sorted.push_back({std::move(place), std::move(key)});
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    std::vector<ListPlace> places;
    for (Sorted &one : sorted) {
        places.push_back(std::move(one.place));
    }
    return places;
}

} // namespace trivsel::engine
