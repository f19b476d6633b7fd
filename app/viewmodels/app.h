#pragma once

#include "app/viewmodels/about_view_model.h"
#include "app/viewmodels/agreement_view_model.h"
#include "app/viewmodels/begin_view_model.h"
#include "app/viewmodels/change_code_view_model.h"
#include "app/viewmodels/conversation_view_model.h"
#include "app/viewmodels/cover_view_model.h"
#include "app/viewmodels/help_view_model.h"
#include "app/viewmodels/history_view_model.h"
#include "app/viewmodels/measure_view_model.h"
#include "app/viewmodels/own_page_view_model.h"
#include "app/viewmodels/pairing_view_model.h"
#include "app/viewmodels/pictures_view_model.h"
#include "app/viewmodels/plan_choice_view_model.h"
#include "app/viewmodels/plan_entry_view_model.h"
#include "app/viewmodels/plan_group_view_model.h"
#include "app/viewmodels/plan_list_view_model.h"
#include "app/viewmodels/plan_other_view.h"
#include "app/viewmodels/plan_print_view_model.h"
#include "app/viewmodels/plan_view_model.h"
#include "app/viewmodels/practice_view_model.h"
#include "app/viewmodels/question_view_model.h"
#include "app/viewmodels/reply_view_model.h"
#include "app/viewmodels/resident_view_model.h"
#include "app/viewmodels/review_view_model.h"
#include "app/viewmodels/round_view_model.h"
#include "app/viewmodels/rounds_view_model.h"
#include "app/viewmodels/safety_view_model.h"
#include "app/viewmodels/sign_in_view_model.h"
#include "app/viewmodels/staff_answers_view_model.h"
#include "app/viewmodels/staff_chooser_view_model.h"
#include "app/viewmodels/staff_resident_view_model.h"
#include "app/viewmodels/staff_view_model.h"
#include "app/viewmodels/start_view_model.h"
#include "app/viewmodels/sync_view_model.h"
#include "app/viewmodels/thanks_view_model.h"
#include "app/viewmodels/trips_view_model.h"
#include "app/viewmodels/versions_view_model.h"
#include "app/viewmodels/ways_view_model.h"
#include "app/viewmodels/write_view_model.h"

#include <QQmlEngine>

