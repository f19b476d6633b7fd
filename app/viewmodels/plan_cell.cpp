#include "app/viewmodels/plan_cell.h"

#include "app/viewmodels/formatters.h"
#include "app/viewmodels/session.h"
#include "app/viewmodels/text.h"
#include "proto/domain/access.h"
#include "proto/domain/choice.h"
#include "proto/domain/yes.h"

#include <QStringList>

#include <algorithm>

namespace trivsel::app {

using merge::RegisterState;
using merge::Voice;

Signature signatureOf(const merge::Version &version, const Session &session, const Formatters &format)
{
    Signature signature;
    const PersonId &reader = session.who().person;
    const std::int64_t at = version.wallMs + version.offsetMs;
    signature.known = true;
    signature.said = !version.enteredByAuthor();
    signature.byYou = version.author == reader;
    signature.author = session.nameOf(version.author);
    signature.enteredByYou = version.enterer == reader;
    signature.enterer = session.nameOf(version.enterer);
    signature.day = format.day(at);
    signature.moment = format.fullMoment(at);
    signature.doubtful = version.clockQuality == 2;
    return signature;
}

Signature signatureOfNow(const PersonId &author, const Session &session)
{
    Signature signature;
    const PersonId &writer = session.who().person;
    signature.known = true;
    signature.said = author != writer;
    signature.byYou = author == writer;
    signature.author = session.nameOf(author);
    signature.enteredByYou = true;
    signature.enterer = session.nameOf(writer);
    return signature;
}

QString wordsOf(const merge::Version &version)
{
    return toQt(version.op.has_parts() ? domain::chosenIn(version.op).words : version.op.text());
}

namespace {

bool maySeeOtherwise(const Session &session)
{
    domain::Situation situation;
    situation.role = session.who().role;
    situation.voice = Voice::VOICE_RESIDENT;
    situation.ownWords = session.isResident();
    return domain::allowed(domain::Action::SeeOtherwise, situation);
}

} // namespace

bool mayWriteIn(Voice voice, const Session &session)
{
    domain::Situation situation;
    situation.role = session.who().role;
    situation.voice = voice;
    situation.ownWords = session.isResident();
    situation.among = session.isInTeam();
    const bool asResident =
        voice == Voice::VOICE_RESIDENT || (voice == Voice::VOICE_UNSPECIFIED && session.isResident());
    const auto action = asResident ? domain::Action::WriteResidentVoice : domain::Action::WriteStaffVoice;
    return domain::allowed(action, situation);
}

namespace {

FieldState stateOf(const merge::RegisterView &view)
{
    if (view.opaque) {
        return FieldState::Unreadable;
    }
    switch (view.state) {
    case RegisterState::Empty:
        return FieldState::Empty;
    case RegisterState::One:
    case RegisterState::Members:
        return FieldState::One;
    case RegisterState::Merged:
        return FieldState::Merged;
    case RegisterState::Two:
        return FieldState::Two;
    case RegisterState::Talk:
        return FieldState::Talk;
    case RegisterState::KeptBoth:
        return FieldState::KeptBoth;
    }
    return FieldState::Empty;
}

/** While versions wait, what its author wrote last stands in the field: nobody's words may look gone. */
QString ownNewest(const merge::RegisterView &view)
{
    const auto &versions = view.versions;
    const auto own = std::find_if(versions.rbegin(), versions.rend(),
                                  [](const auto &version) { return version.enteredByAuthor(); });
    return versions.empty() ? QString() : wordsOf(own != versions.rend() ? *own : versions.back());
}

} // namespace

namespace {

QString draftWordsOf(const engine::FieldShown &field, const catalogue::Item &item, const Formatters &format)
{
    if (item.type != catalogue::ItemType::Choice) {
        return toQt(*field.draft);
    }
    const catalogue::Option *option = item.option(*field.draft);
    return option != nullptr ? toQt(option->text.in(format.language())) : QString();
}

} // namespace

QVariantList PlanCell::otherViewList() const
{
    QVariantList views;
    for (const OtherViewCell &view : otherViews) {
        views.append(QVariant::fromValue(view));
    }
    return views;
}

bool PlanCell::hasUnfinished() const
{
    return unfinished || std::any_of(otherViews.begin(), otherViews.end(),
                                     [](const auto &view) { return view.unfinished; });
}

QString textOf(const merge::RegisterView &view)
{
    if (view.state == RegisterState::Merged) {
        return toQt(view.mergedText);
    }
    QStringList texts;
    for (const auto &version : view.versions) {
        texts.append(wordsOf(version));
    }
    return texts.join(QStringLiteral("\n\n"));
}

PlanCell planCellOf(const engine::FieldShown &field, const catalogue::Item &item, const Session &session,
                    const Formatters &format)
{
    const auto voice = static_cast<Voice>(item.voice);
    PlanCell cell;
    cell.there = true;
    cell.state = stateOf(field.view);
    cell.text = app::textOf(field.view);
    cell.versions = static_cast<int>(field.view.versions.size());
    if (field.view.waitsForPerson()) {
        cell.text = ownNewest(field.view);
    }
    cell.mayWrite = !field.view.opaque && mayWriteIn(voice, session);
    if (!field.view.versions.empty()) {
        const auto &newest = field.view.versions.back();
        cell.signature = signatureOf(newest, session, format);
        cell.waitsForYes = domain::waitsForYes(field.view);
        cell.mayConfirm = cell.waitsForYes && session.isResident() && cell.mayWrite;
    }
    cell.unfinished = field.draft.has_value();
    cell.choice = item.type == catalogue::ItemType::Choice;
    if (field.draft && !field.view.waitsForPerson()) {
        cell.text = draftWordsOf(field, item, format);
        cell.waitsForYes = cell.mayConfirm = false;
    }
    if (item.type == catalogue::ItemType::Date) {
        cell.text = format.dateWords(cell.text);
    }
    cell.mayDiffer = voice == Voice::VOICE_STAFF && !cell.text.isEmpty() && !field.view.opaque &&
                     !field.view.waitsForPerson() && maySeeOtherwise(session);
    for (const auto &row : otherViewRows(field.otherViews, field.begunViews, session, format)) {
        cell.otherViews.append(row.cell);
    }
    cell.mayChangeViews = !cell.otherViews.isEmpty() && maySeeOtherwise(session);
    return cell;
}

bool holds(const engine::EntryShown &entry)
{
    return entry.state != merge::ItemState::Removed;
}

PlanCell entryCellOf(const engine::EntryShown &entry, const catalogue::Item &item, const Session &session,
                     const Formatters &format)
{
    PlanCell cell = planCellOf(entry.words, item, session, format);
    cell.mayWrite = entry.mayEdit;
    cell.mayConfirm = cell.mayConfirm && entry.mayEdit;
    cell.mayDiffer = cell.mayDiffer && holds(entry);
    return cell;
}

PlanCell listCellOf(const engine::ListShown &list, const catalogue::Item &item, const Session &session,
                    const Formatters &format)
{
    static constexpr int kLines = 4; // a card among others; the page of the list has them all
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
    cell.text = all.join(QLatin1Char('\n'));
    cell.lines = all.mid(0, kLines);
    cell.more = static_cast<int>(all.size() - cell.lines.size());
    cell.state = all.isEmpty() ? FieldState::Empty : FieldState::One;
    return cell;
}

PlanLevel levelOf(const engine::PlanSnapshot &plan)
{
    return {plan.fields, plan.lists, plan.groups};
}

bool holds(const engine::GroupEntryShown &entry)
{
    return entry.state != merge::ItemState::Removed;
}

PlanLevel levelOf(const engine::GroupEntryShown &entry)
{
    return {entry.fields, entry.lists, entry.groups, holds(entry)};
}

namespace {

template <class Shown> const Shown *named(const std::vector<Shown> &all, const std::string &linkId)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Shown &one) { return one.linkId == linkId; });
    return found == all.end() ? nullptr : &*found;
}

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

