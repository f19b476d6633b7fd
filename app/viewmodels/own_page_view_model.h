#pragma once

#include "app/viewmodels/review_view_model.h"

namespace trivsel::app {

/** title, about (name, may be empty), day, chosen */
class GivenModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit GivenModel(QObject *parent = nullptr) : ListModel({"title", "about", "day", "chosen"}, parent) {}
};

/** "Mine svar": the newest answer of each kind, in the words that stood on the screen; never numbers. */
class OwnPageViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.ownPage")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::GivenModel *given READ given CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ReviewModel *answers READ answers CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString day READ day NOTIFY changed FINAL)
    Q_PROPERTY(QString about READ about NOTIFY changed FINAL)
    Q_PROPERTY(bool notToday READ notToday NOTIFY changed FINAL)
    Q_PROPERTY(QString writtenBy READ writtenBy NOTIFY changed FINAL)
    Q_PROPERTY(QString readers READ readers NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    explicit OwnPageViewModel(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m.session.snapshot().has_value(); }
    [[nodiscard]] GivenModel *given() { return &m_given; }
    [[nodiscard]] ReviewModel *answers() { return &m_answers; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString day() const;
    [[nodiscard]] QString about() const;
    [[nodiscard]] bool notToday() const;
    /** Name of who tapped, when it was not the resident. */
    [[nodiscard]] QString writtenBy() const;
    /** Names of all who may read it. */
    [[nodiscard]] QString readers() const;
    /** "Vil du trække svaret tilbage?" stands on the page. */
    [[nodiscard]] bool asking() const { return m_asking; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void show(int row);
    Q_INVOKABLE void askWithdraw();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void withdraw();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    using ResponsePtr = std::shared_ptr<const engine::ResponseShown>;

    void update();
    void fillAnswers();
    void readDefinition();
    [[nodiscard]] ListRow answerRow(const engine::Shown &answer) const;

    Context m;
    GivenModel m_given;
    ReviewModel m_answers;
    std::vector<engine::ResponseShown> m_latest;
    std::optional<engine::ResponseShown> m_shown;
    catalogue::DefinitionPtr m_definition; // the one that the shown answer was given under
    bool m_asking = false;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
