#pragma once

#include "app/viewmodels/context.h"

#include <QTimer>

namespace trivsel::app {

/**
 * Six digits let somebody of the staff in: their own code, the shift's code, or none in an emergency.
 * Checking takes its time on the engine's worker; the page stays alive meanwhile. The digits never reach QML.
 * UI thread.
 */
class SignInViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.signIn")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(bool shift READ shift NOTIFY changed FINAL)
    Q_PROPERTY(QString besideName READ besideName NOTIFY changed FINAL)
    Q_PROPERTY(bool beside READ beside NOTIFY changed FINAL)
    Q_PROPERTY(int written READ written NOTIFY changed FINAL)
    Q_PROPERTY(int needed READ needed CONSTANT FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(bool refused READ refused NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool mayOpenInEmergency READ mayOpenInEmergency NOTIFY changed FINAL)
    Q_PROPERTY(bool asksEmergency READ asksEmergency NOTIFY changed FINAL)

public:
    enum class State {
        Ready,
        Checking,
        Wrong,
        WrongWaiting, // and no try for a while
        Waiting,      // from earlier tries
        TryAgain,     // the wait is over
        NoCode,
        NotHere,
        Failed, // `problem`
    };
    Q_ENUM(State)

    explicit SignInViewModel(const Context &context, QObject *parent = nullptr);
    ~SignInViewModel() override;

    /** Opens the page for this person's own code. */
    void askFor(const engine::StaffMember &member);
    /** Opens the page for the shift's code. */
    void askForShiftCode();
    /** On a staff device a resident writes beside somebody of the staff: who, and then the resident's page.
     */
    void askBeside(const engine::Tile &tile);

    [[nodiscard]] QString name() const;
    [[nodiscard]] bool shift() const { return m_member.id.isNull(); }
    [[nodiscard]] bool beside() const { return m_beside.has_value(); }
    /** The resident whose page opens afterwards; may be empty. */
    [[nodiscard]] QString besideName() const;
    [[nodiscard]] int written() const { return static_cast<int>(m_code.size()); }
    [[nodiscard]] int needed() const;
    [[nodiscard]] State state() const { return m_state; }
    /** No code is taken right now. */
    [[nodiscard]] bool waiting() const { return m_state == State::Waiting || m_state == State::WrongWaiting; }
    /** Not for the code's sake. */
    [[nodiscard]] bool refused() const { return m_state == State::NotHere || m_state == State::Failed; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    /** A device that staff carry. No wait hides it. */
    [[nodiscard]] bool mayOpenInEmergency() const { return m.session.onStaffDevice() && !shift(); }
    [[nodiscard]] bool asksEmergency() const { return m_asksEmergency; }

    /** 0–9; the last digit begins the checking. Nothing while it checks or waits. */
    Q_INVOKABLE void addDigit(int digit);
    Q_INVOKABLE void erase();
    /** Says first what *Åbn i nødsituation* does. */
    Q_INVOKABLE void askEmergency();
    Q_INVOKABLE void openInEmergency();
    /** From the question about the emergency to the code, from the code to the list. */
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void open(engine::StaffMember member);
    void forget();
    void submit();
    void readWait();
    void wait(State state, std::int64_t ms);
    void onAnswer(int visit, const engine::SignInAnswer &answer);
    void enter(const engine::SignInSnapshot &stay);
    void set(State state, Problem problem = Problem::None);

    Context m;
    engine::StaffMember m_member; // null id: the shift's code
    std::optional<engine::Tile> m_beside;
    std::string m_code; // digits so far; wiped when they are handed over
    State m_state = State::Ready;
    Problem m_problem = Problem::None;
    bool m_asksEmergency = false;
    QTimer m_wait;
    int m_visit = 0; // answers to an earlier visit let nobody in
};

} // namespace trivsel::app
