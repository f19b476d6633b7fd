// The page of a plan's list: entries come, move, are taken out and come back; suggestions only when they are
// asked for.
#include "tests/app/viewmodels/app_fixture.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

class TestPlanList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aListIsACardAmongTheFields();
    void whatIsWrittenBecomesAnEntry();
    void everyKeyOfANewEntryIsOnDisk();
    void anEmptyNewEntryLeavesNothing();
    void anEntryIsRewrittenAndHasItsHistory();
    void takenOutAndUndone();
    void whatNoLongerHoldsComesBack();
    void entriesMove();
    void suggestionsOnlyWhenAskedFor();
    void theResidentDoesNotWriteInTheStaffsList();
    void whatStandsBesideAnEntryStaysInSightWhenItIsTakenOut();
    void staffWriteDownWhatTheResidentSays();
    void twoVersionsOfAnEntryAreSettled();
    void takenOutByOneAndWrittenByAnother();
    void whatComesInShowsAtOnce();
    void coveredItShowsNothing();
    void inASafetyPlanEveryEntryThatHoldsIsRead();

private:
    [[nodiscard]] PlanListViewModel &page() { return *m->app.planList(); }
    [[nodiscard]] PlanCell entry(int row) { return cell(*page().entries(), row, "cell").value<PlanCell>(); }
    [[nodiscard]] PlanCell gone(int row) { return cell(*page().gone(), row, "cell").value<PlanCell>(); }
    [[nodiscard]] QStringList words();
    void openPlan();
    void openList(bool mine = true);
    void openForStaff(bool mine);
    void write(const QString &text);
    void add(const QString &text);
    /** On the other tablet, and both have met. */
    void elsewhere(const std::function<void(engine::Engine &, const engine::FieldAt &)> &work,
                   const std::string &linkId = "hjaelper.indefra", const engine::Who *who = nullptr);

    std::unique_ptr<AppFixture> m;
    std::unique_ptr<QTemporaryDir> m_otherDir;
    std::unique_ptr<EngineTablet> m_other;
};

void TestPlanList::init()
{
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Shared, catalogueWithLists());
    m_otherDir = std::make_unique<QTemporaryDir>();
    m_other = std::make_unique<EngineTablet>(m->home, m_otherDir->path().toStdString(), "Kontoret", 2);
    m_other->use(catalogueWithLists());
    m_other->reopen();
    m->home.meet(**m_other);
}

void TestPlanList::cleanup()
{
    m_other.reset();
    m.reset();
}

QStringList TestPlanList::words()
{
    QStringList words;
    for (int row = 0; row < page().entries()->count(); ++row) {
        words.append(entry(row).text);
    }
    return words;
}

void TestPlanList::openPlan()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(static_cast<int>(
        column(*m->app.resident()->entries(), "title").indexOf(QStringLiteral("Min prøve med lister"))));
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanList::openList(bool mine)
{
    openPlan();
    mine ? m->app.plan()->openMine(0) : m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
}

