// How what was written in a plan becomes changes, and how a field with several versions is settled.
#include "app/engine/plan_values.h"
#include "app/engine/plans.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "proto/base/text.h"
#include "proto/domain/home_fields.h"
#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::engine {

using catalogue::Item;
using local::v1::Field;
using merge::RegisterView;
using wire::v1::Resolution;

namespace {

std::optional<domain::Action> actionOf(Resolution how)
{
    switch (how) {
    case wire::v1::RESOLUTION_CHOOSE:
        return domain::Action::ChooseVersion;
    case wire::v1::RESOLUTION_REWRITE:
        return domain::Action::RewriteVersion;
    case wire::v1::RESOLUTION_KEEP_BOTH:
        return domain::Action::KeepBothVersions;
    case wire::v1::RESOLUTION_TALK:
        return domain::Action::TalkAboutVersions;
    default:
        return std::nullopt;
    }
}

void copyValue(const wire::v1::Op &from, wire::v1::Op &to)
{
    wire::v1::Op value = from;
    value.clear_seen();
    value.clear_chosen();
    value.clear_resolution();
    value.set_def(0);
    value.set_entity(to.entity());
    value.set_field(to.field());
    value.set_policy(to.policy());
    value.set_voice(to.voice());
    value.set_parent(to.parent());
    to = std::move(value);
}

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

} // namespace

DefinedOp opFor(const merge::FieldId &place, const EntityId &parent, wire::v1::Policy policy,
                wire::v1::Voice voice, const DefinitionHash &definition)
{
    DefinedOp defined;
    defined.definition = definition;
    defined.op.set_entity(place.entity.str());
    defined.op.set_field(place.field);
    defined.op.set_policy(policy);
    defined.op.set_voice(voice);
    if (parent != place.entity) {
        defined.op.set_parent(parent.str());
    }
    return defined;
}

void Plans::remember(ShownField &shown, const merge::Head &head, const std::string &text)
{
    shown.heads = {head};
    shown.text = text;
    shown.several = shown.readOnly = false;
    shown.all.insert(head); // what it took the place of may still stand in other fields of the entry
}

std::optional<Plans::Save> Plans::saveOf(const FormKey &key, const Form &form, const Draft &draft,
                                         const RegisterView &now) const
{
    const Field &field = draft.content.field();
    const bool asItWas = !field.rewrite() && field.text() == field.base();
    const bool asItStands =
        now.state == merge::RegisterState::One && field.text() == standingValue(now, field.choice());
    const bool nothing = now.state == merge::RegisterState::Empty && field.text().empty();
    const bool entry = !field.plan().empty();
    // An entry without words is none; one that was written is taken out by Gælder ikke mere.
    if (asItWas || asItStands || nothing || (entry && isBlank(field.text()))) {
        return std::nullopt;
    }
    const auto definition = DefinitionHash::from(draft.content.def()).value_or(DefinitionHash());
    const FieldAt at = fieldOfDraft(form, draft);
    const Place place = form.placeOf(at);
    const EntityId &parent = parentOf(form, at);
    const auto policy = entry ? wire::v1::KEEP_BOTH : field.policy(); // the list's is about its entries
    Save save{
        draft, {opFor(place, parent, policy, field.voice(), definition)}, authorship(key, field.voice())};
    wire::v1::Op &words = save.ops.front().op;
    setValue(words, field);
    merge::addSeen(words, TRIVSEL_MUTANT("seen-at-save") ? now.heads : merge::seenOf(field.seen()));
    if (field.fresh() && !field.suggested().empty() && field.suggested() == field.text()) {
        save.ops.push_back(opFor({place.entity, domain::field::kEntrySuggestion}, parent, wire::v1::KEEP_BOTH,
                                 field.voice(), definition));
        save.ops.back().op.set_text(field.suggested());
    }
    if (entry && field.fresh()) {
        save.begins = at;
    }
    return save;
}

