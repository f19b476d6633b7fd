// From the begin page to the answer that others read.
#include "proto/catalogue/read_aloud.h"
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/memory_disk.h"

#include <QAbstractItemModelTester>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

class TestForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void beginningLeavesNoDraftUntilSomethingIsTapped();
    void aFaceShowsAsChosenOnlyWhenItIsOnDisk();
    void theSameTapTwiceTakesTheChoiceBack();
    void skippingIsRememberedAndSaidInTheReview();
    void backGoesToTheQuestionBefore();
    void theDraftIsThereAfterAStop();
    void nothingIsPreselectedAmongReaders();
    void whatWasSaidOnceIsPreselectedAndSent();
    void whatIsShownIsWhatIsSent();
    void onlyMeThatIsClosedIsNobodyElse();
    void onlyMeIsNotOfferedWithoutCodes();
    void savingNeedsReadersAndAnAnswer();
    void undoBringsTheReviewBackAndClosingGivesTheAnswer();
    void fortrydThatComesTooLateSaysSo();
    void fortrydStaysWhileTheDiskIsFull();
    void notTodayIsAFullAnswer();
    void changingAnAnswerComesBackToTheReview();
    void theOwnWordsAreAskedInTheReview();
    void throwingAwayAsksOnce();
    void cooperationAsksWhomItIsAbout();
    void stepsAndDontKnowComeFromTheDefinition();
    void readingAloudNeverSaysTheChosenAnswer();
    void theRecordingIsThatOfTheWordsOnTheScreen_data();
    void theRecordingIsThatOfTheWordsOnTheScreen();
    void withoutAnEngineTheButtonStandsWhereSomebodyHasSpoken();
    void aRefusedTapSaysSo();
    void anAnswerThatWaitsAtTheReviewOpensThere();
    void coveredBeforeTheFirstTapItGoesOn();
    void coveredWhileItIsBeingOpenedNothingArrives();
    void staffAnswerTheirOwnForm();
    void readingAloudCanBeStopped();
    void itReadsAsFastAsTheResidentLikes_data();
    void itReadsAsFastAsTheResidentLikes();

private:
    void say(StreamKind readers);
    void openFirstForm();
    void choose(int row);
    void next();
    void answerAll();
    [[nodiscard]] std::size_t responsesOfSofie();

    std::unique_ptr<AppFixture> m;
};

void TestForm::init()
{
    m = std::make_unique<AppFixture>();
    m->enter(QStringLiteral("Sofie"));
}

void TestForm::cleanup()
{
    m.reset();
}

/** On *Sådan vil jeg have det*. */
void TestForm::say(StreamKind readers)
{
    const auto &sofie = m->home.sofie;
    QVERIFY(m->tablet->setOwnWish(sofie.person, sofie, engine::OwnWish::Readers,
                                  static_cast<std::int64_t>(readers)));
    m->settle();
}

void TestForm::openFirstForm()
{
    m->app.resident()->openEntry(0);
    m->app.begin()->begin();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Question);
}

void TestForm::choose(int row)
{
    m->app.question()->choose(row);
    m->settle();
}

void TestForm::next()
{
    m->app.question()->next();
    m->settle();
}

void TestForm::answerAll()
{
    openFirstForm();
    while (m->app.navigator()->page() == Page::Question) {
        choose(3);
        next();
    }
    QCOMPARE(m->app.navigator()->page(), Page::Review);
}

std::size_t TestForm::responsesOfSofie()
{
    const auto page = m->tablet->openResident(m->home.sofie.person, m->home.sofie);
    return page ? page->responses.size() : 0;
}

void TestForm::beginningLeavesNoDraftUntilSomethingIsTapped()
{
    openFirstForm();
    m->app.question()->pause();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
    QCOMPARE(cell(*m->app.resident()->entries(), 0, "waiting").toBool(), false);
}

