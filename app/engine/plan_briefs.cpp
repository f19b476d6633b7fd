#include "app/engine/plan_briefs.h"

#include "app/engine/plan_levels.h"
#include "proto/domain/forms.h"
#include "proto/domain/yes.h"

#include <algorithm>
#include <set>

namespace trivsel::engine {

namespace {

void addField(const merge::RegisterView &view, PlanBrief &brief)
{
    brief.several = brief.several || view.waitsForPerson();
    for (const merge::Version &version : view.versions) {
        brief.lastMs = std::max(brief.lastMs, domain::correctedMs(version));
    }
    brief.waitsForYes = brief.waitsForYes || domain::waitsForYes(view);
}

/** The plan and what holds of its entries, at any depth. */
void addPlan(const merge::Fold &fold, const catalogue::Definition &definition, const EntityId &plan,
             PlanBrief &brief)
{
    std::set<EntityId> met{plan}; // or two that name each other as parent never end
    std::vector<EntityId> open{plan};
    while (!open.empty()) {
        const EntityId item = open.back();
        open.pop_back();
        const merge::ItemState state = entryState(fold, item);
        if (state == merge::ItemState::Removed) {
            continue;
        }
        bool known = false;
        for (const std::string &field : fold.fields(item)) {
            const auto *question = definition.find(field);
            if (question != nullptr && question->isQuestion()) {
                known = true;
                addField(fold.view(item, field), brief);
            }
        }
        brief.struck = brief.struck || (known && state == merge::ItemState::RemovedButEdited);
        for (const EntityId &child : fold.children(item)) {
            if (met.insert(child).second) {
                open.push_back(child);
            }
        }
    }
}

} // namespace

Result<std::vector<PlanBrief>> PlanBriefs::of(const PersonId &resident, const Who &viewer)
{
    std::vector<PlanBrief> briefs;
    const auto stream = m.home.streamOf(resident, StreamKind::Team);
    if (!stream || !m.access.read(viewer, resident, StreamKind::Team)) {
        return briefs;
    }
    const auto fold = m.folds.of(*stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    for (const auto &definition : m.definitions.catalogue().all()) {
        if (definition->kind != catalogue::Kind::Plan ||
            definition->secrecy == catalogue::Secrecy::Safety) { // these never open on a resident's page
            continue;
        }
        PlanBrief &brief = briefs.emplace_back();
        brief.url = definition->url;
        addPlan(**fold, *definition, seal::singleton(resident, definition->url), brief);
    }
    return briefs;
}

} // namespace trivsel::engine
