// The groups of a plan on the screens: entries come, are written in field by field, move, go and come back;
// an entry in an entry; answers to choose from.
#include "tests/app/viewmodels/app_fixture.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

class TestPlanGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aGroupIsACardAmongTheFields();
    void anEntryIsWrittenFieldByField();
    void aNewEntryThatIsLeftIsNone();
    void everyKeyOfANewEntryIsOnDisk();
    void anAnswerIsChosen();
    void anAnswerIsOnDiskBeforeItShows();
    void aFolderHasSectionsAndEntriesInIt();
    void aListInAnEntry();
    void whatTheStaffSeeIsOneTapFurther();
    void staffWriteInTheirFieldAndNotMore();
    void entriesMoveGoAndComeBack();
    void whatStandsInAnEntryThatIsTakenOutStaysInSight();
    void twoAnswersAreSettled();
    void takenOutByOneAndWrittenByAnother();
    void coveredItShowsNothing();
    void aLongTextBeginsOnItsCard();
    void theIntroIsThereBeforeTheFirstWord();

private:
    [[nodiscard]] PlanGroupViewModel &group() { return *m->app.planGroup(); }
    [[nodiscard]] PlanEntryViewModel &page() { return *m->app.planEntry(); }
    [[nodiscard]] Page where() { return m->app.navigator()->page(); }
    [[nodiscard]] PlanCell field(int row, const char *side = "mine")
    {
        return cell(*page().rows(), row, side).value<PlanCell>();
    }
    [[nodiscard]] QStringList words() { return column(*group().entries(), "words"); }
    void openPlan();
    void openForStaff();
    /** Of the plan's first tab: the people to call. */
    void openCalls()
    {
        openPlan();
        m->app.plan()->openMine(0);
        QCOMPARE(where(), Page::PlanGroup);
    }
    void openTimes()
    {
        openPlan();
        m->app.plan()->showTab(1);
        m->app.plan()->openMine(0);
        QCOMPARE(where(), Page::PlanGroup);
    }
    void add();
    void write(int row, const QString &text, bool mine = true);
    void addCall(const QString &name)
    {
        add();
        write(0, name);
        page().back();
        m->settle();
        QCOMPARE(where(), Page::PlanGroup);
    }
    void choose(int row, int option);

    std::unique_ptr<AppFixture> m;
};

void TestPlanGroups::init()
{
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Shared, catalogueWithGroups());
}

void TestPlanGroups::openPlan()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(static_cast<int>(
        column(*m->app.resident()->entries(), "title").indexOf(QStringLiteral("Min prøve med grupper"))));
    m->settle();
    QCOMPARE(where(), Page::Plan);
}

void TestPlanGroups::openForStaff()
{
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    m->app.staffResident()->openPlan(static_cast<int>(
        column(*m->app.staffResident()->plans(), "title").indexOf(QStringLiteral("Prøve med grupper"))));
    m->settle();
    QCOMPARE(where(), Page::Plan);
}

void TestPlanGroups::add()
{
    group().add();
    m->settle();
    QCOMPARE(where(), Page::PlanEntry);
}

void TestPlanGroups::write(int row, const QString &text, bool mine)
{
    mine ? page().openMine(row) : page().openStaff(row);
    QCOMPARE(where(), Page::Write);
    m->app.write()->setText(text);
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(where(), Page::PlanEntry);
}

void TestPlanGroups::choose(int row, int option)
{
    page().openMine(row);
    QCOMPARE(where(), Page::PlanChoice);
    m->app.planChoice()->choose(option);
    m->settle();
    m->app.planChoice()->back();
    m->settle();
    QCOMPARE(where(), Page::PlanEntry);
}

void TestPlanGroups::aGroupIsACardAmongTheFields()
{
    openCalls();
    for (const char *name : {"Ida", "Bo", "Eva", "Kaj", "Lis"}) {
        addCall(QString::fromUtf8(name));
    }
    group().back();
    QCOMPARE(where(), Page::Plan);
    const auto card = cell(*m->app.plan()->rows(), 0, "mine").value<PlanCell>();
    QVERIFY(card.there && card.list && card.mayWrite && !card.asks && !card.unfinished);
    QCOMPARE(card.lines.first(), QStringLiteral("Ida"));
    QCOMPARE(card.lines.size(), 4);
    QCOMPARE(card.more, 1);
    QVERIFY(m->app.plan()->saved());
}

