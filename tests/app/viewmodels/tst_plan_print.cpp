// A plan on paper: whose words go along, what does not, and who may print where.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using Whose = PlanPrintViewModel::Whose;
using Outcome = PlanPrintViewModel::Outcome;
using print::Hand;

namespace {

const std::string kStaff = "mig.udefra";
const std::string kMine = "mig.indefra";

/** Whose block in that row; nullptr when there is none. */
const print::Block *blockOf(const print::PlanPrint &plan, Hand hand, std::size_t section = 0,
                            std::size_t row = 0)
{
    if (section >= plan.sections.size() || row >= plan.sections[section].rows.size()) {
        return nullptr;
    }
    for (const print::Block &block : plan.sections[section].rows[row].blocks) {
        if (block.hand == hand) {
            return &block;
        }
    }
    return nullptr;
}

void everythingIn(const std::vector<print::Row> &rows, QStringList &into)
{
    for (const print::Row &row : rows) {
        for (const print::Block &block : row.blocks) {
            for (const print::Text &text : block.texts) {
                into.append(text.words);
                for (const print::Text &beside : text.beside) {
                    into.append(QStringLiteral("beside: ") + beside.words);
                }
            }
        }
        for (const print::Entry &entry : row.entries) {
            everythingIn(entry.rows, into);
        }
    }
}
/** All words on the paper, in their order. */
QStringList everythingIn(const print::PlanPrint &plan)
{
    QStringList all;
    for (const print::Section &section : plan.sections) {
        everythingIn(section.rows, all);
    }
    return all;
}

} // namespace

class TestPlanPrint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void residentsPrintTheirOwnWords();
    void theirOtherViewPrintsBesideStaffsWords();
    void whatIsUnfinishedDoesNotGoAlong();
    void bothVersionsStand();
    void whatHoldsOfListsAndGroups();
    void whatWaitsForAYesSaysSo();
    void staffPrintOnTheirOwnDevicesAlone();
    void itIsWrittenDownBeforeThereIsAFile();
    void withoutAFolderNobodyPrints();
    void whatCouldNotBeWrittenIsSaid();
    void anEmptyPlanIsNotPrinted();
    void leftMeanwhileNothingIsPrinted();
    void coveredItShowsNothingAndComesBack();

private:
    [[nodiscard]] PlanPrintViewModel &page() { return *m->app.planPrint(); }
    void use(TabletKind kind, std::shared_ptr<const catalogue::Catalogue> catalogue, bool prints = true)
    {
        m.reset();
        m = std::make_unique<AppFixture>(catalogue::Language::Da, kind, std::move(catalogue), false,
                                         App::Look{}, std::string(), prints);
    }
    /** By Ali, in a plan of Sofie's. */
    void staffWrite(const engine::FieldAt &at, const std::string &text, const std::string &plan = kPlan);
    /** By Sofie herself. */
    void sofieWrites(const engine::FieldAt &at, const std::string &text, const std::string &plan = kPlan);
    void openPlan(const QString &title = QStringLiteral("Min trivselsplan"));
    void openForStaff();
    void openPage();
    /** What was printed now. */
    const print::PlanPrint &printed(Whose whose)
    {
        page().choose(whose);
        const std::size_t before = m->papers.size();
        page().makeFile(&m_words);
        m->settle();
        if (m->papers.size() != before + 1) {
            qFatal("nothing was printed");
        }
        return m->papers.back();
    }

    std::unique_ptr<AppFixture> m;
    PrintWords m_words;
};

void TestPlanPrint::init()
{
    use(TabletKind::Shared, shippedCatalogue());
    m_words.mine = QStringLiteral("MINE");
    m_words.staffs = QStringLiteral("STAFFS");
    m_words.writtenBy = QStringLiteral("by %1, %2");
    m_words.saidBy = QStringLiteral("said %1, by %2, %3");
    m_words.waitsForYes = QStringLiteral("%1, waits");
    m_words.suggested = QStringLiteral("%1, suggested");
    m_words.two = QStringLiteral("two");
    m_words.keptBoth = QStringLiteral("both hold");
    m_words.toOlderOf = QStringLiteral("%1, to %2");
    m_words.printed = QStringLiteral("printed %1");
    m_words.standing = QStringLiteral("stood %1");
}

