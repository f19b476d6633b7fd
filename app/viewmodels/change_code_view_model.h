#pragma once

#include "app/viewmodels/context.h"

#include <QTimer>

namespace trivsel::app {

/**
 * *Skift din kode*: the code in use, the new one, and the new one once more. The digits never reach QML.
 * UI thread.
 */
class ChangeCodeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.changeCode")
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(Note note READ note NOTIFY changed FINAL)
    Q_PROPERTY(int written READ written NOTIFY changed FINAL)
    Q_PROPERTY(int needed READ needed CONSTANT FINAL)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class Step { InUse, Chosen, Again, Done };
    Q_ENUM(Step)
    enum class Note {
        None,
        Checking,
        Wrong,        // the code in use
        WrongWaiting, // and no try for a while
        Waiting,      // from earlier tries
        TryAgain,     // the wait is over
        Same,         // as the one in use
        Obvious,      // anybody would try it first
        ShiftCode,
        Differs, // the second time were others
        NotNow,  // this device must meet the office first
        Failed,  // `problem`
    };
    Q_ENUM(Note)

    explicit ChangeCodeViewModel(const Context &context, QObject *parent = nullptr);
    ~ChangeCodeViewModel() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Note note() const { return m_note; }
    [[nodiscard]] int written() const { return static_cast<int>(m_code.size()); }
    [[nodiscard]] int needed() const;
    /** No code is taken right now. */
    [[nodiscard]] bool waiting() const { return m_note == Note::Waiting || m_note == Note::WrongWaiting; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    /** 0–9; the sixth one goes on. Nothing while it checks or waits. */
    Q_INVOKABLE void addDigit(int digit);
    Q_INVOKABLE void erase();
    /** One step back; from the first and the last one to the page before. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void forget();
    void set(Step step, Note note = Note::None, Problem problem = Problem::None);
    void wait(Note note, std::int64_t ms);
    void readWait();
    void next();
    void takeChosen();
    void submit();
    void onAnswer(int visit, const engine::CodeChangeAnswer &answer);

    Context m;
    std::string m_code; // digits so far; this and the next two are wiped when the page is left
    std::string m_inUse;
    std::string m_chosen;
    Step m_step = Step::InUse;
    Note m_note = Note::None;
    Problem m_problem = Problem::None;
    QTimer m_wait;
    int m_visit = 0; // answers to an earlier visit change no page
};

} // namespace trivsel::app
