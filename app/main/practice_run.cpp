#include "app/main/practice_run.h"

#include "app/main/copied_words.h"
#include "app/practice/practice_home.h"

#include <QEvent>
#include <QQuickWindow>
#include <QTimer>

#include <utility>

namespace trivsel::app {

/** In the order in which its parts need each other; they end the other way round. */
struct PracticeRun::Practice
{
    explicit Practice(practice::PracticeFolder place) : folder(std::move(place)) {}
    Practice(const Practice &) = delete;
    Practice &operator=(const Practice &) = delete;
    ~Practice()
    {
        window.reset(); // QML goes before what it reads
        if (core) {
            core->stop(); // nothing may reach the view-models from the core any more
        }
        touches.reset();
        copied.reset();
        reader.reset();
        app.reset();
    }

    practice::PracticeFolder folder;
    std::unique_ptr<PracticeCore> core;
    std::unique_ptr<IdleTimer> cover; // as on every tablet
    std::unique_ptr<IdleTimer> idle;  // nobody is there any more
    std::unique_ptr<platform::ReadAloud> voice;
    std::unique_ptr<App> app;
    std::unique_ptr<TouchWatch> touches;
    std::unique_ptr<CopiedWords> copied;
    std::unique_ptr<CardReader> reader;
    std::unique_ptr<Window> window;
};

PracticeRun::PracticeRun(Parts parts) : m(std::move(parts)) {}

PracticeRun::~PracticeRun()
{
    endNow();
}

void PracticeRun::standBefore(App &house, Window &window)
{
    m_house = &house;
    m_window = &window;
    connect(&house, &App::problemChanged, this, &PracticeRun::end);
}

void PracticeRun::begin(std::function<void(Problem)> began)
{
    endNow();
    auto folder = practice::PracticeFolder::make(m.options.data);
    m_began = std::move(began);
    const int visit = ++m_visit;
    if (!folder) {
        const Problem why = problemOf(folder.error().code());
        QTimer::singleShot(0, this, [this, visit, why] {
            if (visit == m_visit) {
                tellEnd(why);
            }
        });
        return;
    }
    practice::PracticeConfig config;
    config.folder = folder->path();
    config.catalogue = m.catalogue;
    config.random = seal::systemRandom();
    config.clock = m.now;
    config.appVersion = TRIVSEL_VERSION;
    config.signIn.lockAfter = std::chrono::milliseconds(kIdleMs);
    m_practice = std::make_unique<Practice>(std::move(*folder));
    m_practice->core = std::make_unique<PracticeCore>(
        [config](engine::Worker worker) mutable {
            config.signIn.worker = std::move(worker);
            return practice::openPractice(config);
        },
        [this, visit](const Status &opened) {
            QMetaObject::invokeMethod(
                this, [this, visit, opened] { open(visit, opened); }, Qt::QueuedConnection);
        });
}

void PracticeRun::open(int visit, const Status &opened)
{
    if (visit != m_visit || !m_practice) {
        return;
    }
    if (!opened) {
        m_practice.reset();
        tellEnd(problemOf(opened));
        return;
    }
    Practice &here = *m_practice;
    here.cover = m.makeIdle();
    here.idle = m.makeIdle();
    here.voice = m.makeVoice();
    App::Look look = m.look;
    look.pxPerMm = m_house->pxPerMm();
    App::Parts parts{*here.core, m.catalogue, m.options.language, *here.voice, *here.cover, m.now, look};
    const QString code = QString::fromUtf8(practice::kCode.data(), practice::kCode.size());
    parts.practising.emplace(PracticeViewModel::Practising{m_house->session(), *this, code});
    here.app = std::make_unique<App>(parts);
    here.window = std::make_unique<Window>(m.options);
    if (!here.window->load()) {
        m_practice.reset();
        tellEnd(Problem::Other);
        return;
    }
    here.idle->onExpired([this] { end(); });
    here.idle->start(kIdleMs);
    here.reader = std::make_unique<CardReader>(*here.app); // first: a key that it takes is a touch as well
    here.touches =
        std::make_unique<TouchWatch>(*here.app, [idle = here.idle.get()] {
            if (!idle->overdue()) { // else it ends in a moment: whoever practised has gone
                idle->start(kIdleMs);
            }
        });
    here.copied = std::make_unique<CopiedWords>(*here.app);
    here.window->quick()->installEventFilter(this);
    tellEnd(Problem::None); // first: a kiosk that loses the screen leaves the page that waits for this
    here.window->takePlaceOf(*m_window);
    here.app->coreOpened();
}

/** The window of the practice is closed, as any window can be where there is no kiosk. */
bool PracticeRun::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close && m_practice && m_practice->window &&
        watched == m_practice->window->quick()) {
        m_window->quick()->setVisible(true); // first, or the program ends with its last window
        end();
    }
    return false;
}

void PracticeRun::tellEnd(Problem problem)
{
    if (const auto began = std::exchange(m_began, {})) {
        began(problem);
    }
}

void PracticeRun::end()
{
    if (m_practice) { // a page of it may be what called
        const int visit = ++m_visit;
        m_began = {};
        QTimer::singleShot(0, this, [this, visit] {
            if (visit == m_visit) {
                endNow();
            }
        });
    }
}

void PracticeRun::endNow()
{
    ++m_visit;
    m_began = {};
    if (m_practice) {
        if (m_practice->window) {
            m_window->takePlaceOf(*m_practice->window);
        }
        m_practice.reset();
    }
}

App *PracticeRun::app()
{
    return m_practice ? m_practice->app.get() : nullptr;
}

Window &PracticeRun::window()
{
    return m_practice && m_practice->window ? *m_practice->window : *m_window;
}

} // namespace trivsel::app
