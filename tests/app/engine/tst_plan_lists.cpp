// The lists of a plan: entries that come and go on two tablets at once, whose they are, and their limits.
#include "proto/base/limits.h"
#include "proto/domain/home_fields.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using engine::EntryShown;
using engine::FieldAt;
using engine::ListShown;
using merge::ItemState;
using merge::RegisterState;

namespace {
const std::string kMine = "hjaelper.indefra"; // the resident's, with an order
const std::string kStaff = "hjaelper.udefra"; // staff's, with an order
const std::string kSigns = "tegn.indefra";    // the resident's, without one
const std::string kText = "andet.indefra";    // no list
} // namespace

class TestPlanLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEntrySaysWhoseItIs();
    void everyKeyIsThereAfterAStop();
    void anEntryWithoutWordsIsNone();
    void bothAddAtOnceAndBothStand();
    void whatIsTakenOutStaysAndComesBack();
    void whatAnotherWroteMeanwhileStaysInSight();
    void aMoveDoesNotBringBack();
    void theOrderIsTheSameOnBothTablets();
    void equalPlacesAreParted();
    void aListWithoutAnOrderIsNotMoved();
    void twoVersionsOfOneEntryWait();
    void aDraftKeepsTheHeadsOfItsOpening();
    void staffNeverTouchTheResidentsWords();
    void whatStaffWroteDownWaitsForAYes();
    void bothVoicesAreListsOfTheirOwn();
    void aSuggestionIsMarkedUntilItIsChanged();
    void theHistoryTellsThatItWasTakenOut();
    void twoHundredEntriesAndNoMore();
    void limitsOfText();
    void whatIsNoEntryIsRefused();
    void threeWeeksOfBothTabletsConverge();

private:
    [[nodiscard]] ListShown list(EngineTablet &tablet, const Who &viewer,
                                 const std::string &linkId = kMine) const;
    /** The words of the entries that hold, in their order. */
    [[nodiscard]] QStringList words(EngineTablet &tablet, const std::string &linkId = kMine) const;
    EntityId add(EngineTablet &tablet, const Who &who, const std::string &text,
                 const std::string &linkId = kMine) const;
    [[nodiscard]] Status rewrite(EngineTablet &tablet, const Who &who, const EntityId &id,
                                 const std::string &text, const std::string &linkId = kMine) const;
    [[nodiscard]] Status withdraw(EngineTablet &tablet, const Who &who, const EntityId &id,
                                  const std::string &linkId = kMine) const;
    [[nodiscard]] Status bringBack(EngineTablet &tablet, const Who &who, const EntityId &id,
                                   const std::string &linkId = kMine) const;
    [[nodiscard]] Status move(EngineTablet &tablet, const Who &who, const EntityId &id, bool up,
                              const std::string &linkId = kMine) const;
    [[nodiscard]] EntryShown entry(EngineTablet &tablet, const Who &viewer, const EntityId &id,
                                   const std::string &linkId = kMine) const;
    void open(EngineTablet &tablet, const Who &viewer) const
    {
        must(tablet->openPlan(m_home->sofie.person, viewer, kListPlan));
    }
    void meet();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
};

void TestPlanLists::init()
{
    m_a.reset();
    m_b.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    m_a = std::make_unique<EngineTablet>(*m_home, m_dir->filePath("a").toStdString(), "Stuen", 1);
    m_b = std::make_unique<EngineTablet>(*m_home, m_dir->filePath("b").toStdString(), "Køkkenet", 2);
    for (const auto &tablet : {&m_a, &m_b}) {
        (*tablet)->use(catalogueWithLists());
        (*tablet)->reopen();
    }
    meet();
}

void TestPlanLists::meet()
{
    m_home->meet(**m_a);
    m_home->meet(**m_b);
    m_home->give(**m_a);
}

ListShown TestPlanLists::list(EngineTablet &tablet, const Who &viewer, const std::string &linkId) const
{
    for (const ListShown &list : must(tablet->openPlan(m_home->sofie.person, viewer, kListPlan)).lists) {
        if (list.linkId == linkId) {
            return list;
        }
    }
    return {};
}

