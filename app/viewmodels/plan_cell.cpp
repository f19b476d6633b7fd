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

QString shownWordsOf(const engine::FieldShown &field, const catalogue::Item &item, const Formatters &format)
{
    const bool waits = field.view.waitsForPerson();
    const QString words = waits                     ? ownNewest(field.view)
                          : field.draft.has_value() ? draftWordsOf(field, item, format)
                                                    : app::textOf(field.view);
    return item.type == catalogue::ItemType::Date ? format.dateWords(words) : words;
}

PlanCell planCellOf(const engine::FieldShown &field, const catalogue::Item &item, const Session &session,
                    const Formatters &format)
{
    const auto voice = static_cast<Voice>(item.voice);
    PlanCell cell;
    cell.there = true;
    cell.state = stateOf(field.view);
    cell.text = shownWordsOf(field, item, format);
    cell.versions = static_cast<int>(field.view.versions.size());
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
        cell.waitsForYes = cell.mayConfirm = false;
    }
    cell.mayDiffer = voice == Voice::VOICE_STAFF && !cell.text.isEmpty() && !field.view.opaque &&
                     !field.view.waitsForPerson() && maySeeOtherwise(session);
    for (const auto &row : otherViewRows(field.otherViews, field.begunViews, session, format)) {
        cell.otherViews.append(row.cell);
    }
    cell.mayChangeViews = !cell.otherViews.isEmpty() && maySeeOtherwise(session);
    return cell;
}

} // namespace trivsel::app