void TestPlanPrint::staffWrite(const engine::FieldAt &at, const std::string &text, const std::string &plan)
{
    m->behindTheScreens(m->home.ali, [&](engine::Engine &engine) {
        const PersonId sofie = m->home.sofie.person;
        must(engine.openPlan(sofie, m->home.ali, plan));
        must(engine.editField(sofie, m->home.ali, plan, at, text));
        must(engine.leavePlan(sofie, m->home.ali, plan));
    });
    m->settle();
}

void TestPlanPrint::sofieWrites(const engine::FieldAt &at, const std::string &text, const std::string &plan)
{
    const engine::Who sofie = m->home.sofie;
    must(m->tablet->openPlan(sofie.person, sofie, plan));
    must(m->tablet->editField(sofie.person, sofie, plan, at, text));
    must(m->tablet->leavePlan(sofie.person, sofie, plan));
    m->settle();
}

void TestPlanPrint::openPlan(const QString &title)
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openEntry(
        static_cast<int>(column(*m->app.resident()->entries(), "title").indexOf(title)));
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanPrint::openForStaff()
{
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    m->app.staffResident()->openPlan(static_cast<int>(
        column(*m->app.staffResident()->plans(), "title").indexOf(QStringLiteral("Trivselsplan"))));
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanPrint::openPage()
{
    QVERIFY(m->app.plan()->mayPrint());
    m->app.plan()->print();
    QCOMPARE(m->app.navigator()->page(), Page::PlanPrint);
    QVERIFY(page().ready());
}

void TestPlanPrint::residentsPrintTheirOwnWords()
{
    staffWrite(kStaff, "Sofie er træt.");
    sofieWrites(kMine, "Jeg er glad.");
    openPlan();
    openPage();
    QCOMPARE(page().whose(), Whose::Mine);
    QVERIFY(!page().empty() && !page().unfinished());
    page().makeFile(&m_words);
    m->settle();
    QCOMPARE(m->papers.size(), std::size_t(1));
    const print::PlanPrint &paper = m->papers.front();
    QCOMPARE(everythingIn(paper), QStringList{QStringLiteral("Jeg er glad.")});
    const auto *mine = blockOf(paper, Hand::Resident);
    QVERIFY(mine != nullptr);
    QCOMPARE(mine->heading, QStringLiteral("MINE"));
    const QString day = m->app.formatters()->dayAndYear(m->tablet.nowMs);
    QVERIFY(day.endsWith(QStringLiteral("2026"))); // paper is kept
    QCOMPARE(mine->texts.front().mark, QStringLiteral("by Sofie, ") + day);
    QCOMPARE(paper.title, QStringLiteral("Min trivselsplan"));
    QCOMPARE(paper.name, QStringLiteral("Sofie"));
    QVERIFY(paper.standing.startsWith(QStringLiteral("stood ") + day));
    QVERIFY2(paper.fileStem.startsWith(QStringLiteral("Trivselsplan 2026-")), qPrintable(paper.fileStem));
    QVERIFY(!paper.fileStem.contains(QStringLiteral("Sofie"))); // others see what a folder holds
    QCOMPARE(page().outcome(), Outcome::Printed);
    QCOMPARE(page().fileName(), paper.fileStem + QStringLiteral(".pdf"));
    QCOMPARE(page().folder(), QStringLiteral("/papir"));
    QCOMPARE(page().pages(), 2);
    page().choose(Whose::Both); // another one: the last is no longer spoken of
    QCOMPARE(page().outcome(), Outcome::None);
    page().back();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanPrint::theirOtherViewPrintsBesideStaffsWords()
{
    staffWrite(kStaff, "Sofie er træt.");
    openPlan();
    m->app.plan()->openStaff(0);
    auto *other = m->app.planOtherView();
    other->write(QString(), QString());
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Write);
    m->app.write()->setText(QStringLiteral("Jeg var sulten."));
    m->settle();
    m->app.write()->finish();
    m->settle();
    other->writing()->save();
    m->settle();
    other->back();
    openPage();
    QVERIFY(page().empty()); // she has written nothing of her own in it
    const QStringList both{QStringLiteral("Sofie er træt."), QStringLiteral("beside: Jeg var sulten.")};
    QCOMPARE(everythingIn(printed(Whose::Both)), both);
    QCOMPARE(everythingIn(printed(Whose::Staffs)), both); // it prints with what it stands beside
    const auto &beside = blockOf(m->papers.back(), Hand::Staff)->texts.front().beside.front();
    QVERIFY(beside.mark.startsWith(QStringLiteral("by Sofie, ")));
}

void TestPlanPrint::whatIsUnfinishedDoesNotGoAlong()
{
    sofieWrites(kMine, "Jeg er glad.");
    must(m->tablet->openPlan(m->home.sofie.person, m->home.sofie, kPlan));
    must(m->tablet->editField(m->home.sofie.person, m->home.sofie, kPlan, kMine, "Jeg er gl"));
    openPlan();
    openPage();
    QVERIFY(page().unfinished());
    QCOMPARE(everythingIn(printed(Whose::Both)), QStringList{QStringLiteral("Jeg er glad.")});
}

void TestPlanPrint::bothVersionsStand()
{
    const QTemporaryDir dir;
    EngineTablet other(m->home, dir.path().toStdString(), "Kontoret", 77);
    m->meet();
    m->home.meet(*other);
    const PersonId sofie = m->home.sofie.person;
    must(other->openPlan(sofie, m->home.mette, kPlan));
    must(other->editField(sofie, m->home.mette, kPlan, kStaff, "Der."));
    must(other->leavePlan(sofie, m->home.mette, kPlan));
    staffWrite(kStaff, "Her.");
    m->home.meet(*other);
    m->meet();
    openPlan();
    openPage();
    const auto *staff = blockOf(printed(Whose::Both), Hand::Staff);
    QVERIFY(staff != nullptr);
    QCOMPARE(staff->note, QStringLiteral("two"));
    QCOMPARE(staff->texts.size(), std::size_t(2));
    QStringList words{staff->texts[0].words, staff->texts[1].words};
    words.sort();
    QCOMPARE(words, (QStringList{QStringLiteral("Der."), QStringLiteral("Her.")}));
    for (const print::Text &text : staff->texts) { // each with whoever wrote it
        const bool mettes = text.words == QStringLiteral("Der.");
        QVERIFY(text.mark.startsWith(mettes ? QStringLiteral("by Mette, ") : QStringLiteral("by Ali, ")));
    }
}

void TestPlanPrint::whatHoldsOfListsAndGroups()
{
    use(TabletKind::Shared, catalogueWithLists());
    const engine::Who sofie = m->home.sofie;
    const auto add = [&](const std::string &text) {
        must(m->tablet->openPlan(sofie.person, sofie, kListPlan));
        const EntityId id = must(m->tablet->newEntry(sofie.person, sofie, kListPlan, "hjaelper.indefra"));
        const engine::FieldAt at("hjaelper.indefra", id);
        must(m->tablet->editField(sofie.person, sofie, kListPlan, at, text));
        must(m->tablet->leavePlan(sofie.person, sofie, kListPlan));
        return at;
    };
    add("Gå ud");
    const engine::FieldAt gone = add("Ryge");
    add("Ring til Ida");
    must(m->tablet->openPlan(sofie.person, sofie, kListPlan));
    must(m->tablet->withdrawEntry(sofie.person, sofie, kListPlan, gone));
    m->settle();
    openPlan(QStringLiteral("Min prøve med lister"));
    openPage();
    const print::PlanPrint &paper = printed(Whose::Mine);
    QCOMPARE(everythingIn(paper), (QStringList{QStringLiteral("Gå ud"), QStringLiteral("Ring til Ida")}));
    QVERIFY(blockOf(paper, Hand::Resident)->list);
}

void TestPlanPrint::whatWaitsForAYesSaysSo()
{
    staffWrite(kMine, "Jeg er glad."); // Ali wrote down what Sofie said
    openPlan();
    openPage();
    const auto *mine = blockOf(printed(Whose::Mine), Hand::Resident);
    QVERIFY(mine != nullptr);
    const QString mark = mine->texts.front().mark;
    QVERIFY2(mark.startsWith(QStringLiteral("said Sofie, by Ali, ")), qPrintable(mark));
    QVERIFY(mark.endsWith(QStringLiteral(", waits")));
}

void TestPlanPrint::staffPrintOnTheirOwnDevicesAlone()
{
    staffWrite(kStaff, "Sofie er træt.");
    openForStaff();
    QVERIFY(!m->app.plan()->mayPrint()); // a tablet in the common room
    m->app.plan()->print();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);

    use(TabletKind::Staff, shippedCatalogue());
    staffWrite(kStaff, "Sofie er træt.");
    openForStaff();
    openPage();
    QCOMPARE(page().whose(), Whose::Both);
    QCOMPARE(everythingIn(printed(Whose::Both)), QStringList{QStringLiteral("Sofie er træt.")});
}

