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
        if (!(item.repeats &&
              item.type == catalogue::ItemType::Group)) { // what stands in entries is not the plan's
            collectQuestions(item.children, into);
        }
    }
}

bool isOffered(const Item &item, const std::string &text)
{
    return std::any_of(item.suggestions.begin(), item.suggestions.end(), [&](const auto &one) {
        return text == one.in(catalogue::Language::Da) || text == one.in(catalogue::Language::En);
    });
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
            const auto entity = EntityId::from(draft.content.field().entity());
            form.drafts[{entity.value_or(form.entity), draft.content.field().link_id()}] = std::move(draft);
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
    PlanSnapshot snapshot{resident, (*form)->entity, url, (*form)->stream, {}, {}};
    std::vector<const Item *> questions;
    collectQuestions((*form)->definition->items, questions);
    (*form)->shown.clear();
    for (const Item *item : questions) {
        if (item->repeats) {
            snapshot.lists.push_back(listOf({resident, viewer, url}, **form, **fold, *item));
        } else {
            snapshot.fields.push_back(fieldOf(**form, **fold, FieldAt(item->linkId)));
        }
    }
    return snapshot;
}

FieldShown Plans::fieldOf(Form &form, const merge::Fold &fold, const FieldAt &at)
{
    const Place place = form.placeOf(at);
    FieldShown field{at.linkId, fold.view(place.entity, at.linkId), std::nullopt, false, at.entry};
    field.otherViews = domain::readOtherViews(fold, place.entity, at.linkId);
    ShownField &shown = form.shown[place];
    shown = {};
    shown.heads = field.view.heads;
    shown.text = standingText(field.view);
    shown.several = hasSeveral(field.view);
    shown.readOnly = field.view.opaque;
    const auto draft = form.drafts.find(place);
    if (draft != form.drafts.end()) {
        field.draft = draft->second.content.field().text();
        field.newer = hasNewer(field.view, merge::seenOf(draft->second.content.field().seen()));
    } else if (const auto begun = form.begun.find(place); begun != form.begun.end()) {
        field.newer = hasNewer(field.view, begun->second.heads);
    }
    return field;
}

Result<const Item *> Plans::itemOf(const Form &form, const FieldAt &at)
{
    const Item *item = form.definition->find(at.linkId);
    if (item == nullptr || !item->isQuestion()) {
        return fail(Errc::NotFound, "no such field");
    }
    if (item->repeats && !at.entry) {
        return fail(Errc::Unsupported, "a list is not edited as one text");
    }
    if (at.entry && (!item->repeats || at.entry->isNull() || *at.entry == form.entity)) {
        return fail(Errc::Unsupported, "not an entry of a list");
    }
    return item;
}

Result<Plans::ShownField> Plans::beginning(const Form &form, const Item &item, const FieldAt &at)
{
    const Place place = form.placeOf(at);
    const auto begun = form.begun.find(place);
    const auto shown = begun != form.begun.end() ? begun : form.shown.find(place);
    if (shown != form.shown.end() && shown != form.begun.end()) {
        return shown->second;
    }
    if (!at.entry) {
        return fail(Errc::BadArgument, "the plan was not opened");
    }
    const auto fold = m.folds.of(form.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    if (!(*fold)->fields(*at.entry).empty()) {
        return fail(Errc::BadArgument, "the plan was not opened"); // or no entry of this list
    }
    if (entriesHeld(form, placesIn(**fold, form.entity, item), item) >= limits::kListEntriesMax) {
        return fail(Errc::TooLarge, "the list has as many entries as it may");
    }
    return ShownField();
}

Status Plans::mayWrite(const FormKey &key, const Item &item, const ShownField &shown) const
{
    if (shown.readOnly) {
        return fail(Errc::Unsupported, "a newer program wrote here");
    }
    if (shown.state == merge::ItemState::Removed) {
        return fail(Errc::Unsupported, "it no longer holds");
    }
    const auto voice = static_cast<merge::Voice>(item.voice);
    // A field has one text, and folding keeps staff's beside it. A list has room for an entry of its own.
    if (shown.inOwnHand && voice == wire::v1::VOICE_RESIDENT) {
        TRIVSEL_TRY(m.access.settleField(domain::Action::EditWords, key.who, key.resident, voice));
    }
    return shown.several ? m.access.settleField(domain::Action::RewriteVersion, key.who, key.resident, voice)
                         : m.access.writeField(key.who, key.resident, voice);
}

Status Plans::beginDraft(const FormKey &key, const Form &form, const Item &item, const FieldAt &at,
                         Draft &draft)
{
    const auto shown = beginning(form, item, at);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    TRIVSEL_TRY(mayWrite(key, item, *shown));
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
    field.set_entity(form.placeOf(at).entity.str());
    field.set_link_id(item.linkId);
    field.set_base(shown->text);
    for (const merge::Head &head : shown->heads) {
        *field.add_seen() = merge::toWire(head);
    }
    field.set_policy(static_cast<wire::v1::Policy>(item.policy));
    field.set_voice(static_cast<wire::v1::Voice>(item.voice));
    field.set_rewrite(shown->several);
    if (at.entry) {
        field.set_plan(form.entity.str());
        field.set_fresh(shown->state == merge::ItemState::Absent);
    }
    return {};
}

Status Plans::beginField(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at)
{
    const auto form = formOf({resident, who, url});
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto shown = (*form)->shown.find((*form)->placeOf(at));
    if (shown == (*form)->shown.end()) {
        return fail(Errc::BadArgument, "the plan was not opened");
    }
    (*form)->begun.insert_or_assign(shown->first, shown->second);
    return {};
}

Status Plans::type(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at,
                   const std::string &text, bool suggested)
{
    const FormKey key{resident, who, url};
    const auto form = formOf(key);
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto item = itemOf(**form, at);
    if (!item) {
        return tl::unexpected(item.error());
    }
    if (suggested && !(at.entry && isOffered(**item, text))) {
        return fail(Errc::BadArgument, "not a suggestion of this list");
    }
    if (text.size() > limits::kTextBytesMax) {
        return fail(Errc::TooLarge, "the text is longer than it may be");
    }
    if (!isValidUtf8(text)) {
        return fail(Errc::BadArgument, "not text");
    }
    Draft draft;
    const Place place = (*form)->placeOf(at);
    const auto known = (*form)->drafts.find(place);
    const bool begun = known != (*form)->drafts.end();
    if (begun) {
        draft = known->second;
    } else {
        TRIVSEL_TRY(beginDraft(key, **form, **item, at, draft));
    }
    draft.content.mutable_field()->set_text(normaliseLines(text));
    if (suggested) {
        if (!draft.content.field().fresh()) {
            return fail(Errc::BadArgument, "only a new entry is taken from the list");
        }
        draft.content.mutable_field()->set_suggested(draft.content.field().text());
    }
    draft.content.set_changed_ms(m.config.clock());
    m.notifier.expectDrafts();
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        if (!begun) {
            TRIVSEL_TRY(m.definitions.keep(*(*form)->definition));
        }
        return m.drafts.put(draft);
    }));
    (*form)->drafts[place] = std::move(draft);
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
        for (const auto &[place, draft] : (*form)->drafts) {
            TRIVSEL_TRY(m.drafts.remove(draft.id));
        }
        return {};
    }));
    (*form)->drafts.clear();
    return {};
}

} // namespace trivsel::engine
