// The groups of a plan that repeat: entries of several fields, also in one another, on two tablets at once.
#include "proto/base/limits.h"
#include "proto/domain/choice.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace trivsel;
using namespace trivsel::test;
using engine::FieldAt;
using engine::FieldShown;
using engine::GroupEntryShown;
using engine::GroupShown;
using engine::PlanSnapshot;
using merge::ItemState;
using merge::RegisterState;

namespace {
const std::string kCall = "ring";       // the resident's, with an order
const std::string kTime = "gang";       // a folder: nobody's
const std::string kMine = "gang.dit";   // in it, the resident's
const std::string kOurs = "gang.vores"; // in it, staff's

const GroupShown *groupIn(const std::vector<GroupShown> &groups, const std::string &linkId)
{
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const GroupShown &group) { return group.linkId == linkId; });
    return found == groups.end() ? nullptr : &*found;
}

const FieldShown *fieldIn(const GroupEntryShown &entry, const std::string &linkId)
{
    const auto found = std::find_if(entry.fields.begin(), entry.fields.end(),
                                    [&](const FieldShown &field) { return field.linkId == linkId; });
    return found == entry.fields.end() ? nullptr : &*found;
}

std::string wordsIn(const GroupEntryShown &entry, const std::string &linkId)
{
    const FieldShown *field = fieldIn(entry, linkId);
    return field == nullptr ? "no such field" : merge::textOf(field->view);
}

bool stands(const GroupEntryShown &entry)
{
    return entry.state == ItemState::Live || entry.state == ItemState::RemovedButEdited;
}
} // namespace

class TestPlanGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEntryHasSeveralFields();
    void everyKeyIsThereAfterAStop();
    void theFirstWordsBeginTheEntry();
    void anEntryInAnEntry();
    void whatStandsInOneIsNotInAnother();
    void aListInAnEntry();
    void aChoiceIsACodeAndItsWords();
    void twoChoicesWait();
    void aDayIsADay();
    void bothAddAtOnceAndBothStand();
    void twoVersionsOfOneFieldWait();
    void staffsTextIsPutTogether();
    void aDraftKeepsTheHeadsOfItsOpening();
    void whatIsTakenOutStaysAndComesBack();
    void whatAnotherWroteMeanwhileStaysInSight();
    void alsoWhatWasWrittenInWhatStandsInIt();
    void whatIsTakenOutIsNotWrittenIn();
    void twoVersionsInWhatIsTakenOutWaitNoMore();
    void theOrderIsTheSameOnBothTablets();
    void staffNeverTakeOutTheResidentsWords();
    void eachAddsToTheirOwn();
    void staffMayBeginInTheResidentsList();
    void twoHundredEntriesAndNoMore();
    void whatIsNoEntryIsRefused();
    void threeWeeksOfBothTabletsConverge();

private:
    [[nodiscard]] PlanSnapshot plan(EngineTablet &tablet, const Who &viewer) const
    {
        return must(tablet->openPlan(m_home->sofie.person, viewer, kGroupPlan));
    }
    [[nodiscard]] GroupShown group(EngineTablet &tablet, const Who &viewer,
                                   const std::string &linkId = kCall) const;
    [[nodiscard]] GroupShown inner(EngineTablet &tablet, const Who &viewer, const EntityId &outer,
                                   const std::string &linkId) const;
    [[nodiscard]] GroupEntryShown entry(EngineTablet &tablet, const Who &viewer, const EntityId &id,
                                        const std::string &linkId = kCall) const;
    /** The first field of the entries that hold, in their order. */
    [[nodiscard]] QStringList words(EngineTablet &tablet) const;
    [[nodiscard]] Status write(EngineTablet &tablet, const Who &who, const FieldAt &at,
                               const std::string &text) const;
    EntityId add(EngineTablet &tablet, const Who &who, const std::string &linkId,
                 const std::vector<EntityId> &within, const std::string &field,
                 const std::string &text) const;
    EntityId addCall(EngineTablet &tablet, const std::string &name) const
    {
        return add(tablet, m_home->sofie, kCall, {}, "ring.navn", name);
    }
    [[nodiscard]] Status withdraw(EngineTablet &tablet, const Who &who, const FieldAt &at) const;
    [[nodiscard]] Status bringBack(EngineTablet &tablet, const Who &who, const FieldAt &at) const;
    [[nodiscard]] Status move(EngineTablet &tablet, const Who &who, const FieldAt &at, bool up) const;
    void meet();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
};

void TestPlanGroups::init()
{
    m_a.reset();
    m_b.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    m_a = std::make_unique<EngineTablet>(*m_home, m_dir->filePath("a").toStdString(), "Stuen", 1);
    m_b = std::make_unique<EngineTablet>(*m_home, m_dir->filePath("b").toStdString(), "Køkkenet", 2);
    for (const auto &tablet : {&m_a, &m_b}) {
        (*tablet)->use(catalogueWithGroups());
        (*tablet)->reopen();
    }
    meet();
}

void TestPlanGroups::meet()
{
    m_home->meet(**m_a);
    m_home->meet(**m_b);
    m_home->give(**m_a);
}

GroupShown TestPlanGroups::group(EngineTablet &tablet, const Who &viewer, const std::string &linkId) const
{
    const auto shown = plan(tablet, viewer);
    const GroupShown *found = groupIn(shown.groups, linkId);
    return found != nullptr ? *found : GroupShown();
}

