// A plan's lists and groups through the real frames and a server: what two tablets do at once comes to the
// same on both.
#include "proto/base/limits.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using engine::EntryShown;
using engine::FieldAt;
using merge::ItemState;

namespace {
const std::string kMine = "hjaelper.indefra";
const std::string kStaff = "hjaelper.udefra";
const std::string kLearned = "https://trivsel.example/fhir/Questionnaire/laeringsplan";
} // namespace

class TestPlanListsSynced : public QObject, TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatBothDoAtOnceComesToTheSame();
    void aFullListOfLongTextsComesAcross();
    void aTimeThatWeLookAtOnTwoTablets();
    void aFullEntryIsTakenOutWhole();

private:
    /** An entry of the learning plan's groups, with a first field. */
    EntityId begin(EngineTablet &tablet, const Who &who, const std::string &group, const FieldAt &first,
                   const std::string &text) const;
    void sameOnBoth();
    [[nodiscard]] std::vector<EntryShown> entries(EngineTablet &tablet, const std::string &linkId,
                                                  const Who &viewer) const;
    EntityId add(EngineTablet &tablet, const Who &who, const std::string &linkId,
                 const std::string &text) const;
    void meet();

    PersonId m_sofie;
};

void TestPlanListsSynced::init()
{
    makeAnew();
    m_sofie = m_home->sofie.person;
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        tablet->use(catalogueWithLists());
        tablet->reopen();
    }
    meet();
}

void TestPlanListsSynced::meet()
{
    for (EngineTablet *tablet : {m_a.get(), m_b.get(), m_a.get()}) {
        const Run done = run(*tablet);
        QVERIFY(done.ok());
        QVERIFY(done.progress.upToDate);
    }
}

std::vector<EntryShown> TestPlanListsSynced::entries(EngineTablet &tablet, const std::string &linkId,
                                                     const Who &viewer) const
{
    for (const auto &list : must(tablet->openPlan(m_sofie, viewer, kListPlan)).lists) {
        if (list.linkId == linkId) {
            return list.entries;
        }
    }
    return {};
}

EntityId TestPlanListsSynced::add(EngineTablet &tablet, const Who &who, const std::string &linkId,
                                  const std::string &text) const
{
    must(tablet->openPlan(m_sofie, who, kListPlan));
    const EntityId id = must(tablet->newEntry(m_sofie, who, kListPlan, linkId));
    must(tablet->editField(m_sofie, who, kListPlan, {linkId, id}, text));
    must(tablet->leavePlan(m_sofie, who, kListPlan));
    return id;
}

void TestPlanListsSynced::sameOnBoth()
{
    const auto a = must((*m_a)->state());
    const auto b = must((*m_b)->state());
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        QVERIFY(a[i].stream == b[i].stream && a[i].fold == b[i].fold);
        QVERIFY(a[i].setHash == b[i].setHash && a[i].setHash == must(m_server->setHash(a[i].stream)));
    }
}

EntityId TestPlanListsSynced::begin(EngineTablet &tablet, const Who &who, const std::string &group,
                                    const FieldAt &first, const std::string &text) const
{
    must(tablet->openPlan(m_sofie, who, kLearned));
    const EntityId id = must(tablet->newEntry(m_sofie, who, kLearned, group, first.within));
    must(tablet->editField(m_sofie, who, kLearned, {first.linkId, id, first.within}, text));
    must(tablet->leavePlan(m_sofie, who, kLearned));
    return id;
}

void TestPlanListsSynced::aTimeThatWeLookAtOnTwoTablets()
{
    const Who &sofie = m_home->sofie;
    const Who &mette = m_home->mette;
    const auto in = [](const std::string &linkId, const EntityId &outer) {
        FieldAt at(linkId);
        at.within = {outer};
        return at;
    };
    const EntityId time = begin(*m_a, mette, "gang", {"gang.dato"}, "2026-11-20");
    meet();
    // The resident on one, staff on the other, and both of the same wish to look at it.
    const EntityId mine = begin(*m_a, sofie, "gang.dit", in("gang.dit.hvad", time), "At gå");
    const EntityId ours = begin(*m_b, mette, "gang.vores", in("gang.vores.hvad", time), "Sad hos hende");
    must((*m_b)->openPlan(m_sofie, mette, kLearned));
    must((*m_b)->chooseInField(m_sofie, mette, kLearned, {"gang.gik.udefra", time},
                               {"vendte", "Det vendte i tide"}));
    must((*m_b)->leavePlan(m_sofie, mette, kLearned));
    must((*m_a)->openPlan(m_sofie, sofie, kLearned));
    must((*m_a)->chooseInField(m_sofie, sofie, kLearned, {"gang.gik.indefra", time},
                               {"for-meget", "Det blev for meget"}));
    must((*m_a)->withdrawEntry(m_sofie, sofie, kLearned, {"gang", time})); // and thinks better of it
    meet();
    sameOnBoth();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        const auto group = must((*tablet)->openPlan(m_sofie, sofie, kLearned)).groups.at(0);
        const auto &entry = group.entries.at(0);
        QCOMPARE(entry.id, time);
        QCOMPARE(entry.state, ItemState::RemovedButEdited); // what staff wrote meanwhile
        QCOMPARE(entry.groups.at(0).entries.at(0).id, mine);
        QCOMPARE(entry.groups.at(1).entries.at(0).id, ours);
        QCOMPARE(must((*tablet)->waiting(mette)).size(), std::size_t(1));
    }
    must((*m_a)->bringBackEntry(m_sofie, sofie, kLearned, {"gang", time}));
    meet();
    QCOMPARE(must((*m_b)->openPlan(m_sofie, mette, kLearned)).groups.at(0).entries.at(0).state,
             ItemState::Live);
    QVERIFY(must((*m_b)->waiting(mette)).empty());
}

