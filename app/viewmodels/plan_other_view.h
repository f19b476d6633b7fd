#pragma once

#include "app/viewmodels/list_model.h"
#include "app/viewmodels/other_view_writing.h"
#include "app/viewmodels/plan_cell.h"

namespace trivsel::app {

class HistoryViewModel;

/** view (OtherViewCell): what stands, each with what was begun in its place, then what is new and begun */
class OtherViewModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit OtherViewModel(QObject *parent = nullptr) : ListModel({"view"}, parent) {}
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
    Q_PROPERTY(trivsel::app::OtherViewModel *views READ views CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OtherViewWriting *writing READ writing CONSTANT FINAL)
    Q_PROPERTY(bool mayWrite READ mayWrite NOTIFY changed FINAL)
    Q_PROPERTY(bool gone READ gone NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)

public:
    PlanOtherView(const Context &context, WriteViewModel &writer, HistoryViewModel &history,
                  QObject *parent = nullptr);

    /** The resident sees staff's words there, or has their own beside them: opens the page. False for
     * anything else. */
    bool open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
              const engine::PlanSnapshot &plan, const engine::FieldAt &at);
    /** What stands in the plan now. */
    void follow(const engine::PlanSnapshot &plan);
    /** The plan is left. */
    void close();

    [[nodiscard]] bool ready() const { return m_field.has_value(); }
    /** What the field is called. */
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString planTitle() const;
    /** Staff's words, as they stand: all of them, where there are several. */
    [[nodiscard]] PlanCell cell() const;
    [[nodiscard]] OtherViewModel *views() { return &m_views; }
    /** What is being written or asked about; looked through before it is saved. */
    [[nodiscard]] OtherViewWriting *writing() { return &m_writing; }
    /** One more may be written: none is begun, staff's words hold, and no versions of them wait. */
    [[nodiscard]] bool mayWrite() const;
    /** The entry in which staff's words stand was taken out. */
    [[nodiscard]] bool gone() const { return ready() && !m_holds; }
    /** Something was saved or taken back on this visit, and it is on disk. */
    [[nodiscard]] bool saved() const { return m_saved && m_writing.problem() == Problem::None; }

    /** The writing page, for new words; `help` stands above them. */
    Q_INVOKABLE void write(const QString &title, const QString &help);
    /** … for words that stand there, or were begun. */
    Q_INVOKABLE void change(int row, const QString &title, const QString &help);
    /** Asks first. */
    Q_INVOKABLE void askWithdraw(int row) { ask(row, OtherViewWriting::Asking::Withdraw); }
    Q_INVOKABLE void askThrowAway(int row) { ask(row, OtherViewWriting::Asking::ThrowAway); }
    Q_INVOKABLE void openHistory();
    /** The question, or what is looked through, is put aside; else the page is left. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    /** By "Tilbage": what lay under the page is in sight. */
    void left();

private:
    [[nodiscard]] QString words(const catalogue::Localized &text) const;
    [[nodiscard]] const OtherViewRow *rowAt(int row) const;
    /** Staff's words, and the row beside them. */
    [[nodiscard]] engine::StaffWords beside(const OtherViewRow *row) const;
    void ask(int row, OtherViewWriting::Asking what);
    void begin(const engine::StaffWords &beside, const QString &title, const QString &help);
    void update();

    Context m;
    HistoryViewModel &m_history;
    OtherViewWriting m_writing;
    OtherViewModel m_views;
    catalogue::DefinitionPtr m_definition;
    const catalogue::Item *m_item = nullptr; // of m_definition
    engine::FieldAt m_at;
    std::optional<engine::FieldShown> m_field;
    std::vector<OtherViewRow> m_rows;
    bool m_holds = true;
    bool m_saved = false;
};

} // namespace trivsel::app
