#include "app/viewmodels/plan_other_view.h"

#include "app/viewmodels/history_view_model.h"
#include "app/viewmodels/text.h"

#include <utility>

namespace trivsel::app {

PlanOtherView::PlanOtherView(const Context &context, WriteViewModel &writer, HistoryViewModel &history,
                             QObject *parent)
    : QObject(parent), m(context), m_history(history), m_own(context, writer)
{
    connect(&m_own, &OwnView::changed, this, &PlanOtherView::changed);
    connect(&m_own, &OwnView::saved, this, [this] {
        m_saved = true;
        m_problem = Problem::None;
        Q_EMIT changed();
    });
    connect(&m.session, &Session::personChanged, this, &PlanOtherView::close);
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) { // covered or locked: follow() brings it back
            m_field.reset();
            m_asked.reset();
            update();
        }
    });
}

bool PlanOtherView::open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                         const engine::FieldShown &field)
{
    if (!planCellOf(field, item, m.session, m.format).mayDiffer) {
        return false;
    }
    close();
    m_definition = definition;
    m_item = &item;
    m_at = field.at();
    m_field = field;
    update();
    m.pages.push(Navigator::Page::PlanOtherView);
    return true;
}

void PlanOtherView::follow(const engine::PlanSnapshot &plan)
{
    if (m_item == nullptr || plan.url != m_definition->url) {
        return;
    }
    const auto *field = fieldIn(plan, m_at);
    m_field = field != nullptr ? std::optional(*field) : std::nullopt;
    update();
}

void PlanOtherView::close()
{
    ++m_visit;
    m_definition.reset();
    m_item = nullptr;
    m_field.reset();
    m_asked.reset();
    m_busy = m_saved = false;
    m_problem = Problem::None;
    m_own.putAside();
    update();
}

void PlanOtherView::update()
{
    std::vector<ListRow> rows;
    if (m_field) {
        for (const auto &view : m_field->otherViews) {
            rows.push_back({QByteArray::fromStdString(view.id.str()),
                            {QVariant::fromValue(otherViewCellOf(view, m.session, m.format))}});
        }
    }
    m_views.setRows(std::move(rows));
    Q_EMIT changed();
}

QString PlanOtherView::words(const catalogue::Localized &text) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(text.in(m.language()), variables));
}

QString PlanOtherView::title() const
{
    return m_item != nullptr ? words(m_item->label) : QString();
}

QString PlanOtherView::planTitle() const
{
    return m_item != nullptr ? words(m_definition->shortTitle) : QString();
}

PlanCell PlanOtherView::cell() const
{
    return m_field ? planCellOf(*m_field, *m_item, m.session, m.format) : PlanCell();
}

engine::StaffWords PlanOtherView::staffWords() const
{
    return {m_definition->url, m_at, m_field->view.heads};
}

const domain::OtherView *PlanOtherView::viewAt(int row) const
{
    return m_field && row >= 0 && static_cast<std::size_t>(row) < m_field->otherViews.size()
               ? &m_field->otherViews[static_cast<std::size_t>(row)]
               : nullptr;
}

void PlanOtherView::begin(const engine::StaffWords &beside, const QString &title, const QString &help)
{
    m_asked.reset();
    m_own.begin(beside, cell().text, title, help);
}

void PlanOtherView::write(const QString &title, const QString &help)
{
    if (m_field) {
        begin(staffWords(), title, help);
    }
}

void PlanOtherView::change(int row, const QString &title, const QString &help)
{
    if (const auto *view = viewAt(row)) {
        engine::StaffWords beside = staffWords();
        beside.view = *view;
        begin(beside, title, help);
    }
}

void PlanOtherView::askWithdraw(int row)
{
    if (const auto *view = viewAt(row)) {
        m_asked = staffWords();
        m_asked->view = *view;
        Q_EMIT changed();
    }
}

void PlanOtherView::keep()
{
    m_asked.reset();
    Q_EMIT changed();
}

void PlanOtherView::withdraw()
{
    if (!m_asked || m_busy || !m.session.resident()) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(),
         beside = *std::exchange(m_asked, std::nullopt)](engine::Engine &engine) {
            return engine.withdrawOtherView(resident, who, beside);
        },
        [this, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m_busy = false;
            m_problem = problemOf(status);
            m_saved = m_saved || status.has_value();
            Q_EMIT changed();
            if (status) {
                m.session.refresh();
            }
        });
}

void PlanOtherView::openHistory()
{
    if (m_field) {
        m_history.open(m_definition, *m_item, m_at);
    }
}

void PlanOtherView::back()
{
    if (m_asked) {
        keep();
    } else if (m_own.isOpen()) {
        m_own.putAside();
    } else {
        close();
        m.pages.pop();
    }
}

} // namespace trivsel::app
