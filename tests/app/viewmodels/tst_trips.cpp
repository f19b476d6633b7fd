// "Tag med på tur" behind its page: whom one may take along, who is along, and what is still here of who came
// home.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using State = TripsViewModel::State;

namespace {

struct Phone : AppFixture
{
    Phone() : AppFixture(catalogue::Language::Da, TabletKind::Staff, shippedCatalogue(), true) {}
    TripsViewModel &trips() { return *app.trips(); }
    void openPage(const QString &who = QStringLiteral("Mette"))
    {
        enterStaff(who);
        trips().open();
        settle();
    }
    void take()
    {
        trips().take(0);
        settle();
        meet();
    }
    void note(const std::string &text)
    {
        const auto &sofie = home.sofie.person;
        (void)must(tablet->openPlan(sofie, home.mette, kPlan));
        must(tablet->editField(sofie, home.mette, kPlan, "mig.udefra", text));
        (void)must(tablet->leavePlan(sofie, home.mette, kPlan));
        settle();
    }
    /** A run with the home, to its end: the screens are told. */
    void meet()
    {
        AppFixture::meet();
        tablet->noteSync(engine::SyncPhase::UpToDate, std::nullopt, {});
        settle();
    }
    static State stateOf(const TravellerModel &model, int row = 0)
    {
        return cell(model, row, "state").value<State>();
    }
};

} // namespace

class TestTrips : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheOwnerIsOffered();
    void oneTapTakesAlong();
    void homeAgainAsksFirst();
    void whatWaitsIsSaid();
    void whoCameHomeMayBeTakenAgain();
    void whoNobodyChoseHasNobody();
    void rowsThatAreNotThere();
    void leavingForgetsTheLists();
    void atTheLimitItSaysSo();
};

void TestTrips::onlyTheOwnerIsOffered()
{
    {
        AppFixture shared;
        shared.enterStaff(QStringLiteral("Mette"));
        QVERIFY(!shared.app.trips()->offered());
        shared.app.trips()->open();
        QCOMPARE(shared.app.navigator()->page(), Page::Staff);
    }
    {
        AppFixture house(catalogue::Language::Da, TabletKind::Staff);
        house.enterStaff(QStringLiteral("Mette"));
        QVERIFY(!house.app.trips()->offered());
    }
    Phone phone;
    QVERIFY(!phone.trips().offered()); // nobody is signed in
    phone.enterStaff(QStringLiteral("Ali"));
    QVERIFY(!phone.trips().offered());
    phone.app.cover()->goToStart();
    phone.settle();
    phone.enterStaff(QStringLiteral("Mette"));
    QVERIFY(phone.trips().offered());
}

void TestTrips::oneTapTakesAlong()
{
    Phone m;
    m.openPage();
    QCOMPARE(m.app.navigator()->page(), Page::Trips);
    QVERIFY(m.trips().ready());
    QCOMPARE(column(*m.trips().atHome(), "name"), QStringList{QStringLiteral("Sofie")}); // Karim is Ali's
    QCOMPARE(m.trips().alongCount(), 0);
    m.trips().take(0);
    m.settle();
    QCOMPARE(m.core.syncs, 1); // perhaps there is network
    QCOMPARE(m.trips().atHome()->count(), 0);
    QCOMPARE(Phone::stateOf(*m.trips().along()), State::Asked);
    QCOMPARE(m.trips().alongCount(), 1);
    m.meet();
    QCOMPARE(Phone::stateOf(*m.trips().along()), State::Along);
    m.trips().back();
    QCOMPARE(m.app.navigator()->page(), Page::Staff);
}