void TestPlanPrint::itIsWrittenDownBeforeThereIsAFile()
{
    const auto prints = [this] {
        int count = 0;
        for (const auto &entry : must(m->tablet->audit())) {
            count += entry.action == wire::v1::AUDIT_PRINT && entry.about == m->home.sofie.person ? 1 : 0;
        }
        return count;
    };
    use(TabletKind::Staff, shippedCatalogue());
    staffWrite(kStaff, "Sofie er træt.");
    openForStaff();
    openPage();
    QCOMPARE(prints(), 0);
    m->printing = print::Outcome::FolderMissing;
    printed(Whose::Both);
    QCOMPARE(prints(), 1); // also when there was no file in the end
    m->printing = print::Outcome::Written;
    printed(Whose::Both);
    QCOMPARE(prints(), 2); // two sheets are two looks
}

void TestPlanPrint::withoutAFolderNobodyPrints()
{
    use(TabletKind::Shared, shippedCatalogue(), false);
    sofieWrites(kMine, "Jeg er glad.");
    openPlan();
    QVERIFY(!m->app.plan()->mayPrint());
    m->app.plan()->print();
    QCOMPARE(m->app.navigator()->page(), Page::Plan);
}

void TestPlanPrint::whatCouldNotBeWrittenIsSaid()
{
    sofieWrites(kMine, "Jeg er glad.");
    openPlan();
    openPage();
    const std::vector<std::pair<print::Outcome, Outcome>> outcomes{
        {print::Outcome::FolderMissing, Outcome::FolderMissing},
        {print::Outcome::FolderClosed, Outcome::FolderClosed},
        {print::Outcome::NotComplete, Outcome::NotComplete}};
    for (const auto &[what, said] : outcomes) {
        m->printing = what;
        printed(Whose::Mine);
        QCOMPARE(page().outcome(), said);
        QVERIFY(page().fileName().isEmpty() && page().folder().isEmpty());
    }
    m->printing = print::Outcome::Written; // the disk was put in
    printed(Whose::Mine);
    QCOMPARE(page().outcome(), Outcome::Printed);
}