QStringList TestPlanLists::words(EngineTablet &tablet, const std::string &linkId) const
{
    QStringList words;
    for (const EntryShown &entry : list(tablet, m_home->sofie, linkId).entries) {
        if (entry.state == ItemState::Live || entry.state == ItemState::RemovedButEdited) {
            words.append(QString::fromStdString(merge::textOf(entry.words.view)));
        }
    }
    return words;
}

EntityId TestPlanLists::add(EngineTablet &tablet, const Who &who, const std::string &text,
                            const std::string &linkId) const
{
    const PersonId &sofie = m_home->sofie.person;
    open(tablet, who);
    const EntityId id = must(tablet->newEntry(sofie, who, kListPlan, linkId));
    must(tablet->editField(sofie, who, kListPlan, {linkId, id}, text));
    [&] { QCOMPARE(must(tablet->leavePlan(sofie, who, kListPlan)), 1); }();
    return id;
}

Status TestPlanLists::rewrite(EngineTablet &tablet, const Who &who, const EntityId &id,
                              const std::string &text, const std::string &linkId) const
{
    const PersonId &sofie = m_home->sofie.person;
    open(tablet, who);
    TRIVSEL_TRY(tablet->editField(sofie, who, kListPlan, {linkId, id}, text));
    const auto left = tablet->leavePlan(sofie, who, kListPlan);
    return left ? Status() : tl::unexpected(left.error());
}

Status TestPlanLists::withdraw(EngineTablet &tablet, const Who &who, const EntityId &id,
                               const std::string &linkId) const
{
    open(tablet, who);
    return tablet->withdrawEntry(m_home->sofie.person, who, kListPlan, {linkId, id});
}

Status TestPlanLists::bringBack(EngineTablet &tablet, const Who &who, const EntityId &id,
                                const std::string &linkId) const
{
    open(tablet, who);
    return tablet->bringBackEntry(m_home->sofie.person, who, kListPlan, {linkId, id});
}

Status TestPlanLists::move(EngineTablet &tablet, const Who &who, const EntityId &id, bool up,
                           const std::string &linkId) const
{
    open(tablet, who);
    return tablet->moveEntry(m_home->sofie.person, who, kListPlan, {linkId, id}, up);
}

EntryShown TestPlanLists::entry(EngineTablet &tablet, const Who &viewer, const EntityId &id,
                                const std::string &linkId) const
{
    for (const EntryShown &entry : list(tablet, viewer, linkId).entries) {
        if (entry.id == id) {
            return entry;
        }
    }
    return {};
}

void TestPlanLists::anEntrySaysWhoseItIs()
{
    const EntityId id = add(*m_a, m_home->sofie, "At male");
    meet();
    const EntryShown shown = entry(*m_b, m_home->mette, id);
    QCOMPARE(shown.state, ItemState::Live);
    QCOMPARE(merge::textOf(shown.words.view), std::string("At male"));
    const auto &version = shown.words.view.versions.at(0);
    QCOMPARE(version.author, m_home->sofie.person);
    QCOMPARE(version.enterer, m_home->sofie.person);
    QCOMPARE(version.op.voice(), wire::v1::VOICE_RESIDENT);
    QVERIFY(version.wallMs > 0);
    QVERIFY(shown.suggestion.empty());
    QVERIFY(!shown.withdrawn);
    QCOMPARE(words(*m_b), QStringList{"At male"});
    QVERIFY(words(*m_b, kSigns).isEmpty());
}

