// What one person has copied is not there for the next.
#include "app/main/copied_words.h"
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace trivsel;
using namespace trivsel::app;

class TestCopiedWords : public QObject
{
    Q_OBJECT

    static QString copied() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void init()
    {
        App::Look look;
        look.kiosk = true;
        m = std::make_unique<test::AppFixture>(catalogue::Language::Da, TabletKind::Shared,
                                               test::shippedCatalogue(), false, look);
        m_guard = std::make_unique<CopiedWords>(m->app);
        m->enter(QStringLiteral("Sofie"));
        QGuiApplication::clipboard()->setText(QStringLiteral("Jeg sover ikke."));
    }
    void cleanup()
    {
        m_guard.reset();
        m.reset();
    }
    void theyStayWhileSheWrites()
    {
        m->app.resident()->openOwnPage();
        QCOMPARE(copied(), QStringLiteral("Jeg sover ikke."));
    }
    void theCoverTakesThem()
    {
        m->app.cover()->hide();
        QCOMPARE(copied(), QString());
    }
    void theStartPageTakesThem()
    {
        m->app.navigator()->reset(Navigator::Page::Start);
        QCOMPARE(copied(), QString());
    }
    /** Sofie and Mette sit together; neither the cover nor the start page comes between them. */
    void inATalkTheyGoWithWhoeverHasTheTablet()
    {
        m->app.cover()->goToStart();
        m->settle();
        const engine::Who &mette = m->home.mette;
        m->behindTheScreens(mette, [&](engine::Engine &engine) {
            domain::TalkAgreement agreement;
            agreement.topic = {domain::TalkAbout::Person, mette.person, {}};
            agreement.period = domain::TalkPeriod::TwoWeeks;
            agreement.rhythm = domain::TalkRhythm::TwoWeeks;
            agreement.asking = domain::TalkAsking::StaffAsk;
            test::must(engine.agreeOnConversations(m->home.sofie.person, mette, agreement, {}));
        });
        m->enterStaff(QStringLiteral("Mette"));
        m->app.staff()->openResident(static_cast<int>(
            test::column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
        m->settle();
        auto &talk = *m->app.conversation();
        talk.open();
        m->settle();
        talk.chooseWay(ConversationViewModel::Way::Together);
        m->settle();
        QGuiApplication::clipboard()->setText(QStringLiteral("Hun virker træt."));
        talk.begin();
        m->settle();
        QVERIFY(m->app.session().isResident());
        QCOMPARE(copied(), QString());
        QGuiApplication::clipboard()->setText(QStringLiteral("Jeg sover ikke."));
        talk.back();
        m->settle();
        QVERIFY(m->app.session().isStaff());
        QCOMPARE(copied(), QString());
    }
    void theEndOfAPracticeTakesThem()
    {
        m_guard.reset();
        QCOMPARE(copied(), QString());
    }

private:
    std::unique_ptr<test::AppFixture> m;
    std::unique_ptr<CopiedWords> m_guard;
};

QTEST_MAIN(TestCopiedWords)
#include "tst_copied_words.moc"
