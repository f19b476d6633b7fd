#include "app/engine/plans.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"
#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::engine {

using catalogue::Item;
using merge::RegisterState;

namespace {

void collectQuestions(const std::vector<Item> &items, std::vector<const Item *> &into)
{
    for (const Item &item : items) {
        if (item.isQuestion()) {
            into.push_back(&item);
        }
        collectQuestions(item.children, into);
    }
}

bool hasNewer(const merge::RegisterView &view, const std::vector<merge::Head> &seen)
{
    return std::any_of(view.heads.begin(), view.heads.end(), [&](const merge::Head &head) {
        return std::none_of(seen.begin(), seen.end(), [&](const auto &one) { return one.fits(head); });
    });
}

} // namespace

std::string standingText(const merge::RegisterView &view)
{
    switch (view.state) {
    case RegisterState::One:
        return merge::textOf(view);
    case RegisterState::Merged:
        return view.mergedText;
    case RegisterState::Empty:
    case RegisterState::Two:
    case RegisterState::Talk:
    case RegisterState::KeptBoth:
    case RegisterState::Members:
        break;
    }
    return {};
}

bool hasSeveral(const merge::RegisterView &view)
{
    return view.waitsForPerson() || view.state == RegisterState::KeptBoth;
}

Result<Plans::Form *> Plans::formOf(const FormKey &key)
{
    const auto definition = m.definitions.byUrl(key.url);
    const bool safety = definition && definition->secrecy == catalogue::Secrecy::Safety;
    TRIVSEL_TRY(m.access.read(key.who, key.resident, safety ? StreamKind::Safety : StreamKind::Team));
    m.enter(key.resident);
    return formAt(key);
}

Result<Plans::Form *> Plans::formAt(const FormKey &key)
{
    const auto known = m_forms.find(key);
    if (known != m_forms.end()) {
        return &known->second;
    }
    Form form;
    form.definition = m.definitions.byUrl(key.url);
    const bool safety = form.definition && form.definition->secrecy == catalogue::Secrecy::Safety;
    if (!form.definition || form.definition->kind != catalogue::Kind::Plan) {
        return fail(Errc::NotFound, "no such plan");
    }
    const auto stream = m.home.streamOf(key.resident, safety ? StreamKind::Safety : StreamKind::Team);
    if (!stream) {
        return fail(Errc::NotFound, "the plan's stream is not on this tablet");
    }
    form.stream = *stream;
    form.entity = seal::singleton(key.resident, key.url);
    TRIVSEL_TRY(readDrafts(key, form));
    return &m_forms.emplace(key, std::move(form)).first->second;
}

StreamId Plans::sealingStream(const FormKey &key, const StreamId &plan) const
{
    if (key.who.person == key.resident) {
        // Not under `own`, though that may be narrower: it goes to the team when the form is left, also when
        // nobody is there any more to open it.
        if (const auto narrower = m.home.streamOf(key.resident, StreamKind::Chosen)) {
            return *narrower;
        }
    }
    return plan;
}

Status Plans::readDrafts(const FormKey &key, Form &form)
{
    std::vector<StreamId> streams{form.stream};
    if (const auto narrower = m.home.streamOf(key.resident, StreamKind::Chosen)) {
        streams.push_back(*narrower);
    }
    auto drafts = m.drafts.inStreams(streams);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    for (Draft &draft : *drafts) {
        if (!draft.isSheet() && draft.belongsTo(key.resident, key.who, key.url)) {
            form.drafts[draft.content.field().link_id()] = std::move(draft);
        }
    }
    return {};
}

