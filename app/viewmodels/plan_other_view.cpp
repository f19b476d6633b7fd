#include "app/viewmodels/plan_other_view.h"

#include "app/viewmodels/history_view_model.h"
#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/text.h"

namespace trivsel::app {

PlanOtherView::PlanOtherView(const Context &context, WriteViewModel &writer, HistoryViewModel &history,
                             QObject *parent)
    : QObject(parent), m(context), m_history(history), m_writing(context, writer)
{
    connect(&m_writing, &OtherViewWriting::changed, this, &PlanOtherView::changed);
    connect(&m_writing, &OtherViewWriting::saved, this, [this] {
        m_saved = true;
        Q_EMIT changed();
    });
    connect(&m.session, &Session::personChanged, this, &PlanOtherView::close);
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) { // covered or locked: follow() brings it back
            m_field.reset();
            m_saved = false;
            update();
        }
    });
}

bool PlanOtherView::open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                         const engine::PlanSnapshot &plan, const engine::FieldAt &at)
{
    const auto *field = fieldIn(plan, at);
    if (field == nullptr) {
        return false;
    }
    const PlanCell there = planCellOf(*field, item, m.session, m.format);
    if (!there.mayChangeViews && !(there.mayDiffer && holdsAt(plan, at))) {
        return false;
    }
    close();
    m_definition = definition;
    m_item = &item;
    m_at = at;
    follow(plan);
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
    m_holds = holdsAt(plan, m_at);
    update();
}

void PlanOtherView::close()
{
    m_definition.reset();
    m_item = nullptr;
    m_field.reset();
    m_saved = false;
    m_writing.putAside();
    update();
}

void PlanOtherView::update()
{
    m_rows.clear();
    if (m_field) {
        m_rows = otherViewRows(m_field->otherViews, m_field->begunViews, m.session, m.format);
    }
    std::vector<ListRow> rows;
    for (const OtherViewRow &row : m_rows) {
        rows.push_back({row.key(), {QVariant::fromValue(row.cell)}});
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
    if (!m_field) {
        return {};
    }
    PlanCell cell = planCellOf(*m_field, *m_item, m.session, m.format);
    cell.mayDiffer = cell.mayDiffer && m_holds;
    if (m_field->view.waitsForPerson()) {
        cell.text = app::textOf(m_field->view);
    }
    if (m_field->view.waitsForPerson() || cell.state == FieldState::KeptBoth) {
        cell.signature = {}; // of several hands
    }
    return cell;
}

bool PlanOtherView::mayWrite() const
{
    return cell().mayDiffer && !isNewBegun(m_rows);
}

const OtherViewRow *PlanOtherView::rowAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_rows[static_cast<std::size_t>(row)]
                                                                     : nullptr;
}

engine::StaffWords PlanOtherView::beside(const OtherViewRow *row) const
{
    engine::StaffWords beside(m_definition->url, m_at, m_field->view.heads);
    if (row != nullptr) {
        beside.view = row->view;
    }
    return beside;
}

void PlanOtherView::begin(const engine::StaffWords &beside, const QString &title, const QString &help)
{
    m_saved = false;
    m_writing.begin(beside, cell().text, title, help);
}

void PlanOtherView::write(const QString &title, const QString &help)
{
    if (mayWrite()) {
        begin(beside(nullptr), title, help);
    }
}

void PlanOtherView::change(int row, const QString &title, const QString &help)
{
    if (const auto *own = rowAt(row)) {
        begin(beside(own), title, help);
    }
}

void PlanOtherView::ask(int row, OtherViewWriting::Asking what)
{
    const auto *own = rowAt(row);
    if (own != nullptr && own->cell.unfinished == (what == OtherViewWriting::Asking::ThrowAway)) {
        m_saved = false;
        m_writing.askAbout(beside(own), what);
    }
}

void PlanOtherView::openHistory()
{
    if (m_field) {
        m_history.open(m_definition, *m_item, m_at);
    }
}

void PlanOtherView::back()
{
    if (m_writing.isOpen()) {
        m_writing.back();
    } else {
        close();
        m.pages.pop();
        Q_EMIT left();
    }
}

} // namespace trivsel::app
