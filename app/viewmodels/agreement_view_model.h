#pragma once

#include "app/viewmodels/talk_choice.h"

namespace trivsel::app {

/**
 * "Sådan bruger vi FIT her": what a resident and staff agree on before their first samtale, and change
 * together. Nothing is said to be saved before *Det er aftalt*.
 */
class AgreementViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.agreement")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::TalkChoice *choice READ choice CONSTANT FINAL)
    Q_PROPERTY(Rhythm rhythm READ rhythm NOTIFY changed FINAL)
    Q_PROPERTY(Asking asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(QString agreedDay READ agreedDay NOTIFY changed FINAL)
    Q_PROPERTY(bool suggested READ suggested NOTIFY changed FINAL)
    Q_PROPERTY(bool several READ several NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class Rhythm { Unset, Week, TwoWeeks, Month, WhenAsked };
    Q_ENUM(Rhythm)
    enum class Asking { Unset, StaffAsk, ResidentSays };
    Q_ENUM(Asking)

    AgreementViewModel(const Context &context, WriteViewModel &writer, QObject *parent = nullptr);

    /** With what was agreed last; `after` when it is saved and the page has gone. */
    void open(std::function<void()> after);

    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] TalkChoice *choice() { return &m_choice; }
    [[nodiscard]] Rhythm rhythm() const { return static_cast<Rhythm>(m_agreement.rhythm); }
    [[nodiscard]] Asking asking() const { return static_cast<Asking>(m_agreement.asking); }
    [[nodiscard]] bool complete() const { return m_agreement.complete(); }
    /** When it was agreed on last; empty: never. */
    [[nodiscard]] QString agreedDay() const;
    /** Nothing was agreed on yet, and what stands chosen is what the house suggests. */
    [[nodiscard]] bool suggested() const { return m_suggested; }
    /** Two tablets that had not met have each saved one. */
    [[nodiscard]] bool several() const;
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void chooseRhythm(trivsel::app::AgreementViewModel::Rhythm rhythm);
    Q_INVOKABLE void chooseAsking(trivsel::app::AgreementViewModel::Asking asking);
    Q_INVOKABLE void save();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    Context m;
    TalkChoice m_choice;
    domain::TalkAgreement m_agreement;
    std::function<void()> m_after;
    std::vector<merge::Head> m_shown; // when the page was opened
    bool m_suggested = false;
    bool m_saving = false;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
