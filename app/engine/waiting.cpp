#include "app/engine/waiting.h"

#include "proto/domain/remove_item.h"

namespace trivsel::engine {

void Waiting::follow(const std::set<StreamId> &touched)
{
    for (const StreamId &stream : touched) {
        m_found.erase(stream);
    }
}

Result<const std::vector<Waiting::Found> *> Waiting::in(const StreamId &stream)
{
    const auto known = m_found.find(stream);
    if (known != m_found.end()) {
        return &known->second;
    }
    const auto fold = m.folds.lookAt(stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    std::vector<Found> found;
    for (const merge::FieldId &field : (*fold)->waiting()) {
        if (field.field.starts_with("conversation") || field.field == "reply") {
            continue; // both versions stand on their own pages
        }
        const bool answer = field.field.empty() && !(*fold)->view(field.entity, "response").versions.empty();
        if (answer && domain::isWithdrawn(field.entity, **fold)) {
            continue;
        }
        const bool talk = (*fold)->view(field.entity, field.field).state == merge::RegisterState::Talk;
        found.push_back({field, talk});
    }
    return &m_found.emplace(stream, std::move(found)).first->second;
}

std::string Waiting::urlOf(const PersonId &resident, const EntityId &entity) const
{
    for (const auto &definition : m.definitions.catalogue().all()) {
        if (definition->kind == catalogue::Kind::Plan &&
            seal::singleton(resident, definition->url) == entity) {
            return definition->url;
        }
    }
    return {};
}

Result<std::vector<WaitingField>> Waiting::of(const PersonId &resident, const Who &viewer)
{
    std::vector<WaitingField> fields;
    const auto stream = m.home.streamOf(resident, StreamKind::Team);
    if (!stream || !m.access.read(viewer, resident, StreamKind::Team)) {
        return fields;
    }
    const auto found = in(*stream);
    if (!found) {
        return tl::unexpected(found.error());
    }
    for (const Found &one : **found) {
        fields.push_back({resident, m.home.profile(resident).name, *stream, one.field.entity,
                          urlOf(resident, one.field.entity), one.field.field, one.talk});
    }
    return fields;
}

Result<std::vector<WaitingField>> Waiting::all(const Who &viewer)
{
    std::vector<WaitingField> fields;
    for (const PersonId &resident : m.home.residents()) {
        auto some = of(resident, viewer);
        if (!some) {
            return some;
        }
        fields.insert(fields.end(), some->begin(), some->end());
    }
    return fields;
}

} // namespace trivsel::engine