void TestPlanLists::everyKeyIsThereAfterAStop()
{
    const PersonId &sofie = m_home->sofie.person;
    open(*m_a, m_home->sofie);
    const EntityId id = must((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kMine));
    const FieldAt at(kMine, id);
    must((*m_a)->editField(sofie, m_home->sofie, kListPlan, at, "At"));
    must((*m_a)->editField(sofie, m_home->sofie, kListPlan, at, "At ma"));
    m_a->reopen();
    EntryShown begun = entry(*m_a, m_home->sofie, id);
    QCOMPARE(begun.state, ItemState::Absent);
    QCOMPARE(begun.words.draft.value_or(""), std::string("At ma"));
    QCOMPARE(list(*m_a, m_home->mette).entries.size(), std::size_t(0)); // nobody else's business
    must((*m_a)->editField(sofie, m_home->sofie, kListPlan, at, "At male"));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kListPlan)), 1);
    begun = entry(*m_a, m_home->sofie, id);
    QCOMPARE(begun.state, ItemState::Live);
    QVERIFY(!begun.words.draft);
    m_a->reopen();
    QCOMPARE(words(*m_a), QStringList{"At male"});
}

void TestPlanLists::anEntryWithoutWordsIsNone()
{
    const PersonId &sofie = m_home->sofie.person;
    open(*m_a, m_home->sofie);
    const EntityId id = must((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kMine));
    must((*m_a)->editField(sofie, m_home->sofie, kListPlan, {kMine, id}, " \n"));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kListPlan)), 0);
    QVERIFY(list(*m_a, m_home->sofie).entries.empty());
    const EntityId there = add(*m_a, m_home->sofie, "At male");
    must(rewrite(*m_a, m_home->sofie, there, ""));
    QCOMPARE(words(*m_a), QStringList{"At male"}); // Gælder ikke mere is what takes it out
}

void TestPlanLists::bothAddAtOnceAndBothStand()
{
    add(*m_a, m_home->sofie, "At male");
    add(*m_b, m_home->sofie, "At gå tur");
    add(*m_b, m_home->sofie,
        "At male"); // the same words twice are two entries: nobody can tell that it is one
    meet();
    QCOMPARE(words(*m_a).size(), 3);
    QCOMPARE(words(*m_a), words(*m_b));
    for (const EntryShown &each : list(*m_a, m_home->sofie).entries) {
        QCOMPARE(each.words.view.state, RegisterState::One);
    }
}

void TestPlanLists::whatIsTakenOutStaysAndComesBack()
{
    const EntityId id = add(*m_a, m_home->sofie, "At male");
    must(withdraw(*m_a, m_home->sofie, id));
    meet();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        const EntryShown gone = entry(*tablet, m_home->sofie, id);
        QCOMPARE(gone.state, ItemState::Removed);
        QCOMPARE(merge::textOf(gone.words.view), std::string("At male"));
        QVERIFY(gone.withdrawn);
        QCOMPARE(gone.withdrawn->author, m_home->sofie.person);
        QVERIFY(!gone.mayEdit);
        QVERIFY(words(*tablet).isEmpty());
    }
    must(withdraw(*m_b, m_home->sofie, id)); // once more changes nothing
    must(bringBack(*m_b, m_home->sofie, id));
    meet();
    QCOMPARE(entry(*m_a, m_home->sofie, id).state, ItemState::Live);
    QVERIFY(!entry(*m_a, m_home->sofie, id).withdrawn);
    // Both without looking again: out, back and out.
    open(*m_a, m_home->sofie);
    const FieldAt at(kMine, id);
    must((*m_a)->withdrawEntry(m_home->sofie.person, m_home->sofie, kListPlan, at));
    must((*m_a)->bringBackEntry(m_home->sofie.person, m_home->sofie, kListPlan, at));
    meet();
    QCOMPARE(entry(*m_b, m_home->sofie, id).state, ItemState::Live);
    must((*m_a)->withdrawEntry(m_home->sofie.person, m_home->sofie, kListPlan, at));
    meet();
    QCOMPARE(entry(*m_b, m_home->sofie, id).state, ItemState::Removed);
}

