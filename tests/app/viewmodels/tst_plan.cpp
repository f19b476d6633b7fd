// A plan in two voices: who writes, how it is signed, and what happens to two versions.
#include "tests/app/viewmodels/app_fixture.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using State = FieldState;

class TestPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tabsAndRowsComeFromTheDefinition();
    void everyKeyIsOnDiskAndFinishedBecomesPartOfThePlan();
    void whatWasTypedIsThereAfterAStop();
    void aResidentDoesNotWriteInTheStaffsVoice();
    void staffWriteInBothVoicesAndItIsMarked();
    void theResidentSaysYesToWhatWasWrittenDown();
    void staffOutsideTheTeamCannotOpenIt();
    void aNewerVersionIsOfferedBesideAndNotSwappedIn();
    void whatCameInBeforeTheFirstKeyIsNotWrittenOver();
    void backFromANewTextSaysYesToNothing();
    void aKeptTextIsThereAfterHandingOver();
    void settledElsewhereThePageGoes();
    void aResidentWithoutANameIsCalledSomething();
    void twoVersionsStandWholeOldestFirst();
    void staffCannotChooseInTheResidentsWords();
    void theResidentChoosesOnTheStaffsPage();
    void aNewTextIsKeptUntilItIsTheirWords();
    void keptBothIsSettledAndCanBeSeen();
    void takenUpTogetherStillWaits();
    void staffChooseInTheirOwnWords();
    void theHistoryLeavesNothingOut();
    void aDayIsMovedWithButtons();

private:
    void openPlan(int tab = 0);
    void write(int row, bool mine, const QString &text);
    [[nodiscard]] PlanCell mine(int row) const;
    [[nodiscard]] PlanCell staff(int row) const;
    /** Both tablets write in the same field without having met; then they meet. */
    void makeTwoVersions(const std::string &linkId, const engine::Who &here, const engine::Who &there);
    void openWaiting();

    std::unique_ptr<AppFixture> m;
    std::unique_ptr<QTemporaryDir> m_otherDir;
    std::unique_ptr<EngineTablet> m_other;
};

void TestPlan::init()
{
    m = std::make_unique<AppFixture>();
    m_otherDir = std::make_unique<QTemporaryDir>();
    m_other = std::make_unique<EngineTablet>(m->home, m_otherDir->path().toStdString(), "Kontoret", 2);
    m->home.meet(**m_other);
}

void TestPlan::cleanup()
{
    m_other.reset();
    m.reset();
}

void TestPlan::openPlan(int tab)
{
    m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Plan));
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    m->app.plan()->showTab(tab);
}