void TestPlanPrint::anEmptyPlanIsNotPrinted()
{
    openPlan();
    openPage();
    QVERIFY(page().empty());
    page().makeFile(&m_words);
    m->settle();
    QVERIFY(m->papers.empty());
    QCOMPARE(page().outcome(), Outcome::None);
}

void TestPlanPrint::leftMeanwhileNothingIsPrinted()
{
    sofieWrites(kMine, "Jeg er glad.");
    openPlan();
    openPage();
    m->core.hold();
    page().makeFile(&m_words);
    QVERIFY(page().busy());
    page().makeFile(&m_words); // a second tap
    page().back();
    openPage(); // what comes now was asked for on the page before
    m->core.release();
    m->settle();
    QVERIFY(m->papers.empty());
    QVERIFY(!page().busy());
    QCOMPARE(page().outcome(), Outcome::None);
}

void TestPlanPrint::coveredItShowsNothingAndComesBack()
{
    sofieWrites(kMine, "Jeg er glad.");
    openPlan();
    openPage();
    printed(Whose::Mine);
    m->idle.ring();
    m->settle();
    QVERIFY(m->app.cover()->covered());
    QVERIFY(!page().ready() && page().fileName().isEmpty());
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::PlanPrint);
    QVERIFY(page().ready() && !page().empty());
    page().back();
    m->settle();
    QVERIFY(m->app.plan()->ready());
}

QTEST_GUILESS_MAIN(TestPlanPrint)
#include "tst_plan_print.moc"
