#include "app/viewmodels/resident_view_model.h"

#include "app/viewmodels/about_view_model.h"
#include "app/viewmodels/plan_view_model.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

using catalogue::About;
using catalogue::Audience;
using catalogue::Secrecy;

bool isForResidents(const catalogue::Definition &definition)
{
    const bool theirs = definition.audience == Audience::Resident || definition.audience == Audience::Both;
    return theirs && definition.secrecy != Secrecy::Safety; // safety plans never open on a resident's page
}

ResidentViewModel::Look lookOf(const catalogue::Definition &definition)
{
    using Look = ResidentViewModel::Look;
    if (definition.kind == catalogue::Kind::Plan) {
        return Look::Plan;
    }
    if (definition.about == About::Helper) {
        return Look::Talk;
    }
    for (const auto *item : definition.questions()) {
        if (item->type == catalogue::ItemType::Choice) {
            return item->style == catalogue::AnswerStyle::Faces ? Look::Faces : Look::Steps;
        }
    }
    return Look::Words;
}

ResidentViewModel::ResidentViewModel(const Context &context, BeginViewModel &begin, AboutViewModel &about,
                                     PlanViewModel &plan, QObject *parent)
    : QObject(parent), m(context), m_begin(begin), m_about(about), m_plan(plan)
{
    for (const auto &definition : m.catalogue->all()) {
        if (isForResidents(*definition)) {
            auto &list = definition->secrecy == Secrecy::SelfEvaluation ? m_themeList : m_entryList;
            list.push_back({lookOf(*definition), definition});
        }
    }
    if (!m_themeList.empty()) {
        m_entryList.push_back({Look::Themes, nullptr});
    }
    connect(&m.session, &Session::snapshotChanged, this, &ResidentViewModel::update);
    connect(&m.session, &Session::personChanged, this, &ResidentViewModel::update);
}

ResidentViewModel::Phase ResidentViewModel::phase() const
{
    if (m.session.snapshot()) {
        return Phase::Ready;
    }
    return m.session.problem() == Problem::None ? Phase::Loading : Phase::Failed;
}

QString ResidentViewModel::picture() const
{
    return m.session.resident() ? toQt(m.session.resident()->picture) : QString();
}

bool ResidentViewModel::hasPlans() const
{
    return std::any_of(m_entryList.begin(), m_entryList.end(),
                       [](const Entry &entry) { return entry.look == Look::Plan; });
}

bool ResidentViewModel::hasAnswers() const
{
    return m.session.snapshot() && !m.session.snapshot()->responses.empty();
}

bool ResidentViewModel::hasPictures() const
{
    return m.session.snapshot() && m.session.isResident() &&
           m.session.own().state != engine::OwnState::Unavailable;
}

bool ResidentViewModel::waiting(const Entry &entry) const
{
    if (!entry.definition) {
        return std::any_of(m_themeList.begin(), m_themeList.end(),
                           [this](const Entry &theme) { return waiting(theme); });
    }
    return m.session.draftWaits(entry.definition->url);
}

ListRow ResidentViewModel::rowOf(const Entry &entry) const
{
    QString title;
    if (entry.definition) {
        const bool theme = entry.definition->secrecy == Secrecy::SelfEvaluation;
        title = toQt((theme ? entry.definition->shortTitle : entry.definition->title).in(m.language()));
    }
    const QByteArray key =
        entry.definition ? QByteArray::fromStdString(entry.definition->url) : QByteArray("themes");
    return {key, {title, QVariant::fromValue(entry.look), waiting(entry)}};
}

void ResidentViewModel::update()
{
    std::vector<ListRow> entries;
    std::vector<ListRow> themes;
    if (m.session.isResident()) {
        for (const auto &entry : m_entryList) {
            entries.push_back(rowOf(entry));
        }
        for (const auto &theme : m_themeList) {
            themes.push_back(rowOf(theme));
        }
    }
    m_entries.setRows(std::move(entries));
    m_themes.setRows(std::move(themes));
    Q_EMIT changed();
}

void ResidentViewModel::open(const Entry &entry)
{
    if (phase() != Phase::Ready) {
        return; // drafts are not known yet: a second sheet must not be begun
    }
    if (!entry.definition) {
        m.pages.push(Navigator::Page::Themes);
    } else if (entry.definition->kind == catalogue::Kind::Plan) {
        m_plan.open(entry.definition);
    } else if (entry.definition->about == About::Helper) {
        m_about.open(entry.definition);
    } else {
        m_begin.open(entry.definition, {});
    }
}

void ResidentViewModel::openEntry(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_entryList.size()) {
        open(m_entryList[static_cast<std::size_t>(row)]);
    }
}

void ResidentViewModel::openTheme(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_themeList.size()) {
        open(m_themeList[static_cast<std::size_t>(row)]);
    }
}

void ResidentViewModel::openOwnPage()
{
    m.pages.push(Navigator::Page::OwnPage);
}

void ResidentViewModel::openPictures()
{
    m.pages.push(Navigator::Page::Pictures);
}

void ResidentViewModel::openWays()
{
    m.pages.push(Navigator::Page::Ways);
}

void ResidentViewModel::leave()
{
    m.session.leave();
    m.pages.reset(Navigator::Page::Start);
}

void ResidentViewModel::backFromThemes()
{
    m.pages.pop();
}

} // namespace trivsel::app
