// The groups of a plan that repeat: an entry is an item of its own, as an entry of a list is, with a field in
// each of its registers. A register of the group's linkId says that it is there. Lists and groups may stand
// in it; their entries name it as parent.
#include "app/engine/plan_values.h"
#include "app/engine/plans.h"

#include "proto/base/limits.h"
#include "proto/domain/home_fields.h"

#include <algorithm>

namespace trivsel::engine {

using catalogue::Item;
using domain::Action;
using merge::Fold;
using merge::ItemState;

namespace {

bool isGroup(const Item &item)
{
    return item.type == catalogue::ItemType::Group;
}

bool isResidents(const merge::RegisterView &view)
{
    return view.voice == wire::v1::VOICE_RESIDENT &&
           std::any_of(view.versions.begin(), view.versions.end(),
                       [](const merge::Version &version) { return !saysNothing(version.op); });
}

/** Something in it is the resident's. What they took out themselves counts, too: it could come back. */
bool isResidents(const GroupEntryShown &entry)
{
    const auto inField = [](const FieldShown &field) { return isResidents(field.view); };
    const auto inList = [&](const ListShown &list) {
        return std::any_of(list.entries.begin(), list.entries.end(),
                           [&](const EntryShown &one) { return isResidents(one.words.view); });
    };
    const auto inGroup = [](const GroupShown &group) {
        return std::any_of(group.entries.begin(), group.entries.end(),
                           [](const GroupEntryShown &one) { return isResidents(one); });
    };
    return std::any_of(entry.fields.begin(), entry.fields.end(), inField) ||
           std::any_of(entry.lists.begin(), entry.lists.end(), inList) ||
           std::any_of(entry.groups.begin(), entry.groups.end(), inGroup);
}

/** A newer program wrote somewhere in it. */
bool isOpaque(const GroupEntryShown &entry)
{
    const auto inField = [](const FieldShown &field) { return field.view.opaque; };
    const auto inList = [](const ListShown &list) {
        return std::any_of(list.entries.begin(), list.entries.end(),
                           [](const EntryShown &one) { return one.words.view.opaque; });
    };
    const auto inGroup = [](const GroupShown &group) {
        return std::any_of(group.entries.begin(), group.entries.end(),
                           [](const GroupEntryShown &one) { return isOpaque(one); });
    };
    return std::any_of(entry.fields.begin(), entry.fields.end(), inField) ||
           std::any_of(entry.lists.begin(), entry.lists.end(), inList) ||
           std::any_of(entry.groups.begin(), entry.groups.end(), inGroup);
}

} // namespace

Plans::Level Plans::Level::inside(const EntityId &entry, ItemState of) const
{
    Level level{key, form, fold, within, state == ItemState::Removed ? state : of};
    level.within.push_back(entry);
    return level;
}

void Plans::show(const Level &level, const std::vector<Item> &items, LevelShown &into) const
{
    for (const Item &item : items) {
        if (isGroup(item) && item.repeats) {
            into.groups.push_back(groupOf(level, item));
        } else if (item.isQuestion() && item.repeats) {
            into.lists.push_back(listOf(level, item));
        } else if (item.isQuestion()) {
            const FieldAt at = fieldAt(item.linkId, level.within);
            const bool choice = item.type == catalogue::ItemType::Choice;
            into.fields.push_back(fieldOf(level.form, level.fold, at, choice));
            level.form.shown[level.form.placeOf(at)].state =
                level.within.empty() ? ItemState::Absent : level.state;
        } else {
            show(level, item.children, into);
        }
    }
}

std::vector<EntityId> Plans::begunIn(const Form &form, const Fold &fold, const Item &item,
                                     const std::vector<EntityId> &within)
{
    std::map<EntityId, std::pair<std::int64_t, DraftId>> firsts;
    for (const auto &[place, draft] : form.drafts) {
        const auto entries = entriesOf(fieldOfDraft(form, draft));
        const auto levels = levelsOf(*form.definition, place.field);
        const std::size_t depth = within.size();
        if (entries.size() != levels.size() || levels.size() <= depth || levels[depth] != &item ||
            !std::equal(within.begin(), within.end(), entries.begin()) ||
            !fold.history(entries[depth], item.linkId).empty()) {
            continue;
        }
        const std::pair when(draft.content.started_ms(), draft.id);
        const auto [first, fresh] = firsts.try_emplace(entries[depth], when);
        if (!fresh) {
            first->second = std::min(first->second, when);
        }
    }
    std::vector<EntityId> begun;
    for (const auto &[id, when] : firsts) {
        begun.push_back(id);
    }
    std::sort(begun.begin(), begun.end(),
              [&](const EntityId &a, const EntityId &b) { return firsts.at(a) < firsts.at(b); });
    return begun;
}

std::size_t Plans::entriesHeld(const Form &form, const Fold &fold, const Item &item,
                               const std::vector<EntityId> &within)
{
    const auto places = placesIn(fold, within.empty() ? form.entity : within.back(), item);
    const auto standing = std::count_if(places.begin(), places.end(), holds);
    return static_cast<std::size_t>(standing) + begunIn(form, fold, item, within).size();
}

GroupShown Plans::groupOf(const Level &level, const Item &item) const
{
    GroupShown group;
    group.linkId = item.linkId;
    group.within = level.within;
    const auto voice = static_cast<merge::Voice>(item.voice);
    group.mayAdd = level.state != ItemState::Removed &&
                   m.access.writeField(level.key.who, level.key.resident, voice).has_value();
    group.full = entriesHeld(level.form, level.fold, item, level.within) >= limits::kListEntriesMax;
    for (const ListPlace &place : placesIn(level.fold, level.parent(), item)) {
        group.entries.push_back(groupEntryOf(level, item, place.id));
    }
    for (const EntityId &begun : begunIn(level.form, level.fold, item, level.within)) {
        group.entries.push_back(groupEntryOf(level, item, begun));
    }
    return group;
}

GroupEntryShown Plans::groupEntryOf(const Level &level, const Item &item, const EntityId &id) const
{
    const Fold &fold = level.fold;
    GroupEntryShown entry;
    entry.id = id;
    entry.within = level.within;
    const auto written = fold.history(id, item.linkId);
    const bool gone = level.state == ItemState::Removed; // with what it stands in
    entry.state = written.empty() ? ItemState::Absent : gone ? ItemState::Removed : entryState(fold, id);
    if (!written.empty()) {
        entry.begun = written.front();
    }
    LevelShown all;
    show(level.inside(id, entry.state), item.children, all);
    entry.fields = std::move(all.fields);
    entry.lists = std::move(all.lists);
    entry.groups = std::move(all.groups);
    ShownField &shown = level.form.shown[{id, item.linkId}];
    shown = {};
    shown.state = entry.state;
    shown.all = headsWithin(fold, id);
    shown.residents = isResidents(entry);
    shown.readOnly = isOpaque(entry);
    const auto removals = fold.view(id, "");
    shown.removals.insert(removals.heads.begin(), removals.heads.end());
    for (const merge::Version &one : removals.versions) {
        if (one.op.remove()) {
            entry.withdrawn = one;
        }
    }
    const FormKey &key = level.key;
    const bool there = !gone && entry.state != ItemState::Absent && !shown.readOnly;
    const auto voice = static_cast<merge::Voice>(item.voice);
    entry.mayWithdraw = there && mayTakeOut(key, item, shown.residents).has_value();
    entry.mayMove = there && item.policy == catalogue::Policy::Order &&
                    m.access.settleField(Action::ReorderWords, key.who, key.resident, voice).has_value();
    return entry;
}

Status Plans::mayTakeOut(const FormKey &key, const Item &item, bool residents) const
{
    auto voice = static_cast<merge::Voice>(item.voice);
    if (residents && key.who.person != key.resident) {
        voice = wire::v1::VOICE_RESIDENT;
    } else if (voice == wire::v1::VOICE_UNSPECIFIED && key.who.person != key.resident) {
        voice = wire::v1::VOICE_STAFF; // nobody's list, and nothing of the resident's in this entry
    }
    return m.access.settleField(Action::HideWords, key.who, key.resident, voice);
}

Result<const Item *> Plans::repeatingOf(const Form &form, const FieldAt &at)
{
    const Item *item = form.definition->find(at.linkId);
    if (item == nullptr) {
        return fail(Errc::NotFound, "no such list");
    }
    const auto entries = entriesOf(at);
    const bool named = std::all_of(entries.begin(), entries.end(),
                                   [&](const auto &id) { return !id.isNull() && id != form.entity; });
    if (!item->repeats || !named || entries.size() != levelsOf(*form.definition, at.linkId).size()) {
        return fail(Errc::Unsupported, "not an entry of a list");
    }
    return item;
}

Status Plans::mayBegin(const FormKey &key, const Form &form, const Fold &fold, const FieldAt &at) const
{
    const auto levels = levelsOf(*form.definition, at.linkId);
    const auto entries = entriesOf(at);
    if (levels.empty() || entries.size() != levels.size()) {
        return fail(Errc::Unsupported, "not an entry of a list");
    }
    bool fresh = false;
    std::vector<EntityId> within;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const EntityId &id = entries[i];
        const auto known = fold.fields(id);
        if (!known.empty()) {
            if (fresh || fold.history(id, levels[i]->linkId).empty()) {
                return fail(Errc::BadArgument, "an entry of something else");
            }
            if (entryState(fold, id) == ItemState::Removed) {
                return fail(Errc::Unsupported, "it no longer holds");
            }
        } else {
            fresh = true;
            TRIVSEL_TRY(
                m.access.writeField(key.who, key.resident, static_cast<merge::Voice>(levels[i]->voice)));
            const auto begun = begunIn(form, fold, *levels[i], within);
            const bool counted = std::find(begun.begin(), begun.end(), id) != begun.end();
            if (!counted && entriesHeld(form, fold, *levels[i], within) >= limits::kListEntriesMax) {
                return fail(Errc::TooLarge, "the list has as many entries as it may");
            }
        }
        within.push_back(id);
    }
    // What stands there already was not shown to whoever writes.
    return fresh ? Status() : fail(Errc::BadArgument, "the plan was not opened");
}