GroupEntryShown TestPlanGroups::entry(EngineTablet &tablet, const Who &viewer, const EntityId &id,
                                      const std::string &linkId) const
{
    for (const GroupEntryShown &one : group(tablet, viewer, linkId).entries) {
        if (one.id == id) {
            return one;
        }
    }
    return {};
}

GroupShown TestPlanGroups::inner(EngineTablet &tablet, const Who &viewer, const EntityId &outer,
                                 const std::string &linkId) const
{
    const auto shown = entry(tablet, viewer, outer, kTime);
    const GroupShown *found = groupIn(shown.groups, linkId);
    return found != nullptr ? *found : GroupShown();
}

QStringList TestPlanGroups::words(EngineTablet &tablet) const
{
    QStringList words;
    for (const GroupEntryShown &one : group(tablet, m_home->sofie).entries) {
        if (stands(one)) {
            words.append(QString::fromStdString(wordsIn(one, "ring.navn")));
        }
    }
    return words;
}

Status TestPlanGroups::write(EngineTablet &tablet, const Who &who, const FieldAt &at,
                             const std::string &text) const
{
    static_cast<void>(plan(tablet, who));
    TRIVSEL_TRY(tablet->editField(m_home->sofie.person, who, kGroupPlan, at, text));
    const auto left = tablet->leavePlan(m_home->sofie.person, who, kGroupPlan);
    return left ? Status() : tl::unexpected(left.error());
}

EntityId TestPlanGroups::add(EngineTablet &tablet, const Who &who, const std::string &linkId,
                             const std::vector<EntityId> &within, const std::string &field,
                             const std::string &text) const
{
    static_cast<void>(plan(tablet, who));
    const EntityId id = must(tablet->newEntry(m_home->sofie.person, who, kGroupPlan, linkId, within));
    must(write(tablet, who, {field, id, within}, text));
    return id;
}

Status TestPlanGroups::withdraw(EngineTablet &tablet, const Who &who, const FieldAt &at) const
{
    static_cast<void>(plan(tablet, who));
    return tablet->withdrawEntry(m_home->sofie.person, who, kGroupPlan, at);
}

Status TestPlanGroups::bringBack(EngineTablet &tablet, const Who &who, const FieldAt &at) const
{
    static_cast<void>(plan(tablet, who));
    return tablet->bringBackEntry(m_home->sofie.person, who, kGroupPlan, at);
}

Status TestPlanGroups::move(EngineTablet &tablet, const Who &who, const FieldAt &at, bool up) const
{
    static_cast<void>(plan(tablet, who));
    return tablet->moveEntry(m_home->sofie.person, who, kGroupPlan, at, up);
}

void TestPlanGroups::anEntryHasSeveralFields()
{
    const PersonId &sofie = m_home->sofie.person;
    static_cast<void>(plan(*m_a, m_home->sofie));
    const EntityId id = must((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kCall));
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.navn", id}, "Min søster"));
    must((*m_a)->chooseInField(sofie, m_home->sofie, kGroupPlan, {"ring.taet", id}, {"taet", "Tæt på"}));
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.til", id}, "2027-02-28"));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan)), 3);
    must(write(*m_a, m_home->mette, {"ring.note.udefra", id}, "Efter klokken 10"));
    meet();
    const auto shown = entry(*m_b, m_home->mette, id);
    QCOMPARE(shown.state, ItemState::Live);
    QCOMPARE(wordsIn(shown, "ring.navn"), std::string("Min søster"));
    QCOMPARE(wordsIn(shown, "ring.til"), std::string("2027-02-28"));
    QCOMPARE(wordsIn(shown, "ring.note.udefra"), std::string("Efter klokken 10"));
    QVERIFY(shown.begun);
    QCOMPARE(shown.begun->author, sofie);
    QCOMPARE(shown.begun->enterer, sofie);
    QVERIFY(shown.begun->wallMs > 0);
    const auto &ours = fieldIn(shown, "ring.note.udefra")->view.versions.at(0);
    QCOMPARE(ours.author, m_home->mette.person);
    QCOMPARE(ours.op.voice(), wire::v1::VOICE_STAFF);
    QCOMPARE(fieldIn(shown, "ring.navn")->view.versions.at(0).op.voice(), wire::v1::VOICE_RESIDENT);
    QCOMPARE(words(*m_b), QStringList{"Min søster"});
    // What stands beside it in the plan is not in the entry.
    QVERIFY(fieldIn(shown, "sagt.indefra") == nullptr);
}

void TestPlanGroups::everyKeyIsThereAfterAStop()
{
    const PersonId &sofie = m_home->sofie.person;
    static_cast<void>(plan(*m_a, m_home->sofie));
    const EntityId outer = must((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kTime));
    const EntityId id = must((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kMine, {outer}));
    const FieldAt at("gang.dit.hvad", id, {outer});
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, at, "At g"));
    m_a->reopen();
    auto begun = inner(*m_a, m_home->sofie, outer, kMine);
    QCOMPARE(begun.entries.size(), std::size_t(1));
    QCOMPARE(begun.entries[0].state, ItemState::Absent);
    QCOMPARE(fieldIn(begun.entries[0], "gang.dit.hvad")->draft.value_or(""), std::string("At g"));
    QCOMPARE(fieldIn(begun.entries[0], "gang.dit.hvad")->at(), at);
    QVERIFY(group(*m_a, m_home->mette, kTime).entries.empty()); // nobody else's business
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, at, "At gå"));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan)), 1);
    m_a->reopen();
    begun = inner(*m_a, m_home->mette, outer, kMine);
    QCOMPARE(begun.entries.at(0).state, ItemState::Live);
    QCOMPARE(wordsIn(begun.entries[0], "gang.dit.hvad"), std::string("At gå"));
}

