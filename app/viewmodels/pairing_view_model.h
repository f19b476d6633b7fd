#pragma once

#include "app/viewmodels/pairing_port.h"
#include "app/viewmodels/problem.h"

#include <QObject>
#include <QString>
#include <qqmlregistration.h>

namespace trivsel::app {

/** "Sæt tabletten op": the office's code is written or pasted, six digits are compared, and the tablet is of
 * the house. UI thread. */
class PairingViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.pairing")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(int written READ written NOTIFY changed FINAL)
    Q_PROPERTY(int needed READ needed CONSTANT FINAL)
    Q_PROPERTY(Fault fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString address READ address NOTIFY changed FINAL)
    Q_PROPERTY(bool addressReady READ addressReady NOTIFY changed FINAL)
    Q_PROPERTY(QString digits READ digits NOTIFY changed FINAL)
    Q_PROPERTY(QString homeName READ homeName NOTIFY changed FINAL)
    Q_PROPERTY(QString tabletName READ tabletName NOTIFY changed FINAL)
    Q_PROPERTY(Outcome outcome READ outcome NOTIFY changed FINAL)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    enum class Stage { Code, Address, Connecting, Compare, Ended };
    Q_ENUM(Stage)
    /** What is wrong with the text so far; nothing while it only is too short. */
    enum class Fault { None, Strange, TooLong, Mistyped, NotWhole, Newer };
    Q_ENUM(Fault)
    /** As pairing::Ending, for QML. */
    enum class Outcome {
        None,
        Done,
        WrongCode,
        CodeDead,
        OtherTablet,
        Declined,
        NotTheServer,
        Unreachable,
        Lost,
        NotSaved,
        TooOld,
    };
    Q_ENUM(Outcome)

    /** `port` may be null: then nothing can be started, as in tests of other pages. */
    explicit PairingViewModel(PairingPort *port, QObject *parent = nullptr);
    ~PairingViewModel() override;

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] int written() const;
    [[nodiscard]] int needed() const;
    [[nodiscard]] Fault fault() const { return m_fault; }
    [[nodiscard]] bool ready() const { return m_invitation.has_value(); }
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] bool addressReady() const;
    [[nodiscard]] QString digits() const { return m_digits; }
    [[nodiscard]] QString homeName() const { return m_homeName; }
    [[nodiscard]] QString tabletName() const { return m_tabletName; }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] int triesLeft() const { return m_triesLeft; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    Q_INVOKABLE void setText(const QString &text);
    Q_INVOKABLE void setAddress(const QString &address);
    /** From the code to the server, or to the question where that is. */
    Q_INVOKABLE void goOn();
    /** To the code again. It stays where it may still be good. */
    Q_INVOKABLE void again();

Q_SIGNALS:
    void changed();
    /** Everything is on the disk: the tablet can be opened. */
    void paired();

private:
    void connectTo(const pairing::Invitation &invitation);
    void onDigits(const pairing::ShowDigits &shown);
    void onEnded(const pairing::Ended &ended);

    PairingPort *m_port;
    Stage m_stage = Stage::Code;
    QString m_text;
    Fault m_fault = Fault::None;
    std::optional<pairing::Invitation> m_invitation;
    QString m_address;
    QString m_digits;
    QString m_homeName;
    QString m_tabletName;
    Outcome m_outcome = Outcome::None;
    int m_triesLeft = 0;
    bool m_shown = false; // the code, to the server
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
