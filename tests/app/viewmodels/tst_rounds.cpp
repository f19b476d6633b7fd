// Rounds in the common room behind the screens: memory alone until Gem, and nothing survives leaving.
#include "tests/app/viewmodels/app_fixture.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::app;
using trivsel::test::AppFixture;
using Page = Navigator::Page;

namespace {
const std::string kTheme = "https:"
                           "//trivsel.example/fhir/Questionnaire/tema-1-beboer";
}

class TestRoundPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m.reset();
        m = std::make_unique<AppFixture>();
        m->behindTheScreens(m->home.mette, [this](engine::Engine &engine) {
            QVERIFY(engine.beginRound(m->home.mette, kTheme));
        });
        m->app.round()->look();
        m->settle();
        QVERIFY(m->app.start()->roundOpen());
    }

    void fiveAnswersAndAClosingAreABox()
    {
        for (int i = 0; i < 5; ++i) {
            answer();
            QCOMPARE(m->app.round()->step(), RoundViewModel::Step::Thanks);
            m->app.round()->leave();
            m->settle();
        }
        m->enterStaff(QStringLiteral("Mette"));
        m->app.rounds()->open();
        m->settle();
        m->app.rounds()->askClose();
        m->app.rounds()->agree();
        m->settle();
        QCOMPARE(m->app.rounds()->ended(), RoundsViewModel::End::OnTheirWay);
        QCOMPARE(m->core.syncs, 1);
    }

    /** By hand or by the clock: what was begun is on no disk, and not in memory. */
    void nothingOfHalfAnAnswerStays()
    {
        const auto before = disk();
        toQuestion(3);
        QCOMPARE(disk(), before);
        m->idle.ring();
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        QVERIFY(!m->app.cover()->covered());
        toQuestion(0);
        QCOMPARE(m->app.question()->number(), 1);
        QVERIFY(!m->app.question()->answered());
        m->app.cover()->hide(); // the window lost the screen
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        QCOMPARE(disk(), before);
    }

    void theyHaveAsMuchTimeOnEachPage()
    {
        toQuestion(0);
        QCOMPARE(m->idle.runningMs, CoverViewModel::kQuestionIdleMs);
        answerOn();
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QCOMPARE(m->idle.runningMs, CoverViewModel::kQuestionIdleMs);
    }

    void anAnswerIsChangedFromTheReview()
    {
        toQuestion(0);
        answerOn();
        m->app.review()->change(2);
        m->settle();
        QCOMPARE(m->app.question()->number(), 3);
        QVERIFY(m->app.question()->answered());
        m->app.question()->next();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QVERIFY(m->app.review()->canSave());
    }

    void aSecondTapOnGemIsNoSecondAnswer()
    {
        toQuestion(0);
        answerOn();
        m->core.hold();
        m->app.review()->save();
        m->app.review()->save();
        m->core.release();
        m->settle();
        QCOMPARE(m->app.round()->step(), RoundViewModel::Step::Thanks);
        for (int i = 0; i < 3; ++i) {
            m->app.round()->leave();
            m->settle();
            answer();
        }
        m->behindTheScreens(m->home.mette, [this](engine::Engine &engine) {
            const auto end = engine.closeRound(m->home.mette);
            QVERIFY(end && *end == engine::RoundEnd::TooFew); // four, not five
        });
    }

    void theResidentsOwnFormsAreAsBefore()
    {
        toQuestion(2);
        m->app.cover()->goToStart();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Faces));
        m->app.begin()->begin();
        m->settle();
        QVERIFY(!m->app.question()->unnamed());
        m->app.question()->choose(3);
        m->settle();
        QVERIFY(m->app.question()->saved());
    }

private:
    void toQuestion(int answered)
    {
        m->app.start()->openRound();
        m->app.round()->begin();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Question);
        for (int i = 0; i < answered; ++i) {
            m->app.question()->choose(i);
            m->app.question()->next();
            m->settle();
        }
    }
    void answerOn()
    {
        while (m->app.navigator()->page() == Page::Question) {
            m->app.question()->choose(2);
            m->app.question()->next();
            m->settle();
        }
    }
    void answer()
    {
        toQuestion(0);
        answerOn();
        m->app.review()->save();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Round);
    }
    /** Every file of the tablet's, byte for byte. */
    [[nodiscard]] QByteArray disk() const
    {
        QByteArray all;
        const QDir dir(m->dir.path());
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            if (!name.endsWith(QLatin1String("-shm")) && file.open(QIODevice::ReadOnly)) {
                all += name.toUtf8() + file.readAll();
            }
        }
        return all;
    }

    std::unique_ptr<AppFixture> m;
};

QTEST_GUILESS_MAIN(TestRoundPages)
#include "tst_rounds.moc"