void TestPlanGroups::theFirstWordsBeginTheEntry()
{
    const PersonId &sofie = m_home->sofie.person;
    static_cast<void>(plan(*m_a, m_home->sofie));
    const EntityId id = must((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kCall));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan)), 0);
    QVERIFY(group(*m_a, m_home->sofie).entries.empty());
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.navn", id}, ""));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan)), 0); // nothing was said
    QVERIFY(group(*m_a, m_home->sofie).entries.empty());
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.navn", id}, "Ida"));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan)), 1);
    // The next field of it, without looking at the plan again.
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.til", id}, "2027-01-01"));
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan)), 1);
    QCOMPARE(entry(*m_a, m_home->sofie, id).state, ItemState::Live);
    // An emptied field is empty; the entry stands until it is taken out.
    must(write(*m_a, m_home->sofie, {"ring.navn", id}, ""));
    QCOMPARE(entry(*m_a, m_home->sofie, id).state, ItemState::Live);
    QCOMPARE(wordsIn(entry(*m_a, m_home->sofie, id), "ring.navn"), std::string());
}

void TestPlanGroups::anEntryInAnEntry()
{
    const EntityId outer = add(*m_a, m_home->mette, kTime, {}, "gang.dato", "2026-11-20");
    meet();
    const EntityId mine = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At gå en tur");
    const EntityId ours = add(*m_b, m_home->mette, kOurs, {outer}, "gang.vores.hvad", "Sad hos hende");
    meet();
    const auto shown = entry(*m_b, m_home->sofie, outer, kTime);
    QCOMPARE(shown.groups.size(), std::size_t(2));
    QCOMPARE(groupIn(shown.groups, kMine)->entries.at(0).id, mine);
    QCOMPARE(groupIn(shown.groups, kOurs)->entries.at(0).id, ours);
    QCOMPARE(groupIn(shown.groups, kOurs)->entries.at(0).within, std::vector<EntityId>{outer});
    QCOMPARE(group(*m_a, m_home->sofie, kTime).entries.size(), std::size_t(1)); // they are not folders
    // In staff's entry the resident says whether it helped.
    const FieldAt at("gang.vores.hjalp.indefra", ours, {outer});
    static_cast<void>(plan(*m_a, m_home->sofie));
    must((*m_a)->chooseInField(m_home->sofie.person, m_home->sofie, kGroupPlan, at, {"lidt", "Lidt"}));
    must((*m_a)->leavePlan(m_home->sofie.person, m_home->sofie, kGroupPlan));
    meet();
    const auto helped = inner(*m_b, m_home->mette, outer, kOurs).entries.at(0);
    const auto &version = fieldIn(helped, "gang.vores.hjalp.indefra")->view.versions.at(0);
    QCOMPARE(domain::chosenIn(version.op).code, std::string("lidt"));
    QCOMPARE(version.enterer, m_home->sofie.person);
}

void TestPlanGroups::whatStandsInOneIsNotInAnother()
{
    const EntityId first = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId second = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Et brev");
    add(*m_a, m_home->sofie, kMine, {first}, "gang.dit.hvad", "At gå");
    QCOMPARE(inner(*m_a, m_home->sofie, first, kMine).entries.size(), std::size_t(1));
    QVERIFY(inner(*m_a, m_home->sofie, second, kMine).entries.empty());
}

void TestPlanGroups::aListInAnEntry()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId one = add(*m_a, m_home->sofie, "gang.med", {outer}, "gang.med", "Ali");
    static_cast<void>(add(*m_a, m_home->sofie, "gang.med", {outer}, "gang.med", "Min søster"));
    meet();
    const auto list = entry(*m_b, m_home->sofie, outer, kTime).lists.at(0);
    QCOMPARE(list.linkId, std::string("gang.med"));
    QCOMPARE(list.within, std::vector<EntityId>{outer});
    QCOMPARE(list.entries.size(), std::size_t(2));
    QCOMPARE(list.entries[0].words.at(), FieldAt("gang.med", one, {outer}));
    QCOMPARE(merge::textOf(list.entries[0].words.view), std::string("Ali"));
    must(withdraw(*m_b, m_home->sofie, {"gang.med", one, {outer}}));
    meet();
    QCOMPARE(entry(*m_a, m_home->sofie, outer, kTime).lists.at(0).entries.at(0).state, ItemState::Removed);
    const auto history = must((*m_a)->history(sofie, m_home->sofie, kGroupPlan, {"gang.med", one, {outer}}));
    QCOMPARE(history.size(), std::size_t(2));
    QVERIFY(plan(*m_a, m_home->sofie).lists.empty()); // it is no list of the plan's
}