void TestForm::aFaceShowsAsChosenOnlyWhenItIsOnDisk()
{
    openFirstForm();
    QCOMPARE(m->app.question()->style(), QuestionViewModel::Style::Faces);
    const QAbstractItemModelTester tester(m->app.question()->options(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m->core.hold();
    m->app.question()->choose(3);
    QCoreApplication::processEvents();
    QVERIFY(!column(*m->app.question()->options(), "chosen").contains(QStringLiteral("true")));
    QVERIFY(!m->app.question()->saved());
    m->core.release();
    m->settle();
    QCOMPARE(cell(*m->app.question()->options(), 3, "chosen").toBool(), true);
    QVERIFY(m->app.question()->answered());
    QVERIFY(m->app.question()->saved());
}

void TestForm::theSameTapTwiceTakesTheChoiceBack()
{
    openFirstForm();
    choose(3);
    choose(3);
    QVERIFY(!m->app.question()->answered());
    QVERIFY(!column(*m->app.question()->options(), "chosen").contains(QStringLiteral("true")));
}

void TestForm::skippingIsRememberedAndSaidInTheReview()
{
    openFirstForm();
    choose(0);
    next();
    next();
    next();
    next();
    QCOMPARE(m->app.navigator()->page(), Page::Review);
    const auto &answers = *m->app.review()->answers();
    QCOMPARE(cell(answers, 0, "words").toString(), QStringLiteral("Meget svært"));
    QCOMPARE(cell(answers, 0, "face").toInt(), 1);
    QCOMPARE(cell(answers, 1, "state").value<ReviewViewModel::State>(), ReviewViewModel::State::Skipped);
}

void TestForm::backGoesToTheQuestionBefore()
{
    openFirstForm();
    choose(2);
    next();
    QCOMPARE(m->app.question()->number(), 2);
    m->app.question()->back();
    m->settle();
    QCOMPARE(m->app.question()->number(), 1);
    QCOMPARE(cell(*m->app.question()->options(), 2, "chosen").toBool(), true);
    m->app.question()->back();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
}

void TestForm::theDraftIsThereAfterAStop()
{
    openFirstForm();
    choose(1);
    next();
    choose(4);
    m->tablet.reopen(); // as after kill -9: nothing was closed
    m->core.reopened();
    m->app.cover()->goToStart();
    m->settle();
    m->enter(QStringLiteral("Sofie"));
    QCOMPARE(cell(*m->app.resident()->entries(), 0, "waiting").toBool(), true);
    m->app.resident()->openEntry(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Question);
    QCOMPARE(m->app.question()->number(), 2);
    QCOMPARE(cell(*m->app.question()->options(), 4, "chosen").toBool(), true);
    m->app.question()->back();
    m->settle();
    QCOMPARE(cell(*m->app.question()->options(), 1, "chosen").toBool(), true);
}

void TestForm::nothingIsPreselectedAmongReaders()
{
    answerAll();
    QCOMPARE(m->app.review()->chosen(), ReviewViewModel::Readers::Nobody);
    QCOMPARE(column(*m->app.review()->readers(), "names"),
             QStringList({QStringLiteral("Mette"), QStringLiteral("Ali og Mette")}));
    QVERIFY(!m->app.review()->canSave());
}

void TestForm::whatWasSaidOnceIsPreselectedAndSent()
{
    say(StreamKind::Team);
    answerAll();
    const auto &review = *m->app.review();
    QCOMPARE(review.chosen(), ReviewViewModel::Readers::Team);
    QCOMPARE(review.chosenNames(), QStringLiteral("Ali og Mette"));
    QCOMPARE(review.usual(), ReviewViewModel::Usual::AsSaid);
    QVERIFY(review.canSave());
    m->app.review()->chooseReaders(0); // of this one something else
    m->settle();
    QCOMPARE(review.chosen(), ReviewViewModel::Readers::Chosen);
    QCOMPARE(review.usual(), ReviewViewModel::Usual::None);
    m->app.review()->throwAway();
    m->settle();
    answerAll();
    QCOMPARE(review.chosen(), ReviewViewModel::Readers::Team); // again
    m->app.review()->save();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    QCOMPARE(m->app.thanks()->readers(), QStringLiteral("Ali og Mette"));
    m->app.thanks()->close();
    m->settle();
    const auto page = m->tablet->openResident(m->home.sofie.person, m->home.sofie);
    QVERIFY(page);
    QCOMPARE(page->responses.front().readers, StreamKind::Team);
}

void TestForm::whatIsShownIsWhatIsSent()
{
    say(StreamKind::Chosen);
    answerAll();
    QCOMPARE(m->app.review()->chosen(), ReviewViewModel::Readers::Chosen);
    m->core.hold(); // meanwhile something wider comes in from another tablet
    m->app.review()->save();
    const auto &sofie = m->home.sofie;
    QVERIFY(m->tablet->setOwnWish(sofie.person, sofie, engine::OwnWish::Readers,
                                  static_cast<std::int64_t>(StreamKind::Team)));
    m->core.release();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    m->app.thanks()->close();
    m->settle();
    const auto page = m->tablet->openResident(sofie.person, sofie);
    QVERIFY(page);
    QCOMPARE(page->responses.front().readers, StreamKind::Chosen);
}

void TestForm::onlyMeThatIsClosedIsNobodyElse()
{
    say(StreamKind::Own);
    answerAll();
    QCOMPARE(m->app.review()->chosen(), ReviewViewModel::Readers::Nobody);
    QCOMPARE(m->app.review()->usual(), ReviewViewModel::Usual::Closed);
    QVERIFY(!m->app.review()->canSave());
    m->app.review()->chooseReaders(0);
    m->settle();
    QCOMPARE(m->app.review()->usual(), ReviewViewModel::Usual::None); // said, and chosen otherwise
}

void TestForm::onlyMeIsNotOfferedWithoutCodes()
{
    answerAll();
    const auto &readers = *m->app.review()->readers();
    for (int row = 0; row < readers.count(); ++row) {
        QVERIFY(cell(readers, row, "who").value<ReviewViewModel::Readers>() !=
                ReviewViewModel::Readers::Self);
    }
}

void TestForm::savingNeedsReadersAndAnAnswer()
{
    openFirstForm();
    next();
    next();
    next();
    next();
    m->app.review()->chooseReaders(0);
    m->settle();
    QVERIFY(!m->app.review()->answered());
    m->app.review()->save();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Review);
}

void TestForm::undoBringsTheReviewBackAndClosingGivesTheAnswer()
{
    answerAll();
    m->app.review()->chooseReaders(1);
    m->settle();
    QCOMPARE(m->app.review()->chosenNames(), QStringLiteral("Ali og Mette"));
    m->app.review()->save();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    QCOMPARE(m->app.thanks()->readers(), QStringLiteral("Ali og Mette"));
    QCOMPARE(responsesOfSofie(), 0U);
    m->app.thanks()->undo();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Review);
    m->app.review()->save();
    m->settle();
    m->app.thanks()->close();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Start);
    QCOMPARE(responsesOfSofie(), 1U);
}

