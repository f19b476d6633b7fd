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

/**
 * What the open resident has answered and this viewer may read: a list of answers, and one of them in the
 * words that stood on the screen; never numbers. Follows the session. UI thread.
 */
class SavedAnswers : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::GivenModel *given READ given CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ReviewModel *answers READ answers CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ReviewModel *forOthers READ forOthers CONSTANT FINAL)
    Q_PROPERTY(bool hasOlder READ hasOlder NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString day READ day NOTIFY changed FINAL)
    Q_PROPERTY(QString about READ about NOTIFY changed FINAL)
    Q_PROPERTY(bool notToday READ notToday NOTIFY changed FINAL)
    Q_PROPERTY(QString writtenBy READ writtenBy NOTIFY changed FINAL)
    Q_PROPERTY(QString readers READ readers NOTIFY changed FINAL)

public:
    /** Rows of the list before "Vis ældre". */
    static constexpr std::size_t kRows = 8;

    explicit SavedAnswers(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] GivenModel *given() { return &m_given; }
    [[nodiscard]] ReviewModel *answers() { return &m_answers; }
    /** The same, as others may see it: what somebody skips is nobody else's business. */
    [[nodiscard]] ReviewModel *forOthers() { return &m_forOthers; }
    [[nodiscard]] bool hasOlder() const { return m_limit < m_responses.size(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString day() const;
    [[nodiscard]] QString about() const;
    [[nodiscard]] bool notToday() const;
    /** Name of who tapped, when it was not the resident. */
    [[nodiscard]] QString writtenBy() const;
    /** Names of all who may read it. */
    [[nodiscard]] QString readers() const;
    [[nodiscard]] const std::optional<engine::ResponseShown> &shown() const { return m_shown; }

    Q_INVOKABLE void show(int row);
    Q_INVOKABLE void showOlder();

Q_SIGNALS:
    void changed();

private:
    void update();
    void fillGiven();
    void fillAnswers();
    void readDefinition();
    [[nodiscard]] ListRow answerRow(const engine::Shown &answer) const;

    Context m;
    GivenModel m_given;
    ReviewModel m_answers;
    ReviewModel m_forOthers;
    std::vector<engine::ResponseShown> m_responses;
    std::size_t m_limit = kRows;
    std::optional<engine::ResponseShown> m_shown;
    catalogue::DefinitionPtr m_definition; // the one that the shown answer was given under
};

} // namespace trivsel::app