void TestTrips::homeAgainAsksFirst()
{
    Phone m;
    m.openPage();
    m.take();
    m.trips().askHome(0);
    QVERIFY(m.trips().asks());
    QCOMPARE(m.trips().askedName(), QStringLiteral("Sofie"));
    m.trips().back(); // no: not home, and the page stays
    QVERIFY(!m.trips().asks());
    QCOMPARE(m.app.navigator()->page(), Page::Trips);
    m.trips().bringHome(); // nobody was asked about
    m.settle();
    QCOMPARE(m.trips().alongCount(), 1);
    m.trips().askHome(0);
    m.trips().keepAlong();
    QVERIFY(!m.trips().asks());
    m.trips().askHome(0);
    m.trips().bringHome();
    m.settle();
    QVERIFY(!m.trips().asks());
    QCOMPARE(m.trips().alongCount(), 0);
    QCOMPARE(m.trips().along()->count(), 0);
    QCOMPARE(m.trips().atHome()->count(), 1); // nothing was written: it went at once
    QCOMPARE(m.core.syncs, 2);
}

void TestTrips::whatWaitsIsSaid()
{
    Phone m;
    m.openPage();
    m.take();
    m.note("Vi gik til søen.");
    QCOMPARE(cell(*m.trips().along(), 0, "onlyHere").toInt(), 1);
    m.trips().askHome(0);
    m.trips().bringHome();
    m.settle();
    QCOMPARE(Phone::stateOf(*m.trips().goingHome()), State::GoingHome);
    QCOMPARE(cell(*m.trips().goingHome(), 0, "onlyHere").toInt(), 1);
    QCOMPARE(cell(*m.trips().goingHome(), 0, "oneCopy").toInt(), 0);
    m.meet();
    QCOMPARE(cell(*m.trips().goingHome(), 0, "onlyHere").toInt(), 0);
    QCOMPARE(cell(*m.trips().goingHome(), 0, "oneCopy").toInt(), 1);
}

void TestTrips::whoCameHomeMayBeTakenAgain()
{
    Phone m;
    m.openPage();
    m.take();
    m.note("Vi gik til søen.");
    m.trips().askHome(0);
    m.trips().bringHome();
    m.settle();
    QVERIFY(cell(*m.trips().goingHome(), 0, "mayTake").toBool());
    m.trips().takeAgain(0);
    m.settle();
    QCOMPARE(m.trips().goingHome()->count(), 0);
    QCOMPARE(m.trips().along()->count(), 1);
    m.meet();
    QCOMPARE(Phone::stateOf(*m.trips().along()), State::Along);
}

void TestTrips::whoNobodyChoseHasNobody()
{
    Phone m;
    m.home.makeOwn(m.tablet.file(), m.home.lone);
    m.meet();
    m.openPage(QStringLiteral("Lone"));
    QVERIFY(m.trips().ready());
    QCOMPARE(m.trips().atHome()->count() + m.trips().along()->count() + m.trips().goingHome()->count(), 0);
}

void TestTrips::rowsThatAreNotThere()
{
    Phone m;
    m.openPage();
    for (const int row : {-1, 1, 99}) {
        m.trips().take(row);
        m.trips().takeAgain(row);
        m.trips().askHome(row);
    }
    m.settle();
    QVERIFY(!m.trips().asks());
    QCOMPARE(m.trips().alongCount(), 0);
}

void TestTrips::leavingForgetsTheLists()
{
    Phone m;
    m.openPage();
    m.take();
    m.trips().askHome(0);
    m.app.cover()->goToStart();
    m.settle();
    QVERIFY(!m.trips().ready() && !m.trips().asks());
    QCOMPARE(m.trips().along()->count() + m.trips().atHome()->count(), 0);
    QVERIFY(!m.trips().offered());
}

void TestTrips::atTheLimitItSaysSo()
{
    Phone m;
    for (int i = 0; i < 64; ++i) {
        (void)m.home.addResident("Nr. " + std::to_string(i), {}, {m.home.mette});
    }
    m.meet();
    m.openPage();
    for (int i = 0; i < 64; ++i) {
        m.trips().take(0);
        m.settle();
        QCOMPARE(m.trips().problem(), Problem::None);
    }
    QCOMPARE(m.trips().atHome()->count(), 1);
    m.trips().take(0);
    m.settle();
    QCOMPARE(m.trips().problem(), Problem::TooLong);
    QCOMPARE(m.trips().alongCount(), 64);
}

QTEST_GUILESS_MAIN(TestTrips)
#include "tst_trips.moc"