void TestPlanGroups::anEntryIsWrittenFieldByField()
{
    openCalls();
    QVERIFY(group().mayAdd() && !group().full() && !group().mayArrange());
    QCOMPARE(group().title(), QStringLiteral("Dem må I ringe til"));
    add();
    QCOMPARE(page().title(), QStringLiteral("Dem må I ringe til"));
    QCOMPARE(page().rows()->count(), 3); // the staff's is one tap further
    QVERIFY(field(0).there && field(0).mayWrite);
    write(0, QStringLiteral("Min søster"));
    QCOMPARE(field(0).text, QStringLiteral("Min søster"));
    QVERIFY(field(0).signature.byYou && !field(0).unfinished);
    write(2, QStringLiteral("2027-02-28"));
    QVERIFY(field(2).text.contains(QStringLiteral("februar")));
    page().openMine(0);
    QVERIFY(m->app.write()->hasHistory());
    QCOMPARE(m->app.write()->text(), QStringLiteral("Min søster"));
    m->app.write()->back();
    m->settle();
    page().back();
    QCOMPARE(where(), Page::PlanGroup);
    QCOMPARE(words(), QStringList{QStringLiteral("Min søster")});
    QVERIFY(cell(*group().entries(), 0, "line").toString().endsWith(QStringLiteral("2027")));
    QVERIFY(cell(*group().entries(), 0, "mark").value<Signature>().byYou);
    m->app.cover()->goToStart();
    openCalls();
    QCOMPARE(words(), QStringList{QStringLiteral("Min søster")});
}

void TestPlanGroups::aNewEntryThatIsLeftIsNone()
{
    openCalls();
    add();
    page().back();
    m->settle();
    QCOMPARE(group().entries()->count(), 0);
    group().add();
    group().add(); // a trembling finger
    m->settle();
    page().openMine(0);
    m->app.write()->back();
    m->settle();
    page().back();
    m->settle();
    QCOMPARE(where(), Page::PlanGroup);
    QCOMPARE(group().entries()->count(), 0);
}

void TestPlanGroups::everyKeyOfANewEntryIsOnDisk()
{
    openCalls();
    add();
    page().openMine(0);
    m->app.write()->setText(QStringLiteral("Min sø"));
    m->settle();
    QVERIFY(m->app.write()->saved());
    m->tablet.reopen();
    m->core.reopened();
    m->app.cover()->goToStart();
    m->settle();
    openCalls();
    QCOMPARE(words(), QStringList{QStringLiteral("Min sø")});
}

void TestPlanGroups::anAnswerIsChosen()
{
    openCalls();
    add();
    page().openMine(1);
    auto *choice = m->app.planChoice();
    QCOMPARE(where(), Page::PlanChoice);
    QCOMPARE(choice->question(), QStringLiteral("Hvor tæt er I?"));
    QCOMPARE(column(*choice->options(), "words"),
             (QStringList{QStringLiteral("Tæt på"), QStringLiteral("Midt imellem"),
                          QStringLiteral("Længere væk")}));
    QVERIFY(!choice->anyChosen() && !choice->saved() && !choice->hasHistory());
    choice->choose(2);
    m->settle();
    QVERIFY(choice->saved());
    QVERIFY(cell(*choice->options(), 2, "chosen").toBool());
    choice->choose(0); // changed one's mind
    m->settle();
    QVERIFY(!cell(*choice->options(), 2, "chosen").toBool());
    choice->back();
    m->settle();
    QCOMPARE(where(), Page::PlanEntry);
    QCOMPARE(field(1).text, QStringLiteral("Tæt på"));
    QVERIFY(field(1).choice && !field(1).unfinished);
    page().openMine(1);
    QVERIFY(choice->hasHistory() && choice->anyChosen() && !choice->saved());
    choice->clear();
    m->settle();
    QVERIFY(!choice->anyChosen());
    choice->back();
    m->settle();
    QCOMPARE(field(1).text, QString());
    page().openMine(1);
    choice->openHistory();
    m->settle();
    QCOMPARE(where(), Page::History);
    QCOMPARE(column(*m->app.history()->versions(), "words"),
             (QStringList{QString(), QStringLiteral("Tæt på")}));
}

