#include "app/viewmodels/saved_answers.h"

#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

namespace {

using Responses = std::vector<engine::ResponseShown>;

/** Of forms that are known here. */
Responses known(Responses all)
{
    std::erase_if(all, [](const engine::ResponseShown &response) { return response.url.empty(); });
    return all;
}

} // namespace

SavedAnswers::SavedAnswers(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::snapshotChanged, this, &SavedAnswers::update);
    connect(&m.session, &Session::personChanged, this, [this] { m_limit = kRows; });
}

void SavedAnswers::update()
{
    m_responses = m.session.snapshot() ? known(m.session.snapshot()->responses) : Responses{};
    const auto still = std::find_if(m_responses.begin(), m_responses.end(), [this](const auto &response) {
        return m_shown && response.id == m_shown->id;
    });
    show(m_responses.empty()          ? -1
         : still == m_responses.end() ? 0
                                      : static_cast<int>(still - m_responses.begin()));
}

void SavedAnswers::show(int row)
{
    m_shown.reset();
    if (row >= 0 && static_cast<std::size_t>(row) < m_responses.size()) {
        m_shown = m_responses[static_cast<std::size_t>(row)];
        m_limit = std::max(m_limit, static_cast<std::size_t>(row) + 1);
    }
    if (!m_shown || !m_definition || m_definition->hash != m_shown->definition) {
        m_definition.reset();
        readDefinition();
    }
    fillGiven();
    fillAnswers();
    Q_EMIT changed();
}

void SavedAnswers::showOlder()
{
    m_limit += kRows;
    fillGiven();
    Q_EMIT changed();
}

void SavedAnswers::fillGiven()
{
    std::vector<ListRow> rows;
    for (std::size_t i = 0; i < std::min(m_limit, m_responses.size()); ++i) {
        const auto &response = m_responses[i];
        const auto definition = m.catalogue->byUrl(response.url);
        const QString name = definition ? toQt(definition->shortTitle.in(m.language())) : QString();
        rows.push_back({QByteArray::fromStdString(response.id.str()),
                        {name, m.session.nameOf(response.about), m.format.day(response.atMs),
                         m_shown && response.id == m_shown->id}});
    }
    m_given.setRows(std::move(rows));
}

void SavedAnswers::readDefinition()
{
    if (!m_shown) {
        return;
    }
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

ListRow SavedAnswers::answerRow(const engine::Shown &answer) const
{
    const catalogue::Item *item = m_definition ? m_definition->find(answer.linkId) : nullptr;
    catalogue::Variables variables;
    variables.name =
        m.format.residentCalled(m_shown->about.isNull() ? m.session.residentName() : about()).toStdString();
    const QString label =
        item != nullptr ? toQt(catalogue::fill(item->label.in(m.language()), variables)) : QString();
    const auto *option = item != nullptr ? item->option(answer.code) : nullptr;
    return {QByteArray::fromStdString(answer.linkId),
            {label, toQt(answer.text.empty() ? answer.words : answer.text),
             option != nullptr && m_shown->way == wire::v1::WAY_FACES ? option->face : 0,
             QVariant::fromValue(answerState(&answer)), item != nullptr && item->atReview}};
}

void SavedAnswers::fillAnswers()
{
    std::vector<ListRow> all;
    std::vector<ListRow> forOthers;
    if (m_shown && m_definition) {
        for (const auto &answer : m_shown->answers) {
            all.push_back(answerRow(answer));
            if (answer.absent != wire::v1::SKIPPED) {
                forOthers.push_back(all.back());
            }
        }
    }
    m_answers.setRows(m.session.isResident() ? std::move(all) : forOthers);
    m_forOthers.setRows(std::move(forOthers));
}

QString SavedAnswers::title() const
{
    const auto definition = m_shown ? m.catalogue->byUrl(m_shown->url) : nullptr;
    return definition ? toQt(definition->title.in(m.language())) : QString();
}

QString SavedAnswers::day() const
{
    return m_shown ? m.format.day(m_shown->atMs) : QString();
}

QString SavedAnswers::about() const
{
    return m_shown ? m.session.nameOf(m_shown->about) : QString();
}

bool SavedAnswers::notToday() const
{
    return m_shown && m_shown->outcome == wire::v1::NOT_TODAY;
}

QString SavedAnswers::writtenBy() const
{
    return m_shown && m_shown->enterer != m_shown->author ? m.session.nameOf(m_shown->enterer) : QString();
}

QString SavedAnswers::readers() const
{
    QStringList names; // of nobody else while it stands in `own` alone
    for (std::size_t i = 0; m_shown && m.session.snapshot() && i < m_shown->standsIn.size(); ++i) {
        const auto &snapshot = *m.session.snapshot();
        const StreamKind kind = m_shown->standsIn[i];
        const auto members = kind == StreamKind::Own      ? std::vector<engine::StaffMember>()
                             : kind == StreamKind::Chosen ? snapshot.chosen
                                                          : snapshot.team;
        names += Session::namesOf(members);
    }
    names.removeDuplicates();
    return m.format.names(names);
}

} // namespace trivsel::app
