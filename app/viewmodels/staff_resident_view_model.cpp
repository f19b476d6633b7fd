#include "app/viewmodels/staff_resident_view_model.h"

#include "app/viewmodels/plan_view_model.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

using catalogue::About;
using catalogue::Audience;

StaffResidentViewModel::StaffResidentViewModel(const Context &context, BeginViewModel &begin,
                                               PlanViewModel &plan, QObject *parent)
    : QObject(parent), m(context), m_begin(begin), m_plan(plan)
{
    connect(&m.session, &Session::snapshotChanged, this, &StaffResidentViewModel::update);
    connect(&m.session, &Session::personChanged, this, &StaffResidentViewModel::update);
    connect(&m.session, &Session::homeChanged, this, &StaffResidentViewModel::update);
}

bool StaffResidentViewModel::offered(const catalogue::Definition &definition) const
{
    const bool ownDevice = m.session.onStaffDevice();
    if (definition.kind == catalogue::Kind::Plan && notAlong()) {
        return false;
    }
    if (definition.secrecy == catalogue::Secrecy::Safety && !ownDevice) {
        return false;
    }
    if (definition.kind == catalogue::Kind::Plan) {
        return definition.audience == Audience::Both || definition.audience == Audience::Staff;
    }
    // A staff member's own answers live on their own device only.
    return ownDevice && definition.audience == Audience::Staff &&
           (definition.about == About::Resident || definition.about == About::ResidentOrEveryone);
}

void StaffResidentViewModel::fill(List &list, catalogue::Kind kind) const
{
    list.definitions.clear();
    std::vector<ListRow> rows;
    for (const auto &definition : ready() ? m.catalogue->all() : std::vector<catalogue::DefinitionPtr>{}) {
        if (definition->kind != kind || !offered(*definition)) {
            continue;
        }
        list.definitions.push_back(definition);
        rows.push_back({QByteArray::fromStdString(definition->url),
                        {toQt(definition->shortTitle.in(m.language())),
                         QVariant::fromValue(lookOf(*definition)), m.session.draftWaits(definition->url)}});
    }
    list.rows.setRows(std::move(rows));
}

void StaffResidentViewModel::update()
{
    fill(m_plans, catalogue::Kind::Plan);
    fill(m_forms, catalogue::Kind::Form);
    Q_EMIT changed();
}

bool StaffResidentViewModel::notAlong() const
{
    const engine::HomeSnapshot &home = m.session.home();
    return m.session.resident() && home.owner &&
           std::find(home.along.begin(), home.along.end(), m.session.resident()->id) == home.along.end();
}

bool StaffResidentViewModel::showsAnswers() const
{
    return ready() && m.session.onStaffDevice() && !notAlong();
}

QString StaffResidentViewModel::lastAnswer() const
{
    if (!showsAnswers()) {
        return {};
    }
    for (const auto &response : m.session.snapshot()->responses) {
        if (const auto definition = m.catalogue->byUrl(response.url)) {
            return toQt(definition->shortTitle.in(m.language())) + QStringLiteral(" · ") +
                   m.format.day(response.atMs);
        }
    }
    return {};
}

void StaffResidentViewModel::openAnswers()
{
    if (showsAnswers()) {
        m.pages.push(Navigator::Page::StaffAnswers);
    }
}

void StaffResidentViewModel::openReset()
{
    if (mayResetPictures()) {
        m.pages.push(Navigator::Page::ResetPictures);
    }
}

int StaffResidentViewModel::twoVersions() const
{
    return m.session.snapshot() ? static_cast<int>(m.session.snapshot()->waiting.size()) : 0;
}

void StaffResidentViewModel::openPlan(int row)
{
    if (ready() && row >= 0 && static_cast<std::size_t>(row) < m_plans.definitions.size()) {
        m_plan.open(m_plans.definitions[static_cast<std::size_t>(row)]);
    }
}

void StaffResidentViewModel::openForm(int row)
{
    if (ready() && row >= 0 && static_cast<std::size_t>(row) < m_forms.definitions.size()) {
        m_begin.open(m_forms.definitions[static_cast<std::size_t>(row)], m.session.resident()->id);
    }
}

void StaffResidentViewModel::back()
{
    m.pages.pop();
}

domain::Ways StaffResidentViewModel::ways() const
{
    return ready() && m.session.resident() ? m.session.resident()->ways : domain::Ways();
}

bool StaffResidentViewModel::away() const
{
    return ways().isAway(m.format.now());
}

QString StaffResidentViewModel::awayUntil() const
{
    const std::int64_t until = ways().awayUntilMs;
    return until > 0 ? m.format.day(until) : QString();
}

bool StaffResidentViewModel::withoutTablet() const
{
    return ways().withoutTablet;
}

QString StaffResidentViewModel::formsWith(domain::Asking said) const
{
    const domain::Ways now = ways();
    QStringList titles;
    for (const auto &definition : m.catalogue->all()) {
        if (definition->kind == catalogue::Kind::Form && now.askingFor(definition->url) == said) {
            titles.append(toQt(definition->title.in(m.language())));
        }
    }
    return m.format.names(titles);
}

} // namespace trivsel::app
