#include "app/viewmodels/own_plans.h"

#include "app/viewmodels/plan_view_model.h"
#include "app/viewmodels/resident_view_model.h"
#include "app/viewmodels/text.h"

namespace trivsel::app {

OwnPlans::OwnPlans(const Context &context, PlanViewModel &plan, QObject *parent)
    : QObject(parent), m(context), m_plan(plan)
{
    connect(&m.session, &Session::snapshotChanged, this, &OwnPlans::update);
}

void OwnPlans::update()
{
    std::vector<ListRow> rows;
    m_definitions.clear();
    if (m.session.snapshot() && m.session.isResident()) {
        for (const engine::PlanBrief &plan : m.session.snapshot()->plans) {
            const auto definition = m.catalogue->byUrl(plan.url);
            if (!definition || !isForResidents(*definition)) {
                continue;
            }
            m_definitions.push_back(definition);
            rows.push_back({QByteArray::fromStdString(plan.url),
                            {toQt(definition->shortTitle.in(m.language())), m.format.day(plan.lastMs),
                             plan.several, plan.struck, plan.waitsForYes}});
        }
    }
    m_rows.setRows(std::move(rows));
}

void OwnPlans::open(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_definitions.size()) {
        m_plan.open(m_definitions[static_cast<std::size_t>(row)]);
    }
}

} // namespace trivsel::app