void TestPlan::write(int row, bool mine, const QString &text)
{
    mine ? m->app.plan()->openMine(row) : m->app.plan()->openStaff(row);
    QCOMPARE(m->app.navigator()->page(), Page::Write);
    m->app.write()->setText(text);
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

PlanCell TestPlan::mine(int row) const
{
    return cell(*m->app.plan()->rows(), row, "mine").value<PlanCell>();
}

PlanCell TestPlan::staff(int row) const
{
    return cell(*m->app.plan()->rows(), row, "staff").value<PlanCell>();
}

void TestPlan::makeTwoVersions(const std::string &linkId, const engine::Who &here, const engine::Who &there)
{
    const PersonId resident = m->home.sofie.person;
    const auto writeOn = [&](engine::Engine &engine, const engine::Who &who, const std::string &text) {
        QVERIFY(engine.openPlan(resident, who, kPlan).has_value());
        QVERIFY(engine.editField(resident, who, kPlan, linkId, text).has_value());
        QVERIFY(engine.leavePlan(resident, who, kPlan).has_value());
    };
    m->behindTheScreens(here,
                        [&](engine::Engine &engine) { writeOn(engine, here, "Bank på to gange og vent."); });
    writeOn(**m_other, there, "Bank på og vent længe.");
    m->home.meet(**m_other);
    m->home.meet(*m->tablet);
    m->settle();
}

void TestPlan::openWaiting()
{
    m->enterStaff(QStringLiteral("Mette"));
    QCOMPARE(m->app.staff()->waiting()->count(), 1);
    m->app.staff()->openWaiting(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
}

void TestPlan::tabsAndRowsComeFromTheDefinition()
{
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    QCOMPARE(m->app.plan()->tabs().size(), 5);
    QCOMPARE(m->app.plan()->tabs().at(2), QStringLiteral("En halvdårlig dag"));
    QCOMPARE(column(*m->app.plan()->rows(), "label").at(0), QStringLiteral("Om mig"));
    QVERIFY(mine(0).there);
    QVERIFY(staff(0).there);
    QCOMPARE(mine(0).state, State::Empty);
    m->app.plan()->showTab(4);
    const int last = m->app.plan()->rows()->count() - 1;
    QVERIFY(cell(*m->app.plan()->rows(), last, "shared").toBool());
}

void TestPlan::everyKeyIsOnDiskAndFinishedBecomesPartOfThePlan()
{
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    m->app.plan()->openMine(0);
    QVERIFY(!m->app.write()->saved());
    m->app.write()->setText(QStringLiteral("Jeg er"));
    QVERIFY(!m->app.write()->saved());
    m->settle();
    QVERIFY(m->app.write()->saved());
    m->app.write()->setText(QStringLiteral("Jeg er god til at lytte."));
    m->app.write()->finish(); // at once: the last text must be down first
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    QCOMPARE(mine(0).text, QStringLiteral("Jeg er god til at lytte."));
    QVERIFY(!mine(0).unfinished);
    QVERIFY(mine(0).signature.byYou);
    QVERIFY(!mine(0).signature.said);
    QVERIFY(m->app.plan()->saved());
}

void TestPlan::whatWasTypedIsThereAfterAStop()
{
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    m->app.plan()->openMine(1);
    m->app.write()->setText(QStringLiteral("Jeg maler."));
    m->settle();
    m->tablet.reopen();
    m->core.reopened();
    m->app.cover()->goToStart();
    m->settle();
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    QCOMPARE(mine(1).text, QStringLiteral("Jeg maler."));
}

void TestPlan::aResidentDoesNotWriteInTheStaffsVoice()
{
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    QVERIFY(mine(0).mayWrite);
    QVERIFY(!staff(0).mayWrite);
    m->app.plan()->openStaff(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::History);
}

void TestPlan::staffWriteInBothVoicesAndItIsMarked()
{
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    m->app.staffResident()->openPlan(0);
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
    m->app.plan()->openMine(0);
    QVERIFY(m->app.write()->signature().said);
    QCOMPARE(m->app.write()->signature().author, QStringLiteral("Sofie"));
    QVERIFY(m->app.write()->signature().enteredByYou);
    m->app.write()->setText(QStringLiteral("Jeg kan lide stilhed."));
    m->app.write()->finish();
    m->settle();
    QVERIFY(mine(0).waitsForYes);
    QVERIFY(!mine(0).mayConfirm);
    write(0, false, QStringLiteral("Sofie er rolig om formiddagen."));
    QVERIFY(!staff(0).signature.said);
    QVERIFY(staff(0).signature.byYou);
}

void TestPlan::theResidentSaysYesToWhatWasWrittenDown()
{
    const PersonId sofie = m->home.sofie.person;
    const engine::Who ali = m->home.ali;
    m->behindTheScreens(ali, [&](engine::Engine &engine) {
        QVERIFY(engine.openPlan(sofie, ali, kPlan).has_value());
        QVERIFY(engine.editField(sofie, ali, kPlan, "mig.indefra", "Jeg maler.").has_value());
        QVERIFY(engine.leavePlan(sofie, ali, kPlan).has_value());
    });
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    QVERIFY(mine(0).waitsForYes && mine(0).mayConfirm);
    QVERIFY(mine(0).signature.said && mine(0).signature.byYou);
    m->app.plan()->confirmMine(0);
    m->settle();
    QCOMPARE(m->app.plan()->problem(), Problem::None);
    QVERIFY(!mine(0).waitsForYes);
    QVERIFY(!mine(0).signature.said);
    QCOMPARE(mine(0).text, QStringLiteral("Jeg maler."));
    m->app.plan()->historyOfMine(0);
    m->settle();
    QCOMPARE(m->app.history()->versions()->count(), 2);
    QCOMPARE(cell(*m->app.history()->versions(), 0, "kind").value<HistoryViewModel::Mark>(),
             HistoryViewModel::Mark::Approved);
}

void TestPlan::staffOutsideTheTeamCannotOpenIt()
{
    m->enterStaff(QStringLiteral("Lone"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    QVERIFY(!m->app.staffResident()->ready());
    QCOMPARE(m->app.staffResident()->problem(), Problem::NotAllowed);
    QCOMPARE(m->app.staffResident()->plans()->count(), 0);
    m->app.staffResident()->openPlan(0);
    QCOMPARE(m->app.navigator()->page(), Page::StaffResident);
}

void TestPlan::aNewerVersionIsOfferedBesideAndNotSwappedIn()
{
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    m->app.plan()->openMine(0);
    m->app.write()->setText(QStringLiteral("Jeg skriver."));
    m->settle();
    const PersonId sofie = m->home.sofie.person;
    QVERIFY((*m_other)->openPlan(sofie, m->home.sofie, kPlan).has_value());
    QVERIFY((*m_other)
                ->editField(sofie, m->home.sofie, kPlan, "mig.indefra", "Fra den anden tablet.")
                .has_value());
    QVERIFY((*m_other)->leavePlan(sofie, m->home.sofie, kPlan).has_value());
    m->home.meet(**m_other);
    m->meet();
    QCOMPARE(m->app.write()->newer(), QStringLiteral("Fra den anden tablet."));
    QCOMPARE(m->app.write()->text(), QStringLiteral("Jeg skriver."));
    m->app.write()->finish();
    m->settle();
    QCOMPARE(mine(0).state, State::Two);
    QCOMPARE(mine(0).versions, 2);
}

void TestPlan::twoVersionsStandWholeOldestFirst()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    const auto &versions = *m->app.versions()->versions();
    QCOMPARE(versions.count(), 2);
    QCOMPARE(column(versions, "letter"), QStringList({QStringLiteral("A"), QStringLiteral("B")}));
    QString whole;
    bool differs = false;
    for (const QVariant &part : cell(versions, 0, "parts").toList()) {
        whole += part.value<DiffPart>().text;
        differs = differs || part.value<DiffPart>().differs;
    }
    QVERIFY(whole.startsWith(QStringLiteral("Bank på")));
    QVERIFY(whole.endsWith(QLatin1Char('.')));
    QVERIFY(differs);
    QCOMPARE(m->app.versions()->picked(), -1);
}

void TestPlan::staffCannotChooseInTheResidentsWords()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    QVERIFY(m->app.versions()->residentsWords());
    QVERIFY(!m->app.versions()->mayChoose());
    QVERIFY(m->app.versions()->mayKeepBoth());
    QVERIFY(m->app.versions()->mayTalk());
    QVERIFY(m->app.versions()->mayHandOver());
    m->app.versions()->pick(0);
    QCOMPARE(m->app.versions()->picked(), -1);
    m->app.versions()->writeNew();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
}

void TestPlan::theResidentChoosesOnTheStaffsPage()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    m->app.versions()->handOver();
    QVERIFY(m->app.versions()->mayChoose());
    m->app.versions()->pick(1);
    QCOMPARE(m->app.versions()->picked(), 1);
    m->app.versions()->settle();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Staff);
    QCOMPARE(m->app.staff()->waiting()->count(), 0);
    const auto history = m->tablet->history(m->home.sofie.person, m->home.mette, kPlan, "brug-for.indefra");
    QVERIFY(history.has_value());
    QCOMPARE(history->size(), 3U);
    QVERIFY(history->back().enterer == m->home.sofie.person);
    QCOMPARE(history->back().op.resolution(), wire::v1::RESOLUTION_CHOOSE);
}