Authorship Plans::authorship(const FormKey &key, merge::Voice voice)
{
    return {voice == wire::v1::VOICE_RESIDENT ? key.resident : key.who.person, key.who.person, key.who.role};
}

FieldAt Plans::fieldOfDraft(const Form &form, const Draft &draft)
{
    const Field &field = draft.content.field();
    FieldAt at(field.link_id());
    const auto entity = EntityId::from(field.entity());
    if (entity && *entity != form.entity) {
        at.entry = *entity;
        for (const std::string &within : field.within()) {
            at.within.push_back(EntityId::from(within).value_or(EntityId()));
        }
    }
    return at;
}

Result<std::vector<merge::Head>> Plans::writeSaves(const Form &form, const std::vector<Save> &saves)
{
    std::vector<merge::Head> heads(saves.size());
    std::vector<bool> written(saves.size());
    for (std::size_t first = 0; first < saves.size(); ++first) {
        if (written[first]) {
            continue;
        }
        std::vector<DefinedOp> ops; // one change for each person whose words they are
        std::vector<std::size_t> places;
        std::vector<std::size_t> firsts; // of each save: the op with its words
        for (std::size_t at = first; at < saves.size(); ++at) {
            if (saves[at].by.author == saves[first].by.author) {
                places.push_back(at);
                firsts.push_back(ops.size());
                ops.insert(ops.end(), saves[at].ops.begin(), saves[at].ops.end());
            }
        }
        const auto done = m.writer.write(form.stream, saves[first].by, ops);
        if (!done) {
            return tl::unexpected(done.error());
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            heads[places[i]] = (*done)[firsts[i]];
            written[places[i]] = true;
        }
    }
    return heads;
}

Status Plans::settleAll(const StreamId &stream)
{
    const auto owner = m.home.ownerOf(stream);
    if (!owner) {
        return {};
    }
    std::vector<StreamId> sealing{stream};
    // See sealingStream(). Also when that was taken off just now: the key stays for the drafts' sake.
    if (const auto narrower = m.home.model().streamOf(*owner, StreamKind::Chosen)) {
        sealing.push_back(*narrower);
    }
    const auto drafts = m.drafts.inStreams(sealing);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    std::set<FormKey> forms;
    for (const Draft &draft : *drafts) {
        const auto person = PersonId::from(draft.content.person());
        if (!draft.isSheet() && person && draft.content.field().stream() == stream.str()) {
            forms.insert({*owner, {*person, static_cast<Role>(draft.content.role())}, draft.content.url()});
        }
    }
    // Whoever typed it may have lost the right to read it since: it is theirs all the same.
    for (const FormKey &key : forms) {
        const auto form = formAt(key);
        const auto left = form ? saveDrafts(key, **form) : Result<int>(0);
        if (!left) {
            return tl::unexpected(left.error());
        }
    }
    return {};
}

Result<int> Plans::leave(const PersonId &resident, const Who &who, const std::string &url)
{
    const FormKey key{resident, who, url};
    const auto form = formOf(key);
    return form ? saveDrafts(key, **form) : tl::unexpected(form.error());
}