void TestPlanLists::whatAnotherWroteMeanwhileStaysInSight()
{
    const EntityId id = add(*m_a, m_home->mette, "Ro i stuen", kStaff);
    meet();
    must(withdraw(*m_a, m_home->mette, id, kStaff));
    must(rewrite(*m_b, m_home->ali, id, "Ro i stuen og køkkenet", kStaff));
    meet();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        const EntryShown both = entry(*tablet, m_home->mette, id, kStaff);
        QCOMPARE(both.state, ItemState::RemovedButEdited);
        QCOMPARE(merge::textOf(both.words.view), std::string("Ro i stuen og køkkenet"));
        const auto waiting = must((*tablet)->waiting(m_home->mette));
        QCOMPARE(waiting.size(), std::size_t(1));
        QVERIFY(waiting[0].removed);
        QCOMPARE(waiting[0].url, kListPlan);
        QCOMPARE(waiting[0].linkId, kStaff);
        QCOMPARE(waiting[0].entry, std::optional(id));
    }
    must(bringBack(*m_a, m_home->mette, id, kStaff));
    meet();
    QCOMPARE(entry(*m_b, m_home->ali, id, kStaff).state, ItemState::Live);
    QVERIFY(must((*m_b)->waiting(m_home->mette)).empty());
    // And the other way: taken out again in sight of both.
    must(withdraw(*m_b, m_home->ali, id, kStaff));
    meet();
    QCOMPARE(entry(*m_a, m_home->mette, id, kStaff).state, ItemState::Removed);
}

void TestPlanLists::aMoveDoesNotBringBack()
{
    add(*m_a, m_home->sofie, "At male");
    const EntityId id = add(*m_a, m_home->sofie, "At gå tur");
    meet();
    must(withdraw(*m_a, m_home->sofie, id));
    must(move(*m_b, m_home->sofie, id, true));
    QCOMPARE(words(*m_b), (QStringList{"At gå tur", "At male"}));
    meet();
    QCOMPARE(entry(*m_b, m_home->sofie, id).state, ItemState::Removed);
    QCOMPARE(words(*m_a), QStringList{"At male"});
    QVERIFY(must((*m_a)->waiting(m_home->mette)).empty());
}

void TestPlanLists::theOrderIsTheSameOnBothTablets()
{
    std::vector<EntityId> ids;
    for (const char *text : {"1", "2", "3", "4"}) {
        ids.push_back(add(*m_a, m_home->sofie, text));
    }
    QCOMPARE(words(*m_a), (QStringList{"1", "2", "3", "4"}));
    must(move(*m_a, m_home->sofie, ids[3], true));
    must(move(*m_a, m_home->sofie, ids[3], true));
    QCOMPARE(words(*m_a), (QStringList{"1", "4", "2", "3"}));
    must(move(*m_a, m_home->sofie, ids[0], false));
    QCOMPARE(words(*m_a), (QStringList{"4", "1", "2", "3"}));
    must(move(*m_a, m_home->sofie, ids[3], true));  // it is the first
    must(move(*m_a, m_home->sofie, ids[2], false)); // it is the last
    QCOMPARE(words(*m_a), (QStringList{"4", "1", "2", "3"}));
    // What no longer holds is no place to move to.
    must(withdraw(*m_a, m_home->sofie, ids[0]));
    must(move(*m_a, m_home->sofie, ids[1], true));
    QCOMPARE(words(*m_a), (QStringList{"2", "4", "3"}));
    meet();
    QCOMPARE(words(*m_b), words(*m_a));
    // Both move the same one, and others.
    must(move(*m_a, m_home->sofie, ids[3], false));
    must(move(*m_b, m_home->sofie, ids[3], true));
    must(move(*m_b, m_home->sofie, ids[2], true));
    meet();
    QCOMPARE(words(*m_b), words(*m_a));
    QCOMPARE(words(*m_a).size(), 3);
}

void TestPlanLists::equalPlacesAreParted()
{
    const EntityId onA = add(*m_a, m_home->sofie, "a");
    const EntityId onB = add(*m_b, m_home->sofie, "b"); // the same place: neither knew of the other
    meet();
    const QStringList before = words(*m_a);
    QCOMPARE(words(*m_b), before);
    must(move(*m_b, m_home->sofie, before[1] == "a" ? onA : onB, true));
    meet();
    QCOMPARE(words(*m_a), (QStringList{before[1], before[0]}));
    QCOMPARE(words(*m_b), words(*m_a));
}

