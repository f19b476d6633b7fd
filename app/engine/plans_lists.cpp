// The lists of a plan: an entry is an item of its own, whose parent is the plan. Its words stand in the
// register of the list's linkId, its place in another, and what takes it out in "".
#include "app/engine/plans.h"

#include "proto/base/limits.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/rank.h"
#include "proto/domain/remove_item.h"
#include "proto/merge/seen.h"

#include <algorithm>
#include <tuple>

namespace trivsel::engine {

using catalogue::Item;
using domain::Action;
using merge::Fold;
using merge::ItemState;

namespace {

bool holds(const ListPlace &place)
{
    return place.state == ItemState::Live || place.state == ItemState::RemovedButEdited;
}

std::string rankOf(const Fold &fold, const EntityId &id)
{
    const auto view = fold.view(id, domain::field::kEntryRank);
    return view.versions.empty() ? std::string() : view.versions.back().op.rank();
}

bool isOrdered(const Item &list)
{
    return list.policy == catalogue::Policy::Order;
}

} // namespace

std::vector<ListPlace> placesIn(const Fold &fold, const EntityId &plan, const Item &list)
{
    struct Sorted
    {
        ListPlace place;
        std::tuple<bool, std::string, std::uint64_t, Dot, EntityId> key;
    };
    std::vector<Sorted> sorted;
    for (const EntityId &id : fold.children(plan)) {
        const auto written = fold.history(id, list.linkId);
        if (written.empty()) {
            continue; // of another list, or its words have not come
        }
        ListPlace place{id, fold.itemState(id), isOrdered(list) ? rankOf(fold, id) : std::string()};
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

std::size_t Plans::entriesHeld(const Form &form, const std::vector<ListPlace> &places, const Item &item)
{
    const auto standing = std::count_if(places.begin(), places.end(), holds);
    const auto begun = std::count_if(form.drafts.begin(), form.drafts.end(), [&](const auto &draft) {
        return draft.first.field == item.linkId && draft.second.content.field().fresh();
    });
    return static_cast<std::size_t>(standing + begun);
}

ListShown Plans::listOf(const FormKey &key, Form &form, const Fold &fold, const Item &item) const
{
    ListShown list;
    list.linkId = item.linkId;
    const auto voice = static_cast<merge::Voice>(item.voice);
    list.mayAdd = m.access.writeField(key.who, key.resident, voice).has_value();
    const auto places = placesIn(fold, form.entity, item);
    list.full = entriesHeld(form, places, item) >= limits::kListEntriesMax;
    for (const ListPlace &place : places) {
        list.entries.push_back(entryOf(key, form, fold, item, place.id));
    }
    std::vector<const Draft *> begun;
    for (const auto &[place, draft] : form.drafts) {
        if (place.field == item.linkId && fold.history(place.entity, item.linkId).empty()) {
            begun.push_back(&draft);
        }
    }
    std::sort(begun.begin(), begun.end(), [](const Draft *a, const Draft *b) {
        return std::pair(a->content.started_ms(), a->id) < std::pair(b->content.started_ms(), b->id);
    });
    for (const Draft *draft : begun) {
        list.entries.push_back(entryOf(key, form, fold, item, placeOf(form, *draft).entity));
    }
    return list;
}

EntryShown Plans::entryOf(const FormKey &key, Form &form, const Fold &fold, const Item &item,
                          const EntityId &id) const
{
    EntryShown entry;
    entry.id = id;
    const FieldAt at(item.linkId, id);
    entry.words = fieldOf(form, fold, at);
    entry.state = entry.words.view.heads.empty() ? ItemState::Absent : fold.itemState(id);
    entry.suggestion = merge::textOf(fold.view(id, domain::field::kEntrySuggestion));
    ShownField &shown = form.shown[form.placeOf(at)];
    shown.state = entry.state;
    shown.all = domain::headsOf(id, fold);
    const auto removals = fold.view(id, "");
    shown.removals.insert(removals.heads.begin(), removals.heads.end());
    for (const merge::Version &one : removals.versions) {
        if (one.op.remove()) {
            entry.withdrawn = one;
        }
    }
    const auto &versions = entry.words.view.versions;
    shown.inOwnHand = std::any_of(versions.begin(), versions.end(),
                                  [](const auto &version) { return version.enteredByAuthor(); });
    const auto draft = form.drafts.find(form.placeOf(at));
    if (entry.state == ItemState::Absent && draft != form.drafts.end()) {
        entry.suggestion = draft->second.content.field().suggested();
    }
    const auto may = [&](Action action) {
        return entry.state != ItemState::Absent && !shown.readOnly &&
               m.access.settleField(action, key.who, key.resident, static_cast<merge::Voice>(item.voice))
                   .has_value();
    };
    entry.mayEdit = mayWrite(key, item, shown).has_value();
    entry.mayWithdraw = may(Action::HideWords);
    entry.mayMove = isOrdered(item) && may(Action::ReorderWords);
    return entry;
}

Result<EntityId> Plans::newEntry(const PersonId &resident, const Who &who, const std::string &url,
                                 const std::string &linkId)
{
    const FormKey key{resident, who, url};
    const auto form = formOf(key);
    if (!form) {
        return tl::unexpected(form.error());
    }
    const FieldAt at(linkId, randomBytes<EntityId>(m.config.random));
    const auto item = itemOf(**form, at);
    if (!item) {
        return tl::unexpected(item.error());
    }
    const auto shown = beginning(**form, **item, at);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    TRIVSEL_TRY(mayWrite(key, **item, *shown));
    return *at.entry;
}

Plans::Place Plans::placeOf(const Form &form, const Draft &draft)
{
    const auto &field = draft.content.field();
    return {EntityId::from(field.entity()).value_or(form.entity), field.link_id()};
}

void Plans::placeAtEnd(const Form &form, const Fold &fold, std::vector<Save> &saves)
{
    std::stable_sort(saves.begin(), saves.end(), [](const Save &a, const Save &b) {
        return a.draft.content.started_ms() < b.draft.content.started_ms();
    });
    std::map<std::string, std::string> last;
    for (Save &save : saves) {
        const auto &field = save.draft.content.field();
        const Item *item = form.definition->find(field.link_id());
        if (!field.fresh() || item == nullptr || !isOrdered(*item)) {
            continue;
        }
        if (!last.contains(field.link_id())) {
            const auto places = placesIn(fold, form.entity, *item);
            std::string &rank = last[field.link_id()];
            for (const ListPlace &place : places) {
                rank = place.rank.empty() ? rank : place.rank;
            }
        }
        std::string &rank = last[field.link_id()];
        // Behind a rank that is none of ours: nobody's order is touched, and a move gives the list new ones.
        const auto next = domain::rankAfter(rank);
        if (!next) {
            continue;
        }
        rank = *next;
        save.ops.push_back(opFor({placeOf(form, save.draft).entity, domain::field::kEntryRank}, form.entity,
                                 wire::v1::ORDER, field.voice(), save.ops.front().definition));
        save.ops.back().op.set_rank(rank);
    }
}

Result<Plans::ShownField *> Plans::shownEntry(const FormKey &key, Form &form, const FieldAt &at,
                                              Action action)
{
    const auto item = itemOf(form, at);
    if (!item) {
        return tl::unexpected(item.error());
    }
    const auto shown = form.shown.find(form.placeOf(at));
    if (!at.entry || shown == form.shown.end() || shown->second.state == ItemState::Absent) {
        return fail(Errc::BadArgument, "the entry was not shown");
    }
    if (shown->second.readOnly) {
        return fail(Errc::Unsupported, "a newer program wrote here");
    }
    TRIVSEL_TRY(
        m.access.settleField(action, key.who, key.resident, static_cast<merge::Voice>((*item)->voice)));
    return &shown->second;
}

Result<merge::Head> Plans::writeRemoval(const FormKey &key, const Form &form, wire::v1::Op op)
{
    op.set_parent(form.entity.str());
    merge::Head head;
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        const auto written =
            m.writer.write(form.stream, {key.who.person, key.who.person, key.who.role}, {{std::move(op)}});
        if (!written) {
            return tl::unexpected(written.error());
        }
        head = written->front();
        return {};
    }));
    return head;
}

