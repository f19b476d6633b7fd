// Two people write in one resident's plans at the same time, on two tablets without network, in every way
// there is; then both tablets fetch. Each time both show the same, whoever is to be asked is asked, a person
// settles it, and the history has every word with whose it is and whose hand wrote it. Nine ways, twelve
// times each.
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace trivsel;
using namespace trivsel::test;
using engine::EntryShown;
using engine::FieldAt;
using engine::FieldShown;
using merge::ItemState;
using merge::RegisterState;
using wire::v1::Resolution;

namespace {

constexpr int kRounds = 12;
const std::string kStaffProse = "god.tegn.udefra"; // may be put together
const std::string kStaffShort = "aftaler.udefra";  // never
const std::string kMyEntries = "hjaelper.indefra";
const std::string kStaffEntries = "hjaelper.udefra";

/** One line of a field's history. */
struct Line
{
    std::string text;
    Resolution resolution = wire::v1::RESOLUTION_NONE;
    PersonId author;
    PersonId enterer;

    auto operator<=>(const Line &) const = default;
};

/** Another round; none after a first failure. */
bool isGoingWell(int round)
{
    return round < kRounds && !QTest::currentTestFailed();
}

std::string numbered(const std::string &text, int round)
{
    return text + " (" + std::to_string(round) + ")";
}

} // namespace

class TestConcurrentEdits : public QObject, TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theSameWord();
    void theSameSentence();
    void neighbouringSentences();
    void theOrderOfAList();
    void addingAndTakingOut();
    void takingOutWhatTheOtherEdits();
    void bothVoicesInOneField();
    void settlingOnBoth();
    void anEditThatComesAfterItWasSettled();

private:
    struct Hand
    {
        Who who;
        std::string text;
    };
    void meet();
    [[nodiscard]] std::array<EngineTablet *, 2> both() const { return {m_a.get(), m_b.get()}; }
    [[nodiscard]] EngineTablet &turn(int round) const { return round % 2 == 0 ? *m_a : *m_b; }
    [[nodiscard]] FieldShown field(EngineTablet &tablet, const std::string &linkId) const;
    [[nodiscard]] bool isAsked(EngineTablet &tablet, const std::string &linkId) const;
    /** Opens the plan, writes, leaves; the line is expected in the history from now on. */
    void say(EngineTablet &tablet, const Hand &hand, const std::string &linkId);
    /** One text, on both tablets. */
    void begin(int round, const Hand &hand, const std::string &linkId);
    void collide(const Hand &onA, const Hand &onB, const std::string &linkId);
    [[nodiscard]] Status decide(EngineTablet &tablet, const Hand &hand, const std::string &linkId,
                                Resolution how, std::size_t version = 0);
    /** The same, which must work. The text that stands afterwards; empty when both do. */
    std::string settle(EngineTablet &tablet, const Hand &hand, const std::string &linkId, Resolution how,
                       std::size_t version = 0);
    /** In one of the ways there are, another each time. */
    void settleInTurn(int round, const Who &who, const std::string &linkId);
    void bothShow(const std::string &linkId, RegisterState state, std::vector<std::string> texts, bool asked);
    void trailIsWhole(const std::string &linkId);
    void sameOnBoth();

    EntityId addEntry(EngineTablet &tablet, const Hand &hand, const std::string &linkId) const;
    [[nodiscard]] std::vector<EntryShown> entries(EngineTablet &tablet, const std::string &linkId) const;
    [[nodiscard]] EntryShown entry(EngineTablet &tablet, const std::string &linkId, const EntityId &id) const;

    PersonId m_sofie;
    std::map<std::string, std::vector<Line>> m_said; // by field: what was ever said in it
};

void TestConcurrentEdits::init()
{
    makeAnew();
    m_sofie = m_home->sofie.person;
    m_said.clear();
    for (EngineTablet *tablet : both()) {
        tablet->use(catalogueWithLists());
        tablet->reopen();
    }
    meet();
}

