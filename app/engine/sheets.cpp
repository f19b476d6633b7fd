#include "app/engine/sheets.h"

#include "app/engine/talk_drafts.h"
#include "proto/base/limits.h"
#include "proto/base/text.h"

namespace trivsel::engine {

using catalogue::About;
using catalogue::Audience;
using catalogue::Definition;
using catalogue::Item;
using catalogue::ItemType;
using local::v1::Sheet;

namespace {

Status checkFits(const Definition &definition, const PersonId &subject, bool subjectIsResident,
                 const PersonId &about)
{
    if (definition.kind != catalogue::Kind::Form) {
        return fail(Errc::BadArgument, "not a form");
    }
    const bool fits = definition.audience == Audience::Both ||
                      (definition.audience == Audience::Resident && subjectIsResident) ||
                      (definition.audience == Audience::Staff && !subjectIsResident && !subject.isNull()) ||
                      (definition.audience == Audience::Meeting && subject.isNull());
    if (!fits) {
        return fail(Errc::BadArgument, "the form is for somebody else");
    }
    const bool needsAbout = definition.about == About::Helper || definition.about == About::Resident;
    if (needsAbout && about.isNull()) {
        return fail(Errc::BadArgument, "whom it is about must be known");
    }
    if (definition.about == About::Nobody && !about.isNull()) {
        return fail(Errc::BadArgument, "the form is about nobody else");
    }
    return {};
}

/** Whose hand it is in. */
Who writerOf(const Draft &draft)
{
    return {PersonId::from(draft.content.person()).value_or(PersonId()),
            static_cast<Role>(draft.content.role())};
}

Result<const Item *> questionOf(const Definition &definition, const std::string &linkId)
{
    const Item *item = definition.find(linkId);
    if (item == nullptr || !item->isQuestion()) {
        return fail(Errc::NotFound, "no such question");
    }
    return item;
}

} // namespace

std::vector<StreamId> Sheets::sealingStreams(const PersonId &subject) const
{
    std::vector<StreamId> streams;
    for (const StreamKind kind : {StreamKind::Own, StreamKind::Chosen, StreamKind::Team, StreamKind::Staff}) {
        if (const auto stream = m.home.streamOf(subject, kind); stream && !subject.isNull()) {
            streams.push_back(*stream);
        }
    }
    if (subject.isNull()) {
        streams.push_back({StreamKind::Group, {}}); // the tablet's own key
    }
    return streams;
}

std::optional<StreamId> Sheets::sealingStream(const PersonId &subject) const
{
    auto streams = sealingStreams(subject);
    // What is begun must outlive a cover, which closes `own`, and new pictures.
    if (streams.size() > 1 && streams.front().kind == StreamKind::Own) {
        streams.erase(streams.begin());
    }
    return streams.empty() ? std::nullopt : std::optional(streams.front());
}

DraftSnapshot Sheets::show(const Draft &draft) const
{
    const auto hash = DefinitionHash::from(draft.content.def());
    const auto definition = hash ? m.definitions.byHash(*hash) : nullptr;
    DraftSnapshot shown = snapshotOf(draft, definition.get());
    if (definition && !shown.readers) {
        shown.usualReaders = usualReaders(shown, *definition);
    }
    return shown;
}

std::optional<StreamKind> Sheets::readersOf(const Draft &draft) const
{
    const DraftSnapshot shown = show(draft);
    return shown.readers ? shown.readers : shown.usualReaders;
}

std::optional<StreamKind> Sheets::usualReaders(const DraftSnapshot &sheet, const Definition &definition) const
{
    const bool theirOwn = sheet.who == Who{sheet.subject, Role::ROLE_RESIDENT};
    if (definition.secrecy != catalogue::Secrecy::Wellbeing || !theirOwn ||
        !m.home.isResident(sheet.subject)) {
        return std::nullopt; // about others it is asked each time
    }
    const domain::Profile profile = m.home.profile(sheet.subject);
    const auto usual = profile.ways.readers;
    const bool nobody = (usual == StreamKind::Chosen && profile.chosen.empty()) ||
                        (usual == StreamKind::Team && profile.team.empty());
    // *Kun mig* that is not open is never answered with somebody else.
    return usual && !nobody && m.home.streamOf(sheet.subject, *usual) ? usual : std::nullopt;
}

Result<Draft> Sheets::makeDraft(const PersonId &subject, const Who &who, const Definition &definition,
                                const PersonId &about) const
{
    const auto stream = sealingStream(subject);
    if (!stream) {
        return fail(Errc::KeyMissing, "no stream of that person is open here");
    }
    Draft draft{randomBytes<DraftId>(m.config.random), *stream, {}};
    local::v1::Draft &content = draft.content;
    content.set_subject(subject.str());
    content.set_person(who.person.str());
    content.set_role(static_cast<std::uint32_t>(who.role));
    content.set_url(definition.url);
    content.set_def(definition.hash.str());
    content.set_started_ms(m.config.clock());
    content.set_changed_ms(content.started_ms());
    Sheet &sheet = *content.mutable_sheet();
    sheet.set_about(about.str());
    // As they said they like to answer; what others fill in looks as the form does.
    const wire::v1::Way usual = usualWay(definition);
    sheet.set_way(usual == wire::v1::WAY_FACES && who.person == subject ? m.home.profile(subject).ways.answer
                                                                        : usual);
    sheet.set_language(m.language == catalogue::Language::Da ? "da" : "en");
    if (stream->kind == StreamKind::Staff || stream->kind == StreamKind::Group) {
        sheet.set_readers(static_cast<std::uint32_t>(stream->kind)); // there is nothing to choose
    }
    return draft;
}

Result<DraftSnapshot> Sheets::begin(const PersonId &subject, const Who &who, const std::string &url,
                                    const PersonId &about)
{
    const auto definition = m.definitions.byUrl(url);
    if (!definition) {
        return fail(Errc::NotFound, "no such definition");
    }
    TRIVSEL_TRY(m.access.answer(who, subject));
    const bool byOther = m.home.isResident(subject) && who.person != subject;
    if (byOther && m.home.profile(subject).ways.askingFor(url) == domain::Asking::NoMore) {
        return fail(Errc::NotAllowed, "the resident does not want to be asked that any more");
    }
    TRIVSEL_TRY(checkFits(*definition, subject, m.home.isResident(subject), about));
    auto stored = m.drafts.inStreams(sealingStreams(subject));
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    const auto talk = isAskedIn(m, subject, *definition)
                          ? talkUnderWay(m, subject)
                          : Result<std::optional<Draft>>(std::optional<Draft>());
    if (!talk) {
        return tl::unexpected(talk.error());
    }
    const std::string conversation = *talk ? (*talk)->id.str() : std::string();
    for (Draft &draft : *stored) {
        const Sheet &sheet = draft.content.sheet();
        if (draft.isSheet() && draft.belongsTo(subject, who, url) && sheet.about() == about.str() &&
            !sheet.sent()) {
            // Where it is answered; on disk with the next tap, or Gem.
            draft.content.mutable_sheet()->set_conversation(conversation);
            m_open[draft.id] = {draft, true};
            return show(draft);
        }
    }
    auto made = makeDraft(subject, who, *definition, about);
    if (!made) {
        return tl::unexpected(made.error());
    }
    made->content.mutable_sheet()->set_conversation(conversation);
    m_open[made->id] = {*made, false};
    return show(*made);
}

Result<Sheets::Open> Sheets::load(const DraftId &id)
{
    const auto known = m_open.find(id);
    auto open = known != m_open.end() ? Result<Open>(known->second) : read(id);
    if (open) {
        // No call says who taps: only whoever may answer as the sheet's writer, here and now.
        const auto subject = PersonId::from(open->draft.content.subject()).value_or(PersonId());
        TRIVSEL_TRY(m.access.answer(writerOf(open->draft), subject));
    }
    return open;
}

Result<Sheets::Open> Sheets::read(const DraftId &id)
{
    auto draft = m.drafts.find(id);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return draft->isSheet() ? Result<Open>(Open{std::move(*draft), true})
                            : fail(Errc::NotFound, "not an answer sheet");
}

Result<DraftSnapshot> Sheets::get(const DraftId &id)
{
    const auto open = load(id);
    if (!open) {
        return tl::unexpected(open.error());
    }
    return show(open->draft);
}

Result<std::vector<DraftSnapshot>> Sheets::of(const PersonId &subject, const Who &who)
{
    const auto stored = m.drafts.inStreams(sealingStreams(subject));
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    std::vector<DraftSnapshot> snapshots;
    for (const Draft &draft : *stored) {
        if (draft.isSheet() && draft.belongsTo(subject, who, draft.content.url())) {
            snapshots.push_back(show(draft));
        }
    }
    return snapshots;
}

void Sheets::forgetAbout(const PersonId &subject)
{
    const std::string raw = subject.str();
    std::erase_if(m_open, [&raw](const auto &each) { return each.second.draft.content.subject() == raw; });
}

void Sheets::settleSeal(Draft &draft) const
{
    const auto subject = PersonId::from(draft.content.subject()).value_or(PersonId());
    if (!m.home.isResident(subject)) {
        return;
    }
    const auto readers = readersOf(draft);
    if (!readers || (*readers != StreamKind::Own && !draft.content.sheet().sent())) {
        if (draft.stream.kind == StreamKind::Own) { // *kun mig* was said, and something else after it
            draft.stream = sealingStream(subject).value_or(draft.stream);
        }
        return;
    }
    // *Kun mig* from the moment that was said, once or of this sheet. Sent to others it becomes a change at
    // the next start, when nobody has opened `own`.
    if (const auto stream = m.home.streamOf(subject, *readers)) {
        draft.stream = *stream;
    }
}

Status Sheets::store(Open open)
{
    settleSeal(open.draft);
    open.draft.content.set_changed_ms(m.config.clock());
    if (open.draft.content.ByteSizeLong() > kSheetBytesMax) {
        return fail(Errc::TooLarge, "the sheet holds more than it may");
    }
    const auto hash = DefinitionHash::from(open.draft.content.def());
    const auto definition = hash ? m.definitions.byHash(*hash) : nullptr;
    const bool untouched = isUntouched(open.draft.content.sheet());
    if (untouched && !open.stored) {
        m_open[open.draft.id] = std::move(open); // nothing to lose yet
        return {};
    }
    m.notifier.expectDrafts();
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        if (untouched) {
            return m.drafts.remove(open.draft.id);
        }
        if (!open.stored && definition) {
            TRIVSEL_TRY(m.definitions.keep(*definition));
        }
        return m.drafts.put(open.draft);
    }));
    open.stored = !untouched;
    m_open[open.draft.id] = std::move(open);
    return {};
}

