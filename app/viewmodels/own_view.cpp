#include "app/viewmodels/own_view.h"

#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"

namespace trivsel::app {

OwnView::OwnView(const Context &context, WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_writer(writer)
{
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) {
            putAside();
        }
    });
}

void OwnView::begin(const engine::StaffWords &beside, const QString &words, const QString &title,
                    const QString &help)
{
    putAside();
    m_beside = beside;
    m_words = words;
    m_title = title;
    m_help = help;
    read(true);
}

void OwnView::putAside()
{
    ++m_visit;
    m_open = m_busy = false;
    m_text.clear();
    m_words.clear();
    m_problem = Problem::None;
    Q_EMIT changed();
}

void OwnView::read(bool thenWrite)
{
    if (!m.session.isResident() || !m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(),
         beside = m_beside](engine::Engine &engine) { return engine.openOtherView(resident, who, beside); },
        [this, thenWrite, visit = m_visit](const Result<engine::OtherViewDraft> &kept) {
            if (visit != m_visit) {
                return;
            }
            m_problem = problemOf(kept);
            m_text = kept ? toQt(kept->text) : QString();
            m_readers = kept ? kept->readers : StreamKind{};
            m_open = kept && kept->unsaved;
            if (kept && thenWrite) {
                write();
            }
            Q_EMIT changed();
        });
}

void OwnView::write()
{
    WriteViewModel::Task task;
    task.title = m_title;
    task.help = m_help;
    task.voice = WriteViewModel::Voice::Resident;
    task.text = m_text;
    task.save = [resident = m.session.resident()->id, who = m.session.who(),
                 beside = m_beside](engine::Engine &engine, const std::string &text) {
        return engine.keepOtherView(resident, who, beside, text);
    };
    task.done = [this, visit = m_visit](const QString &) {
        if (visit == m_visit) {
            read(false);
        }
    };
    m_writer.open(std::move(task));
}

QString OwnView::names() const
{
    if (!m.session.snapshot()) {
        return {};
    }
    const auto &members =
        m_readers == StreamKind::Chosen ? m.session.snapshot()->chosen : m.session.snapshot()->team;
    return m.format.names(Session::namesOf(members));
}

void OwnView::change()
{
    if (m_open && !m_busy && m.session.resident()) {
        write();
    }
}

void OwnView::run(Work work, bool saves)
{
    if (!m_open || m_busy || !m.session.resident()) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), beside = m_beside,
         work = std::move(work)](engine::Engine &engine) { return work(engine, resident, who, beside); },
        [this, saves, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m_busy = false;
            m_problem = problemOf(status);
            if (status) {
                putAside();
                if (saves) {
                    Q_EMIT saved();
                }
                m.session.refresh();
            }
            Q_EMIT changed();
        });
}

void OwnView::throwAway()
{
    run([](engine::Engine &engine, const PersonId &resident, const engine::Who &who,
           const engine::StaffWords &beside) { return engine.keepOtherView(resident, who, beside, {}); },
        false);
}

void OwnView::save()
{
    run([](engine::Engine &engine, const PersonId &resident, const engine::Who &who,
           const engine::StaffWords &beside) { return engine.sendOtherView(resident, who, beside); },
        true);
}

} // namespace trivsel::app
