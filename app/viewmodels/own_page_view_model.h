#pragma once

#include "app/viewmodels/before_now.h"
#include "app/viewmodels/feedback.h"
#include "app/viewmodels/more_readers.h"
#include "app/viewmodels/other_view_writing.h"
#include "app/viewmodels/own_plans.h"
#include "app/viewmodels/saved_answers.h"
#include "app/viewmodels/who_looked.h"

namespace trivsel::app {

/** "Min side": what was said and replied, one's own line, before and now, one's plans; and one step further
 * in all answers, who has looked, and taking an answer back. UI thread. */
class OwnPageViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.ownPage")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::SavedAnswers *saved READ saved CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::FeedbackModel *feedback READ feedback CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OwnCurve *curve READ curve CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::BeforeNow *beforeNow READ beforeNow CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::WhoLooked *whoLooked READ whoLooked CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::MoreReaders *moreReaders READ moreReaders CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OwnPlans *plans READ plans CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OtherViewWriting *otherView READ otherView CONSTANT FINAL)
    Q_PROPERTY(Part part READ part NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool withdrawn READ withdrawn NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    /** What of the page stands on the screen. */
    enum class Part { Overview, Answers, MoreReaders, Shown, Areas, BeforeNow, Days, Looked, OtherView };
    Q_ENUM(Part)

    OwnPageViewModel(const Context &context, WriteViewModel &writer, PlanViewModel &plan,
                     QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m.session.snapshot().has_value(); }
    [[nodiscard]] SavedAnswers *saved() { return &m_saved; }
    /** "Du sagde … Det gør vi". */
    [[nodiscard]] FeedbackModel *feedback() { return m_feedback.rows(); }
    [[nodiscard]] OwnCurve *curve() { return &m_curve; }
    [[nodiscard]] BeforeNow *beforeNow() { return &m_beforeNow; }
    [[nodiscard]] WhoLooked *whoLooked() { return &m_whoLooked; }
    [[nodiscard]] trivsel::app::MoreReaders *moreReaders() { return &m_moreReaders; }
    /** "Mine planer". */
    [[nodiscard]] OwnPlans *plans() { return &m_plans; }
    [[nodiscard]] trivsel::app::OtherViewWriting *otherView() { return &m_otherView; }
    [[nodiscard]] Part part() const;
    /** "Vil du trække svaret tilbage?" stands on the page. */
    [[nodiscard]] bool asking() const { return m_asking; }
    /** "Dit svar er trukket tilbage" stands on the page, and nothing else. */
    [[nodiscard]] bool withdrawn() const { return m_withdrawn; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void open(trivsel::app::OwnPageViewModel::Part part);
    /** "Jeg ser det anderledes" beside the reply in that row; or a row that is that already: changed, or gone
     * on with. */
    Q_INVOKABLE void differ(int row, const QString &title, const QString &help);
    /** Ask first, of a row that Differs. */
    Q_INVOKABLE void askWithdrawView(int row)
    {
        askAboutView(row, trivsel::app::OtherViewWriting::Asking::Withdraw);
    }
    Q_INVOKABLE void askThrowAwayView(int row)
    {
        askAboutView(row, trivsel::app::OtherViewWriting::Asking::ThrowAway);
    }
    /** Another area of the curve; back to the overview. */
    Q_INVOKABLE void chooseArea(int row);
    Q_INVOKABLE void askWithdraw();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void withdraw();
    Q_INVOKABLE void closeWithdrawn();
    /** One part back; from the overview the page is left. An answer that is shown to somebody may be in their
     * hands: then the page is put away. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    /** What was shown to somebody is put away, by a tap or under a cover, or was taken back elsewhere: the
     * start page is to stand, since nothing here is for whoever holds the tablet. */
    void putAway();

private:
    void onAnswers();
    void askAboutView(int row, trivsel::app::OtherViewWriting::Asking what);

    Context m;
    SavedAnswers m_saved;
    Feedback m_feedback;
    OwnCurve m_curve;
    BeforeNow m_beforeNow;
    WhoLooked m_whoLooked;
    trivsel::app::MoreReaders m_moreReaders;
    OwnPlans m_plans;
    trivsel::app::OtherViewWriting m_otherView;
    Part m_part = Part::Overview;
    EntityId m_answer{}; // that was shown when the part was opened
    bool m_asking = false;
    bool m_withdrawn = false;
    int m_visit = 0; // what comes back for an earlier one is not shown
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
