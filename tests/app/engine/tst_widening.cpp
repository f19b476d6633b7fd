// Letting more people read a saved answer: one answer all the same, by its resident alone.
#include "proto/domain/given.h"
#include "proto/domain/remove_item.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using engine::ResponseShown;

namespace {
constexpr std::int64_t kDayMs = 86'400'000;
using Kinds = std::vector<StreamKind>;
} // namespace

class TestWidening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theTeamReadsItWithTheDayOnWhichItWasGiven();
    void itIsOneAnswerForWhoReadsBoth();
    void fortrydLeavesNothing();
    void whatGoesOfOthersLeavesFortryd();
    void whatWasSaidIsDoneAfterAStop();
    void anotherChoiceTakesTheFirstOnesPlace();
    void nobodyElseWidens();
    void itOnlyEverGetsWider();
    void whatIsNotThereIsNotWidened();
    void kunMigGoesToTheTeam();
    void takingItBackTakesBackEveryCopy();
    void takenBackBeforeThePageIsLeftIsNotCopied();
    void twoTabletsAtOnceShowOneAnswer();
    void takenBackThereAndWidenedHereIsTakenBack();
    void whoWroteItDownStandsThereAsWell();
    void whatStandsElsewhereIsNotTakenBackByHalf();
    void itWaitsForOneReply();
    void aForeignCopySaysNothing();

private:
    EntityId answer(EngineTablet &tablet, StreamKind readers, const Who &enterer);
    EntityId answer(StreamKind readers) { return answer(*m_a, readers, sofie); }
    [[nodiscard]] std::vector<ResponseShown> seenBy(EngineTablet &tablet, const Who &viewer) const
    {
        return must(tablet->openResident(sofie.person, viewer)).responses;
    }
    [[nodiscard]] std::vector<ResponseShown> seenBy(const Who &viewer) const { return seenBy(*m_a, viewer); }
    Status widen(EngineTablet &tablet, const EntityId &answer, StreamKind readers)
    {
        return tablet->widenReaders(sofie.person, sofie, answer, readers);
    }
    void meetAll();
    void openOwn();

    std::unique_ptr<QTemporaryDir> m_dirA;
    std::unique_ptr<QTemporaryDir> m_dirB;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
    Who sofie, mette, ali, lone, karim;
};

void TestWidening::init()
{
    m_a.reset();
    m_b.reset();
    m_dirA = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_dirB = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    sofie = m_home->sofie;
    mette = m_home->mette;
    ali = m_home->ali;
    lone = m_home->lone;
    karim = m_home->karim;
    m_a = std::make_unique<EngineTablet>(*m_home, m_dirA->path().toStdString(), "Fællesstuen", 1);
    m_b = std::make_unique<EngineTablet>(*m_home, m_dirB->path().toStdString(), "Køkkenet", 2);
    m_home->addOwn(sofie);
    m_home->addDevice(m_a->file());
    meetAll();
}

void TestWidening::meetAll()
{
    for (int round = 0; round < 2; ++round) {
        m_home->meet(**m_a);
        m_home->meet(**m_b);
    }
}

void TestWidening::openOwn()
{
    auto outcome = engine::OwnAnswer::Outcome::Failed;
    const auto done = [&](const engine::OwnAnswer &answer) { outcome = answer.outcome; };
    const seal::Pictures pictures{"baad", "kop", "hus"};
    if ((*m_a)->own(sofie.person).state == engine::OwnState::NotSet) {
        (*m_a)->choosePictures(sofie.person, sofie, pictures, done);
    } else {
        (*m_a)->openOwn(sofie.person, sofie, pictures, done);
    }
    QCOMPARE(outcome, engine::OwnAnswer::Outcome::Ok);
}

EntityId TestWidening::answer(EngineTablet &tablet, StreamKind readers, const Who &enterer)
{
    const auto draft = must(tablet->beginForm(sofie.person, enterer, kWellbeing, {}));
    [&] {
        QVERIFY(tablet->chooseAnswer(draft.id, "selv", "ret-godt"));
        QVERIFY(tablet->setReaders(draft.id, readers));
        QVERIFY(tablet->sendDraft(draft.id));
        QVERIFY(tablet->settleSent());
    }();
    return EntityId{draft.id.data};
}

