#pragma once

#include "app/viewmodels/agreement_view_model.h"
#include "app/viewmodels/begin_view_model.h"
#include "app/viewmodels/reply_view_model.h"

namespace trivsel::app {

/** name, role (wire Role as a number), here */
class PresentModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit PresentModel(QObject *parent = nullptr) : ListModel({"name", "role", "here"}, parent) {}
};

/** title, about (name; empty: oneself), step (ConversationViewModel.Step) */
class StepModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit StepModel(QObject *parent = nullptr) : ListModel({"title", "about", "step"}, parent) {}
};

/**
 * A samtale: staff set it up, then the resident answers, sitting together or alone. Alone, the engine lends
 * the device to the resident before this page says so; staff's side comes back with a code only.
 */
class ConversationViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.conversation")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(bool offered READ offered NOTIFY changed FINAL)
    Q_PROPERTY(Standing standing READ standing NOTIFY changed FINAL)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PresentModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::TalkChoice *choice READ choice CONSTANT FINAL)
    Q_PROPERTY(Way way READ way NOTIFY changed FINAL)
    Q_PROPERTY(bool canBegin READ canBegin NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(bool lent READ lent NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::StepModel *steps READ steps CONSTANT FINAL)
    Q_PROPERTY(bool allAnswered READ allAnswered NOTIFY changed FINAL)
    Q_PROPERTY(QString heldBy READ heldBy NOTIFY changed FINAL)
    Q_PROPERTY(QString method READ method NOTIFY changed FINAL)
    Q_PROPERTY(QString notAsked READ notAsked NOTIFY changed FINAL)
    Q_PROPERTY(bool asksAnything READ asksAnything NOTIFY changed FINAL)
    Q_PROPERTY(Given given READ given NOTIFY changed FINAL)
    Q_PROPERTY(bool onPhone READ onPhone NOTIFY changed FINAL)

public:
    enum class Standing { None, SettingUp, UnderWay, Held };
    Q_ENUM(Standing)
    enum class Way { Unset, Together, Alone };
    Q_ENUM(Way)
    enum class Stage { HandOver, Steps, GiveBack };
    Q_ENUM(Stage)
    enum class Step { Next, Waiting, Done, Later };
    Q_ENUM(Step)
    /** What there is of the resident's answers when it has ended. */
    enum class Given { Unknown, Nothing, Waits, Saved };
    Q_ENUM(Given)

    struct Others
    {
        FormSession &form;
        BeginViewModel &begin;
        AgreementViewModel &agreement;
        ReplyViewModel &reply;
        WriteViewModel &writer;
    };
    ConversationViewModel(const Context &context, const Others &others, QObject *parent = nullptr);

    [[nodiscard]] QString name() const { return m.session.residentName(); }
    /** Staff of the resident's team. */
    [[nodiscard]] bool offered() const { return m.session.isStaff() && m.session.isInTeam(); }
    [[nodiscard]] Standing standing() const;
    [[nodiscard]] QString lastDay() const;
    [[nodiscard]] PresentModel *people() { return &m_people; }
    [[nodiscard]] TalkChoice *choice() { return &m_choice; }
    [[nodiscard]] Way way() const { return static_cast<Way>(m_plan.way); }
    [[nodiscard]] bool canBegin() const;
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] Stage stage() const { return m_stage; }
    /** The device is the resident's alone. */
    [[nodiscard]] bool lent() const { return m.session.signedIn() == engine::SignInKind::Lent; }
    [[nodiscard]] StepModel *steps() { return &m_steps; }
    [[nodiscard]] bool allAnswered() const;
    [[nodiscard]] QString heldBy() const { return m_heldBy; }
    /** What the answers about the help are about, when it is no person. */
    [[nodiscard]] QString method() const { return toQtText(m_plan.topic.method); }
    /** Titles of the forms that the resident has said not to ask about any more; they are left out. */
    [[nodiscard]] QString notAsked() const;
    /** Something is left to ask. */
    [[nodiscard]] bool asksAnything() const;
    /** With Stage::GiveBack. Waits also when something else was saved. */
    [[nodiscard]] Given given() const { return m_given; }
    /** Somebody's own phone, where what waits is found again. */
    [[nodiscard]] bool onPhone() const { return m.session.home().owner.has_value(); }

    /** From the resident's page for staff: the agreement first, when there is none. */
    Q_INVOKABLE void open();
    Q_INVOKABLE void openAgreement();
    Q_INVOKABLE void togglePerson(int row);
    /** Somebody who is not of the house; `title` stands over the page. */
    Q_INVOKABLE void addGuest(const QString &title);
    Q_INVOKABLE void chooseWay(trivsel::app::ConversationViewModel::Way way);
    /** Also goes on with one that is under way. */
    Q_INVOKABLE void begin();
    Q_INVOKABLE void throwAway();
    Q_INVOKABLE void backFromPlan();

    /** From the resident's own page. */
    Q_INVOKABLE void resume();
    /** The resident has the device now. */
    Q_INVOKABLE void take();
    Q_INVOKABLE void openStep(int row);
    Q_INVOKABLE void end();
    Q_INVOKABLE void back();
    /** After *Giv tabletten tilbage*. */
    Q_INVOKABLE void leave();
    /** *Tilbage* at the door of a tile that opens by pictures: to the staff who have just begun it there.
     * False when it is no business of a samtale's, or the pictures were given since. */
    [[nodiscard]] bool leaveDoor();

Q_SIGNALS:
    void changed();

private:
    void update();
    void fillPeople();
    void fillSteps();
    void openPlan();
    void change(const domain::Conversation &next);
    void onBegun(const engine::SignInSnapshot &stay);
    /** As the disk has it: the snapshot here knows nothing of a sheet that was begun since. */
    struct Ending
    {
        Given given = Given::Unknown; // the resident's page could not be read
        bool said = false;            // something that waits for a reply
    };
    using Asked = std::vector<std::pair<std::string, PersonId>>; // url, about
    [[nodiscard]] static Ending endingOf(const engine::ResidentSnapshot &page, const EntityId &talk,
                                         const Asked &asked);
    void onEnded(const Ending &ending, const EntityId &talk);
    [[nodiscard]] Step stateOf(const catalogue::Definition &definition, const PersonId &about) const;
    [[nodiscard]] PersonId aboutOf(const catalogue::Definition &definition) const;
    [[nodiscard]] bool isAsked(const catalogue::Definition &definition) const;
    [[nodiscard]] bool sitsWithStaff() const;
    void giveBackToStaff();
    [[nodiscard]] static QString toQtText(const std::string &text);

    Context m;
    Others m_others;
    TalkChoice m_choice;
    PresentModel m_people;
    StepModel m_steps;
    std::vector<catalogue::DefinitionPtr> m_forms; // well-being first, cooperation last
    std::vector<catalogue::DefinitionPtr> m_shown; // of these, by the rows of the steps
    std::vector<domain::TalkGuest> m_rows;
    domain::Conversation m_plan; // as it is on disk
    domain::Conversation m_next; // as it was tapped
    bool m_underWay = false;
    bool m_planned = false; // something was set up, and lies there
    int m_writing = 0;
    bool m_busy = false;
    bool m_atDoor = false; // begun or gone on with, and nothing of the resident was read yet
    Stage m_stage = Stage::Steps;
    Given m_given = Given::Unknown;
    QString m_heldBy;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
