#include "app/viewmodels/own_page_view_model.h"

namespace trivsel::app {

OwnPageViewModel::OwnPageViewModel(const Context &context, QObject *parent)
    : QObject(parent), m(context), m_saved(context), m_feedback(context)
{
    connect(&m_saved, &SavedAnswers::changed, this, &OwnPageViewModel::keep);
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        m_problem = Problem::None;
        m_withdrawn = m_withdrawn && m.session.snapshot();
        keep();
    });
}

void OwnPageViewModel::askWithdraw()
{
    m_asking = true;
    Q_EMIT changed();
}

void OwnPageViewModel::keep()
{
    m_asking = false;
    Q_EMIT changed();
}

void OwnPageViewModel::withdraw()
{
    const auto &shown = m_saved.shown();
    if (!shown || !m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), id = shown->id](engine::Engine &engine) {
            return engine.withdraw(resident, who, id);
        },
        [this](const Status &status) {
            m_asking = false;
            m_problem = problemOf(status);
            m_withdrawn = status.has_value();
            Q_EMIT changed();
            if (status) {
                m.session.refresh();
            }
        });
}

void OwnPageViewModel::closeWithdrawn()
{
    m_withdrawn = false;
    Q_EMIT changed();
}

void OwnPageViewModel::back()
{
    m_withdrawn = false;
    m.pages.pop();
}

} // namespace trivsel::app
