#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/plan_cell.h"

namespace trivsel::app {

/** words, mark (Signature), kind (HistoryViewModel.Mark), mine (the resident's words) */
class HistoryModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit HistoryModel(QObject *parent = nullptr) : ListModel({"words", "mark", "kind", "mine"}, parent) {}
};

/** Everything that was ever written in a field, newest first. Nothing is left out. */
class HistoryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.history")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::HistoryModel *versions READ versions CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class Mark { Written, Chosen, Rewritten, KeptBoth, Talk, Approved, Withdrawn, BroughtBack };
    Q_ENUM(Mark)

    explicit HistoryViewModel(const Context &context, QObject *parent = nullptr);

    void open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
              const engine::FieldAt &at);

    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] HistoryModel *versions() { return &m_versions; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void read();
    void show(const std::vector<merge::Version> &versions);

    Context m;
    std::string m_url;
    engine::FieldAt m_at;
    QString m_title;
    HistoryModel m_versions;
    bool m_ready = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