void TestPlanLists::aListWithoutAnOrderIsNotMoved()
{
    const EntityId first = add(*m_a, m_home->sofie, "1", kSigns);
    add(*m_a, m_home->sofie, "2", kSigns);
    QVERIFY(!entry(*m_a, m_home->sofie, first, kSigns).mayMove);
    QCOMPARE(move(*m_a, m_home->sofie, first, false, kSigns).error().code(), Errc::Unsupported);
    QCOMPARE(words(*m_a, kSigns), (QStringList{"1", "2"}));
}

void TestPlanLists::twoVersionsOfOneEntryWait()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId id = add(*m_a, m_home->sofie, "At male");
    meet();
    must(rewrite(*m_a, m_home->sofie, id, "At male blomster"));
    must(rewrite(*m_b, m_home->sofie, id, "At male om natten"));
    meet();
    const EntryShown two = entry(*m_a, m_home->sofie, id);
    QCOMPARE(two.words.view.state, RegisterState::Two);
    const auto waiting = must((*m_b)->waiting(m_home->mette));
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0].linkId, kMine);
    QCOMPARE(waiting[0].entry, std::optional(id));
    QVERIFY(!waiting[0].removed);
    const auto settle = [&](const Who &who) {
        const auto view = entry(*m_a, who, id).words.view;
        return (*m_a)->resolve(sofie, who, kListPlan, {kMine, id}, wire::v1::RESOLUTION_CHOOSE,
                               view.versions.at(0).dot, {}, view.heads);
    };
    QCOMPARE(settle(m_home->mette).error().code(), Errc::NotAllowed);
    must(settle(m_home->sofie));
    meet();
    QCOMPARE(words(*m_b), QStringList{QString::fromStdString(two.words.view.versions.at(0).op.text())});
    QVERIFY(must((*m_b)->waiting(m_home->mette)).empty());
}

void TestPlanLists::aDraftKeepsTheHeadsOfItsOpening()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId id = add(*m_a, m_home->sofie, "At male");
    meet();
    open(*m_a, m_home->sofie);
    must((*m_a)->beginField(sofie, m_home->sofie, kListPlan, {kMine, id}));
    must(rewrite(*m_b, m_home->sofie, id, "At male om natten"));
    meet();
    open(*m_a, m_home->sofie);
    must((*m_a)->editField(sofie, m_home->sofie, kListPlan, {kMine, id}, "At male blomster"));
    QVERIFY(entry(*m_a, m_home->sofie, id).words.newer);
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kListPlan)), 1);
    QCOMPARE(entry(*m_a, m_home->sofie, id).words.view.state, RegisterState::Two);
}

void TestPlanLists::staffNeverTouchTheResidentsWords()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId id = add(*m_a, m_home->sofie, "At male");
    const EntityId other = add(*m_a, m_home->sofie, "At gå tur");
    const EntryShown shown = entry(*m_a, m_home->mette, id);
    QVERIFY(!shown.mayEdit);
    QVERIFY(!shown.mayWithdraw);
    QVERIFY(!shown.mayMove);
    QCOMPARE(rewrite(*m_a, m_home->mette, id, "Noget andet").error().code(), Errc::NotAllowed);
    QCOMPARE(withdraw(*m_a, m_home->mette, id).error().code(), Errc::NotAllowed);
    QCOMPARE(move(*m_a, m_home->mette, other, true).error().code(), Errc::NotAllowed);
    must(withdraw(*m_a, m_home->sofie, id));
    QCOMPARE(bringBack(*m_a, m_home->mette, id).error().code(), Errc::NotAllowed);
    // The resident does not write in staff's list either, and nobody outside the team in any.
    const EntityId theirs = add(*m_a, m_home->mette, "Ro i stuen", kStaff);
    QVERIFY(!list(*m_a, m_home->sofie, kStaff).mayAdd);
    QCOMPARE((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kStaff).error().code(), Errc::NotAllowed);
    QCOMPARE(withdraw(*m_a, m_home->sofie, theirs, kStaff).error().code(), Errc::NotAllowed);
    QCOMPARE((*m_a)->newEntry(sofie, m_home->lone, kListPlan, kStaff).error().code(), Errc::NotAllowed);
    QCOMPARE(words(*m_a), QStringList{"At gå tur"});
}

