// A tile that opens by its owner's three pictures: nothing of theirs is read or written here before.
#include "proto/seal/erasure_order.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace trivsel;
using namespace trivsel::test;
using engine::OwnAnswer;
using engine::OwnState;
using Outcome = OwnAnswer::Outcome;
using seal::Pictures;

namespace {

const Pictures kThree{"baad", "hus", "sol"};
const Pictures kNew{"kop", "trae", "fisk"};
const Pictures kWrong{"sol", "hus", "baad"};

using Call = void (engine::Engine::*)(const PersonId &, const Who &, const seal::OwnSecret &,
                                      engine::OwnDone);

} // namespace

class TestOwnTile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
    std::int64_t m_uptime = 0;

    const Who &sofie() const { return m_home->sofie; }
    PersonId id() const { return m_home->sofie.person; }
    std::unique_ptr<EngineTablet> tablet(const char *name, std::uint64_t seed)
    {
        auto made =
            std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString() + "/" + name, name, seed);
        m_home->addDevice(made->file());
        made->askForCodes([this] { return m_uptime; });
        made->reopen();
        return made;
    }
    OwnAnswer tell(EngineTablet &tablet, Call call, const seal::OwnSecret &pictures)
    {
        OwnAnswer got;
        ((*tablet).*call)(id(), sofie(), pictures, [&](const OwnAnswer &answer) { got = answer; });
        return got;
    }
    OwnAnswer open(EngineTablet &tablet, const seal::OwnSecret &pictures = kThree)
    {
        return tell(tablet, &engine::Engine::openOwn, pictures);
    }
    /** Three pictures, for the tile as well; still open. */
    void lockOn(EngineTablet &tablet)
    {
        QTest::qVerify(tell(tablet, &engine::Engine::choosePictures, kThree).outcome == Outcome::Ok, "chosen",
                       "", __FILE__, __LINE__);
        must(tablet->setTileByPictures(id(), sofie(), true));
    }
    bool isLocked(EngineTablet &tablet) { return tablet->own(id()).tileLocked; }
    bool reads(EngineTablet &tablet) { return tablet->openResident(id(), sofie()).has_value(); }
    void reset(EngineTablet &tablet)
    {
        m_home->giveCode(m_home->mette, "123456");
        m_home->meet(*tablet);
        tablet->signIn(m_home->mette.person, "123456", [](const engine::SignInAnswer &) {});
        must(tablet->resetPictures(id(), m_home->mette));
        tablet->signOut();
    }
    void meetAll()
    {
        for (auto *one : {m_a.get(), m_b.get(), m_a.get()}) {
            m_home->meet(**one);
        }
    }
    engine::DraftId begun(EngineTablet &tablet)
    {
        const auto draft = must(tablet->beginForm(id(), sofie(), kWellbeing, {}));
        must(tablet->chooseAnswer(draft.id, first(tablet).linkId, first(tablet).options.front().code));
        return draft.id;
    }
    static const catalogue::Item &first(EngineTablet &tablet)
    {
        return *tablet->catalogue().byUrl(kWellbeing)->questions().front();
    }

    /** The next of the log, each in a page of its own. */
    void givePage(EngineTablet &tablet, std::size_t at)
    {
        session::TabletPort::Received page;
        page.changes = {m_home->log().at(at)};
        if (at == 0) {
            page.proofs = m_home->officeProofs(0);
        }
        page.upto = {at + 1, 1};
        page.more = at + 1 < m_home->log().size();
        must(tablet->syncPort().storeChanges(page));
    }
    static bool knows(EngineTablet &tablet, const Who &who)
    {
        const auto tiles = tablet->home().residents;
        return std::any_of(tiles.begin(), tiles.end(),
                           [&](const engine::Tile &tile) { return tile.id == who.person; });
    }