void TestPlanList::openForStaff(bool mine)
{
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    m->app.staffResident()->openPlan(static_cast<int>(
        column(*m->app.staffResident()->plans(), "title").indexOf(QStringLiteral("Prøve med lister"))));
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    mine ? m->app.plan()->openMine(0) : m->app.plan()->openStaff(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
}

void TestPlanList::write(const QString &text)
{
    QCOMPARE(m->app.navigator()->page(), Page::Write);
    m->app.write()->setText(text);
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
}

void TestPlanList::add(const QString &text)
{
    page().add();
    m->settle();
    write(text);
}

void TestPlanList::elsewhere(const std::function<void(engine::Engine &, const engine::FieldAt &)> &work,
                             const std::string &linkId, const engine::Who *who)
{
    m->home.meet(*m->tablet);
    m->home.meet(**m_other);
    const engine::Who &by = who != nullptr ? *who : m->home.sofie;
    const auto plan = (*m_other)->openPlan(m->home.sofie.person, by, kListPlan);
    QVERIFY(plan);
    for (const auto &list : plan->lists) {
        if (list.linkId == linkId && !list.entries.empty()) {
            work(**m_other, {linkId, list.entries.front().id});
        }
    }
    QVERIFY((*m_other)->leavePlan(m->home.sofie.person, by, kListPlan).has_value());
}

void TestPlanList::aListIsACardAmongTheFields()
{
    openList();
    for (const char *text : {"Te", "Ro", "Hunden", "Musik", "Min bror", "At gå"}) {
        add(QString::fromUtf8(text));
    }
    page().back();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    const auto card = cell(*m->app.plan()->rows(), 0, "mine").value<PlanCell>();
    QVERIFY(card.there && card.list && card.mayWrite);
    QCOMPARE(card.lines, (QList<QString>{QStringLiteral("Te"), QStringLiteral("Ro"), QStringLiteral("Hunden"),
                                         QStringLiteral("Musik")}));
    QCOMPARE(card.more, 2);
    QVERIFY(!card.asks && !card.unfinished);
    const auto staff = cell(*m->app.plan()->rows(), 0, "staff").value<PlanCell>();
    QVERIFY(staff.list && !staff.mayWrite);
    QVERIFY(staff.lines.isEmpty());
    QVERIFY(m->app.plan()->saved());
}

void TestPlanList::whatIsWrittenBecomesAnEntry()
{
    openList();
    QCOMPARE(page().title(), QStringLiteral("Det hjælper"));
    QCOMPARE(page().question(), QStringLiteral("Hvad hjælper dig?"));
    QVERIFY(page().mine() && page().mayAdd() && !page().full() && !page().saved());
    QVERIFY(!page().mayArrange());
    add(QStringLiteral("At male"));
    QCOMPARE(words(), QStringList{QStringLiteral("At male")});
    QVERIFY(!entry(0).unfinished);
    QVERIFY(entry(0).signature.byYou && !entry(0).signature.said);
    QVERIFY(page().mayArrange());
    m->app.cover()->goToStart();
    openList();
    QCOMPARE(words(), QStringList{QStringLiteral("At male")});
}

void TestPlanList::everyKeyOfANewEntryIsOnDisk()
{
    openList();
    page().add();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Write);
    QVERIFY(!m->app.write()->hasHistory());
    m->app.write()->setText(QStringLiteral("At ma"));
    m->settle();
    QVERIFY(m->app.write()->saved());
    m->tablet.reopen();
    m->core.reopened();
    m->app.cover()->goToStart();
    m->settle();
    openList();
    QCOMPARE(words(), QStringList{QStringLiteral("At ma")});
}

void TestPlanList::anEmptyNewEntryLeavesNothing()
{
    openList();
    page().add();
    m->settle();
    m->app.write()->back();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
    QCOMPARE(page().entries()->count(), 0);
    page().add();
    page().add(); // a trembling finger
    m->settle();
    write(QStringLiteral("  "));
    QCOMPARE(page().entries()->count(), 0);
}

void TestPlanList::anEntryIsRewrittenAndHasItsHistory()
{
    openList();
    add(QStringLiteral("At male"));
    page().openEntry(0);
    QCOMPARE(m->app.write()->text(), QStringLiteral("At male"));
    QVERIFY(m->app.write()->hasHistory());
    write(QStringLiteral("At male blomster"));
    QCOMPARE(words(), QStringList{QStringLiteral("At male blomster")});
    page().arrange(true);
    page().withdraw(0);
    m->settle();
    page().undo();
    m->settle();
    page().historyOf(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::History);
    using Mark = HistoryViewModel::Mark;
    const auto mark = [&](int row) { return cell(*m->app.history()->versions(), row, "kind").value<Mark>(); };
    QCOMPARE(m->app.history()->versions()->count(), 4);
    QCOMPARE(mark(0), Mark::BroughtBack);
    QCOMPARE(mark(1), Mark::Withdrawn);
    QCOMPARE(mark(2), Mark::Written);
    QCOMPARE(cell(*m->app.history()->versions(), 3, "words").toString(), QStringLiteral("At male"));
}

