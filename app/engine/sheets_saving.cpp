// The end of an answer sheet: who may read it, Gem, Fortryd, and the change that comes of it.
#include "app/engine/sheets.h"

#include "proto/base/mutant.h"
#include "proto/domain/conversation.h"

#include <algorithm>

namespace trivsel::engine {

using catalogue::Definition;
using local::v1::Sheet;

namespace {

bool isForResident(StreamKind kind)
{
    return kind == StreamKind::Own || kind == StreamKind::Chosen || kind == StreamKind::Team;
}

/** Errors that concern one sheet only: it stays where it is, and the others are saved. */
bool concernsOneSheet(Errc code)
{
    return code == Errc::KeyMissing || code == Errc::TooLarge || code == Errc::NotFound ||
           code == Errc::Malformed;
}

} // namespace

Status Sheets::checkReaders(const Draft &draft, StreamKind readers) const
{
    const auto subject = PersonId::from(draft.content.subject()).value_or(PersonId());
    if (!isForResident(readers) || !m.home.isResident(subject)) {
        return fail(Errc::BadArgument, "nobody can be given that to read");
    }
    return m.home.streamOf(subject, readers) ? Status()
                                             : fail(Errc::NotFound, "there is no such stream here");
}

Status Sheets::setReaders(const DraftId &id, StreamKind readers)
{
    const auto open = load(id);
    if (!open) {
        return tl::unexpected(open.error());
    }
    return edit(id, [&](Sheet &sheet, const Definition &) -> Status {
        if (sheet.readers() != static_cast<std::uint32_t>(readers)) {
            TRIVSEL_TRY(checkReaders(open->draft, readers));
        }
        sheet.set_readers(static_cast<std::uint32_t>(readers));
        sheet.clear_usual();
        return {};
    });
}

Status Sheets::sayNotToday(const DraftId &id)
{
    return edit(id, [](Sheet &sheet, const Definition &) -> Status {
        const bool answered =
            std::any_of(sheet.answers().begin(), sheet.answers().end(),
                        [](const wire::v1::Answer &answer) { return answer.absent() != wire::v1::SKIPPED; });
        if (answered) {
            return fail(Errc::HasAnswers, "what was answered would not be saved");
        }
        sheet.set_outcome(wire::v1::NOT_TODAY);
        return {};
    });
}

Status Sheets::discard(const DraftId &id)
{
    const auto open = load(id);
    if (!open) {
        return tl::unexpected(open.error());
    }
    if (open->stored) {
        m.notifier.expectDrafts();
        TRIVSEL_TRY(m.store->write([&] { return m.drafts.remove(id); }));
    }
    m_open.erase(id);
    return {};
}

Status Sheets::send(const DraftId &id, std::optional<StreamKind> usual)
{
    auto open = load(id);
    if (!open) {
        return tl::unexpected(open.error());
    }
    Sheet &sheet = *open->draft.content.mutable_sheet();
    if (sheet.sent()) {
        return {};
    }
    if (isUntouched(sheet)) {
        return fail(Errc::BadArgument, "nothing was answered");
    }
    if (sheet.readers() == 0 && usual) {
        TRIVSEL_TRY(checkReaders(open->draft, *usual));
        sheet.set_readers(static_cast<std::uint32_t>(*usual));
        sheet.set_usual(true);
    }
    if (sheet.readers() == 0) {
        return fail(Errc::BadArgument, "who may read it must be chosen");
    }
    sheet.set_sent(true);
    return store(std::move(*open));
}

Status Sheets::undoSend(const DraftId &id)
{
    auto open = load(id);
    if (!open) {
        return tl::unexpected(open.error());
    }
    Sheet &sheet = *open->draft.content.mutable_sheet();
    if (!sheet.sent()) {
        return {};
    }
    sheet.set_sent(false);
    sheet.clear_outcome(); // "ikke i dag" was said with Gem
    if (sheet.usual()) {
        sheet.clear_usual();
        sheet.clear_readers();
        const auto subject = PersonId::from(open->draft.content.subject()).value_or(PersonId());
        open->draft.stream = sealingStream(subject).value_or(open->draft.stream);
    }
    return store(std::move(*open));
}

Status Sheets::settle(const std::optional<PersonId> &subject)
{
    auto sent = m.drafts.sent();
    if (!sent) {
        return tl::unexpected(sent.error());
    }
    if (subject) {
        std::erase_if(*sent, [&](const Draft &draft) {
            const auto about = PersonId::from(draft.content.subject()).value_or(PersonId());
            // Staff's own has no subject.
            return (about.isNull() ? draft.content.person() : draft.content.subject()) != subject->str();
        });
    }
    if (sent->empty()) {
        return {};
    }
    std::set<DraftId> settled;
    m.notifier.expectDrafts();
    if (TRIVSEL_MUTANT("draft-removed-first")) {
        TRIVSEL_TRY(m.store->write([&]() -> Status {
            for (const Draft &draft : *sent) {
                TRIVSEL_TRY(m.drafts.remove(draft.id));
            }
            return {};
        }));
    }
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        settled.clear();
        for (const Draft &draft : *sent) {
            Status done = settleOne(draft);
            if (done) {
                settled.insert(draft.id);
            } else if (!concernsOneSheet(done.error().code())) {
                return done;
            }
        }
        return {};
    }));
    for (const DraftId &id : settled) {
        m_open.erase(id);
    }
    return {};
}