void TestPlanGroups::anAnswerIsOnDiskBeforeItShows()
{
    openCalls();
    add();
    page().openMine(1);
    m->core.hold();
    m->app.planChoice()->choose(1);
    QVERIFY(!cell(*m->app.planChoice()->options(), 1, "chosen").toBool());
    QVERIFY(!m->app.planChoice()->saved());
    m->core.release();
    m->settle();
    QVERIFY(cell(*m->app.planChoice()->options(), 1, "chosen").toBool());
    m->app.cover()->goToStart(); // covered while it is open: it went the way of Færdig
    m->settle();
    openCalls();
    QCOMPARE(words(), QStringList{QStringLiteral("Midt imellem")});
    QVERIFY(!cell(*group().entries(), 0, "unfinished").toBool());
}

void TestPlanGroups::aFolderHasSectionsAndEntriesInIt()
{
    openTimes();
    add();
    QCOMPARE(page().tabs(), (QList<QString>{QStringLiteral("Den dag"), QStringLiteral("Det prøvede jeg"),
                                            QStringLiteral("Det prøvede personalet")}));
    // An entry in it before anything else is said of it.
    page().showTab(1);
    QCOMPARE(page().rows()->count(), 1);
    page().openMine(0);
    QCOMPARE(where(), Page::PlanGroup);
    QCOMPARE(group().title(), QStringLiteral("Det prøvede jeg"));
    add();
    write(0, QStringLiteral("At gå en tur"));
    choose(1, 1);
    page().back();
    QCOMPARE(where(), Page::PlanGroup);
    QCOMPARE(words(), QStringList{QStringLiteral("At gå en tur")});
    group().back();
    QCOMPARE(where(), Page::PlanEntry);
    QCOMPARE(page().tab(), 1);
    QCOMPARE(field(0).lines, (QList<QString>{QStringLiteral("At gå en tur · Lidt")}));
    page().showTab(0);
    write(1, QStringLiteral("Larm"));
    page().back();
    QCOMPARE(where(), Page::PlanGroup);
    QCOMPARE(group().title(), QStringLiteral("En gang, vi ser på"));
    QCOMPARE(words(), QStringList{QStringLiteral("Larm")});
    // What the staff tried is theirs to write.
    group().openEntry(0);
    page().showTab(2);
    page().openStaff(0);
    QCOMPARE(where(), Page::PlanGroup);
    QVERIFY(!group().mayAdd() && group().staffs());
    group().add();
    m->settle();
    QCOMPARE(where(), Page::PlanGroup);
}

void TestPlanGroups::aListInAnEntry()
{
    openTimes();
    add();
    page().openMine(2);
    QCOMPARE(where(), Page::PlanList);
    m->app.planList()->add();
    m->settle();
    QCOMPARE(where(), Page::Write);
    m->app.write()->setText(QStringLiteral("Ali"));
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(where(), Page::PlanList);
    QCOMPARE(m->app.planList()->entries()->count(), 1);
    m->app.planList()->withdraw(0);
    m->settle();
    m->app.planList()->undo();
    m->settle();
    QCOMPARE(m->app.planList()->entries()->count(), 1);
    m->app.planList()->back();
    QCOMPARE(where(), Page::PlanEntry);
    QCOMPARE(field(2).lines, QList<QString>{QStringLiteral("Ali")});
}

void TestPlanGroups::whatTheStaffSeeIsOneTapFurther()
{
    openTimes();
    add();
    QVERIFY(page().hasStaffs() && !page().showsStaffs());
    QVERIFY(!field(1, "staff").there);
    page().showStaffs(true);
    QVERIFY(field(1, "staff").there);
    QVERIFY(!field(1, "staff").mayWrite);
    page().openStaff(1); // nothing stands there, and nothing may be written
    QCOMPARE(where(), Page::PlanEntry);
}

void TestPlanGroups::staffWriteInTheirFieldAndNotMore()
{
    openCalls();
    addCall(QStringLiteral("Ida"));
    m->app.cover()->goToStart();
    m->settle();
    openForStaff();
    m->app.plan()->openMine(0);
    QVERIFY(!group().mayArrange());
    group().withdraw(0);
    m->settle();
    QCOMPARE(group().entries()->count(), 1);
    group().openEntry(0);
    QVERIFY(page().showsStaffs());
    write(3, QStringLiteral("Efter klokken 10"), false);
    QCOMPARE(field(3, "staff").text, QStringLiteral("Efter klokken 10"));
    write(0, QStringLiteral("Ida, min søster")); // beside hers
    QCOMPARE(field(0).state, FieldState::Two);
}

