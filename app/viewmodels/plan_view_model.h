#pragma once

#include "app/viewmodels/plan_cell.h"
#include "app/viewmodels/plan_row_model.h"
#include "app/viewmodels/write_view_model.h"

namespace trivsel::app {

class HistoryViewModel;
class PlanChoiceViewModel;
class PlanEntryViewModel;
class PlanGroupViewModel;
class PlanListViewModel;
class PlanOtherView;
class PlanPrintViewModel;
class VersionsViewModel;

/** A living plan in two voices, row by row. What is typed is on disk at once and becomes part of the plan at
 * "Færdig". */
class PlanViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.plan")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString intro READ intro NOTIFY changed FINAL)
    Q_PROPERTY(QString residentName READ residentName NOTIFY changed FINAL)
    Q_PROPERTY(bool forStaff READ forStaff NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(bool mayPrint READ mayPrint NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> tabs READ tabs NOTIFY changed FINAL)
    Q_PROPERTY(int tab READ tab NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PlanRowModel *rows READ rows CONSTANT FINAL)

public:
    /** The pages that a tap on a plan opens. */
    struct Pages
    {
        WriteViewModel &writer;
        VersionsViewModel &versions;
        HistoryViewModel &history;
        PlanListViewModel &list;
        PlanGroupViewModel &group;
        PlanEntryViewModel &entry;
        PlanChoiceViewModel &choice;
        PlanOtherView &otherView;
        PlanPrintViewModel &print;
    };
    PlanViewModel(const Context &context, const Pages &pages, QObject *parent = nullptr);

    void open(const catalogue::DefinitionPtr &definition);
    /** Straight to the two versions of a field, or to the list where an entry waits for another reason;
     * "Tilbage" then leads to where one came from. */
    void openVersionsOf(const catalogue::DefinitionPtr &definition, const engine::FieldAt &at);
    /** Covered, locked or left: what was typed becomes part of the plan. */
    void leave();

    [[nodiscard]] bool ready() const { return m_plan.has_value(); }
    [[nodiscard]] Problem problem() const
    {
        return m_saveProblem != Problem::None ? m_saveProblem : m_problem;
    }
    [[nodiscard]] QString title() const;
    /** What is to be read before the first word; may be empty. */
    [[nodiscard]] QString intro() const;
    [[nodiscard]] QString residentName() const { return m.session.residentName(); }
    [[nodiscard]] bool forStaff() const { return m.session.isStaff(); }
    /** Something was written on this visit, and it is on disk. */
    [[nodiscard]] bool saved() const { return m_saved; }
    /** This device prints, and the one who reads may. */
    [[nodiscard]] bool mayPrint() const;
    [[nodiscard]] QList<QString> tabs() const;
    [[nodiscard]] int tab() const { return m_tab; }
    [[nodiscard]] PlanRowModel *rows() { return &m_rows; }

    Q_INVOKABLE void showTab(int tab);
    /** Opens the two versions where there are two, else the writing page, else the history. */
    Q_INVOKABLE void openMine(int row) { openCell(row, true); }
    Q_INVOKABLE void openStaff(int row) { openCell(row, false); }
    Q_INVOKABLE void historyOfMine(int row) { openHistory(row, true); }
    Q_INVOKABLE void historyOfStaff(int row) { openHistory(row, false); }
    /** Opens the page that prints. */
    Q_INVOKABLE void print();
    /** "Ja, det er mine ord", on what somebody else wrote down. */
    Q_INVOKABLE void confirmMine(int row);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void load();
    void update();
    void followLists();
    void followEntries();
    void openCell(int row, bool mine);
    void openHistory(int row, bool mine);
    /** A field of the plan, or of an entry. */
    void openField(const catalogue::Item &item, const engine::FieldShown &shown, const PlanCell &at);
    void openList(const catalogue::Item &item, const std::vector<EntityId> &within);
    void openGroup(const catalogue::Item &item, const std::vector<EntityId> &within);
    void choose(const catalogue::Item &item, const engine::FieldShown &shown);
    void wrote(Problem problem);
    void write(const catalogue::Item &item, const engine::FieldShown &field);
    void openWaiting(const engine::FieldAt &at);
    /** False where the one who reads has none and may write none. */
    bool openOtherView(const catalogue::Item &item, const engine::FieldAt &at);
    void followVersions();
    void becomePart();
    void offerNewerToWriter();
    [[nodiscard]] std::vector<const catalogue::Item *> sections() const;
    [[nodiscard]] std::vector<catalogue::Row> visibleRows() const;
    [[nodiscard]] const catalogue::Item *itemAt(int row, bool mine) const;
    [[nodiscard]] const engine::FieldShown *field(const engine::FieldAt &at) const;
    [[nodiscard]] PlanCell cell(const catalogue::Item *item) const;
    [[nodiscard]] QString words(const catalogue::Localized &text) const;

    Context m;
    WriteViewModel &m_writer;
    VersionsViewModel &m_versions;
    HistoryViewModel &m_history;
    PlanListViewModel &m_list;
    PlanGroupViewModel &m_group;
    PlanEntryViewModel &m_entry;
    PlanChoiceViewModel &m_choice;
    PlanOtherView &m_otherView;
    PlanPrintViewModel &m_print;
    catalogue::DefinitionPtr m_definition;
    std::optional<engine::PlanSnapshot> m_plan;
    PlanRowModel m_rows;
    std::optional<engine::FieldAt> m_writing;    // the field whose writing page is open
    std::optional<engine::FieldAt> m_versionsOf; // the field whose versions open as soon as the plan is there
    int m_tab = 0;
    int m_visit = 0;
    bool m_saved = false;
    Problem m_problem = Problem::None;     // of reading the plan
    Problem m_saveProblem = Problem::None; // of the last thing written; stays until one succeeds
};

} // namespace trivsel::app