void TestConcurrentEdits::cleanup()
{
    sameOnBoth();
}

void TestConcurrentEdits::meet()
{
    for (EngineTablet *tablet : {m_a.get(), m_b.get(), m_a.get()}) {
        const Run done = run(*tablet);
        QVERIFY(done.ok());
        QVERIFY(done.progress.upToDate);
    }
}

FieldShown TestConcurrentEdits::field(EngineTablet &tablet, const std::string &linkId) const
{
    const auto plan = must(tablet->openPlan(m_sofie, m_home->mette, kPlan));
    const auto found = std::find_if(plan.fields.begin(), plan.fields.end(),
                                    [&](const auto &one) { return one.linkId == linkId; });
    return found == plan.fields.end() ? FieldShown() : *found;
}

bool TestConcurrentEdits::isAsked(EngineTablet &tablet, const std::string &linkId) const
{
    const auto waiting = must(tablet->waiting(m_home->mette));
    return std::any_of(waiting.begin(), waiting.end(), [&](const auto &one) { return one.linkId == linkId; });
}

void TestConcurrentEdits::say(EngineTablet &tablet, const Hand &hand, const std::string &linkId)
{
    must(tablet->openPlan(m_sofie, hand.who, kPlan));
    must(tablet->editField(m_sofie, hand.who, kPlan, linkId, hand.text));
    QCOMPARE(must(tablet->leavePlan(m_sofie, hand.who, kPlan)), 1);
    const PersonId author = linkId == kInside ? m_sofie : hand.who.person;
    m_said[linkId].push_back({hand.text, wire::v1::RESOLUTION_NONE, author, hand.who.person});
}

void TestConcurrentEdits::begin(int round, const Hand &hand, const std::string &linkId)
{
    say(turn(round), hand, linkId);
    meet();
    bothShow(linkId, RegisterState::One, {hand.text}, false);
}

void TestConcurrentEdits::collide(const Hand &onA, const Hand &onB, const std::string &linkId)
{
    say(*m_a, onA, linkId);
    say(*m_b, onB, linkId);
    meet();
}

Status TestConcurrentEdits::decide(EngineTablet &tablet, const Hand &hand, const std::string &linkId,
                                   Resolution how, std::size_t version)
{
    const auto view = field(tablet, linkId).view;
    must(tablet->openPlan(m_sofie, hand.who, kPlan));
    const auto chosen =
        how == wire::v1::RESOLUTION_CHOOSE ? std::optional(view.versions.at(version).dot) : std::nullopt;
    return tablet->resolve(m_sofie, hand.who, kPlan, linkId, how, chosen, chosen ? std::string() : hand.text,
                           view.heads);
}

std::string TestConcurrentEdits::settle(EngineTablet &tablet, const Hand &hand, const std::string &linkId,
                                        Resolution how, std::size_t version)
{
    std::string stands = hand.text;
    if (how == wire::v1::RESOLUTION_CHOOSE) {
        stands = field(tablet, linkId).view.versions.at(version).op.text();
    }
    must(decide(tablet, hand, linkId, how, version));
    const PersonId author = linkId == kInside ? m_sofie : hand.who.person;
    m_said[linkId].push_back({stands, how, author, hand.who.person});
    return stands;
}

