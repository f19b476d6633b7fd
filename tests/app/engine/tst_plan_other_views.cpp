// *Jeg ser det anderledes* in a plan: the resident's own words beside staff's.
#include "proto/base/limits.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using engine::FieldAt;
using engine::FieldShown;
using engine::StaffWords;

namespace {
const std::string kStaff = "mig.udefra";
const std::string kMine = "mig.indefra";
const std::string kStaffList = "hjaelper.udefra";
} // namespace

class TestPlanOtherViews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyKeyIsThereAfterAStop();
    void itStandsBesideTheWordsForWhoeverReadsThem();
    void itStaysWhenStaffsWordsChangeAndSaysWhichTheyWere();
    void theSameWordsSaidAgainAreNotOthers();
    void whatWasShownCountsNotWhatCameMeanwhile();
    void itIsChangedAndTakenBackByTheResident();
    void nobodyElseWritesChangesOrRemovesIt();
    void whatAnotherHandWroteInItSaysNothing_data();
    void whatAnotherHandWroteInItSaysNothing();
    void whatIsBegunIsKnownToTheResidentAlone();
    void whatWasBegunOnWordsTakenBackElsewhereIsANewOne();
    void savedWhileItWasTakenBackElsewhereItStands();
    void besideAnEntryOfAList();
    void onlyBesideStaffsWords();
    void aTextAtTheLimitIsTakenAndOneByteMoreIsNot();
    void aDraftIsNoFieldOfThePlan();
    void itWaitsForNobody();

private:
    [[nodiscard]] FieldShown field(const Who &viewer) const
    {
        for (const FieldShown &one : must((*m_tablet)->openPlan(sofie.person, viewer, kPlan)).fields) {
            if (one.linkId == kStaff) {
                return one;
            }
        }
        return {};
    }
    [[nodiscard]] std::vector<domain::OtherView> seenBy(const Who &viewer) const
    {
        return field(viewer).otherViews;
    }
    void staffWrite(const std::string &text)
    {
        must((*m_tablet)->openPlan(sofie.person, mette, kPlan));
        must((*m_tablet)->editField(sofie.person, mette, kPlan, kStaff, text));
        must((*m_tablet)->leavePlan(sofie.person, mette, kPlan));
    }
    /** As the plan shows it to Sofie now. */
    [[nodiscard]] StaffWords shown() const { return {kPlan, kStaff, field(sofie).view.heads}; }
    Status keep(const StaffWords &beside, const std::string &text)
    {
        return (*m_tablet)->keepOtherView(sofie.person, sofie, beside, text);
    }
    void say(const StaffWords &beside, const std::string &text)
    {
        must(keep(beside, text));
        must((*m_tablet)->sendOtherView(sofie.person, sofie, beside));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
    Who sofie, mette, ali;
};

void TestPlanOtherViews::init()
{
    m_tablet.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    sofie = m_home->sofie;
    mette = m_home->mette;
    ali = m_home->ali;
    m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString());
    m_home->meet(**m_tablet);
    staffWrite("Sofie er træt om morgenen.");
}

void TestPlanOtherViews::everyKeyIsThereAfterAStop()
{
    const StaffWords beside = shown();
    auto draft = must((*m_tablet)->openOtherView(sofie.person, sofie, beside));
    QVERIFY(draft.text.empty() && !draft.unsaved);
    QVERIFY(keep(beside, "Jeg er ikke"));
    m_tablet->reopen();
    draft = must((*m_tablet)->openOtherView(sofie.person, sofie, beside));
    QCOMPARE(draft.text, std::string("Jeg er ikke"));
    QVERIFY(draft.unsaved);
    QVERIFY(seenBy(mette).empty());                                   // not saved yet
    QVERIFY((*m_tablet)->sendOtherView(sofie.person, sofie, beside)); // and goes on from there
    QCOMPARE(seenBy(mette).at(0).text, std::string("Jeg er ikke"));
    QVERIFY(!must((*m_tablet)->openOtherView(sofie.person, sofie, beside)).unsaved);
    QVERIFY(keep(beside, "Og"));
    QVERIFY(keep(beside, ""));
    QVERIFY(!must((*m_tablet)->openOtherView(sofie.person, sofie, beside)).unsaved);
    QCOMPARE((*m_tablet)->sendOtherView(sofie.person, sofie, beside).error().code(), Errc::BadArgument);
}