void TestPlanGroups::entriesMoveGoAndComeBack()
{
    openCalls();
    addCall(QStringLiteral("Ida"));
    addCall(QStringLiteral("Bo"));
    QVERIFY(group().mayArrange() && !group().arranging());
    QVERIFY(!cell(*group().entries(), 0, "mayUp").toBool());
    QVERIFY(cell(*group().entries(), 1, "mayUp").toBool());
    group().moveUp(1);
    m->settle();
    QCOMPARE(words(), (QStringList{QStringLiteral("Bo"), QStringLiteral("Ida")}));
    group().withdraw(0);
    m->settle();
    QCOMPARE(words(), QStringList{QStringLiteral("Ida")});
    QCOMPARE(group().undoable(), QStringLiteral("Bo"));
    group().undo();
    m->settle();
    QCOMPARE(words(), (QStringList{QStringLiteral("Bo"), QStringLiteral("Ida")}));
    group().withdraw(0);
    m->settle();
    group().back();
    m->app.plan()->openMine(0);
    QVERIFY(group().undoable().isEmpty());
    QCOMPARE(group().gone()->count(), 1);
    QVERIFY(cell(*group().gone(), 0, "mark").value<Signature>().byYou);
    group().bringBack(0);
    m->settle();
    QCOMPARE(group().gone()->count(), 0);
    QCOMPARE(words(), (QStringList{QStringLiteral("Bo"), QStringLiteral("Ida")}));
}

void TestPlanGroups::whatStandsInAnEntryThatIsTakenOutStaysInSight()
{
    openCalls();
    addCall(QStringLiteral("Ida"));
    m->app.cover()->goToStart();
    m->settle();
    openForStaff();
    m->app.plan()->openMine(0);
    group().openEntry(0);
    write(3, QStringLiteral("Efter klokken 10"), false);
    m->app.cover()->goToStart();
    m->settle();
    openCalls();
    group().openEntry(0);
    page().showStaffs(true);
    page().openStaff(3);
    QCOMPARE(where(), Page::PlanOtherView);
    auto &beside = *m->app.planOtherView();
    beside.write({}, {});
    m->settle();
    m->app.write()->setText(QStringLiteral("Hun er vågen før."));
    m->settle();
    m->app.write()->finish();
    m->settle();
    beside.back(); // another time: the entry's card says so
    m->settle();
    QVERIFY(cell(*group().entries(), 0, "unfinished").toBool());
    beside.change(0, {}, {});
    m->settle();
    m->app.write()->finish();
    m->settle();
    beside.writing()->save();
    m->settle();
    beside.back();
    page().back();
    group().withdraw(0);
    m->settle();
    QCOMPARE(group().gone()->count(), 1);
    group().openGone(0);
    QCOMPARE(where(), Page::PlanEntry);
    QVERIFY(page().gone() && !field(0).mayWrite);
    page().showStaffs(true);
    QCOMPARE(field(3, "staff").otherViews.size(), 1);
    QVERIFY(!field(3, "staff").mayDiffer);
    page().openStaff(3);
    QCOMPARE(where(), Page::PlanOtherView);
    QVERIFY(beside.gone() && !beside.mayWrite());
    beside.askWithdraw(0);
    beside.writing()->agree();
    m->settle();
    QCOMPARE(beside.views()->count(), 0);
    beside.back();
    QVERIFY(field(3, "staff").otherViews.isEmpty());
    page().openStaff(3); // now there is nothing but what stood there before
    m->settle();
    QCOMPARE(where(), Page::History);
}

