#include "app/viewmodels/thanks_view_model.h"

namespace trivsel::app {

ThanksViewModel::ThanksViewModel(const Context &context, FormSession &form, ReviewViewModel &review,
                                 QObject *parent)
    : QObject(parent), m(context), m_form(form), m_review(review)
{
    connect(&m_form, &FormSession::sent, this, &ThanksViewModel::show);
    connect(&m_form, &FormSession::undone, this, &ThanksViewModel::onUndone);
    connect(&m_form, &FormSession::changed, this, &ThanksViewModel::changed);
}

void ThanksViewModel::show()
{
    m_notToday = m_form.draft()->outcome == wire::v1::NOT_TODAY;
    const auto chosen = m_review.chosen();
    const bool othersRead =
        chosen == ReviewViewModel::Readers::Chosen || chosen == ReviewViewModel::Readers::Team;
    m_readers = othersRead ? m_review.chosenNames() : QString();
    m_readerCount = othersRead ? m_review.chosenCount() : 0;
    const auto said =
        m.session.resident() ? m.session.resident()->ways.asking : decltype(domain::Ways::asking)();
    const auto about = said.find(domain::formKey(m_form.definition()->url));
    m_asking = about == said.end() ? 0 : static_cast<int>(about->second);
    m_askingBefore = m_asking;
    m_askProblem = Problem::None;
    m_outro = m_form.words(m_form.definition()->outro);
    Q_EMIT changed();
    m.pages.replace(Navigator::Page::Thanks);
}

void ThanksViewModel::askAgain(int asked)
{
    if (mayAsk() && m.pages.page() == Navigator::Page::Thanks) {
        say(asked, nullptr);
    }
}

void ThanksViewModel::undo()
{
    if (m_saying > 0 || m_form.writing()) {
        return;
    }
    if (m_asking == m_askingBefore || !mayAsk() || !m.session.resident()) {
        return m_form.undoSend();
    }
    // What is not named may be asked.
    const int before = m_askingBefore != 0 ? m_askingBefore : static_cast<int>(domain::Asking::Yes);
    say(before, [this] {
        m_asking = m_askingBefore;
        m_form.undoSend();
    });
}

void ThanksViewModel::say(int asked, const std::function<void()> &then)
{
    ++m_saying;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.residentWho(), url = m_form.definition()->url,
         asked](engine::Engine &engine) {
            return engine.setAsking(resident, who, url, static_cast<domain::Asking>(asked));
        },
        [this, asked, then](const Status &status) {
            --m_saying;
            m.session.refresh(); // refused: the tile may wait for its pictures
            if (m.pages.page() != Navigator::Page::Thanks) {
                return;
            }
            const Problem problem = problemOf(status);
            m_askProblem = problem == Problem::NotAllowed ? Problem::None : problem;
            if (status) { // shown once it is on disk
                m_asking = asked;
            }
            Q_EMIT changed();
            if (status && then) {
                then();
            }
        });
}

void ThanksViewModel::onUndone()
{
    if (m_notToday && m_form.draft()->answers.empty()) {
        m_form.throwAway(); // the sheet goes, and the page before it comes back
    } else {
        m.pages.replace(Navigator::Page::Review);
    }
}

void ThanksViewModel::leave()
{
    if (m.pages.page() == Navigator::Page::Thanks) {
        m_form.settle();
        m.pages.popToHome();
    }
}

void ThanksViewModel::close()
{
    const bool resident = m.session.isResident() && !m.pages.contains(Navigator::Page::Talk);
    leave();
    if (resident) {
        m.session.leave();
        m.pages.reset(Navigator::Page::Start);
    } else {
        m.session.refresh();
    }
}

} // namespace trivsel::app
