#pragma once

#include "app/viewmodels/form_session.h"
#include "app/viewmodels/list_model.h"
#include "app/viewmodels/question_view_model.h"

namespace trivsel::app {

/** label, words, face (0 none), state (ReviewViewModel.State), note (asked here, not as a question of its
 * own) */
class ReviewModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit ReviewModel(QObject *parent = nullptr)
        : ListModel({"label", "words", "face", "state", "note"}, parent)
    {
    }
};

/** who (ReviewViewModel.Readers), names, chosen */
class ReaderModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit ReaderModel(QObject *parent = nullptr) : ListModel({"who", "names", "chosen"}, parent) {}
};

/** "Se dine svar igennem" and "Hvem må læse det?". The save button names everyone who will read. */
class ReviewViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.review")
    Q_PROPERTY(trivsel::app::ReviewModel *answers READ answers CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ReaderModel *readers READ readers CONSTANT FINAL)
    Q_PROPERTY(Readers chosen READ chosen NOTIFY changed FINAL)
    Q_PROPERTY(QString chosenNames READ chosenNames NOTIFY changed FINAL)
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY changed FINAL)
    Q_PROPERTY(Usual usual READ usual NOTIFY changed FINAL)
    Q_PROPERTY(bool answered READ answered NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(bool unnamed READ unnamed NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class State { Untouched, Answered, Skipped, DontKnow, NotApplicable };
    Q_ENUM(State)
    /** Self: staff. WhomIShow: for the resident's own eyes, and shown by them to whom they choose. */
    enum class Readers { Nobody, Chosen, Team, Self, OnlyMe, WhomIShow };
    Q_ENUM(Readers)

    /** What *Sådan vil jeg have det* has to do with what is chosen: nothing; it is what was said there; or
     * *kun mig* was said there, and cannot be chosen before the pictures were given. */
    enum class Usual { None, AsSaid, Closed };
    Q_ENUM(Usual)

    ReviewViewModel(const Context &context, FormSession &form, QuestionViewModel &question,
                    WriteViewModel &writer, QObject *parent = nullptr);

    [[nodiscard]] ReviewModel *answers() { return &m_answers; }
    [[nodiscard]] ReaderModel *readers() { return &m_readers; }
    [[nodiscard]] Readers chosen() const;
    [[nodiscard]] Usual usual() const;
    [[nodiscard]] QString chosenNames() const;
    [[nodiscard]] int chosenCount() const;
    /** Something was answered. */
    [[nodiscard]] bool answered() const;
    [[nodiscard]] bool canSave() const;
    /** In a round: nobody's, so nobody is chosen to read it. */
    [[nodiscard]] bool unnamed() const { return m_form.unnamed(); }
    /** "Smid kladden væk?" stands on the page. */
    [[nodiscard]] bool asking() const { return m_asking; }
    [[nodiscard]] Problem problem() const { return m_form.problem(); }

    /** Opens the question, or the writing page for one that is asked here. */
    Q_INVOKABLE void change(int row);
    Q_INVOKABLE void chooseReaders(int row);
    Q_INVOKABLE void save();
    Q_INVOKABLE void askThrowAway();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void throwAway();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    struct Reader
    {
        Readers who;
        StreamKind stream;
        QStringList names;
    };
    [[nodiscard]] std::vector<Reader> offered() const;
    [[nodiscard]] const Reader *current(const std::vector<Reader> &offered) const;
    [[nodiscard]] ListRow answerRow(const catalogue::Item &item, bool note) const;
    void update();
    void leave();

    Context m;
    FormSession &m_form;
    QuestionViewModel &m_question;
    WriteViewModel &m_writer;
    ReviewModel m_answers;
    ReaderModel m_readers;
    bool m_asking = false;
    bool m_showsIt = false; // of the two rows that only the resident can read, the second was tapped
};

/** What a row of answers says of it; null: nothing was tapped. */
[[nodiscard]] ReviewViewModel::State answerState(const engine::Shown *answer);

} // namespace trivsel::app
