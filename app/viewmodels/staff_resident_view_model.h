#pragma once

#include "app/viewmodels/resident_view_model.h"

namespace trivsel::app {

/**
 * One resident's page for staff: the plans and the forms that staff fill in, and the way to the answers. On a
 * shared tablet no answers are shown: anybody could read them over a shoulder or without a code.
 */
class StaffResidentViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.staffResident")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::EntryModel *plans READ plans CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::EntryModel *forms READ forms CONSTANT FINAL)
    Q_PROPERTY(bool notAlong READ notAlong NOTIFY changed FINAL)
    Q_PROPERTY(bool showsAnswers READ showsAnswers NOTIFY changed FINAL)
    Q_PROPERTY(QString lastAnswer READ lastAnswer NOTIFY changed FINAL)
    Q_PROPERTY(bool mayResetPictures READ mayResetPictures NOTIFY changed FINAL)
    Q_PROPERTY(bool away READ away NOTIFY changed FINAL)
    Q_PROPERTY(QString awayUntil READ awayUntil NOTIFY changed FINAL)
    Q_PROPERTY(bool withoutTablet READ withoutTablet NOTIFY changed FINAL)
    Q_PROPERTY(QString saysSo READ saysSo NOTIFY changed FINAL)
    Q_PROPERTY(QString notAsked READ notAsked NOTIFY changed FINAL)
    Q_PROPERTY(int twoVersions READ twoVersions NOTIFY changed FINAL)

public:
    StaffResidentViewModel(const Context &context, BeginViewModel &begin, PlanViewModel &plan,
                           QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m.session.isStaff() && m.session.snapshot(); }
    [[nodiscard]] Problem problem() const { return m.session.problem(); }
    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] EntryModel *plans() { return &m_plans.rows; }
    /** What this member of staff answers about the resident. */
    [[nodiscard]] EntryModel *forms() { return &m_forms.rows; }
    /** Somebody's own phone, and this resident is not taken along on it: nothing of theirs is here. */
    [[nodiscard]] bool notAlong() const;
    /** Only on a device of the staff's own. */
    [[nodiscard]] bool showsAnswers() const;
    /** Form and day of the newest answer that this viewer may read; empty when there is none. */
    [[nodiscard]] QString lastAnswer() const;
    [[nodiscard]] int twoVersions() const;
    /** What the resident has said on *Sådan vil jeg have det*. */
    [[nodiscard]] bool away() const;
    [[nodiscard]] QString awayUntil() const; // empty: nobody knows
    [[nodiscard]] bool withoutTablet() const;
    /** Titles of the forms that they bring up themselves, and of those that nobody asks about any more. */
    [[nodiscard]] QString saysSo() const { return formsWith(domain::Asking::SaysSo); }
    [[nodiscard]] QString notAsked() const { return formsWith(domain::Asking::NoMore); }
    /** Of the team; the engine asks the access table. */
    [[nodiscard]] bool mayResetPictures() const { return ready() && m.session.isInTeam(); }

    Q_INVOKABLE void openPlan(int row);
    Q_INVOKABLE void openForm(int row);
    Q_INVOKABLE void openAnswers();
    Q_INVOKABLE void openReset();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    struct List
    {
        std::vector<catalogue::DefinitionPtr> definitions;
        EntryModel rows;
    };
    void update();
    [[nodiscard]] domain::Ways ways() const;
    [[nodiscard]] QString formsWith(domain::Asking said) const;
    void fill(List &list, catalogue::Kind kind) const;
    [[nodiscard]] bool offered(const catalogue::Definition &definition) const;

    Context m;
    BeginViewModel &m_begin;
    PlanViewModel &m_plan;
    List m_plans;
    List m_forms;
};

} // namespace trivsel::app