PlanCell groupCellOf(const engine::GroupShown &group, const catalogue::Item &item, const Session &session,
                     const Formatters &format)
{
    static constexpr int kLines = 4;
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
    cell.text = all.join(QLatin1Char('\n'));
    cell.lines = all.mid(0, kLines);
    cell.more = static_cast<int>(all.size() - cell.lines.size());
    cell.state = all.isEmpty() ? FieldState::Empty : FieldState::One;
    return cell;
}

} // namespace

const engine::FieldShown *fieldIn(const std::vector<engine::FieldShown> &fields, const std::string &linkId)
{
    return named(fields, linkId);
}

PlanCell cellOf(const PlanLevel &level, const catalogue::Item *item, const Session &session,
                const Formatters &format)
{
    if (item == nullptr) {
        return {};
    }
    PlanCell cell;
    if (const auto *field = named(level.fields, item->linkId)) {
        cell = planCellOf(*field, *item, session, format);
    } else if (const auto *list = named(level.lists, item->linkId)) {
        cell = listCellOf(*list, *item, session, format);
    } else if (const auto *group = named(level.groups, item->linkId)) {
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
        const auto *field = named(entry.fields, item->linkId);
        if (field == nullptr) {
            continue;
        }
        QString text = field->draft && !field->view.waitsForPerson() ? draftWordsOf(*field, *item, format)
                       : field->view.waitsForPerson()                ? ownNewest(field->view)
                                                                     : app::textOf(field->view);
        if (item->type == catalogue::ItemType::Date) {
            text = format.dateWords(text);
        }
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
