#include "app/viewmodels/plan_cell.h"

#include "app/viewmodels/formatters.h"
#include "app/viewmodels/session.h"
#include "app/viewmodels/text.h"
#include "proto/domain/access.h"

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
    return toQt(version.op.text());
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

QVariantList PlanCell::otherViewList() const
{
    QVariantList views;
    for (const OtherViewCell &view : otherViews) {
        views.append(QVariant::fromValue(view));
    }
    return views;
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
        cell.waitsForYes = cell.state == FieldState::One && voice == Voice::VOICE_RESIDENT &&
                           !newest.enteredByAuthor() && !cell.text.isEmpty();
        cell.mayConfirm = cell.waitsForYes && session.isResident() && cell.mayWrite;
    }
    cell.unfinished = field.draft.has_value();
    if (field.draft && !field.view.waitsForPerson()) {
        cell.text = toQt(*field.draft);
        cell.waitsForYes = cell.mayConfirm = false;
    }
    if (item.type == catalogue::ItemType::Date) {
        cell.text = format.dateWords(cell.text);
    }
    cell.mayDiffer = voice == Voice::VOICE_STAFF && !cell.text.isEmpty() && !field.view.opaque &&
                     !field.view.waitsForPerson() && maySeeOtherwise(session);
    for (const auto &view : field.otherViews) {
        cell.otherViews.append(otherViewCellOf(view, session, format));
    }
    return cell;
}

PlanCell entryCellOf(const engine::EntryShown &entry, const catalogue::Item &item, const Session &session,
                     const Formatters &format)
{
    PlanCell cell = planCellOf(entry.words, item, session, format);
    cell.mayWrite = entry.mayEdit;
    cell.mayConfirm = cell.mayConfirm && entry.mayEdit;
    return cell;
}

bool holds(const engine::EntryShown &entry)
{
    return entry.state != merge::ItemState::Removed;
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
        cell.unfinished = cell.unfinished || one.unfinished;
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

const engine::ListShown *listIn(const engine::PlanSnapshot &plan, const std::string &linkId)
{
    const auto found = std::find_if(plan.lists.begin(), plan.lists.end(),
                                    [&](const engine::ListShown &list) { return list.linkId == linkId; });
    return found == plan.lists.end() ? nullptr : &*found;
}

const engine::FieldShown *fieldIn(const engine::PlanSnapshot &plan, const engine::FieldAt &at)
{
    if (!at.entry) {
        const auto found =
            std::find_if(plan.fields.begin(), plan.fields.end(),
                         [&](const engine::FieldShown &shown) { return shown.linkId == at.linkId; });
        return found == plan.fields.end() ? nullptr : &*found;
    }
    const auto *list = listIn(plan, at.linkId);
    if (list == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(list->entries.begin(), list->entries.end(),
                                    [&](const engine::EntryShown &entry) { return entry.id == *at.entry; });
    return found == list->entries.end() ? nullptr : &found->words;
}

} // namespace trivsel::app
