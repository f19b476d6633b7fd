#include "app/viewmodels/plan_choice_view_model.h"

#include "app/viewmodels/text.h"

#include <utility>

namespace trivsel::app {

PlanChoiceViewModel::PlanChoiceViewModel(const Context &context, QObject *parent)
    : QObject(parent), m(context)
{
    connect(&m.session, &Session::personChanged, this, [this] { close(); });
}

void PlanChoiceViewModel::open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                               const engine::FieldShown &shown, std::function<void()> done,
                               std::function<void()> history)
{
    ++m_visit;
    m_definition = definition;
    m_item = &item;
    m_at = shown.at();
    const auto &versions = shown.view.versions;
    m_code = shown.draft            ? *shown.draft
             : versions.size() == 1 ? domain::chosenIn(versions.front().op).code
                                    : std::string();
    m_done = std::move(done);
    m_history = std::move(history);
    m_busy = m_saved = false;
    m_problem = Problem::None;
    update();
    m.pages.push(Navigator::Page::PlanChoice);
}

void PlanChoiceViewModel::close()
{
    ++m_visit;
    m_definition.reset();
    m_item = nullptr;
    m_code.clear();
    m_done = nullptr;
    m_history = nullptr;
    m_busy = m_saved = false;
    update();
    if (m.pages.page() == Navigator::Page::PlanChoice) {
        m.pages.pop();
    }
}

QString PlanChoiceViewModel::words(const catalogue::Localized &text) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(text.in(m.language()), variables));
}

QString PlanChoiceViewModel::planTitle() const
{
    return m_definition ? words(m.session.isStaff() ? m_definition->shortTitle : m_definition->title)
                        : QString();
}

QString PlanChoiceViewModel::question() const
{
    return m_item != nullptr ? words(m_item->text) : QString();
}

QString PlanChoiceViewModel::help() const
{
    return m_item != nullptr ? words(m_item->help) : QString();
}

Signature PlanChoiceViewModel::signature() const
{
    if (m_item == nullptr || !m.session.resident()) {
        return {};
    }
    const bool residents = m_item->voice == catalogue::Voice::Resident;
    return signatureOfNow(residents ? m.session.resident()->id : m.session.who().person, m.session);
}

void PlanChoiceViewModel::update()
{
    std::vector<ListRow> rows;
    if (m_item != nullptr) {
        for (const catalogue::Option &option : m_item->options) {
            rows.push_back(
                {QByteArray::fromStdString(option.code), {words(option.text), option.code == m_code}});
        }
    }
    m_options.setRows(std::move(rows));
    Q_EMIT changed();
}

void PlanChoiceViewModel::choose(int row)
{
    if (m_item != nullptr && row >= 0 && static_cast<std::size_t>(row) < m_item->options.size()) {
        const catalogue::Option &option = m_item->options[static_cast<std::size_t>(row)];
        put({option.code, words(option.text).toStdString()});
    }
}

void PlanChoiceViewModel::put(const domain::Choice &choice)
{
    if (m_busy || m_item == nullptr || !m.session.resident() || choice.code == m_code) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), url = m_definition->url, at = m_at,
         choice](engine::Engine &engine) { return engine.chooseInField(resident, who, url, at, choice); },
        [this, visit = m_visit, code = choice.code](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m_busy = false;
            m_problem = problemOf(status);
            if (status) {
                m_code = code;
                m_saved = true;
            }
            update();
        });
}

void PlanChoiceViewModel::openHistory()
{
    if (m_history) {
        m_history();
    }
}

void PlanChoiceViewModel::back()
{
    const auto done = m_done;
    close();
    if (done) {
        done();
    }
}

} // namespace trivsel::app
