// The tablet: puts the core thread, the view-models and the window together.
#include "app/engine/process_guard.h"
#include "app/main/card_reader.h"
#include "app/main/copied_words.h"
#include "app/main/core_adapter.h"
#include "app/main/display_watch.h"
#include "app/main/files.h"
#include "app/main/options.h"
#include "app/main/pairing_adapter.h"
#include "app/main/practice_run.h"
#include "app/main/qt_idle_timer.h"
#include "app/main/recording_list.h"
#include "app/main/screen_tour.h"
#include "app/main/start_up.h"
#include "app/main/touch_watch.h"
#include "app/main/user_language.h"
#include "app/main/window.h"
#include "app/platform/log.h"
#include "app/platform/screen_measure.h"
#include "app/platform/speech.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QTranslator>

#include <cstdio>
#include <optional>

namespace trivsel::app {
namespace {

constexpr int kExitOk = 0;
constexpr int kExitFailed = 1; // there is no display, or a page could not be shown
constexpr int kExitUsage = 2;
constexpr int kExitData = 3; // the data could not be opened

int sayAndEnd(const std::string &sentence, int code)
{
    std::fprintf(stderr, "trivsel: %s\n", sentence.c_str());
    return code;
}

Problem problemAtStart(const Status &started, const Options &options)
{
    const Problem problem = problemOf(started);
    return problem == Problem::Emptied && engine::Engine::hasLeftFile(options.data) ? Problem::EmptiedWithFile
                                                                                    : problem;
}

bool endsByItself(const Options &options)
{
    return options.selfTest || options.screensDir || options.exitAfterFirstFrame;
}

std::unique_ptr<platform::ReadAloud> voiceOf(const Options &options,
                                             const std::optional<std::filesystem::path> &recordings)
{
    return endsByItself(options) ? std::make_unique<platform::SilentReadAloud>()
                                 : platform::makeReadAloud(recordings);
}

PlanPrintViewModel::Print printOf(const Options &options)
{
    const auto folder = printFolder(options.printsDir, options.look.kiosk);
    return folder ? [folder = *folder](const print::PlanPrint &plan) { return folder.print(plan); }
                  : PlanPrintViewModel::Print();
}

int printRecordingList(const Options &options)
{
    const auto catalogue = readCatalogue(options.catalogueDir);
    if (!catalogue) {
        return sayAndEnd(sentenceOf(catalogue.error(), options.said), kExitData);
    }
    const auto voices = voicesDirectory(options.voicesDir, options.data);
    std::fputs(recordingList(**catalogue, options.language, voices).c_str(), stdout);
    return kExitOk;
}

/** Goes through every page and ends. */
void runTour(ScreenTour &tour)
{
    QObject::connect(&tour, &ScreenTour::finished, &tour, [](const QStringList &missed) {
        for (const QString &name : missed) {
            std::fprintf(stderr, "trivsel: page not reached: %s\n", qPrintable(name));
        }
        QCoreApplication::exit(missed.isEmpty() ? kExitOk : kExitFailed);
    });
    tour.start();
}

int run(QGuiApplication &application, const Options &options)
{
    const auto catalogue = readCatalogue(options.catalogueDir);
    if (!catalogue) {
        return sayAndEnd(sentenceOf(catalogue.error(), options.said), kExitData);
    }
    CoreAdapter core;
    Status started = startCore(core, options, *catalogue);
    const bool pairs = !started && waitsForPairing(options) && !endsByItself(options);
    if (!started && !pairs) {
        sayAndEnd(sentenceOf(started.error(), options.said), kExitData);
        if (endsByItself(options)) {
            return kExitData;
        }
    }
    const auto recordings = voicesDirectory(options.voicesDir, options.data);
    const auto voice = voiceOf(options, recordings);
    QtIdleTimer idle;
    App::Look look = options.look;
    look.reducedMotion = look.reducedMotion || endsByItself(options);
    PairingAdapter pairing(options, *catalogue);
    PracticeRun practice({options, *catalogue, wallMs, look, [] { return std::make_unique<QtIdleTimer>(); },
                          [&] { return voiceOf(options, recordings); }});
    App app({core, *catalogue, options.language, *voice, idle, wallMs, look, &pairing,
             platform::readMeasuredPxPerMm(options.data).value_or(0),
             [data = options.data](double pxPerMm) { return platform::keepMeasuredPxPerMm(data, pxPerMm); },
             &practice, std::nullopt, printOf(options)});
    TouchWatch watch(app);
    CopiedWords copied(app);
    CardReader reader(app);
    int code = kExitData;
    {
        Window window(options);
        if (!window.load()) {
            return sayAndEnd(options.said == catalogue::Language::Da ? "Vinduet kunne ikke laves."
                                                                     : "The window could not be made.",
                             kExitFailed);
        }
        practice.standBefore(app, window);
        ScreenTour tour(app, practice, options.tourCode,
                        [&practice](const QString &name) { practice.window().keepPicture(name); });
        QObject::connect(app.pairing(), &PairingViewModel::paired, &app, [&] {
            pairing.cancel();
            started = startCore(core, options, *catalogue);
            if (started) {
                app.coreOpened();
            } else {
                sayAndEnd(sentenceOf(started.error(), options.said), kExitData);
                app.coreFailed(problemAtStart(started, options));
            }
        });
        if (started) {
            app.coreOpened();
        } else if (pairs) {
            // Whoever can't keep a key must not type 26 characters first.
            if (const auto ready = prepareData(options, *catalogue)) {
                app.notSetUp();
            } else {
                app.coreFailed(problemAtStart(tl::unexpected(ready.error()), options));
            }
        } else {
            app.coreFailed(problemAtStart(started, options));
        }
        if (options.selfTest || options.screensDir) {
            runTour(tour);
        } else if (options.exitAfterFirstFrame) {
            window.endAtFirstPage(app);
        }
        code = application.exec();
        practice.endNow(); // its screens go before the real ones
    }
    pairing.cancel();
    core.stop(); // before the screens go: nothing may reach them from the core any more
    return started || pairs ? code : kExitData;
}

} // namespace
} // namespace trivsel::app

int main(int argc, char **argv)
{
    using namespace trivsel;
    engine::keepToItself();
    platform::installLog();
    const auto options = app::parseOptions({argv + 1, argv + argc});
    if (!options) {
        return app::sayAndEnd(options.error().detail(), app::kExitUsage);
    }
    if (options->help) {
        std::fputs(app::optionsHelp(app::userLanguage({argv + 1, argv + argc})).c_str(), stdout);
        return app::kExitOk;
    }
    if (options->version) {
        std::puts("trivsel " TRIVSEL_VERSION);
        return app::kExitOk;
    }
    if (options->listRecordings) {
        return app::printRecordingList(*options);
    }
    std::optional<app::DisplayWatch> watch;
    watch.emplace(
        options->said == catalogue::Language::Da
            ? "Der er ingen skærm at vise Trivsel på. Log ind på maskinens skrivebord, og start Trivsel der"
            : "There is no display to show Trivsel on. Log in to the machine's desktop, and start Trivsel "
              "there",
        app::kExitFailed);
    QGuiApplication application(argc, argv);
    watch.reset();
    QCoreApplication::setApplicationName(QStringLiteral("trivsel"));
    QTranslator translator;
    const QString language =
        options->language == catalogue::Language::Da ? QStringLiteral("da") : QStringLiteral("en");
    if (translator.load(QStringLiteral(":/translations/trivsel_") + language)) {
        QCoreApplication::installTranslator(&translator);
    }
    return app::run(application, *options);
}