void TestPlanGroups::aChoiceIsACodeAndItsWords()
{
    const PersonId &sofie = m_home->sofie.person;
    const FieldAt at("glad.indefra"); // of the plan itself
    const auto choose = [&](const std::string &code, const std::string &said) -> Status {
        static_cast<void>(plan(*m_a, m_home->sofie));
        TRIVSEL_TRY((*m_a)->chooseInField(sofie, m_home->sofie, kGroupPlan, at, {code, said}));
        const auto left = (*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan);
        return left ? Status() : tl::unexpected(left.error());
    };
    const auto chosen = [&](EngineTablet &tablet) {
        const auto shown = plan(tablet, m_home->sofie);
        const auto field = std::find_if(shown.fields.begin(), shown.fields.end(),
                                        [&](const FieldShown &one) { return one.linkId == at.linkId; });
        return domain::chosenIn(field->view.versions.at(0).op);
    };
    must(choose("ja", "Det hjalp"));
    meet();
    QCOMPARE(chosen(*m_b).code, std::string("ja"));
    QCOMPARE(chosen(*m_b).words, std::string("Det hjalp"));
    must(choose("nej", "Det hjalp ikke"));
    QCOMPARE(chosen(*m_a).code, std::string("nej"));
    must(choose("", "")); // taken back
    QCOMPARE(chosen(*m_a).code, std::string());
    QCOMPARE(choose("måske", "Måske").error().code(), Errc::BadArgument);
    QCOMPARE(write(*m_a, m_home->sofie, at, "ja").error().code(), Errc::BadArgument);
    QCOMPARE(
        (*m_a)->chooseInField(sofie, m_home->sofie, kGroupPlan, "sagt.indefra", {"ja", "Ja"}).error().code(),
        Errc::BadArgument);
    QCOMPARE(must((*m_a)->history(sofie, m_home->sofie, kGroupPlan, at)).size(), std::size_t(3));
    // The same again writes nothing.
    must(choose("ja", "Det hjalp"));
    must(choose("ja", "Det hjalp"));
    QCOMPARE(must((*m_a)->history(sofie, m_home->sofie, kGroupPlan, at)).size(), std::size_t(4));
}

void TestPlanGroups::twoChoicesWait()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId id = addCall(*m_a, "Ida");
    meet();
    const FieldAt at("ring.taet", id);
    const auto choose = [&](EngineTablet &tablet, const Who &who, const std::string &code) -> Status {
        static_cast<void>(plan(tablet, who));
        TRIVSEL_TRY(tablet->chooseInField(sofie, who, kGroupPlan, at, {code, code}));
        const auto left = tablet->leavePlan(sofie, who, kGroupPlan);
        return left ? Status() : tl::unexpected(left.error());
    };
    must(choose(*m_a, m_home->sofie, "taet"));
    must(choose(*m_b, m_home->sofie, "fjern"));
    meet();
    const auto view = fieldIn(entry(*m_a, m_home->sofie, id), "ring.taet")->view;
    QCOMPARE(view.state, RegisterState::Two);
    const auto waiting = must((*m_b)->waiting(m_home->mette));
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0].at(), at);
    QCOMPARE(choose(*m_a, m_home->sofie, "midt").error().code(), Errc::Unsupported); // settled first
    const auto settle = [&](const Who &who, wire::v1::Resolution how) {
        return (*m_a)->resolve(sofie, who, kGroupPlan, at, how, view.versions.at(1).dot, "midt", view.heads);
    };
    QCOMPARE(settle(m_home->mette, wire::v1::RESOLUTION_CHOOSE).error().code(), Errc::NotAllowed);
    QCOMPARE(settle(m_home->sofie, wire::v1::RESOLUTION_REWRITE).error().code(), Errc::Unsupported);
    must(settle(m_home->sofie, wire::v1::RESOLUTION_CHOOSE));
    meet();
    const auto after = fieldIn(entry(*m_b, m_home->sofie, id), "ring.taet")->view;
    QCOMPARE(after.state, RegisterState::One);
    QCOMPARE(domain::chosenIn(after.versions.at(0).op).code, domain::chosenIn(view.versions.at(1).op).code);
}

void TestPlanGroups::aDayIsADay()
{
    for (const char *text : {"2026-11-23", "2028-02-29", ""}) {
        must(write(*m_a, m_home->sofie, "igen", text));
    }
    for (const char *text : {"2026-02-29", "2026-13-01", "23-11-2026", "i morgen", "2026-11-2", "2026-11-023",
                             "2026-00-10", "2026-11-00", "+026-11-23", "2026-11- 3"}) {
        const Status written = write(*m_a, m_home->sofie, "igen", text);
        QVERIFY2(!written, text);
        QCOMPARE(written.error().code(), Errc::BadArgument);
    }
}

void TestPlanGroups::bothAddAtOnceAndBothStand()
{
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    meet();
    addCall(*m_a, "Ida");
    addCall(*m_b, "Ida"); // perhaps two of that name
    add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At gå");
    add(*m_b, m_home->mette, kMine, {outer}, "gang.dit.hvad", "At sove");
    meet();
    QCOMPARE(words(*m_a), (QStringList{"Ida", "Ida"}));
    QCOMPARE(words(*m_b), words(*m_a));
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        QCOMPARE(inner(*tablet, m_home->sofie, outer, kMine).entries.size(), std::size_t(2));
    }
}