Result<int> Plans::saveDrafts(const FormKey &key, Form &form)
{
    form.begun.clear();
    if (form.drafts.empty()) {
        return 0;
    }
    const auto fold = m.folds.of(form.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    std::vector<Save> saves;
    std::vector<Draft> done;
    for (const auto &[place, draft] : form.drafts) {
        const RegisterView now = (*fold)->view(place.entity, place.field);
        if (draft.content.field().rewrite() && hasSeveral(now)) {
            continue; // a text for several versions: waits for resolve()
        }
        if (auto save = saveOf(key, form, draft, now)) {
            saves.push_back(std::move(*save));
        }
        done.push_back(draft);
    }
    if (done.empty()) {
        return 0;
    }
    std::stable_sort(saves.begin(), saves.end(), [](const Save &a, const Save &b) {
        return a.draft.content.started_ms() < b.draft.content.started_ms();
    });
    const std::size_t fields = saves.size();
    auto begun = beginnings(key, form, **fold, saves);
    saves.insert(saves.end(), std::make_move_iterator(begun.begin()), std::make_move_iterator(begun.end()));
    placeAtEnd(form, **fold, saves);
    std::vector<merge::Head> heads;
    m.notifier.expectDrafts();
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        auto written = writeSaves(form, saves);
        if (!written) {
            return tl::unexpected(written.error());
        }
        heads = std::move(*written);
        for (const Draft &draft : done) {
            TRIVSEL_TRY(m.drafts.remove(draft.id));
        }
        return saves.empty() ? Status() : publishDefinitions(saves);
    }));
    for (const Draft &draft : done) {
        form.drafts.erase(placeOf(form, draft));
    }
    for (std::size_t i = 0; i < saves.size(); ++i) {
        if (saves[i].begins) {
            rememberBegun(form, *saves[i].begins, heads[i]);
        }
    }
    for (std::size_t i = 0; i < fields; ++i) {
        const FieldAt at = fieldOfDraft(form, saves[i].draft);
        ShownField &shown = form.shown[form.placeOf(at)];
        remember(shown, heads[i], valueOf(saves[i].ops.front().op));
        rememberWithin(form, at, heads[i]);
        shown.inOwnHand = saves[i].by.author == saves[i].by.enterer;
    }
    return static_cast<int>(fields);
}

Status Plans::publishDefinitions(const std::vector<Save> &saves)
{
    for (const Save &save : saves) {
        Status done = m.definitions.publish(save.ops.front().definition);
        if (!done && done.error().code() != Errc::KeyMissing && done.error().code() != Errc::TooLarge) {
            return done;
        }
    }
    return {};
}

