#pragma once

#include "app/viewmodels/feedback.h"
#include "app/viewmodels/saved_answers.h"

namespace trivsel::app {

/** "Mine svar": what was answered, newest first, and taking one back. */
class OwnPageViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.ownPage")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::SavedAnswers *saved READ saved CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::FeedbackModel *feedback READ feedback CONSTANT FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool withdrawn READ withdrawn NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    explicit OwnPageViewModel(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m.session.snapshot().has_value(); }
    [[nodiscard]] SavedAnswers *saved() { return &m_saved; }
    /** "Du sagde … Det gør vi". */
    [[nodiscard]] FeedbackModel *feedback() { return m_feedback.rows(); }
    /** "Vil du trække svaret tilbage?" stands on the page. */
    [[nodiscard]] bool asking() const { return m_asking; }
    /** "Dit svar er trukket tilbage" stands on the page, and nothing else. */
    [[nodiscard]] bool withdrawn() const { return m_withdrawn; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void askWithdraw();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void withdraw();
    Q_INVOKABLE void closeWithdrawn();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    Context m;
    SavedAnswers m_saved;
    Feedback m_feedback;
    bool m_asking = false;
    bool m_withdrawn = false;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