void TestForm::fortrydStaysWhileTheDiskIsFull()
{
    MemoryDisk disk("full-at-fortryd");
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Shared, shippedCatalogue(), false,
                                     App::Look(), disk.name());
    const auto endsFirst = qScopeGuard([this] { m.reset(); });
    m->enter(QStringLiteral("Sofie"));
    answerAll();
    m->app.review()->chooseReaders(1);
    m->settle();
    m->app.review()->save();
    m->settle();
    disk.setCapacity(m->dir.path().toStdString(), 0);
    m->app.thanks()->undo();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    QVERIFY(!m->app.thanks()->tooLate());
    QCOMPARE(m->app.thanks()->problem(), Problem::DiskFull);
    disk.clearCapacity(m->dir.path().toStdString());
    m->app.thanks()->undo();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Review);
}

void TestForm::fortrydThatComesTooLateSaysSo()
{
    answerAll();
    m->app.review()->chooseReaders(1);
    m->settle();
    m->app.review()->save();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    QVERIFY(!m->app.thanks()->tooLate());
    QVERIFY(m->tablet->settleSent()); // her stream goes from the tablet
    QSignalSpy told(m->app.thanks(), &ThanksViewModel::changed);
    m->app.thanks()->undo();
    m->settle();
    QVERIFY(told.count() > 0);
    QVERIFY(m->app.thanks()->tooLate());
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    QCOMPARE(responsesOfSofie(), 1U);
    m->app.thanks()->close();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Start);
}

