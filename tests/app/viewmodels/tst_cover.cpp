// Covering: what was typed is down first, nothing of the resident stays in memory, the same person comes back
// to it.
#include "tests/app/viewmodels/app_fixture.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

class TestCover : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m = std::make_unique<AppFixture>(); }
    void cleanup() { m.reset(); }
    void theStartPageNeverCovers();
    void questionPagesWaitLongerThanAnswers();
    void aTouchBeginsTheTimeAnew();
    void theResidentChoosesHowLong();
    void aTouchThatWakesTheTabletCoversIt();
    void theVoiceStopsWhereThePageIsLeft();
    void coveringDropsTheResidentFromMemory();
    void theQuestionComesBackAsItWas();
    void whatIsTypedInAPlanBecomesPartOfItWhenCovered();
    void aNewTextForTwoVersionsIsNobodysYesWhenCovered();
    void coveringTheThankYouPageGivesTheAnswer();
    void somebodyElseFindsTheStartPage();
    void staffPagesLock();
    void coveredFromTheWritingPageThePlanIsNotInMemory();
    void aLateAnswerOfTheDiskBringsNothingBackUnderTheCover();
    void helpIsThereOverTheCover();

private:
    void openQuestion();

    std::unique_ptr<AppFixture> m;
};

void TestCover::openQuestion()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(0);
    m->app.begin()->begin();
    m->settle();
    m->app.question()->choose(3);
    m->settle();
}

void TestCover::theStartPageNeverCovers()
{
    QCOMPARE(m->idle.runningMs, 0);
    m->app.cover()->hide();
    QVERIFY(!m->app.cover()->covered());
}

