// *Mine tre billeder* on the screen: choosing, opening, waiting, changing, turning off; and the staff's page,
// in front of a real engine.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using Step = PicturesViewModel::Step;
using Note = PicturesViewModel::Note;
using Readers = ReviewViewModel::Readers;

namespace {
const QStringList kOld{QStringLiteral("baad"), QStringLiteral("kop"), QStringLiteral("hus")};
const QStringList kNew{QStringLiteral("bog"), QStringLiteral("kop"), QStringLiteral("stol")};
} // namespace

class TestPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m = std::make_unique<AppFixture>();
        m->home.addOwn(m->home.sofie);
        m->home.addDevice(m->tablet.file());
        m->meet();
        m->enter(QStringLiteral("Sofie"));
    }
    void cleanup() { m.reset(); }

    void choosingTakesTheSameThreeTwice()
    {
        QVERIFY(m->app.resident()->hasPictures());
        page();
        QCOMPARE(step(), Step::Intro);
        vm().choose();
        QCOMPARE(step(), Step::Choose);
        pick({kOld[0]});
        pick({kOld[0]}); // the same twice is passed over
        QCOMPARE(vm().picked(), 1);
        vm().undo();
        QCOMPARE(vm().picked(), 0);
        pick(kOld);
        QCOMPARE(step(), Step::Repeat);
        QCOMPARE(vm().picked(), 0);
        pick(kNew); // others
        QCOMPARE(step(), Step::Choose);
        QCOMPARE(vm().note(), Note::Differs);
        pick(kOld);
        pick(kOld);
        QCOMPARE(step(), Step::Opened);
        QVERIFY(m->app.resident()->ownOpen());
    }

    void onlyMeIsOfferedWhileItIsOpen()
    {
        toReview();
        QVERIFY(!readers().contains(static_cast<int>(Readers::OnlyMe)));
        m->app.cover()->goToStart();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        choose();
        vm().back();
        toReview();
        QCOMPARE(readers().first(), static_cast<int>(Readers::OnlyMe));
        m->app.review()->chooseReaders(0);
        m->settle();
        QCOMPARE(m->app.review()->chosen(), Readers::OnlyMe);
        m->app.review()->save();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Thanks);
        QVERIFY(m->app.thanks()->readers().isEmpty()); // nobody sees it
        m->app.thanks()->close();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        QVERIFY(!m->app.resident()->ownOpen());
        QVERIFY(!m->app.resident()->hasAnswers());
        page();
        pick(kOld);
        QCOMPARE(step(), Step::Opened);
        QVERIFY(m->app.resident()->hasAnswers());
        m->app.resident()->openOwnPage();
        QVERIFY(m->app.ownPage()->saved()->readers().isEmpty());
    }

    void anotherWhomIChooseIsShownTheAnswerByMe()
    {
        choose();
        vm().back();
        toReview(); // of how one is doing: read by nobody, or by those one has chosen
        QVERIFY(!readers().contains(static_cast<int>(Readers::WhomIShow)));
        m->app.cover()->goToStart();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        page();
        pick(kOld);
        vm().back();
        toReview(1);
        QCOMPARE(readers().last(), static_cast<int>(Readers::WhomIShow));
        m->app.review()->chooseReaders(0);
        m->settle();
        QCOMPARE(m->app.review()->chosen(), Readers::OnlyMe);
        m->app.review()->chooseReaders(static_cast<int>(readers().size()) - 1);
        m->settle();
        QCOMPARE(m->app.review()->chosen(), Readers::WhomIShow);
        m->app.review()->save();
        m->settle();
        QVERIFY(m->app.thanks()->readers().isEmpty());
        m->app.thanks()->close();
        m->settle();

        m->enter(QStringLiteral("Sofie"));
        page();
        pick(kOld);
        vm().back();
        m->app.resident()->openOwnPage();
        m->settle();
        auto &own = *m->app.ownPage();
        own.open(OwnPageViewModel::Part::Answers);
        QVERIFY(own.saved()->readers().isEmpty());
        own.open(OwnPageViewModel::Part::Shown);
        own.back(); // it may be in somebody else's hands
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        QCOMPARE(own.saved()->answers()->count(), 0);
        m->enter(QStringLiteral("Sofie"));
        QVERIFY(!m->app.resident()->ownOpen());
        m->app.resident()->openOwnPage();
        m->settle();
        QCOMPARE(own.part(), OwnPageViewModel::Part::Overview);
        QCOMPARE(own.saved()->given()->count(), 0);
    }

    void aSheetForOthersComesBackAfterACoverWithoutPictures()
    {
        beginWithOwnOpen();
        m->app.cover()->hide();
        m->settle();
        m->app.cover()->uncover();
        m->settle();
        QVERIFY(!m->app.resident()->ownOpen());
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QVERIFY(m->app.review()->answered());
    }

    void aSheetForMeAloneComesBackWithThePictures()
    {
        beginWithOwnOpen();
        m->app.review()->chooseReaders(0);
        m->settle();
        QCOMPARE(m->app.review()->chosen(), Readers::OnlyMe);
        m->app.cover()->hide();
        m->settle();
        m->app.cover()->uncover();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Door);
        pick(kNew);
        QCOMPARE(m->app.navigator()->page(), Page::Door);
        pick(kOld);
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QVERIFY(m->app.review()->answered());
        QCOMPARE(m->app.review()->chosen(), Readers::OnlyMe);
        // Said to be for others it needs them no more.
        m->app.review()->chooseReaders(1);
        m->settle();
        m->app.cover()->hide();
        m->settle();
        m->app.cover()->uncover();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QCOMPARE(m->app.review()->chosen(), Readers::Chosen);
    }

    /** Not said of this sheet, but once for all of them: it looks the same on the review. */
    void aSheetThatIsUsuallyForMeAloneComesBackWithThePicturesToo()
    {
        const auto &sofie = m->home.sofie;
        must(m->tablet->setOwnWish(sofie.person, sofie, engine::OwnWish::Readers,
                                   static_cast<int>(StreamKind::Own)));
        beginWithOwnOpen();
        QCOMPARE(m->app.review()->chosen(), Readers::OnlyMe);
        m->app.cover()->hide();
        m->settle();
        m->app.cover()->uncover();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Door);
        QVERIFY(!m->app.review()->answered());
        pick(kOld);
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QVERIFY(m->app.review()->answered());
        QCOMPARE(m->app.review()->chosen(), Readers::OnlyMe);
    }

    void whoDoesNotKnowThePicturesGoesToTheStart()
    {
        beginWithOwnOpen();
        m->app.review()->chooseReaders(0);
        m->settle();
        m->app.cover()->hide();
        m->app.cover()->uncover();
        m->settle();
        vm().back();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        m->enter(QStringLiteral("Sofie")); // the tile is open, and another sheet can be begun
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
    }

    void wrongOnesAreToldAndWait()
    {
        choose();
        vm().close();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
        page();
        QCOMPARE(step(), Step::Open);
        pick(kNew);
        QCOMPARE(vm().note(), Note::Wrong);
        QCOMPARE(vm().picked(), 0);
        pick(kNew);
        pick(kNew);
        QCOMPARE(vm().note(), Note::WrongWaiting);
        QVERIFY(vm().resting());
        pick(kOld);
        QCOMPARE(vm().picked(), 0);
        QCOMPARE(vm().note(), Note::WrongWaiting);
        QCOMPARE(step(), Step::Open); // nothing is taken
        vm().back();
        page();
        QCOMPARE(vm().note(), Note::Waiting); // still, and said at once
        m->uptimeMs += 5'000;
        QMetaObject::invokeMethod(vm().findChild<QTimer *>(QStringLiteral("wait")), "timeout");
        m->settle();
        QCOMPARE(vm().note(), Note::TryAgain);
        pick(kOld);
        QCOMPARE(step(), Step::Opened);
        QCOMPARE(vm().triedBefore(), 3);
    }

    void whileTheyAreTriedThePageLives()
    {
        choose();
        vm().close();
        m->settle();
        page();
        m->worker.hold();
        for (const QString &picture : kOld) {
            vm().pick(picture);
        }
        QCOMPARE(vm().note(), Note::Checking);
        vm().back(); // and away
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
        m->worker.release();
        m->settle();
        QVERIFY(!m->tablet->own(m->home.sofie.person).open); // whoever picked them has left the page
        QVERIFY(!m->app.resident()->ownOpen());
    }

    void coveredItIsClosed()
    {
        choose();
        m->app.cover()->hide();
        m->settle();
        QVERIFY(!m->tablet->own(m->home.sofie.person).open);
        m->app.cover()->uncover();
        m->settle();
        QCOMPARE(step(), Step::Open);
        QVERIFY(!m->app.resident()->ownOpen());
    }

    void changingThem()
    {
        choose();
        vm().change();
        pick(kNew);
        pick(kNew);
        QCOMPARE(step(), Step::Opened);
        QCOMPARE(vm().note(), Note::Changed);
        vm().close();
        m->settle();
        page();
        pick(kOld);
        QCOMPARE(vm().note(), Note::Wrong);
        pick(kNew);
        QCOMPARE(step(), Step::Opened);
    }

    void aCardIsHeldThereTwice()
    {
        page();
        QVERIFY(!vm().takesCard());
        vm().readCard("0012345678"); // nobody asked for one
        QCOMPARE(step(), Step::Intro);
        vm().chooseCard();
        QCOMPARE(step(), Step::ChooseCard);
        vm().back();
        QCOMPARE(step(), Step::Intro);
        vm().choose();
        vm().chooseCard();
        QCOMPARE(step(), Step::ChooseCard);
        QVERIFY(vm().takesCard() && !vm().picking());
        vm().readCard("00123");
        QCOMPARE(vm().note(), Note::Unreadable);
        vm().readCard("0012345678");
        QCOMPARE(step(), Step::RepeatCard);
        vm().readCard("0012345679");
        QCOMPARE(step(), Step::ChooseCard);
        QCOMPARE(vm().note(), Note::Differs);
        vm().readCard("0012345678");
        vm().back(); // pictures after all: the card is forgotten
        QCOMPARE(step(), Step::Choose);
        vm().chooseCard();
        QCOMPARE(step(), Step::ChooseCard);
        vm().readCard("0012345678");
        vm().readCard("0012345678");
        m->settle();
        QCOMPARE(step(), Step::Opened);
        vm().close();
        m->settle();
        page();
        QCOMPARE(step(), Step::Open);
        QVERIFY(vm().byCard() && !vm().byPictures() && vm().takesCard() && !vm().picking());
        vm().readCard("0012345679");
        m->settle();
        QCOMPARE(vm().note(), Note::Wrong);
        vm().readCard("0012345678");
        m->settle();
        QCOMPARE(step(), Step::Opened);
        QCOMPARE(vm().triedBefore(), 1);
    }

    void turningItOffAsksFirst()
    {
        choose();
        vm().askOff();
        QCOMPARE(step(), Step::AskOff);
        vm().keepOn();
        QCOMPARE(step(), Step::Opened);
        vm().askOff();
        vm().turnOff();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
        QVERIFY(!m->app.resident()->ownOpen());
        page();
        QCOMPARE(step(), Step::Open); // the same pictures take it back
        pick(kOld);
        QCOMPARE(step(), Step::Opened);
    }

    void staffLetSomebodyChooseAnew()
    {
        choose();
        m->app.cover()->goToStart();
        m->settle();
        m->enterStaff(QStringLiteral("Lone"));
        openForStaff();
        QVERIFY(!m->app.staffResident()->mayResetPictures()); // not of the team
        m->app.cover()->goToStart();
        m->settle();
        m->enterStaff(QStringLiteral("Mette"));
        openForStaff();
        QVERIFY(m->app.staffResident()->mayResetPictures());
        m->app.staffResident()->openReset();
        QCOMPARE(step(), Step::AskReset);
        vm().reset();
        m->settle();
        QCOMPARE(step(), Step::ResetDone);
        m->app.cover()->goToStart();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        page();
        QCOMPARE(step(), Step::Forgotten);
        vm().remember();
        QCOMPARE(step(), Step::Open);
        vm().back();
        page();
        vm().choose();
        pick(kNew);
        pick(kNew);
        QCOMPARE(step(), Step::Opened);
    }

    void aStaffDeviceHasNone()
    {
        m.reset(); // one at a time
        m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Staff);
        m->home.addOwn(m->home.sofie);
        m->meet();
        m->enter(QStringLiteral("Sofie"));
        QVERIFY(!m->app.resident()->hasPictures());
    }

    /** What may lock his tile is not all here yet; the page goes on by itself when it is. */
    void aTabletThatIsNotReadySaysSo()
    {
        m->app.cover()->goToStart();
        m->settle();
        m->home.addOwn(m->home.karim);
        m->home.give(*m->tablet);
        m->settle();
        m->enter(QStringLiteral("Karim"));
        QCOMPARE(m->app.navigator()->page(), Page::Door);
        QCOMPARE(step(), Step::Fetching);
        vm().choose();
        QCOMPARE(step(), Step::Fetching);
        m->meet();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
    }

    /** Her pictures were closed while she wrote: the next key finds the tile locked. */
    void whatIsTypedWhileTheTileLocksIsSavedAfterThePictures()
    {
        writeBehindTheLock();
        QCOMPARE(m->app.write()->text(), QStringLiteral("Halvt skrevet"));
        QVERIFY(!m->app.write()->saved());
        QVERIFY(m->voice.stops > 0);
        pick(kNew);
        QCOMPARE(m->app.navigator()->page(), Page::Door);
        pick(kOld);
        QCOMPARE(m->app.navigator()->page(), Page::Write);
        QCOMPARE(m->app.write()->text(), QStringLiteral("Halvt skrevet"));
        QVERIFY(m->app.write()->saved());
        QCOMPARE(typed(), QStringLiteral("Halvt skrevet"));
    }

    void whoeverGoesFromTheDoorFindsItTheNextTime()
    {
        writeBehindTheLock();
        m->idle.ring(); // nobody picks any
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        QCOMPARE(m->app.write()->text(), QString());
        m->enter(QStringLiteral("Karim")); // somebody else's page takes none of it
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
        m->app.cover()->goToStart();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        QCOMPARE(m->app.navigator()->page(), Page::Door);
        pick(kOld);
        QCOMPARE(m->app.navigator()->page(), Page::Resident);
        QCOMPARE(typed(), QStringLiteral("Halvt skrevet"));
    }

    void coveredBeforeTheScreenKnowsItLosesNothing()
    {
        openPlanBehindTheLock();
        m->app.write()->setText(QStringLiteral("Halvt skrevet"));
        m->core.hold();
        m->app.write()->setText(QStringLiteral("Halvt skrevet, og mere"));
        m->app.cover()->hide();
        m->core.release();
        m->settle();
        m->app.cover()->uncover();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Door);
        pick(kOld);
        QCOMPARE(typed(), QStringLiteral("Halvt skrevet, og mere"));
    }

