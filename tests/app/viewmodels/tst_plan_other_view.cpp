// "Jeg ser det anderledes" beside staff's words in a plan, and "Mine planer" on one's own page.
#include "proto/seal/keys.h"
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using Asking = OtherViewWriting::Asking;

namespace {
const std::string kStaff = "mig.udefra";
const std::string kMine = "mig.indefra";
constexpr std::int64_t kDayMs = 86'400'000;

/** Staff's words in the field of that resident's plan. */
wire::v1::Op staffsOp(const engine::Who &resident, const std::string &text)
{
    wire::v1::Op op;
    op.set_entity(seal::singleton(resident.person, kPlan).str());
    op.set_field(kStaff);
    op.set_policy(wire::v1::MERGE_TEXT);
    op.set_voice(wire::v1::VOICE_STAFF);
    op.set_text(text);
    return op;
}
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
    void whatWasBegunIsInSightBesideWhatStands();
    void nothingIsThrownAwayUnasked();
    void whileTwoVersionsWaitOnesOwnAreStillOnesOwn();
    void coveredOverTheVersionsNothingEmptyIsLeft();
    void whereBothStandTheyAreSeenFirst();
    void whereStaffEmptiedTheirsOnesOwnAreStillOnesOwn();
    void withNobodyInTheTeamNobodyElseReadsIt();
    void whatCouldNotBeDoneIsSaidOnce();
    void plansStandOnOnesOwnPage();
    void aPlanOpensFromOnesOwnPage();

private:
    [[nodiscard]] PlanOtherView &page() { return *m->app.planOtherView(); }
    [[nodiscard]] PlanCell staffCell() { return cell(*m->app.plan()->rows(), 0, "staff").value<PlanCell>(); }
    [[nodiscard]] OtherViewCell own(int row)
    {
        return cell(*page().views(), row, "view").value<OtherViewCell>();
    }
    /** As the plan shows it to Sofie now. */
    [[nodiscard]] engine::FieldShown shownField()
    {
        const auto plan = must(m->tablet->openPlan(m->home.sofie.person, m->home.sofie, kPlan));
        return *fieldIn(plan, engine::FieldAt(kStaff));
    }
    /** Its row among *Mine planer*. */
    [[nodiscard]] int trivselsplan()
    {
        return static_cast<int>(
            column(*m->app.ownPage()->plans()->rows(), "title").indexOf(QStringLiteral("Trivselsplan")));
    }
    void staffWrite(const std::string &text, const std::string &linkId = kStaff);
    /** Staff wrote it on two tablets that had not met. */
    void makeTwoVersions();
    void openPlan();
    void openPage();
    void openForStaff();
    /** On the writing page; then it is looked through. */
    void write(const QString &text);
    void save()
    {
        page().writing()->save();
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

void TestPlanOtherView::makeTwoVersions()
{
    const QTemporaryDir dir;
    EngineTablet other(m->home, dir.path().toStdString(), "Kontoret", 77);
    m->meet();
    m->home.meet(*other);
    const PersonId sofie = m->home.sofie.person;
    must(other->openPlan(sofie, m->home.mette, kPlan));
    must(other->editField(sofie, m->home.mette, kPlan, kStaff, "Der."));
    must(other->leavePlan(sofie, m->home.mette, kPlan));
    staffWrite("Her.");
    m->home.meet(*other);
    m->meet();
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
    QVERIFY(page().writing()->isOpen());
    QCOMPARE(page().writing()->line(), QStringLiteral("Sofie er træt om morgenen."));
    QCOMPARE(page().writing()->text(), QStringLiteral("Det er jeg ikke."));
    QCOMPARE(page().writing()->names(), QStringLiteral("Ali og Mette"));
    QCOMPARE(page().views()->count(), 0); // nobody else can see it yet
    save();
    QVERIFY(!page().writing()->isOpen() && page().saved());
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
    QVERIFY(!page().writing()->isOpen());
    page().change(0, {}, {});
    write(QStringLiteral("Det er jeg sjældent."));
    QVERIFY(page().writing()->isOpen());
    save();
    QCOMPARE(page().views()->count(), 1);
    QCOMPARE(own(0).text, QStringLiteral("Det er jeg sjældent."));
    page().writing()->agree(); // nobody was asked
    m->settle();
    QCOMPARE(page().views()->count(), 1);
    page().askWithdraw(0);
    QCOMPARE(page().writing()->asking(), Asking::Withdraw);
    page().back();
    QVERIFY(!page().writing()->isOpen());
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    page().askWithdraw(0);
    page().writing()->agree();
    m->settle();
    QVERIFY(!page().writing()->isOpen() && page().saved());
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
    QVERIFY(!page().writing()->isOpen());
}

void TestPlanOtherView::coveredItShowsNothingAndComesBack()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    QVERIFY(page().writing()->isOpen());
    m->app.cover()->hide();
    m->settle();
    QVERIFY(!page().ready() && !page().writing()->isOpen());
    QVERIFY(page().cell().text.isEmpty() && page().writing()->text().isEmpty());
    QCOMPARE(page().views()->count(), 0);
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QVERIFY(page().ready());
    QCOMPARE(page().views()->count(), 1); // what was written is in sight
    QVERIFY(own(0).unfinished && !page().mayWrite());
    QCOMPARE(own(0).text, QStringLiteral("Det er jeg ikke."));
    page().write({}, {}); // it is one, and gone on with
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    page().change(0, {}, {});
    m->settle();
    QCOMPARE(m->app.write()->text(), QStringLiteral("Det er jeg ikke."));
}

void TestPlanOtherView::whatWasBegunIsInSightBesideWhatStands()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    QVERIFY(page().saved());
    page().change(0, {}, {});
    write(QStringLiteral("Det er jeg sjældent."));
    page().back(); // another time
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QVERIFY(!page().saved()); // the last thing is not
    QCOMPARE(page().views()->count(), 2);
    QVERIFY(own(0).begun && !own(0).unfinished && own(1).unfinished);
    QCOMPARE(own(1).text, QStringLiteral("Det er jeg sjældent."));
    QVERIFY(page().mayWrite());
    page().back();
    QCOMPARE(staffCell().otherViews.size(), 2); // in the plan as well
    QVERIFY(staffCell().otherViews[1].unfinished);
    m->app.cover()->hide();
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(staffCell().otherViews.size(), 2);
    m->app.resident()->leave();
    m->settle();
    openForStaff();
    QCOMPARE(staffCell().otherViews.size(), 1); // for nobody else
    QVERIFY(!staffCell().otherViews[0].begun);
    m->app.cover()->goToStart();
    openPage();
    page().change(1, {}, {});
    write(QStringLiteral("Det er jeg sjældent nu."));
    save();
    QCOMPARE(page().views()->count(), 1);
    QCOMPARE(own(0).text, QStringLiteral("Det er jeg sjældent nu."));
}

