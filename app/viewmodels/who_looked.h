#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/problem.h"

namespace trivsel::app {

/** day (in words; empty: not known), looker (WhoLooked.Looker), reason (WhoLooked.Reason), what
 * (WhoLooked.What), times, doubtful */
class LookModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit LookModel(QObject *parent = nullptr)
        : ListModel({"day", "looker", "reason", "what", "times", "doubtful"}, parent)
    {
    }
};

/** "Hvem har kigget": by day, kind of person and plain reason; for the resident alone, and only when asked for.
 * Reading it is on the core thread, this on the UI thread. */
class WhoLooked : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::LookModel *looks READ looks CONSTANT FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(bool hasOlder READ hasOlder NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    /** Lines before "Vis ældre". */
    static constexpr std::size_t kRows = 20;
    // As in proto/domain/audit_entry.h, which QML does not see.
    enum class Looker { Staff, Leader, Office, Guest, Unknown };
    Q_ENUM(Looker)
    enum class Reason {
        Conversation,
        Plan,
        Today,
        Answers,
        Handover,
        Safety,
        Shift,
        Emergency,
        OfficeWork, // QML knows no scope: Looker has an Office
        Order,
        Other
    };
    Q_ENUM(Reason)
    enum class What { Read, Searched, Printed, Exported, ChangedAccess };
    Q_ENUM(What)

    explicit WhoLooked(const Context &context, QObject *parent = nullptr);

    void read();
    /** Nothing of it stays in memory. */
    void forget();

    [[nodiscard]] LookModel *looks() { return &m_looks; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool hasOlder() const { return m_limit < m_all.size(); }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void showOlder();

Q_SIGNALS:
    void changed();

private:
    void fill();

    Context m;
    LookModel m_looks;
    std::vector<domain::Look> m_all;
    std::size_t m_limit = kRows;
    bool m_ready = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
