#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

class PlanViewModel;

/** title, day (words were written last; empty: nothing was), several (two versions wait), struck (an
 * entry was taken out by one while another wrote in it), waitsForYes */
class OwnPlanModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit OwnPlanModel(QObject *parent = nullptr)
        : ListModel({"title", "day", "several", "struck", "waitsForYes"}, parent)
    {
    }
};

/** "Mine planer" on *Min side*: each plan that opens on a resident's page. Which there are follows from the
 * definitions. Follows the session. UI thread. */
class OwnPlans : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::OwnPlanModel *rows READ rows CONSTANT FINAL)

public:
    OwnPlans(const Context &context, PlanViewModel &plan, QObject *parent = nullptr);

    [[nodiscard]] OwnPlanModel *rows() { return &m_rows; }

    /** The plan itself. */
    Q_INVOKABLE void open(int row);

private:
    void update();

    Context m;
    PlanViewModel &m_plan;
    std::vector<catalogue::DefinitionPtr> m_definitions; // by row
    OwnPlanModel m_rows;
};

} // namespace trivsel::app