void TestWidening::theTeamReadsItWithTheDayOnWhichItWasGiven()
{
    const EntityId id = answer(StreamKind::Chosen);
    const ResponseShown given = seenBy(sofie).at(0);
    QVERIFY(seenBy(ali).empty()); // of the team, not chosen
    m_a->nowMs += 3 * kDayMs;
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY(seenBy(ali).empty()); // the page still stands
    QVERIFY((*m_a)->settleSent());
    const auto seen = seenBy(ali);
    QCOMPARE(seen.size(), std::size_t{1});
    QCOMPARE(seen[0].id, id);
    QCOMPARE(seen[0].atMs, given.atMs);
    QCOMPARE(seen[0].lamport, given.lamport);
    QCOMPARE(seen[0].dot, given.dot);
    QCOMPARE(seen[0].url, kWellbeing);
    QCOMPARE(seen[0].answers.at(0).words, std::string("Ret godt"));
    meetAll();
    QCOMPARE(seenBy(*m_b, ali).at(0).atMs, given.atMs);
}

void TestWidening::itIsOneAnswerForWhoReadsBoth()
{
    const EntityId id = answer(StreamKind::Chosen);
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY((*m_a)->settleSent());
    meetAll();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        for (const Who &viewer : {sofie, mette}) {
            const auto seen = seenBy(*tablet, viewer);
            QCOMPARE(seen.size(), std::size_t{1});
            QCOMPARE(seen[0].standsIn, (Kinds{StreamKind::Chosen, StreamKind::Team}));
            QCOMPARE(seen[0].readers, StreamKind::Team);
        }
    }
}

void TestWidening::fortrydLeavesNothing()
{
    const EntityId id = answer(StreamKind::Chosen);
    const auto before = (*m_a)->sync().onlyHere;
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY((*m_a)->undoWiden(sofie.person, sofie, id));
    QCOMPARE((*m_a)->undoWiden(sofie.person, sofie, id).error().code(),
             Errc::NotFound); // nothing more is there
    QVERIFY((*m_a)->settleSent());
    m_a->reopen();
    QVERIFY(seenBy(ali).empty());
    QCOMPARE((*m_a)->sync().onlyHere, before);
}

/** Somebody else's stream goes from the tablet while her page stands. */
void TestWidening::whatGoesOfOthersLeavesFortryd()
{
    const EntityId id = answer(StreamKind::Chosen);
    const auto sent = must((*m_a)->beginForm(sofie.person, sofie, kWellbeing, {}));
    QVERIFY((*m_a)->chooseAnswer(sent.id, "selv", "ret-godt"));
    QVERIFY((*m_a)->sendDraft(sent.id, StreamKind::Team));
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    const auto his = must((*m_a)->beginForm(karim.person, karim, kWellbeing, {}));
    QVERIFY((*m_a)->chooseAnswer(his.id, "selv", "ret-godt"));
    QVERIFY((*m_a)->sendDraft(his.id, StreamKind::Team));
    QVERIFY((*m_a)->syncPort().noteRevoked(m_home->streamOf(karim, StreamKind::Team)));
    QCOMPARE((*m_a)->draft(his.id).error().code(), Errc::NotFound); // handed in before it goes
    QVERIFY((*m_a)->undoSend(sent.id));
    QVERIFY((*m_a)->undoWiden(sofie.person, sofie, id));
    QVERIFY((*m_a)->settleSent());
    QVERIFY(seenBy(ali).empty());
}

void TestWidening::whatWasSaidIsDoneAfterAStop()
{
    const EntityId id = answer(StreamKind::Chosen);
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    m_a->reopen(); // before the page was left
    QCOMPARE(seenBy(ali).size(), std::size_t{1});
    m_a->reopen();
    QCOMPARE(seenBy(ali).size(), std::size_t{1});
    QCOMPARE(seenBy(sofie).at(0).standsIn, (Kinds{StreamKind::Chosen, StreamKind::Team}));
}

void TestWidening::anotherChoiceTakesTheFirstOnesPlace()
{
    openOwn();
    const EntityId id = answer(StreamKind::Own);
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY(widen(*m_a, id, StreamKind::Chosen));
    QVERIFY((*m_a)->settleSent());
    QVERIFY(seenBy(ali).empty());
    QCOMPARE(seenBy(mette).size(), std::size_t{1});
}

void TestWidening::nobodyElseWidens()
{
    const EntityId id = answer(StreamKind::Chosen);
    for (const Who &who : {mette, ali, lone, karim, Who{sofie.person, merge::Role::ROLE_STAFF}}) {
        QCOMPARE((*m_a)->widenReaders(sofie.person, who, id, StreamKind::Team).error().code(),
                 Errc::NotAllowed);
        QCOMPARE((*m_a)->undoWiden(sofie.person, who, id).error().code(), Errc::NotAllowed);
    }
    QVERIFY((*m_a)->settleSent());
    QVERIFY(seenBy(ali).empty());
}

