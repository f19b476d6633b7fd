// "Jeg ser det anderledes" beside staff's words in a plan, and "Mine planer" on one's own page.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

namespace {
const std::string kStaff = "mig.udefra";
const std::string kMine = "mig.indefra";
constexpr std::int64_t kDayMs = 86'400'000;
} // namespace

class TestPlanOtherView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theResidentWritesLooksItThroughAndSaves();
    void whatWasBegunIsThereAfterAStop();
    void itIsChangedAndTakenBackAfterAYes();
    void staffReadItBesideTheirWordsAndCantTouchIt();
    void itSaysToWhichWordsItWasWritten();
    void anEntryOfAListHasIt();
    void whereNothingStandsThePageDoesNotOpen();
    void coveredItShowsNothingAndComesBack();
    void plansStandOnOnesOwnPage();
    void aPlanOpensFromOnesOwnPage();

private:
    [[nodiscard]] PlanOtherView &page() { return *m->app.planOtherView(); }
    [[nodiscard]] PlanCell staffCell() { return cell(*m->app.plan()->rows(), 0, "staff").value<PlanCell>(); }
    [[nodiscard]] OtherViewCell own(int row)
    {
        return cell(*page().views(), row, "view").value<OtherViewCell>();
    }
    void staffWrite(const std::string &text, const std::string &linkId = kStaff);
    void openPlan();
    void openPage();
    void openForStaff();
    /** On the writing page; then it is looked through. */
    void write(const QString &text);
    void save()
    {
        page().own()->save();
        m->settle();
    }

    std::unique_ptr<AppFixture> m;
};

void TestPlanOtherView::init()
{
    m.reset();
    m = std::make_unique<AppFixture>();
    staffWrite("Sofie er træt om morgenen.");
}

void TestPlanOtherView::staffWrite(const std::string &text, const std::string &linkId)
{
    m->behindTheScreens(m->home.ali, [&](engine::Engine &engine) {
        const PersonId sofie = m->home.sofie.person;
        must(engine.openPlan(sofie, m->home.ali, kPlan));
        must(engine.editField(sofie, m->home.ali, kPlan, linkId, text));
        must(engine.leavePlan(sofie, m->home.ali, kPlan));
    });
    m->settle();
}

void TestPlanOtherView::openPlan()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Plan));
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanOtherView::openPage()
{
    openPlan();
    QVERIFY(staffCell().mayDiffer);
    m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QVERIFY(page().ready());
}

void TestPlanOtherView::openForStaff()
{
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    m->app.staffResident()->openPlan(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanOtherView::write(const QString &text)
{
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Write);
    m->app.write()->setText(text);
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
}

void TestPlanOtherView::theResidentWritesLooksItThroughAndSaves()
{
    openPage();
    QCOMPARE(page().cell().text, QStringLiteral("Sofie er træt om morgenen."));
    QCOMPARE(page().views()->count(), 0);
    page().write(QStringLiteral("Jeg ser det anderledes"), {});
    write(QStringLiteral("Det er jeg ikke."));
    QVERIFY(page().own()->isOpen());
    QCOMPARE(page().own()->line(), QStringLiteral("Sofie er træt om morgenen."));
    QCOMPARE(page().own()->text(), QStringLiteral("Det er jeg ikke."));
    QCOMPARE(page().own()->names(), QStringLiteral("Ali og Mette"));
    QCOMPARE(page().views()->count(), 0); // nobody else can see it yet
    save();
    QVERIFY(!page().own()->isOpen() && page().saved());
    QCOMPARE(page().views()->count(), 1);
    QCOMPARE(own(0).text, QStringLiteral("Det er jeg ikke."));
    QVERIFY(own(0).signature.byYou && !own(0).older);
    page().back();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    QCOMPARE(staffCell().text, QStringLiteral("Sofie er træt om morgenen."));
    QCOMPARE(staffCell().otherViews.size(), 1);
    QVERIFY(cell(*m->app.plan()->rows(), 0, "mine").value<PlanCell>().otherViews.isEmpty());
}

void TestPlanOtherView::whatWasBegunIsThereAfterAStop()
{
    openPage();
    page().write({}, {});
    m->settle();
    m->app.write()->setText(QStringLiteral("Det er jeg"));
    m->settle();
    m->tablet.reopen(); // killed
    m->core.reopened();
    const engine::StaffWords beside(kPlan, kStaff, {});
    QCOMPARE(must(m->tablet->openOtherView(m->home.sofie.person, m->home.sofie, beside)).text,
             std::string("Det er jeg"));
}

void TestPlanOtherView::itIsChangedAndTakenBackAfterAYes()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    page().change(0, {}, {});
    m->settle();
    QCOMPARE(m->app.write()->text(), QStringLiteral("Det er jeg ikke."));
    m->app.write()->finish(); // nothing was changed: there is nothing to look through
    m->settle();
    QVERIFY(!page().own()->isOpen());
    page().change(0, {}, {});
    write(QStringLiteral("Det er jeg sjældent."));
    QVERIFY(page().own()->isOpen());
    save();
    QCOMPARE(page().views()->count(), 1);
    QCOMPARE(own(0).text, QStringLiteral("Det er jeg sjældent."));
    page().withdraw(); // nobody was asked
    m->settle();
    QCOMPARE(page().views()->count(), 1);
    page().askWithdraw(0);
    QVERIFY(page().asking());
    page().back();
    QVERIFY(!page().asking());
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    page().askWithdraw(0);
    page().withdraw();
    m->settle();
    QVERIFY(!page().asking() && page().saved());
    QCOMPARE(page().views()->count(), 0);
    QCOMPARE(page().cell().text, QStringLiteral("Sofie er træt om morgenen."));
}

