#include "app/viewmodels/reply_view_model.h"

#include "app/viewmodels/talk_choice.h"
#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"

#include <algorithm>

namespace trivsel::app {

ReplyViewModel::ReplyViewModel(const Context &context, WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_writer(writer)
{
    connect(&m.session, &Session::snapshotChanged, this, &ReplyViewModel::update);
    connect(&m.session, &Session::personChanged, this, [this] {
        if (!m.session.isStaff() || !m.session.resident()) {
            ++m_visit;
            m_kept.clear();
            m_whoOf = -1;
            update();
        }
    });
}

void ReplyViewModel::open(const EntityId &to)
{
    m_to = to;
    m_kept.clear();
    m_whoOf = -1;
    m_problem = Problem::None;
    m_writing = 0;
    ++m_visit;
    update();
    read();
    m.pages.push(Navigator::Page::Reply);
}

void ReplyViewModel::read()
{
    if (!m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), to = m_to](engine::Engine &engine) {
            return engine.openReply(resident, who, to);
        },
        [this, visit = m_visit](Result<Lines> lines) {
            if (visit != m_visit) {
                return;
            }
            m_problem = problemOf(lines);
            if (lines) {
                m_kept = std::move(*lines);
            }
            update();
        });
}

ListRow ReplyViewModel::rowOf(const domain::ReplyLine &line, const QByteArray &key) const
{
    return {key,
            {line.cannot, toQt(line.text), m.session.nameOf(line.who), m.format.dateWords(toQt(line.until))}};
}

void ReplyViewModel::update()
{
    std::vector<ListRow> rows;
    std::vector<ListRow> said;
    std::vector<ListRow> people;
    for (const auto &line : m_kept) {
        rows.push_back(rowOf(line, QByteArray::fromStdString(line.id.str())));
    }
    if (m.session.snapshot() && m.session.isStaff()) {
        int at = 0;
        for (const auto &line : m.session.snapshot()->conversations.replies) {
            if (line.to == m_to) {
                said.push_back(
                    rowOf(line, QByteArray::fromStdString(line.id.str()) + QByteArray::number(++at)));
            }
        }
        m_staff = staffNearest(m.session);
        for (const auto &member : m_staff) {
            people.push_back({QByteArray::fromStdString(member.id.str()), {toQt(member.name), false}});
        }
    }
    m_lines.setRows(std::move(rows));
    m_said.setRows(std::move(said));
    m_people.setRows(std::move(people));
    Q_EMIT changed();
}

bool ReplyViewModel::canSave() const
{
    return m_writing == 0 &&
           std::any_of(m_kept.begin(), m_kept.end(), [](const auto &line) { return !line.text.empty(); });
}

bool ReplyViewModel::showsAnswers() const
{
    return m.session.isStaff() && m.session.onStaffDevice() && m.session.snapshot() &&
           !m.session.snapshot()->responses.empty();
}

void ReplyViewModel::keep(Lines lines)
{
    if (!m.session.resident()) {
        return;
    }
    ++m_writing;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), to = m_to,
         lines = std::move(lines)](engine::Engine &engine) -> Result<Lines> {
            TRIVSEL_TRY(engine.keepReply(resident, who, to, lines));
            return engine.openReply(resident, who, to);
        },
        [this, visit = m_visit](Result<Lines> now) {
            if (visit != m_visit) {
                return;
            }
            --m_writing;
            m_problem = problemOf(now);
            if (now) {
                m_kept = std::move(*now);
            }
            update();
        });
    Q_EMIT changed();
}

void ReplyViewModel::write(Lines lines, std::size_t at, const QString &title, bool day)
{
    WriteViewModel::Task task;
    task.title = title;
    task.voice = WriteViewModel::Voice::Staff;
    task.date = day;
    task.text = toQt(day ? lines[at].until : lines[at].text);
    task.save = [resident = m.session.resident()->id, who = m.session.who(), to = m_to, lines, at,
                 day](engine::Engine &engine, const std::string &text) {
        Lines next = lines;
        (day ? next[at].until : next[at].text) = text;
        if (next[at].text.empty() && next[at].id.isNull()) {
            next.pop_back(); // nothing is written yet
        }
        return engine.keepReply(resident, who, to, next);
    };
    task.done = [this](const QString &) { read(); };
    m_writer.open(std::move(task));
}

void ReplyViewModel::add(bool cannot, const QString &title)
{
    if (m_writing == 0 && m.session.resident()) {
        Lines lines = m_kept;
        domain::ReplyLine line;
        line.to = m_to;
        line.cannot = cannot;
        if (!cannot) {
            line.who = m.session.who().person;
        }
        lines.push_back(std::move(line));
        const std::size_t last = lines.size() - 1;
        write(std::move(lines), last, title, false);
    }
}

void ReplyViewModel::edit(int row, const QString &title)
{
    if (m_writing == 0 && has(row)) {
        write(m_kept, static_cast<std::size_t>(row), title, false);
    }
}

void ReplyViewModel::setUntil(int row, const QString &title)
{
    if (m_writing == 0 && has(row)) {
        write(m_kept, static_cast<std::size_t>(row), title, true);
    }
}

void ReplyViewModel::askWho(int row)
{
    if (has(row)) {
        m_whoOf = row;
        Q_EMIT changed();
    }
}

void ReplyViewModel::chooseWho(int row)
{
    if (has(m_whoOf) && row >= 0 && static_cast<std::size_t>(row) < m_staff.size()) {
        Lines lines = m_kept;
        lines[static_cast<std::size_t>(m_whoOf)].who = m_staff[static_cast<std::size_t>(row)].id;
        m_whoOf = -1;
        keep(std::move(lines));
    }
}

void ReplyViewModel::remove(int row)
{
    if (m_writing == 0 && has(row)) {
        Lines lines = m_kept;
        lines.erase(lines.begin() + row);
        keep(std::move(lines));
    }
}

void ReplyViewModel::openAnswers()
{
    if (showsAnswers()) {
        m.pages.push(Navigator::Page::StaffAnswers);
    }
}

void ReplyViewModel::save()
{
    if (!canSave() || !m.session.resident()) {
        return;
    }
    ++m_writing;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), to = m_to](engine::Engine &engine) {
            return engine.sendReply(resident, who, to);
        },
        [this, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            --m_writing;
            m_problem = problemOf(status);
            if (status) {
                m_kept.clear();
                m.session.refresh();
                if (m.pages.page() == Navigator::Page::Reply) {
                    m.pages.pop();
                }
            }
            update();
        });
}

void ReplyViewModel::back()
{
    if (choosingWho()) {
        m_whoOf = -1;
        Q_EMIT changed();
    } else {
        m.pages.pop();
    }
}

} // namespace trivsel::app