Result<PlanSnapshot> Plans::open(const PersonId &resident, const Who &viewer, const std::string &url)
{
    const auto form = formOf({resident, viewer, url});
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto fold = m.folds.of((*form)->stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    PlanSnapshot snapshot{resident, (*form)->entity, url, (*form)->stream, {}};
    std::vector<const Item *> questions;
    collectQuestions((*form)->definition->items, questions);
    (*form)->shown.clear();
    for (const Item *item : questions) {
        FieldShown field{item->linkId, (*fold)->view((*form)->entity, item->linkId), std::nullopt, false};
        (*form)->shown[item->linkId] = {field.view.heads, standingText(field.view), hasSeveral(field.view),
                                        field.view.opaque};
        const auto draft = (*form)->drafts.find(item->linkId);
        if (draft != (*form)->drafts.end()) {
            field.draft = draft->second.content.field().text();
            field.newer = hasNewer(field.view, merge::seenOf(draft->second.content.field().seen()));
        } else if (const auto begun = (*form)->begun.find(item->linkId); begun != (*form)->begun.end()) {
            field.newer = hasNewer(field.view, begun->second.heads);
        }
        snapshot.fields.push_back(std::move(field));
    }
    return snapshot;
}

Status Plans::beginDraft(const FormKey &key, const Form &form, const Item &item, Draft &draft) const
{
    const auto begun = form.begun.find(item.linkId);
    const auto shown = begun != form.begun.end() ? begun : form.shown.find(item.linkId);
    if (shown == form.shown.end()) {
        return fail(Errc::BadArgument, "the plan was not opened");
    }
    if (shown->second.readOnly) {
        return fail(Errc::Unsupported, "a newer program wrote here");
    }
    const auto voice = static_cast<merge::Voice>(item.voice);
    TRIVSEL_TRY(shown->second.several
                    ? m.access.settleField(domain::Action::RewriteVersion, key.who, key.resident, voice)
                    : m.access.writeField(key.who, key.resident, voice));
    draft.id = randomBytes<DraftId>(m.config.random);
    draft.stream = sealingStream(key, form.stream);
    local::v1::Draft &content = draft.content;
    content.set_subject(key.resident.str());
    content.set_person(key.who.person.str());
    content.set_role(static_cast<std::uint32_t>(key.who.role));
    content.set_url(key.url);
    content.set_def(form.definition->hash.str());
    content.set_started_ms(m.config.clock());
    local::v1::Field &field = *content.mutable_field();
    field.set_stream(form.stream.str());
    field.set_entity(form.entity.str());
    field.set_link_id(item.linkId);
    field.set_base(shown->second.text);
    for (const merge::Head &head : shown->second.heads) {
        *field.add_seen() = merge::toWire(head);
    }
    field.set_policy(static_cast<wire::v1::Policy>(item.policy));
    field.set_voice(voice);
    field.set_rewrite(shown->second.several);
    return {};
}

Status Plans::beginField(const PersonId &resident, const Who &who, const std::string &url,
                         const std::string &linkId)
{
    const auto form = formOf({resident, who, url});
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto shown = (*form)->shown.find(linkId);
    if (shown == (*form)->shown.end()) {
        return fail(Errc::BadArgument, "the plan was not opened");
    }
    (*form)->begun.insert_or_assign(linkId, shown->second);
    return {};
}

Status Plans::edit(const PersonId &resident, const Who &who, const std::string &url,
                   const std::string &linkId, const std::string &text)
{
    const FormKey key{resident, who, url};
    const auto form = formOf(key);
    if (!form) {
        return tl::unexpected(form.error());
    }
    const Item *item = (*form)->definition->find(linkId);
    if (item == nullptr || !item->isQuestion()) {
        return fail(Errc::NotFound, "no such field");
    }
    if (item->repeats) {
        return fail(Errc::Unsupported, "a list is not edited as one text");
    }
    if (text.size() > limits::kTextBytesMax) {
        return fail(Errc::TooLarge, "the text is longer than it may be");
    }
    if (!isValidUtf8(text)) {
        return fail(Errc::BadArgument, "not text");
    }
    Draft draft;
    const auto known = (*form)->drafts.find(linkId);
    const bool begun = known != (*form)->drafts.end();
    if (begun) {
        draft = known->second;
    } else {
        TRIVSEL_TRY(beginDraft(key, **form, *item, draft));
    }
    draft.content.mutable_field()->set_text(normaliseLines(text));
    draft.content.set_changed_ms(m.config.clock());
    m.notifier.expectDrafts();
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        if (!begun) {
            TRIVSEL_TRY(m.definitions.keep(*(*form)->definition));
        }
        return m.drafts.put(draft);
    }));
    (*form)->drafts[linkId] = std::move(draft);
    return {};
}

Status Plans::discard(const PersonId &resident, const Who &who, const std::string &url)
{
    const auto form = formOf({resident, who, url});
    if (!form) {
        return tl::unexpected(form.error());
    }
    if ((*form)->drafts.empty()) {
        return {};
    }
    m.notifier.expectDrafts();
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        for (const auto &[linkId, draft] : (*form)->drafts) {
            TRIVSEL_TRY(m.drafts.remove(draft.id));
        }
        return {};
    }));
    (*form)->drafts.clear();
    return {};
}

} // namespace trivsel::engine
