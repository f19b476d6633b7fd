#include "app/viewmodels/talk_choice.h"

#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"

#include <algorithm>

namespace trivsel::app {

using domain::TalkAbout;

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

std::vector<engine::StaffMember> staffNearest(const Session &session)
{
    std::vector<engine::StaffMember> list;
    if (session.snapshot()) {
        addNew(list, session.snapshot()->team);
        addNew(list, session.snapshot()->chosen);
        addNew(list, session.home().staff);
    }
    return list;
}

TalkChoice::TalkChoice(const Context &context, WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_writer(writer)
{
    connect(&m.session, &Session::snapshotChanged, this, &TalkChoice::update);
}

void TalkChoice::show(const domain::TalkTopic &topic, domain::TalkPeriod period)
{
    m_topic = topic;
    m_period = period;
    update();
}

std::vector<engine::StaffMember> TalkChoice::people() const
{
    std::vector<engine::StaffMember> near;
    if (m.session.snapshot()) {
        addNew(near, m.session.snapshot()->team);
        addNew(near, m.session.snapshot()->chosen);
    }
    // Somebody who is in neither any more, and was chosen before.
    for (const auto &member : m.session.home().staff) {
        if (member.id == m_topic.person) {
            addNew(near, {member});
        }
    }
    return near;
}

void TalkChoice::update()
{
    std::vector<ListRow> rows;
    m_rows.clear();
    if (m.session.snapshot()) {
        for (const auto &member : people()) {
            m_rows.push_back({TalkAbout::Person, member.id, {}});
            rows.push_back({QByteArray::fromStdString(member.id.str()),
                            {QVariant::fromValue(About::Person), toQt(member.name),
                             m_topic.what == TalkAbout::Person && m_topic.person == member.id}});
        }
        m_rows.push_back({TalkAbout::Team, {}, {}});
        rows.push_back(
            {"team", {QVariant::fromValue(About::Team), QString(), m_topic.what == TalkAbout::Team}});
        m_rows.push_back({TalkAbout::Method, {}, m_topic.method});
        rows.push_back(
            {"method",
             {QVariant::fromValue(About::Method), toQt(m_topic.method), m_topic.what == TalkAbout::Method}});
    }
    m_topics.setRows(std::move(rows));
    Q_EMIT changed();
}

void TalkChoice::chooseTopic(int row, const QString &title)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size()) {
        return;
    }
    const domain::TalkTopic topic = m_rows[static_cast<std::size_t>(row)];
    if (topic.what != TalkAbout::Method) {
        onPicked(topic, m_period);
        return;
    }
    WriteViewModel::Task task;
    task.title = title;
    task.longText = false;
    task.text = toQt(topic.method);
    task.save = keeping ? keeping() : nullptr;
    task.done = [this](const QString &text) {
        onPicked({TalkAbout::Method, {}, fromQt(text.trimmed())}, m_period);
    };
    m_writer.open(std::move(task));
}

void TalkChoice::choosePeriod(Period period)
{
    onPicked(m_topic, static_cast<domain::TalkPeriod>(period));
}

} // namespace trivsel::app
