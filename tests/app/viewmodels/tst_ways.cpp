// *Sådan vil jeg have det*, in front of a real engine: what can be said elsewhere can be taken back here.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/memory_disk.h"
#include "tests/support/must.h"

#include <QTest>

#include <sqlite3.h>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

class TestWays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m = std::make_unique<AppFixture>();
        m->enter(QStringLiteral("Sofie"));
    }
    void cleanup()
    {
        m.reset();
        m_disk.reset();
    }

    /** *Skal vi spørge igen?* stands on the thank-you page of every form, also of a round. */
    void whatWasSaidOnTheThankYouPageStandsHere()
    {
        openWays();
        const QStringList before = forms();
        m->app.navigator()->pop();
        m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Themes));
        m->settle();
        m->app.resident()->openTheme(0);
        m->settle();
        const QString title = m->app.begin()->title();
        QVERIFY(!title.isEmpty());
        QVERIFY(!before.contains(title)); // nobody is asked about a round here
        m->app.begin()->notToday();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Thanks);
        QVERIFY(m->app.thanks()->mayAsk());
        m->app.thanks()->askAgain(static_cast<int>(WaysViewModel::Asked::NoMore));
        m->settle();
        m->app.thanks()->close();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        openWays();
        QCOMPARE(forms().size(), before.size() + 1);
        QVERIFY(forms().contains(title));
        const auto row = static_cast<int>(column(*m->app.ways()->rows(), "form").indexOf(title));
        QCOMPARE(cell(*m->app.ways()->rows(), row, "value").toInt(),
                 static_cast<int>(WaysViewModel::Asked::NoMore));
    }

    void whatWasSaidOnThePageIsUndoneWithIt()
    {
        using Asked = WaysViewModel::Asked;
        const auto said = [&] { return m->app.session().resident()->ways.askingFor(kWellbeing); };
        const auto notToday = [&](Asked asked) {
            m->app.resident()->openEntry(0);
            m->app.begin()->notToday();
            m->settle();
            QCOMPARE(m->app.navigator()->page(), Page::Thanks);
            m->app.thanks()->askAgain(static_cast<int>(asked));
            m->settle();
            QCOMPARE(said(), static_cast<domain::Asking>(asked));
        };
        notToday(Asked::NoMore);
        m->app.thanks()->undo();
        m->settle();
        QCOMPARE(said(), domain::Asking::Yes); // as if never said
        notToday(Asked::SaysSo);
        m->app.thanks()->close();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        notToday(Asked::NoMore);
        m->app.thanks()->undo();
        m->settle();
        QCOMPARE(said(), domain::Asking::SaysSo);
    }

    /** On a disk that takes nothing more: what was not saved is said, and nothing is undone by half. */
    void whatTheDiskRefusesIsSaid()
    {
        using Asked = WaysViewModel::Asked;
        m.reset(); // one program at a time
        m_disk = std::make_unique<MemoryDisk>("refuses-the-asking");
        MemoryDisk &disk = *m_disk;
        m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Shared, shippedCatalogue(),
                                         false, App::Look{}, disk.name());
        m->enter(QStringLiteral("Sofie"));
        const auto full = [](MemoryDisk::Call call, const std::string &) {
            return call == MemoryDisk::Call::Write ? std::optional<int>(SQLITE_FULL) : std::nullopt;
        };
        const auto tap = [&](Asked asked) {
            m->app.thanks()->askAgain(static_cast<int>(asked));
            m->settle();
        };
        const auto undo = [&] {
            m->app.thanks()->undo();
            m->settle();
        };
        const auto said = [&] { return m->app.session().resident()->ways.askingFor(kWellbeing); };
        m->app.resident()->openEntry(0);
        m->app.begin()->notToday();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Thanks);
        QCOMPARE(m->app.thanks()->askProblem(), Problem::None);
        disk.setFault(full);
        tap(Asked::NoMore);
        QCOMPARE(m->app.thanks()->askProblem(), Problem::DiskFull);
        QCOMPARE(m->app.thanks()->asking(), 0); // what shows is on disk
        QCOMPARE(said(), domain::Asking::Yes);
        disk.setFault({});
        tap(Asked::NoMore);
        QCOMPARE(m->app.thanks()->askProblem(), Problem::None);
        QCOMPARE(said(), domain::Asking::NoMore);
        disk.setFault(full);
        undo();
        QCOMPARE(m->app.navigator()->page(), Page::Thanks);
        QCOMPARE(m->app.thanks()->askProblem(), Problem::DiskFull);
        QCOMPARE(m->app.thanks()->asking(), static_cast<int>(Asked::NoMore));
        QVERIFY(!m->app.thanks()->tooLate()); // Fortryd stays: there may be room again
        disk.setFault({});
        undo();
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
        QCOMPARE(said(), domain::Asking::Yes);
    }

private:
    void openWays()
    {
        m->app.resident()->openWays();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Ways);
    }
    /** Titles of the rows about being asked. */
    QStringList forms()
    {
        QStringList out;
        for (const QString &title : column(*m->app.ways()->rows(), "form")) {
            if (!title.isEmpty()) {
                out.append(title);
            }
        }
        return out;
    }

    std::unique_ptr<MemoryDisk> m_disk;
    std::unique_ptr<AppFixture> m;
};

QTEST_GUILESS_MAIN(TestWays)
#include "tst_ways.moc"