void TestPlanLists::whatStaffWroteDownWaitsForAYes()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId id = add(*m_a, m_home->ali, "At mali");
    must(rewrite(*m_a, m_home->ali, id, "At male")); // a slip of the one who wrote it down
    meet();
    EntryShown said = entry(*m_b, m_home->sofie, id);
    QCOMPARE(said.words.view.state, RegisterState::One);
    const auto &version = said.words.view.versions.at(0);
    QCOMPARE(version.author, sofie);
    QCOMPARE(version.enterer, m_home->ali.person);
    must((*m_b)->resolve(sofie, m_home->sofie, kListPlan, {kMine, id}, wire::v1::RESOLUTION_CHOOSE,
                         version.dot, {}, said.words.view.heads));
    meet();
    said = entry(*m_a, m_home->ali, id);
    QVERIFY(said.words.view.versions.at(0).enteredByAuthor());
    QVERIFY(!said.mayEdit); // they are the resident's own now
    QCOMPARE(rewrite(*m_a, m_home->ali, id, "At sove").error().code(), Errc::NotAllowed);
}

void TestPlanLists::bothVoicesAreListsOfTheirOwn()
{
    const PersonId &sofie = m_home->sofie.person;
    open(*m_a, m_home->mette);
    const EntityId hers = must((*m_a)->newEntry(sofie, m_home->mette, kListPlan, kMine));
    must((*m_a)->editField(sofie, m_home->mette, kListPlan, {kMine, hers}, "Sagt af Sofie"));
    const EntityId ours = must((*m_a)->newEntry(sofie, m_home->mette, kListPlan, kStaff));
    must((*m_a)->editField(sofie, m_home->mette, kListPlan, {kStaff, ours}, "Set af os"));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->mette, kListPlan)), 2);
    meet();
    QCOMPARE(words(*m_b, kMine), QStringList{"Sagt af Sofie"});
    QCOMPARE(words(*m_b, kStaff), QStringList{"Set af os"});
    QCOMPARE(entry(*m_b, m_home->sofie, hers).words.view.versions.at(0).author, sofie);
    QCOMPARE(entry(*m_b, m_home->sofie, ours, kStaff).words.view.versions.at(0).author, m_home->mette.person);
}

void TestPlanLists::aSuggestionIsMarkedUntilItIsChanged()
{
    const PersonId &sofie = m_home->sofie.person;
    open(*m_a, m_home->sofie);
    const FieldAt at(kMine, must((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kMine)));
    QCOMPARE((*m_a)->takeSuggestion(sofie, m_home->sofie, kListPlan, at, "Vin").error().code(),
             Errc::BadArgument);
    must((*m_a)->takeSuggestion(sofie, m_home->sofie, kListPlan, at, "Musik"));
    m_a->reopen();
    QVERIFY(entry(*m_a, m_home->sofie, *at.entry).isSuggestion("Musik"));
    must((*m_a)->leavePlan(sofie, m_home->sofie, kListPlan));
    meet();
    QVERIFY(entry(*m_b, m_home->sofie, *at.entry).isSuggestion("Musik"));
    must(rewrite(*m_b, m_home->sofie, *at.entry, "Musik om aftenen"));
    const EntryShown own = entry(*m_b, m_home->sofie, *at.entry);
    QVERIFY(!own.isSuggestion(merge::textOf(own.words.view)));
    // Typed by oneself they are own words, also when they are the same.
    const EntityId typed = add(*m_a, m_home->sofie, "Musik");
    QVERIFY(!entry(*m_a, m_home->sofie, typed).isSuggestion("Musik"));
    // It can be taken out whole.
    must(withdraw(*m_b, m_home->sofie, *at.entry));
    QCOMPARE(entry(*m_b, m_home->sofie, *at.entry).state, ItemState::Removed);
    // Changed before it was saved: own words.
    open(*m_a, m_home->sofie);
    const FieldAt third(kMine, must((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kMine)));
    must((*m_a)->takeSuggestion(sofie, m_home->sofie, kListPlan, third, "At gå en tur"));
    must((*m_a)->editField(sofie, m_home->sofie, kListPlan, third, "At gå en tur alene"));
    must((*m_a)->leavePlan(sofie, m_home->sofie, kListPlan));
    QVERIFY(entry(*m_a, m_home->sofie, *third.entry).suggestion.empty());
}