void TestWidening::itOnlyEverGetsWider()
{
    const EntityId id = answer(StreamKind::Team);
    for (const StreamKind kind : {StreamKind::Team, StreamKind::Own, StreamKind::Safety, StreamKind::Home}) {
        QCOMPARE(widen(*m_a, id, kind).error().code(), Errc::BadArgument);
    }
    QVERIFY(widen(*m_a, id, StreamKind::Chosen)); // whoever is chosen reads it too, and the team goes on
    QVERIFY((*m_a)->settleSent());
    QCOMPARE(seenBy(ali).size(), std::size_t{1});
    QCOMPARE(seenBy(sofie).at(0).standsIn, (Kinds{StreamKind::Chosen, StreamKind::Team}));
}

void TestWidening::whatIsNotThereIsNotWidened()
{
    EntityId nobody;
    nobody.data.fill(7);
    QCOMPARE(widen(*m_a, nobody, StreamKind::Team).error().code(), Errc::NotFound);
    // Karim has chosen nobody.
    QCOMPARE((*m_a)->widenReaders(karim.person, karim, nobody, StreamKind::Chosen).error().code(),
             Errc::BadArgument);
}

void TestWidening::kunMigGoesToTheTeam()
{
    openOwn();
    const EntityId id = answer(StreamKind::Own);
    QVERIFY(seenBy(mette).empty());
    openOwn(); // looking through somebody else's eyes closed it
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    (*m_a)->closeResident(); // what was said while it was open becomes a change while it still is
    QCOMPARE(seenBy(ali).size(), std::size_t{1});
    openOwn();
    QCOMPARE(seenBy(sofie).size(), std::size_t{1});
    QCOMPARE(seenBy(sofie).at(0).standsIn, (Kinds{StreamKind::Own, StreamKind::Team}));
    (*m_a)->closeResident();
    QVERIFY((*m_a)->withdraw(sofie.person, sofie, id)); // also while *kun mig* is closed
    QVERIFY(seenBy(ali).empty());
    openOwn();
    QVERIFY(seenBy(sofie).empty());
    openOwn();
    QCOMPARE(widen(*m_a, id, StreamKind::Chosen).error().code(), Errc::NotFound); // taken back is taken back
}

void TestWidening::takingItBackTakesBackEveryCopy()
{
    const EntityId id = answer(StreamKind::Chosen);
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY((*m_a)->settleSent());
    meetAll();
    QVERIFY((*m_b)->withdraw(sofie.person, sofie, id));
    meetAll();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        for (const Who &viewer : {sofie, mette, ali}) {
            QVERIFY(seenBy(*tablet, viewer).empty());
        }
    }
    for (const StreamKind kind : {StreamKind::Chosen, StreamKind::Team}) {
        QVERIFY(domain::isWithdrawn(id, m_home->fold(m_home->streamOf(sofie, kind))));
    }
    QCOMPARE((*m_a)->withdraw(sofie.person, sofie, id).error().code(), Errc::NotFound);
}

void TestWidening::takenBackBeforeThePageIsLeftIsNotCopied()
{
    const EntityId id = answer(StreamKind::Chosen);
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY((*m_a)->withdraw(sofie.person, sofie, id));
    QVERIFY((*m_a)->settleSent());
    m_a->reopen();
    QVERIFY(seenBy(ali).empty());
    QVERIFY(seenBy(sofie).empty());
}

void TestWidening::twoTabletsAtOnceShowOneAnswer()
{
    const EntityId id = answer(StreamKind::Chosen);
    meetAll();
    m_a->nowMs += kDayMs;
    m_b->nowMs += 2 * kDayMs;
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        QVERIFY(widen(*tablet, id, StreamKind::Team));
        QVERIFY((*tablet)->settleSent());
    }
    meetAll();
    QCOMPARE(seenBy(*m_a, ali).size(), std::size_t{1});
    QCOMPARE(seenBy(*m_b, ali).size(), std::size_t{1});
    QCOMPARE(seenBy(*m_a, ali)[0].atMs, seenBy(*m_b, ali)[0].atMs);
    QCOMPARE(seenBy(*m_a, sofie).size(), std::size_t{1});
    const auto team = m_home->fold(m_home->streamOf(sofie, StreamKind::Team));
    QCOMPARE(team.view(id, domain::kResponseField).versions.size(), std::size_t{1}); // not two versions
    const auto stateA = must((*m_a)->state());
    const auto stateB = must((*m_b)->state());
    for (const auto &one : stateA) {
        const auto same = std::find_if(stateB.begin(), stateB.end(),
                                       [&](const auto &other) { return other.stream == one.stream; });
        QVERIFY(same == stateB.end() || same->fold == one.fold);
    }
}

