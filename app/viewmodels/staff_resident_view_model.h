#pragma once

#include "app/viewmodels/resident_view_model.h"

namespace trivsel::app {

/**
 * One resident's page for staff: the plans and the forms that staff fill in. Answers are not shown here on a
 * shared tablet: without codes anybody could read them.
 */
class StaffResidentViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.staffResident")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::EntryModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(int twoVersions READ twoVersions NOTIFY changed FINAL)

public:
    StaffResidentViewModel(const Context &context, BeginViewModel &begin, PlanViewModel &plan,
                           QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m.session.isStaff() && m.session.snapshot(); }
    [[nodiscard]] Problem problem() const { return m.session.problem(); }
    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] EntryModel *entries() { return &m_entries; }
    [[nodiscard]] int twoVersions() const;

    Q_INVOKABLE void openEntry(int row);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] bool offered(const catalogue::Definition &definition) const;

    Context m;
    BeginViewModel &m_begin;
    PlanViewModel &m_plan;
    std::vector<catalogue::DefinitionPtr> m_list;
    EntryModel m_entries;
};

} // namespace trivsel::app
