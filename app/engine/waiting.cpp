#include "app/engine/waiting.h"

#include "app/engine/plan_levels.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/remove_item.h"

#include <algorithm>

namespace trivsel::engine {

namespace {

/** An entry of a plan: how the plan names it. */
struct Known
{
    FieldAt at;
    bool gone = false; // taken out, or what it stands in was
};

/** The list or group that the entry stands in; empty when this program knows none. */
std::string listOf(const merge::Fold &fold, const catalogue::Definition &definition, const EntityId &entry)
{
    for (const std::string &field : fold.fields(entry)) {
        if (const auto *item = definition.find(field); item != nullptr && item->repeats) {
            return field;
        }
    }
    return {};
}

/** Every entry in the plan, at any depth; no recursion, since how deep it goes is what somebody wrote. */
std::map<EntityId, Known> entriesOfPlan(const merge::Fold &fold, const catalogue::Definition &definition,
                                        const EntityId &plan)
{
    struct Level
    {
        EntityId parent;
        std::vector<EntityId> within;
        bool gone = false;
    };
    std::map<EntityId, Known> entries;
    std::vector<Level> open{{plan, {}, false}};
    while (!open.empty()) {
        const Level level = std::move(open.back());
        open.pop_back();
        for (const EntityId &id : fold.children(level.parent)) {
            const bool gone = level.gone || entryState(fold, id) == merge::ItemState::Removed;
            const FieldAt at(listOf(fold, definition, id), id, level.within);
            if (entries.emplace(id, Known{at, gone}).second) {
                open.push_back({id, entriesOf(at), gone});
            }
        }
    }
    return entries;
}

/** Entries that were taken out while another wrote in something that stands in them. */
void addTakenOut(const merge::Fold &fold, const catalogue::Definition &definition,
                 const std::map<EntityId, Known> &entries, std::vector<Waiting::Found> &found)
{
    for (const auto &[id, known] : entries) {
        if (!known.gone && fold.itemState(id) == merge::ItemState::Removed) {
            found.push_back({{id, ""}, false, known.at, definition.url});
        }
    }
}

bool isOtherView(const merge::Fold &fold, const merge::FieldId &field)
{
    return !fold.history(field.entity, domain::field::kOtherView).empty();
}

} // namespace

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
        if (field.field.starts_with("conversation") || field.field == "reply" || isOtherView(**fold, field)) {
            continue; // both versions stand on their own pages
        }
        const bool answer = field.field.empty() && !(*fold)->view(field.entity, "response").versions.empty();
        if (answer && domain::isWithdrawn(field.entity, **fold)) {
            continue;
        }
        const bool talk = (*fold)->view(field.entity, field.field).state == merge::RegisterState::Talk;
        found.push_back({field, talk, field.field, {}});
    }
    nameIn(stream, **fold, found);
    return &m_found.emplace(stream, std::move(found)).first->second;
}

void Waiting::nameIn(const StreamId &stream, const merge::Fold &fold, std::vector<Found> &found) const
{
    const auto resident = m.home.ownerOf(stream);
    if (!resident) {
        return;
    }
    for (const auto &definition : m.definitions.catalogue().all()) {
        if (definition->kind != catalogue::Kind::Plan) {
            continue;
        }
        const EntityId plan = seal::singleton(*resident, definition->url);
        const auto entries = entriesOfPlan(fold, *definition, plan);
        // Of an entry that was taken out whoever did it saw what stood in it, or it is there itself.
        std::erase_if(found, [&](const Found &one) {
            const auto known = entries.find(one.field.entity);
            return known != entries.end() && known->second.gone;
        });
        for (Found &one : found) {
            const auto known = entries.find(one.field.entity);
            if (one.field.entity == plan) {
                one.url = definition->url;
            } else if (known != entries.end()) {
                one.url = definition->url;
                one.at = known->second.at;
                if (definition->find(one.field.field) != nullptr) {
                    one.at.linkId = one.field.field;
                }
            }
        }
        addTakenOut(fold, *definition, entries, found);
    }
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
        fields.push_back({resident, m.home.profile(resident).name, *stream, one.field.entity, one.url,
                          one.at.linkId, one.talk, one.at.entry, one.field.field.empty(), one.at.within});
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
