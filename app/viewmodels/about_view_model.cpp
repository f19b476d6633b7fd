#include "app/viewmodels/about_view_model.h"

#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

namespace {

void addNew(std::vector<engine::StaffMember> &list, const std::vector<engine::StaffMember> &more)
{
    for (const auto &member : more) {
        const bool there =
            std::any_of(list.begin(), list.end(), [&](const auto &known) { return known.id == member.id; });
        if (!there) {
            list.push_back(member);
        }
    }
}

} // namespace

AboutViewModel::AboutViewModel(const Context &context, BeginViewModel &begin, QObject *parent)
    : QObject(parent), m(context), m_begin(begin)
{
    connect(&m.session, &Session::snapshotChanged, this, &AboutViewModel::update);
}

void AboutViewModel::open(const catalogue::DefinitionPtr &definition)
{
    m_definition = definition;
    update();
    m.pages.push(Navigator::Page::About);
}

QString AboutViewModel::title() const
{
    return m_definition ? toQt(m_definition->title.in(m.language())) : QString();
}

std::vector<engine::StaffMember> AboutViewModel::candidates() const
{
    std::vector<engine::StaffMember> list;
    if (m.session.snapshot()) {
        addNew(list, m.session.snapshot()->chosen);
        addNew(list, m.session.snapshot()->team);
        addNew(list, m.session.home().staff);
    }
    return list;
}

void AboutViewModel::update()
{
    if (!m_definition) {
        return;
    }
    m_shown = candidates();
    std::vector<ListRow> rows;
    for (const auto &member : m_shown) {
        rows.push_back({QByteArray::fromStdString(member.id.str()),
                        {toQt(member.name), m.session.draftWaits(m_definition->url, member.id)}});
    }
    m_people.setRows(std::move(rows));
    Q_EMIT changed();
}

void AboutViewModel::choose(int row)
{
    if (m_definition && row >= 0 && static_cast<std::size_t>(row) < m_shown.size()) {
        m_begin.open(m_definition, m_shown[static_cast<std::size_t>(row)].id);
    }
}

void AboutViewModel::back()
{
    m.pages.pop();
}

} // namespace trivsel::app
