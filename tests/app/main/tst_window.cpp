// What a touch does that no page sees coming: the one that wakes a tablet whose page stood for too long, and
// the one that comes too soon on a page that has just come.
#include "tests/app/main/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        m_home = std::make_unique<TestHome>();
        m_home->addHelp("Vagten i huset", "12 34 56 70");
        m = std::make_unique<Program>(m_dir->path());
        m->startIn(*m_home);
        house().start()->openTile(0);
        Program::settle(house());
        QCOMPARE(page(), Page::Resident);
    }
    void cleanup()
    {
        m.reset();
        m_home.reset();
        m_dir.reset();
    }

    void whatWakesTheTabletTouchesNothing_data()
    {
        QTest::addColumn<bool>("finger");
        QTest::newRow("finger") << true;
        QTest::newRow("mouse") << false;
    }
    /** Where the cover will have a button: touched by the same touch it would lead to the start page. */
    void whatWakesTheTabletTouchesNothing()
    {
        QFETCH(bool, finger);
        m->quietFor(0);
        house().cover()->hide();
        const QPoint place = m->placeOf(QStringLiteral("Jeg er en anden"));
        house().cover()->uncover();
        Program::settle(house());
        m->idle.slept = true; // and nothing has rung yet
        if (finger) {
            const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
            QTest::touchEvent(&m->front(), screen.get()).press(0, place);
            QTest::touchEvent(&m->front(), screen.get()).release(0, place);
        } else {
            QTest::mouseClick(&m->front(), Qt::LeftButton, {}, place);
        }
        Program::settle(house());
        QVERIFY(house().cover()->covered());
        house().cover()->uncover();
        Program::settle(house());
        QCOMPARE(page(), Page::Resident);
    }

    void whatWakesItThroughAScreenReaderPressesNothing()
    {
        m->idle.slept = true;
        press(QStringLiteral("Min side"));
        QVERIFY(house().cover()->covered());
        house().cover()->uncover();
        Program::settle(house());
        QCOMPARE(page(), Page::Resident);
        m->idle.slept = false;
        press(QStringLiteral("Min side"));
        QCOMPARE(page(), Page::OwnPage);
    }

    /** A trembling finger's second touch: but who wants to hide or to call somebody is never made to wait. */
    void onAPageThatHasJustComeHidingAndHelpWork()
    {
        constexpr int kAnHour = 3'600'000;
        m->quietFor(kAnHour);
        house().resident()->leave();
        house().start()->openTile(0);
        Program::settle(house());
        m->touch(QStringLiteral("Min side"));
        QCOMPARE(page(), Page::Resident);
        m->touch(QStringLiteral("Har du brug for nogen nu?"));
        QVERIFY(house().navigator()->helpOpen());
        house().navigator()->closeHelp();
        m->touch(QStringLiteral("Skjul"));
        QVERIFY(house().cover()->covered());
    }

private:
    [[nodiscard]] App &house() const { return *m->house; }
    [[nodiscard]] Page page() const { return house().navigator()->page(); }
    /** As a screen reader does. */
    void press(const QString &name)
    {
        auto *seen = QAccessible::queryAccessibleInterface(&m->control(name));
        QVERIFY(seen != nullptr && seen->actionInterface() != nullptr);
        seen->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        Program::settle(house());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<Program> m;
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QAccessible::setActive(true);
    TestWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window.moc"
