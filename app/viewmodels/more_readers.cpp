#include "app/viewmodels/more_readers.h"

#include <algorithm>
#include <utility>

namespace trivsel::app {

MoreReaders::MoreReaders(const Context &context, const SavedAnswers &saved, QObject *parent)
    : QObject(parent), m(context), m_saved(saved)
{
    connect(&m_saved, &SavedAnswers::changed, this, &MoreReaders::update);
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) {
            leave();
            ++m_visit;
            m_writing = false;
        }
    });
}

void MoreReaders::update()
{
    m_all.clear();
    const auto &shown = m_saved.shown();
    if (shown && m.session.isResident() && m.session.snapshot()) {
        const auto &snapshot = *m.session.snapshot();
        const auto membersOf = [&](StreamKind kind) -> std::vector<engine::StaffMember> {
            return kind == StreamKind::Chosen ? snapshot.chosen
                   : kind == StreamKind::Team ? snapshot.team
                                              : std::vector<engine::StaffMember>();
        };
        std::vector<PersonId> may;
        for (const StreamKind kind : shown->standsIn) {
            for (const auto &member : membersOf(kind)) {
                may.push_back(member.id);
            }
        }
        for (const StreamKind kind : {StreamKind::Chosen, StreamKind::Team}) {
            const bool stands =
                std::find(shown->standsIn.begin(), shown->standsIn.end(), kind) != shown->standsIn.end();
            auto added = membersOf(kind);
            std::erase_if(added, [&](const auto &member) {
                return std::find(may.begin(), may.end(), member.id) != may.end();
            });
            if (!stands && !added.empty()) {
                m_all.push_back({kind, Session::namesOf(added)});
            }
        }
    }
    std::vector<ListRow> rows;
    for (const Choice &choice : m_all) {
        const auto who = choice.stream == StreamKind::Chosen ? ReviewViewModel::Readers::Chosen
                                                             : ReviewViewModel::Readers::Team;
        rows.push_back({QByteArray::number(static_cast<int>(who)),
                        {QVariant::fromValue(who), m.format.names(choice.names), choice.stream == m_chosen}});
    }
    m_choices.setRows(std::move(rows));
    Q_EMIT changed();
}

void MoreReaders::open()
{
    leave();
    m_chosen.reset();
    m_problem = Problem::None;
    update();
}

void MoreReaders::leave()
{
    if (std::exchange(m_done, false)) {
        // What the disk refuses now waits there, sealed, and is tried again with the next answer or start.
        m.core.run(
            this, [](engine::Engine &engine) { return engine.settleSent(); },
            [this](const Status &) {
                if (m.session.snapshot()) {
                    m.session.refresh();
                }
            });
    }
    m_chosen.reset();
    Q_EMIT changed();
}

QString MoreReaders::chosenNames() const
{
    if (m_done) {
        return m_said;
    }
    for (const Choice &choice : m_all) {
        if (choice.stream == m_chosen) {
            return m.format.names(choice.names);
        }
    }
    return {};
}

void MoreReaders::choose(int row)
{
    if (!m_done && row >= 0 && static_cast<std::size_t>(row) < m_all.size()) {
        m_chosen = m_all[static_cast<std::size_t>(row)].stream;
        update();
    }
}

void MoreReaders::agree()
{
    const QString names = chosenNames();
    if (m_done || m_writing || names.isEmpty() || !m_saved.shown() || !m.session.resident()) {
        return;
    }
    m_writing = true;
    m_answer = m_saved.shown()->id;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), answer = m_answer, readers = *m_chosen](
            engine::Engine &engine) { return engine.widenReaders(resident, who, answer, readers); },
        [this, names, visit = m_visit](const Status &status) {
            if (visit != m_visit) { // the page went meanwhile
                m.core.post([](engine::Engine &engine) { static_cast<void>(engine.settleSent()); });
                return;
            }
            m_writing = false;
            m_problem = problemOf(status);
            m_done = status.has_value();
            m_said = names;
            Q_EMIT changed();
        });
}

void MoreReaders::undo()
{
    if (!m_done || m_writing || !m.session.resident()) {
        return;
    }
    m_writing = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(),
         answer = m_answer](engine::Engine &engine) { return engine.undoWiden(resident, who, answer); },
        [this, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
            m_writing = false;
            const bool late = !status && status.error().code() == Errc::NotFound;
            m_problem = late ? Problem::TooLate : problemOf(status);
            if (status) {
                m_done = false;
                m_chosen.reset();
                update();
            }
            Q_EMIT changed();
        });
}

} // namespace trivsel::app