void TestPlanLists::theHistoryTellsThatItWasTakenOut()
{
    const EntityId id = add(*m_a, m_home->sofie, "At male");
    must(rewrite(*m_a, m_home->sofie, id, "At male blomster"));
    must(withdraw(*m_a, m_home->sofie, id));
    must(bringBack(*m_a, m_home->sofie, id));
    const auto history = must((*m_a)->history(m_home->sofie.person, m_home->sofie, kListPlan, {kMine, id}));
    QCOMPARE(history.size(), std::size_t(4));
    QCOMPARE(history[0].op.text(), std::string("At male"));
    QCOMPARE(history[1].op.text(), std::string("At male blomster"));
    QVERIFY(history[2].op.has_remove() && history[2].op.remove());
    QVERIFY(history[3].op.has_remove() && !history[3].op.remove());
}

void TestPlanLists::twoHundredEntriesAndNoMore()
{
    const PersonId &sofie = m_home->sofie.person;
    EntityId last;
    for (std::size_t i = 0; i < limits::kListEntriesMax; ++i) {
        QVERIFY(!list(*m_a, m_home->sofie).full);
        last = add(*m_a, m_home->sofie, std::to_string(i));
    }
    const ListShown full = list(*m_a, m_home->sofie);
    QCOMPARE(full.entries.size(), limits::kListEntriesMax);
    QVERIFY(full.full);
    QCOMPARE((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kMine).error().code(), Errc::TooLarge);
    QCOMPARE(words(*m_a).last(), QString::number(limits::kListEntriesMax - 1));
    // Another list has room, and so has this one when something no longer holds.
    must((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kSigns));
    must(withdraw(*m_a, m_home->sofie, last));
    add(*m_b, m_home->sofie, "fra den anden tablet");
    add(*m_a, m_home->sofie, "igen");
    meet(); // two tablets that had not met: nothing is thrown away
    QCOMPARE(words(*m_a).size(), static_cast<int>(limits::kListEntriesMax) + 1);
    QCOMPARE(words(*m_b), words(*m_a));
}

void TestPlanLists::limitsOfText()
{
    const PersonId &sofie = m_home->sofie.person;
    QString longText;
    for (int i = 0; i < 2'500; ++i) {
        longText += QString::fromUtf8(
            "æ😀‏ש"); // four letters, one of them beyond the first plane, one right-to-left
    }
    const EntityId id = add(*m_a, m_home->sofie, longText.toStdString());
    const EntityId control = add(*m_a, m_home->sofie, "Ro\a\x1B[31m\r\nog\tte");
    meet();
    QCOMPARE(merge::textOf(entry(*m_b, m_home->sofie, id).words.view), longText.toStdString());
    QCOMPARE(merge::textOf(entry(*m_b, m_home->sofie, control).words.view), std::string("Ro[31m\nog\tte"));
    open(*m_a, m_home->sofie);
    const FieldAt at(kMine, must((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kMine)));
    const std::string most(limits::kTextBytesMax, 'x');
    QCOMPARE((*m_a)->editField(sofie, m_home->sofie, kListPlan, at, most + "x").error().code(),
             Errc::TooLarge);
    QCOMPARE((*m_a)->editField(sofie, m_home->sofie, kListPlan, at, "\xFF").error().code(),
             Errc::BadArgument);
    must((*m_a)->editField(sofie, m_home->sofie, kListPlan, at, most));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kListPlan)), 1);
    QCOMPARE(words(*m_a).last().size(), static_cast<int>(most.size()));
}