void TestPlanList::takenOutAndUndone()
{
    openList();
    add(QStringLiteral("At male"));
    QVERIFY(page().undoable().isEmpty());
    page().withdraw(0);
    m->settle();
    QCOMPARE(page().entries()->count(), 0);
    QCOMPARE(page().undoable(), QStringLiteral("At male"));
    page().undo();
    m->settle();
    QCOMPARE(words(), QStringList{QStringLiteral("At male")});
    QVERIFY(page().undoable().isEmpty());
    QCOMPARE(page().gone()->count(), 0);
}

void TestPlanList::whatNoLongerHoldsComesBack()
{
    openList();
    add(QStringLiteral("At male"));
    page().withdraw(0);
    m->settle();
    m->app.cover()->goToStart();
    openList();
    QVERIFY(page().undoable().isEmpty());
    QVERIFY(!page().showsGone());
    QCOMPARE(gone(0).text, QStringLiteral("At male"));
    QVERIFY(cell(*page().gone(), 0, "mark").value<Signature>().byYou);
    page().bringBack(0);
    m->settle();
    QCOMPARE(words(), QStringList{QStringLiteral("At male")});
    QCOMPARE(page().gone()->count(), 0);
}

void TestPlanList::entriesMove()
{
    openList();
    for (const char *text : {"1", "2", "3"}) {
        add(QString::fromUtf8(text));
    }
    const auto may = [&](int row, const char *what) { return cell(*page().entries(), row, what).toBool(); };
    QVERIFY(!may(0, "mayUp") && may(0, "mayDown") && may(1, "mayUp") && !may(2, "mayDown"));
    page().moveUp(2);
    m->settle();
    QCOMPARE(words(), (QStringList{QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("2")}));
    page().moveDown(0);
    m->settle();
    QCOMPARE(words(), (QStringList{QStringLiteral("3"), QStringLiteral("1"), QStringLiteral("2")}));
    QVERIFY(page().saved());
}

void TestPlanList::suggestionsOnlyWhenAskedFor()
{
    openList();
    QVERIFY(page().suggestions().isEmpty());
    QVERIFY(page().maySuggest());
    page().take(QStringLiteral("Musik"));
    m->settle();
    QCOMPARE(page().entries()->count(), 0);
    page().giveSuggestions();
    QCOMPARE(page().suggestions(), (QList<QString>{QStringLiteral("At gå en tur"), QStringLiteral("Musik")}));
    page().take(QStringLiteral("Musik"));
    m->settle();
    QCOMPARE(words(), QStringList{QStringLiteral("Musik")});
    QVERIFY(cell(*page().entries(), 0, "suggested").toBool());
    QCOMPARE(page().suggestions(), QList<QString>{QStringLiteral("At gå en tur")});
    page().openEntry(0);
    write(QStringLiteral("Musik om aftenen"));
    QVERIFY(!cell(*page().entries(), 0, "suggested").toBool());
}