Status Plans::settleEntry(const FormKey &key, const FieldAt &at, ItemState to)
{
    const auto form = formOf(key);
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto shown = shownEntry(key, **form, at, Action::HideWords);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    ShownField &entry = **shown;
    if (entry.state == to) {
        return {};
    }
    const bool goes = to == ItemState::Removed;
    if (goes) { // or what is typed would bring it back when it is saved
        if (const auto saved = saveDrafts(key, **form); !saved) {
            return tl::unexpected(saved.error());
        }
    }
    const auto voice = static_cast<merge::Voice>((*form)->definition->find(at.linkId)->voice);
    const auto head =
        writeRemoval(key, **form, goes ? domain::removeItem(*at.entry, voice, entry.all)
                                       : domain::putBack(*at.entry, voice, entry.removals));
    if (!head) {
        return tl::unexpected(head.error());
    }
    entry.state = to;
    entry.removals = {*head};
    entry.all.insert(*head);
    return {};
}

Status Plans::withdrawEntry(const PersonId &resident, const Who &who, const std::string &url,
                            const FieldAt &at)
{
    return settleEntry({resident, who, url}, at, ItemState::Removed);
}

Status Plans::bringBackEntry(const PersonId &resident, const Who &who, const std::string &url,
                             const FieldAt &at)
{
    return settleEntry({resident, who, url}, at, ItemState::Live);
}