void TestForm::notTodayIsAFullAnswer()
{
    m->app.resident()->openEntry(0);
    m->app.begin()->notToday();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    QVERIFY(m->app.thanks()->notToday());
    m->app.thanks()->close();
    m->settle();
    const auto page = m->tablet->openResident(m->home.sofie.person, m->home.sofie);
    QVERIFY(page.has_value());
    QCOMPARE(page->responses.size(), 1U);
    QCOMPARE(page->responses[0].outcome, wire::v1::NOT_TODAY);
}

void TestForm::changingAnAnswerComesBackToTheReview()
{
    answerAll();
    m->app.review()->change(1);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Question);
    QCOMPARE(m->app.question()->number(), 2);
    choose(0);
    next();
    QCOMPARE(m->app.navigator()->page(), Page::Review);
    QCOMPARE(cell(*m->app.review()->answers(), 1, "words").toString(), QStringLiteral("Meget svært"));
}

void TestForm::theOwnWordsAreAskedInTheReview()
{
    answerAll();
    const int row = m->app.question()->total();
    QCOMPARE(cell(*m->app.review()->answers(), row, "note").toBool(), true);
    m->app.review()->change(row);
    QCOMPARE(m->app.navigator()->page(), Page::Write);
    m->app.write()->setText(QStringLiteral("Jeg sover dårligt."));
    m->settle();
    QVERIFY(m->app.write()->saved());
    m->app.write()->finish();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Review);
    QCOMPARE(cell(*m->app.review()->answers(), row, "words").toString(),
             QStringLiteral("Jeg sover dårligt."));
}

void TestForm::throwingAwayAsksOnce()
{
    answerAll();
    m->app.review()->askThrowAway();
    QVERIFY(m->app.review()->asking());
    m->app.review()->keep();
    QVERIFY(!m->app.review()->asking());
    m->app.review()->askThrowAway();
    m->app.review()->throwAway();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
    QCOMPARE(cell(*m->app.resident()->entries(), 0, "waiting").toBool(), false);
}

void TestForm::cooperationAsksWhomItIsAbout()
{
    m->app.resident()->openEntry(1);
    QCOMPARE(m->app.navigator()->page(), Page::About);
    QCOMPARE(column(*m->app.about()->people(), "name"),
             QStringList({QStringLiteral("Mette"), QStringLiteral("Ali"), QStringLiteral("Lone")}));
    m->app.about()->choose(1);
    QVERIFY(m->app.begin()->intro().contains(QStringLiteral("Ali")));
    m->app.begin()->begin();
    m->settle();
    QCOMPARE(m->app.question()->question(), QStringLiteral("Hvor godt møder Ali dig?"));
    choose(0);
    m->app.question()->pause();
    m->settle();
    m->app.resident()->openEntry(1);
    QCOMPARE(cell(*m->app.about()->people(), 1, "waiting").toBool(), true);
    QCOMPARE(cell(*m->app.about()->people(), 0, "waiting").toBool(), false);
}

void TestForm::stepsAndDontKnowComeFromTheDefinition()
{
    m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Themes));
    QCOMPARE(m->app.navigator()->page(), Page::Themes);
    QCOMPARE(m->app.resident()->themes()->count(), 4);
    m->app.resident()->openTheme(0);
    m->app.begin()->begin();
    m->settle();
    QCOMPARE(m->app.question()->style(), QuestionViewModel::Style::Steps);
    QCOMPARE(m->app.question()->dontKnowText(), QStringLiteral("Ved ikke"));
    m->app.question()->chooseDontKnow();
    m->settle();
    QVERIFY(m->app.question()->dontKnow());
    QVERIFY(m->app.question()->answered());
    choose(2);
    QVERIFY(!m->app.question()->dontKnow());
    QCOMPARE(cell(*m->app.question()->options(), 2, "chosen").toBool(), true);
}

