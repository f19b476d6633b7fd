#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/problem.h"

namespace trivsel::app {

class PlanViewModel;
class ReplyViewModel;

/** For lists of residents: by name, those without one last. */
[[nodiscard]] bool byName(const engine::Tile &a, const engine::Tile &b);

/** title, line (plan and field of what waits; empty for a resident), talk (they will take it up together) */
class StaffRowModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit StaffRowModel(QObject *parent = nullptr) : ListModel({"title", "line", "talk"}, parent) {}
};

/** name (of the resident), form (what was answered; empty: a samtale), about (name; only on a device of the
 * staff's own), day */
class OpenFeedbackModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit OpenFeedbackModel(QObject *parent = nullptr)
        : ListModel({"name", "form", "about", "day"}, parent)
    {
    }
};

/** "I dag", in simple form: the residents, and the fields that have two versions. No scores, nothing coloured
 * as late. */
class StaffViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.staff")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString homeName READ homeName NOTIFY changed FINAL)
    Q_PROPERTY(QString today READ today NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::StaffRowModel *residents READ residents CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::StaffRowModel *waiting READ waiting CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OpenFeedbackModel *feedback READ feedback CONSTANT FINAL)
    Q_PROPERTY(bool waitingKnown READ waitingKnown NOTIFY changed FINAL)
    Q_PROPERTY(bool leaseExpired READ leaseExpired NOTIFY changed FINAL)
    Q_PROPERTY(OwnCode ownCode READ ownCode NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    /** The code that they chose themselves: with the office, only here so far, or not taken. */
    enum class OwnCode { Settled, HereOnly, Refused };
    Q_ENUM(OwnCode)

    StaffViewModel(const Context &context, PlanViewModel &plan, ReplyViewModel &reply,
                   QObject *parent = nullptr);

    [[nodiscard]] QString name() const { return m.session.staffName(); }
    [[nodiscard]] QString homeName() const;
    [[nodiscard]] QString today() const { return m.format.today(); }
    [[nodiscard]] StaffRowModel *residents() { return &m_residents; }
    [[nodiscard]] StaffRowModel *waiting() { return &m_waiting; }
    /** What residents have said, and nobody has replied to. */
    [[nodiscard]] OpenFeedbackModel *feedback() { return &m_feedback; }
    [[nodiscard]] bool waitingKnown() const { return m_waitingKnown; }
    /** Seven days without the office: staff write, and read nothing. */
    [[nodiscard]] bool leaseExpired() const { return m.session.leaseExpired(); }
    [[nodiscard]] OwnCode ownCode() const;
    /** Also why what was tapped here could not be opened. */
    [[nodiscard]] Problem problem() const;

    Q_INVOKABLE void openResident(int row);
    Q_INVOKABLE void openWaiting(int row);
    Q_INVOKABLE void openFeedback(int row);
    Q_INVOKABLE void changeCode();
    Q_INVOKABLE void lock();
    /** Locks, and shows the list of the staff for the next one. */
    Q_INVOKABLE void switchPerson();

Q_SIGNALS:
    void changed();

private:
    void update();
    void readWaiting();
    void readFeedback();
    [[nodiscard]] ListRow waitingRow(const engine::WaitingField &field) const;

    Context m;
    PlanViewModel &m_plan;
    ReplyViewModel &m_reply;
    OpenFeedbackModel m_feedback;
    std::vector<engine::OpenFeedback> m_open;
    StaffRowModel m_residents;
    StaffRowModel m_waiting;
    std::vector<engine::Tile> m_tiles; // by name, those without one last
    std::vector<engine::WaitingField> m_fields;
    bool m_waitingKnown = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
