#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/plan_cell.h"

#include <functional>

namespace trivsel::app {

/** cell (PlanCell), suggested (*valgt fra liste*), struck (taken out by one while another wrote in it),
 * mayUp, mayDown, mayWithdraw */
class PlanEntryModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit PlanEntryModel(QObject *parent = nullptr)
        : ListModel({"cell", "suggested", "struck", "mayUp", "mayDown", "mayWithdraw"}, parent)
    {
    }
};

/** cell (PlanCell), mark (Signature: who took it out), mayBringBack */
class GoneEntryModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit GoneEntryModel(QObject *parent = nullptr) : ListModel({"cell", "mark", "mayBringBack"}, parent)
    {
    }
};

/**
 * One list of a plan: its entries, what no longer holds, and what may be done with them. Reads what
 * PlanViewModel has read; that one also opens the writing page, the versions and the history.
 */
class PlanListViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.planList")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString question READ question NOTIFY changed FINAL)
    Q_PROPERTY(QString help READ help NOTIFY changed FINAL)
    Q_PROPERTY(bool mine READ mine NOTIFY changed FINAL)
    Q_PROPERTY(bool forStaff READ forStaff NOTIFY changed FINAL)
    Q_PROPERTY(QString residentName READ residentName NOTIFY changed FINAL)
    Q_PROPERTY(bool mayAdd READ mayAdd NOTIFY changed FINAL)
    Q_PROPERTY(bool full READ full NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(bool mayArrange READ mayArrange NOTIFY changed FINAL)
    Q_PROPERTY(bool arranging READ arranging NOTIFY changed FINAL)
    Q_PROPERTY(bool maySuggest READ maySuggest NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> suggestions READ suggestions NOTIFY changed FINAL)
    Q_PROPERTY(QString undoable READ undoable NOTIFY changed FINAL)
    Q_PROPERTY(bool showsGone READ showsGone NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PlanEntryModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::GoneEntryModel *gone READ gone CONSTANT FINAL)

public:
    explicit PlanListViewModel(const Context &context, QObject *parent = nullptr);

    /** `within`: the entries in which the list stands, outermost first. */
    void open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
              const engine::PlanSnapshot &plan, const std::vector<EntityId> &within = {});
    /** What stands in the plan now. */
    void follow(const engine::PlanSnapshot &plan);
    /** The plan is left. */
    void close();

    [[nodiscard]] bool ready() const { return m_list.has_value(); }
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] QString planTitle() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString help() const;
    /** The resident's words. */
    [[nodiscard]] bool mine() const { return m_item && m_item->voice == catalogue::Voice::Resident; }
    [[nodiscard]] bool forStaff() const { return m.session.isStaff(); }
    [[nodiscard]] QString residentName() const { return m.session.residentName(); }
    /** Also while it is full. */
    [[nodiscard]] bool mayAdd() const { return m_list && m_list->mayAdd; }
    [[nodiscard]] bool full() const { return m_list && m_list->full; }
    /** Something was done here on this visit, and it is on disk. */
    [[nodiscard]] bool saved() const { return m_saved && m_problem == Problem::None; }
    [[nodiscard]] bool mayArrange() const;
    /** Each entry has its buttons. */
    [[nodiscard]] bool arranging() const { return m_arranging && mayArrange(); }
    /** There are suggestions that nobody has asked for yet. */
    [[nodiscard]] bool maySuggest() const { return !m_suggesting && !left().isEmpty(); }
    /** Empty before giveSuggestions(). */
    [[nodiscard]] QList<QString> suggestions() const { return m_suggesting ? left() : QList<QString>(); }
    /** The words that were taken out last, until something else is done; empty: nothing to undo. */
    [[nodiscard]] QString undoable() const { return m_undoWords; }
    [[nodiscard]] bool showsGone() const { return m_showsGone; }
    [[nodiscard]] PlanEntryModel *entries() { return &m_entries; }
    [[nodiscard]] GoneEntryModel *gone() { return &m_gone; }

    /** The writing page, for a new entry. */
    Q_INVOKABLE void add();
    Q_INVOKABLE void giveSuggestions();
    /** One of `suggestions` becomes an entry, marked *valgt fra liste*. */
    Q_INVOKABLE void take(const QString &suggestion);
    /** Opens the two versions where there are two, else the writing page, else the history. */
    Q_INVOKABLE void openEntry(int row);
    Q_INVOKABLE void historyOf(int row);
    /** "Ja, det er mine ord". */
    Q_INVOKABLE void confirm(int row);
    Q_INVOKABLE void arrange(bool on);
    Q_INVOKABLE void moveUp(int row) { move(row, true); }
    Q_INVOKABLE void moveDown(int row) { move(row, false); }
    /** "Gælder ikke mere" */
    Q_INVOKABLE void withdraw(int row);
    /** "Fortryd", of the last withdraw(). */
    Q_INVOKABLE void undo();
    /** "Behold den", of what one has taken out while another wrote in it. */
    Q_INVOKABLE void keep(int row);
    Q_INVOKABLE void showGone(bool on);
    /** *Jeg ser det anderledes*, where the resident has it beside a row of `gone`; else the history. */
    Q_INVOKABLE void openGone(int row);
    /** "Gælder igen"; a row of `gone`. */
    Q_INVOKABLE void bringBack(int row);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    /** A command is on disk, or it is not. */
    void wrote(trivsel::app::Problem problem);
    void writeWanted(const trivsel::catalogue::Item &item, const trivsel::engine::FieldShown &shown);
    void versionsWanted(const trivsel::catalogue::Item &item, const trivsel::engine::FieldShown &shown);
    void yesSaid(const trivsel::catalogue::Item &item, const trivsel::engine::FieldShown &shown);
    void historyWanted(const trivsel::catalogue::Item &item, const trivsel::engine::FieldAt &at);

private:
    struct Task // whose plan, by whom: as it is when the tap comes
    {
        PersonId resident;
        engine::Who who;
        std::string url;
    };
    [[nodiscard]] std::optional<Task> task() const;
    using Work = std::function<Status(engine::Engine &, const Task &)>;
    /** One at a time; a tap meanwhile does nothing. */
    void run(Work work, std::optional<EntityId> undo = {}, const QString &undoWords = {});
    void move(int row, bool up);
    void comeBack(const EntityId &id);
    void update();
    [[nodiscard]] QList<QString> left() const;
    [[nodiscard]] const engine::EntryShown *entryAt(int row) const;
    [[nodiscard]] const engine::EntryShown *goneAt(int row) const;
    [[nodiscard]] const engine::EntryShown *nth(int row, bool holding) const;
    [[nodiscard]] QString words(const catalogue::Localized &text) const;

    Context m;
    catalogue::DefinitionPtr m_definition;
    const catalogue::Item *m_item = nullptr; // of m_definition
    std::vector<EntityId> m_within;
    std::optional<engine::ListShown> m_list;
    PlanEntryModel m_entries;
    GoneEntryModel m_gone;
    std::optional<EntityId> m_undo;
    QString m_undoWords;
    bool m_busy = false;
    bool m_saved = false;
    bool m_arranging = false;
    bool m_suggesting = false;
    bool m_showsGone = false;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
