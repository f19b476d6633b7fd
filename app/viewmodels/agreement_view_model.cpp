#include "app/viewmodels/agreement_view_model.h"

#include <utility>

namespace trivsel::app {

AgreementViewModel::AgreementViewModel(const Context &context, WriteViewModel &writer, QObject *parent)
    : QObject(parent), m(context), m_choice(context, writer)
{
    m_choice.onPicked = [this](const domain::TalkTopic &topic, domain::TalkPeriod period) {
        m_agreement.topic = topic;
        m_agreement.period = period;
        m_choice.show(topic, period);
        Q_EMIT changed();
    };
    connect(&m.session, &Session::snapshotChanged, this, &AgreementViewModel::changed);
}

void AgreementViewModel::open(std::function<void()> after)
{
    if (!m.session.snapshot()) {
        return;
    }
    const auto &agreed = m.session.snapshot()->conversations.agreed;
    m_shown = m.session.snapshot()->conversations.agreedHeads;
    const auto &house = m.session.home().fit;
    m_suggested = agreed.empty() && house != domain::HomeTalk{};
    m_agreement = agreed.empty() ? domain::TalkAgreement{{}, house.period, house.rhythm, house.asking} : agreed.back().agreement;
    m_choice.show(m_agreement.topic, m_agreement.period);
    m_after = std::move(after);
    m_problem = Problem::None;
    m_saving = false;
    Q_EMIT changed();
    m.pages.push(Navigator::Page::Agreement);
}

QString AgreementViewModel::agreedDay() const
{
    const bool agreed = m.session.snapshot() && !m.session.snapshot()->conversations.agreed.empty();
    return agreed ? m.format.day(m.session.snapshot()->conversations.agreed.back().atMs) : QString();
}

bool AgreementViewModel::several() const
{
    return m.session.snapshot() && m.session.snapshot()->conversations.agreed.size() > 1;
}

void AgreementViewModel::chooseRhythm(Rhythm rhythm)
{
    m_agreement.rhythm = static_cast<domain::TalkRhythm>(rhythm);
    Q_EMIT changed();
}

void AgreementViewModel::chooseAsking(Asking asking)
{
    m_agreement.asking = static_cast<domain::TalkAsking>(asking);
    Q_EMIT changed();
}

void AgreementViewModel::save()
{
    if (!complete() || m_saving || !m.session.resident()) {
        return;
    }
    m_saving = true;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(), agreement = m_agreement,
         shown = m_shown](engine::Engine &engine) {
            return engine.agreeOnConversations(resident, who, agreement, shown);
        },
        [this](const Status &status) {
            m_saving = false;
            m_problem = problemOf(status);
            Q_EMIT changed();
            if (status && m.pages.page() == Navigator::Page::Agreement) {
                m.session.refresh();
                m.pages.pop();
                if (const auto after = std::exchange(m_after, nullptr)) {
                    after();
                }
            }
        });
}

void AgreementViewModel::back()
{
    m_after = nullptr;
    m.pages.pop();
}

} // namespace trivsel::app