/** That an answer was given, not what: also when only the resident may read it. */
Status Sheets::noteInConversation(const Draft &draft, const Authorship &by)
{
    const Sheet &sheet = draft.content.sheet();
    const auto talk = EntityId::from(sheet.conversation());
    const auto subject = PersonId::from(draft.content.subject()).value_or(PersonId());
    const auto stream = talk ? m.home.streamOf(subject, StreamKind::Team) : std::nullopt;
    if (!stream) {
        return {};
    }
    DefinedOp note;
    note.op = domain::writeConversationAnswer(*talk, EntityId{draft.id.data},
                                              {draft.content.url(), sheet.outcome() == wire::v1::NOT_TODAY});
    const auto written = m.writer.write(*stream, by, {note});
    return written || concernsOneSheet(written.error().code()) ? Status() : tl::unexpected(written.error());
}

Status Sheets::settleOne(const Draft &draft)
{
    if (draft.content.has_widen()) {
        return m.settleWidening(draft);
    }
    const Sheet &sheet = draft.content.sheet();
    const auto subject = PersonId::from(draft.content.subject()).value_or(PersonId());
    const auto person = PersonId::from(draft.content.person()).value_or(PersonId());
    const auto stream = m.home.streamOf(subject, static_cast<StreamKind>(sheet.readers()));
    const auto hash = DefinitionHash::from(draft.content.def()).value_or(DefinitionHash());
    if (!stream) {
        return fail(Errc::NotFound, "the stream it was meant for is not here");
    }
    DefinedOp defined;
    defined.definition = hash;
    defined.op.set_entity(draft.id.str()); // random, and so the saved answer keeps the sheet's id
    defined.op.set_field("response");
    defined.op.set_policy(wire::v1::KEEP_BOTH);
    defined.op.set_voice(m.home.isResident(subject) ? wire::v1::VOICE_RESIDENT : wire::v1::VOICE_STAFF);
    *defined.op.mutable_response() = responseOf(sheet, m.definitions.byHash(hash).get());
    const Authorship by{subject.isNull() ? person : subject, person, static_cast<Role>(draft.content.role())};
    const auto written = m.writer.write(*stream, by, {defined});
    if (!written) {
        return tl::unexpected(written.error());
    }
    TRIVSEL_TRY(noteInConversation(draft, by));
    if (const Status published = m.definitions.publish(hash);
        !published && !concernsOneSheet(published.error().code())) {
        return published;
    }
    return m.drafts.remove(draft.id);
}

} // namespace trivsel::engine
