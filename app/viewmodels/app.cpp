#include "app/viewmodels/app.h"

#include <utility>

namespace trivsel::app {

namespace {
App *theApp = nullptr; // the newest: a QML engine is made right after its own
}

App::App(const Parts &parts, QObject *parent)
    : QObject(parent),
      m_core(parts.core),
      m_format(parts.language, parts.now),
      m_session(m_core),
      m_reading(parts.voice),
      m_context{m_core, m_pages, m_session, m_format, parts.catalogue, m_reading},
      m_look(parts.look),
      m_form(m_core, m_session, m_format),
      m_write(m_context, m_form),
      m_history(m_context),
      m_versions(m_context, m_write),
      m_planList(m_context),
      m_planGroup(m_context),
      m_planEntry(m_context),
      m_planChoice(m_context),
      m_planOtherView(m_context, m_write, m_history),
      m_planPrint(m_context, parts.print),
      m_plan(m_context, {m_write, m_versions, m_history, m_planList, m_planGroup, m_planEntry, m_planChoice,
                         m_planOtherView, m_planPrint}),
      m_question(m_context, m_form, m_write),
      m_review(m_context, m_form, m_question, m_write),
      m_thanks(m_context, m_form, m_review),
      m_begin(m_context, m_form),
      m_about(m_context, m_begin),
      m_agreement(m_context, m_write),
      m_reply(m_context, m_write),
      m_conversation(m_context, {m_form, m_begin, m_agreement, m_reply, m_write}),
      m_resident(m_context, m_begin, m_about, m_plan),
      m_ownPage(m_context, m_write, m_plan),
      m_pictures(m_context),
      m_ways(m_context, m_pictures),
      m_signIn(m_context),
      m_changeCode(m_context),
      m_safety(m_context),
      m_round(m_context, m_form),
      m_rounds(m_context),
      m_start(m_context, m_signIn, m_round),
      m_staffChooser(m_context, m_signIn),
      m_staff(m_context, m_plan, m_reply),
      m_staffResident(m_context, m_begin, m_plan),
      m_staffAnswers(m_context),
      m_trips(m_context),
      m_measure(m_context, parts.measured, parts.keepMeasure),
      m_sync(m_context),
      m_help(m_context, parts.practising ? parts.practising->house : m_session),
      m_cover(m_context, {m_form, m_write, m_plan, m_thanks}, parts.idle),
      m_practice(m_context, m_cover, parts.practice, parts.practising),
      m_pairing(parts.pairing)
{
    TRIVSEL_ASSERT((theApp != nullptr) == m_practice.practising());
    m_before = std::exchange(theApp, this);
    m_session.setTeamWord(m_format.teamCalled());
    connect(&m_session, &Session::homeChanged, this, [this] {
        if (m_pages.page() == Navigator::Page::Opening) {
            m_pages.reset(Navigator::Page::Start);
        }
    });
    connect(&m_session, &Session::personChanged, this, &App::typeScaleChanged);
    connect(&m_session, &Session::snapshotChanged, this, &App::typeScaleChanged);
    connect(&m_measure, &MeasureViewModel::keptChanged, this, &App::pxPerMmChanged);
    // Queued: a cover that comes at that moment is under way.
    connect(&m_ownPage, &OwnPageViewModel::putAway, &m_cover, &CoverViewModel::goToStart,
            Qt::QueuedConnection);
    connect(&m_pictures, &PicturesViewModel::leaving, this, [this] {
        if (!m_conversation.leaveDoor()) {
            m_cover.goToStart();
        }
    });
    connect(&m_sync, &SyncViewModel::changed, this, [this] {
        const Problem emptied = m_sync.fileLeft() ? Problem::EmptiedWithFile : Problem::Emptied;
        if (m_sync.emptied() && m_problem != emptied) {
            coreFailed(emptied); // from any page, and there is no way back from it
        }
    });
}

App::~App()
{
    TRIVSEL_ASSERT(theApp == this);
    theApp = m_before;
}

App *App::create(QQmlEngine *, QJSEngine *)
{
    TRIVSEL_ASSERT(theApp != nullptr);
    QJSEngine::setObjectOwnership(theApp, QJSEngine::CppOwnership);
    return theApp;
}

double App::typeScale() const
{
    constexpr int kUsual = 100;
    const int letters =
        m_session.isResident() && m_session.resident() ? m_session.resident()->ways.letters : kUsual;
    return letters == kUsual ? m_look.typeScale : letters / 100.0;
}

void App::coreOpened()
{
    if (m_pages.page() == Navigator::Page::Pairing) {
        m_pages.reset(Navigator::Page::Opening);
    }
    m_core.post([language = m_format.language()](engine::Engine &engine) { engine.setLanguage(language); });
    m_session.readHome();
    m_sync.read();
}

void App::notSetUp()
{
    m_pages.reset(Navigator::Page::Pairing);
}

void App::coreFailed(Problem problem)
{
    m_problem = problem;
    Q_EMIT problemChanged();
    m_pages.reset(Navigator::Page::Problem);
}

void App::setHardwareKeyboard(bool used)
{
    if (m_hardwareKeyboard != used) {
        m_hardwareKeyboard = used;
        Q_EMIT hardwareKeyboardChanged();
    }
}

} // namespace trivsel::app
