// *Mine planer* on a resident's own page: what of each plan is worth a line.
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using engine::PlanBrief;

namespace {
const std::string kMine = "mig.indefra";
const std::string kMineList = "hjaelper.indefra";
} // namespace

class TestPlanBriefs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyPlanThatIsOfferedHasOne();
    void theNewestWordsCountWhoeverWroteThem();
    void whatWaitsForAYesIsSaid();
    void anAnswerThatWasTakenBackWaitsForNobody();
    void twoVersionsAreSaid();
    void entriesCountLikeFields();
    void takenOutByOneAndWrittenByAnotherIsSaid();
    void noSafetyPlanAndNobodyElses();
    void whatAPageHasShownStaysWhatItWas();

private:
    [[nodiscard]] PlanBrief brief(const std::string &url = kPlan)
    {
        for (const PlanBrief &one : must((*m_tablet)->openResident(sofie.person, sofie)).plans) {
            if (one.url == url) {
                return one;
            }
        }
        return {};
    }
    void write(EngineTablet &tablet, const Who &who, const std::string &linkId, const std::string &text)
    {
        must(tablet->openPlan(sofie.person, who, kPlan));
        must(tablet->editField(sofie.person, who, kPlan, linkId, text));
        must(tablet->leavePlan(sofie.person, who, kPlan));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QTemporaryDir> m_otherDir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
    Who sofie, mette;
};

void TestPlanBriefs::init()
{
    m_tablet.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    sofie = m_home->sofie;
    mette = m_home->mette;
    m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString());
    m_home->meet(**m_tablet);
}

void TestPlanBriefs::everyPlanThatIsOfferedHasOne()
{
    const auto plans = must((*m_tablet)->openResident(sofie.person, sofie)).plans;
    std::size_t offered = 0;
    for (const auto &definition : shippedCatalogue()->all()) {
        offered += definition->kind == catalogue::Kind::Plan ? 1 : 0;
    }
    QCOMPARE(plans.size(), offered);
    for (const PlanBrief &plan : plans) {
        QCOMPARE(plan.lastMs, std::int64_t{0});
        QVERIFY(!plan.several && !plan.struck && !plan.waitsForYes);
    }
    QCOMPARE(brief(kPlan).url, kPlan);
    m_tablet->use(catalogueWithLists()); // another definition: no code of its own
    m_tablet->reopen();
    QCOMPARE(brief(kListPlan).url, kListPlan);
}

void TestPlanBriefs::theNewestWordsCountWhoeverWroteThem()
{
    write(*m_tablet, sofie, kMine, "Jeg er vågen.");
    QCOMPARE(brief().lastMs, m_tablet->nowMs);
    m_tablet->nowMs += 3'600'000;
    write(*m_tablet, mette, "mig.udefra", "Sofie er træt.");
    QCOMPARE(brief().lastMs, m_tablet->nowMs);
    QVERIFY(!brief().waitsForYes);
}

void TestPlanBriefs::whatWaitsForAYesIsSaid()
{
    write(*m_tablet, mette, kMine, "Jeg er vågen.");
    QVERIFY(brief().waitsForYes);
    const auto fields = must((*m_tablet)->openPlan(sofie.person, sofie, kPlan)).fields;
    for (const auto &field : fields) {
        if (field.linkId == kMine) {
            must((*m_tablet)->resolve(sofie.person, sofie, kPlan, kMine, wire::v1::RESOLUTION_CHOOSE,
                                      field.view.versions.front().dot, {}, field.view.heads));
        }
    }
    QVERIFY(!brief().waitsForYes);
}

void TestPlanBriefs::anAnswerThatWasTakenBackWaitsForNobody()
{
    m_tablet->use(catalogueWithGroups());
    m_tablet->reopen();
    const auto choose = [&](const std::string &code) {
        must((*m_tablet)->openPlan(sofie.person, mette, kGroupPlan));
        must((*m_tablet)->chooseInField(sofie.person, mette, kGroupPlan, "glad.indefra", {code, code}));
        must((*m_tablet)->leavePlan(sofie.person, mette, kGroupPlan));
    };
    choose("ja");
    QVERIFY(brief(kGroupPlan).waitsForYes);
    choose("");
    QVERIFY(!brief(kGroupPlan).waitsForYes);
}

void TestPlanBriefs::twoVersionsAreSaid()
{
    m_otherDir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    EngineTablet other(*m_home, m_otherDir->path().toStdString(), "Kontoret", 2);
    m_home->meet(*other);
    write(*m_tablet, sofie, kMine, "Jeg vil gerne i haven.");
    write(other, sofie, kMine, "Musik hjælper mig.");
    for (EngineTablet *tablet : {m_tablet.get(), &other, m_tablet.get()}) {
        m_home->meet(**tablet);
    }
    QVERIFY(brief().several);
}