void TestConcurrentEdits::settleInTurn(int round, const Who &who, const std::string &linkId)
{
    EngineTablet &tablet = turn(round / 2);
    std::vector<std::string> two;
    for (const auto &version : field(tablet, linkId).view.versions) {
        two.push_back(version.op.text());
    }
    std::string stands;
    switch (round % 4) {
    case 0:
    case 1:
        stands = settle(tablet, {who, {}}, linkId, wire::v1::RESOLUTION_CHOOSE,
                        static_cast<std::size_t>(round % 4));
        break;
    case 2:
        stands =
            settle(tablet, {who, numbered("Skrevet på ny", round)}, linkId, wire::v1::RESOLUTION_REWRITE);
        break;
    default:
        settle(tablet, {who, {}}, linkId, wire::v1::RESOLUTION_TALK);
        meet();
        bothShow(linkId, RegisterState::Talk, two, true);
        settle(tablet, {who, {}}, linkId, wire::v1::RESOLUTION_KEEP_BOTH);
        meet();
        bothShow(linkId, RegisterState::KeptBoth, two, false);
        stands = settle(tablet, {who, numbered("Begge dele", round)}, linkId, wire::v1::RESOLUTION_REWRITE);
        break;
    }
    meet();
    bothShow(linkId, RegisterState::One, {stands}, false);
    trailIsWhole(linkId);
}

void TestConcurrentEdits::bothShow(const std::string &linkId, RegisterState state,
                                   std::vector<std::string> texts, bool asked)
{
    std::sort(texts.begin(), texts.end());
    for (EngineTablet *tablet : both()) {
        const auto view = field(*tablet, linkId).view;
        QCOMPARE(view.state, state);
        std::vector<std::string> shown;
        for (const auto &version : view.versions) {
            shown.push_back(version.op.text());
        }
        std::sort(shown.begin(), shown.end());
        QCOMPARE(shown, texts);
        QCOMPARE(isAsked(*tablet, linkId), asked);
    }
}

void TestConcurrentEdits::trailIsWhole(const std::string &linkId)
{
    std::vector<Line> expected = m_said[linkId];
    std::sort(expected.begin(), expected.end());
    std::vector<Dot> orders[2];
    for (std::size_t at = 0; at < 2; ++at) {
        std::vector<Line> lines;
        for (const auto &version : must((*both()[at])->history(m_sofie, m_home->mette, kPlan, linkId))) {
            lines.push_back({version.op.text(), version.op.resolution(), version.author, version.enterer});
            orders[at].push_back(version.dot);
        }
        std::sort(lines.begin(), lines.end());
        QVERIFY(lines == expected);
    }
    QVERIFY(orders[0] == orders[1]);
}

void TestConcurrentEdits::sameOnBoth()
{
    const auto a = must((*m_a)->state());
    const auto b = must((*m_b)->state());
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        QVERIFY(a[i].stream == b[i].stream && a[i].fold == b[i].fold);
        QVERIFY(a[i].setHash == b[i].setHash && a[i].setHash == must(m_server->setHash(a[i].stream)));
    }
}

void TestConcurrentEdits::theSameWord()
{
    for (int round = 0; isGoingWell(round); ++round) {
        begin(round, {m_home->mette, numbered("Om eftermiddagen går hun en tur ved åen.", round)},
              kStaffProse);
        const std::string onA = numbered("Om eftermiddagen går hun en tur ved havet.", round);
        const std::string onB = numbered("Om eftermiddagen går hun en tur ved skoven.", round);
        collide({m_home->mette, onA}, {m_home->ali, onB}, kStaffProse);
        bothShow(kStaffProse, RegisterState::Two, {onA, onB}, true);
        settleInTurn(round, round % 3 == 0 ? m_home->ali : m_home->mette, kStaffProse);
    }
}

void TestConcurrentEdits::theSameSentence()
{
    for (int round = 0; isGoingWell(round); ++round) {
        begin(round, {m_home->ali, numbered("Hun laver selv kaffe i køkkenet hver eneste morgen.", round)},
              kStaffProse);
        const std::string onA = numbered("Hun laver næsten selv kaffe i køkkenet hver eneste morgen.", round);
        const std::string onB = numbered("Hun laver selv stærk kaffe i køkkenet hver eneste morgen.", round);
        collide({m_home->mette, onA}, {m_home->ali, onB}, kStaffProse);
        bothShow(kStaffProse, RegisterState::Two, {onA, onB}, true);
        settleInTurn(round, m_home->mette, kStaffProse);
    }
}

