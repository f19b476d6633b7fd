#include "app/engine/other_views.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"

#include <algorithm>

namespace trivsel::engine {

Result<StreamId> OtherViews::streamOf(const PersonId &resident, const Who &who, const EntityId &line)
{
    if (who.person != resident || who.role != Role::ROLE_RESIDENT) {
        return fail(Errc::NotAllowed, "only the resident says how they see it");
    }
    TRIVSEL_TRY(m.access.writeField(who, resident, merge::Voice::VOICE_RESIDENT));
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
            return *stream;
        }
    }
    return fail(Errc::NotFound, "no such line here");
}

Result<std::optional<Draft>> OtherViews::draftOf(const StreamId &stream, const Who &who, const EntityId &line)
{
    auto drafts = m.drafts.inStreams({stream});
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    for (Draft &draft : *drafts) {
        if (draft.content.has_other_view() && draft.content.other_view().to() == line.str() &&
            draft.content.person() == who.person.str()) {
            return std::optional(std::move(draft));
        }
    }
    return std::optional<Draft>();
}

Result<OtherViewDraft> OtherViews::open(const PersonId &resident, const Who &who, const EntityId &line)
{
    const auto stream = streamOf(resident, who, line);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const auto draft = draftOf(*stream, who, line);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return OtherViewDraft{*draft ? (*draft)->content.other_view().text() : std::string(), stream->kind};
}

Status OtherViews::keep(const PersonId &resident, const Who &who, const EntityId &line,
                        const std::string &text)
{
    if (text.size() > limits::kTextBytesMax) {
        return fail(Errc::TooLarge, "the text is longer than it may be");
    }
    if (!isValidUtf8(text)) {
        return fail(Errc::BadArgument, "not text");
    }
    const auto stream = streamOf(resident, who, line);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const auto known = draftOf(*stream, who, line);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (text.empty()) {
        return *known ? m.store->write([&] { return m.drafts.remove((*known)->id); }) : Status();
    }
    Draft draft{*known ? (*known)->id : randomBytes<DraftId>(m.config.random), *stream, {}};
    draft.content.set_subject(resident.str());
    draft.content.set_person(who.person.str());
    draft.content.set_role(static_cast<std::uint32_t>(who.role));
    draft.content.set_started_ms(*known ? (*known)->content.started_ms() : m.config.clock());
    draft.content.set_changed_ms(m.config.clock());
    draft.content.mutable_other_view()->set_to(line.str());
    draft.content.mutable_other_view()->set_text(normaliseLines(text));
    return m.store->write([&] { return m.drafts.put(draft); });
}

Status OtherViews::send(const PersonId &resident, const Who &who, const EntityId &line)
{
    const auto stream = streamOf(resident, who, line);
    if (!stream) {
        return tl::unexpected(stream.error());
    }
    const auto draft = draftOf(*stream, who, line);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (!*draft) {
        return fail(Errc::BadArgument, "nothing was written");
    }
    const auto fold = m.folds.of(*stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    std::vector<DefinedOp> ops;
    for (wire::v1::Op &op : domain::writeOtherView(
             {EntityId{(*draft)->id.data}, line, (*draft)->content.other_view().text()}, **fold)) {
        ops.push_back({std::move(op)});
    }
    return m.store->write([&]() -> Status {
        const auto written = m.writer.write(*stream, {resident, who.person, who.role}, ops);
        return written ? m.drafts.remove((*draft)->id) : tl::unexpected(written.error());
    });
}

} // namespace trivsel::engine