void TestPlanGroups::twoVersionsOfOneFieldWait()
{
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId id = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At gå");
    const FieldAt at("gang.dit.hvad", id, {outer});
    meet();
    must(write(*m_a, m_home->sofie, at, "At gå hurtigt"));
    must(write(*m_b, m_home->sofie, at, "At gå langsomt"));
    meet();
    const auto waiting = must((*m_b)->waiting(m_home->mette));
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0].url, kGroupPlan);
    QCOMPARE(waiting[0].at(), at);
    QVERIFY(!waiting[0].removed);
    const auto view = fieldIn(inner(*m_a, m_home->sofie, outer, kMine).entries.at(0), at.linkId)->view;
    QCOMPARE(view.versions.size(), std::size_t(2));
    must((*m_a)->resolve(m_home->sofie.person, m_home->sofie, kGroupPlan, at, wire::v1::RESOLUTION_REWRITE,
                         {}, "At gå, som jeg vil", view.heads));
    meet();
    QVERIFY(must((*m_b)->waiting(m_home->mette)).empty());
    QCOMPARE(wordsIn(inner(*m_b, m_home->mette, outer, kMine).entries.at(0), at.linkId),
             std::string("At gå, som jeg vil"));
    // What was settled goes with the entry when that is taken out right after.
    must((*m_a)->withdrawEntry(m_home->sofie.person, m_home->sofie, kGroupPlan, {kTime, outer}));
    meet();
    QCOMPARE(entry(*m_b, m_home->sofie, outer, kTime).state, ItemState::Removed);
}

void TestPlanGroups::staffsTextIsPutTogether()
{
    const EntityId id = addCall(*m_a, "Ida");
    const FieldAt at("ring.note.udefra", id);
    must(write(*m_a, m_home->mette, at, "Ring om formiddagen. Hun svarer gerne."));
    meet();
    must(write(*m_a, m_home->mette, at, "Ring tidligt om formiddagen. Hun svarer gerne."));
    must(write(*m_b, m_home->ali, at, "Ring om formiddagen. Hun svarer altid gerne."));
    meet();
    const auto view = fieldIn(entry(*m_b, m_home->mette, id), at.linkId)->view;
    QCOMPARE(view.state, RegisterState::Merged);
    QCOMPARE(view.mergedText, std::string("Ring tidligt om formiddagen. Hun svarer altid gerne."));
}

void TestPlanGroups::aDraftKeepsTheHeadsOfItsOpening()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId id = addCall(*m_a, "Ida");
    const FieldAt at("ring.navn", id);
    meet();
    static_cast<void>(plan(*m_a, m_home->sofie));
    must((*m_a)->beginField(sofie, m_home->sofie, kGroupPlan, at));
    must(write(*m_b, m_home->sofie, at, "Ida, min søster"));
    meet();
    static_cast<void>(plan(*m_a, m_home->sofie));
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, at, "Ida på arbejde"));
    QVERIFY(fieldIn(entry(*m_a, m_home->sofie, id), at.linkId)->newer);
    must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan));
    QCOMPARE(fieldIn(entry(*m_a, m_home->sofie, id), at.linkId)->view.state, RegisterState::Two);
}

void TestPlanGroups::whatIsTakenOutStaysAndComesBack()
{
    const EntityId id = addCall(*m_a, "Ida");
    const FieldAt at(kCall, id);
    must(withdraw(*m_a, m_home->sofie, at));
    meet();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        const auto gone = entry(*tablet, m_home->sofie, id);
        QCOMPARE(gone.state, ItemState::Removed);
        QVERIFY(gone.withdrawn);
        QCOMPARE(gone.withdrawn->author, m_home->sofie.person);
        QCOMPARE(wordsIn(gone, "ring.navn"), std::string("Ida"));
        QVERIFY(words(*tablet).isEmpty());
    }
    must(bringBack(*m_b, m_home->sofie, at));
    meet();
    QCOMPARE(entry(*m_a, m_home->sofie, id).state, ItemState::Live);
    // Out and back and written in, without looking again.
    static_cast<void>(plan(*m_a, m_home->sofie));
    const PersonId &sofie = m_home->sofie.person;
    must((*m_a)->withdrawEntry(sofie, m_home->sofie, kGroupPlan, at));
    must((*m_a)->bringBackEntry(sofie, m_home->sofie, kGroupPlan, at));
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.navn", id}, "Ida igen"));
    must((*m_a)->withdrawEntry(sofie, m_home->sofie, kGroupPlan, at)); // with what was typed
    meet();
    QCOMPARE(entry(*m_b, m_home->sofie, id).state, ItemState::Removed);
    QCOMPARE(wordsIn(entry(*m_b, m_home->sofie, id), "ring.navn"), std::string("Ida igen"));
}

void TestPlanGroups::whatAnotherWroteMeanwhileStaysInSight()
{
    const EntityId id = addCall(*m_a, "Ida");
    meet();
    must(withdraw(*m_a, m_home->sofie, {kCall, id}));
    must(write(*m_b, m_home->sofie, {"ring.til", id}, "2027-05-01")); // a field that was empty
    meet();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        QCOMPARE(entry(*tablet, m_home->sofie, id).state, ItemState::RemovedButEdited);
        const auto waiting = must((*tablet)->waiting(m_home->mette));
        QCOMPARE(waiting.size(), std::size_t(1));
        QVERIFY(waiting[0].removed);
        QCOMPARE(waiting[0].at(), FieldAt(kCall, id));
    }
    must(bringBack(*m_a, m_home->sofie, {kCall, id}));
    meet();
    QCOMPARE(entry(*m_b, m_home->sofie, id).state, ItemState::Live);
    QVERIFY(must((*m_b)->waiting(m_home->mette)).empty());
}