void TestPlan::aNewTextIsKeptUntilItIsTheirWords()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    m->app.versions()->handOver();
    m->settle();
    m->app.versions()->writeNew();
    QCOMPARE(m->app.write()->purpose(), WriteViewModel::Purpose::Rewrite);
    m->app.write()->setText(QStringLiteral("Bank på, og vent lidt."));
    m->settle();
    QVERIFY(m->app.write()->saved());
    QCOMPARE(m->tablet->waiting(m->home.mette)->size(), 1U); // typing settles nothing
    m->app.write()->finish();
    m->settle();
    QCOMPARE(m->tablet->waiting(m->home.mette)->size(), 0U);
    const auto history = m->tablet->history(m->home.sofie.person, m->home.mette, kPlan, "brug-for.indefra");
    QCOMPARE(QString::fromStdString(history->back().op.text()), QStringLiteral("Bank på, og vent lidt."));
}

void TestPlan::keptBothIsSettledAndCanBeSeen()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    m->app.versions()->keepBoth();
    m->settle();
    QCOMPARE(m->app.staff()->waiting()->count(), 0);
    m->app.staff()->lock();
    m->enter(QStringLiteral("Sofie"));
    openPlan(4);
    const int row = static_cast<int>(
        column(*m->app.plan()->rows(), "label").indexOf(QStringLiteral("Det har jeg brug for")));
    QCOMPARE(mine(row).state, State::KeptBoth);
    m->app.plan()->openMine(row);
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
    QVERIFY(!m->app.versions()->waiting());
    QVERIFY(m->app.versions()->mayChoose());
}