void TestForm::readingAloudNeverSaysTheChosenAnswer()
{
    openFirstForm();
    m->app.question()->readAloud();
    const auto before = m->voice.said.back();
    QVERIFY(before.find("Hvordan har du det med dig selv?") != std::string::npos);
    QVERIFY(before.find("Tryk på det, der passer bedst.") != std::string::npos);
    m->voice.fallSilent();
    m->app.question()->readAloud();
    const auto again = m->voice.said.back();
    QVERIFY(again.size() < before.size());
    choose(3);
    m->voice.fallSilent();
    m->app.question()->readAloud();
    QCOMPARE(m->voice.said.size(), 3U);
    QCOMPARE(m->voice.said.back(), again);
}

void TestForm::theRecordingIsThatOfTheWordsOnTheScreen_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("said");
    const QString question = QStringLiteral("Hvordan har du det med dig selv? Tænk på krop, hoved og humør.");
    QTest::newRow("faces") << int(wire::v1::WAY_FACES) << question + QStringLiteral(" Her er fem svar.");
    QTest::newRow("numbers: the five words are not there") << int(wire::v1::WAY_NUMBERS) << question;
}

void TestForm::theRecordingIsThatOfTheWordsOnTheScreen()
{
    QFETCH(int, way);
    QFETCH(QString, said);
    m->behindTheScreens(m->home.sofie, [&](engine::Engine &engine) {
        QVERIFY(engine.setOwnWish(m->home.sofie.person, m->home.sofie, engine::OwnWish::AnswerWay, way));
    });
    openFirstForm();
    m->app.question()->readAloud();
    m->voice.fallSilent();
    const std::string words = m->voice.said.back();
    QVERIFY(QString::fromStdString(words).startsWith(said));
    QCOMPARE(words.size() > said.toStdString().size(), way != wire::v1::WAY_NUMBERS);
    const std::string recording = m->voice.recording;
    const auto &definition = *shippedCatalogue()->byId("saadan-gaar-det");
    QCOMPARE(recording, catalogue::recordingFile(definition.id, definition.questions().front()->linkId,
                                                 catalogue::Language::Da, words));
    m->app.question()->readAloud(); // in short now; a person's voice says what it says
    QCOMPARE(m->voice.recording, recording);
}

void TestForm::withoutAnEngineTheButtonStandsWhereSomebodyHasSpoken()
{
    openFirstForm();
    m->app.question()->readAloud();
    m->voice.fallSilent();
    m->voice.recorded.insert(m->voice.recording);
    m->voice.synthesis = false;
    QVERIFY(m->app.question()->canReadAloud());
    QSignalSpy told(m->app.question(), &QuestionViewModel::canReadAloudChanged);
    next();
    QVERIFY(!m->app.question()->canReadAloud());
    QVERIFY(!told.isEmpty());
    m->app.question()->back();
    m->settle();
    QVERIFY(m->app.question()->canReadAloud());
    m->app.question()->readAloud();
    told.clear();
    m->voice.recorded.clear(); // it could not be played
    m->voice.fallSilent();
    QVERIFY(!told.isEmpty());
    QVERIFY(!m->app.question()->canReadAloud());
}

void TestForm::aRefusedTapSaysSo()
{
    openFirstForm();
    choose(3);
    m->app.review()->chooseReaders(0);
    m->settle();
    // The sheet is sent behind the page's back: the engine refuses further taps.
    const auto page = m->tablet->openResident(m->home.sofie.person, m->home.sofie);
    QVERIFY(page && page->drafts.size() == 1);
    QVERIFY(m->tablet->sendDraft(page->drafts[0].id).has_value());
    choose(0);
    QVERIFY(m->app.question()->problem() != Problem::None);
    QCOMPARE(cell(*m->app.question()->options(), 3, "chosen").toBool(), true);
    QVERIFY(!m->app.question()->saved());
}