void TestConcurrentEdits::neighbouringSentences()
{
    for (int round = 0; isGoingWell(round); ++round) {
        begin(round, {m_home->mette, numbered("Hun står tidligt op. Hun taler gerne med andre.", round)},
              kStaffProse);
        const std::string onA = numbered("Hun står meget tidligt op. Hun taler gerne med andre.", round);
        const std::string onB = numbered("Hun står tidligt op. Hun taler altid gerne med andre.", round);
        const std::string together =
            numbered("Hun står meget tidligt op. Hun taler altid gerne med andre.", round);
        collide({m_home->mette, onA}, {m_home->ali, onB}, kStaffProse);
        bothShow(kStaffProse, RegisterState::Merged, {onA, onB}, false); // both originals are there
        for (EngineTablet *tablet : both()) {
            QCOMPARE(field(*tablet, kStaffProse).view.mergedText, together);
        }
        trailIsWhole(kStaffProse); // what was put together is nobody's line
        const Hand on{m_home->ali, together + " Altid."};
        say(turn(round), on, kStaffProse);
        meet();
        bothShow(kStaffProse, RegisterState::One, {on.text}, false);
        trailIsWhole(kStaffProse);
    }
}

EntityId TestConcurrentEdits::addEntry(EngineTablet &tablet, const Hand &hand,
                                       const std::string &linkId) const
{
    must(tablet->openPlan(m_sofie, hand.who, kListPlan));
    const EntityId id = must(tablet->newEntry(m_sofie, hand.who, kListPlan, linkId));
    must(tablet->editField(m_sofie, hand.who, kListPlan, {linkId, id}, hand.text));
    must(tablet->leavePlan(m_sofie, hand.who, kListPlan));
    return id;
}

std::vector<EntryShown> TestConcurrentEdits::entries(EngineTablet &tablet, const std::string &linkId) const
{
    for (const auto &list : must(tablet->openPlan(m_sofie, m_home->mette, kListPlan)).lists) {
        if (list.linkId == linkId) {
            return list.entries;
        }
    }
    return {};
}

EntryShown TestConcurrentEdits::entry(EngineTablet &tablet, const std::string &linkId,
                                      const EntityId &id) const
{
    const auto all = entries(tablet, linkId);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.id == id; });
    return found == all.end() ? EntryShown() : *found;
}

void TestConcurrentEdits::theOrderOfAList()
{
    const Who &sofie = m_home->sofie;
    std::vector<EntityId> ids;
    for (const char *text : {"At male", "At gå tur", "At sove", "At ringe"}) {
        ids.push_back(addEntry(*m_a, {sofie, text}, kMyEntries));
    }
    meet();
    const auto order = [&](EngineTablet &tablet) {
        std::vector<EntityId> shown;
        for (const EntryShown &one : entries(tablet, kMyEntries)) {
            shown.push_back(one.id);
        }
        return shown;
    };
    const auto move = [&](EngineTablet &tablet, std::size_t which, bool up) {
        must(tablet->openPlan(m_sofie, sofie, kListPlan));
        must(tablet->moveEntry(m_sofie, sofie, kListPlan, {kMyEntries, ids.at(which % ids.size())}, up));
    };
    int moved = 0;
    for (std::size_t round = 0; isGoingWell(static_cast<int>(round)); ++round) {
        const auto before = order(*m_a);
        move(*m_a, round, round % 2 == 0); // every third time the same one, in opposite directions
        move(*m_b, round % 3 == 0 ? round : round + 1, round % 2 != 0);
        meet();
        const auto after = order(*m_a);
        QVERIFY(after == order(*m_b));
        QCOMPARE(std::set(after.begin(), after.end()), std::set(ids.begin(), ids.end()));
        QVERIFY(!isAsked(*m_a, kMyEntries)); // nobody's words are in it
        moved += after != before ? 1 : 0;
    }
    QVERIFY(moved > kRounds / 2);
}

