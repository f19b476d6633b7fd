#pragma once

#include "app/main/practice_run.h"
#include "app/main/start_up.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QAccessible>
#include <QFile>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QTimer>

#include <future>

namespace trivsel::test {

/** Rings when the test says so. */
class HandIdle final : public app::IdleTimer
{
public:
    void onExpired(std::function<void()> what) override { m_what = std::move(what); }
    void start(int milliseconds) override { runningMs = milliseconds, ++starts; }
    void stop() override { runningMs = 0; }
    [[nodiscard]] bool overdue() const override { return slept && runningMs > 0; }
    void ring() { m_what(); }

    int runningMs = 0;
    int starts = 0;
    bool slept = false; // for longer than that

private:
    std::function<void()> m_what;
};

/** The whole program over a tablet on disk: real engine, real window, no network. Needs a QGuiApplication. */
class Program
{
public:
    explicit Program(const QString &dir) : m_dir(dir)
    {
        options.data = (dir + QStringLiteral("/data")).toStdString();
        options.keyFile = (dir + QStringLiteral("/key")).toStdString();
        options.selfTest = true; // no network
        options.look.reducedMotion = true;
    }
    void start()
    {
        must(startCore(core, options, shippedCatalogue()));
        const auto makeIdle = [this] {
            auto made = std::make_unique<HandIdle>();
            idles.push_back(made.get());
            return made;
        };
        practice = std::make_unique<app::PracticeRun>(
            app::PracticeRun::Parts{options, shippedCatalogue(), app::wallMs, options.look, makeIdle,
                                    [] { return std::make_unique<platform::SilentReadAloud>(); }});
        app::App::Parts parts{core, shippedCatalogue(), options.language, voice,
                              idle, app::wallMs,        options.look};
        parts.practice = practice.get();
        house = std::make_unique<app::App>(parts);
        window = std::make_unique<app::Window>(options);
        QVERIFY(window->load());
        practice->standBefore(*house, *window);
        touches = std::make_unique<app::TouchWatch>(*house);
        house->coreOpened();
        QTRY_COMPARE(house->navigator()->page(), app::Navigator::Page::Start);
        settle(*house);
    }
    /** On the core thread; the answer is waited for. */
    template <class Work> auto ask(Work work)
    {
        std::promise<decltype(work(std::declval<engine::Engine &>()))> answer;
        core.post([&](engine::Engine &engine) { answer.set_value(work(engine)); });
        return answer.get_future().get();
    }
    /** The first time: as a tablet of that home, which it meets. */
    void startIn(TestHome &home)
    {
        const QString name = m_dir + QStringLiteral("/tablet.json");
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(writeTabletFile(home.newTablet("Fællesstuen"))));
        file.close();
        options.tabletFile = name.toStdString();
        start();
        ask([&home](engine::Engine &engine) {
            home.meet(engine);
            return 0;
        });
        QTRY_VERIFY(house->start()->tiles()->count() > 0);
    }
    ~Program()
    {
        if (practice) {
            practice->endNow();
        }
        window.reset();
        core.stop();
    }
    static void settle(app::App &app)
    {
        QTRY_COMPARE(app.core().pending(), 0);
        QCoreApplication::processEvents();
        QTRY_COMPARE(app.core().pending(), 0);
    }
    /** As a finger, on what a screen reader would call this; in the window that is in front. */
    void tap(const QString &name)
    {
        quietFor(0); // a test taps faster than any hand
        touch(name);
    }
    /** The same, with no regard to what has just come. */
    void touch(const QString &name)
    {
        QTest::mouseClick(&front(), Qt::LeftButton, {}, placeOf(name));
        QCoreApplication::processEvents();
    }
    /** How long second touches and touches on a page that has just come do nothing, from now on. */
    void quietFor(int ms)
    {
        QQmlComponent quick(qmlEngine(&front()));
        quick.setData(
            "import QtQml\nimport Trivsel.Theme\n"
            "QtObject { Component.onCompleted: Theme.motion.secondTouch = Theme.motion.pageTouch = " +
                QByteArray::number(ms) + " }",
            {});
        const std::unique_ptr<QObject> done(quick.create());
        QVERIFY2(done != nullptr, qPrintable(quick.errorString()));
        const auto *quiet = front().findChild<QQuickItem *>(QStringLiteral("quiet"));
        QTRY_VERIFY(ms > 0 || !quiet->property("enabled").toBool());
    }
    [[nodiscard]] QQuickWindow &front() const { return *practice->window().quick(); }
    /** Its middle, in the window. */
    [[nodiscard]] QPoint placeOf(const QString &name) const
    {
        const QQuickItem &item = control(name);
        return item.mapToScene({item.width() / 2, item.height() / 2}).toPoint();
    }
    /** What can be tapped, as soon as it stands there; the test ends where it never does. */
    [[nodiscard]] QQuickItem &control(const QString &name) const
    {
        QQuickItem *target = nullptr;
        const bool there =
            QTest::qWaitFor([&] { return (target = find(*front().contentItem(), name)) != nullptr; });
        if (!there) {
            qFatal("nothing is called %s", qPrintable(name));
        }
        return *target;
    }
    [[nodiscard]] bool shows(const QString &text) const
    {
        return findText(*front().contentItem(), text) != nullptr;
    }

    app::Options options;
    app::CoreAdapter core;
    platform::SilentReadAloud voice;
    HandIdle idle;
    std::vector<HandIdle *> idles; // two for each practice: its cover's, and its end's
    std::unique_ptr<app::PracticeRun> practice;
    std::unique_ptr<app::App> house; // of the real tablet
    std::unique_ptr<app::Window> window;
    std::unique_ptr<app::TouchWatch> touches;

private:
    static QQuickItem *find(QQuickItem &item, const QString &name)
    {
        return search(item, [&name](QQuickItem &one) {
            QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&one);
            return one.metaObject()->indexOfSignal("clicked()") >= 0 && one.isEnabled() && seen != nullptr &&
                   seen->text(QAccessible::Name) == name;
        });
    }
    static QQuickItem *findText(QQuickItem &item, const QString &text)
    {
        return search(item, [&text](QQuickItem &one) {
            return one.inherits("QQuickText") && one.property("text").toString().contains(text);
        });
    }
    static QQuickItem *search(QQuickItem &item, const std::function<bool(QQuickItem &)> &fits)
    {
        if (!item.isVisible()) {
            return nullptr;
        }
        if (fits(item)) {
            return &item;
        }
        for (QQuickItem *child : item.childItems()) {
            if (QQuickItem *found = search(*child, fits)) {
                return found;
            }
        }
        return nullptr;
    }

    QString m_dir;
};

} // namespace trivsel::test