Result<DefinedOp> Plans::resolutionOf(const Form &form, const Item &item, const FieldAt &at,
                                      const Decision &decision)
{
    if (item.type == catalogue::ItemType::Choice && decision.how == wire::v1::RESOLUTION_REWRITE) {
        return fail(Errc::Unsupported, "an answer is chosen, not written anew");
    }
    const auto fold = m.folds.of(form.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const Place place = form.placeOf(at);
    const EntityId &parent = parentOf(form, at);
    const RegisterView now = (*fold)->view(place.entity, place.field);
    if (now.opaque) {
        return fail(Errc::Unsupported, "a newer program wrote here");
    }
    if (!standsThere(**fold, form.entity, at)) {
        return fail(Errc::BadArgument, "an entry of something else");
    }
    // One version that somebody else wrote down: choosing it is the author's "yes, these are my words".
    const bool approves = decision.how == wire::v1::RESOLUTION_CHOOSE &&
                          now.state == merge::RegisterState::One && !now.versions.front().enteredByAuthor();
    if (!hasSeveral(now) && !approves) {
        return fail(Errc::BadArgument, "there are not several versions");
    }
    const auto versions = (*fold)->history(place.entity, place.field);
    const auto versionAt = [&](const Dot &dot) {
        return std::find_if(versions.begin(), versions.end(),
                            [&](const auto &version) { return version.dot == dot; });
    };
    for (const merge::Head &head : decision.shownHeads) {
        const auto standing = std::find(now.heads.begin(), now.heads.end(), head);
        const bool known =
            standing != now.heads.end() ? standing->fits(head) : versionAt(head) != versions.end();
        if (!known) {
            return fail(Errc::BadArgument, "what was shown is not known here");
        }
    }
    const auto policy = item.repeats ? wire::v1::KEEP_BOTH : static_cast<wire::v1::Policy>(item.policy);
    DefinedOp defined =
        opFor(place, parent, policy, static_cast<wire::v1::Voice>(item.voice), form.definition->hash);
    if (decision.how == wire::v1::RESOLUTION_CHOOSE) {
        const auto chosen = decision.chosen ? versionAt(*decision.chosen) : versions.end();
        if (chosen == versions.end()) {
            return fail(Errc::BadArgument, "no such version");
        }
        copyValue(chosen->op, defined.op);
        *defined.op.add_chosen() = merge::toWire({*decision.chosen});
    } else if (decision.how == wire::v1::RESOLUTION_REWRITE) {
        TRIVSEL_TRY(checkValue(item, decision.text));
        defined.op.set_text(normaliseLines(decision.text));
    }
    defined.op.set_resolution(decision.how);
    merge::addSeen(defined.op, decision.shownHeads);
    return defined;
}

Status Plans::resolve(const PersonId &resident, const Who &who, const std::string &url, const FieldAt &at,
                      const Decision &decision)
{
    const auto form = formOf({resident, who, url});
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto found = itemOf(**form, at);
    const auto action = actionOf(decision.how);
    if (!found || !action) {
        return fail(Errc::BadArgument, "no such field, or no such decision");
    }
    const Item *item = *found;
    const Place place = (*form)->placeOf(at);
    if (decision.shownHeads.empty() || !isValidUtf8(decision.text)) {
        return fail(Errc::BadArgument, "what was shown must be named, and a text be text");
    }
    if (decision.text.size() > limits::kTextBytesMax) {
        return fail(Errc::TooLarge, "the text is longer than it may be");
    }
    TRIVSEL_TRY(m.access.settleField(*action, who, resident, static_cast<merge::Voice>(item->voice)));
    const auto op = resolutionOf(**form, *item, at, decision);
    if (!op) {
        return tl::unexpected(op.error());
    }
    // In the resident's field also staff's "both stand" is about the resident's words: were it staff's own,
    // the resident's later choice could not take its place.
    const Authorship by = authorship({resident, who, url}, op->op.voice());
    const auto draft = (*form)->drafts.find(place);
    const bool settles =
        decision.how == wire::v1::RESOLUTION_REWRITE || decision.how == wire::v1::RESOLUTION_CHOOSE;
    const bool dropsDraft = settles && draft != (*form)->drafts.end();
    m.notifier.expectDrafts();
    std::vector<merge::Head> heads;
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        auto written = m.writer.write((*form)->stream, by, {*op});
        if (!written) {
            return tl::unexpected(written.error());
        }
        heads = std::move(*written);
        return dropsDraft ? m.drafts.remove(draft->second.id) : Status();
    }));
    if (dropsDraft) {
        (*form)->drafts.erase(draft);
    }
    if (op->op.v_case() != wire::v1::Op::V_NOT_SET) {
        ShownField &shown = (*form)->shown[place];
        remember(shown, heads.front(), valueOf(op->op));
        rememberWithin(**form, at, heads.front());
        shown.inOwnHand = by.author == by.enterer;
    }
    return {};
}

Result<std::vector<merge::Version>> Plans::history(const PersonId &resident, const Who &viewer,
                                                   const std::string &url, const FieldAt &at)
{
    const auto form = formOf({resident, viewer, url});
    if (!form) {
        return tl::unexpected(form.error());
    }
    const auto fold = m.folds.of((*form)->stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const Place place = (*form)->placeOf(at);
    auto versions = (*fold)->history(place.entity, place.field);
    const Item *item = (*form)->definition->find(at.linkId);
    if (at.entry && item != nullptr && item->repeats) {
        const auto outAndBack = (*fold)->history(place.entity, "");
        versions.insert(versions.end(), outAndBack.begin(), outAndBack.end());
        std::stable_sort(versions.begin(), versions.end(), [](const auto &a, const auto &b) {
            return std::pair(a.lamport, a.dot) < std::pair(b.lamport, b.dot);
        });
    }
    return versions;
}

} // namespace trivsel::engine
