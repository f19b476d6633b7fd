#pragma once

#include "app/viewmodels/review_view_model.h"

#include <functional>

namespace trivsel::app {

/** "Tak. Dit svar er gemt." While it stands, "Fortryd" takes it all back; when it is left, the answer is
 * given. */
class ThanksViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.thanks")
    Q_PROPERTY(bool notToday READ notToday NOTIFY changed FINAL)
    Q_PROPERTY(QString readers READ readers NOTIFY changed FINAL)
    Q_PROPERTY(int readerCount READ readerCount NOTIFY changed FINAL)
    Q_PROPERTY(int asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool mayAsk READ mayAsk NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code askProblem READ askProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString outro READ outro NOTIFY changed FINAL)
    Q_PROPERTY(bool tooLate READ tooLate NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool resident READ resident NOTIFY changed FINAL)

public:
    ThanksViewModel(const Context &context, FormSession &form, ReviewViewModel &review,
                    QObject *parent = nullptr);

    [[nodiscard]] bool notToday() const { return m_notToday; }
    [[nodiscard]] QString readers() const { return m_readers; }
    [[nodiscard]] int readerCount() const { return m_readerCount; }
    [[nodiscard]] QString outro() const { return m_outro; }

    /** *Skal vi spørge igen?*, after *Ikke i dag*: WaysViewModel.Asked, as it stands on disk; 0 = never said.
     */
    [[nodiscard]] int asking() const { return m_asking; }
    /** … which the resident alone says. */
    [[nodiscard]] bool mayAsk() const { return m_notToday && m.session.isResident(); }
    Q_INVOKABLE void askAgain(int asked);
    /** Why the last answer to that is not on disk, or could not be undone. */
    [[nodiscard]] Problem askProblem() const { return m_askProblem; }

    /** What was said on this page first, then the answers: where the disk refuses, both stand as they are. */
    Q_INVOKABLE void undo();
    /** Fortryd was tapped, and the answers are given already. */
    [[nodiscard]] bool tooLate() const { return m_form.problem() == Problem::TooLate; }
    /** Why it was not undone; unless it is too late, it can be tapped again. */
    [[nodiscard]] Problem problem() const
    {
        // NotAllowed: the tile waits for its pictures, and the door says so.
        return m_form.problem() == Problem::NotAllowed ? Problem::None : m_form.problem();
    }
    [[nodiscard]] bool resident() const { return m.session.isResident(); }
    Q_INVOKABLE void close();
    /** The page is left without a tap: covered or locked. */
    void leave();

Q_SIGNALS:
    void changed();

private:
    void show();
    void say(int asked, const std::function<void()> &then);
    void onUndone();

    Context m;
    FormSession &m_form;
    ReviewViewModel &m_review;
    bool m_notToday = false;
    int m_asking = 0;
    int m_askingBefore = 0; // as the page came
    Problem m_askProblem = Problem::None;
    int m_saying = 0; // on their way to the disk
    QString m_readers;
    int m_readerCount = 0;
    QString m_outro;
};

} // namespace trivsel::app