void TestPlan::takenUpTogetherStillWaits()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    m->app.versions()->takeUpTogether();
    m->settle();
    QCOMPARE(m->app.staff()->waiting()->count(), 1);
    QVERIFY(cell(*m->app.staff()->waiting(), 0, "talk").toBool());
    m->app.staff()->openWaiting(0);
    m->settle();
    QVERIFY(m->app.versions()->talk());
    QVERIFY(!m->app.versions()->mayTalk());
}

void TestPlan::staffChooseInTheirOwnWords()
{
    makeTwoVersions("aftaler.udefra", m->home.mette, m->home.ali);
    openWaiting();
    QVERIFY(!m->app.versions()->residentsWords());
    QVERIFY(m->app.versions()->mayChoose());
    QVERIFY(!m->app.versions()->mayHandOver());
    m->app.versions()->pick(0);
    m->app.versions()->settle();
    m->settle();
    QCOMPARE(m->app.staff()->waiting()->count(), 0);
}

void TestPlan::theHistoryLeavesNothingOut()
{
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    write(0, true, QStringLiteral("Først det."));
    write(0, true, QStringLiteral("Så det."));
    m->app.plan()->historyOfMine(0);
    m->settle();
    QVERIFY(m->app.history()->ready());
    QCOMPARE(column(*m->app.history()->versions(), "words"),
             QStringList({QStringLiteral("Så det."), QStringLiteral("Først det.")}));
}

void TestPlan::aDayIsMovedWithButtons()
{
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    m->app.staffResident()->openPlan(0);
    m->settle();
    m->app.plan()->showTab(4);
    const int row =
        static_cast<int>(column(*m->app.plan()->rows(), "label").indexOf(QStringLiteral("Næste gang")));
    QVERIFY(mine(row).mayWrite);
    m->app.plan()->openMine(row);
    QVERIFY(m->app.write()->date());
    m->app.write()->moveDate(0, 0);
    const QString today = m->app.write()->text();
    QCOMPARE(today.size(), 10);
    m->app.write()->moveDate(7, 0);
    m->app.write()->moveDate(-7, 0);
    QCOMPARE(m->app.write()->text(), today);
    m->app.write()->moveDate(0, 3);
    m->app.write()->finish();
    m->settle();
    QVERIFY(mine(row).text.contains(QStringLiteral(" den ")));
}