namespace trivsel::app {

/**
 * The one object that QML knows from the start: hands out a view-model per screen. Made by main() and by
 * tests, before the QML engine; dies after it. While somebody practises there is a second one with a QML
 * engine of its own, which ends first. UI thread.
 */
class App : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(trivsel::app::Navigator *navigator READ navigator CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::Formatters *formatters READ formatters CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PairingViewModel *pairing READ pairing CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::StartViewModel *start READ start CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ResidentViewModel *resident READ resident CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::AboutViewModel *about READ about CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::BeginViewModel *begin READ begin CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::QuestionViewModel *question READ question CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::WriteViewModel *write READ write CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ReviewViewModel *review READ review CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ThanksViewModel *thanks READ thanks CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OwnPageViewModel *ownPage READ ownPage CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PicturesViewModel *pictures READ pictures CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::WaysViewModel *ways READ ways CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PlanViewModel *plan READ plan CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PlanListViewModel *planList READ planList CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PlanGroupViewModel *planGroup READ planGroup CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PlanEntryViewModel *planEntry READ planEntry CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PlanChoiceViewModel *planChoice READ planChoice CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PlanOtherView *planOtherView READ planOtherView CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PlanPrintViewModel *planPrint READ planPrint CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::VersionsViewModel *versions READ versions CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::HistoryViewModel *history READ history CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::StaffChooserViewModel *staffChooser READ staffChooser CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::SignInViewModel *signIn READ signIn CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ChangeCodeViewModel *changeCode READ changeCode CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::SafetyViewModel *safety READ safety CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::StaffViewModel *staff READ staff CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::StaffResidentViewModel *staffResident READ staffResident CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::StaffAnswersViewModel *staffAnswers READ staffAnswers CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::AgreementViewModel *agreement READ agreement CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ConversationViewModel *conversation READ conversation CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ReplyViewModel *reply READ reply CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::TripsViewModel *trips READ trips CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::RoundViewModel *round READ round CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::RoundsViewModel *rounds READ rounds CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::MeasureViewModel *measure READ measure CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::SyncViewModel *sync READ sync CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::HelpViewModel *help READ help CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::CoverViewModel *cover READ cover CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::PracticeViewModel *practice READ practice CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(Scheme scheme READ scheme CONSTANT FINAL)
    Q_PROPERTY(double typeScale READ typeScale NOTIFY typeScaleChanged FINAL)
    Q_PROPERTY(double pxPerMm READ pxPerMm NOTIFY pxPerMmChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion CONSTANT FINAL)
    Q_PROPERTY(bool kiosk READ kiosk CONSTANT FINAL)
    Q_PROPERTY(bool hardwareKeyboard READ hardwareKeyboard NOTIFY hardwareKeyboardChanged FINAL)

public:
    enum class Scheme { Light, Dark, Contrast };
    Q_ENUM(Scheme)

    /** How it looks; given on the command line until there is a page for it. */
    struct Look
    {
        Scheme scheme = Scheme::Light;
        double typeScale = 1;
        double pxPerMm = 0; // 0 = as the screen tells
        bool reducedMotion = false;
        bool kiosk = false;
    };
    struct Parts
    {
        CorePort &core;
        std::shared_ptr<const catalogue::Catalogue> catalogue;
        catalogue::Language language;
        platform::ReadAloud &voice;
        IdleTimer &idle;
        Now now;
        Look look;
        PairingPort *pairing = nullptr; // none: the tablet is set up
        double measured = 0;            // pixels per mm that staff measured here; 0 = nobody has
        MeasureViewModel::Keep keepMeasure{};
        PracticePort *practice = nullptr; // none: nobody can practise here
        /** This one is the practice. Its pages are the same; help is the real house's. */
        std::optional<PracticeViewModel::Practising> practising{};
        PlanPrintViewModel::Print print{}; // none: nobody can print here
    };

    explicit App(const Parts &parts, QObject *parent = nullptr);
    ~App() override;

    /** For the QML engine. */
    static App *create(QQmlEngine *engine, QJSEngine *);

    /** The core has its engine: the start page opens as soon as the home is known. */
    void coreOpened();
    /** No tablet lives here yet: the page that sets it up. coreOpened() ends it. */
    void notSetUp();
    /** Nothing can be shown but why. */
    void coreFailed(Problem problem);
    /** A real keyboard is being written on: ours steps aside. A finger on the screen brings it back. */
    void setHardwareKeyboard(bool used);

    [[nodiscard]] Navigator *navigator() { return &m_pages; }
    [[nodiscard]] Formatters *formatters() { return &m_format; }
    [[nodiscard]] CoreLink &core() { return m_core; }
    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] PairingViewModel *pairing() { return &m_pairing; }
    [[nodiscard]] StartViewModel *start() { return &m_start; }
    [[nodiscard]] ResidentViewModel *resident() { return &m_resident; }
    [[nodiscard]] AboutViewModel *about() { return &m_about; }
    [[nodiscard]] BeginViewModel *begin() { return &m_begin; }
    [[nodiscard]] QuestionViewModel *question() { return &m_question; }
    [[nodiscard]] WriteViewModel *write() { return &m_write; }
    [[nodiscard]] ReviewViewModel *review() { return &m_review; }
    [[nodiscard]] ThanksViewModel *thanks() { return &m_thanks; }
    [[nodiscard]] OwnPageViewModel *ownPage() { return &m_ownPage; }
    [[nodiscard]] PicturesViewModel *pictures() { return &m_pictures; }
    [[nodiscard]] WaysViewModel *ways() { return &m_ways; }
    [[nodiscard]] PlanViewModel *plan() { return &m_plan; }
    [[nodiscard]] PlanListViewModel *planList() { return &m_planList; }
    [[nodiscard]] PlanGroupViewModel *planGroup() { return &m_planGroup; }
    [[nodiscard]] PlanEntryViewModel *planEntry() { return &m_planEntry; }
    [[nodiscard]] PlanChoiceViewModel *planChoice() { return &m_planChoice; }
    [[nodiscard]] PlanOtherView *planOtherView() { return &m_planOtherView; }
    [[nodiscard]] PlanPrintViewModel *planPrint() { return &m_planPrint; }
    [[nodiscard]] VersionsViewModel *versions() { return &m_versions; }
    [[nodiscard]] HistoryViewModel *history() { return &m_history; }
    [[nodiscard]] StaffChooserViewModel *staffChooser() { return &m_staffChooser; }
    [[nodiscard]] SignInViewModel *signIn() { return &m_signIn; }
    [[nodiscard]] ChangeCodeViewModel *changeCode() { return &m_changeCode; }
    [[nodiscard]] SafetyViewModel *safety() { return &m_safety; }
    [[nodiscard]] StaffViewModel *staff() { return &m_staff; }
    [[nodiscard]] StaffResidentViewModel *staffResident() { return &m_staffResident; }
    [[nodiscard]] StaffAnswersViewModel *staffAnswers() { return &m_staffAnswers; }
    [[nodiscard]] AgreementViewModel *agreement() { return &m_agreement; }
    [[nodiscard]] ConversationViewModel *conversation() { return &m_conversation; }
    [[nodiscard]] ReplyViewModel *reply() { return &m_reply; }
    [[nodiscard]] TripsViewModel *trips() { return &m_trips; }
    [[nodiscard]] RoundViewModel *round() { return &m_round; }
    [[nodiscard]] RoundsViewModel *rounds() { return &m_rounds; }
    [[nodiscard]] MeasureViewModel *measure() { return &m_measure; }
    [[nodiscard]] SyncViewModel *sync() { return &m_sync; }
    [[nodiscard]] HelpViewModel *help() { return &m_help; }
    [[nodiscard]] CoverViewModel *cover() { return &m_cover; }
    [[nodiscard]] PracticeViewModel *practice() { return &m_practice; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] Scheme scheme() const { return m_look.scheme; }
    /** As the resident who sits here likes it, else as the tablet is set up. */
    [[nodiscard]] double typeScale() const;
    /** What was measured with a card on this tablet, else what the command line says; 0 = neither. */
    [[nodiscard]] double pxPerMm() const { return m_measure.measured() ? m_measure.kept() : m_look.pxPerMm; }
    [[nodiscard]] bool reducedMotion() const { return m_look.reducedMotion; }
    [[nodiscard]] bool kiosk() const { return m_look.kiosk; }
    [[nodiscard]] bool hardwareKeyboard() const { return m_hardwareKeyboard; }

Q_SIGNALS:
    void problemChanged();
    void typeScaleChanged();
    void pxPerMmChanged();
    void hardwareKeyboardChanged();

private:
    CoreLink m_core;
    Formatters m_format;
    Navigator m_pages;
    Session m_session;
    Reading m_reading;
    Context m_context;
    Look m_look;
    FormSession m_form;
    WriteViewModel m_write;
    HistoryViewModel m_history;
    VersionsViewModel m_versions;
    PlanListViewModel m_planList;
    PlanGroupViewModel m_planGroup;
    PlanEntryViewModel m_planEntry;
    PlanChoiceViewModel m_planChoice;
    PlanOtherView m_planOtherView;
    PlanPrintViewModel m_planPrint;
    PlanViewModel m_plan;
    QuestionViewModel m_question;
    ReviewViewModel m_review;
    ThanksViewModel m_thanks;
    BeginViewModel m_begin;
    AboutViewModel m_about;
    AgreementViewModel m_agreement;
    ReplyViewModel m_reply;
    ConversationViewModel m_conversation;
    ResidentViewModel m_resident;
    OwnPageViewModel m_ownPage;
    PicturesViewModel m_pictures;
    WaysViewModel m_ways;
    SignInViewModel m_signIn;
    ChangeCodeViewModel m_changeCode;
    SafetyViewModel m_safety;
    RoundViewModel m_round;
    RoundsViewModel m_rounds;
    StartViewModel m_start;
    StaffChooserViewModel m_staffChooser;
    StaffViewModel m_staff;
    StaffResidentViewModel m_staffResident;
    StaffAnswersViewModel m_staffAnswers;
    TripsViewModel m_trips;
    MeasureViewModel m_measure;
    SyncViewModel m_sync;
    HelpViewModel m_help;
    CoverViewModel m_cover;
    PracticeViewModel m_practice;
    PairingViewModel m_pairing;
    Problem m_problem = Problem::None;
    bool m_hardwareKeyboard = false;
    App *m_before = nullptr;
};

} // namespace trivsel::app
