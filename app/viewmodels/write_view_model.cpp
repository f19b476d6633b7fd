#include "app/viewmodels/write_view_model.h"

#include "app/viewmodels/text.h"
#include "proto/base/limits.h"

#include <QDateTime>

#include <memory>
#include <utility>

namespace trivsel::app {

WriteViewModel::WriteViewModel(const Context &context, FormSession &form, QObject *parent)
    : QObject(parent), m(context), m_form(form)
{
}

void WriteViewModel::open(Task task)
{
    ++m_visit;
    m_task = std::move(task);
    m_problem = Problem::None;
    m_open = true;
    m_touched = m_dirty = m_writing = m_finishing = false;
    m_newer.clear();
    Q_EMIT opened();
    Q_EMIT textChanged();
    Q_EMIT savedChanged();
    Q_EMIT newerChanged();
    m.pages.push(Navigator::Page::Write);
}

void WriteViewModel::openAnswer(const catalogue::Item &item, const QString &title, const QString &help)
{
    if (!m_form.draft()) {
        return;
    }
    Task task;
    task.title = title;
    task.help = help;
    task.voice = m.session.isResident() ? Voice::Resident : Voice::Staff;
    task.longText = item.type == catalogue::ItemType::LongText;
    const auto *answer = m_form.answer(item);
    task.text = answer != nullptr ? toQt(answer->text) : QString();
    task.save = [id = m_form.draft()->id, link = item.linkId,
                 anew = m_form.opening()](engine::Engine &engine, const std::string &text) -> Status {
        const auto write = [&](const engine::DraftId &draft) {
            return text.empty() ? engine.clearAnswer(draft, link) : engine.writeAnswer(draft, link, text);
        };
        const Status kept = write(id);
        if (kept || kept.error().code() != Errc::NotFound) {
            return kept;
        }
        const auto sheet = anew(engine); // nothing of it was on disk when the page was left
        return sheet ? write(sheet->draft.id) : tl::unexpected(sheet.error());
    };
    task.done = [this, &item, held = m_form.definition()](const QString &text) {
        m_form.write(item, fromQt(text));
    };
    open(std::move(task));
}

void WriteViewModel::offerNewer(const QString &text, const Signature &signature)
{
    if (m_open && (m_newer != text || m_newerSignature != signature)) {
        m_newer = text;
        m_newerSignature = signature;
        Q_EMIT newerChanged();
    }
}

bool WriteViewModel::tooLong() const
{
    return fromQt(m_task.text).size() > limits::kTextBytesMax;
}

bool WriteViewModel::saved() const
{
    return m_touched && m_task.save && !m_dirty && !m_writing && m_problem == Problem::None;
}

void WriteViewModel::setText(const QString &text)
{
    if (!m_open || text == m_task.text) {
        return;
    }
    m_task.text = text;
    m_touched = m_dirty = true;
    Q_EMIT textChanged();
    saveNow();
    Q_EMIT savedChanged();
}

void WriteViewModel::saveNow()
{
    if (!m_task.save || m_writing || !m_dirty || tooLong()) {
        return;
    }
    m_dirty = false;
    m_writing = true;
    m.core.run(
        this,
        [save = m_task.save, text = fromQt(m_task.text)](engine::Engine &engine) {
            return save(engine, text);
        },
        [this, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m_writing = false;
            m_problem = problemOf(status);
            if (m_problem == Problem::None) {
                saveNow();
            } else {
                m_dirty = true; // the next key tries again
                if (m_problem == Problem::NotAllowed) {
                    m.session.refresh(); // the tile may wait for its pictures: the text stays meanwhile
                }
            }
            Q_EMIT savedChanged();
            if (m_finishing && !m_writing) {
                m_finishing = false;
                if (m_problem == Problem::None) {
                    finish();
                }
            }
        });
}

void WriteViewModel::moveDate(int days, int months)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m.format.now()).date();
    const QDate chosen = QDate::fromString(m_task.text, Qt::ISODate);
    const QDate from = chosen.isValid() && (days != 0 || months != 0) ? chosen : today;
    setText(from.addMonths(months).addDays(days).toString(Qt::ISODate));
}

void WriteViewModel::finish()
{
    if (!m_open || tooLong()) {
        return;
    }
    if (m_task.save && (m_dirty || m_writing)) {
        m_finishing = true;
        saveNow();
        return;
    }
    const Task task = close();
    m.pages.popTo(Navigator::Page::Write);
    m.pages.pop();
    task.done(task.text);
}

void WriteViewModel::openHistory()
{
    if (m_open && m_task.history) {
        m_task.history();
    }
}

void WriteViewModel::leave()
{
    if (!m_open) {
        return;
    }
    if (m_task.purpose == Purpose::Rewrite) {
        putAside();
        return;
    }
    postLast();
    const Task task = close();
    m.pages.popTo(Navigator::Page::Write);
    m.pages.pop();
    task.done(task.text);
}

void WriteViewModel::back()
{
    if (m_open && m_task.purpose == Purpose::Rewrite) {
        putAside();
    } else {
        finish();
    }
}

void WriteViewModel::putAside()
{
    postLast();
    const bool touched = m_touched;
    const Task task = close();
    m.pages.popTo(Navigator::Page::Write);
    m.pages.pop();
    if (touched && task.aside) {
        task.aside(task.text);
    }
}

void WriteViewModel::postLast()
{
    // What is under way may be refused, too: then nobody else would have it.
    if (m_task.save && (m_dirty || m_writing) && !tooLong()) {
        post({m.session.who(), m.session.resident() ? m.session.resident()->id : PersonId{}, m_task.save,
              fromQt(m_task.text), false});
    }
}

/** Posted before what follows, so it is down first. */
void WriteViewModel::post(Refused last)
{
    const auto kept = std::make_shared<Refused>(std::move(last));
    m.core.run(
        this, [kept](engine::Engine &engine) { return kept->save(engine, kept->text); },
        [this, kept](const Status &status) {
            if (!status) {
                m_refused.push_back(std::move(*kept));
            } else if (kept->again && m.session.who() == kept->who) {
                m.session.refresh(); // it waits as a draft now
            }
        });
}

void WriteViewModel::tryAgain()
{
    const PersonId resident = m.session.resident() ? m.session.resident()->id : PersonId{};
    for (Refused &one : std::exchange(m_refused, {})) {
        if (one.who == m.session.who() && one.resident == resident) {
            one.again = true;
            post(std::move(one));
        } else {
            m_refused.push_back(std::move(one));
        }
    }
    if (m_open) {
        saveNow();
    }
}

WriteViewModel::Task WriteViewModel::close()
{
    ++m_visit;
    m_open = false;
    return std::exchange(m_task, {});
}

} // namespace trivsel::app
