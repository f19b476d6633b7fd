#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/plan_cell.h"
#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/plan_row_model.h"

namespace trivsel::app {

/**
 * One entry of a group: its fields, row by row, section by section, with the lists and groups that stand in
 * it. An entry in an entry lies over the one around it, until back(). Reads what PlanViewModel has read,
 * which also opens what a tap asks for.
 */
class PlanEntryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.planEntry")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(bool forStaff READ forStaff NOTIFY changed FINAL)
    Q_PROPERTY(QString residentName READ residentName NOTIFY changed FINAL)
    Q_PROPERTY(bool gone READ gone NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> tabs READ tabs NOTIFY changed FINAL)
    Q_PROPERTY(int tab READ tab NOTIFY changed FINAL)
    Q_PROPERTY(bool hasStaffs READ hasStaffs NOTIFY changed FINAL)
    Q_PROPERTY(bool showsStaffs READ showsStaffs NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PlanRowModel *rows READ rows CONSTANT FINAL)

public:
    explicit PlanEntryViewModel(const Context &context, QObject *parent = nullptr);

    void open(const catalogue::DefinitionPtr &definition, const catalogue::Item &group,
              const engine::PlanSnapshot &plan, const engine::FieldAt &at);
    /** What stands in the plan now. */
    void follow(const engine::PlanSnapshot &plan);
    /** The plan is left. */
    void close();

    [[nodiscard]] bool ready() const { return m_entry.has_value(); }
    [[nodiscard]] QString planTitle() const;
    /** What it is an entry of: its words are longer than a bar. */
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool forStaff() const { return m.session.isStaff(); }
    [[nodiscard]] QString residentName() const { return m.session.residentName(); }
    /** It no longer holds: somebody has taken it out meanwhile. */
    [[nodiscard]] bool gone() const { return m_entry && !holds(*m_entry); }
    [[nodiscard]] QList<QString> tabs() const;
    [[nodiscard]] int tab() const;
    /** On this tab the staff have words of their own. */
    [[nodiscard]] bool hasStaffs() const;
    /** Staff always see them; the resident after a tap. */
    [[nodiscard]] bool showsStaffs() const { return m_showsStaffs || m.session.isStaff(); }
    [[nodiscard]] PlanRowModel *rows() { return &m_rows; }

    Q_INVOKABLE void showTab(int tab);
    Q_INVOKABLE void showStaffs(bool on);
    Q_INVOKABLE void openMine(int row) { openCell(row, true); }
    Q_INVOKABLE void openStaff(int row) { openCell(row, false); }
    /** "Ja, det er mine ord" */
    Q_INVOKABLE void confirmMine(int row);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    /** A tap on a field, a list or a group that stands in the entry. */
    void fieldWanted(const trivsel::catalogue::Item &item, const trivsel::engine::FieldShown &shown,
                     const trivsel::app::PlanCell &cell);
    void listWanted(const trivsel::catalogue::Item &item, const std::vector<trivsel::EntityId> &within);
    void groupWanted(const trivsel::catalogue::Item &item, const std::vector<trivsel::EntityId> &within);
    void yesSaid(const trivsel::catalogue::Item &item, const trivsel::engine::FieldShown &shown);
    void planWanted();

private:
    struct Open
    {
        const catalogue::Item *group = nullptr; // of m_definition
        engine::FieldAt at;
        const catalogue::Item *section = nullptr; // nullptr: the first
    };
    void update();
    void openCell(int row, bool mine);
    [[nodiscard]] std::vector<EntityId> here() const;
    [[nodiscard]] engine::FieldShown fieldOf(const catalogue::Item &item) const;
    [[nodiscard]] PlanCell cell(const catalogue::Item *item) const;
    /** Those with something for whoever reads; empty when the entry has no sections. */
    [[nodiscard]] std::vector<const catalogue::Item *> sections() const;
    [[nodiscard]] std::vector<catalogue::Row> allRows() const;
    /** The staff's own words only where they are shown. Entries of theirs always, with what stands in them: a
     * resident says there whether it helped. */
    [[nodiscard]] std::vector<catalogue::Row> visible(std::vector<catalogue::Row> rows) const;
    [[nodiscard]] std::vector<catalogue::Row> visibleRows() const { return visible(allRows()); }
    [[nodiscard]] const catalogue::Item *itemAt(int row, bool mine) const;
    [[nodiscard]] QString words(const catalogue::Localized &text) const;

    Context m;
    catalogue::DefinitionPtr m_definition;
    std::vector<Open> m_open; // the innermost is shown
    std::optional<engine::GroupEntryShown> m_entry;
    PlanRowModel m_rows;
    bool m_showsStaffs = false;
};

/** The pages of a plan, or of an entry: its sections and groups that repeat; itself when it has none. */
[[nodiscard]] std::vector<const catalogue::Item *> sectionsIn(const std::vector<catalogue::Item> &items);
/** The rows of one; a group that repeats is a row by itself. */
[[nodiscard]] std::vector<catalogue::Row> rowsIn(const catalogue::Item &section);

} // namespace trivsel::app