void TestPlanOtherViews::itStandsBesideTheWordsForWhoeverReadsThem()
{
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, shown())).readers, StreamKind::Team);
    say(shown(), "Jeg er vågen. Jeg har bare ikke lyst.");
    for (const Who &viewer : {sofie, mette, ali}) {
        const auto seen = seenBy(viewer);
        QCOMPARE(seen.size(), std::size_t{1});
        QCOMPARE(seen[0].text, std::string("Jeg er vågen. Jeg har bare ikke lyst."));
        QCOMPARE(seen[0].author, sofie.person);
        QCOMPARE(seen[0].enterer, sofie.person);
        QVERIFY(!seen[0].older);
    }
    QCOMPARE(merge::textOf(field(mette).view), std::string("Sofie er træt om morgenen."));
    // Only beside that field; and it is no reply's.
    for (const FieldShown &one : must((*m_tablet)->openPlan(sofie.person, mette, kPlan)).fields) {
        QCOMPARE(one.otherViews.empty(), one.linkId != kStaff);
    }
    QVERIFY(must((*m_tablet)->openResident(sofie.person, mette)).conversations.otherViews.empty());
}

void TestPlanOtherViews::itStaysWhenStaffsWordsChangeAndSaysWhichTheyWere()
{
    const std::int64_t written = m_tablet->nowMs;
    say(shown(), "Det er jeg ikke.");
    m_tablet->nowMs += 3'600'000;
    staffWrite("Sofie sover længe.");
    const auto seen = seenBy(mette);
    QCOMPARE(seen.size(), std::size_t{1});
    QCOMPARE(seen[0].text, std::string("Det er jeg ikke."));
    QVERIFY(seen[0].older);
    QCOMPARE(seen[0].wordsMs, written);
    say(shown(), "Det gør jeg ikke.");
    const auto both = seenBy(mette);
    QCOMPARE(both.size(), std::size_t{2});
    QVERIFY(both[0].older && !both[1].older);
}

void TestPlanOtherViews::theSameWordsSaidAgainAreNotOthers()
{
    say(shown(), "Det er jeg ikke.");
    staffWrite("Noget andet.");
    staffWrite("Sofie er træt om morgenen.");
    QVERIFY(!seenBy(mette).at(0).older);
}

void TestPlanOtherViews::whatWasShownCountsNotWhatCameMeanwhile()
{
    const StaffWords before = shown();
    QVERIFY(keep(before, "Det er jeg"));
    staffWrite("Sofie sover længe.");
    QVERIFY(keep(shown(), "Det er jeg ikke.")); // the page has followed; the words were begun before
    QVERIFY((*m_tablet)->sendOtherView(sofie.person, sofie, shown()));
    QVERIFY(seenBy(mette).at(0).older);
}

void TestPlanOtherViews::itIsChangedAndTakenBackByTheResident()
{
    say(shown(), "Det er jeg ikke.");
    StaffWords beside = shown();
    beside.view = seenBy(sofie).at(0);
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, beside)).text,
             std::string("Det er jeg ikke."));
    say(beside, "Det er jeg sjældent.");
    QCOMPARE(seenBy(mette).size(), std::size_t{1});
    QCOMPARE(seenBy(mette)[0].text, std::string("Det er jeg sjældent."));
    QCOMPARE(seenBy(mette)[0].id, beside.view->id);
    beside.view = seenBy(sofie).at(0);
    say(beside, "Det er jeg sjældent."); // as it stands: nothing to write
    QCOMPARE(seenBy(sofie).at(0).heads.front(), beside.view->heads.front());
    QVERIFY(keep(beside, "Begyndt på ny"));
    QVERIFY((*m_tablet)->withdrawOtherView(sofie.person, sofie, beside));
    QVERIFY(seenBy(mette).empty() && seenBy(sofie).empty());
    QVERIFY(!must((*m_tablet)->openOtherView(sofie.person, sofie, beside)).unsaved);
    QCOMPARE((*m_tablet)->withdrawOtherView(sofie.person, sofie, beside).error().code(), Errc::NotFound);
    beside.view.reset();
    QCOMPARE((*m_tablet)->withdrawOtherView(sofie.person, sofie, beside).error().code(), Errc::NotFound);
}