void TestPlanBriefs::entriesCountLikeFields()
{
    m_tablet->use(catalogueWithLists());
    m_tablet->reopen();
    must((*m_tablet)->openPlan(sofie.person, mette, kListPlan));
    const EntityId id = must((*m_tablet)->newEntry(sofie.person, mette, kListPlan, kMineList));
    must((*m_tablet)->editField(sofie.person, mette, kListPlan, {kMineList, id}, "At male"));
    must((*m_tablet)->leavePlan(sofie.person, mette, kListPlan));
    QVERIFY(brief(kListPlan).waitsForYes);
    QCOMPARE(brief(kListPlan).lastMs, m_tablet->nowMs);
    QCOMPARE(brief(kPlan).lastMs, std::int64_t{0}); // another plan's
    must((*m_tablet)->openPlan(sofie.person, sofie, kListPlan));
    must((*m_tablet)->withdrawEntry(sofie.person, sofie, kListPlan, {kMineList, id}));
    QVERIFY(!brief(kListPlan).waitsForYes); // it does not hold any more
}

void TestPlanBriefs::takenOutByOneAndWrittenByAnotherIsSaid()
{
    m_otherDir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    EngineTablet other(*m_home, m_otherDir->path().toStdString(), "Kontoret", 2);
    for (EngineTablet *tablet : {m_tablet.get(), &other}) {
        tablet->use(catalogueWithLists());
        tablet->reopen();
    }
    const auto meet = [&] {
        for (EngineTablet *tablet : {m_tablet.get(), &other, m_tablet.get()}) {
            m_home->meet(**tablet);
        }
    };
    must((*m_tablet)->openPlan(sofie.person, sofie, kListPlan));
    const EntityId id = must((*m_tablet)->newEntry(sofie.person, sofie, kListPlan, kMineList));
    must((*m_tablet)->editField(sofie.person, sofie, kListPlan, {kMineList, id}, "At male"));
    must((*m_tablet)->leavePlan(sofie.person, sofie, kListPlan));
    meet();
    QVERIFY(!brief(kListPlan).struck);
    for (EngineTablet *tablet : {m_tablet.get(), &other}) {
        must((*tablet)->openPlan(sofie.person, sofie, kListPlan));
    }
    must((*m_tablet)->withdrawEntry(sofie.person, sofie, kListPlan, {kMineList, id}));
    must(other->editField(sofie.person, sofie, kListPlan, {kMineList, id}, "At male med Ida"));
    must(other->leavePlan(sofie.person, sofie, kListPlan));
    meet();
    QVERIFY(brief(kListPlan).struck);
    must((*m_tablet)->openPlan(sofie.person, sofie, kListPlan));
    must((*m_tablet)->bringBackEntry(sofie.person, sofie, kListPlan, {kMineList, id})); // "Behold den"
    QVERIFY(!brief(kListPlan).struck);
}

void TestPlanBriefs::noSafetyPlanAndNobodyElses()
{
    m_home->addSafety(sofie);
    m_otherDir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    EngineTablet phone(*m_home, m_otherDir->path().toStdString(), "Vagten", 3, TabletKind::Staff);
    phone.use(catalogueWithSafetyPlan());
    phone.reopen();
    m_home->meet(*phone);
    const auto plans = must(phone->openResident(sofie.person, sofie)).plans;
    QVERIFY(!plans.empty());
    for (const PlanBrief &plan : plans) {
        QVERIFY(catalogueWithSafetyPlan()->byUrl(plan.url)->secrecy != catalogue::Secrecy::Safety);
    }
    QVERIFY(must((*m_tablet)->openResident(sofie.person, mette)).plans.empty());
    QVERIFY(!(*m_tablet)->openResident(sofie.person, m_home->karim));
}

void TestPlanBriefs::whatAPageHasShownStaysWhatItWas()
{
    write(*m_tablet, sofie, kMine, "Jeg er vågen.");
    must((*m_tablet)->openPlan(sofie.person, sofie, kPlan));
    m_otherDir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    EngineTablet other(*m_home, m_otherDir->path().toStdString(), "Kontoret", 2);
    for (EngineTablet *tablet : {m_tablet.get(), &other}) {
        m_home->meet(**tablet);
    }
    write(other, sofie, kMine, "Musik hjælper mig.");
    for (EngineTablet *tablet : {&other, m_tablet.get()}) {
        m_home->meet(**tablet);
    }
    QVERIFY(!brief().url.empty()); // reads the plan, and shows nobody what has come
    must((*m_tablet)->editField(sofie.person, sofie, kPlan, kMine, "Jeg vil i haven."));
    must((*m_tablet)->leavePlan(sofie.person, sofie, kPlan));
    QVERIFY(brief().several);
}

QTEST_GUILESS_MAIN(TestPlanBriefs)
#include "tst_plan_briefs.moc"