std::vector<Plans::Save> Plans::beginnings(const FormKey &key, const Form &form, const Fold &fold,
                                           const std::vector<Save> &saves)
{
    std::vector<Save> begun;
    std::set<EntityId> done;
    for (const Save &save : saves) {
        const FieldAt at = fieldOfDraft(form, save.draft);
        const auto entries = entriesOf(at);
        const auto levels = levelsOf(*form.definition, at.linkId);
        for (std::size_t i = 0; i < levels.size() && i < entries.size(); ++i) {
            if (!isGroup(*levels[i]) || !fold.history(entries[i], levels[i]->linkId).empty() ||
                !done.insert(entries[i]).second) {
                continue;
            }
            const auto voice = static_cast<merge::Voice>(levels[i]->voice);
            Save one{save.draft, {}, authorship(key, voice)};
            one.begins = fieldAt(levels[i]->linkId,
                                 {entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(i) + 1});
            one.ops.push_back(opFor({entries[i], levels[i]->linkId}, parentOf(form, *one.begins),
                                    wire::v1::KEEP_BOTH, voice, save.ops.front().definition));
            one.ops.front().op.set_num(1);
            begun.push_back(std::move(one));
        }
    }
    return begun;
}

void Plans::rememberWithin(Form &form, const FieldAt &at, const merge::Head &head)
{
    const auto entries = entriesOf(at);
    const auto levels = levelsOf(*form.definition, at.linkId);
    for (std::size_t i = 0; i < levels.size() && i < entries.size(); ++i) {
        if (const auto shown = form.shown.find({entries[i], levels[i]->linkId}); shown != form.shown.end()) {
            shown->second.all.insert(head);
        }
    }
}

void Plans::rememberBegun(Form &form, const FieldAt &entry, const merge::Head &head)
{
    form.shown[form.placeOf(entry)].state = ItemState::Live;
    rememberWithin(form, entry, head);
    const auto levels = levelsOf(*form.definition, entry.linkId);
    const auto depth = levels.size();
    const auto fields = [&](const auto &self, const std::vector<Item> &items) -> void {
        for (const Item &item : items) {
            if (item.isQuestion() && !item.repeats) {
                form.shown[{*entry.entry, item.linkId}].state = ItemState::Live;
            } else if (isGroup(item) && !item.repeats) {
                self(self, item.children);
            }
        }
    };
    if (depth > 0 && isGroup(*levels.back())) {
        fields(fields, levels.back()->children);
    }
}

} // namespace trivsel::engine
