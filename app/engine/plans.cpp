#include "app/engine/plans.h"

#include "app/engine/other_views.h"
#include "app/engine/plan_values.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"
#include "proto/merge/seen.h"

#include <algorithm>
#include <iterator>

namespace trivsel::engine {

using catalogue::Item;
using merge::RegisterState;

namespace {

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
    form.resident = key.resident;
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
    const FormKey key{resident, viewer, url};
    (*form)->shown.clear();
    (*form)->begunViews.clear();
    if (viewer.person == resident) {
        auto begun = begunOtherViews(m, **fold, (*form)->stream, resident);
        if (!begun) {
            return tl::unexpected(begun.error());
        }
        (*form)->begunViews = std::move(*begun);
    }
    LevelShown all;
    show({key, **form, **fold, {}}, (*form)->definition->items, all);
    return PlanSnapshot{resident,
                        (*form)->entity,
                        url,
                        (*form)->stream,
                        std::move(all.fields),
                        std::move(all.lists),
                        std::move(all.groups)};
}

FieldShown Plans::fieldOf(Form &form, const merge::Fold &fold, const FieldAt &at, bool choice)
{
    const Place place = form.placeOf(at);
    FieldShown field{at.linkId, fold.view(place.entity, at.linkId), std::nullopt, false, at.entry, at.within};
    field.otherViews = domain::readOtherViews(fold, form.resident, place.entity, at.linkId);
    std::copy_if(
        form.begunViews.begin(), form.begunViews.end(), std::back_inserter(field.begunViews),
        [&](const BegunOtherView &one) { return one.to == place.entity && one.field == place.field; });
    ShownField &shown = form.shown[place];
    shown = {};
    shown.heads = field.view.heads;
    shown.text = standingValue(field.view, choice);
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
    const auto entries = entriesOf(at);
    const bool named = std::all_of(entries.begin(), entries.end(),
                                   [&](const auto &id) { return !id.isNull() && id != form.entity; });
    if (!named || entries.size() != levelsOf(*form.definition, at.linkId).size()) {
        return fail(Errc::Unsupported, "a list is not one text, and what is no list has no entries");
    }
    return item;
}

Result<Plans::ShownField> Plans::beginning(const FormKey &key, const Form &form, const FieldAt &at)
{
    const auto fold = m.folds.of(form.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    if (!standsThere(**fold, form.entity, at)) {
        return fail(Errc::BadArgument, "an entry of something else");
    }
    const Place place = form.placeOf(at);
    const auto begun = form.begun.find(place);
    const auto shown = begun != form.begun.end() ? begun : form.shown.find(place);
    if (shown != form.shown.end() && shown != form.begun.end()) {
        return shown->second;
    }
    if (!at.entry) {
        return fail(Errc::BadArgument, "the plan was not opened");
    }
    TRIVSEL_TRY(mayBegin(key, form, **fold, at));
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
    const auto shown = beginning(key, form, at);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    TRIVSEL_TRY(mayWrite(key, item, *shown));
    const bool choice = item.type == catalogue::ItemType::Choice;
    if (choice && shown->several) {
        return fail(Errc::Unsupported, "of several answers one is chosen, or both are kept");
    }
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
    field.set_choice(choice);
    for (const EntityId &entry : at.within) {
        field.add_within(entry.str());
    }
    if (item.repeats) {
        field.set_plan(parentOf(form, at).str());
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

Status Plans::checkTyped(const Item &item, const FieldAt &at, const Typed &typed)
{
    const bool choice = item.type == catalogue::ItemType::Choice;
    if (choice != (typed.kind == Typed::Choice)) {
        return fail(Errc::BadArgument, "an answer is chosen, and words are written");
    }
    if (typed.kind == Typed::Suggestion && !(at.entry && item.repeats && isOffered(item, typed.value))) {
        return fail(Errc::BadArgument, "not a suggestion of this list");
    }
    if (typed.value.size() > limits::kTextBytesMax || typed.words.size() > limits::kTextBytesMax) {
        return fail(Errc::TooLarge, "the text is longer than it may be");
    }
    if (!isValidUtf8(typed.value) || !isValidUtf8(typed.words)) {
        return fail(Errc::BadArgument, "not text");
    }
    return checkValue(item, typed.value);
}

Status Plans::type(const FormKey &key, const FieldAt &at, const Typed &typed)
{
    const auto form = formOf(key);
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto item = itemOf(**form, at);
    if (!item) {
        return tl::unexpected(item.error());
    }
    TRIVSEL_TRY(checkTyped(**item, at, typed));
    Draft draft;
    const Place place = (*form)->placeOf(at);
    const auto known = (*form)->drafts.find(place);
    const bool begun = known != (*form)->drafts.end();
    if (begun && fieldOfDraft(**form, known->second) != at) {
        return fail(Errc::BadArgument, "an entry of something else");
    }
    if (begun) {
        draft = known->second;
    } else {
        TRIVSEL_TRY(beginDraft(key, **form, **item, at, draft));
    }
    draft.content.mutable_field()->set_text(normaliseLines(typed.value));
    draft.content.mutable_field()->set_words(normaliseLines(typed.words));
    if (typed.kind == Typed::Suggestion) {
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
