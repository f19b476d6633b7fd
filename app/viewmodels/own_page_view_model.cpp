#include "app/viewmodels/own_page_view_model.h"

#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

namespace {

/** The newest of each form and person it is about; responses come newest first. */
std::vector<engine::ResponseShown> latestOf(const std::vector<engine::ResponseShown> &responses)
{
    std::vector<engine::ResponseShown> latest;
    for (const auto &response : responses) {
        const bool there = std::any_of(latest.begin(), latest.end(), [&](const auto &known) {
            return known.url == response.url && known.about == response.about;
        });
        if (!there && !response.url.empty()) {
            latest.push_back(response);
        }
    }
    return latest;
}

} // namespace

OwnPageViewModel::OwnPageViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::snapshotChanged, this, &OwnPageViewModel::update);
}

void OwnPageViewModel::update()
{
    m_latest = m.session.snapshot() ? latestOf(m.session.snapshot()->responses)
                                    : std::vector<engine::ResponseShown>{};
    m_asking = false;
    m_problem = Problem::None;
    const auto still = std::find_if(m_latest.begin(), m_latest.end(), [this](const auto &response) {
        return m_shown && response.id == m_shown->id;
    });
    show(m_latest.empty() ? -1 : still == m_latest.end() ? 0 : static_cast<int>(still - m_latest.begin()));
}

void OwnPageViewModel::show(int row)
{
    m_shown.reset();
    m_definition.reset();
    m_asking = false;
    if (row >= 0 && static_cast<std::size_t>(row) < m_latest.size()) {
        m_shown = m_latest[static_cast<std::size_t>(row)];
        readDefinition();
    }
    std::vector<ListRow> rows;
    for (const auto &response : m_latest) {
        const auto definition = m.catalogue->byUrl(response.url);
        const QString name = definition ? toQt(definition->shortTitle.in(m.language())) : QString();
        rows.push_back({QByteArray::fromStdString(response.id.str()),
                        {name, m.session.nameOf(response.about), m.format.day(response.atMs),
                         m_shown && response.id == m_shown->id}});
    }
    m_given.setRows(std::move(rows));
    fillAnswers();
    Q_EMIT changed();
}

void OwnPageViewModel::readDefinition()
{
    m.core.run(
        this, [hash = m_shown->definition](engine::Engine &engine) { return engine.definition(hash); },
        [this, id = m_shown->id](catalogue::DefinitionPtr definition) {
            if (m_shown && m_shown->id == id) {
                m_definition = std::move(definition);
                fillAnswers();
                Q_EMIT changed();
            }
        });
}

ListRow OwnPageViewModel::answerRow(const engine::Shown &answer) const
{
    using State = ReviewViewModel::State;
    const catalogue::Item *item = m_definition ? m_definition->find(answer.linkId) : nullptr;
    catalogue::Variables variables;
    variables.name = (m_shown->about.isNull() ? m.session.residentName() : about()).toStdString();
    const QString label =
        item != nullptr ? toQt(catalogue::fill(item->label.in(m.language()), variables)) : QString();
    State state = State::Answered;
    if (answer.absent == wire::v1::SKIPPED) {
        state = State::Skipped;
    } else if (answer.absent == wire::v1::DONT_KNOW) {
        state = State::DontKnow;
    } else if (answer.absent == wire::v1::NOT_APPLICABLE) {
        state = State::NotApplicable;
    }
    const auto *option = item != nullptr ? item->option(answer.code) : nullptr;
    return {QByteArray::fromStdString(answer.linkId),
            {label, toQt(answer.text.empty() ? answer.words : answer.text),
             option != nullptr ? option->face : 0, QVariant::fromValue(state),
             item != nullptr && item->atReview}};
}

void OwnPageViewModel::fillAnswers()
{
    std::vector<ListRow> rows;
    if (m_shown && m_definition) {
        for (const auto &answer : m_shown->answers) {
            rows.push_back(answerRow(answer));
        }
    }
    m_answers.setRows(std::move(rows));
}

QString OwnPageViewModel::title() const
{
    const auto definition = m_shown ? m.catalogue->byUrl(m_shown->url) : nullptr;
    return definition ? toQt(definition->title.in(m.language())) : QString();
}

QString OwnPageViewModel::day() const
{
    return m_shown ? m.format.day(m_shown->atMs) : QString();
}

QString OwnPageViewModel::about() const
{
    return m_shown ? m.session.nameOf(m_shown->about) : QString();
}

bool OwnPageViewModel::notToday() const
{
    return m_shown && m_shown->outcome == wire::v1::NOT_TODAY;
}

QString OwnPageViewModel::writtenBy() const
{
    return m_shown && m_shown->enterer != m_shown->author ? m.session.nameOf(m_shown->enterer) : QString();
}

QString OwnPageViewModel::readers() const
{
    if (!m_shown || !m.session.snapshot()) {
        return {};
    }
    const auto &members =
        m_shown->readers == StreamKind::Chosen ? m.session.snapshot()->chosen : m.session.snapshot()->team;
    QStringList names;
    for (const auto &member : members) {
        names.append(toQt(member.name));
    }
    return m.format.names(names);
}

void OwnPageViewModel::askWithdraw()
{
    m_asking = true;
    Q_EMIT changed();
}

void OwnPageViewModel::keep()
{
    m_asking = false;
    Q_EMIT changed();
}

void OwnPageViewModel::withdraw()
{
    if (!m_shown || !m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(),
         id = m_shown->id](engine::Engine &engine) { return engine.withdraw(resident, who, id); },
        [this](const Status &status) {
            m_asking = false;
            m_problem = problemOf(status);
            Q_EMIT changed();
            if (status) {
                m.session.refresh();
            }
        });
}

void OwnPageViewModel::back()
{
    m.pages.pop();
}

} // namespace trivsel::app
