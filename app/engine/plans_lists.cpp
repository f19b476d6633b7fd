// The lists of a plan: an entry is an item of its own, whose parent is the plan, or the entry of a group in
// which the list stands. Its words stand in the register of the list's linkId, its place in another, and what
// takes it out in "". What is done to an entry as a whole is the same for the entries of groups.
#include "app/engine/plans.h"

#include "proto/base/limits.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/rank.h"
#include "proto/domain/remove_item.h"
#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::engine {

using catalogue::Item;
using domain::Action;
using merge::Fold;
using merge::ItemState;

namespace {

bool isOrdered(const Item &list)
{
    return list.policy == catalogue::Policy::Order;
}

} // namespace

ListShown Plans::listOf(const Level &level, const Item &item) const
{
    ListShown list;
    list.linkId = item.linkId;
    list.within = level.within;
    const FormKey &key = level.key;
    const auto voice = static_cast<merge::Voice>(item.voice);
    list.mayAdd =
        level.state != ItemState::Removed && m.access.writeField(key.who, key.resident, voice).has_value();
    list.full = entriesHeld(level.form, level.fold, item, level.within) >= limits::kListEntriesMax;
    for (const ListPlace &place : placesIn(level.fold, level.parent(), item)) {
        list.entries.push_back(entryOf(level, item, place.id));
    }
    for (const EntityId &begun : begunIn(level.form, level.fold, item, level.within)) {
        list.entries.push_back(entryOf(level, item, begun));
    }
    return list;
}

EntryShown Plans::entryOf(const Level &level, const Item &item, const EntityId &id) const
{
    Form &form = level.form;
    const Fold &fold = level.fold;
    EntryShown entry;
    entry.id = id;
    const FieldAt at(item.linkId, id, level.within);
    entry.words = fieldOf(form, fold, at, false);
    const bool written = !entry.words.view.heads.empty();
    const bool gone = level.state == ItemState::Removed; // with what it stands in
    entry.state = !written ? ItemState::Absent : gone ? ItemState::Removed : fold.itemState(id);
    entry.suggestion = merge::textOf(fold.view(id, domain::field::kEntrySuggestion));
    ShownField &shown = form.shown[form.placeOf(at)];
    shown.state = gone ? ItemState::Removed : entry.state;
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
    const FormKey &key = level.key;
    const auto may = [&](Action action) {
        return !gone && entry.state != ItemState::Absent && !shown.readOnly &&
               m.access.settleField(action, key.who, key.resident, static_cast<merge::Voice>(item.voice))
                   .has_value();
    };
    entry.mayEdit = mayWrite(key, item, shown).has_value();
    entry.mayWithdraw = may(Action::HideWords);
    entry.mayMove = isOrdered(item) && may(Action::ReorderWords);
    return entry;
}

Result<EntityId> Plans::newEntry(const PersonId &resident, const Who &who, const std::string &url,
                                 const std::string &linkId, const std::vector<EntityId> &within)
{
    const FormKey key{resident, who, url};
    const auto form = formOf(key);
    if (!form) {
        return tl::unexpected(form.error());
    }
    const FieldAt at(linkId, randomBytes<EntityId>(m.config.random), within);
    const auto item = repeatingOf(**form, at);
    if (!item) {
        return tl::unexpected(item.error());
    }
    const auto shown = beginning(key, **form, at);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    return *at.entry;
}

Plans::Place Plans::placeOf(const Form &form, const Draft &draft)
{
    const auto &field = draft.content.field();
    return {EntityId::from(field.entity()).value_or(form.entity), field.link_id()};
}

void Plans::placeAtEnd(const Form &form, const Fold &fold, std::vector<Save> &saves)
{
    std::map<Place, std::string> last; // of each list, in what it stands
    for (Save &save : saves) {
        const Item *item = save.begins ? form.definition->find(save.begins->linkId) : nullptr;
        if (item == nullptr || !isOrdered(*item)) {
            continue;
        }
        const EntityId &parent = parentOf(form, *save.begins);
        const auto [at, first] = last.try_emplace({parent, item->linkId});
        std::string &rank = at->second;
        if (first) {
            for (const ListPlace &place : placesIn(fold, parent, *item)) {
                rank = place.rank.empty() ? rank : place.rank;
            }
        }
        // Behind a rank that is none of ours: nobody's order is touched, and a move gives the list new ones.
        const auto next = domain::rankAfter(rank);
        if (!next) {
            continue;
        }
        rank = *next;
        save.ops.push_back(opFor({*save.begins->entry, domain::field::kEntryRank}, parent, wire::v1::ORDER,
                                 static_cast<merge::Voice>(item->voice), save.ops.front().definition));
        save.ops.back().op.set_rank(rank);
    }
}

Result<Plans::ShownField *> Plans::shownEntry(const FormKey &key, Form &form, const FieldAt &at,
                                              Action action)
{
    const auto item = repeatingOf(form, at);
    if (!item) {
        return tl::unexpected(item.error());
    }
    const auto fold = m.folds.of(form.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    if (!standsThere(**fold, form.entity, at)) {
        return fail(Errc::BadArgument, "an entry of something else");
    }
    const auto shown = form.shown.find(form.placeOf(at));
    if (shown == form.shown.end() || shown->second.state == ItemState::Absent) {
        return fail(Errc::BadArgument, "the entry was not shown");
    }
    if (shown->second.readOnly) {
        return fail(Errc::Unsupported, "a newer program wrote here");
    }
    if (action == Action::HideWords) {
        TRIVSEL_TRY(mayTakeOut(key, **item, shown->second.residents));
    } else {
        TRIVSEL_TRY(
            m.access.settleField(action, key.who, key.resident, static_cast<merge::Voice>((*item)->voice)));
    }
    return &shown->second;
}

Result<merge::Head> Plans::writeRemoval(const FormKey &key, const Form &form, wire::v1::Op op)
{
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
    auto op = goes ? domain::removeItem(*at.entry, voice, entry.all)
                   : domain::putBack(*at.entry, voice, entry.removals);
    op.set_parent(parentOf(**form, at).str());
    const auto head = writeRemoval(key, **form, std::move(op));
    if (!head) {
        return tl::unexpected(head.error());
    }
    entry.state = to;
    entry.removals = {*head};
    rememberWithin(**form, at, *head);
    for (auto &[place, stood] : (*form)->shown) {
        if (place.entity == *at.entry) {
            stood.state = to; // its fields can be written, or not
        }
    }
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
                                       const FieldAt &where, bool up)
{
    const EntityId &parent = parentOf(form, where);
    const EntityId &id = *where.entry;
    auto places = placesIn(fold, parent, item);
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
        auto op = opFor({entry, domain::field::kEntryRank}, parent, wire::v1::ORDER,
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
    for (wire::v1::Op &op : moved(**fold, **form, *item, at, up)) {
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
