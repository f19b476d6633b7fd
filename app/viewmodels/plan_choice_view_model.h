#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/plan_cell.h"

#include <functional>

namespace trivsel::app {

/** words, chosen */
class PlanOptionModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit PlanOptionModel(QObject *parent = nullptr) : ListModel({"words", "chosen"}, parent) {}
};

/** A field of a plan with answers to choose from, on a page of its own. A tap is on disk before the answer
 * shows as chosen; it becomes part of the plan when the page is left. */
class PlanChoiceViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.planChoice")
    Q_PROPERTY(QString planTitle READ planTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString question READ question NOTIFY changed FINAL)
    Q_PROPERTY(QString help READ help NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::Signature signature READ signature NOTIFY changed FINAL)
    Q_PROPERTY(bool forStaff READ forStaff NOTIFY changed FINAL)
    Q_PROPERTY(bool anyChosen READ anyChosen NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(bool hasHistory READ hasHistory NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PlanOptionModel *options READ options CONSTANT FINAL)

public:
    explicit PlanChoiceViewModel(const Context &context, QObject *parent = nullptr);

    /** `done` after the page has gone; `history` opens the earlier answers, empty when there are none. */
    void open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
              const engine::FieldShown &shown, std::function<void()> done, std::function<void()> history);
    /** The plan is left, or the page is covered: nothing stays in memory. */
    void close();

    [[nodiscard]] QString planTitle() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] Signature signature() const;
    [[nodiscard]] bool forStaff() const { return m.session.isStaff(); }
    [[nodiscard]] bool anyChosen() const { return !m_code.empty(); }
    /** Something was chosen here, and it is on disk. */
    [[nodiscard]] bool saved() const { return m_saved && m_problem == Problem::None; }
    [[nodiscard]] bool hasHistory() const { return static_cast<bool>(m_history); }
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] PlanOptionModel *options() { return &m_options; }

    Q_INVOKABLE void choose(int row);
    /** None of them. */
    Q_INVOKABLE void clear() { put({}); }
    Q_INVOKABLE void openHistory();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void put(const domain::Choice &choice);
    void update();
    [[nodiscard]] QString words(const catalogue::Localized &text) const;

    Context m;
    catalogue::DefinitionPtr m_definition;
    const catalogue::Item *m_item = nullptr; // of m_definition
    engine::FieldAt m_at;
    std::string m_code; // chosen
    std::function<void()> m_done;
    std::function<void()> m_history;
    PlanOptionModel m_options;
    bool m_busy = false;
    bool m_saved = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