void TestPlanOtherViews::nobodyElseWritesChangesOrRemovesIt()
{
    say(shown(), "Mit.");
    StaffWords beside = shown();
    beside.view = seenBy(sofie).at(0);
    for (const Who &who : {mette, ali, m_home->lone, m_home->karim}) {
        const auto refused = [](const auto &status) { return status.error().code() == Errc::NotAllowed; };
        QVERIFY(refused((*m_tablet)->openOtherView(sofie.person, who, beside)));
        QVERIFY(refused((*m_tablet)->keepOtherView(sofie.person, who, beside, "Dit.")));
        QVERIFY(refused((*m_tablet)->sendOtherView(sofie.person, who, beside)));
        QVERIFY(refused((*m_tablet)->withdrawOtherView(sofie.person, who, beside)));
    }
    QCOMPARE(seenBy(mette).at(0).text, std::string("Mit."));
}

void TestPlanOtherViews::whatAnotherHandWroteInItSaysNothing_data()
{
    QTest::addColumn<int>("hand");
    QTest::newRow("nobody that lives here") << 0;
    QTest::newRow("staff, in her name") << 1;
    QTest::newRow("another resident") << 2;
    QTest::newRow("another resident, in her name") << 3;
}

void TestPlanOtherViews::whatAnotherHandWroteInItSaysNothing()
{
    QFETCH(int, hand);
    const std::optional<TestHome::Hand> hands[] = {std::nullopt, TestHome::Hand{sofie, mette},
                                                   TestHome::Hand{m_home->karim, m_home->karim},
                                                   TestHome::Hand{sofie, m_home->karim}};
    say(shown(), "Mit.");
    auto mine = seenBy(sofie).at(0);
    const StreamId team = m_home->streamOf(sofie, StreamKind::Team);
    m_home->meet(**m_tablet);
    auto other = mine;
    other.text = "Dit.";
    m_home->write(team, {domain::writeOtherView(other)}, hands[hand]);
    other.id.data.fill(9); // … and one of its own
    other.heads.clear();
    m_home->write(team, {domain::writeOtherView(other)}, hands[hand]);
    m_home->meet(**m_tablet);
    QCOMPARE(seenBy(mette).size(), std::size_t{1});
    QCOMPARE(seenBy(mette)[0].text, std::string("Mit."));
    m_home->write(team, {domain::removeOtherView(mine)}, hands[hand]);
    m_home->meet(**m_tablet);
    QCOMPARE(seenBy(mette).size(), std::size_t{1});
    QCOMPARE(seenBy(mette)[0].text, std::string("Mit."));
}

void TestPlanOtherViews::whatIsBegunIsKnownToTheResidentAlone()
{
    say(shown(), "Mit.");
    StaffWords beside = shown();
    beside.view = seenBy(sofie).at(0);
    QVERIFY(field(sofie).begunViews.empty());
    QVERIFY(keep(shown(), "Et nyt"));
    QVERIFY(keep(beside, "Mit, men"));
    m_tablet->reopen();
    const auto begun = field(sofie).begunViews;
    QCOMPARE(begun.size(), std::size_t{2});
    QCOMPARE(begun[0].text, std::string("Et nyt"));
    QVERIFY(!begun[0].view);
    QCOMPARE(begun[1].text, std::string("Mit, men"));
    QCOMPARE(begun[1].view, std::optional(beside.view->id));
    QVERIFY(field(mette).begunViews.empty());
    for (const FieldShown &one : must((*m_tablet)->openPlan(sofie.person, sofie, kPlan)).fields) {
        QCOMPARE(one.begunViews.empty(), one.linkId != kStaff);
    }
    QVERIFY(must((*m_tablet)->openResident(sofie.person, sofie)).conversations.begunViews.empty());
    QVERIFY(keep(beside, ""));
    QCOMPARE(field(sofie).begunViews.size(), std::size_t{1});
}

