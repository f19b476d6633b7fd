// *Øv dig* with the whole program behind it: a real tablet on disk, two windows, fingers that tap. What is
// done in a practice is nowhere afterwards, and the real tablet is as it was.
#include "tests/app/main/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

namespace {

const QString kMarker = QStringLiteral("Mærkeordet i øvelsen");

} // namespace

class TestPractice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void throughAllOfItByTouch();
    void nothingOfItIsLeftAndTheRealTabletIsAsBefore();
    void whatAKillLeavesIsNoiseAndGoesAtTheNextStart();
    void itEndsWhenNobodyIsThere();
    void itEndsWithItsWindow();
    void itEndsWhenTheRealTabletIsEmptied();
    void whatIsUnderWayWhenItEndsComesToNobody();
    void thePracticeHearsNothingOfTheRealHouse();
    void helpIsTheRealHouses();
    void staffAreLockedOutFirst();
    void leavingThePageBeforeItStandsBeginsNothing();
    void aDiskThatTakesNothingSaysSo();
    void itIsNotOfferedWithinItself();
    void nothingIsMadeBeforeItBegins();
    void inAKioskToo();

private:
    void begin();
    void stop();
    void writeInThePlan();
    [[nodiscard]] QString data() const { return m_dir->filePath(QStringLiteral("data")); }
    [[nodiscard]] bool anyFileHas(const QByteArray &word) const;
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] App &practising() const { return *m_program->practice->app(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<Program> m_program;
};

void TestPractice::init()
{
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    m_home->addHelp("Vagten i huset", "12 34 56 70");
    m_home->giveCode(m_home->mette, "246810");
    m_program = std::make_unique<Program>(m_dir->path());
    m_program->startIn(*m_home);
}

void TestPractice::cleanup()
{
    m_program.reset();
    m_home.reset();
    m_dir.reset();
}

void TestPractice::begin()
{
    m_program->tap(QStringLiteral("Øv dig"));
    QTRY_COMPARE(m_program->house->navigator()->page(), Page::Practice);
    m_program->tap(QStringLiteral("Begynd øvelsen"));
    QTRY_VERIFY(m_program->practice->app() != nullptr);
    QTRY_COMPARE(practising().start()->tiles()->count(), 1);
    Program::settle(practising());
}

void TestPractice::stop()
{
    m_program->tap(QStringLiteral("Stop øvelsen"));
    QTRY_VERIFY(m_program->practice->app() == nullptr);
}

void TestPractice::writeInThePlan()
{
    App &app = practising();
    app.start()->openTile(0);
    Program::settle(app);
    const auto &entries = *app.resident()->entries();
    const int look = entries.roleNames().key("look");
    for (int row = 0; row < entries.count(); ++row) {
        if (entries.data(entries.index(row), look).value<ResidentViewModel::Look>() ==
            ResidentViewModel::Look::Plan) {
            app.resident()->openEntry(row);
            break; // of several plans the first
        }
    }
    Program::settle(app);
    QCOMPARE(app.navigator()->page(), Page::Plan);
    const auto &rows = *app.plan()->rows();
    const int mine = rows.roleNames().key("mine");
    for (int row = 0; row < rows.count() && app.navigator()->page() == Page::Plan; ++row) {
        if (rows.data(rows.index(row), mine).value<PlanCell>().mayWrite) {
            app.plan()->openMine(row);
        }
    }
    Program::settle(app);
    QCOMPARE(app.navigator()->page(), Page::Write);
    app.write()->setText(kMarker);
    Program::settle(app);
}

bool TestPractice::anyFileHas(const QByteArray &word) const
{
    bool found = false;
    for (const QString &name : files()) {
        QFile file(name);
        found = (file.open(QIODevice::ReadOnly) && file.readAll().contains(word)) || found;
    }
    return found;
}

QStringList TestPractice::files() const
{
    QStringList all;
    QDirIterator at(data(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (at.hasNext()) {
        all.append(at.next());
    }
    all.sort();
    return all;
}

void TestPractice::throughAllOfItByTouch()
{
    begin();
    QVERIFY(m_program->shows(QStringLiteral("Øvelse · intet bliver gemt")));
    QVERIFY(!m_program->window->quick()->isVisible()); // nobody can touch the real one meanwhile
    for (const char *word : {"Øve-Kim", "Sådan går det", "Begynd", "Midt imellem", "Næste", "Spring over",
                             "Spring over", "Spring over"}) {
        m_program->tap(QString::fromUtf8(word));
        Program::settle(practising());
        QVERIFY(m_program->shows(QStringLiteral("Øvelse · intet bliver gemt")));
    }
    QCOMPARE(practising().navigator()->page(), Page::Review);
    m_program->tap(QStringLiteral("Dem, jeg har valgt"));
    Program::settle(practising());
    QVERIFY(m_program->shows(QStringLiteral("I øvelsen ser ingen det.")));
    QVERIFY(!m_program->shows(QStringLiteral("Gem og vis til")));
    m_program->tap(QStringLiteral("Prøv at gemme"));
    Program::settle(practising());
    QCOMPARE(practising().navigator()->page(), Page::Thanks);
    QVERIFY(m_program->shows(QStringLiteral("Tak. Det var en øvelse.")));
    QVERIFY(m_program->shows(QStringLiteral("Ingen ser det. Ellers ville Øve-Mette se det på job.")));
    QVERIFY(!m_program->shows(QStringLiteral("Gemt her"))); // no page says what is not so
    QVERIFY(!m_program->shows(QStringLiteral("svar er gemt")));
    stop();
    QVERIFY(m_program->window->quick()->isVisible());
    QCOMPARE(m_program->house->navigator()->page(), Page::Start);
}

void TestPractice::nothingOfItIsLeftAndTheRealTabletIsAsBefore()
{
    const auto look = [](engine::Engine &engine) {
        return std::make_tuple(must(engine.state()), engine.sync().onlyHere, engine.hasSomethingToSend(),
                               engine.home().residents.size());
    };
    const auto [before, waitedBefore, sendsBefore, peopleBefore] = m_program->ask(look);
    const QStringList filesBefore = files();
    begin();
    QVERIFY(files().size() > filesBefore.size());
    writeInThePlan();
    practising().write()->finish();
    Program::settle(practising());
    practising().plan()->back();
    Program::settle(practising());
    QVERIFY(!anyFileHas(kMarker.toUtf8()));
    stop();
    const auto [after, waits, sends, people] = m_program->ask(look);
    QCOMPARE(after.size(), before.size());
    for (std::size_t at = 0; at < after.size(); ++at) {
        QVERIFY(after[at].stream == before[at].stream && after[at].changes == before[at].changes &&
                after[at].setHash == before[at].setHash && after[at].fold == before[at].fold);
    }
    QCOMPARE(waits, waitedBefore);
    QCOMPARE(sends, sendsBefore);
    QCOMPARE(people, peopleBefore);
    QVERIFY(!std::filesystem::exists(practice::PracticeFolder::in(m_program->options.data)));
    QCOMPARE(files(), filesBefore);
    QVERIFY(!anyFileHas(kMarker.toUtf8()));
    const std::size_t log = m_home->log().size();
    m_program->ask([this](engine::Engine &engine) {
        m_home->meet(engine);
        return 0;
    });
    QCOMPARE(m_home->log().size(), log); // the office gets nothing of it
    QCOMPARE(m_program->house->start()->tiles()->count(), 2);
}

void TestPractice::itEndsWhenNobodyIsThere()
{
    begin();
    writeInThePlan();
    HandIdle &end = *m_program->idles.back();
    QCOMPARE(end.runningMs, 120'000);
    const int starts = end.starts;
    m_program->tap(QStringLiteral("Færdig"));
    QVERIFY(end.starts > starts); // each touch begins it anew
    QCOMPARE(end.runningMs, PracticeRun::kIdleMs);
    end.slept = true;
    const int before = end.starts;
    m_program->touch(QStringLiteral("Har du brug for nogen nu?")); // too late: whoever practised has gone
    QCOMPARE(end.starts, before);
    end.slept = false;
    practising().cover()->hide(); // a cover in it holds nobody back
    end.ring();
    QTRY_VERIFY(m_program->practice->app() == nullptr);
    QVERIFY(m_program->window->quick()->isVisible());
    QCOMPARE(m_program->house->navigator()->page(), Page::Start);
    QVERIFY(!std::filesystem::exists(practice::PracticeFolder::in(m_program->options.data)));
}

void TestPractice::itEndsWithItsWindow()
{
    begin();
    QSignalSpy quits(qGuiApp, &QGuiApplication::lastWindowClosed);
    m_program->practice->window().quick()->close();
    QTRY_VERIFY(m_program->practice->app() == nullptr);
    QVERIFY(m_program->window->quick()->isVisible());
    QCOMPARE(quits.count(), 0); // the program goes on
}

void TestPractice::itEndsWhenTheRealTabletIsEmptied()
{
    begin();
    m_program->house->coreFailed(Problem::Emptied);
    QTRY_VERIFY(m_program->practice->app() == nullptr);
    QCOMPARE(m_program->house->navigator()->page(), Page::Problem);
    QVERIFY(m_program->window->quick()->isVisible());
}

void TestPractice::whatIsUnderWayWhenItEndsComesToNobody()
{
    begin();
    bool came = false;
    QObject receiver; // lives on, as a page of the real tablet does
    std::promise<void> hold;
    practising().core().run(
        &receiver,
        [waits = hold.get_future().share()](engine::Engine &) {
            waits.wait(); // a slow disk
            return 1;
        },
        [&came](int) { came = true; });
    practising().core().run(
        &receiver, [](engine::Engine &) { return 2; }, [&came](int) { came = true; });
    QTimer::singleShot(0, [&hold] { hold.set_value(); });
    QCoreApplication::processEvents();
    m_program->practice->endNow();
    for (int round = 0; round < 10; ++round) {
        QCoreApplication::processEvents();
    }
    QVERIFY(!came);
    Program::settle(*m_program->house);
    // And the real one works as ever.
    m_program->house->start()->openTile(0);
    Program::settle(*m_program->house);
    QCOMPARE(m_program->house->navigator()->page(), Page::Resident);
    QVERIFY(m_program->house->session().snapshot().has_value());
}

void TestPractice::thePracticeHearsNothingOfTheRealHouse()
{
    begin();
    QSignalSpy here(&practising().core(), &CoreLink::changed);
    QSignalSpy there(&m_program->house->core(), &CoreLink::changed);
    (void)m_home->addTile("Amira");
    m_program->ask([this](engine::Engine &engine) {
        m_home->meet(engine);
        return 0;
    });
    QTRY_COMPARE(m_program->house->start()->tiles()->count(), 3); // it goes on behind
    QCOMPARE(here.count(), 0);
    QCOMPARE(practising().start()->tiles()->count(), 1);
    there.clear();
    writeInThePlan();
    practising().write()->finish();
    Program::settle(practising());
    practising().plan()->back();
    QTRY_VERIFY(here.count() > 0);
    QCOMPARE(there.count(), 0);
}

void TestPractice::helpIsTheRealHouses()
{
    begin();
    m_program->tap(QStringLiteral("Har du brug for nogen nu?"));
    QVERIFY(m_program->shows(QStringLiteral("Vagten i huset")));
    QVERIFY(m_program->shows(QStringLiteral("Det her er ingen øvelse")));
    m_home->addHelp("Natten", "87 65 43 21");
    m_program->ask([this](engine::Engine &engine) {
        m_home->meet(engine);
        return 0;
    });
    QTRY_VERIFY(m_program->shows(QStringLiteral("Natten"))); // also what changes meanwhile
    QVERIFY(m_program->shows(QStringLiteral("Øvelse · intet bliver gemt")));
    stop(); // over the help, too
}

void TestPractice::staffAreLockedOutFirst()
{
    App &app = *m_program->house;
    app.start()->openStaff();
    const auto &people = *app.staffChooser()->people();
    for (int row = 0; row < people.count(); ++row) {
        if (people.data(people.index(row), people.roleNames().key("name")).toString() ==
            QStringLiteral("Mette")) {
            app.staffChooser()->choose(row);
            break;
        }
    }
    Program::settle(app);
    for (const int digit : {2, 4, 6, 8, 1, 0}) {
        app.signIn()->addDigit(digit);
    }
    Program::settle(app);
    QCOMPARE(app.navigator()->page(), Page::Staff);
    app.practice()->open();
    Program::settle(app);
    QCOMPARE(app.navigator()->page(), Page::Practice);
    const auto stay = m_program->ask([](engine::Engine &engine) { return engine.signedIn(); });
    QCOMPARE(stay.kind, engine::SignInKind::Nobody);
    QVERIFY(!app.session().isStaff());
}

void TestPractice::leavingThePageBeforeItStandsBeginsNothing()
{
    App &app = *m_program->house;
    app.practice()->open();
    app.practice()->begin();
    QVERIFY(app.practice()->opening());
    app.practice()->back();
    QVERIFY(!app.practice()->opening());
    const auto folder = practice::PracticeFolder::in(m_program->options.data);
    QTRY_VERIFY(!std::filesystem::exists(folder));
    QVERIFY(m_program->practice->app() == nullptr);
    QCOMPARE(app.navigator()->page(), Page::Start);
    begin(); // and it can be begun again
}

void TestPractice::aDiskThatTakesNothingSaysSo()
{
    // A file that can't be removed as a folder can't stand in the way; data that is not there can.
    App &app = *m_program->house;
    const auto away = m_program->options.data.string() + "-away";
    std::filesystem::rename(m_program->options.data, away);
    app.practice()->open();
    app.practice()->begin();
    QTRY_VERIFY(!app.practice()->opening());
    QVERIFY(app.practice()->problem() != Problem::None);
    QCOMPARE(app.navigator()->page(), Page::Practice);
    QVERIFY(m_program->shows(QStringLiteral("Øvelsen kunne ikke begynde.")));
    std::filesystem::rename(away, m_program->options.data);
    m_program->tap(QStringLiteral("Begynd øvelsen"));
    QTRY_VERIFY(m_program->practice->app() != nullptr);
}

void TestPractice::itIsNotOfferedWithinItself()
{
    begin();
    QVERIFY(practising().practice()->practising());
    QVERIFY(!practising().practice()->offered());
    QVERIFY(!m_program->shows(QStringLiteral("Øv dig")));
    practising().practice()->open();
    QCOMPARE(practising().navigator()->page(), Page::Start);
    m_program->house->practice()->stop(); // the real one has nothing to stop
    QCoreApplication::processEvents();
    QVERIFY(m_program->practice->app() != nullptr);
}

void TestPractice::nothingIsMadeBeforeItBegins()
{
    QVERIFY(m_program->idles.empty());
    QVERIFY(!std::filesystem::exists(practice::PracticeFolder::in(m_program->options.data)));
    QCOMPARE(QGuiApplication::topLevelWindows().size(), 1);
    m_program->tap(QStringLiteral("Øv dig"));
    QVERIFY(m_program->idles.empty());
    QVERIFY(!std::filesystem::exists(practice::PracticeFolder::in(m_program->options.data)));
}

void TestPractice::inAKioskToo()
{
    m_program = {};
    m_program = std::make_unique<Program>(m_dir->path());
    m_program->options.look.kiosk = true;
    m_program->start();
    m_program->house->practice()->open();
    m_program->house->practice()->begin();
    QTRY_VERIFY(m_program->practice->app() != nullptr);
    QCOMPARE(m_program->house->navigator()->page(), Page::Start); // already when the screen goes to the other
    QTRY_COMPARE(practising().navigator()->page(), Page::Start);
    QCOMPARE(m_program->practice->window().quick()->visibility(), QWindow::FullScreen);
    QVERIFY(!m_program->window->quick()->isVisible());
    practising().start()->openTile(0);
    Program::settle(practising());
    QEvent lost(QEvent::FocusOut);
    QCoreApplication::sendEvent(m_program->practice->window().quick(), &lost);
    QVERIFY(practising().cover()->covered());
    QCOMPARE(m_program->house->navigator()->page(), Page::Start);
    stop(); // over the cover, too
    QCOMPARE(m_program->window->quick()->visibility(), QWindow::FullScreen);
}

void TestPractice::whatAKillLeavesIsNoiseAndGoesAtTheNextStart()
{
    const QStringList before = files(); // while it runs: the next one runs, too
    m_program.reset();
    QProcess killed;
    killed.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--practise-in"), m_dir->path()});
    QVERIFY(killed.waitForReadyRead(60'000)); // it has written the word
    killed.kill();                            // SIGKILL
    QVERIFY(killed.waitForFinished());
    QCOMPARE(killed.exitStatus(), QProcess::CrashExit);
    const auto folder = practice::PracticeFolder::in((m_dir->path() + QStringLiteral("/data")).toStdString());
    QVERIFY(std::filesystem::exists(folder));
    QVERIFY(!anyFileHas(kMarker.toUtf8()));
    QVERIFY(!anyFileHas("ve-Kim"));
    m_program = std::make_unique<Program>(m_dir->path());
    m_program->start();
    QVERIFY(!std::filesystem::exists(folder));
    QCOMPARE(files(), before);
    begin(); // and one can practise again
}

/** Another process, which somebody kills: begins a practice, writes the word, says so, and stays. */
static int practiseIn(const QString &dir)
{
    Program program(dir);
    program.start();
    program.house->practice()->open();
    program.house->practice()->begin();
    if (!QTest::qWaitFor([&] { return program.practice->app() != nullptr; }, 30'000)) {
        return 1;
    }
    App &app = *program.practice->app();
    const auto written = [](engine::Engine &engine) {
        const engine::Who kim{engine.home().residents.at(0).id, merge::Role::ROLE_RESIDENT};
        must(engine.openPlan(kim.person, kim, kPlan));
        must(engine.editField(kim.person, kim, kPlan, "brug-for.indefra", kMarker.toStdString()));
        must(engine.leavePlan(kim.person, kim, kPlan));
        must(engine.editField(kim.person, kim, kPlan, "mig.indefra", kMarker.toStdString()));
        return 0;
    };
    app.core().run(&app, written, [](int) {
        std::puts("written");
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QAccessible::setActive(true);
    if (argc == 3 && std::string_view(argv[1]) == "--practise-in") {
        return practiseIn(QString::fromUtf8(argv[2]));
    }
    TestPractice test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_practice.moc"