void TestPlan::whatCameInBeforeTheFirstKeyIsNotWrittenOver()
{
    m->enter(QStringLiteral("Sofie"));
    openPlan();
    m->app.plan()->openMine(0);
    m->settle();
    const PersonId sofie = m->home.sofie.person;
    QVERIFY((*m_other)->openPlan(sofie, m->home.sofie, kPlan).has_value());
    QVERIFY((*m_other)
                ->editField(sofie, m->home.sofie, kPlan, "mig.indefra", "Fra den anden tablet.")
                .has_value());
    QVERIFY((*m_other)->leavePlan(sofie, m->home.sofie, kPlan).has_value());
    m->home.meet(**m_other);
    m->meet();
    QCOMPARE(m->app.write()->newer(), QStringLiteral("Fra den anden tablet."));
    m->app.write()->setText(QStringLiteral("Jeg skriver."));
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(mine(0).state, State::Two);
    QVERIFY(!mine(0).text.isEmpty()); // the newest of her own stays readable
}

void TestPlan::backFromANewTextSaysYesToNothing()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    m->app.versions()->handOver();
    m->settle();
    m->app.versions()->writeNew();
    m->app.write()->setText(QStringLiteral("Bank på, og"));
    m->app.write()->back();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
    QCOMPARE(m->tablet->waiting(m->home.mette)->size(), 1U);
    QVERIFY(m->app.versions()->begun());
    m->app.versions()->writeNew();
    QCOMPARE(m->app.write()->text(), QStringLiteral("Bank på, og"));
}

void TestPlan::aKeptTextIsThereAfterHandingOver()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    m->app.versions()->handOver();
    m->settle();
    m->app.versions()->writeNew();
    m->app.write()->setText(QStringLiteral("Bank på, og vent."));
    m->app.write()->back();
    m->settle();
    m->app.versions()->back(); // Mette has the tablet again
    QVERIFY(!m->app.versions()->begun());
    m->app.versions()->handOver();
    m->settle();
    m->app.versions()->pick(0);
    m->app.versions()->writeNew();
    QCOMPARE(m->app.write()->text(), QStringLiteral("Bank på, og vent."));
}

void TestPlan::settledElsewhereThePageGoes()
{
    makeTwoVersions("brug-for.indefra", m->home.sofie, m->home.sofie);
    openWaiting();
    QCOMPARE(m->app.navigator()->page(), Page::Versions);
    const PersonId sofie = m->home.sofie.person;
    m->home.meet(**m_other);
    const auto plan = (*m_other)->openPlan(sofie, m->home.sofie, kPlan);
    QVERIFY(plan.has_value());
    const auto field = std::find_if(plan->fields.begin(), plan->fields.end(),
                                    [](const auto &shown) { return shown.linkId == "brug-for.indefra"; });
    QVERIFY((*m_other)
                ->resolve(sofie, m->home.sofie, kPlan, "brug-for.indefra", wire::v1::RESOLUTION_CHOOSE,
                          field->view.versions.front().dot, "", field->view.heads)
                .has_value());
    m->home.meet(**m_other);
    m->meet();
    QVERIFY(m->app.navigator()->page() != Page::Versions);
}

void TestPlan::aResidentWithoutANameIsCalledSomething()
{
    m->home.addResident("", {m->home.mette}, {m->home.mette});
    m->meet();
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QString())));
    m->settle();
    m->app.staffResident()->openPlan(0);
    m->settle();
    for (int tab = 0; tab < m->app.plan()->tabs().size(); ++tab) {
        m->app.plan()->showTab(tab);
        for (const QString &label : column(*m->app.plan()->rows(), "label")) {
            QVERIFY2(!label.contains(QLatin1Char('{')), qPrintable(label));
        }
        for (int row = 0; row < m->app.plan()->rows()->count(); ++row) {
            m->app.plan()->openStaff(row);
            m->settle();
            QVERIFY2(!m->app.write()->title().contains(QLatin1Char('{')),
                     qPrintable(m->app.write()->title()));
            m->app.write()->back();
            m->settle();
        }
    }
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