void TestPlanListsSynced::aFullEntryIsTakenOutWhole()
{
    const Who &sofie = m_home->sofie;
    const EntityId time = begin(*m_a, sofie, "gang", {"gang.start.indefra"}, "Larm");
    FieldAt first("gang.dit.hvad");
    first.within = {time};
    for (std::size_t i = 0; i < limits::kListEntriesMax; ++i) {
        begin(*m_a, sofie, "gang.dit", first, std::to_string(i));
    }
    meet();
    must((*m_b)->openPlan(m_sofie, sofie, kLearned));
    must((*m_b)->withdrawEntry(m_sofie, sofie, kLearned, {"gang", time}));
    meet();
    const auto entry = must((*m_a)->openPlan(m_sofie, sofie, kLearned)).groups.at(0).entries.at(0);
    QCOMPARE(entry.state, ItemState::Removed);
    QCOMPARE(entry.groups.at(0).entries.size(), limits::kListEntriesMax);
}

void TestPlanListsSynced::whatBothDoAtOnceComesToTheSame()
{
    const Who &sofie = m_home->sofie;
    const Who &mette = m_home->mette;
    const Who &ali = m_home->ali;
    const EntityId first = add(*m_a, sofie, kMine, "At male");
    const EntityId second = add(*m_a, sofie, kMine, "At gå tur");
    const EntityId third = add(*m_a, sofie, kMine, "At sove");
    const EntityId staffs = add(*m_a, mette, kStaff, "Ro i stuen");
    meet();
    // Add and add, remove and edit, reorder and remove, reorder and reorder, both voices.
    const EntityId onA = add(*m_a, sofie, kMine, "Fra stuen");
    const EntityId onB = add(*m_b, sofie, kMine, "Fra køkkenet");
    must((*m_a)->openPlan(m_sofie, mette, kListPlan));
    must((*m_a)->withdrawEntry(m_sofie, mette, kListPlan, {kStaff, staffs}));
    must((*m_b)->openPlan(m_sofie, ali, kListPlan));
    must((*m_b)->editField(m_sofie, ali, kListPlan, {kStaff, staffs}, "Ro i hele huset"));
    must((*m_b)->leavePlan(m_sofie, ali, kListPlan));
    must((*m_a)->openPlan(m_sofie, sofie, kListPlan));
    must((*m_a)->withdrawEntry(m_sofie, sofie, kListPlan, {kMine, first}));
    must((*m_a)->moveEntry(m_sofie, sofie, kListPlan, {kMine, third}, true));
    must((*m_b)->openPlan(m_sofie, sofie, kListPlan));
    must((*m_b)->moveEntry(m_sofie, sofie, kListPlan, {kMine, first}, false));
    must((*m_b)->moveEntry(m_sofie, sofie, kListPlan, {kMine, third}, false));
    must((*m_b)->editField(m_sofie, sofie, kListPlan, {kMine, second}, "At gå en lang tur"));
    must((*m_b)->leavePlan(m_sofie, sofie, kListPlan));
    meet();
    sameOnBoth();
    for (const std::string &link : {kMine, kStaff}) {
        const auto onOne = entries(*m_a, link, mette);
        const auto onOther = entries(*m_b, link, mette);
        QCOMPARE(onOne.size(), onOther.size());
        for (std::size_t i = 0; i < onOne.size(); ++i) {
            QCOMPARE(onOne[i].id, onOther[i].id);
            QCOMPARE(onOne[i].state, onOther[i].state);
        }
    }
    std::map<EntityId, EntryShown> mine;
    for (const EntryShown &entry : entries(*m_b, kMine, sofie)) {
        mine[entry.id] = entry;
    }
    QCOMPARE(mine.size(), std::size_t(5));
    QCOMPARE(mine[first].state, ItemState::Removed); // it was only moved
    QCOMPARE(mine[onA].state, ItemState::Live);
    QCOMPARE(mine[onB].state, ItemState::Live);
    QCOMPARE(merge::textOf(mine[second].words.view), std::string("At gå en lang tur"));
    QCOMPARE(entries(*m_b, kStaff, mette).at(0).state, ItemState::RemovedButEdited);
}

void TestPlanListsSynced::aFullListOfLongTextsComesAcross()
{
    const std::string text = [] {
        std::string many;
        for (int i = 0; i < 2'500; ++i) {
            many += "æ😀ש "; // 10,000 letters
        }
        return many + "slut";
    }();
    for (std::size_t i = 0; i < limits::kListEntriesMax; ++i) {
        add(*m_a, m_home->sofie, kMine, std::to_string(i) + ' ' + text);
    }
    meet();
    const auto there = entries(*m_b, kMine, m_home->sofie);
    QCOMPARE(there.size(), limits::kListEntriesMax);
    for (std::size_t i = 0; i < there.size(); ++i) {
        QCOMPARE(merge::textOf(there[i].words.view), std::to_string(i) + ' ' + text);
    }
}

QTEST_GUILESS_MAIN(TestPlanListsSynced)
#include "tst_plan_lists_synced.moc"
