#include "app/viewmodels/reply_view_model.h"

#include "app/viewmodels/talk_choice.h"
#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace trivsel::app {

ReplyViewModel::ReplyViewModel(const Context &context, WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_writer(writer)
{
    connect(&m.session, &Session::snapshotChanged, this, &ReplyViewModel::update);
    connect(&m.session, &Session::personChanged, this, [this] {
        if (!m.session.isStaff() || !m.session.resident()) {
            forget();
            update();
        }
    });
}

void ReplyViewModel::forget()
{
    ++m_visit;
    m_kept.clear();
    m_read = false;
    m_writing = 0;
    m_whoOf = -1;
}

void ReplyViewModel::open(const EntityId &to)
{
    forget();
    m_to = to;
    m_problem = Problem::None;
    update();
    read();
    m.pages.push(Navigator::Page::Reply);
}

void ReplyViewModel::apply(Command command)
{
    if (!m.session.resident()) {
        return;
    }
    ++m_writing;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), to = m_to,
         command = std::move(command)](engine::Engine &engine) -> Result<Lines> {
            TRIVSEL_TRY(command(engine));
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
                m_read = true;
            }
            update();
        });
    Q_EMIT changed();
}

void ReplyViewModel::read()
{
    apply([](engine::Engine &) { return Status(); });
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
    return canWrite() &&
           std::any_of(m_kept.begin(), m_kept.end(), [](const auto &line) { return !line.text.empty(); });
}

bool ReplyViewModel::showsAnswers() const
{
    return m.session.isStaff() && m.session.onStaffDevice() && m.session.snapshot() &&
           !m.session.snapshot()->responses.empty();
}

/** The line alone: what stands beside it on disk stays, whatever was shown here. */
void ReplyViewModel::write(domain::ReplyLine line, const QString &title, bool day)
{
    WriteViewModel::Task task;
    task.title = title;
    task.voice = WriteViewModel::Voice::Staff;
    task.date = day;
    task.text = toQt(day ? line.until : line.text);
    task.save = [resident = m.session.resident()->id, who = m.session.who(), to = m_to,
                 line =
                     std::make_shared<domain::ReplyLine>(std::move(line)), // gets its id with the first key
                 day](engine::Engine &engine, const std::string &text) -> Status {
        (day ? line->until : line->text) = text;
        const auto id = engine.keepReplyLine(resident, who, to, *line);
        if (!id) {
            return tl::unexpected(id.error());
        }
        line->id = *id;
        return {};
    };
    task.done = [this](const QString &) { read(); };
    m_writer.open(std::move(task));
}

void ReplyViewModel::add(bool cannot, const QString &title)
{
    if (canWrite()) {
        domain::ReplyLine line;
        line.to = m_to;
        line.cannot = cannot;
        if (!cannot) {
            line.who = m.session.who().person;
        }
        write(std::move(line), title, false);
    }
}

void ReplyViewModel::edit(int row, const QString &title)
{
    if (canWrite() && has(row)) {
        write(m_kept[static_cast<std::size_t>(row)], title, false);
    }
}

void ReplyViewModel::setUntil(int row, const QString &title)
{
    if (canWrite() && has(row)) {
        write(m_kept[static_cast<std::size_t>(row)], title, true);
    }
}

void ReplyViewModel::askWho(int row)
{
    if (canWrite() && has(row)) {
        m_whoOf = row;
        Q_EMIT changed();
    }
}

void ReplyViewModel::chooseWho(int row)
{
    if (canWrite() && has(m_whoOf) && row >= 0 && static_cast<std::size_t>(row) < m_staff.size()) {
        domain::ReplyLine line = m_kept[static_cast<std::size_t>(std::exchange(m_whoOf, -1))];
        line.who = m_staff[static_cast<std::size_t>(row)].id;
        apply([resident = m.session.resident()->id, who = m.session.who(), to = m_to,
               line = std::move(line)](engine::Engine &engine) -> Status {
            const auto kept = engine.keepReplyLine(resident, who, to, line);
            return kept ? Status() : tl::unexpected(kept.error());
        });
    }
}

void ReplyViewModel::remove(int row)
{
    if (canWrite() && has(row)) {
        apply([resident = m.session.resident()->id, who = m.session.who(), to = m_to,
               line = m_kept[static_cast<std::size_t>(row)].id](engine::Engine &engine) {
            return engine.removeReplyLine(resident, who, to, line);
        });
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
