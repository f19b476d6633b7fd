#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/problem.h"

namespace trivsel::app {

class WriteViewModel;

/** "Jeg ser det anderledes": the resident's own words beside a line of a reply or staff's words in a plan.
 * Every key is on disk; it is saved when the resident has looked it through. UI thread. */
class OwnView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString line READ line NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString names READ names NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    OwnView(const Context &context, WriteViewModel &writer, QObject *parent = nullptr);

    /** Beside these, which read `words`; `title` and `help` stand on the page on which it is written. */
    void begin(const engine::StaffWords &beside, const QString &words, const QString &title,
               const QString &help);
    /** Looked through another time: what was written stays. */
    void putAside();

    /** Something was written and is looked through. */
    [[nodiscard]] bool isOpen() const { return m_open; }
    /** What staff wrote. */
    [[nodiscard]] QString line() const { return m_words; }
    [[nodiscard]] QString text() const { return m_text; }
    /** Whoever will read it. */
    [[nodiscard]] QString names() const;
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void change();
    Q_INVOKABLE void throwAway();
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();
    /** It stands beside staff's words now. */
    void saved();

private:
    void write();
    /** What lies on disk; shown when there is something. */
    void read(bool thenWrite);
    using Work = std::function<Status(engine::Engine &, const PersonId &, const engine::Who &,
                                      const engine::StaffWords &)>;
    void run(Work work, bool saves);

    Context m;
    WriteViewModel &m_writer;
    engine::StaffWords m_beside;
    QString m_words;
    QString m_title;
    QString m_help;
    QString m_text;
    StreamKind m_readers{};
    bool m_open = false;
    bool m_busy = false;
    int m_visit = 0;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