std::vector<wire::v1::Op> Plans::moved(const Fold &fold, const Form &form, const Item &item,
                                       const EntityId &id, bool up)
{
    auto places = placesIn(fold, form.entity, item);
    if (up) {
        std::reverse(places.begin(), places.end()); // towards the end of this
    }
    const auto at = std::find_if(places.begin(), places.end(), [&](const auto &one) { return one.id == id; });
    if (at == places.end()) {
        return {};
    }
    const auto over = std::find_if(at + 1, places.end(), holds);
    if (over == places.end()) {
        return {};
    }
    const auto behind = over + 1;
    const std::string &near = over->rank;
    const std::string far = behind == places.end() ? std::string() : behind->rank;
    const bool lawful = !near.empty() && (behind == places.end() || !far.empty());
    const auto between = up ? domain::rankBetween(far, near) : domain::rankBetween(near, far);
    std::rotate(at, at + 1, behind); // it stands behind `over` now
    std::vector<std::pair<EntityId, std::string>> ranks;
    if (lawful && between) {
        ranks.emplace_back(id, *between);
    } else {
        if (up) {
            std::reverse(places.begin(), places.end());
        }
        const auto fresh = domain::freshRanks(places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            ranks.emplace_back(places[i].id, fresh[i]);
        }
    }
    std::vector<wire::v1::Op> ops;
    for (const auto &[entry, rank] : ranks) {
        auto op = opFor({entry, domain::field::kEntryRank}, form.entity, wire::v1::ORDER,
                        static_cast<wire::v1::Voice>(item.voice), {})
                      .op;
        op.set_rank(rank);
        merge::addSeen(op, fold.view(entry, domain::field::kEntryRank).heads);
        ops.push_back(std::move(op));
    }
    return ops;
}

Status Plans::moveEntry(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at,
                        bool up)
{
    const FormKey key{resident, who, url};
    const auto form = formOf(key);
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto shown = shownEntry(key, **form, at, Action::ReorderWords);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    const Item *item = (*form)->definition->find(at.linkId);
    if (!isOrdered(*item) || (*shown)->state == ItemState::Removed) {
        return fail(Errc::Unsupported, "it has no place that could change");
    }
    const auto fold = m.folds.of((*form)->stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    std::vector<DefinedOp> ops;
    for (wire::v1::Op &op : moved(**fold, **form, *item, *at.entry, up)) {
        ops.push_back({std::move(op)});
    }
    if (ops.empty()) {
        return {};
    }
    return m.store->write([&]() -> Status {
        const auto written = m.writer.write((*form)->stream, {who.person, who.person, who.role}, ops);
        return written ? Status() : tl::unexpected(written.error());
    });
}

} // namespace trivsel::engine
