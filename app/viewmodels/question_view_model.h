#pragma once

#include "app/viewmodels/form_session.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

/** text, face (1–5, 0 none), level (1 …), chosen */
class OptionModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit OptionModel(QObject *parent = nullptr) : ListModel({"text", "face", "level", "chosen"}, parent)
    {
    }
};

class WriteViewModel;

/** One question at a time. A choice shows as chosen when it is on disk, not before. */
class QuestionViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.question")
    Q_PROPERTY(Style style READ style NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::OptionModel *options READ options CONSTANT FINAL)
    Q_PROPERTY(int number READ number NOTIFY changed FINAL)
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString question READ question NOTIFY changed FINAL)
    Q_PROPERTY(QString help READ help NOTIFY changed FINAL)
    Q_PROPERTY(QString lowest READ lowest NOTIFY changed FINAL)
    Q_PROPERTY(QString highest READ highest NOTIFY changed FINAL)
    Q_PROPERTY(QString written READ written NOTIFY changed FINAL)
    Q_PROPERTY(QString dontKnowText READ dontKnowText NOTIFY changed FINAL)
    Q_PROPERTY(bool dontKnow READ dontKnow NOTIFY changed FINAL)
    Q_PROPERTY(QString notApplicableText READ notApplicableText NOTIFY changed FINAL)
    Q_PROPERTY(bool notApplicable READ notApplicable NOTIFY changed FINAL)
    Q_PROPERTY(bool answered READ answered NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(bool unnamed READ unnamed NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool canReadAloud READ canReadAloud NOTIFY canReadAloudChanged FINAL)
    Q_PROPERTY(bool reading READ reading NOTIFY readingChanged FINAL)

public:
    /** How the answers are shown: from the definition, and from how the resident likes to answer. */
    enum class Style { Faces, Steps, List, Words, Numbers, OnlyWords };
    Q_ENUM(Style)

    QuestionViewModel(const Context &context, FormSession &form, WriteViewModel &writer,
                      QObject *parent = nullptr);

    [[nodiscard]] Style style() const;
    [[nodiscard]] OptionModel *options() { return &m_options; }
    [[nodiscard]] int number() const { return m_at + 1; }
    [[nodiscard]] int total() const { return static_cast<int>(m_form.questions().size()); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString help() const;
    /** What 0 and 10 mean. */
    [[nodiscard]] QString lowest() const;
    [[nodiscard]] QString highest() const;
    [[nodiscard]] QString written() const;
    [[nodiscard]] QString dontKnowText() const;
    [[nodiscard]] bool dontKnow() const { return absent() == wire::v1::DONT_KNOW; }
    [[nodiscard]] QString notApplicableText() const;
    [[nodiscard]] bool notApplicable() const { return absent() == wire::v1::NOT_APPLICABLE; }
    /** Answered, also with "ved ikke"; skipped is not answered. */
    [[nodiscard]] bool answered() const;
    [[nodiscard]] bool saved() const;
    /** In a round: nothing is saved before the whole of it is. */
    [[nodiscard]] bool unnamed() const { return m_form.unnamed(); }
    [[nodiscard]] Problem problem() const { return m_form.problem(); }
    [[nodiscard]] bool reading() const { return m.voice.speaking(); }
    [[nodiscard]] bool canReadAloud() const;

    /** The question that is to stand there; past the last one the review page opens. */
    void show(int at);
    void turnTo(Navigator::Page page);
    /** From the review page and back to it. */
    void change(int at);

    /** The same choice once more takes it back. */
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void chooseDontKnow();
    Q_INVOKABLE void chooseNotApplicable();
    Q_INVOKABLE void write();
    /** "Næste", or "Spring over" while nothing is chosen. */
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    Q_INVOKABLE void pause();
    Q_INVOKABLE void readAloud();

Q_SIGNALS:
    void changed();
    void readingChanged();
    void canReadAloudChanged();

private:
    [[nodiscard]] const catalogue::Item *item() const;
    [[nodiscard]] wire::v1::Absent absent() const;
    /** What is read aloud of the question that stands there, and where a home's recording of it may lie. */
    [[nodiscard]] platform::Utterance aloud() const;
    void chooseAbsent(wire::v1::Absent why);
    void update();

    Context m;
    FormSession &m_form;
    WriteViewModel &m_writer;
    OptionModel m_options;
    int m_at = 0;
    bool m_fromReview = false;
    bool m_answersReadOut = false; // the long form is read once per sheet
};

} // namespace trivsel::app
