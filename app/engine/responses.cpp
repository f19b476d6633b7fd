#include "app/engine/responses.h"

#include "app/engine/sheet.h"
#include "proto/domain/forms.h"
#include "proto/domain/remove_item.h"
#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::engine {

namespace {

constexpr std::string_view kField = "response";
constexpr std::array kKinds{StreamKind::Own, StreamKind::Chosen, StreamKind::Team, StreamKind::Staff};

bool isNewer(const ResponseShown &a, const ResponseShown &b)
{
    return std::tie(a.atMs, a.lamport, a.dot) > std::tie(b.atMs, b.lamport, b.dot);
}

} // namespace

ResponseShown Responses::show(const EntityId &entity, const merge::Version &version, StreamKind readers) const
{
    const wire::v1::Response &response = version.op.response();
    const auto definition = m.definitions.byHash(version.def);
    ResponseShown shown;
    shown.id = entity;
    shown.url = definition ? definition->url : std::string();
    shown.definition = version.def;
    shown.readers = readers;
    shown.author = version.author;
    shown.enterer = version.enterer;
    shown.about = PersonId::from(response.about()).value_or(PersonId());
    shown.atMs = domain::correctedMs(version);
    shown.clockDoubtful = domain::clockDoubtful(version);
    shown.lamport = version.lamport;
    shown.dot = version.dot;
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
    for (const StreamKind kind : kKinds) {
        const auto stream = m.home.streamOf(owner, kind);
        if (!stream || !m.access.read(viewer, owner, kind)) {
            continue;
        }
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        for (const EntityId &entity : (*fold)->entities()) {
            const auto view = (*fold)->view(entity, kField);
            if (view.versions.empty() || !view.versions.back().op.has_response() ||
                domain::isWithdrawn(entity, **fold)) {
                continue;
            }
            found.push_back(show(entity, view.versions.back(), kind));
        }
    }
    std::sort(found.begin(), found.end(), isNewer);
    return found;
}

Status Responses::withdraw(const PersonId &resident, const Who &who, const EntityId &response)
{
    TRIVSEL_TRY(m.access.withdraw(who, resident));
    for (const StreamKind kind : kKinds) {
        const auto stream = m.home.streamOf(resident, kind);
        if (!stream) {
            continue;
        }
        const auto fold = m.folds.of(*stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        const auto view = (*fold)->view(response, kField);
        if (view.versions.empty() || domain::isWithdrawn(response, **fold)) {
            continue;
        }
        DefinedOp remove;
        remove.op.set_entity(response.str());
        remove.op.set_voice(wire::v1::VOICE_RESIDENT);
        remove.op.set_remove(true);
        merge::addSeen(remove.op, view.heads);
        return m.store->write([&]() -> Status {
            const auto written = m.writer.write(*stream, {resident, who.person, who.role}, {remove});
            return written ? Status() : tl::unexpected(written.error());
        });
    }
    return fail(Errc::NotFound, "no such answer here");
}

} // namespace trivsel::engine