void TestPlanLists::whatIsNoEntryIsRefused()
{
    const PersonId &sofie = m_home->sofie.person;
    const auto edit = [&](const FieldAt &at) {
        return (*m_a)->editField(sofie, m_home->sofie, kListPlan, at, "x").error().code();
    };
    const EntityId signs = add(*m_a, m_home->sofie, "Uro", kSigns);
    const EntityId plan = must((*m_a)->openPlan(sofie, m_home->sofie, kListPlan)).entity;
    QCOMPARE(edit(kMine), Errc::Unsupported);
    QCOMPARE(edit({kText, signs}), Errc::Unsupported);
    QCOMPARE(edit({kMine, plan}), Errc::Unsupported);
    QCOMPARE(edit({kMine, EntityId{}}), Errc::Unsupported);
    QCOMPARE(edit({kMine, signs}), Errc::BadArgument); // of another list
    QCOMPARE((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, kText).error().code(), Errc::Unsupported);
    QCOMPARE((*m_a)->newEntry(sofie, m_home->sofie, kListPlan, "findes-ikke").error().code(), Errc::NotFound);
    QCOMPARE(withdraw(*m_a, m_home->sofie, plan).error().code(), Errc::Unsupported);
    QCOMPARE(withdraw(*m_a, m_home->sofie, signs, kMine).error().code(), Errc::BadArgument);
    QCOMPARE(move(*m_a, m_home->sofie, signs, true, kMine).error().code(), Errc::BadArgument);
}

void TestPlanLists::threeWeeksOfBothTabletsConverge()
{
    std::uint64_t seed = 2026;
    const auto dice = [&](std::size_t sides) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(seed >> 33) % sides;
    };
    std::map<EntityId, std::string> ever;
    for (int day = 0; day < 21; ++day) {
        for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
            for (int deed = 0; deed < 4; ++deed) {
                const auto entries = list(*tablet, m_home->sofie).entries;
                const std::string text = std::to_string(day) + "." + std::to_string(deed);
                if (entries.empty() || dice(3) == 0) {
                    const EntityId id = add(*tablet, m_home->sofie, text);
                    ever[id] = text;
                    continue;
                }
                const EntryShown &one = entries[dice(entries.size())];
                const std::size_t kind = dice(5);
                if (one.state == ItemState::Removed) {
                    must(bringBack(*tablet, m_home->sofie, one.id));
                } else if (kind == 0) {
                    must(withdraw(*tablet, m_home->sofie, one.id));
                } else if (kind == 1 && one.words.view.state == RegisterState::One) {
                    must(rewrite(*tablet, m_home->sofie, one.id, text));
                } else {
                    must(move(*tablet, m_home->sofie, one.id, kind % 2 == 0));
                }
            }
        }
        if (day % 2 == 0) {
            meet();
        }
    }
    meet();
    const auto onA = list(*m_a, m_home->sofie).entries;
    const auto onB = list(*m_b, m_home->sofie).entries;
    QCOMPARE(onA.size(), ever.size()); // none is gone
    QCOMPARE(onB.size(), onA.size());
    for (std::size_t i = 0; i < onA.size(); ++i) {
        QCOMPARE(onB[i].id, onA[i].id);
        QCOMPARE(onB[i].state, onA[i].state);
        QCOMPARE(merge::textOf(onB[i].words.view), merge::textOf(onA[i].words.view));
        QVERIFY(ever.contains(onA[i].id));
    }
    const StreamId stream = m_home->streamOf(m_home->sofie, StreamKind::Team);
    const auto waiting = m_home->fold(stream).waiting(); // what the office sees waits here, too
    QCOMPARE(must((*m_a)->waiting(m_home->mette)).size(), waiting.size());
}

QTEST_GUILESS_MAIN(TestPlanLists)
#include "tst_plan_lists.moc"