private Q_SLOTS:
    void init()
    {
        m_uptime = 1'000'000;
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        m_home = std::make_unique<TestHome>();
        m_home->addOwn(sofie());
        m_a = tablet("a", 1);
        m_b = tablet("b", 2);
        meetAll();
    }
    void cleanup()
    {
        m_a.reset();
        m_b.reset();
        m_home.reset();
    }

    void withoutPicturesATileOpensAsItDid()
    {
        QVERIFY(!isLocked(*m_a));
        QVERIFY(reads(*m_a));
        QCOMPARE(tell(*m_a, &engine::Engine::choosePictures, kThree).outcome, Outcome::Ok);
        (*m_a)->closeResident();
        QVERIFY(!isLocked(*m_a)); // pictures alone lock only *kun mig*
        QVERIFY(reads(*m_a));
    }

    void onlyTheResidentBehindThePicturesLocksIt()
    {
        QVERIFY((*m_a)->setTileByPictures(id(), sofie(), true).error().code() == Errc::NotAllowed);
        QCOMPARE(tell(*m_a, &engine::Engine::choosePictures, kThree).outcome, Outcome::Ok);
        QVERIFY((*m_a)->setTileByPictures(id(), m_home->mette, true).error().code() == Errc::NotAllowed);
        QVERIFY((*m_a)->setTileByPictures(id(), m_home->karim, true).error().code() == Errc::NotAllowed);
        QVERIFY((*m_a)->setTileByPictures(id(), sofie(), true));
        QVERIFY((*m_a)->own(id()).tile);
        QVERIFY(!isLocked(*m_a)); // they are in
        (*m_a)->closeResident();
        QVERIFY((*m_a)->setTileByPictures(id(), sofie(), false).error().code() == Errc::NotAllowed);
        QVERIFY(isLocked(*m_a));
    }

    /** Each call that reads or writes something of hers. */
    void nothingIsReadOrWrittenWhileItIsLocked()
    {
        lockOn(*m_a);
        const std::string link = first(*m_a).linkId;
        const std::string code = first(*m_a).options.front().code;
        const auto sent = begun(*m_a);
        must((*m_a)->setReaders(sent, StreamKind::Team));
        must((*m_a)->sendDraft(sent));
        must((*m_a)->settleSent());
        const auto answer = must((*m_a)->openResident(id(), sofie())).responses.front().id;
        const auto draft = begun(*m_a);
        const auto plan = must((*m_a)->openPlan(id(), sofie(), kPlan));
        const std::string field = plan.fields.front().linkId;
        (*m_a)->closeResident();
        QVERIFY(isLocked(*m_a));

        const auto refused = [](const auto &result) {
            return !result && result.error().code() == Errc::NotAllowed;
        };
        for (int start = 0; start < 2; ++start) {
            engine::Engine &engine = **m_a;
            QVERIFY(refused(engine.openResident(id(), sofie())));
            QVERIFY(refused(engine.whoLooked(id(), sofie())));
            QVERIFY(refused(engine.waiting(sofie())));
            QVERIFY(refused(engine.takeOut(domain::Action::Print, sofie(), id())));
            QVERIFY(refused(engine.takeOut(domain::Action::Search, sofie(), id())));
            QVERIFY(refused(engine.takeOut(domain::Action::ExportTicked, sofie(), id())));
            QVERIFY(refused(engine.beginForm(id(), sofie(), kWellbeing, {})));
            QVERIFY(refused(engine.beginForm({}, sofie(), kWellbeing, {})));
            QVERIFY(refused(engine.draft(draft)));
            QVERIFY(refused(engine.chooseAnswer(draft, link, code)));
            QVERIFY(refused(engine.chooseNumber(draft, link, 3)));
            QVERIFY(refused(engine.writeAnswer(draft, link, "x")));
            QVERIFY(refused(engine.skipAnswer(draft, link, wire::v1::SKIPPED)));
            QVERIFY(refused(engine.clearAnswer(draft, link)));
            QVERIFY(refused(engine.setStep(draft, 1)));
            QVERIFY(refused(engine.setReaders(draft, StreamKind::Team)));
            QVERIFY(refused(engine.setWay(draft, wire::v1::WAY_WORDS)));
            QVERIFY(refused(engine.sayNotToday(draft)));
            QVERIFY(refused(engine.discardDraft(draft)));
            QVERIFY(refused(engine.sendDraft(draft)));
            QVERIFY(refused(engine.undoSend(draft)));
            QVERIFY(refused(engine.withdraw(id(), sofie(), answer)));
            QVERIFY(refused(engine.openPlan(id(), sofie(), kPlan)));
            QVERIFY(refused(engine.beginField(id(), sofie(), kPlan, field)));
            QVERIFY(refused(engine.editField(id(), sofie(), kPlan, field, "x")));
            const engine::FieldAt entry(field, answer);
            QVERIFY(refused(engine.newEntry(id(), sofie(), kPlan, field)));
            QVERIFY(refused(engine.takeSuggestion(id(), sofie(), kPlan, entry, "x")));
            QVERIFY(refused(engine.withdrawEntry(id(), sofie(), kPlan, entry)));
            QVERIFY(refused(engine.bringBackEntry(id(), sofie(), kPlan, entry)));
            QVERIFY(refused(engine.moveEntry(id(), sofie(), kPlan, entry, true)));
            QVERIFY(refused(engine.leavePlan(id(), sofie(), kPlan)));
            QVERIFY(refused(engine.discardPlanEdits(id(), sofie(), kPlan)));
            QVERIFY(refused(
                engine.resolve(id(), sofie(), kPlan, field, wire::v1::RESOLUTION_REWRITE, {}, "x", {})));
            QVERIFY(refused(engine.history(id(), sofie(), kPlan, field)));
            QVERIFY(refused(engine.openOtherView(id(), sofie(), {kPlan, field, {}})));
            QVERIFY(refused(engine.keepOtherView(id(), sofie(), {kPlan, field, {}}, "x")));
            QVERIFY(refused(engine.sendOtherView(id(), sofie(), {kPlan, field, {}})));
            QVERIFY(refused(engine.withdrawOtherView(id(), sofie(), {kPlan, field, {}})));
            QVERIFY(refused(engine.chooseTilePicture(id(), sofie(), "kaktus")));
            QVERIFY(refused(engine.setOwnWish(id(), sofie(), engine::OwnWish::Letters, 150)));
            QVERIFY(refused(engine.setAsking(id(), sofie(), kWellbeing, domain::Asking::NoMore)));
            QVERIFY(refused(engine.setTileByPictures(id(), sofie(), false)));
            QVERIFY(refused(engine.turnOwnOff(id(), sofie())));
            QVERIFY(refused(engine.answerOwnTablet(id(), sofie(), m_b->file().device, true)));
            QCOMPARE(tell(*m_a, &engine::Engine::changePictures, kNew).outcome, Outcome::NotNow);
            QCOMPARE(tell(*m_a, &engine::Engine::choosePictures, kNew).outcome, Outcome::NotNow);
            QVERIFY(engine.own(id()).tablets.empty());
            QCOMPARE(open(*m_a, kWrong).outcome, Outcome::WrongPictures);
            QVERIFY(isLocked(*m_a));
            m_a->reopen(); // a restart gives no way round
        }
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        const auto page = must((*m_a)->openResident(id(), sofie()));
        QCOMPARE(page.drafts.size(), std::size_t{1}); // nothing was lost meanwhile
        QCOMPARE(page.drafts.front().answers.size(), std::size_t{1});
        QCOMPARE(page.responses.size(), std::size_t{1});
        QVERIFY((*m_a)->openPlan(id(), sofie(), kPlan));
        QVERIFY((*m_a)->draft(draft));
    }

    void everyOpeningAsksAnew()
    {
        lockOn(*m_a);
        const auto draft = begun(*m_a);
        QVERIFY(reads(*m_a));
        (*m_a)->closeResident(); // covered, or left
        QVERIFY(!reads(*m_a));
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        QVERIFY((*m_a)->draft(draft));
        QVERIFY((*m_a)->openResident(m_home->karim.person, m_home->karim)); // somebody else's page
        QVERIFY(!reads(*m_a));
        QVERIFY(!(*m_a)->draft(draft));
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        (*m_a)->closeOwn();
        QVERIFY(!reads(*m_a));
        QVERIFY((*m_a)->openResident(m_home->karim.person, m_home->karim)); // hers alone
    }

    void whatWasSentWhenItClosedIsSaved()
    {
        lockOn(*m_a);
        const auto draft = begun(*m_a);
        must((*m_a)->setReaders(draft, StreamKind::Team));
        must((*m_a)->sendDraft(draft));
        (*m_a)->closeResident();
        QVERIFY((*m_a)->settleSent());
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        QCOMPARE(must((*m_a)->openResident(id(), sofie())).responses.size(), std::size_t{1});
    }

    void staffKeepWhatTheirOwnCodeOpens()
    {
        lockOn(*m_a);
        (*m_a)->closeResident();
        m_home->giveCode(m_home->mette, "123456");
        meetAll();
        QVERIFY(!(*m_a)->openPlan(id(), m_home->mette, kPlan)); // without a code
        (*m_a)->signIn(m_home->mette.person, "123456", [](const engine::SignInAnswer &) {});
        QVERIFY((*m_a)->openPlan(id(), m_home->mette, kPlan));
        QVERIFY(!reads(*m_a)); // and nothing as her
        QVERIFY(isLocked(*m_a));
    }

    void wrongOnesWaitAndNobodyElseDoes()
    {
        lockOn(*m_a);
        (*m_a)->closeResident();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(open(*m_a, kWrong).outcome, Outcome::WrongPictures);
        }
        QCOMPARE((*m_a)->own(id()).waitMs, 5'000);
        QCOMPARE(open(*m_a).outcome, Outcome::Wait);
        QVERIFY((*m_a)->openResident(m_home->karim.person, m_home->karim));
        m_a->nowMs += 3'600'000; // no clock shortens it
        QCOMPARE(open(*m_a).outcome, Outcome::Wait);
        m_uptime += 5'000;
        const OwnAnswer right = open(*m_a);
        QCOMPARE(right.outcome, Outcome::Ok);
        QCOMPARE(right.triedBefore, 3U); // *nogen prøvede 3 gange*
        QVERIFY(reads(*m_a));
    }

    void anotherTabletAsksForTheSamePictures()
    {
        lockOn(*m_a);
        for (const engine::OwnTablet &other : (*m_a)->own(id()).tablets) {
            must((*m_a)->answerOwnTablet(id(), sofie(), other.id, true));
        }
        meetAll();
        QVERIFY(isLocked(*m_b));
        QVERIFY(!reads(*m_b));
        QCOMPARE(open(*m_b, kWrong).outcome, Outcome::WrongPictures);
        QCOMPARE(open(*m_b).outcome, Outcome::Ok); // without network
        QVERIFY(reads(*m_b));
        QVERIFY((*m_b)->setTileByPictures(id(), sofie(), false));
        (*m_b)->closeResident();
        QVERIFY(reads(*m_b));
        meetAll();
        (*m_a)->closeResident();
        QVERIFY(!isLocked(*m_a));
        QVERIFY(reads(*m_a));
    }

    void saidOnTwoTabletsAtOnceItStaysLocked()
    {
        lockOn(*m_a);
        for (const engine::OwnTablet &other : (*m_a)->own(id()).tablets) {
            must((*m_a)->answerOwnTablet(id(), sofie(), other.id, true));
        }
        meetAll();
        QCOMPARE(open(*m_b).outcome, Outcome::Ok);
        must((*m_b)->setTileByPictures(id(), sofie(), false));
        must((*m_b)->setTileByPictures(id(), sofie(), true)); // meant it after all
        must((*m_a)->setTileByPictures(id(), sofie(), false));
        (*m_a)->closeResident();
        (*m_b)->closeResident();
        meetAll();
        QVERIFY(isLocked(*m_a));
        QVERIFY(isLocked(*m_b));
    }

    void aTabletThatMayNotOpenItIsNoWayRound()
    {
        lockOn(*m_a);
        meetAll();
        QCOMPARE((*m_b)->own(id()).state, OwnState::NotHere);
        QVERIFY(isLocked(*m_b));
        QVERIFY(!reads(*m_b));
        QCOMPARE(open(*m_b).outcome, Outcome::NotNow);
        QCOMPARE(tell(*m_b, &engine::Engine::choosePictures, kNew).outcome, Outcome::NotNow);
    }

    /** Pages of a first sync are shown as they come; what locks a tile lies late in the log. */
    void aTabletInItsFirstSyncIsNoWayRound()
    {
        lockOn(*m_a);
        (*m_a)->closeResident();
        meetAll();
        auto c = tablet("c", 3);
        m_home->introduce(**c);
        bool known = false;
        for (std::size_t at = 0; at + 1 < m_home->log().size(); ++at) {
            givePage(*c, at);
            known = known || knows(*c, sofie());
            if (at % 3 == 0) {
                c->reopen(); // broken here, and started anew
            }
            QVERIFY(isLocked(*c));
            QVERIFY(!reads(*c));
            QVERIFY(!(*c)->openResident(m_home->karim.person, m_home->karim)); // nobody knows of him either
        }
        QVERIFY(known);
        QCOMPARE((*c)->own(id()).state, OwnState::Fetching);
        QCOMPARE(tell(*c, &engine::Engine::choosePictures, kNew).outcome, Outcome::NotNow);
        givePage(*c, m_home->log().size() - 1);
        QCOMPARE((*c)->own(id()).state, OwnState::NotHere);
        QVERIFY(isLocked(*c));
        QVERIFY(!reads(*c));
        QVERIFY((*c)->openResident(m_home->karim.person, m_home->karim));
    }

    void aStreamThatComesLateLocksUntilItIsAllHere()
    {
        const Who &karim = m_home->karim;
        const auto opens = [&] { return (*m_a)->openResident(karim.person, karim).has_value(); };
        QVERIFY(opens());
        m_home->addOwn(karim);
        m_home->give(**m_a); // named, and its key is not here
        QVERIFY(!opens());
        QCOMPARE((*m_a)->own(karim.person).state, OwnState::Fetching);
        m_home->introduce(**m_a); // the key, and nothing of it yet
        QVERIFY(!opens());
        m_a->reopen();
        QVERIFY(!opens());
        QVERIFY(reads(*m_a)); // hers is all here
        m_home->fill(**m_a);
        QVERIFY(opens());
        QCOMPARE((*m_a)->own(karim.person).state, OwnState::NotSet);
    }

    /** The office was set back while the stream was being filled: the log from its beginning has it too. */
    void aNewEpochInTheMiddleOfThatUnlocksNothing()
    {
        const Who &karim = m_home->karim;
        const auto opens = [&] { return (*m_a)->openResident(karim.person, karim).has_value(); };
        m_home->addOwn(karim);
        m_home->introduce(**m_a);
        m_home->give(**m_a);
        QVERIFY(!opens());
        must((*m_a)->syncPort().storeEpoch(77, true));
        QVERIFY(!opens());
        for (std::size_t at = 0; at + 1 < m_home->log().size(); ++at) {
            givePage(*m_a, at);
            QVERIFY(!opens());
        }
        givePage(*m_a, m_home->log().size() - 1);
        QVERIFY(opens());
    }

    /** Somebody else's stream goes from the tablet while she writes. */
    void whatGoesOfOthersLeavesHerIn()
    {
        lockOn(*m_a);
        const auto draft = begun(*m_a);
        const auto words = first(*m_a).linkId;
        const Who &karim = m_home->karim;
        const auto his = must((*m_a)->beginForm(karim.person, karim, kWellbeing, {}));
        must((*m_a)->chooseAnswer(his.id, words, first(*m_a).options.front().code));
        session::TabletPort &port = (*m_a)->syncPort();
        must(port.noteRevoked(m_home->streamOf(m_home->karim, StreamKind::Chosen)));
        QVERIFY((*m_a)->own(id()).open);
        QVERIFY((*m_a)->skipAnswer(draft, words, wire::v1::SKIPPED));
        for (const StreamKind kind : {StreamKind::Chosen, StreamKind::Team}) {
            wire::v1::StreamErased order;
            order.set_stream(m_home->streamOf(karim, kind).str());
            order.set_order(std::string(16, 'o'));
            seal::signErasure(order, m_home->id(), TestHome::serverSecret());
            must(port.eraseStream(order));
        }
        QVERIFY((*m_a)->own(id()).open);
        QVERIFY((*m_a)->draft(his.id).error().code() == Errc::NotFound); // nor is it in memory
        QVERIFY((*m_a)->clearAnswer(draft, words));
        QVERIFY(reads(*m_a));
        must(port.noteRevoked(m_home->streamOf(sofie(), StreamKind::Own))); // hers: nothing stays open
        QVERIFY(!(*m_a)->own(id()).open);
        QVERIFY(isLocked(*m_a));
        QVERIFY(!reads(*m_a));
    }

    void staffSetItBackAndSeeAndLoseNothing()
    {
        lockOn(*m_a);
        const auto draft = begun(*m_a);
        (*m_a)->closeResident();
        reset(*m_a);
        meetAll();
        QVERIFY(isLocked(*m_a)); // the reset itself opens nothing
        QVERIFY(!reads(*m_a));
        QVERIFY(!(*m_a)->draft(draft));
        QCOMPARE(tell(*m_a, &engine::Engine::choosePictures, kNew).outcome, Outcome::Ok);
        QCOMPARE(must((*m_a)->openResident(id(), sofie())).drafts.size(), std::size_t{1});
        (*m_a)->closeResident();
        QVERIFY(isLocked(*m_a)); // still wanted, behind the new ones
        QCOMPARE(open(*m_a, kThree).outcome, Outcome::WrongPictures);
        QCOMPARE(open(*m_a, kNew).outcome, Outcome::Ok);
    }

    void withThePicturesOffTheTileOpens()
    {
        lockOn(*m_a);
        QVERIFY((*m_a)->turnOwnOff(id(), sofie()));
        QVERIFY(!isLocked(*m_a));
        QVERIFY(reads(*m_a));
        QCOMPARE(open(*m_a).outcome, Outcome::Ok); // taken back, for *kun mig*
        QVERIFY(!(*m_a)->own(id()).tile);
        (*m_a)->closeResident();
        QVERIFY(reads(*m_a));
    }
};

QTEST_GUILESS_MAIN(TestOwnTile)
#include "tst_own_tile.moc"