void TestPlanGroups::alsoWhatWasWrittenInWhatStandsInIt()
{
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId old = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At gå");
    meet();
    must(withdraw(*m_a, m_home->sofie, {kTime, outer}));
    const EntityId fresh = add(*m_b, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At sove");
    meet();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        QCOMPARE(entry(*tablet, m_home->sofie, outer, kTime).state, ItemState::RemovedButEdited);
        const auto waiting = must((*tablet)->waiting(m_home->mette));
        QCOMPARE(waiting.size(), std::size_t(1));
        QVERIFY(waiting[0].removed);
        QCOMPARE(waiting[0].at(), FieldAt(kTime, outer));
        const auto stand = inner(*tablet, m_home->sofie, outer, kMine).entries;
        QCOMPARE(stand.size(), std::size_t(2));
        QVERIFY(std::all_of(stand.begin(), stand.end(), stands));
    }
    must(withdraw(*m_b, m_home->sofie, {kTime, outer})); // in sight of it
    meet();
    QCOMPARE(entry(*m_a, m_home->sofie, outer, kTime).state, ItemState::Removed);
    QVERIFY(must((*m_a)->waiting(m_home->mette)).empty());
    // A list in it counts as well, and a word that is changed.
    must(bringBack(*m_a, m_home->sofie, {kTime, outer}));
    meet();
    must(withdraw(*m_a, m_home->sofie, {kTime, outer}));
    must(write(*m_b, m_home->sofie, {"gang.dit.hvad", fresh, {outer}}, "At sove længe"));
    meet();
    QCOMPARE(entry(*m_a, m_home->sofie, outer, kTime).state, ItemState::RemovedButEdited);
    must(bringBack(*m_a, m_home->sofie, {kTime, outer}));
    meet();
    // A move, and taking out what stands in it, keep nothing in sight.
    must(withdraw(*m_a, m_home->sofie, {kTime, outer}));
    must(move(*m_b, m_home->sofie, {kMine, fresh, {outer}}, true));
    must(withdraw(*m_b, m_home->sofie, {kMine, old, {outer}}));
    meet();
    QCOMPARE(entry(*m_b, m_home->sofie, outer, kTime).state, ItemState::Removed);
    QVERIFY(must((*m_a)->waiting(m_home->mette)).empty());
}

void TestPlanGroups::whatIsTakenOutIsNotWrittenIn()
{
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId id = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At gå");
    must(withdraw(*m_a, m_home->sofie, {kTime, outer}));
    QCOMPARE(write(*m_a, m_home->sofie, {"gang.start.indefra", outer}, "x").error().code(),
             Errc::Unsupported);
    QCOMPARE(write(*m_a, m_home->sofie, {"gang.dit.hvad", id, {outer}}, "x").error().code(),
             Errc::Unsupported);
    const auto gone = inner(*m_a, m_home->sofie, outer, kMine);
    QVERIFY(!gone.mayAdd);
    QVERIFY(!gone.entries.at(0).mayWithdraw);
    QCOMPARE((*m_a)->newEntry(m_home->sofie.person, m_home->sofie, kGroupPlan, kMine, {outer}).error().code(),
             Errc::Unsupported);
}

void TestPlanGroups::twoVersionsInWhatIsTakenOutWaitNoMore()
{
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId id = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At gå");
    meet();
    const FieldAt at("gang.dit.hvad", id, {outer});
    must(write(*m_a, m_home->sofie, at, "At gå hurtigt"));
    must(write(*m_b, m_home->sofie, at, "At gå langsomt"));
    meet();
    QCOMPARE(must((*m_a)->waiting(m_home->mette)).size(), std::size_t(1));
    must(withdraw(*m_a, m_home->sofie, {kTime, outer}));
    meet();
    QVERIFY(must((*m_a)->waiting(m_home->mette)).empty());
    QVERIFY(must((*m_b)->waiting(m_home->mette)).empty());
}

void TestPlanGroups::theOrderIsTheSameOnBothTablets()
{
    std::vector<EntityId> ids;
    for (const char *name : {"1", "2", "3"}) {
        ids.push_back(addCall(*m_a, name));
    }
    QCOMPARE(words(*m_a), (QStringList{"1", "2", "3"}));
    meet();
    must(move(*m_a, m_home->sofie, {kCall, ids[2]}, true));
    QCOMPARE(words(*m_a), (QStringList{"1", "3", "2"}));
    must(move(*m_b, m_home->sofie, {kCall, ids[0]}, false));
    meet();
    QCOMPARE(words(*m_b), words(*m_a));
    QCOMPARE(words(*m_a).size(), 3);
    // Entries in an entry have an order of their own.
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId x = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "x");
    const EntityId y = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "y");
    must(move(*m_a, m_home->sofie, {kMine, y, {outer}}, true));
    meet();
    const auto inside = inner(*m_b, m_home->sofie, outer, kMine).entries;
    QCOMPARE(inside.at(0).id, y);
    QCOMPARE(inside.at(1).id, x);
}

