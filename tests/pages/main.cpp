// pages [--aloud] [--longer PERCENT] [--pictures DIR [--keep]] OPTIONS-OF-TRIVSEL …: goes through every page
// as
// --self-test does, and says of each what a person would see that is wrong (page_checks.h), or how it differs
// from the picture that is kept of it. Words can be made longer. With --aloud *Læs op* is there, as on a
// tablet that has a voice. Ends with 1 when there was anything. --keep keeps the pictures as they are now:
// look at them before they are committed.
#include "app/main/core_adapter.h"
#include "app/main/files.h"
#include "app/main/options.h"
#include "app/main/qt_idle_timer.h"
#include "app/main/screen_tour.h"
#include "app/main/start_up.h"
#include "app/main/window.h"
#include "app/platform/log.h"
#include "app/platform/read_aloud.h"
#include "tests/pages/longer_words.h"
#include "tests/pages/page_checks.h"
#include "tests/pages/page_pictures.h"
#include "tests/support/pages_now.h"

#include <QAccessible>
#include <QGuiApplication>

#include <chrono>
#include <cstdio>
#include <optional>

namespace trivsel::test {
namespace {

/** What is done with each page. */
struct Wish
{
    int longerPercent = 0;
    std::optional<QDir> pictures; // compare with these
    bool keep = false;            // or write them
    bool aloud = false;
};

/** Would read, if anybody asked. */
struct SomeVoice final : platform::SilentReadAloud
{
    explicit SomeVoice(bool here) : there(here) {}
    [[nodiscard]] bool available(const platform::Utterance &) const override { return there; }
    bool there;
};

/** Pictures of pages have dates on them. */
std::int64_t clockMs()
{
    static const auto began = std::chrono::steady_clock::now();
    using namespace std::chrono;
    return kPagesNowMs + duration_cast<milliseconds>(steady_clock::now() - began).count();
}

int fail(const std::string &why)
{
    std::fprintf(stderr, "pages: %s\n", why.c_str());
    return 2;
}

class Inspection
{
public:
    Inspection(const Wish &wish, qreal pxPerMm) : m_wish(wish), m_pxPerMm(pxPerMm) {}

    void look(const QString &page, QQuickWindow &window)
    {
        const QImage picture = window.grabWindow(); // what only drawing lays out is laid out now
        ++m_pages;
        for (const QString &fault : faultsOf(window, m_pxPerMm)) {
            tell(page, fault);
        }
        if (m_wish.pictures && m_wish.keep) {
            if (!keptPicture(picture).save(m_wish.pictures->filePath(page + QStringLiteral(".png")))) {
                tell(page, QStringLiteral("its picture can't be written"));
            }
        } else if (m_wish.pictures) {
            const QString difference = differs(picture, *m_wish.pictures, page);
            if (!difference.isEmpty()) {
                tell(page, difference);
                (void)picture.save(QDir::current().filePath(QStringLiteral("differs-%1.png").arg(page)));
            }
        }
    }
    /** 0 when every page was as it should be. */
    int end(const QStringList &missed)
    {
        for (const QString &page : missed) {
            tell(page, QStringLiteral("was not reached"));
        }
        std::printf("%d pages, %d faults\n", m_pages, m_faults);
        return m_faults == 0 && m_pages > 0 ? 0 : 1;
    }

private:
    void tell(const QString &page, const QString &fault)
    {
        ++m_faults;
        std::printf("%s: %s\n", qPrintable(page), qPrintable(fault));
    }

    const Wish &m_wish;
    qreal m_pxPerMm;
    int m_pages = 0;
    int m_faults = 0;
};

int inspect(const app::Options &options, const Wish &wish)
{
    const auto catalogue = app::readCatalogue(options.catalogueDir);
    if (!catalogue) {
        return fail(app::sentenceOf(catalogue.error(), catalogue::Language::En));
    }
    app::CoreAdapter core;
    if (const Status started = app::startCore(core, options, *catalogue, clockMs); !started) {
        return fail(app::sentenceOf(started.error(), catalogue::Language::En));
    }
    SomeVoice voice(wish.aloud);
    app::QtIdleTimer idle;
    app::App::Look look = options.look;
    look.reducedMotion = true;
    app::PracticeRun practice({options, *catalogue, clockMs, look,
                               [] { return std::make_unique<app::QtIdleTimer>(); },
                               [&wish] { return std::make_unique<SomeVoice>(wish.aloud); }});
    app::App app({core, *catalogue, options.language, voice, idle, clockMs, look, nullptr, 0, {}, &practice});
    int code = 1;
    {
        app::Window window(options);
        if (!window.load()) {
            return fail("the window could not be made");
        }
        practice.standBefore(app, window);
        Inspection inspection(wish, look.pxPerMm);
        app::ScreenTour tour(app, practice, options.tourCode,
                             [&](const QString &page) { inspection.look(page, *practice.window().quick()); });
        QObject::connect(&tour, &app::ScreenTour::finished, &tour,
                         [&](const QStringList &missed) { QCoreApplication::exit(inspection.end(missed)); });
        app.coreOpened();
        tour.start();
        code = QGuiApplication::exec();
        practice.endNow();
    }
    core.stop();
    return code;
}

} // namespace
} // namespace trivsel::test

int main(int argc, char **argv)
{
    using namespace trivsel;
    platform::installLog();
    test::Wish wish;
    std::vector<std::string> rest{"--self-test"};
    for (int at = 1; at < argc; ++at) {
        const std::string word = argv[at];
        if (word == "--longer" && at + 1 < argc) {
            wish.longerPercent = std::atoi(argv[++at]);
        } else if (word == "--pictures" && at + 1 < argc) {
            wish.pictures = QDir(QString::fromUtf8(argv[++at]));
        } else if (word == "--aloud") {
            wish.aloud = true;
        } else if (word == "--keep") {
            wish.keep = true;
        } else {
            rest.push_back(word);
        }
    }
    const auto options = app::parseOptions(rest);
    if (!options) {
        return test::fail(options.error().detail());
    }
    QGuiApplication application(argc, argv);
    QAccessible::setActive(true);
    QTranslator translator;
    const bool danish = options->language == catalogue::Language::Da;
    if (!translator.load(danish ? QStringLiteral(":/translations/trivsel_da")
                                : QStringLiteral(":/translations/trivsel_en"))) {
        return test::fail("the words are missing");
    }
    test::LongerWords longer(translator, wish.longerPercent);
    QTranslator &words = wish.longerPercent > 0 ? longer : translator;
    QCoreApplication::installTranslator(&words);
    return test::inspect(*options, wish);
}
