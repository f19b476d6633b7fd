#include "app/engine/responses.h"

#include "app/engine/sheet.h"
#include "proto/domain/remove_item.h"

#include <algorithm>
#include <set>

namespace trivsel::engine {

namespace {

// The narrowest first.
constexpr std::array kKinds{StreamKind::Own, StreamKind::Chosen, StreamKind::Team, StreamKind::Staff};

bool isNewer(const ResponseShown &a, const ResponseShown &b)
{
    return std::tie(a.atMs, a.lamport, a.dot) > std::tie(b.atMs, b.lamport, b.dot);
}

/** In their own hand: nobody finishes for them what they did not do. */
bool tookBack(const EntityId &answer, const merge::Fold &fold, const PersonId &resident)
{
    const auto removals = fold.view(answer, "").versions;
    return domain::isWithdrawn(answer, fold) &&
           std::any_of(removals.begin(), removals.end(), [&](const merge::Version &one) {
               return one.op.remove() && one.author == resident && one.enteredByAuthor();
           });
}

} // namespace

ResponseShown Responses::show(const EntityId &entity, const domain::Given &given) const
{
    const merge::Version &version = given.version;
    const wire::v1::Response &response = version.op.response();
    const auto definition = m.definitions.byHash(version.def);
    ResponseShown shown;
    shown.id = entity;
    shown.url = definition ? definition->url : std::string();
    shown.definition = version.def;
    shown.author = version.author;
    shown.enterer = given.enterer;
    shown.about = PersonId::from(response.about()).value_or(PersonId());
    shown.atMs = given.atMs;
    shown.clockDoubtful = given.clockDoubtful;
    shown.lamport = given.lamport;
    shown.dot = given.dot;
    shown.outcome = response.outcome();
    shown.way = response.way();
    shown.variant = response.variant();
    for (const wire::v1::Answer &answer : response.answers()) {
        const catalogue::Item *item = definition ? definition->find(answer.link_id()) : nullptr;
        shown.answers.push_back(shownOf(answer, item));
    }
    return shown;
}

Result<std::vector<ResponseShown>> Responses::of(const PersonId &owner, const Who &viewer)
{
    std::vector<ResponseShown> found;
    std::map<EntityId, std::size_t> places; // in `found`: a copy for more readers is the same answer
    std::set<EntityId> takenBack;           // in one stream is in all, also where this viewer reads nothing
    for (const StreamKind kind : kKinds) {
        const auto stream = m.home.streamOf(owner, kind);
        if (!stream) {
            continue;
        }
        const bool reads = m.access.read(viewer, owner, kind).has_value();
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        for (const EntityId &entity : (*fold)->entities()) {
            if (domain::isWithdrawn(entity, **fold)) {
                takenBack.insert(entity);
                continue;
            }
            const auto given = reads ? domain::readGiven(entity, **fold) : std::nullopt;
            if (given) {
                const auto [place, isNew] = places.try_emplace(entity, found.size());
                if (isNew) {
                    found.push_back(show(entity, *given));
                }
                found[place->second].readers = kind;
                found[place->second].standsIn.push_back(kind);
            }
        }
    }
    std::erase_if(found, [&](const ResponseShown &one) { return takenBack.contains(one.id); });
    // Given in one moment in two streams: nothing tells which came first, so the narrower stands first.
    std::stable_sort(found.begin(), found.end(), isNewer);
    return found;
}

Status Responses::remove(const PersonId &resident, const Who &who,
                         const std::vector<std::pair<StreamId, EntityId>> &items)
{
    return m.store->write([&]() -> Status {
        for (const auto &[stream, entity] : items) {
            const auto fold = m.folds.of(stream);
            if (!fold) {
                return tl::unexpected(fold.error());
            }
            const auto written =
                m.writer.write(stream, {resident, who.person, who.role},
                               {DefinedOp{domain::removeItem(entity, wire::v1::VOICE_RESIDENT, **fold)}});
            if (!written) {
                return tl::unexpected(written.error());
            }
        }
        return {};
    });
}

Status Responses::withdraw(const PersonId &resident, const Who &who, const EntityId &response)
{
    TRIVSEL_TRY(m.access.withdraw(who, resident));
    std::vector<std::pair<StreamId, EntityId>> standing;
    for (const StreamKind kind : kKinds) {
        const auto stream = m.home.streamOf(resident, kind);
        if (!stream) {
            continue;
        }
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        const auto given = domain::readGiven(response, **fold);
        if (!given) {
            continue;
        }
        for (const StreamKind from : given->copiedFrom) {
            // What stands in `own` nobody else reads, also while it is closed.
            if (from != StreamKind::Own && !m.home.streamOf(resident, from)) {
                return fail(Errc::NotHereYet, "it also stands in a stream that is not on this tablet");
            }
        }
        standing.emplace_back(*stream, response);
    }
    return standing.empty() ? fail(Errc::NotFound, "no such answer here") : remove(resident, who, standing);
}

Status Responses::finishWithdrawals(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(m.access.withdraw(who, resident));
    std::set<EntityId> takenBack;
    std::vector<std::pair<StreamId, EntityId>> standing;
    for (const StreamKind kind : {StreamKind::Own, StreamKind::Chosen, StreamKind::Team}) {
        const auto stream = m.home.streamOf(resident, kind);
        if (!stream) {
            continue;
        }
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        for (const EntityId &entity : (*fold)->entities()) {
            if (tookBack(entity, **fold, resident)) {
                takenBack.insert(entity);
            } else if (domain::readGiven(entity, **fold)) {
                standing.emplace_back(*stream, entity);
            }
        }
    }
    std::erase_if(standing, [&](const auto &one) { return !takenBack.contains(one.second); });
    return standing.empty() ? Status() : remove(resident, who, standing);
}

} // namespace trivsel::engine