void TestPlanGroups::staffNeverTakeOutTheResidentsWords()
{
    const EntityId call = addCall(*m_a, "Ida");
    QVERIFY(!entry(*m_a, m_home->mette, call).mayWithdraw);
    QVERIFY(!entry(*m_a, m_home->mette, call).mayMove);
    QCOMPARE(withdraw(*m_a, m_home->mette, {kCall, call}).error().code(), Errc::NotAllowed);
    QCOMPARE(move(*m_a, m_home->mette, {kCall, call}, true).error().code(), Errc::NotAllowed);
    // Staff's own entry, until the resident has said something in it.
    const EntityId outer = add(*m_a, m_home->mette, kTime, {}, "gang.dato", "2026-11-20");
    const EntityId ours = add(*m_a, m_home->mette, kOurs, {outer}, "gang.vores.hvad", "Sad hos hende");
    const FieldAt at(kOurs, ours, {outer});
    QVERIFY(inner(*m_a, m_home->mette, outer, kOurs).entries.at(0).mayWithdraw);
    must(withdraw(*m_a, m_home->mette, at));
    must(bringBack(*m_a, m_home->mette, at));
    QVERIFY(entry(*m_a, m_home->mette, outer, kTime).mayWithdraw); // nobody's, and all of it is staff's
    static_cast<void>(plan(*m_a, m_home->sofie));
    must((*m_a)->chooseInField(m_home->sofie.person, m_home->sofie, kGroupPlan,
                               {"gang.vores.hjalp.indefra", ours, {outer}}, {"nej", "Det hjalp ikke"}));
    must((*m_a)->leavePlan(m_home->sofie.person, m_home->sofie, kGroupPlan));
    QVERIFY(!inner(*m_a, m_home->mette, outer, kOurs).entries.at(0).mayWithdraw);
    QCOMPARE(withdraw(*m_a, m_home->mette, at).error().code(), Errc::NotAllowed);
    QCOMPARE(withdraw(*m_a, m_home->mette, {kTime, outer}).error().code(), Errc::NotAllowed);
    // The resident takes out nobody's list's entries, not staff's.
    QCOMPARE(withdraw(*m_a, m_home->sofie, at).error().code(), Errc::NotAllowed);
    must(withdraw(*m_a, m_home->sofie, {kTime, outer}));
}

void TestPlanGroups::eachAddsToTheirOwn()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    QVERIFY(!inner(*m_a, m_home->sofie, outer, kOurs).mayAdd);
    QVERIFY(inner(*m_a, m_home->mette, outer, kOurs).mayAdd);
    QCOMPARE((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kOurs, {outer}).error().code(),
             Errc::NotAllowed);
    // Not by way of a field of their own in it, either.
    const auto chosen = (*m_a)->chooseInField(sofie, m_home->sofie, kGroupPlan,
                                              {"gang.vores.hjalp.indefra", filled<EntityId>(0x77), {outer}},
                                              {"ja", "Det hjalp"});
    QCOMPARE(chosen.error().code(), Errc::NotAllowed);
    QCOMPARE((*m_a)->newEntry(sofie, m_home->lone, kGroupPlan, kCall).error().code(), Errc::NotAllowed);
}

void TestPlanGroups::staffMayBeginInTheResidentsList()
{
    const EntityId id = add(*m_a, m_home->mette, kCall, {}, "ring.note.udefra", "Spørg om søsteren");
    meet();
    const auto shown = entry(*m_b, m_home->sofie, id);
    QCOMPARE(shown.begun->author, m_home->sofie.person);  // her list
    QCOMPARE(shown.begun->enterer, m_home->mette.person); // … begun by
    QCOMPARE(fieldIn(shown, "ring.note.udefra")->view.versions.at(0).author, m_home->mette.person);
    QVERIFY(!entry(*m_b, m_home->mette, id).mayWithdraw); // it stands in the resident's list
    must(withdraw(*m_b, m_home->sofie, {kCall, id}));
    meet();
    QCOMPARE(entry(*m_a, m_home->sofie, id).state, ItemState::Removed);
}

void TestPlanGroups::twoHundredEntriesAndNoMore()
{
    const PersonId &sofie = m_home->sofie.person;
    EntityId last;
    for (std::size_t i = 0; i < limits::kListEntriesMax; ++i) {
        last = addCall(*m_a, std::to_string(i));
        QCOMPARE(group(*m_a, m_home->sofie).full, i + 1 == limits::kListEntriesMax);
    }
    QCOMPARE((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kCall).error().code(), Errc::TooLarge);
    QCOMPARE(write(*m_a, m_home->sofie, {"ring.navn", filled<EntityId>(0x66)}, "En til").error().code(),
             Errc::TooLarge);
    must(withdraw(*m_a, m_home->sofie, {kCall, last}));
    addCall(*m_b, "fra den anden tablet");
    const EntityId begun = must((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kCall));
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.navn", begun}, "igen"));
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"ring.til", begun},
                           "2027-01-01")); // counts once
    QCOMPARE((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kCall).error().code(), Errc::TooLarge);
    QCOMPARE(must((*m_a)->leavePlan(sofie, m_home->sofie, kGroupPlan)), 2);
    meet(); // two tablets that had not met: nothing is thrown away
    QCOMPARE(words(*m_a).size(), static_cast<int>(limits::kListEntriesMax) + 1);
    QCOMPARE(words(*m_b), words(*m_a));
}

