#include "app/engine/other_views.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"
#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::engine {

namespace {

std::string idOf(const std::optional<domain::OtherView> &view)
{
    return view ? view->id.str() : std::string();
}

std::vector<Dot> dotsOf(const google::protobuf::RepeatedPtrField<wire::v1::Dot> &named)
{
    const auto heads = merge::seenOf(named);
    return {heads.begin(), heads.end()};
}

/** What stood there once counts as well: the screen may be older than what has come in since. */
bool wasEverThere(const merge::Fold &fold, const EntityId &entity, const std::string &field,
                  const merge::Head &head)
{
    const auto now = fold.view(entity, field).heads;
    const auto all = fold.history(entity, field);
    return std::any_of(now.begin(), now.end(), [&](const auto &one) { return one.fits(head); }) ||
           std::any_of(all.begin(), all.end(), [&](const auto &one) { return one.dot == head; });
}

std::vector<domain::OtherView> viewsAt(const merge::Fold &fold, const PersonId &resident, const EntityId &to,
                                       const std::string &field)
{
    if (!field.empty()) {
        return domain::readOtherViews(fold, resident, to, field);
    }
    auto views = domain::readOtherViews(fold, resident);
    std::erase_if(views, [&](const domain::OtherView &view) { return view.to != to; });
    return views;
}

bool standsAmong(const std::vector<domain::OtherView> &views, const std::string &id)
{
    return std::any_of(views.begin(), views.end(), [&](const auto &view) { return view.id.str() == id; });
}

bool isOf(const Draft &draft, const PersonId &resident)
{
    return draft.content.has_other_view() && draft.content.person() == resident.str();
}

} // namespace

Result<std::vector<BegunOtherView>> begunOtherViews(Parts &parts, const merge::Fold &fold,
                                                    const StreamId &stream, const PersonId &resident)
{
    const auto drafts = parts.drafts.inStreams({stream});
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    std::vector<BegunOtherView> begun;
    for (const Draft &draft : *drafts) {
        const auto &kept = draft.content.other_view();
        const auto to = EntityId::from(kept.to());
        if (!isOf(draft, resident) || !to) {
            continue;
        }
        BegunOtherView one{*to, kept.field(), std::nullopt, kept.text()};
        if (standsAmong(viewsAt(fold, resident, *to, kept.field()), kept.view())) {
            one.view = EntityId::from(kept.view());
        }
        const auto same = std::find_if(begun.begin(), begun.end(), [&](const BegunOtherView &other) {
            return other.to == one.to && other.field == one.field && other.view == one.view;
        });
        if (same == begun.end()) {
            begun.push_back(std::move(one));
        } else if (kept.view().empty()) {
            *same = std::move(one); // as draftOf
        }
    }
    return begun;
}

Result<OtherViews::Place> OtherViews::placeOf(const PersonId &resident, const Who &who,
                                              const StaffWords &beside)
{
    TRIVSEL_TRY(m.access.seeOtherwise(who, resident));
    return beside.url.empty() ? lineOf(resident, who, beside.line) : fieldOf(resident, who, beside);
}

Result<OtherViews::Place> OtherViews::lineOf(const PersonId &resident, const Who &who, const EntityId &line)
{
    for (const StreamKind kind : {StreamKind::Team, StreamKind::Chosen}) {
        const auto stream = m.home.streamOf(resident, kind);
        if (!stream || !m.access.read(who, resident, kind)) {
            continue;
        }
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        const auto lines = domain::readReplies(**fold);
        if (std::any_of(lines.begin(), lines.end(), [&](const auto &each) { return each.id == line; })) {
            return Place{*stream, line, {}};
        }
    }
    return fail(Errc::NotFound, "no such line here");
}