Status Sheets::edit(const DraftId &id, const Edit &change)
{
    auto open = load(id);
    if (!open) {
        return tl::unexpected(open.error());
    }
    Sheet &sheet = *open->draft.content.mutable_sheet();
    if (sheet.sent()) {
        return fail(Errc::BadArgument, "the sheet was saved: undo that first");
    }
    const auto hash = DefinitionHash::from(open->draft.content.def());
    const auto definition = hash ? m.definitions.byHash(*hash) : nullptr;
    if (!definition) {
        return fail(Errc::NotFound, "the sheet's definition is not here");
    }
    TRIVSEL_TRY(change(sheet, *definition));
    return store(std::move(*open));
}

Status Sheets::choose(const DraftId &id, const std::string &linkId, const std::string &code)
{
    return edit(id, [&](Sheet &sheet, const Definition &definition) -> Status {
        const auto item = questionOf(definition, linkId);
        if (!item) {
            return tl::unexpected(item.error());
        }
        const catalogue::Option *option = (*item)->option(code);
        if (option == nullptr) {
            return fail(Errc::BadArgument, "no such answer to the question");
        }
        setAnswer(sheet, answerFor(**item, *option, m.language));
        return {};
    });
}

Status Sheets::chooseNumber(const DraftId &id, const std::string &linkId, int number)
{
    return edit(id, [&](Sheet &sheet, const Definition &definition) -> Status {
        const auto item = questionOf(definition, linkId);
        if (!item) {
            return tl::unexpected(item.error());
        }
        if (!takesNumbers(**item) || number < 0 || number > kNumberMax) {
            return fail(Errc::BadArgument, "no such number for the question");
        }
        wire::v1::Answer answer;
        answer.set_link_id(linkId);
        answer.set_tenths(10LL * number);
        answer.set_shown(std::to_string(number)); // what stood on the screen
        setAnswer(sheet, std::move(answer));
        return {};
    });
}