void TestCover::questionPagesWaitLongerThanAnswers()
{
    QCOMPARE(idleMsOf(Page::Question), 120'000);
    QCOMPARE(idleMsOf(Page::Write), 120'000);
    QCOMPARE(idleMsOf(Page::Review), 45'000);
    QCOMPARE(idleMsOf(Page::OwnPage), 45'000);
    QCOMPARE(idleMsOf(Page::StaffAnswers), 45'000);
    QCOMPARE(idleMsOf(Page::Start), 0);
    openQuestion();
    QCOMPARE(m->idle.runningMs, 120'000);
    m->idle.ring();
    QVERIFY(m->app.cover()->covered());
    QCOMPARE(m->idle.runningMs, 0);
}

void TestCover::aTouchBeginsTheTimeAnew()
{
    openQuestion();
    m->idle.runningMs = 1;
    m->app.cover()->noteTouch();
    QCOMPARE(m->idle.runningMs, 120'000);
}

void TestCover::theResidentChoosesHowLong()
{
    const auto choose = [&](int seconds) {
        m->core.post([&](engine::Engine &engine) {
            QVERIFY(
                engine.setOwnWish(m->home.sofie.person, m->home.sofie, engine::OwnWish::CoverAfter, seconds));
        });
        m->settle();
    };
    choose(600);
    openQuestion();
    QCOMPARE(m->idle.runningMs, 600'000);
    m->app.resident()->openOwnPage();
    QCOMPARE(m->idle.runningMs, 45'000); // what was answered is hidden as soon as everybody's
    m->app.resident()->openPictures();
    QCOMPARE(m->idle.runningMs, 45'000);
    m->app.cover()->goToStart();
    choose(60);
    m->enter(QStringLiteral("Karim"));
    m->app.resident()->openEntry(0);
    QCOMPARE(m->idle.runningMs, 120'000); // hers alone
    m->app.cover()->goToStart();
    openQuestion();
    QCOMPARE(m->idle.runningMs, 60'000);
    m->app.resident()->openOwnPage();
    QCOMPARE(m->idle.runningMs, 45'000);
}

void TestCover::aTouchThatWakesTheTabletCoversIt()
{
    openQuestion();
    m->idle.slept = true; // and nothing has rung yet
    QVERIFY(!m->app.cover()->noteTouch());
    QVERIFY(m->app.cover()->covered());
    QVERIFY(m->app.cover()->noteTouch()); // the next one is for the cover
}

void TestCover::theVoiceStopsWhereThePageIsLeft()
{
    openQuestion();
    m->app.question()->readAloud();
    const int before = m->voice.stops;
    m->app.navigator()->openHelp();
    QVERIFY(m->voice.stops > before);
    m->app.navigator()->closeHelp();
    const int once = m->voice.stops;
    m->app.navigator()->push(Page::OwnPage);
    QVERIFY(m->voice.stops > once);
}

void TestCover::coveringDropsTheResidentFromMemory()
{
    openQuestion();
    m->app.cover()->hide();
    m->settle();
    QVERIFY(!m->app.session().snapshot().has_value());
    QVERIFY(!m->app.question()->answered());
    QCOMPARE(m->app.review()->answers()->count(), 0);
    QCOMPARE(m->app.ownPage()->saved()->given()->count(), 0);
}

void TestCover::theQuestionComesBackAsItWas()
{
    openQuestion();
    m->app.question()->next();
    m->settle();
    m->app.question()->choose(1);
    m->settle();
    m->app.cover()->hide();
    m->settle();
    QCOMPARE(m->app.cover()->name(), QStringLiteral("Sofie"));
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Question);
    QCOMPARE(m->app.question()->number(), 2);
    QCOMPARE(cell(*m->app.question()->options(), 1, "chosen").toBool(), true);
    m->app.question()->choose(2);
    m->settle();
    QCOMPARE(cell(*m->app.question()->options(), 2, "chosen").toBool(), true);
}

void TestCover::whatIsTypedInAPlanBecomesPartOfItWhenCovered()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Plan));
    m->settle();
    m->app.plan()->openMine(0);
    m->app.write()->setText(QStringLiteral("Halvt skre"));
    m->app.write()->setText(QStringLiteral("Halvt skrevet")); // the first is still under way
    m->idle.ring();
    m->settle();
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    const auto mine = cell(*m->app.plan()->rows(), 0, "mine").value<PlanCell>();
    QCOMPARE(mine.text, QStringLiteral("Halvt skrevet"));
    QVERIFY(!mine.unfinished);
    QCOMPARE(m->app.write()->text(), QString());
}

void TestCover::aNewTextForTwoVersionsIsNobodysYesWhenCovered()
{
    const QTemporaryDir dir;
    EngineTablet other(m->home, dir.path().toStdString(), "Kontoret", 2);
    m->home.meet(*other);
    const PersonId sofie = m->home.sofie.person;
    int number = 0;
    for (engine::Engine *engine : {&*m->tablet, &*other}) {
        QVERIFY(engine->openPlan(sofie, m->home.sofie, kPlan).has_value());
        const std::string text = "Udgave " + std::to_string(++number);
        QVERIFY(engine->editField(sofie, m->home.sofie, kPlan, "mig.indefra", text).has_value());
        QVERIFY(engine->leavePlan(sofie, m->home.sofie, kPlan).has_value());
    }
    m->home.meet(*other);
    m->meet();
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Plan));
    m->settle();
    m->app.plan()->openMine(0);
    m->app.versions()->writeNew();
    m->app.write()->setText(QStringLiteral("En tredje"));
    m->settle();
    m->app.cover()->hide();
    m->settle();
    m->app.cover()->goToStart();
    m->settle();
    const auto plan = m->tablet->openPlan(sofie, m->home.sofie, kPlan);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->fields[0].view.state, merge::RegisterState::Two);
    QCOMPARE(QString::fromStdString(plan->fields[0].draft.value_or("")), QStringLiteral("En tredje"));
}

void TestCover::coveringTheThankYouPageGivesTheAnswer()
{
    openQuestion();
    while (m->app.navigator()->page() == Page::Question) {
        m->app.question()->next();
        m->settle();
    }
    m->app.review()->chooseReaders(0);
    m->settle();
    m->app.review()->save();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    m->idle.ring();
    m->settle();
    QVERIFY(m->app.cover()->covered());
    const auto page = m->tablet->openResident(m->home.sofie.person, m->home.sofie);
    QCOMPARE(page->responses.size(), 1U);
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
}

void TestCover::somebodyElseFindsTheStartPage()
{
    openQuestion();
    m->app.cover()->hide();
    m->app.cover()->goToStart();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Start);
    QVERIFY(!m->app.cover()->covered());
    m->enter(QStringLiteral("Karim"));
    QCOMPARE(cell(*m->app.resident()->entries(), 0, "waiting").toBool(), false);
    m->app.resident()->leave();
    m->enter(QStringLiteral("Sofie"));
    QCOMPARE(cell(*m->app.resident()->entries(), 0, "waiting").toBool(), true);
}

void TestCover::staffPagesLock()
{
    m->enterStaff(QStringLiteral("Mette"));
    QVERIFY(m->idle.runningMs > 0);
    m->idle.ring();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Start);
    QVERIFY(!m->app.cover()->covered());
    QVERIFY(!m->app.session().isStaff());
}

void TestCover::helpIsThereOverTheCover()
{
    openQuestion();
    m->app.cover()->hide();
    m->app.navigator()->openHelp();
    QVERIFY(m->app.navigator()->helpOpen());
    QVERIFY(m->app.cover()->covered());
    m->app.navigator()->closeHelp();
    QVERIFY(m->app.cover()->covered());
}

void TestCover::coveredFromTheWritingPageThePlanIsNotInMemory()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Plan));
    m->settle();
    m->app.plan()->openMine(0);
    m->app.write()->setText(QStringLiteral("Noget privat"));
    m->settle();
    QVERIFY(m->app.plan()->rows()->count() > 0);
    m->app.cover()->hide();
    m->settle();
    QCOMPARE(m->app.plan()->rows()->count(), 0);
    QVERIFY(!m->app.plan()->ready());
    QVERIFY(!m->app.session().snapshot().has_value());
}

void TestCover::aLateAnswerOfTheDiskBringsNothingBackUnderTheCover()
{
    openQuestion();
    while (m->app.navigator()->page() == Page::Question) {
        m->app.question()->next();
        m->settle();
    }
    m->app.review()->chooseReaders(0);
    m->settle();
    m->app.review()->save();
    m->settle();
    m->app.thanks()->close();
    m->settle();
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openOwnPage();
    m->settle();
    QVERIFY(m->app.ownPage()->saved()->given()->count() > 0);
    m->core.hold();
    m->app.ownPage()->askWithdraw();
    m->app.ownPage()->withdraw();
    m->app.cover()->hide();
    m->core.release();
    m->settle();
    QVERIFY(!m->app.session().snapshot().has_value());
    QCOMPARE(m->app.ownPage()->saved()->given()->count(), 0);
}

QTEST_GUILESS_MAIN(TestCover)
#include "tst_cover.moc"
