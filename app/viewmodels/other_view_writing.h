#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/problem.h"

namespace trivsel::app {

class WriteViewModel;

/** "Jeg ser det anderledes": the resident's own words beside a line of a reply or staff's words in a plan.
 * Every key is on disk; it is saved when the resident has looked it through, and goes only after a question.
 * UI thread. */
class OtherViewWriting : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(Asking asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(QString line READ line NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString names READ names NOTIFY changed FINAL)
    Q_PROPERTY(bool alone READ alone NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool notSaved READ notSaved NOTIFY changed FINAL)

public:
    /** What is asked once more: what was written is thrown away, or what stands there is taken back. */
    enum class Asking { Nothing, ThrowAway, Withdraw };
    Q_ENUM(Asking)

    OtherViewWriting(const Context &context, WriteViewModel &writer, QObject *parent = nullptr);

    /** Beside these, which read `words`; `title` and `help` stand on the page on which it is written. */
    void begin(const engine::StaffWords &beside, const QString &words, const QString &title,
               const QString &help);
    /** About what was begun earlier, or stands there. */
    void askAbout(const engine::StaffWords &beside, Asking what);
    /** Looked through another time: what was written stays. */
    void putAside();
    /** One step: the question, then what is looked through. */
    void back();

    /** Something is looked through or asked about, and the page has nothing else. */
    [[nodiscard]] bool isOpen() const { return m_looking || m_asking != Asking::Nothing; }
    [[nodiscard]] Asking asking() const { return m_asking; }
    /** What staff wrote. */
    [[nodiscard]] QString line() const { return m_words; }
    [[nodiscard]] QString text() const { return m_text; }
    /** Whoever will read it. */
    [[nodiscard]] QString names() const;
    /** Nobody else will. */
    [[nodiscard]] bool alone() const;
    [[nodiscard]] Problem problem() const { return m_problem; }
    /** The problem is that it was not saved: what was written is still here. */
    [[nodiscard]] bool notSaved() const { return m_notSaved; }

    Q_INVOKABLE void change();
    Q_INVOKABLE void askThrowAway();
    Q_INVOKABLE void keep();
    /** Yes to what is asked. */
    Q_INVOKABLE void agree();
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();
    /** What stands beside staff's words is other than before, and it is on disk. */
    void saved();

private:
    void write();
    /** What lies on disk; shown when there is something. */
    void read(bool thenWrite);
    [[nodiscard]] std::vector<engine::StaffMember> readers() const;
    using Work = std::function<Status(engine::Engine &, const PersonId &, const engine::Who &,
                                      const engine::StaffWords &)>;
    enum class Does { ThrowAway, Withdraw, Save };
    void run(Work work, Does what);

    Context m;
    WriteViewModel &m_writer;
    engine::StaffWords m_beside;
    QString m_words;
    QString m_title;
    QString m_help;
    QString m_text;
    StreamKind m_readers{};
    bool m_looking = false;
    Asking m_asking = Asking::Nothing;
    bool m_busy = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
    bool m_notSaved = false;
};

} // namespace trivsel::app