void TestWidening::takenBackThereAndWidenedHereIsTakenBack()
{
    const EntityId id = answer(StreamKind::Chosen);
    meetAll();
    QVERIFY((*m_b)->withdraw(sofie.person, sofie, id));
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY((*m_a)->settleSent());
    meetAll();
    QVERIFY(seenBy(*m_a, ali).empty()); // at once, where both streams are
    QVERIFY(seenBy(*m_b, ali).empty());
    const StreamId team = m_home->streamOf(sofie, StreamKind::Team);
    QVERIFY(!domain::isWithdrawn(id, m_home->fold(team)));
    QVERIFY(seenBy(*m_b, sofie).empty()); // her own page finishes it
    meetAll();
    QVERIFY(domain::isWithdrawn(id, m_home->fold(team)));
}

void TestWidening::whoWroteItDownStandsThereAsWell()
{
    const EntityId id = answer(*m_a, StreamKind::Chosen, mette);
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY((*m_a)->settleSent());
    const auto seen = seenBy(ali);
    QCOMPARE(seen.size(), std::size_t{1});
    QCOMPARE(seen[0].author, sofie.person);
    QCOMPARE(seen[0].enterer, mette.person);
}

void TestWidening::whatStandsElsewhereIsNotTakenBackByHalf()
{
    const EntityId id = answer(StreamKind::Chosen);
    QVERIFY(widen(*m_a, id, StreamKind::Team));
    QVERIFY((*m_a)->settleSent());
    m_home->meet(**m_a);
    // The office takes `chosen` off this tablet; what was copied out of it can't be taken back there from here.
    must((*m_a)->syncPort().noteRevoked(m_home->streamOf(sofie, StreamKind::Chosen)));
    QCOMPARE((*m_a)->withdraw(sofie.person, sofie, id).error().code(), Errc::NotHereYet);
    QCOMPARE(seenBy(ali).size(), std::size_t{1});
}

void TestWidening::itWaitsForOneReply()
{
    const auto draft = must((*m_a)->beginForm(sofie.person, sofie, kCooperation, mette.person));
    QVERIFY((*m_a)->chooseAnswer(draft.id, "moede", "midt-imellem"));
    QVERIFY((*m_a)->setReaders(draft.id, StreamKind::Chosen));
    QVERIFY((*m_a)->sendDraft(draft.id));
    QVERIFY((*m_a)->settleSent());
    QVERIFY(widen(*m_a, EntityId{draft.id.data}, StreamKind::Team));
    QVERIFY((*m_a)->settleSent());
    QCOMPARE(must((*m_a)->unansweredFeedback(mette)).size(), std::size_t{1});
    QCOMPARE(must((*m_a)->unansweredFeedback(ali)).size(), std::size_t{1});
}

void TestWidening::aForeignCopySaysNothing()
{
    merge::Fold fold;
    const auto add = [&](std::uint64_t ctr, const PersonId &enterer, const domain::Ops &ops) {
        merge::Applied applied;
        applied.dot = {Incarnation{1}, ctr};
        applied.lamport = ctr;
        applied.change.set_author(sofie.person.str());
        applied.change.set_enterer(enterer.str());
        applied.change.set_wall_ms(static_cast<std::int64_t>(ctr) * 1000);
        for (const wire::v1::Op &op : ops) {
            *applied.change.add_ops() = op;
        }
        QVERIFY(fold.add(applied));
    };
    EntityId id;
    id.data.fill(9);
    domain::Given given;
    given.atMs = 5;
    given.enterer = mette.person;
    given.version.op.mutable_response()->set_outcome(wire::v1::ANSWERED);
    add(3, mette.person, domain::writeCopy(id, given, StreamKind::Chosen));
    QCOMPARE(domain::readGiven(id, fold).value().atMs, 3000);
    QVERIFY(domain::readGiven(id, fold).value().copiedFrom.empty());
    add(4, sofie.person, domain::writeCopy(id, given, StreamKind::Chosen));
    QCOMPARE(domain::readGiven(id, fold).value().atMs, 5);
    QCOMPARE(domain::readGiven(id, fold).value().enterer, mette.person);
    QCOMPARE(domain::readGiven(id, fold).value().copiedFrom, Kinds{StreamKind::Chosen});
}

QTEST_GUILESS_MAIN(TestWidening)
#include "tst_widening.moc"