void TestPlanOtherView::staffReadItBesideTheirWordsAndCantTouchIt()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    m->app.resident()->leave();
    m->settle();
    openForStaff();
    QVERIFY(!staffCell().mayDiffer);
    QCOMPARE(staffCell().otherViews.size(), 1);
    QCOMPARE(staffCell().otherViews[0].text, QStringLiteral("Det er jeg ikke."));
    QCOMPARE(staffCell().otherViews[0].signature.author, QStringLiteral("Sofie"));
    QVERIFY(!staffCell().otherViews[0].signature.byYou);
    m->app.plan()->openStaff(0); // the writing page, as ever
    QCOMPARE(m->app.navigator()->page(), Page::Write);
}

void TestPlanOtherView::itSaysToWhichWordsItWasWritten()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    m->app.resident()->leave();
    m->settle();
    const QString day = m->app.formatters()->day(m->tablet.nowMs);
    m->tablet.nowMs += 3 * kDayMs;
    staffWrite("Sofie sover længe.");
    openPage();
    QVERIFY(own(0).older);
    QCOMPARE(own(0).wordsDay, day);
}

void TestPlanOtherView::anEntryOfAListHasIt()
{
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Shared, catalogueWithLists());
    m->behindTheScreens(m->home.ali, [&](engine::Engine &engine) {
        const PersonId sofie = m->home.sofie.person;
        must(engine.openPlan(sofie, m->home.ali, kListPlan));
        const EntityId id = must(engine.newEntry(sofie, m->home.ali, kListPlan, "hjaelper.udefra"));
        must(engine.editField(sofie, m->home.ali, kListPlan, {"hjaelper.udefra", id}, "Ro i stuen"));
        must(engine.leavePlan(sofie, m->home.ali, kListPlan));
    });
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(static_cast<int>(
        column(*m->app.resident()->entries(), "title").indexOf(QStringLiteral("Min prøve med lister"))));
    m->settle();
    m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
    m->app.planList()->openEntry(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    page().write({}, {});
    write(QStringLiteral("Jeg vil hellere have musik."));
    save();
    QCOMPARE(page().views()->count(), 1);
    page().openHistory();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::History);
    QCOMPARE(m->app.history()->versions()->count(), 1);
    m->app.history()->back();
    page().back();
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
    const auto entry = cell(*m->app.planList()->entries(), 0, "cell").value<PlanCell>();
    QCOMPARE(entry.otherViews.size(), 1);
    QCOMPARE(entry.otherViews[0].text, QStringLiteral("Jeg vil hellere have musik."));
}

void TestPlanOtherView::whereNothingStandsThePageDoesNotOpen()
{
    openPlan();
    QVERIFY(!cell(*m->app.plan()->rows(), 1, "staff").value<PlanCell>().mayDiffer);
    m->app.plan()->openStaff(1);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::History);
    m->app.history()->back();
    page().write({}, {}); // nothing is open there
    page().change(0, {}, {});
    page().askWithdraw(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    QVERIFY(!page().asking());
}

void TestPlanOtherView::coveredItShowsNothingAndComesBack()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    QVERIFY(page().own()->isOpen());
    m->app.cover()->hide();
    m->settle();
    QVERIFY(!page().ready() && !page().own()->isOpen());
    QVERIFY(page().cell().text.isEmpty() && page().own()->text().isEmpty());
    QCOMPARE(page().views()->count(), 0);
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QVERIFY(page().ready());
    page().write({}, {}); // what was written is there again
    m->settle();
    QCOMPARE(m->app.write()->text(), QStringLiteral("Det er jeg ikke."));
}

void TestPlanOtherView::plansStandOnOnesOwnPage()
{
    m->enter(QStringLiteral("Sofie"));
    const auto &plans = *m->app.ownPage()->plans()->rows();
    QCOMPARE(plans.count(), 1);
    QCOMPARE(cell(plans, 0, "title").toString(), QStringLiteral("Trivselsplan"));
    QCOMPARE(cell(plans, 0, "day").toString(), m->app.formatters()->day(m->tablet.nowMs));
    QVERIFY(!cell(plans, 0, "waitsForYes").toBool() && !cell(plans, 0, "several").toBool());
    staffWrite("Jeg er vågen.", kMine);
    QVERIFY(cell(plans, 0, "waitsForYes").toBool());
    m->app.resident()->leave();
    m->settle();
    QCOMPARE(plans.count(), 0);
    m->enter(QStringLiteral("Karim"));
    QCOMPARE(plans.count(), 1);
    QVERIFY(cell(plans, 0, "day").toString().isEmpty()); // his own, and nothing is written there
}

void TestPlanOtherView::aPlanOpensFromOnesOwnPage()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openOwnPage();
    m->app.ownPage()->plans()->open(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    QVERIFY(m->app.plan()->ready());
    m->app.plan()->back();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
    m->app.ownPage()->plans()->open(1); // there is none
    QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
}

QTEST_GUILESS_MAIN(TestPlanOtherView)
#include "tst_plan_other_view.moc"