Result<OtherViews::Place> OtherViews::fieldOf(const PersonId &resident, const Who &who,
                                              const StaffWords &beside)
{
    const auto definition = m.definitions.byUrl(beside.url);
    if (!definition || definition->kind != catalogue::Kind::Plan) {
        return fail(Errc::NotFound, "no such plan");
    }
    const auto *item = definition->find(beside.at.linkId);
    if (item == nullptr || !item->isQuestion() || item->voice != catalogue::Voice::Staff) {
        return fail(Errc::Unsupported, "not words of staff's");
    }
    const bool safety = definition->secrecy == catalogue::Secrecy::Safety;
    const StreamKind kind = safety ? StreamKind::Safety : StreamKind::Team;
    TRIVSEL_TRY(m.access.read(who, resident, kind));
    const auto stream = m.home.streamOf(resident, kind);
    if (!stream) {
        return fail(Errc::NotFound, "the plan's stream is not on this tablet");
    }
    const auto fold = m.folds.of(*stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const EntityId to = beside.at.entry.value_or(seal::singleton(resident, beside.url));
    if ((*fold)->view(to, beside.at.linkId).versions.empty()) {
        return fail(Errc::NotFound, "nothing stands there");
    }
    return Place{*stream, to, beside.at.linkId};
}

Result<std::optional<Draft>> OtherViews::draftOf(const Place &place, const PersonId &resident,
                                                 const StaffWords &beside)
{
    const auto fold = m.folds.of(place.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    auto drafts = m.drafts.inStreams({place.stream});
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    std::optional<Draft> left; // what it was to change is gone
    for (Draft &draft : *drafts) {
        const auto &kept = draft.content.other_view();
        if (!isOf(draft, resident) || kept.to() != place.to.str() || kept.field() != place.field) {
            continue;
        }
        if (kept.view() == idOf(beside.view)) {
            return std::optional(std::move(draft));
        }
        if (!beside.view && !left &&
            !standsAmong(viewsAt(**fold, resident, place.to, place.field), kept.view())) {
            left = std::move(draft);
        }
    }
    return left;
}

Result<OtherViewDraft> OtherViews::open(const PersonId &resident, const Who &who, const StaffWords &beside)
{
    const auto place = placeOf(resident, who, beside);
    if (!place) {
        return tl::unexpected(place.error());
    }
    const auto draft = draftOf(*place, resident, beside);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    const std::string standing = beside.view ? beside.view->text : std::string();
    return OtherViewDraft{*draft ? (*draft)->content.other_view().text() : standing, place->stream.kind,
                          draft->has_value()};
}

Status OtherViews::begin(const Place &place, const StaffWords &beside, local::v1::OtherView &draft)
{
    draft.set_to(place.to.str());
    draft.set_field(place.field);
    draft.set_view(idOf(beside.view));
    const auto fold = m.folds.of(place.stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    if (!place.field.empty() && beside.heads.empty()) {
        return fail(Errc::BadArgument, "what was shown must be named");
    }
    for (const merge::Head &head : beside.heads) {
        if (!wasEverThere(**fold, place.to, place.field, head)) {
            return fail(Errc::BadArgument, "what was shown is not known here");
        }
        *draft.add_words() = merge::toWire(head);
    }
    for (const merge::Head &head : beside.view ? beside.view->heads : std::vector<merge::Head>()) {
        *draft.add_seen() = merge::toWire(head);
    }
    return {};
}

Status OtherViews::keep(const PersonId &resident, const Who &who, const StaffWords &beside,
                        const std::string &text)
{
    if (text.size() > limits::kTextBytesMax) {
        return fail(Errc::TooLarge, "the text is longer than it may be");
    }
    if (!isValidUtf8(text)) {
        return fail(Errc::BadArgument, "not text");
    }
    const auto place = placeOf(resident, who, beside);
    if (!place) {
        return tl::unexpected(place.error());
    }
    const auto known = draftOf(*place, resident, beside);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (text.empty()) {
        return *known ? m.store->write([&] { return m.drafts.remove((*known)->id); }) : Status();
    }
    // Without Draft.url: that would make it a field of the plan's form.
    Draft draft = *known ? **known : Draft{randomBytes<DraftId>(m.config.random), place->stream, {}};
    if (!*known) {
        draft.content.set_subject(resident.str());
        draft.content.set_person(who.person.str());
        draft.content.set_role(static_cast<std::uint32_t>(who.role));
        draft.content.set_started_ms(m.config.clock());
        TRIVSEL_TRY(begin(*place, beside, *draft.content.mutable_other_view()));
    }
    draft.content.set_changed_ms(m.config.clock());
    draft.content.mutable_other_view()->set_text(normaliseLines(text));
    return m.store->write([&] { return m.drafts.put(draft); });
}

Status OtherViews::send(const PersonId &resident, const Who &who, const StaffWords &beside)
{
    const auto place = placeOf(resident, who, beside);
    if (!place) {
        return tl::unexpected(place.error());
    }
    const auto draft = draftOf(*place, resident, beside);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (!*draft) {
        return fail(Errc::BadArgument, "nothing was written");
    }
    const auto fold = m.folds.of(place->stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const auto &kept = (*draft)->content.other_view();
    domain::OtherView view;
    const bool stands = standsAmong(viewsAt(**fold, resident, place->to, place->field), kept.view());
    view.id = stands ? beside.view->id : EntityId{(*draft)->id.data};
    view.to = place->to;
    view.field = place->field;
    view.text = kept.text();
    view.words = dotsOf(kept.words());
    view.wordsMs = domain::writtenMs(**fold, place->to, place->field, view.words);
    if (stands) { // else it was taken back elsewhere meanwhile: these words stand for themselves
        view.heads = merge::seenOf(kept.seen());
    }
    const bool asItStands = stands && beside.view->text == view.text;
    return m.store->write([&]() -> Status {
        if (!asItStands) {
            const auto written = m.writer.write(place->stream, {resident, who.person, who.role},
                                                {{domain::writeOtherView(view)}});
            if (!written) {
                return tl::unexpected(written.error());
            }
        }
        return m.drafts.remove((*draft)->id);
    });
}

Status OtherViews::withdraw(const PersonId &resident, const Who &who, const StaffWords &beside)
{
    const auto place = placeOf(resident, who, beside);
    if (!place) {
        return tl::unexpected(place.error());
    }
    const auto fold = m.folds.of(place->stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    const auto views = viewsAt(**fold, resident, place->to, place->field);
    if (!beside.view || !standsAmong(views, beside.view->id.str())) {
        return fail(Errc::NotFound, "it does not stand there");
    }
    const auto draft = draftOf(*place, resident, beside);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return m.store->write([&]() -> Status {
        const auto written = m.writer.write(place->stream, {resident, who.person, who.role},
                                            {{domain::removeOtherView(*beside.view)}});
        if (!written) {
            return tl::unexpected(written.error());
        }
        return *draft ? m.drafts.remove((*draft)->id) : Status();
    });
}

} // namespace trivsel::engine