void TestPlanList::theResidentDoesNotWriteInTheStaffsList()
{
    const PersonId sofie = m->home.sofie.person;
    const engine::Who ali = m->home.ali;
    m->behindTheScreens(ali, [&](engine::Engine &engine) {
        QVERIFY(engine.openPlan(sofie, ali, kListPlan).has_value());
        const auto id = engine.newEntry(sofie, ali, kListPlan, "hjaelper.udefra");
        QVERIFY(id.has_value());
        QVERIFY(engine.editField(sofie, ali, kListPlan, {"hjaelper.udefra", *id}, "Ro i stuen").has_value());
        QVERIFY(engine.leavePlan(sofie, ali, kListPlan).has_value());
    });
    openList(false);
    QCOMPARE(words(), QStringList{QStringLiteral("Ro i stuen")});
    QVERIFY(!page().mine() && !page().mayAdd() && !page().mayArrange() && !entry(0).mayWrite);
    page().add();
    page().withdraw(0);
    page().moveDown(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
    QCOMPARE(page().problem(), Problem::None); // it was not even asked for
    QCOMPARE(words(), QStringList{QStringLiteral("Ro i stuen")});
    page().openEntry(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView); // beside it the resident may write
}

void TestPlanList::whatStandsBesideAnEntryStaysInSightWhenItIsTakenOut()
{
    const PersonId sofie = m->home.sofie.person;
    const engine::Who ali = m->home.ali;
    engine::FieldAt at;
    m->behindTheScreens(ali, [&](engine::Engine &engine) {
        QVERIFY(engine.openPlan(sofie, ali, kListPlan).has_value());
        at = {"hjaelper.udefra", engine.newEntry(sofie, ali, kListPlan, "hjaelper.udefra").value()};
        QVERIFY(engine.editField(sofie, ali, kListPlan, at, "Ro i stuen").has_value());
        QVERIFY(engine.leavePlan(sofie, ali, kListPlan).has_value());
    });
    openList(false);
    page().openEntry(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    m->app.planOtherView()->write({}, {});
    m->settle();
    m->app.write()->setText(QStringLiteral("Jeg vil hellere have musik."));
    m->settle();
    m->app.write()->finish();
    m->settle();
    m->app.planOtherView()->back(); // another time: the list's card says so
    m->settle();
    QVERIFY(cell(*m->app.plan()->rows(), 0, "staff").value<PlanCell>().unfinished);
    m->app.planOtherView()->change(0, {}, {});
    m->settle();
    m->app.write()->finish();
    m->settle();
    m->app.planOtherView()->writing()->save();
    m->settle();
    QVERIFY(!cell(*m->app.plan()->rows(), 0, "staff").value<PlanCell>().unfinished);
    m->app.cover()->goToStart();
    m->behindTheScreens(ali, [&](engine::Engine &engine) {
        QVERIFY(engine.openPlan(sofie, ali, kListPlan).has_value());
        QVERIFY(engine.withdrawEntry(sofie, ali, kListPlan, at).has_value());
    });
    openForStaff(false);
    QCOMPARE(page().gone()->count(), 1);
    QCOMPARE(gone(0).otherViews.size(), 1);
    QCOMPARE(gone(0).otherViews[0].text, QStringLiteral("Jeg vil hellere have musik."));
    QVERIFY(!gone(0).opensOtherView());
    m->app.cover()->goToStart();
    openList(false);
    QVERIFY(gone(0).mayChangeViews && !gone(0).mayDiffer);
    page().openGone(0);
    QCOMPARE(m->app.navigator()->page(), Page::PlanOtherView);
    auto &beside = *m->app.planOtherView();
    QVERIFY(beside.gone() && !beside.mayWrite());
    QCOMPARE(beside.cell().text, QStringLiteral("Ro i stuen"));
    beside.change(0, {}, {});
    m->settle();
    m->app.write()->setText(QStringLiteral("Jeg vil have musik."));
    m->settle();
    m->app.write()->finish();
    m->settle();
    beside.writing()->save();
    m->settle();
    QCOMPARE(gone(0).otherViews[0].text, QStringLiteral("Jeg vil have musik."));
    QCOMPARE(words(), QStringList()); // nor does it come back by that
    beside.askWithdraw(0);
    beside.writing()->agree();
    m->settle();
    QVERIFY(gone(0).otherViews.isEmpty() && !gone(0).opensOtherView());
}

void TestPlanList::staffWriteDownWhatTheResidentSays()
{
    openForStaff(true);
    page().add();
    m->settle();
    QVERIFY(m->app.write()->signature().said);
    write(QStringLiteral("At male"));
    QVERIFY(entry(0).waitsForYes && !entry(0).mayConfirm);
    QVERIFY(!page().mayArrange());
    page().confirm(0);
    m->settle();
    QVERIFY(entry(0).waitsForYes);
    m->app.cover()->goToStart();
    openPlan();
    QVERIFY(cell(*m->app.plan()->rows(), 0, "mine").value<PlanCell>().waitsForYes);
    m->app.plan()->openMine(0);
    QVERIFY(entry(0).mayConfirm);
    page().confirm(0);
    m->settle();
    QVERIFY(!entry(0).waitsForYes);
    QVERIFY(!entry(0).signature.said);
}

void TestPlanList::twoVersionsOfAnEntryAreSettled()
{
    openList();
    add(QStringLiteral("At male"));
    elsewhere([&](engine::Engine &engine, const engine::FieldAt &at) {
        QVERIFY(engine.editField(m->home.sofie.person, m->home.sofie, kListPlan, at, "At male om natten")
                    .has_value());
    });
    page().openEntry(0);
    write(QStringLiteral("At male blomster"));
    m->home.meet(**m_other);
    m->meet();
    QCOMPARE(entry(0).state, FieldState::Two);
    m->app.cover()->goToStart();
    m->enterStaff(QStringLiteral("Mette"));
    QCOMPARE(m->app.staff()->waiting()->count(), 1);
    m->app.staff()->openWaiting(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
    QVERIFY(!m->app.versions()->mayChoose());
    m->app.versions()->handOver();
    m->settle();
    m->app.versions()->pick(1);
    m->app.versions()->settle();
    m->settle();
    QCOMPARE(m->app.staff()->waiting()->count(), 0);
    m->app.cover()->goToStart();
    openList();
    QCOMPARE(words(), QStringList{QStringLiteral("At male blomster")});
}

void TestPlanList::takenOutByOneAndWrittenByAnother()
{
    openForStaff(false);
    add(QStringLiteral("Ro i stuen"));
    elsewhere(
        [&](engine::Engine &engine, const engine::FieldAt &at) {
            QVERIFY(engine.editField(m->home.sofie.person, m->home.ali, kListPlan, at, "Ro i hele huset")
                        .has_value());
        },
        "hjaelper.udefra", &m->home.ali);
    page().withdraw(0);
    m->settle();
    QCOMPARE(page().entries()->count(), 0);
    m->home.meet(**m_other);
    m->meet();
    QCOMPARE(words(), QStringList{QStringLiteral("Ro i hele huset")});
    QVERIFY(cell(*page().entries(), 0, "struck").toBool());
    m->app.cover()->goToStart();
    m->enterStaff(QStringLiteral("Mette"));
    QCOMPARE(m->app.staff()->waiting()->count(), 1);
    m->app.staff()->openWaiting(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
    QVERIFY(cell(*page().entries(), 0, "mayWithdraw").toBool());
    page().keep(0);
    m->settle();
    QVERIFY(!cell(*page().entries(), 0, "struck").toBool());
    page().back();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Staff);
    QCOMPARE(m->app.staff()->waiting()->count(), 0);
}

void TestPlanList::whatComesInShowsAtOnce()
{
    openList();
    add(QStringLiteral("At male"));
    elsewhere([&](engine::Engine &engine, const engine::FieldAt &at) {
        const auto id = engine.newEntry(m->home.sofie.person, m->home.sofie, kListPlan, at.linkId);
        QVERIFY(id.has_value());
        QVERIFY(engine.editField(m->home.sofie.person, m->home.sofie, kListPlan, {at.linkId, *id}, "At gå")
                    .has_value());
    });
    m->home.meet(**m_other);
    m->meet();
    QCOMPARE(words(), (QStringList{QStringLiteral("At male"), QStringLiteral("At gå")}));
}

void TestPlanList::coveredItShowsNothing()
{
    openList();
    add(QStringLiteral("At male"));
    page().add();
    m->settle();
    m->app.write()->setText(QStringLiteral("At gå"));
    m->app.cover()->hide();
    m->settle();
    QVERIFY(!page().ready());
    QCOMPARE(page().entries()->count(), 0);
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanList);
    QCOMPARE(words(), (QStringList{QStringLiteral("At male"),
                                   QStringLiteral("At gå")})); // what was typed went the way of Færdig
    QVERIFY(!entry(1).unfinished);
}

void TestPlanList::inASafetyPlanEveryEntryThatHoldsIsRead()
{
    cleanup(); // one App at a time
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Staff,
                                     catalogueWithDraftSafetyPlan());
    m->home.addSafety(m->home.sofie);
    const QTemporaryDir elsewhere;
    EngineTablet other(m->home, elsewhere.path().toStdString(), "Mobil", 2, TabletKind::Staff);
    other.use(catalogueWithDraftSafetyPlan());
    other.reopen();
    m->home.meet(*other);
    const PersonId sofie = m->home.sofie.person;
    const engine::Who mette = m->home.mette;
    const auto add = [&](const std::string &link, const std::string &text) {
        QVERIFY(other->openPlan(sofie, mette, kSafetyPlan).has_value());
        const auto id = other->newEntry(sofie, mette, kSafetyPlan, link);
        QVERIFY(id.has_value());
        QVERIFY(other->editField(sofie, mette, kSafetyPlan, {link, *id}, text).has_value());
        QVERIFY(other->leavePlan(sofie, mette, kSafetyPlan).has_value());
    };
    add("hjaelper.indefra", "At gå ud i haven");
    for (int i = 0; i < 6; ++i) {
        add("hjaelper.udefra", "Sæt dig ved siden af " + std::to_string(i));
    }
    const auto ring = other->newEntry(sofie, mette, kSafetyPlan, "ring"); // whom to call: one row for each
    QVERIFY(ring.has_value());
    QVERIFY(other->editField(sofie, mette, kSafetyPlan, {"ring.navn", *ring}, "Ida").has_value());
    QVERIFY(other->editField(sofie, mette, kSafetyPlan, {"ring.nummer", *ring}, "12 34 56 78").has_value());
    QVERIFY(other->leavePlan(sofie, mette, kSafetyPlan).has_value());
    const auto plan = other->openPlan(sofie, mette, kSafetyPlan);
    const engine::FieldAt gone("hjaelper.udefra", listIn(*plan, "hjaelper.udefra")->entries.front().id);
    QVERIFY(other->withdrawEntry(sofie, mette, kSafetyPlan, gone).has_value());
    m->home.meet(*other);
    m->meet();

    m->app.start()->openStaff();
    m->chooseStaff(QStringLiteral("Mette"));
    m->app.signIn()->askEmergency();
    m->app.signIn()->openInEmergency();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Safety);
    auto *safety = m->app.safety();
    safety->choose(static_cast<int>(column(*safety->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    QCOMPARE(safety->rows()->count(), 7);
    QCOMPARE(cell(*safety->rows(), 6, "text").toString(), QStringLiteral("Ida\n12 34 56 78"));
    QCOMPARE(cell(*safety->rows(), 6, "label").toString(), QStringLiteral("Dem må I ringe til"));
    QVERIFY(cell(*safety->rows(), 6, "mine").toBool());
    QCOMPARE(cell(*safety->rows(), 0, "text").toString(), QStringLiteral("At gå ud i haven"));
    QVERIFY(cell(*safety->rows(), 0, "mine").toBool());
    QVERIFY(cell(*safety->rows(), 0, "signature").value<Signature>().said);
    QVERIFY(!cell(*safety->rows(), 0, "section").toString().isEmpty());
    QCOMPARE(cell(*safety->rows(), 5, "text").toString(), QStringLiteral("Sæt dig ved siden af 5"));
    QVERIFY(!cell(*safety->rows(), 5, "mine").toBool());
    QVERIFY(cell(*safety->rows(), 5, "section").toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestPlanList)
#include "tst_plan_list.moc"