void TestPlanOtherViews::whatWasBegunOnWordsTakenBackElsewhereIsANewOne()
{
    say(shown(), "Mit.");
    StaffWords beside = shown();
    beside.view = seenBy(sofie).at(0);
    QVERIFY(keep(beside, "Mit, men anderledes."));
    m_home->meet(**m_tablet);
    m_home->write(m_home->streamOf(sofie, StreamKind::Team), {domain::removeOtherView(*beside.view)},
                  TestHome::Hand{sofie, sofie});
    m_home->meet(**m_tablet);
    QVERIFY(seenBy(sofie).empty());
    const auto begun = field(sofie).begunViews;
    QCOMPARE(begun.size(), std::size_t{1});
    QVERIFY(!begun[0].view);
    QCOMPARE(begun[0].text, std::string("Mit, men anderledes."));
    QCOMPARE(must((*m_tablet)->openOtherView(sofie.person, sofie, shown())).text, begun[0].text);
    say(shown(), "Mit, men på ny.");
    QVERIFY(field(sofie).begunViews.empty());
    const auto seen = seenBy(mette);
    QCOMPARE(seen.size(), std::size_t{1});
    QCOMPARE(seen[0].text, std::string("Mit, men på ny."));
    QVERIFY(seen[0].id != beside.view->id);
    StaffWords now = shown();
    now.view = seen[0];
    QVERIFY((*m_tablet)->withdrawOtherView(sofie.person, sofie, now)); // and is taken back like any other
    QVERIFY(seenBy(mette).empty());
}

void TestPlanOtherViews::savedWhileItWasTakenBackElsewhereItStands()
{
    say(shown(), "Mit.");
    StaffWords beside = shown();
    beside.view = seenBy(sofie).at(0);
    QVERIFY(keep(beside, "Mit.")); // as it stood: with Gem she says it again
    m_home->meet(**m_tablet);
    m_home->write(m_home->streamOf(sofie, StreamKind::Team), {domain::removeOtherView(*beside.view)},
                  TestHome::Hand{sofie, sofie});
    m_home->meet(**m_tablet);
    must((*m_tablet)->sendOtherView(sofie.person, sofie, beside)); // her page is older than that
    QCOMPARE(seenBy(mette).size(), std::size_t{1});
    QVERIFY(field(sofie).begunViews.empty());
}

void TestPlanOtherViews::besideAnEntryOfAList()
{
    m_tablet->use(catalogueWithLists());
    m_tablet->reopen();
    std::vector<EntityId> ids;
    must((*m_tablet)->openPlan(sofie.person, mette, kListPlan));
    for (const char *text : {"Ro i stuen", "At gå tur"}) {
        ids.push_back(must((*m_tablet)->newEntry(sofie.person, mette, kListPlan, kStaffList)));
        must((*m_tablet)->editField(sofie.person, mette, kListPlan, {kStaffList, ids.back()}, text));
    }
    must((*m_tablet)->leavePlan(sofie.person, mette, kListPlan));
    const auto entries = [&](const Who &viewer) {
        for (auto &list : must((*m_tablet)->openPlan(sofie.person, viewer, kListPlan)).lists) {
            if (list.linkId == kStaffList) {
                return list.entries;
            }
        }
        return std::vector<engine::EntryShown>();
    };
    const FieldShown words = entries(sofie).at(1).words;
    say({kListPlan, words.at(), words.view.heads}, "Jeg vil hellere cykle.");
    const auto now = entries(mette);
    QCOMPARE(now.size(), std::size_t{2}); // it is no entry itself
    QVERIFY(now[0].words.otherViews.empty());
    QCOMPARE(now[1].words.otherViews.at(0).text, std::string("Jeg vil hellere cykle."));
    // Staff may take their own words out; they stand among what no longer holds, and so does this.
    must((*m_tablet)->withdrawEntry(sofie.person, mette, kListPlan, {kStaffList, ids[1]}));
    QCOMPARE(entries(mette).at(1).state, merge::ItemState::Removed);
    QCOMPARE(entries(mette).at(1).words.otherViews.size(), std::size_t{1});
}

