#include "app/viewmodels/practice_view_model.h"

#include "app/viewmodels/cover_view_model.h"

namespace trivsel::app {

PracticeViewModel::PracticeViewModel(const Context &context, CoverViewModel &cover, PracticePort *port,
                                     const std::optional<Practising> &practising, QObject *parent)
    : QObject(parent), m(context), m_cover(cover), m_port(port)
{
    if (practising) {
        m_practising.emplace(*practising);
    }
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        if (m.pages.page() != Navigator::Page::Practice) {
            giveUp();
        }
    });
}

void PracticeViewModel::open()
{
    if (offered()) {
        m_cover.goToStart();
        set(false, Problem::None);
        m.pages.push(Navigator::Page::Practice);
    }
}

void PracticeViewModel::begin()
{
    if (m_opening || m.pages.page() != Navigator::Page::Practice) {
        return;
    }
    set(true, Problem::None);
    m_port->begin([this](Problem problem) {
        set(false, problem);
        if (problem == Problem::None) {
            m.pages.reset(Navigator::Page::Start); // stands there when the practice ends
        }
    });
}

/** The page was left before the practice stood there. */
void PracticeViewModel::giveUp()
{
    if (m_opening) {
        m_port->end();
        set(false, Problem::None);
    }
}

void PracticeViewModel::back()
{
    m.pages.reset(Navigator::Page::Start);
}

void PracticeViewModel::stop()
{
    if (m_practising) {
        m_practising->port.end();
    }
}

void PracticeViewModel::set(bool opening, Problem problem)
{
    m_opening = opening;
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace trivsel::app
