#include "app/viewmodels/plan_print_view_model.h"

#include "app/viewmodels/plan_on_paper.h"
#include "app/viewmodels/text.h"
#include "proto/domain/access.h"

#include <QFileInfo>
#include <QPointer>

#include <utility>

namespace trivsel::app {

namespace {

domain::Action actionOf(const catalogue::Definition &definition)
{
    return definition.secrecy == catalogue::Secrecy::Safety ? domain::Action::PrintSafety
                                                            : domain::Action::Print;
}

domain::DeviceKind deviceOf(TabletKind kind)
{
    switch (kind) {
    case TabletKind::Staff:
        return domain::DeviceKind::Staff;
    case TabletKind::Leader:
        return domain::DeviceKind::Leader;
    case TabletKind::Shared:
        break;
    }
    return domain::DeviceKind::Shared;
}

PlanPrintViewModel::Outcome outcomeOf(print::Outcome outcome)
{
    using Outcome = PlanPrintViewModel::Outcome;
    switch (outcome) {
    case print::Outcome::Written:
        return Outcome::Printed;
    case print::Outcome::FolderMissing:
        return Outcome::FolderMissing;
    case print::Outcome::FolderClosed:
        return Outcome::FolderClosed;
    case print::Outcome::NotComplete:
        return Outcome::NotComplete;
    }
    return Outcome::Failed;
}

} // namespace

PlanPrintViewModel::PlanPrintViewModel(const Context &context, Print print, QObject *parent)
    : QObject(parent), m(context), m_print(std::move(print))
{
    connect(&m.session, &Session::personChanged, this, &PlanPrintViewModel::close);
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) { // covered or locked: follow() brings it back
            m_plan.reset();
            forget();
            update();
        }
    });
}

bool PlanPrintViewModel::mayPrint(const catalogue::Definition &definition) const
{
    domain::Situation situation;
    situation.role = m.session.who().role;
    situation.ownWords = m.session.isResident();
    situation.voice = merge::Voice::VOICE_RESIDENT;
    situation.among = m.session.isInTeam();
    situation.device = deviceOf(m.session.home().kind);
    return m_print && domain::allowed(actionOf(definition), situation);
}

void PlanPrintViewModel::open(const catalogue::DefinitionPtr &definition, const engine::PlanSnapshot &plan)
{
    close();
    m_definition = definition;
    m_whose = m.session.isStaff() ? Whose::Both : Whose::Mine;
    follow(plan);
    m.pages.push(Navigator::Page::PlanPrint);
}

void PlanPrintViewModel::follow(const engine::PlanSnapshot &plan)
{
    if (m_definition && plan.url == m_definition->url) {
        m_plan = plan;
        update();
    }
}

void PlanPrintViewModel::close()
{
    m_definition.reset();
    m_plan.reset();
    forget();
    update();
}

void PlanPrintViewModel::forget()
{
    ++m_visit;
    m_busy = false;
    m_outcome = Outcome::None;
    m_written = {};
}

QString PlanPrintViewModel::planTitle() const
{
    if (!m_definition) {
        return {};
    }
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(m_definition->title.in(m.language()), variables));
}

QString PlanPrintViewModel::fileName() const
{
    return QFileInfo(m_written.file).fileName();
}

QString PlanPrintViewModel::folder() const
{
    return m_written.file.isEmpty() ? QString() : QFileInfo(m_written.file).path();
}

print::PlanPrint PlanPrintViewModel::paper(const PrintWords &words) const
{
    return planOnPaper({*m_definition, *m_plan, m_whose != Whose::Staffs, m_whose != Whose::Mine, m.session,
                        m.format, words});
}

void PlanPrintViewModel::update()
{
    m_empty = !m_plan || paper(PrintWords()).sections.empty();
    m_unfinished = m_plan && hasDrafts(*m_plan);
    Q_EMIT changed();
}

void PlanPrintViewModel::choose(Whose whose)
{
    if (m_busy) {
        return;
    }
    m_whose = whose;
    forget();
    update();
}

void PlanPrintViewModel::makeFile(PrintWords *words)
{
    if (m_busy || m_empty || !m_plan || !m_print || words == nullptr || !m.session.resident()) {
        return;
    }
    forget();
    m_busy = true;
    m.core.run(
        this,
        [action = actionOf(*m_definition), who = m.session.who(), resident = m.session.resident()->id](
            engine::Engine &engine) { return engine.takeOut(action, who, resident); },
        [this, visit = m_visit, words = QPointer<PrintWords>(words)](const Status &allowed) {
            if (visit == m_visit) {
                m_busy = false;
                put(allowed, words);
            }
        });
    Q_EMIT changed();
}

void PlanPrintViewModel::put(const Status &allowed, const PrintWords *words)
{
    if (!allowed || words == nullptr || !m_plan) {
        m_outcome =
            !allowed && allowed.error().code() == Errc::NotAllowed ? Outcome::NotAllowed : Outcome::Failed;
    } else {
        m_written = m_print(paper(*words));
        m_outcome = outcomeOf(m_written.outcome);
    }
    Q_EMIT changed();
}

void PlanPrintViewModel::back()
{
    close();
    m.pages.pop();
}

} // namespace trivsel::app