private:
    void lockTile()
    {
        choose();
        QVERIFY(m->tablet->setTileByPictures(m->home.sofie.person, m->home.sofie, true));
        vm().back();
        m->settle();
        m->voice.stops = 0;
    }
    void openPlanBehindTheLock()
    {
        lockTile();
        m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Plan));
        m->settle();
        m->app.plan()->openMine(0);
        m->settle();
        m->tablet->closeOwn();
    }
    void writeBehindTheLock()
    {
        openPlanBehindTheLock();
        m->voice.stops = 0;
        m->app.write()->setText(QStringLiteral("Halvt skrevet"));
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Door);
    }
    /** What lies in the first field of her plan, as a draft or saved. */
    QString typed()
    {
        const auto plan = must(m->tablet->openPlan(m->home.sofie.person, m->home.sofie, kPlan));
        const auto &field = plan.fields[0];
        return QString::fromStdString(field.draft                   ? *field.draft
                                      : field.view.versions.empty() ? ""
                                                                    : field.view.versions[0].op.text());
    }
    PicturesViewModel &vm() { return *m->app.pictures(); }
    Step step() { return vm().step(); }
    void page()
    {
        m->app.resident()->openPictures();
        m->settle();
    }
    void pick(const QStringList &pictures)
    {
        for (const QString &picture : pictures) {
            vm().pick(picture);
        }
        m->settle();
    }
    void choose()
    {
        page();
        vm().choose();
        pick(kOld);
        pick(kOld);
        QCOMPARE(step(), Step::Opened);
    }
    void beginWithOwnOpen()
    {
        choose();
        vm().back();
        toReview();
        QVERIFY(m->app.resident()->ownOpen());
        QVERIFY(m->app.review()->answered());
    }
    void toReview(int entry = 0)
    {
        m->app.resident()->openEntry(entry);
        if (m->app.navigator()->page() == Page::About) {
            m->app.about()->choose(0);
        }
        m->app.begin()->begin();
        m->settle();
        m->app.question()->choose(1);
        m->settle();
        for (int at = 0; at < 20 && m->app.navigator()->page() != Page::Review; ++at) {
            m->app.question()->next();
            m->settle();
        }
        QCOMPARE(m->app.navigator()->page(), Page::Review);
    }
    QList<int> readers()
    {
        QList<int> out;
        const auto &model = *m->app.review()->readers();
        for (int row = 0; row < model.count(); ++row) {
            out.append(cell(model, row, "who").toInt());
        }
        return out;
    }
    void openForStaff()
    {
        const auto row = column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"));
        m->app.staff()->openResident(static_cast<int>(row));
        m->settle();
    }

    std::unique_ptr<AppFixture> m;
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
