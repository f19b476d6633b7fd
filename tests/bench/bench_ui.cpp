// bench_ui DIR CATALOGUE RESIDENT: the whole tablet in the software renderer, touched as a person does. How
// long from the finger's lifting until the face is chosen, saved and drawn; how long frames take while
// answering and while a page follows the finger; how much memory a thousand answers leave behind. One line of
// JSON.
#include "app/main/core_adapter.h"
#include "app/main/files.h"
#include "app/main/options.h"
#include "app/main/qt_idle_timer.h"
#include "app/main/start_up.h"
#include "app/main/window.h"
#include "app/platform/speech.h"
#include "tests/bench/hands.h"
#include "tests/bench/stats.h"

#include <QColor>
#include <QDateTime>
#include <QFile>
#include <QGuiApplication>
#include <QQuickItem>
#include <QTranslator>

#include <cstdio>
#include <optional>
#include <unistd.h>

namespace trivsel::bench {
namespace {

constexpr int kTapsFirst = 200; // caches fill
constexpr int kTaps = 1'000;
constexpr int kFloorFrames = 300;
constexpr int kDragStep = 12;
constexpr int kDragMoves = 40;
constexpr int kDrags = 8;

/** What a window's frames cost, from the moment it begins to lay out until the frame is shown. */
class FrameWatch : public QObject
{
public:
    explicit FrameWatch(QQuickWindow &window)
    {
        window.installEventFilter(this);
        connect(&window, &QQuickWindow::frameSwapped, this, [this] {
            if (m_frame) {
                m_times.add(m_frame->ms());
                m_frame.reset();
            }
            if (m_shown) {
                m_shown();
            }
        });
    }
    /** Called with each frame. */
    void onShown(std::function<void()> what) { m_shown = std::move(what); }
    /** ms of each frame since the last call. */
    [[nodiscard]] Samples take() { return std::exchange(m_times, {}); }

protected:
    bool eventFilter(QObject * /*window*/, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest && !m_frame) {
            m_frame.emplace();
        }
        return false;
    }

private:
    std::optional<Stopwatch> m_frame;
    Samples m_times;
    std::function<void()> m_shown;
};

double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    const bool open = file.open(QIODevice::ReadOnly);
    const double pages = open ? file.readAll().split(' ').value(1).toDouble() : 0;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/** This hand taps faster than any person: what keeps a trembling one from answering twice lets it through. */
void openTapGuards(QQuickWindow &window)
{
    for (QObject *object : window.findChildren<QObject *>()) {
        if (object->property("quietMs").isValid()) {
            object->setProperty("quietMs", 0);
        }
    }
}

/** ms from lifting the finger until a frame shows the other face as chosen, for each tap. */
Samples answer(Hands &hands, FrameWatch &frames, int taps)
{
    const QStringList faces = hands.names(QAccessible::RadioButton);
    QAccessibleInterface *both[] = {hands.find(QAccessible::RadioButton, faces.value(0)),
                                    hands.find(QAccessible::RadioButton, faces.value(1))};
    Samples times;
    for (int at = 0; at < taps; ++at) {
        QAccessibleInterface &face = *both[at % 2];
        bool shown = false;
        const Stopwatch watch;
        frames.onShown([&] {
            if (!shown && face.state().checked) {
                shown = true;
                times.add(watch.ms());
            }
        });
        hands.tap(face);
        hands.until("the face that was tapped", [&shown] { return shown; });
        frames.onShown({});
    }
    return times;
}

/** The frames of a window of this size in which every pixel changes. */
Samples floorFrames(QSize size)
{
    QQuickWindow window;
    FrameWatch frames(window);
    window.resize(size);
    window.show();
    int shown = 0;
    frames.onShown([&] {
        ++shown;
        window.setColor(QColor::fromHsv(shown % 360, 20, 250));
        window.update();
    });
    while (shown < kFloorFrames) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    frames.onShown({});
    return frames.take();
}

int fail(const char *what, const std::string &why)
{
    std::fprintf(stderr, "bench_ui: %s: %s\n", what, why.c_str());
    return 1;
}

int measure(Hands &hands, FrameWatch &frames, QQuickWindow &window, const QString &resident)
{
    QStringList tiles;
    hands.until("a resident's tile", [&] {
        tiles = hands.names(QAccessible::Button).filter(resident);
        return !tiles.isEmpty();
    });
    hands.press(tiles.first());
    hands.press(QStringLiteral("Sådan går det"));
    hands.press(QStringLiteral("Begynd"));
    hands.until("a question", [&] { return hands.names(QAccessible::RadioButton).size() >= 5; });
    hands.waitForPage();
    openTapGuards(window);
    (void)answer(hands, frames, kTapsFirst);
    (void)frames.take();
    const double before = residentMb();
    const Samples taps = answer(hands, frames, kTaps);
    const double after = residentMb();
    const Samples answering = frames.take();
    hands.press(QStringLiteral("Tilbage"));
    hands.press(QStringLiteral("Min trivselsplan"));
    hands.until("the plan", [&] { return hands.look(QAccessible::RadioButton, {}) == nullptr; });
    (void)frames.take();
    for (int drag = 0; drag < kDrags; ++drag) {
        hands.drag(drag % 2 == 0 ? -kDragStep : kDragStep, kDragMoves);
    }
    const Samples scrolling = frames.take();
    const Samples floor = floorFrames(window.size());
    std::printf(
        "{\"tap_p50_ms\": %.2f, \"tap_p99_ms\": %.2f, \"answering_p50_ms\": %.2f, \"answering_p99_ms\": "
        "%.2f, "
        "\"scrolling_p50_ms\": %.2f, \"scrolling_p99_ms\": %.2f, \"floor_p50_ms\": %.2f, \"floor_p99_ms\": "
        "%.2f, "
        "\"frames\": %zu, \"scrolled\": %zu, \"taps\": %d, \"before_mb\": %.1f, \"after_mb\": %.1f}\n",
        taps.median(), taps.quantile(0.99), answering.median(), answering.quantile(0.99), scrolling.median(),
        scrolling.quantile(0.99), floor.median(), floor.quantile(0.99), answering.size(), scrolling.size(),
        kTaps, before, after);
    return 0;
}

int run(const app::Options &options, const QString &resident)
{
    const auto catalogue = app::readCatalogue(options.catalogueDir);
    if (!catalogue) {
        return fail("the catalogue", app::sentenceOf(catalogue.error(), catalogue::Language::En));
    }
    app::CoreAdapter core;
    if (const Status started = app::startCore(core, options, *catalogue); !started) {
        return fail("the tablet", app::sentenceOf(started.error(), catalogue::Language::En));
    }
    platform::SilentReadAloud voice;
    app::QtIdleTimer idle;
    app::App app({core, *catalogue, options.language, voice, idle,
                  [] { return QDateTime::currentMSecsSinceEpoch(); }, options.look, nullptr});
    int code = 1;
    {
        app::Window window(options);
        if (!window.load()) {
            return fail("the window", "it could not be made");
        }
        auto *shown = qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().value(0));
        FrameWatch frames(*shown);
        Hands hands(*shown);
        app.coreOpened();
        code = measure(hands, frames, *shown, resident);
    }
    core.stop();
    return code;
}

} // namespace
} // namespace trivsel::bench

int main(int argc, char **argv)
{
    using namespace trivsel;
    QGuiApplication application(argc, argv);
    if (argc != 4) {
        return bench::fail("usage", "bench_ui DIR CATALOGUE RESIDENT");
    }
    QTranslator translator;
    if (translator.load(QStringLiteral(":/translations/trivsel_da"))) {
        QCoreApplication::installTranslator(&translator);
    }
    const std::string folder = argv[1];
    const auto options = app::parseOptions({"--data", folder + "/data", "--keyfile", folder + "/key",
                                            "--catalogue", argv[2], "--size", "1280x800"});
    return options ? bench::run(*options, QString::fromUtf8(argv[3]))
                   : bench::fail("options", options.error().detail());
}
