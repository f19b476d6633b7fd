#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/form_session.h"
#include "app/viewmodels/signature.h"

#include <functional>

namespace trivsel::app {

/**
 * Writing a text on a page of its own: an answer in a form, a field of a plan, a new text in place of two
 * versions. Every key goes to disk at once; while one write is under way the newest text waits for its turn.
 */
class WriteViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.write")
    Q_PROPERTY(Voice voice READ voice NOTIFY opened FINAL)
    Q_PROPERTY(Purpose purpose READ purpose NOTIFY opened FINAL)
    Q_PROPERTY(QString title READ title NOTIFY opened FINAL)
    Q_PROPERTY(QString help READ help NOTIFY opened FINAL)
    Q_PROPERTY(trivsel::app::Signature signature READ signature NOTIFY opened FINAL)
    Q_PROPERTY(bool longText READ longText NOTIFY opened FINAL)
    Q_PROPERTY(bool date READ date NOTIFY opened FINAL)
    Q_PROPERTY(QString dateWords READ dateWords NOTIFY textChanged FINAL)
    Q_PROPERTY(bool hasHistory READ hasHistory NOTIFY opened FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY savedChanged FINAL)
    Q_PROPERTY(bool tooLong READ tooLong NOTIFY savedChanged FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY savedChanged FINAL)
    Q_PROPERTY(QString newer READ newer NOTIFY newerChanged FINAL)
    Q_PROPERTY(trivsel::app::Signature newerSignature READ newerSignature NOTIFY newerChanged FINAL)

public:
    enum class Voice { Nobody, Resident, Staff };
    Q_ENUM(Voice)
    enum class Purpose { Answer, Field, Rewrite };
    Q_ENUM(Purpose)

    /** What is written, and where it goes. */
    struct Task
    {
        Purpose purpose = Purpose::Answer;
        Voice voice = Voice::Nobody;
        QString title;
        QString help;
        Signature signature; // how it will be signed
        bool longText = true;
        bool date = false; // the text is a day, "2026-10-16"
        QString text;
        /** Writes the text down; empty when nothing is kept before `done`. */
        using Save = std::function<Status(engine::Engine &, const std::string &)>;
        Save save;
        /** After the last text is down and the page has gone. */
        std::function<void(const QString &)> done;
        /** A Rewrite was put aside: its text waits as a draft. */
        std::function<void(const QString &)> aside;
        /** Opens the earlier versions; empty when there is nothing to look at. */
        std::function<void()> history;
    };

    WriteViewModel(const Context &context, FormSession &form, QObject *parent = nullptr);

    void open(Task task);
    void openAnswer(const catalogue::Item &item, const QString &title, const QString &help);
    /** A version that arrived while this one was being written; shown beside it, never swapped in. */
    void offerNewer(const QString &text, const Signature &signature);
    /**
     * The page is left without a tap: covered or locked. What was typed goes the same way as at back().
     */
    void leave();
    /** Their page can be read again: what could not be saved is tried anew. */
    void tryAgain();
    /** Nobody sits here any more: whatever is open closes, without `done`. */
    void drop() { static_cast<void>(close()); }

    [[nodiscard]] Voice voice() const { return m_task.voice; }
    [[nodiscard]] Purpose purpose() const { return m_task.purpose; }
    [[nodiscard]] QString title() const { return m_task.title; }
    [[nodiscard]] QString help() const { return m_task.help; }
    [[nodiscard]] Signature signature() const { return m_task.signature; }
    [[nodiscard]] bool longText() const { return m_task.longText; }
    [[nodiscard]] bool date() const { return m_task.date; }
    /** "torsdag den 16. oktober"; empty when no day is chosen. */
    [[nodiscard]] QString dateWords() const { return m.format.dateWords(m_task.text); }
    [[nodiscard]] bool hasHistory() const { return static_cast<bool>(m_task.history); }
    [[nodiscard]] QString text() const { return m_task.text; }
    /** What stands here is on disk, and something was written. */
    [[nodiscard]] bool saved() const;
    [[nodiscard]] bool tooLong() const;
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] QString newer() const { return m_newer; }
    [[nodiscard]] Signature newerSignature() const { return m_newerSignature; }

    Q_INVOKABLE void setText(const QString &text);
    /** Moves the day; from today when none is chosen. Both 0: today. */
    Q_INVOKABLE void moveDate(int days, int months);
    Q_INVOKABLE void finish();
    /** "Tilbage": as finish(), but a new text in place of two versions is nobody's yes: it is put aside. */
    Q_INVOKABLE void back();
    Q_INVOKABLE void openHistory();

Q_SIGNALS:
    void opened();
    void textChanged();
    void savedChanged();
    void newerChanged();

private:
    void saveNow();
    void putAside();
    /** What was left behind without being saved: it waits here for its writer's page. */
    struct Refused
    {
        engine::Who who;
        PersonId resident; // whose page
        Task::Save save;
        std::string text;
        bool again = false;
    };
    /** Hands over what is not handed over yet, without waiting. */
    void postLast();
    void post(Refused last);
    /** Nothing of the text stays in memory. */
    Task close();

    Context m;
    FormSession &m_form;
    Task m_task;
    std::vector<Refused> m_refused;
    QString m_newer;
    Signature m_newerSignature;
    Problem m_problem = Problem::None;
    int m_visit = 0;
    bool m_open = false;
    bool m_touched = false;
    bool m_dirty = false;   // not handed to the core yet
    bool m_writing = false; // handed over, not on disk yet
    bool m_finishing = false;
};

} // namespace trivsel::app