void TestPlanOtherView::nothingIsThrownAwayUnasked()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    page().writing()->askThrowAway();
    QCOMPARE(page().writing()->asking(), Asking::ThrowAway);
    page().writing()->save(); // not under the question
    m->settle();
    page().writing()->keep();
    QVERIFY(page().writing()->isOpen());
    QCOMPARE(page().writing()->text(), QStringLiteral("Det er jeg ikke."));
    page().writing()->agree(); // nobody is asked any more
    m->settle();
    page().back();
    m->settle();
    QCOMPARE(page().views()->count(), 1);
    page().askWithdraw(0); // it does not stand yet
    QVERIFY(!page().writing()->isOpen());
    page().askThrowAway(0);
    QCOMPARE(page().writing()->asking(), Asking::ThrowAway);
    page().back();
    QVERIFY(!page().writing()->isOpen());
    page().askThrowAway(0);
    m->app.cover()->hide(); // nor after a cover
    m->app.cover()->uncover();
    m->settle();
    QVERIFY(!page().writing()->isOpen());
    page().writing()->agree();
    m->settle();
    QCOMPARE(page().views()->count(), 1);
    page().askThrowAway(0);
    page().writing()->agree();
    m->settle();
    QCOMPARE(page().views()->count(), 0);
    QVERIFY(page().mayWrite() && !page().saved());
}

void TestPlanOtherView::whileTwoVersionsWaitOnesOwnAreStillOnesOwn()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    page().back();
    m->app.resident()->leave();
    m->settle();
    makeTwoVersions();
    openPlan();
    QCOMPARE(staffCell().state, FieldState::Two);
    m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::Versions); // both are seen first
    QVERIFY(m->app.versions()->mayDiffer());
    m->app.versions()->differ();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QVERIFY(!page().mayWrite());
    QVERIFY(page().cell().text.contains(QStringLiteral("Her.")) &&
            page().cell().text.contains(QStringLiteral("Der.")));
    QVERIFY(!page().cell().signature.known); // of two hands
    page().change(0, {}, {});
    write(QStringLiteral("Det er jeg sjældent."));
    save();
    QCOMPARE(own(0).text, QStringLiteral("Det er jeg sjældent."));
    page().askWithdraw(0);
    page().writing()->agree();
    m->settle();
    QCOMPARE(page().views()->count(), 0);
    page().back();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
    QVERIFY(!m->app.versions()->mayDiffer()); // there is none, and none may be written yet
    m->app.versions()->differ();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
}