void TestConcurrentEdits::addingAndTakingOut()
{
    const Who &sofie = m_home->sofie;
    for (int round = 0; isGoingWell(round); ++round) {
        const EntityId old = addEntry(turn(round), {sofie, numbered("At male", round)}, kMyEntries);
        meet();
        const EntityId onA = addEntry(*m_a, {sofie, numbered("Fra stuen", round)}, kMyEntries);
        const EntityId onB = addEntry(*m_b, {sofie, numbered("Fra køkkenet", round)}, kMyEntries);
        must((*m_b)->openPlan(m_sofie, sofie, kListPlan));
        must((*m_b)->withdrawEntry(m_sofie, sofie, kListPlan, {kMyEntries, old}));
        meet();
        for (EngineTablet *tablet : both()) {
            QCOMPARE(entry(*tablet, kMyEntries, old).state, ItemState::Removed); // and still to be read
            QCOMPARE(merge::textOf(entry(*tablet, kMyEntries, old).words.view), numbered("At male", round));
            QCOMPARE(entry(*tablet, kMyEntries, onA).state, ItemState::Live);
            QCOMPARE(entry(*tablet, kMyEntries, onB).state, ItemState::Live);
            QCOMPARE(entries(*tablet, kMyEntries).size(), std::size_t(3 * (round + 1)));
            QVERIFY(!isAsked(*tablet, kMyEntries));
            const auto trail = must((*tablet)->history(m_sofie, sofie, kListPlan, {kMyEntries, old}));
            QCOMPARE(trail.size(), std::size_t(2));
            QVERIFY(trail[1].op.remove() && trail[1].enterer == m_sofie);
        }
    }
}

void TestConcurrentEdits::takingOutWhatTheOtherEdits()
{
    const Who &mette = m_home->mette;
    const Who &ali = m_home->ali;
    for (int round = 0; isGoingWell(round); ++round) {
        const EntityId id = addEntry(turn(round), {mette, numbered("Ro i stuen", round)}, kStaffEntries);
        const FieldAt at(kStaffEntries, id);
        meet();
        EngineTablet &out = turn(round);
        EngineTablet &edits = turn(round + 1);
        must(out->openPlan(m_sofie, mette, kListPlan));
        must(out->withdrawEntry(m_sofie, mette, kListPlan, at));
        must(edits->openPlan(m_sofie, ali, kListPlan));
        must(edits->editField(m_sofie, ali, kListPlan, at, numbered("Ro i hele huset", round)));
        must(edits->leavePlan(m_sofie, ali, kListPlan));
        meet();
        for (EngineTablet *tablet : both()) {
            const EntryShown shown = entry(*tablet, kStaffEntries, id);
            QCOMPARE(shown.state, ItemState::RemovedButEdited);
            QCOMPARE(merge::textOf(shown.words.view), numbered("Ro i hele huset", round));
            QVERIFY(isAsked(*tablet, kStaffEntries));
        }
        EngineTablet &settles = turn(round / 2);
        const bool back = round % 2 == 0;
        must(settles->openPlan(m_sofie, ali, kListPlan));
        must(back ? settles->bringBackEntry(m_sofie, ali, kListPlan, at)
                  : settles->withdrawEntry(m_sofie, ali, kListPlan, at));
        meet();
        for (EngineTablet *tablet : both()) {
            const ItemState settled = entry(*tablet, kStaffEntries, id).state;
            QCOMPARE(settled, back ? ItemState::Live : ItemState::Removed);
            QVERIFY(!isAsked(*tablet, kStaffEntries));
            const auto trail = must((*tablet)->history(m_sofie, mette, kListPlan, at));
            QCOMPARE(trail.size(), std::size_t(4));
            QCOMPARE(trail[0].enterer, mette.person);
            QCOMPARE(trail[3].enterer, ali.person);
            QCOMPARE(trail[3].op.remove(), !back);
        }
    }
}