Status Sheets::write(const DraftId &id, const std::string &linkId, const std::string &text)
{
    return edit(id, [&](Sheet &sheet, const Definition &definition) -> Status {
        const auto item = questionOf(definition, linkId);
        if (!item) {
            return tl::unexpected(item.error());
        }
        if ((*item)->type == ItemType::Choice) {
            return fail(Errc::BadArgument, "the question is not answered in words");
        }
        if (text.size() > limits::kTextBytesMax) {
            return fail(Errc::TooLarge, "the text is longer than it may be");
        }
        if (!isValidUtf8(text)) {
            return fail(Errc::BadArgument, "not text");
        }
        if (text.empty()) {
            dropAnswer(sheet, linkId);
            return {};
        }
        wire::v1::Answer answer;
        answer.set_link_id(linkId);
        answer.set_text(normaliseLines(text));
        setAnswer(sheet, std::move(answer));
        return {};
    });
}

Status Sheets::skip(const DraftId &id, const std::string &linkId, wire::v1::Absent why)
{
    return edit(id, [&](Sheet &sheet, const Definition &definition) -> Status {
        const auto item = questionOf(definition, linkId);
        if (!item) {
            return tl::unexpected(item.error());
        }
        wire::v1::Answer answer;
        answer.set_link_id(linkId);
        answer.set_absent(why);
        if (why == wire::v1::DONT_KNOW && (*item)->allowDontKnow()) {
            answer.set_shown((*item)->dontKnowText.in(m.language));
        } else if (why == wire::v1::NOT_APPLICABLE && (*item)->allowNotApplicable()) {
            answer.set_shown((*item)->notApplicableText.in(m.language));
        } else if (why != wire::v1::SKIPPED) {
            return fail(Errc::BadArgument, "the question does not offer that");
        }
        setAnswer(sheet, std::move(answer));
        return {};
    });
}

Status Sheets::clear(const DraftId &id, const std::string &linkId)
{
    return edit(id, [&](Sheet &sheet, const Definition &) -> Status {
        dropAnswer(sheet, linkId);
        return {};
    });
}

Status Sheets::setStep(const DraftId &id, int step)
{
    return edit(id, [&](Sheet &sheet, const Definition &) -> Status {
        if (step < 0) {
            return fail(Errc::BadArgument, "no such step");
        }
        sheet.set_step(static_cast<std::uint32_t>(step));
        return {};
    });
}

Status Sheets::setWay(const DraftId &id, wire::v1::Way way)
{
    return edit(id, [&](Sheet &sheet, const Definition &) -> Status {
        if (!wire::v1::Way_IsValid(way) || way == wire::v1::WAY_UNSPECIFIED) {
            return fail(Errc::BadArgument, "no such way of answering");
        }
        sheet.set_way(way);
        return {};
    });
}

} // namespace trivsel::engine
