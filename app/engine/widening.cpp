#include "app/engine/widening.h"

#include "proto/domain/given.h"
#include "proto/domain/remove_item.h"

#include <algorithm>

namespace trivsel::engine {

namespace {

constexpr std::array kNarrowestFirst{StreamKind::Own, StreamKind::Chosen, StreamKind::Team};

} // namespace

/** Where an answer stands here, narrowest first. */
struct Widening::Standing
{
    std::vector<StreamId> streams;
    std::optional<domain::Given> given; // in the narrowest
};

Result<Widening::Standing> Widening::find(const PersonId &resident, const EntityId &answer)
{
    Standing found;
    for (const StreamKind kind : kNarrowestFirst) {
        const auto stream = m.home.streamOf(resident, kind);
        if (!stream) {
            continue;
        }
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        if (domain::isWithdrawn(answer, **fold)) {
            return Standing(); // taken back here is taken back everywhere
        }
        if (auto given = domain::readGiven(answer, **fold)) {
            found.streams.push_back(*stream);
            found.given = found.given ? std::move(found.given) : std::move(given);
        }
    }
    return found;
}

Result<std::vector<Draft>> Widening::draftsOf(const PersonId &resident, const EntityId &answer)
{
    std::vector<StreamId> streams;
    for (const StreamKind kind : kNarrowestFirst) {
        if (const auto stream = m.home.streamOf(resident, kind)) {
            streams.push_back(*stream);
        }
    }
    auto drafts = m.drafts.inStreams(streams);
    if (drafts) {
        std::erase_if(*drafts, [&](const Draft &draft) {
            return !draft.content.has_widen() || draft.content.widen().answer() != answer.str();
        });
    }
    return drafts;
}

Status Widening::widen(const PersonId &resident, const Who &who, const EntityId &answer, StreamKind readers)
{
    TRIVSEL_TRY(m.access.widenReaders(who, resident));
    const domain::Profile &profile = m.home.profile(resident);
    const bool somebody = (readers == StreamKind::Chosen && !profile.chosen.empty()) ||
                          (readers == StreamKind::Team && !profile.team.empty());
    if (!somebody) {
        return fail(Errc::BadArgument, "there is nobody who could read it then");
    }
    if (!m.home.streamOf(resident, readers)) {
        return fail(Errc::NotFound, "their stream is not on this tablet");
    }
    const auto standing = find(resident, answer);
    if (!standing) {
        return tl::unexpected(standing.error());
    }
    if (!standing->given) {
        return fail(Errc::NotFound, "no such answer here");
    }
    if (std::any_of(standing->streams.begin(), standing->streams.end(),
                    [&](const StreamId &stream) { return stream.kind == readers; })) {
        return fail(Errc::BadArgument, "they may read it already");
    }
    const auto known = draftsOf(resident, answer);
    if (!known) {
        return tl::unexpected(known.error());
    }
    Draft draft{known->empty() ? randomBytes<DraftId>(m.config.random) : known->front().id,
                standing->streams.front(),
                {}};
    draft.content.set_subject(resident.str());
    draft.content.set_person(who.person.str());
    draft.content.set_role(static_cast<std::uint32_t>(who.role));
    draft.content.set_started_ms(m.config.clock());
    draft.content.set_changed_ms(draft.content.started_ms());
    draft.content.mutable_widen()->set_answer(answer.str());
    draft.content.mutable_widen()->set_readers(static_cast<std::uint32_t>(readers));
    return m.store->write([&] { return m.drafts.put(draft); });
}

Status Widening::undo(const PersonId &resident, const Who &who, const EntityId &answer)
{
    TRIVSEL_TRY(m.access.widenReaders(who, resident));
    const auto drafts = draftsOf(resident, answer);
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    if (drafts->empty()) {
        return fail(Errc::NotFound, "nothing is there to take back");
    }
    return m.store->write([&]() -> Status {
        for (const Draft &draft : *drafts) {
            TRIVSEL_TRY(m.drafts.remove(draft.id));
        }
        return {};
    });
}

Status Widening::settle(const Draft &draft)
{
    const auto resident = PersonId::from(draft.content.subject()).value_or(PersonId());
    const auto person = PersonId::from(draft.content.person()).value_or(PersonId());
    const auto answer = EntityId::from(draft.content.widen().answer()).value_or(EntityId());
    const auto readers = static_cast<StreamKind>(draft.content.widen().readers());
    const auto to = m.home.streamOf(resident, readers);
    if (!to) {
        return fail(Errc::NotFound, "the stream it was meant for is not here");
    }
    const auto standing = find(resident, answer);
    if (!standing) {
        return tl::unexpected(standing.error());
    }
    const bool isThere = std::find(standing->streams.begin(), standing->streams.end(), *to) !=
                         standing->streams.end();
    if (standing->given && !isThere) {
        std::vector<DefinedOp> ops;
        for (wire::v1::Op &op :
             domain::writeCopy(answer, *standing->given, standing->streams.front().kind)) {
            ops.push_back({std::move(op), standing->given->version.def});
        }
        const auto written =
            m.writer.write(*to, {resident, person, static_cast<Role>(draft.content.role())}, ops);
        if (!written) {
            return tl::unexpected(written.error());
        }
    }
    return m.drafts.remove(draft.id);
}

} // namespace trivsel::engine
