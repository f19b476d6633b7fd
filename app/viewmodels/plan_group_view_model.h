#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/plan_cell.h"

#include <functional>

namespace trivsel::app {

/** words (the first of it), line (the next), mark (Signature: who began it), struck (taken out by one while
 * another wrote in it), asks, waitsForYes, unfinished, mayUp, mayDown, mayWithdraw */
class GroupEntryModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit GroupEntryModel(QObject *parent = nullptr)
        : ListModel({"words", "line", "mark", "struck", "asks", "waitsForYes", "unfinished", "mayUp",
                     "mayDown", "mayWithdraw"},
                    parent)
    {
    }
};

/** words, mark (Signature: who took it out), mayBringBack */
class GoneGroupEntryModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit GoneGroupEntryModel(QObject *parent = nullptr)
        : ListModel({"words", "mark", "mayBringBack"}, parent)
    {
    }
};

/**
 * One group of a plan that repeats: its entries, what no longer holds, and what may be done with them. A
 * group in an entry lies over the one around it, until back(). Reads what PlanViewModel has read.
 */
class PlanGroupViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.planGroup")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(bool staffs READ staffs NOTIFY changed FINAL)
    Q_PROPERTY(bool forStaff READ forStaff NOTIFY changed FINAL)
    Q_PROPERTY(QString residentName READ residentName NOTIFY changed FINAL)
    Q_PROPERTY(bool mayAdd READ mayAdd NOTIFY changed FINAL)
    Q_PROPERTY(bool full READ full NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(bool mayArrange READ mayArrange NOTIFY changed FINAL)
    Q_PROPERTY(bool arranging READ arranging NOTIFY changed FINAL)
    Q_PROPERTY(QString undoable READ undoable NOTIFY changed FINAL)
    Q_PROPERTY(bool showsGone READ showsGone NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::GroupEntryModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::GoneGroupEntryModel *gone READ gone CONSTANT FINAL)

public:
    explicit PlanGroupViewModel(const Context &context, QObject *parent = nullptr);

    /** `within`: the entries in which the group stands, outermost first. */
    void open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
              const engine::PlanSnapshot &plan, const std::vector<EntityId> &within = {});
    /** What stands in the plan now. */
    void follow(const engine::PlanSnapshot &plan);
    /** The plan is left. */
    void close();

    [[nodiscard]] bool ready() const { return m_group.has_value(); }
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] QString planTitle() const;
    [[nodiscard]] QString title() const;
    /** The staff's words. */
    [[nodiscard]] bool staffs() const
    {
        return !m_open.empty() && m_open.back().item->voice == catalogue::Voice::Staff;
    }
    [[nodiscard]] bool forStaff() const { return m.session.isStaff(); }
    [[nodiscard]] QString residentName() const { return m.session.residentName(); }
    /** Also while it is full. */
    [[nodiscard]] bool mayAdd() const { return m_group && m_group->mayAdd; }
    [[nodiscard]] bool full() const { return m_group && m_group->full; }
    /** Something was done here on this visit, and it is on disk. */
    [[nodiscard]] bool saved() const { return m_saved && m_problem == Problem::None; }
    [[nodiscard]] bool mayArrange() const;
    /** Each entry has its buttons. */
    [[nodiscard]] bool arranging() const { return m_arranging && mayArrange(); }
    /** The first words of what was taken out last, until something else is done; empty: nothing to undo. */
    [[nodiscard]] QString undoable() const { return m_undo ? m_undoWords : QString(); }
    [[nodiscard]] bool showsGone() const { return m_showsGone; }
    [[nodiscard]] GroupEntryModel *entries() { return &m_entries; }
    [[nodiscard]] GoneGroupEntryModel *gone() { return &m_gone; }

    /** The page of a new entry. Nothing is on disk before the first word in it. */
    Q_INVOKABLE void add();
    Q_INVOKABLE void openEntry(int row);
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
    /** What stands in a row of `gone`. */
    Q_INVOKABLE void openGone(int row);
    /** "Gælder igen"; a row of `gone`. */
    Q_INVOKABLE void bringBack(int row);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();
    /** A command is on disk, or it is not. */
    void wrote(trivsel::app::Problem problem);
    void entryWanted(const trivsel::catalogue::Item &group, const trivsel::engine::FieldAt &at);
    void planWanted();

private:
    struct Open
    {
        const catalogue::Item *item = nullptr; // of m_definition
        std::vector<EntityId> within;
    };
    struct Task // whose plan, by whom: as it is when the tap comes
    {
        PersonId resident;
        engine::Who who;
        std::string url;
    };
    [[nodiscard]] std::optional<Task> task() const;
    [[nodiscard]] engine::FieldAt at(const EntityId &entry) const;
    using Work = std::function<Status(engine::Engine &, const Task &)>;
    /** One at a time; a tap meanwhile does nothing. */
    void run(Work work, std::optional<EntityId> undo = {}, const QString &undoWords = {});
    void move(int row, bool up);
    void comeBack(const EntityId &id);
    void quiet();
    void update();
    [[nodiscard]] QString firstWords(const engine::GroupEntryShown &entry) const;
    [[nodiscard]] const engine::GroupEntryShown *nth(int row, bool holding) const;
    [[nodiscard]] QString words(const catalogue::Localized &text) const;

    Context m;
    catalogue::DefinitionPtr m_definition;
    std::vector<Open> m_open; // the innermost is shown
    std::optional<engine::GroupShown> m_group;
    GroupEntryModel m_entries;
    GoneGroupEntryModel m_gone;
    std::optional<EntityId> m_undo;
    QString m_undoWords;
    bool m_busy = false;
    bool m_saved = false;
    bool m_arranging = false;
    bool m_showsGone = false;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