void TestPlanGroups::twoAnswersAreSettled()
{
    openCalls();
    add();
    choose(1, 0);
    const QTemporaryDir dir;
    EngineTablet other(m->home, dir.path().toStdString(), "Kontoret", 2);
    other.use(catalogueWithGroups());
    other.reopen();
    m->home.meet(*m->tablet);
    m->home.meet(*other);
    const PersonId sofie = m->home.sofie.person;
    const auto plan = other->openPlan(sofie, m->home.sofie, kGroupPlan);
    QVERIFY(plan);
    const engine::FieldAt at("ring.taet", plan->groups.front().entries.front().id);
    QVERIFY(other->chooseInField(sofie, m->home.sofie, kGroupPlan, at, {"fjern", "Længere væk"}));
    QVERIFY(other->leavePlan(sofie, m->home.sofie, kGroupPlan));
    choose(1, 1);
    m->home.meet(*other);
    m->meet();
    m->settle();
    QCOMPARE(field(1).state, FieldState::Two);
    page().openMine(1);
    QCOMPARE(where(), Page::Versions);
    auto *versions = m->app.versions();
    QCOMPARE(versions->versions()->count(), 2);
    QVERIFY(versions->mayChoose() && !versions->mayWriteNew());
    versions->writeNew();
    QCOMPARE(where(), Page::Versions);
    versions->pick(1);
    versions->settle();
    m->settle();
    QCOMPARE(where(), Page::PlanEntry);
    QCOMPARE(field(1).state, FieldState::One);
}

void TestPlanGroups::takenOutByOneAndWrittenByAnother()
{
    openCalls();
    addCall(QStringLiteral("Ida"));
    const QTemporaryDir dir;
    EngineTablet other(m->home, dir.path().toStdString(), "Kontoret", 2);
    other.use(catalogueWithGroups());
    other.reopen();
    m->home.meet(*m->tablet);
    m->home.meet(*other);
    const PersonId sofie = m->home.sofie.person;
    const auto plan = other->openPlan(sofie, m->home.sofie, kGroupPlan);
    QVERIFY(plan);
    const engine::FieldAt at("ring", plan->groups.front().entries.front().id);
    QVERIFY(other->withdrawEntry(sofie, m->home.sofie, kGroupPlan, at));
    group().openEntry(0);
    write(2, QStringLiteral("2027-02-28"));
    page().back();
    m->home.meet(*other);
    m->meet();
    m->settle();
    QVERIFY(cell(*group().entries(), 0, "struck").toBool());
    QVERIFY(cell(*group().entries(), 0, "asks").toBool());
    m->app.cover()->goToStart();
    m->settle();
    // Staff see that something waits, and come to it.
    m->enterStaff(QStringLiteral("Mette"));
    QCOMPARE(m->app.staff()->waiting()->count(), 1);
    m->app.staff()->openWaiting(0);
    m->settle();
    QCOMPARE(where(), Page::PlanGroup);
    QCOMPARE(words(), QStringList{QStringLiteral("Ida")});
    m->app.cover()->goToStart();
    m->settle();
    openCalls();
    group().keep(0);
    m->settle();
    QVERIFY(!cell(*group().entries(), 0, "struck").toBool());
}

void TestPlanGroups::coveredItShowsNothing()
{
    openCalls();
    addCall(QStringLiteral("Ida"));
    group().openEntry(0);
    m->app.cover()->hide();
    m->settle();
    QVERIFY(!page().ready() && !group().ready());
    QCOMPARE(page().rows()->count(), 0);
    QCOMPARE(group().entries()->count(), 0);
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(where(), Page::PlanEntry);
    QCOMPARE(field(0).text, QStringLiteral("Ida"));
    page().back();
    QCOMPARE(words(), QStringList{QStringLiteral("Ida")});
}

void TestPlanGroups::aLongTextBeginsOnItsCard()
{
    openCalls();
    addCall(QStringLiteral("Ida ").repeated(2'500));
    QVERIFY(words().first().size() < 200);
    QVERIFY(words().first().endsWith(QStringLiteral("Ida …")));
    addCall(QString::fromUtf8("😀").repeated(1'000)); // no space to end at, and no half letter
    QVERIFY(!words().last().toUcs4().contains(0xFFFD));
    group().openEntry(0);
    QCOMPARE(field(0).text.size(), 10'000);
}

void TestPlanGroups::theIntroIsThereBeforeTheFirstWord()
{
    openPlan();
    QVERIFY(m->app.plan()->intro().startsWith(QStringLiteral("Her er plads til dem")));
    m->app.plan()->back();
    m->settle();
    m->app.resident()->openEntry(static_cast<int>(
        column(*m->app.resident()->entries(), "title").indexOf(QStringLiteral("Min trivselsplan"))));
    m->settle();
    QVERIFY(m->app.resident()->hasPlans());
}

QTEST_GUILESS_MAIN(TestPlanGroups)
#include "tst_plan_groups.moc"
