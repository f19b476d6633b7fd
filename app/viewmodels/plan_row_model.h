#pragma once

#include "app/viewmodels/list_model.h"

namespace trivsel::app {

/** label, mine, staff (both PlanCell), shared (nobody's words, such as a date: stands in `mine`) */
class PlanRowModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit PlanRowModel(QObject *parent = nullptr) : ListModel({"label", "mine", "staff", "shared"}, parent)
    {
    }
};

} // namespace trivsel::app
