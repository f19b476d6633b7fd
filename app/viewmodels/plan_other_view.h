#pragma once

#include "app/viewmodels/list_model.h"
#include "app/viewmodels/other_view_cell.h"
#include "app/viewmodels/own_view.h"
#include "app/viewmodels/plan_cell.h"

namespace trivsel::app {

class HistoryViewModel;

/** view (OtherViewCell) */
class OwnViewModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit OwnViewModel(QObject *parent = nullptr) : ListModel({"view"}, parent) {}
};

/**
 * "Jeg ser det anderledes" in a plan, on a page of its own: staff's words in one field or entry, the
 * resident's own beside them, and writing, changing and taking back by the resident. Reads what PlanViewModel
 * has read. UI thread.
 */
class PlanOtherView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.planOtherView")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PlanCell cell READ cell NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::OwnViewModel *views READ views CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OwnView *own READ own CONSTANT FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    PlanOtherView(const Context &context, WriteViewModel &writer, HistoryViewModel &history,
                  QObject *parent = nullptr);

    /** The resident sees staff's words there: opens the page. False for anything else. */
    bool open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
              const engine::FieldShown &field);
    /** What stands in the plan now. */
    void follow(const engine::PlanSnapshot &plan);
    /** The plan is left. */
    void close();

    [[nodiscard]] bool ready() const { return m_field.has_value(); }
    /** What the field is called. */
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString planTitle() const;
    /** Staff's words, as they stand. */
    [[nodiscard]] PlanCell cell() const;
    [[nodiscard]] OwnViewModel *views() { return &m_views; }
    /** What is being written; looked through before it is saved. */
    [[nodiscard]] OwnView *own() { return &m_own; }
    /** "Vil du trække det tilbage?" stands on the page. */
    [[nodiscard]] bool asking() const { return m_asked.has_value(); }
    /** Something was saved or taken back on this visit, and it is on disk. */
    [[nodiscard]] bool saved() const { return m_saved && m_problem == Problem::None; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    /** The writing page, for new words; `help` stands above them. */
    Q_INVOKABLE void write(const QString &title, const QString &help);
    /** … for words that stand there. */
    Q_INVOKABLE void change(int row, const QString &title, const QString &help);
    Q_INVOKABLE void askWithdraw(int row);
    Q_INVOKABLE void keep();
    Q_INVOKABLE void withdraw();
    Q_INVOKABLE void openHistory();
    /** What is looked through is put aside; else the page is left. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString words(const catalogue::Localized &text) const;
    [[nodiscard]] engine::StaffWords staffWords() const;
    [[nodiscard]] const domain::OtherView *viewAt(int row) const;
    void begin(const engine::StaffWords &beside, const QString &title, const QString &help);
    void update();

    Context m;
    HistoryViewModel &m_history;
    OwnView m_own;
    OwnViewModel m_views;
    catalogue::DefinitionPtr m_definition;
    const catalogue::Item *m_item = nullptr; // of m_definition
    engine::FieldAt m_at;
    std::optional<engine::FieldShown> m_field;
    std::optional<engine::StaffWords> m_asked; // what is taken back after a yes
    bool m_busy = false;
    bool m_saved = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
