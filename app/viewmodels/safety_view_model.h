#pragma once

#include "app/viewmodels/signature.h"
#include "app/viewmodels/staff_view_model.h"

namespace trivsel::app {

/** section (empty but for its first row), label, text, signature, mine (the resident's own words) */
class SafetyRowModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit SafetyRowModel(QObject *parent = nullptr)
        : ListModel({"section", "label", "text", "signature", "mine"}, parent)
    {
    }
};

/**
 * What the shift's code and *Åbn i nødsituation* open: the safety plans, one resident at a time, to be read
 * and nothing else. Every plan that is opened is written down by the engine. UI thread.
 */
class SafetyViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.safety")
    Q_PROPERTY(bool emergency READ emergency NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::StaffRowModel *residents READ residents CONSTANT FINAL)
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString residentName READ residentName NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::SafetyRowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    explicit SafetyViewModel(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] bool emergency() const { return m.session.signedIn() == engine::SignInKind::Emergency; }
    [[nodiscard]] StaffRowModel *residents() { return &m_residents; }
    /** A resident was chosen. */
    [[nodiscard]] bool isOpen() const { return m_resident.has_value(); }
    /** May be empty. */
    [[nodiscard]] QString residentName() const;
    /** What there is has been read; no rows then means that there is nothing here. */
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] SafetyRowModel *rows() { return &m_rows; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void choose(int row);
    /** From the plan to the residents. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    using Plans = std::vector<std::pair<catalogue::DefinitionPtr, Result<engine::PlanSnapshot>>>;

    void listResidents();
    void close();
    void read();
    void show(const Plans &plans);
    /** An entry, a row; `heading` is used up by the first. */
    void addList(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                 const engine::ListShown &list, QString &heading, const QString &label,
                 std::vector<ListRow> &rows) const;
    /** As addList(), for the entries of a group: people to call, for instance. */
    void addGroup(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                  const engine::GroupShown &group, QString &heading, const QString &label,
                  std::vector<ListRow> &rows) const;
    void addRows(const catalogue::DefinitionPtr &definition, const engine::PlanSnapshot &plan,
                 std::vector<ListRow> &rows) const;

    Context m;
    std::vector<engine::Tile> m_tiles;
    StaffRowModel m_residents;
    std::optional<engine::Tile> m_resident;
    SafetyRowModel m_rows;
    bool m_ready = false;
    Problem m_problem = Problem::None;
    int m_visit = 0;
};

} // namespace trivsel::app