void TestPlanOtherViews::onlyBesideStaffsWords()
{
    must((*m_tablet)->openPlan(sofie.person, sofie, kPlan));
    must((*m_tablet)->editField(sofie.person, sofie, kPlan, kMine, "Jeg er vågen."));
    must((*m_tablet)->leavePlan(sofie.person, sofie, kPlan));
    const auto heads = shown().heads;
    QCOMPARE(keep({kPlan, kMine, heads}, "Hej").error().code(), Errc::Unsupported);
    QCOMPARE(keep({kPlan, "findes.ikke", heads}, "Hej").error().code(), Errc::Unsupported);
    QCOMPARE(keep({kWellbeing, kStaff, heads}, "Hej").error().code(), Errc::NotFound);
    QCOMPARE(keep({kPlan, kStaff, {}}, "Hej").error().code(), Errc::BadArgument);
    auto unknown = heads;
    unknown.front().ctr += 1000;
    QCOMPARE(keep({kPlan, kStaff, unknown}, "Hej").error().code(), Errc::BadArgument);
    EntityId nobody;
    nobody.data.fill(7);
    QCOMPARE(keep({kPlan, {kStaff, nobody}, heads}, "Hej").error().code(), Errc::NotFound);
    QVERIFY(seenBy(mette).empty());
}

void TestPlanOtherViews::aTextAtTheLimitIsTakenAndOneByteMoreIsNot()
{
    const StaffWords beside = shown();
    QCOMPARE(keep(beside, std::string(limits::kTextBytesMax + 1, 'x')).error().code(), Errc::TooLarge);
    QCOMPARE(keep(beside, "\xff").error().code(), Errc::BadArgument);
    say(beside, std::string(limits::kTextBytesMax, 'x'));
    QCOMPARE(seenBy(mette).at(0).text.size(), limits::kTextBytesMax);
}

void TestPlanOtherViews::aDraftIsNoFieldOfThePlan()
{
    QVERIFY(keep(shown(), "Jeg er ikke"));
    m_tablet->reopen();
    must((*m_tablet)->openPlan(sofie.person, sofie, kPlan));
    QCOMPARE(must((*m_tablet)->leavePlan(sofie.person, sofie, kPlan)), 0);
    must((*m_tablet)->discardPlanEdits(sofie.person, sofie, kPlan));
    QVERIFY(must((*m_tablet)->openOtherView(sofie.person, sofie, shown())).unsaved);
}

void TestPlanOtherViews::itWaitsForNobody()
{
    say(shown(), "Mit.");
    StaffWords beside = shown();
    beside.view = seenBy(sofie).at(0);
    say(beside, "Det ene.");
    say(beside, "Det andet."); // in sight of the first only, as from another tablet
    QCOMPARE(seenBy(mette).at(0).text, std::string("Det ene.\n\nDet andet."));
    QVERIFY(must((*m_tablet)->waiting(mette)).empty());
    QVERIFY((*m_tablet)->withdrawOtherView(sofie.person, sofie, beside)); // as it was shown first
    QCOMPARE(seenBy(mette).size(), std::size_t{1});
    QVERIFY(must((*m_tablet)->waiting(mette)).empty());
    beside.view = seenBy(sofie).at(0);
    QVERIFY((*m_tablet)->withdrawOtherView(sofie.person, sofie, beside));
    QVERIFY(seenBy(mette).empty());
}

QTEST_GUILESS_MAIN(TestPlanOtherViews)
#include "tst_plan_other_views.moc"