void TestForm::anAnswerThatWaitsAtTheReviewOpensThere()
{
    answerAll();
    m->app.cover()->goToStart();
    m->settle();
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Review);
    m->app.question()->pause();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
    m->app.resident()->openEntry(0);
    m->settle();
    m->app.review()->askThrowAway();
    m->app.review()->throwAway();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
    QCOMPARE(cell(*m->app.resident()->entries(), 0, "waiting").toBool(), false);
}

void TestForm::coveredBeforeTheFirstTapItGoesOn()
{
    openFirstForm();
    m->app.cover()->hide();
    m->settle();
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Question);
    QCOMPARE(m->app.question()->problem(), Problem::None);
    choose(2);
    QVERIFY(m->app.question()->saved());
}

void TestForm::coveredWhileItIsBeingOpenedNothingArrives()
{
    openFirstForm();
    choose(2);
    m->app.question()->pause();
    m->settle();
    m->core.hold();
    m->app.resident()->openEntry(0); // the waiting answer is on its way
    m->app.cover()->hide();
    m->core.release();
    m->settle();
    QVERIFY(m->app.cover()->covered());
    QVERIFY(!m->app.question()->answered());
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
}

void TestForm::staffAnswerTheirOwnForm()
{
    m = nullptr;
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Staff);
    const auto openSofie = [this] {
        m->enterStaff(QStringLiteral("Mette"));
        m->app.staff()->openResident(
            static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
        m->settle();
    };
    openSofie();
    const auto &entries = *m->app.staffResident()->forms();
    const int row = 0;
    QVERIFY(entries.count() > 0);
    m->app.staffResident()->openForm(row);
    m->app.begin()->begin();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Question);
    QVERIFY(m->app.question()->question().contains(QStringLiteral("Sofie")));
    choose(3);
    QVERIFY(m->app.question()->saved());
    m->app.cover()->goToStart();
    m->settle();
    openSofie();
    QCOMPARE(cell(entries, row, "waiting").toBool(), true);
    m->app.staffResident()->openForm(row);
    m->settle();
    while (m->app.navigator()->page() == Page::Question) {
        next();
    }
    m->app.review()->chooseReaders(0);
    m->settle();
    m->app.review()->save();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Thanks);
    QCOMPARE(m->app.thanks()->readerCount(), 0); // nobody but herself
    m->app.thanks()->close();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::StaffResident);
    QCOMPARE(cell(entries, row, "waiting").toBool(), false);
    QCOMPARE(m->app.staffAnswers()->saved()->given()->count(), 0); // not among the resident's answers
}

void TestForm::itReadsAsFastAsTheResidentLikes_data()
{
    QTest::addColumn<int>("wish");
    QTest::addColumn<int>("pace");
    QTest::newRow("nothing said") << 1 << static_cast<int>(platform::Pace::Usual);
    QTest::newRow("slowly") << 2 << static_cast<int>(platform::Pace::Slow);
    QTest::newRow("faster") << 3 << static_cast<int>(platform::Pace::Fast);
}

void TestForm::itReadsAsFastAsTheResidentLikes()
{
    QFETCH(int, wish);
    QFETCH(int, pace);
    m->behindTheScreens(m->home.sofie, [&](engine::Engine &engine) {
        QVERIFY(engine.setOwnWish(m->home.sofie.person, m->home.sofie, engine::OwnWish::Aloud, wish));
    });
    openFirstForm();
    m->app.question()->readAloud();
    QCOMPARE(m->voice.said.size(), 1U);
    QCOMPARE(static_cast<int>(m->voice.pace), pace);
}

void TestForm::readingAloudCanBeStopped()
{
    openFirstForm();
    m->app.question()->readAloud();
    QVERIFY(m->app.question()->reading());
    const int stops = m->voice.stops;
    m->app.question()->readAloud();
    QCOMPARE(m->voice.stops, stops + 1);
    QVERIFY(!m->app.question()->reading());
    QCOMPARE(m->voice.said.size(), 1U);
    m->app.question()->readAloud();
    m->voice.fallSilent();
    QVERIFY(!m->app.question()->reading());
}

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
