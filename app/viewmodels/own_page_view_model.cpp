#include "app/viewmodels/own_page_view_model.h"

namespace trivsel::app {

namespace {

engine::StaffWords besideOf(const Feedback::Line &line)
{
    engine::StaffWords beside(line.id);
    if (line.view) {
        beside.view = line.view->view;
    }
    return beside;
}

} // namespace

OwnPageViewModel::OwnPageViewModel(const Context &context, WriteViewModel &writer, PlanViewModel &plan,
                                   QObject *parent)
    : QObject(parent),
      m(context),
      m_saved(context),
      m_feedback(context),
      m_curve(context),
      m_beforeNow(context, m_curve),
      m_whoLooked(context),
      m_moreReaders(context, m_saved),
      m_plans(context, plan),
      m_otherView(context, writer)
{
    connect(&m_otherView, &trivsel::app::OtherViewWriting::changed, this, &OwnPageViewModel::changed);
    connect(&m_beforeNow, &BeforeNow::changed, this, &OwnPageViewModel::changed);
    connect(&m.session, &Session::personChanged, this, [this] {
        m_part = Part::Overview;
        Q_EMIT changed();
    });

    connect(&m_saved, &SavedAnswers::changed, this, &OwnPageViewModel::onAnswers);
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        m_problem = Problem::None;
        m_withdrawn = m_withdrawn && m.session.snapshot();
        m_visit += m.session.snapshot() ? 0 : 1;
        keep();
    });
}

/** Which answer a part is about is never exchanged below it: another tablet took it back, or a cover came,
 * and the list begins with the newest again. */
void OwnPageViewModel::onAnswers()
{
    const auto &shown = m_saved.shown();
    const bool ofOne = m_part == Part::Shown || m_part == Part::MoreReaders;
    if (ofOne && (!shown || shown->id != m_answer)) {
        const bool inTheirHands = m_part == Part::Shown;
        open(inTheirHands ? Part::Overview : Part::Answers);
        if (inTheirHands) {
            Q_EMIT putAway();
        }
    }
    keep();
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
        [this, visit = m_visit](const Status &status) {
            if (visit != m_visit) {
                return;
            }
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

OwnPageViewModel::Part OwnPageViewModel::part() const
{
    if (m_otherView.isOpen()) {
        return Part::OtherView;
    }
    return m_part == Part::BeforeNow && m_beforeNow.choosing() != BeforeNow::Side::None ? Part::Days : m_part;
}

void OwnPageViewModel::open(Part part)
{
    m_part = part;
    m_answer = m_saved.shown() ? m_saved.shown()->id : EntityId();
    if (part == Part::Looked) {
        m_whoLooked.read();
    } else if (part == Part::MoreReaders) {
        m_moreReaders.open();
    } else {
        m_moreReaders.leave();
    }
    Q_EMIT changed();
}

void OwnPageViewModel::differ(int row, const QString &title, const QString &help)
{
    if (const auto line = m_feedback.lineAt(row)) {
        m_otherView.begin(besideOf(*line), line->words, title, help);
    }
}

void OwnPageViewModel::askAboutView(int row, trivsel::app::OtherViewWriting::Asking what)
{
    const auto line = m_feedback.lineAt(row);
    const bool throwing = what == trivsel::app::OtherViewWriting::Asking::ThrowAway;
    if (line && line->view && line->view->cell.unfinished == throwing) {
        m_otherView.askAbout(besideOf(*line), what);
    }
}

void OwnPageViewModel::chooseArea(int row)
{
    m_curve.show(row);
    open(Part::Overview);
}

void OwnPageViewModel::back()
{
    if (m_asking) {
        keep();
        return;
    }
    m_withdrawn = false;
    switch (part()) {
    case Part::Overview:
        m.pages.pop();
        break;
    case Part::Days:
        m_beforeNow.chooseDay(BeforeNow::Side::None);
        break;
    case Part::OtherView:
        m_otherView.back();
        break;
    case Part::MoreReaders:
        open(Part::Answers);
        break;
    case Part::Shown:
        Q_EMIT putAway();
        break;
    default:
        m_whoLooked.forget();
        open(Part::Overview);
    }
}

} // namespace trivsel::app
