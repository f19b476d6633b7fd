#include "app/viewmodels/other_view_writing.h"

#include "app/viewmodels/text.h"
#include "app/viewmodels/write_view_model.h"

#include <utility>

namespace trivsel::app {

OtherViewWriting::OtherViewWriting(const Context &context, WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_writer(writer)
{
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) {
            putAside();
        }
    });
}

void OtherViewWriting::begin(const engine::StaffWords &beside, const QString &words, const QString &title,
                             const QString &help)
{
    if (m_busy) {
        return;
    }
    putAside();
    m_beside = beside;
    m_words = words;
    m_title = title;
    m_help = help;
    read(true);
}

void OtherViewWriting::askAbout(const engine::StaffWords &beside, Asking what)
{
    if (m_busy) {
        return;
    }
    putAside();
    m_beside = beside;
    m_asking = what;
    Q_EMIT changed();
}

void OtherViewWriting::putAside()
{
    ++m_visit;
    m_looking = m_busy = m_notSaved = false;
    m_asking = Asking::Nothing;
    m_text.clear();
    m_words.clear();
    m_problem = Problem::None;
    Q_EMIT changed();
}

void OtherViewWriting::back()
{
    if (m_asking != Asking::Nothing) {
        keep();
    } else {
        putAside();
        m.session.refresh(); // what was begun stands on the page
    }
}

void OtherViewWriting::read(bool thenWrite)
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
            m_notSaved = false;
            m_text = kept ? toQt(kept->text) : QString();
            m_readers = kept ? kept->readers : StreamKind{};
            m_looking = kept && kept->unsaved;
            if (kept && thenWrite) {
                write();
            } else if (!m_looking) {
                m.session.refresh();
            }
            Q_EMIT changed();
        });
}

void OtherViewWriting::write()
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

std::vector<engine::StaffMember> OtherViewWriting::readers() const
{
    if (!m.session.snapshot()) {
        return {};
    }
    return m_readers == StreamKind::Chosen ? m.session.snapshot()->chosen : m.session.snapshot()->team;
}

QString OtherViewWriting::names() const
{
    return m.format.names(Session::namesOf(readers()));
}

bool OtherViewWriting::alone() const
{
    return readers().empty();
}

void OtherViewWriting::change()
{
    if (m_looking && !m_busy && m.session.resident()) {
        write();
    }
}

void OtherViewWriting::askThrowAway()
{
    if (m_looking && !m_busy) {
        m_asking = Asking::ThrowAway;
        Q_EMIT changed();
    }
}

void OtherViewWriting::keep()
{
    m_asking = Asking::Nothing;
    Q_EMIT changed();
}

void OtherViewWriting::agree()
{
    const Asking what = std::exchange(m_asking, Asking::Nothing);
    if (what == Asking::ThrowAway) {
        run([](engine::Engine &engine, const PersonId &resident, const engine::Who &who,
               const engine::StaffWords &beside) { return engine.keepOtherView(resident, who, beside, {}); },
            Does::ThrowAway);
    } else if (what == Asking::Withdraw) {
        run([](engine::Engine &engine, const PersonId &resident, const engine::Who &who,
               const engine::StaffWords &beside) { return engine.withdrawOtherView(resident, who, beside); },
            Does::Withdraw);
    }
    Q_EMIT changed();
}

void OtherViewWriting::save()
{
    if (m_looking && m_asking == Asking::Nothing) {
        run([](engine::Engine &engine, const PersonId &resident, const engine::Who &who,
               const engine::StaffWords &beside) { return engine.sendOtherView(resident, who, beside); },
            Does::Save);
    }
}

void OtherViewWriting::run(Work work, Does what)
{
    if (m_busy || !m.session.resident()) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), beside = m_beside,
         work = std::move(work)](engine::Engine &engine) { return work(engine, resident, who, beside); },
        [this, what, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m_busy = false;
            m_problem = problemOf(status);
            m_notSaved = !status && what == Does::Save;
            if (status) {
                putAside();
                if (what != Does::ThrowAway) {
                    Q_EMIT saved();
                }
                m.session.refresh();
            }
            Q_EMIT changed();
        });
}

} // namespace trivsel::app