void TestPlanGroups::whatIsNoEntryIsRefused()
{
    const PersonId &sofie = m_home->sofie.person;
    const EntityId call = addCall(*m_a, "Ida");
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    const EntityId other = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Et brev");
    const EntityId id = add(*m_a, m_home->sofie, kMine, {outer}, "gang.dit.hvad", "At gå");
    const EntityId entity = plan(*m_a, m_home->sofie).entity;
    const EntityId none = filled<EntityId>(0x55);
    const auto edit = [&](const FieldAt &at) {
        return (*m_a)->editField(sofie, m_home->sofie, kGroupPlan, at, "x").error().code();
    };
    const auto added = [&](const std::string &linkId, const std::vector<EntityId> &within) {
        return (*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, linkId, within).error().code();
    };
    QCOMPARE(edit({"ring.navn"}), Errc::Unsupported);                // of which entry?
    QCOMPARE(edit({"ring"}), Errc::NotFound);                        // no field
    QCOMPARE(edit({"gang.dit.hvad", id}), Errc::Unsupported);        // in which one?
    QCOMPARE(edit({"ring.navn", call, {outer}}), Errc::Unsupported); // too many
    QCOMPARE(edit({"ring.navn", entity}), Errc::Unsupported);
    QCOMPARE(edit({"ring.navn", outer}), Errc::BadArgument);           // of another group
    QCOMPARE(edit({"gang.dit.hvad", id, {other}}), Errc::BadArgument); // in another entry
    QCOMPARE(edit({"gang.dit.hvad", id, {none}}), Errc::BadArgument);
    QCOMPARE(edit({"sagt.indefra", call}), Errc::Unsupported);
    QCOMPARE(added("gang.foerst", {}), Errc::Unsupported);
    QCOMPARE(added(kMine, {}), Errc::Unsupported);
    QCOMPARE(added(kMine, {call}), Errc::BadArgument);
    QCOMPARE(added("findes-ikke", {}), Errc::NotFound);
    QCOMPARE(withdraw(*m_a, m_home->sofie, {kMine, id, {other}}).error().code(), Errc::BadArgument);
    QCOMPARE(withdraw(*m_a, m_home->sofie, {"gang.dit.hvad", id, {outer}}).error().code(), Errc::Unsupported);
    const FieldAt misplaced("gang.dit.hvad", id, {other});
    const auto settled = (*m_a)->resolve(sofie, m_home->sofie, kGroupPlan, misplaced,
                                         wire::v1::RESOLUTION_KEEP_BOTH, {}, {}, {merge::Head()});
    QCOMPARE(settled.error().code(), Errc::BadArgument);
    // What is being written in one is not written in another.
    static_cast<void>(plan(*m_a, m_home->sofie));
    const EntityId begun = must((*m_a)->newEntry(sofie, m_home->sofie, kGroupPlan, kMine, {outer}));
    must((*m_a)->editField(sofie, m_home->sofie, kGroupPlan, {"gang.dit.hvad", begun, {outer}}, "At"));
    QCOMPARE(edit({"gang.dit.hvad", begun, {other}}), Errc::BadArgument);
    QCOMPARE(move(*m_a, m_home->sofie, {kTime, call}, true).error().code(), Errc::BadArgument);
}

void TestPlanGroups::threeWeeksOfBothTabletsConverge()
{
    std::uint64_t seed = 2026;
    const auto dice = [&](std::size_t sides) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(seed >> 33) % sides;
    };
    const EntityId outer = add(*m_a, m_home->sofie, kTime, {}, "gang.start.indefra", "Larm");
    meet();
    std::set<EntityId> ever;
    for (int day = 0; day < 21; ++day) {
        for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
            for (int deed = 0; deed < 4; ++deed) {
                const bool outside = dice(6) == 0;
                const auto folder = entry(*tablet, m_home->sofie, outer, kTime);
                const std::string text = std::to_string(day) + "." + std::to_string(deed);
                if (outside && folder.state == ItemState::Live) {
                    must(withdraw(*tablet, m_home->sofie, {kTime, outer}));
                    continue;
                }
                if (folder.state != ItemState::Live) {
                    must(bringBack(*tablet, m_home->sofie, {kTime, outer}));
                    continue;
                }
                const auto entries = groupIn(folder.groups, kMine)->entries;
                if (entries.empty() || dice(3) == 0) {
                    ever.insert(add(*tablet, m_home->sofie, kMine, {outer}, "gang.dit.hvad", text));
                    continue;
                }
                const auto &one = entries[dice(entries.size())];
                const FieldAt at(kMine, one.id, {outer});
                const FieldAt words("gang.dit.hvad", one.id, {outer});
                const std::size_t kind = dice(5);
                if (one.state == ItemState::Removed) {
                    must(bringBack(*tablet, m_home->sofie, at));
                } else if (kind == 0) {
                    must(withdraw(*tablet, m_home->sofie, at));
                } else if (kind == 1 && fieldIn(one, words.linkId)->view.state == RegisterState::One) {
                    must(write(*tablet, m_home->sofie, words, text));
                } else {
                    must(move(*tablet, m_home->sofie, at, kind % 2 == 0));
                }
            }
        }
        if (day % 2 == 0) {
            meet();
        }
    }
    meet();
    const auto onA = entry(*m_a, m_home->sofie, outer, kTime);
    const auto onB = entry(*m_b, m_home->sofie, outer, kTime);
    QCOMPARE(onB.state, onA.state);
    const auto &a = groupIn(onA.groups, kMine)->entries;
    const auto &b = groupIn(onB.groups, kMine)->entries;
    QCOMPARE(a.size(), ever.size()); // none is gone
    QCOMPARE(b.size(), a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        QCOMPARE(b[i].id, a[i].id);
        QCOMPARE(b[i].state, a[i].state);
        QCOMPARE(wordsIn(b[i], "gang.dit.hvad"), wordsIn(a[i], "gang.dit.hvad"));
    }
    QCOMPARE(must((*m_a)->waiting(m_home->mette)).size(), must((*m_b)->waiting(m_home->mette)).size());
}

QTEST_GUILESS_MAIN(TestPlanGroups)
#include "tst_plan_groups.moc"