void TestPlanOtherView::coveredOverTheVersionsNothingEmptyIsLeft()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    page().back();
    m->app.resident()->leave();
    m->settle();
    makeTwoVersions();
    openPlan();
    m->app.plan()->openStaff(0);
    m->app.versions()->differ();
    m->app.cover()->hide();
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QCOMPARE(page().views()->count(), 1);
    page().back();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanOtherView::whereBothStandTheyAreSeenFirst()
{
    makeTwoVersions();
    m->behindTheScreens(m->home.ali, [&](engine::Engine &engine) {
        const PersonId sofie = m->home.sofie.person;
        const auto plan = must(engine.openPlan(sofie, m->home.ali, kPlan));
        const engine::FieldShown *field = fieldIn(plan, engine::FieldAt(kStaff));
        must(engine.resolve(sofie, m->home.ali, kPlan, kStaff, wire::v1::RESOLUTION_KEEP_BOTH, std::nullopt,
                            {}, field->view.heads));
    });
    m->settle();
    openPlan();
    QCOMPARE(staffCell().state, FieldState::KeptBoth);
    m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
    QVERIFY(m->app.versions()->mayDiffer());
    m->app.versions()->differ();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QVERIFY(page().mayWrite() && !page().cell().signature.known);
    page().write({}, {});
    write(QStringLiteral("Ingen af delene."));
    save();
    QCOMPARE(own(0).text, QStringLiteral("Ingen af delene."));
    QVERIFY(!own(0).older);
    page().back();
    m->app.versions()->back();
    m->app.resident()->leave();
    m->settle();
    openForStaff();
    m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
    QVERIFY(!m->app.versions()->mayDiffer()); // not for staff
    m->app.versions()->differ();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
}

void TestPlanOtherView::whereStaffEmptiedTheirsOnesOwnAreStillOnesOwn()
{
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    page().back();
    m->app.resident()->leave();
    m->settle();
    staffWrite("");
    openPlan();
    QVERIFY(staffCell().text.isEmpty() && !staffCell().mayDiffer && staffCell().opensOtherView());
    m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    QVERIFY(page().ready() && !page().mayWrite());
    page().askWithdraw(0);
    page().writing()->agree();
    m->settle();
    QCOMPARE(page().views()->count(), 0);
    page().back();
    QVERIFY(!staffCell().opensOtherView());
}

void TestPlanOtherView::withNobodyInTheTeamNobodyElseReadsIt()
{
    const engine::Who bo = m->home.addResident("Bo", {}, {});
    m->meet();
    // By somebody who was of the team then.
    m->home.write(m->home.streamOf(bo, StreamKind::Team), {staffsOp(bo, "Bo er træt.")},
                  TestHome::Hand{m->home.ali, m->home.ali});
    m->meet();
    m->enter(QStringLiteral("Bo"));
    m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Plan));
    m->settle();
    m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    QVERIFY(page().writing()->alone());
    QCOMPARE(page().writing()->names(), QString());
    m->app.cover()->goToStart();
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    QVERIFY(!page().writing()->alone());
}

void TestPlanOtherView::whatCouldNotBeDoneIsSaidOnce()
{
    const PersonId sofie = m->home.sofie.person;
    openPage();
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    const engine::StaffWords beside(kPlan, kStaff, shownField().view.heads);
    must(m->tablet->keepOtherView(sofie, m->home.sofie, beside, {})); // under the page's feet
    save();
    QVERIFY(page().writing()->problem() != Problem::None && page().writing()->notSaved() && !page().saved());
    page().back();
    m->settle();
    QCOMPARE(page().writing()->problem(), Problem::None);
    page().write({}, {});
    write(QStringLiteral("Det er jeg ikke."));
    save();
    engine::StaffWords mine = beside;
    mine.view = shownField().otherViews.at(0);
    page().askWithdraw(0);
    must(m->tablet->withdrawOtherView(sofie, m->home.sofie, mine));
    page().writing()->agree();
    m->settle();
    QVERIFY(page().writing()->problem() != Problem::None && !page().writing()->notSaved());
    m->app.cover()->hide();
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(page().writing()->problem(), Problem::None);
}

void TestPlanOtherView::plansStandOnOnesOwnPage()
{
    m->enter(QStringLiteral("Sofie"));
    const auto &plans = *m->app.ownPage()->plans()->rows();
    const int row = trivselsplan();
    QVERIFY(row >= 0);
    QCOMPARE(cell(plans, row, "day").toString(), m->app.formatters()->day(m->tablet.nowMs));
    QVERIFY(!cell(plans, row, "waitsForYes").toBool() && !cell(plans, row, "several").toBool());
    staffWrite("Jeg er vågen.", kMine);
    QVERIFY(cell(plans, row, "waitsForYes").toBool());
    m->app.resident()->leave();
    m->settle();
    QCOMPARE(plans.count(), 0);
    m->enter(QStringLiteral("Karim"));
    QVERIFY(cell(plans, trivselsplan(), "day").toString().isEmpty()); // his own, and nothing is written there
}

void TestPlanOtherView::aPlanOpensFromOnesOwnPage()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openOwnPage();
    m->app.ownPage()->plans()->open(trivselsplan());
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    QVERIFY(m->app.plan()->ready());
    m->app.plan()->back();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
    m->app.ownPage()->plans()->open(m->app.ownPage()->plans()->rows()->count()); // there is none
    QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
}

QTEST_GUILESS_MAIN(TestPlanOtherView)
#include "tst_plan_other_view.moc"
