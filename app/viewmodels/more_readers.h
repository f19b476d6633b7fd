#pragma once

#include "app/viewmodels/saved_answers.h"

namespace trivsel::app {

/** "Lad flere læse det": more people for the answer that is shown, by its resident. It takes effect when the page is
 * left on which it was said; until then "Fortryd" leaves nothing of it. UI thread. */
class MoreReaders : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::ReaderModel *choices READ choices CONSTANT FINAL)
    Q_PROPERTY(bool offered READ offered NOTIFY changed FINAL)
    Q_PROPERTY(QString chosenNames READ chosenNames NOTIFY changed FINAL)
    Q_PROPERTY(bool done READ done NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    MoreReaders(const Context &context, const SavedAnswers &saved, QObject *parent = nullptr);

    /** The page is opened: nothing is chosen on it. */
    void open();
    /** The page is left, on purpose or not: what was said becomes a change. */
    void leave();

    /** Whoever could read it besides those who may already. */
    [[nodiscard]] ReaderModel *choices() { return &m_choices; }
    /** There is somebody to choose. */
    [[nodiscard]] bool offered() const { return !m_all.empty(); }
    /** Names of whom the choice adds; empty: nothing is chosen. */
    [[nodiscard]] QString chosenNames() const;
    /** It was said, and "Fortryd" still works. */
    [[nodiscard]] bool done() const { return m_done; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void agree();
    Q_INVOKABLE void undo();

Q_SIGNALS:
    void changed();

private:
    struct Choice
    {
        StreamKind stream;
        QStringList names; // whom it adds
    };
    void update();

    Context m;
    const SavedAnswers &m_saved;
    ReaderModel m_choices;
    std::vector<Choice> m_all;
    std::optional<StreamKind> m_chosen;
    EntityId m_answer; // what was said is about this one
    QString m_said;
    bool m_done = false;
    bool m_writing = false;
    int m_visit = 0; // what comes back for an earlier one is not shown
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