void TestConcurrentEdits::bothVoicesInOneField()
{
    const Who &sofie = m_home->sofie;
    const Who &mette = m_home->mette;
    for (int round = 0; isGoingWell(round); ++round) {
        begin(round, {sofie, numbered("Jeg kan godt lide ro.", round)}, kInside);
        const std::string own = numbered("Jeg kan godt lide ro om aftenen.", round);
        const std::string heard = numbered("Jeg kan godt lide ro og musik.", round);
        say(*m_b, {mette, numbered("Vi ser, at hun holder af ro.", round)}, "mig.udefra");
        collide({sofie, own}, {mette, heard}, kInside);
        bothShow(kInside, RegisterState::Two, {own, heard}, true);
        bothShow("mig.udefra", RegisterState::One, {numbered("Vi ser, at hun holder af ro.", round)}, false);
        for (const Resolution how : {wire::v1::RESOLUTION_CHOOSE, wire::v1::RESOLUTION_REWRITE}) {
            const Status done = decide(turn(round), {mette, "Mette ved det bedst."}, kInside, how);
            QVERIFY(!done);
            QCOMPARE(done.error().code(), Errc::NotAllowed);
        }
        settleInTurn(round, sofie, kInside);
        trailIsWhole("mig.udefra");
    }
}

void TestConcurrentEdits::settlingOnBoth()
{
    const Who &mette = m_home->mette;
    const Who &ali = m_home->ali;
    for (int round = 0; isGoingWell(round); ++round) {
        begin(round, {mette, numbered("Vi ses mandag.", round)}, kStaffShort);
        const std::string onA = numbered("Vi ses tirsdag.", round);
        const std::string onB = numbered("Vi ses onsdag.", round);
        collide({mette, onA}, {ali, onB}, kStaffShort);
        bothShow(kStaffShort, RegisterState::Two, {onA, onB}, true);
        const bool agree = round % 3 == 0;
        const std::string first =
            settle(*m_a, {mette, {}}, kStaffShort, wire::v1::RESOLUTION_CHOOSE, agree ? 1 : 0);
        const std::string second = settle(*m_b, {ali, {}}, kStaffShort, wire::v1::RESOLUTION_CHOOSE, 1);
        meet();
        if (agree) {
            bothShow(kStaffShort, RegisterState::One, {first}, false);
        } else {
            bothShow(kStaffShort, RegisterState::Two, {first, second}, true);
            settleInTurn(round, ali, kStaffShort);
        }
        trailIsWhole(kStaffShort);
    }
}

void TestConcurrentEdits::anEditThatComesAfterItWasSettled()
{
    const Who &mette = m_home->mette;
    const Who &ali = m_home->ali;
    for (int round = 0; isGoingWell(round); ++round) {
        begin(round, {mette, numbered("Vi ses mandag.", round)}, kStaffShort);
        const std::string onB = numbered("Vi ses onsdag.", round);
        say(*m_b, {ali, onB}, kStaffShort);
        QVERIFY(run(*m_b).ok());
        // From here on B is on a walk.
        say(*m_a, {mette, numbered("Vi ses tirsdag.", round)}, kStaffShort);
        QVERIFY(run(*m_a).ok());
        const std::string settled =
            settle(*m_a, {mette, numbered("Vi ses både tirsdag og onsdag.", round)}, kStaffShort,
                   round % 2 == 0 ? wire::v1::RESOLUTION_REWRITE : wire::v1::RESOLUTION_CHOOSE);
        QVERIFY(run(*m_a).ok());
        const std::string late = numbered("Vi ses onsdag klokken 8.", round);
        say(*m_b, {ali, late}, kStaffShort);
        meet();
        bothShow(kStaffShort, RegisterState::Two, {settled, late}, true);
        settleInTurn(round, mette, kStaffShort);
    }
}

QTEST_GUILESS_MAIN(TestConcurrentEdits)
#include "tst_concurrent_edits.moc"
