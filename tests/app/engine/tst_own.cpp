// *Kun mig*: behind three pictures, on shared tablets only, never readable anywhere else.
#include "proto/domain/own_record.h"
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
using engine::OwnTablet;
using Outcome = OwnAnswer::Outcome;
using seal::Pictures;

namespace {

const Pictures kOld{"baad", "hus", "sol"};
const Pictures kNew{"kop", "trae", "fisk"};
const Pictures kWrong{"sol", "hus", "baad"};
constexpr const char *kSecret = "Kvirkelum i månens have";

using Call = void (engine::Engine::*)(const PersonId &, const Who &, const seal::OwnSecret &, engine::OwnDone);

} // namespace

class TestOwn : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
    std::int64_t m_uptime = 0;

    std::filesystem::path path(const char *name) const { return m_dir->path().toStdString() + "/" + name; }
    const Who &sofie() const { return m_home->sofie; }

    std::unique_ptr<EngineTablet> tablet(const char *name, std::uint64_t seed,
                                         TabletKind kind = TabletKind::Shared)
    {
        auto made = std::make_unique<EngineTablet>(*m_home, path(name), name, seed, kind);
        m_home->addDevice(made->file());
        made->askForCodes([this] { return m_uptime; });
        made->reopen();
        return made;
    }
    OwnAnswer tell(EngineTablet &tablet, Call call, const seal::OwnSecret &pictures)
    {
        return tellAs(tablet, call, pictures, sofie());
    }
    OwnAnswer tellAs(EngineTablet &tablet, Call call, const seal::OwnSecret &pictures, const Who &who)
    {
        OwnAnswer got;
        int times = 0;
        ((*tablet).*call)(sofie().person, who, pictures, [&](const OwnAnswer &answer) {
            got = answer;
            ++times;
        });
        QTest::qCompare(times, 1, "times", "1", __FILE__, __LINE__);
        return got;
    }
    OwnAnswer choose(EngineTablet &tablet, const seal::OwnSecret &pictures = kOld)
    {
        return tell(tablet, &engine::Engine::choosePictures, pictures);
    }
    OwnAnswer open(EngineTablet &tablet, const seal::OwnSecret &pictures = kOld)
    {
        return tell(tablet, &engine::Engine::openOwn, pictures);
    }
    OwnAnswer change(EngineTablet &tablet, const seal::OwnSecret &pictures)
    {
        return tell(tablet, &engine::Engine::changePictures, pictures);
    }
    /** The resident says yes to every other shared tablet of the house. */
    void allowAll(EngineTablet &tablet)
    {
        for (const engine::OwnTablet &other : tablet->own(sofie().person).tablets) {
            must(tablet->answerOwnTablet(sofie().person, sofie(), other.id, true));
        }
    }
    OwnTablet::Answer answerOf(EngineTablet &tablet, const EngineTablet &other)
    {
        for (const engine::OwnTablet &one : tablet->own(sofie().person).tablets) {
            if (one.id == other.file().device) {
                return one.answer;
            }
        }
        qFatal("the other tablet is not named");
    }
    OwnState state(EngineTablet &tablet) { return tablet->own(sofie().person).state; }
    /** An answer to the first question in words, for `readers`; as far as it goes before the thank-you page
     * is left. */
    engine::DraftId fill(EngineTablet &tablet, const std::string &words, StreamKind readers)
    {
        const auto definition = tablet->catalogue().byUrl(kWellbeing);
        const auto draft = must(tablet->beginForm(sofie().person, sofie(), kWellbeing, {}));
        for (const catalogue::Item *item : definition->questions()) {
            if (item->type != catalogue::ItemType::Choice) {
                must(tablet->writeAnswer(draft.id, item->linkId, words));
                must(tablet->setReaders(draft.id, readers));
                return draft.id;
            }
        }
        const catalogue::Item *first = definition->questions().front();
        must(tablet->chooseAnswer(draft.id, first->linkId, first->options.front().code));
        must(tablet->setReaders(draft.id, readers));
        return draft.id;
    }
    void save(EngineTablet &tablet, const std::string &words = kSecret, StreamKind readers = StreamKind::Own)
    {
        must(tablet->sendDraft(fill(tablet, words, readers)));
        must(tablet->settleSent());
    }
    std::size_t shown(EngineTablet &tablet, StreamKind readers = StreamKind::Own)
    {
        const auto page = must(tablet->openResident(sofie().person, sofie()));
        return static_cast<std::size_t>(
            std::count_if(page.responses.begin(), page.responses.end(),
                          [readers](const auto &one) { return one.readers == readers; }));
    }
    void meetAll()
    {
        for (auto *one : {m_a.get(), m_b.get(), m_a.get()}) {
            m_home->meet(**one);
        }
    }
    domain::OwnRecord record() const
    {
        return domain::readOwn(sofie().person, m_home->fold(m_home->streamOf(sofie(), StreamKind::Own)));
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

    void isNotOfferedBeforePicturesAreChosen()
    {
        QCOMPARE(state(*m_a), OwnState::NotSet);
        QCOMPARE(open(*m_a).outcome, Outcome::NotNow);
        const auto draft = must((*m_a)->beginForm(sofie().person, sofie(), kWellbeing, {}));
        QVERIFY((*m_a)->setReaders(draft.id, StreamKind::Own).error().code() == Errc::NotFound);
    }

    void whatIsSavedOpensWithThePicturesAlone()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        QVERIFY((*m_a)->own(sofie().person).open);
        save(*m_a);
        QCOMPARE(shown(*m_a), std::size_t{1});
        (*m_a)->closeOwn();
        QVERIFY(!(*m_a)->own(sofie().person).open);
        QCOMPARE(state(*m_a), OwnState::Set);
        QCOMPARE(shown(*m_a), std::size_t{0});
        m_a->reopen();
        QCOMPARE(shown(*m_a), std::size_t{0});
        QCOMPARE(open(*m_a, kWrong).outcome, Outcome::WrongPictures);
        QCOMPARE(shown(*m_a), std::size_t{0});
        const OwnAnswer right = open(*m_a);
        QCOMPARE(right.outcome, Outcome::Ok);
        QCOMPARE(right.triedBefore, 1U);
        QVERIFY(!right.own.earlierSealed);
        QCOMPARE(shown(*m_a), std::size_t{1});
    }

    void aCardInPlaceOfPictures()
    {
        const auto card = seal::OwnSecret::ofCard("0012345678");
        QCOMPARE(choose(*m_a, card).outcome, Outcome::Ok);
        allowAll(*m_a);
        save(*m_a);
        meetAll();
        for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
            tablet->reopen();
            const auto own = (*tablet)->own(sofie().person);
            QVERIFY(own.byCard && !own.byPictures);
            for (int times = 0; times < 8; ++times) { // no way in here, so none of them is a try
                QCOMPARE(open(*tablet).outcome, Outcome::NotNow);
            }
            QCOMPARE(open(*tablet, seal::OwnSecret::ofCard("0012345679")).outcome, Outcome::WrongPictures);
            const OwnAnswer right = open(*tablet, card);
            QCOMPARE(right.outcome, Outcome::Ok);
            QCOMPARE(right.triedBefore, 1U);
            QCOMPARE(shown(*tablet), std::size_t{1});
        }
        QCOMPARE(change(*m_a, kNew).outcome, Outcome::Ok); // and back to pictures
        (*m_a)->closeOwn();
        QVERIFY((*m_a)->own(sofie().person).byPictures && !(*m_a)->own(sofie().person).byCard);
        QCOMPARE(open(*m_a, card).outcome, Outcome::NotNow);
        QCOMPARE(open(*m_a, kNew).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_a), std::size_t{1});
    }

    void leavingThePageClosesIt()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        (*m_a)->closeResident();
        QVERIFY(!(*m_a)->own(sofie().person).open);
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        must((*m_a)->openResident(m_home->karim.person, m_home->karim)); // somebody else's page
        QVERIFY(!(*m_a)->own(sofie().person).open);
    }

    void anotherTabletOpensItWithThePictures()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        save(*m_a);
        QCOMPARE(state(*m_b), OwnState::NotSet);
        meetAll();
        QCOMPARE(state(*m_b), OwnState::Set);
        QCOMPARE(shown(*m_b), std::size_t{0});
        QCOMPARE(open(*m_b, kWrong).outcome, Outcome::WrongPictures);
        QCOMPARE(open(*m_b).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_b), std::size_t{1});
    }

    void nobodyElseReadsIt()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        save(*m_a);
        const auto page = must((*m_a)->openResident(sofie().person, sofie()));
        QCOMPARE(page.responses.size(), std::size_t{1});
        // The access table's row: the resident, on a shared tablet, and nobody else anywhere.
        for (const Who &who : {m_home->mette, m_home->karim, Who{sofie().person, merge::Role::ROLE_STAFF}}) {
            QCOMPARE(tellAs(*m_a, &engine::Engine::openOwn, kOld, who).problem,
                     std::optional(Errc::NotAllowed));
            QCOMPARE(tellAs(*m_a, &engine::Engine::choosePictures, kOld, who).problem,
                     std::optional(Errc::NotAllowed));
            QCOMPARE(tellAs(*m_a, &engine::Engine::changePictures, kNew, who).problem,
                     std::optional(Errc::NotAllowed));
            QVERIFY((*m_a)->turnOwnOff(sofie().person, who).error().code() == Errc::NotAllowed);
        }
        meetAll();
        auto phone = tablet("phone", 3, TabletKind::Staff);
        m_home->meet(**phone);
        QCOMPARE(state(*phone), OwnState::Unavailable);
        QCOMPARE(open(*phone).problem, std::optional(Errc::NotAllowed));
    }

    void wrongPicturesWaitAndNeverForEver()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        (*m_a)->closeOwn();
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(open(*m_a, kWrong).outcome, Outcome::WrongPictures);
            QCOMPARE((*m_a)->own(sofie().person).waitMs, 0);
        }
        QCOMPARE(open(*m_a, kWrong).own.waitMs, 5'000); // as with staff's codes
        QCOMPARE(open(*m_a).outcome, Outcome::Wait);    // also the right ones: not tried
        m_uptime += 4'999;
        QCOMPARE(open(*m_a).outcome, Outcome::Wait);
        m_a->reopen(); // a restart shortens nothing
        QCOMPARE((*m_a)->own(sofie().person).waitMs, 5'000);
        m_uptime += 5'000;
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(open(*m_a, kWrong).outcome, Outcome::WrongPictures);
            m_uptime += (*m_a)->own(sofie().person).waitMs;
        }
        QVERIFY(open(*m_a, kWrong).own.waitMs <= 5 * 60 * 1000);
        m_uptime += 5 * 60 * 1000;
        const OwnAnswer right = open(*m_a);
        QCOMPARE(right.outcome, Outcome::Ok);
        QCOMPARE(right.triedBefore, 24U);
        (*m_a)->closeOwn();
        QCOMPARE(open(*m_a, kWrong).outcome, Outcome::WrongPictures); // from the beginning
        QCOMPARE((*m_a)->own(sofie().person).waitMs, 0);
        QCOMPARE((*m_b)->own(sofie().person).waitMs, 0);       // this tablet alone
        QCOMPARE((*m_a)->own(m_home->karim.person).waitMs, 0); // this resident alone
    }

    void whatAreNoPicturesIsNoTry()
    {
        QCOMPARE(choose(*m_a, Pictures{"hus", "hus", "sol"}).problem, std::optional(Errc::BadArgument));
        QCOMPARE(state(*m_a), OwnState::NotSet);
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        (*m_a)->closeOwn();
        QCOMPARE(open(*m_a, Pictures{"hus", "hus", "sol"}).problem, std::optional(Errc::BadArgument));
        QCOMPARE(open(*m_a).triedBefore, 0U);
        QCOMPARE(choose(*m_a, kNew).outcome, Outcome::NotNow); // only once
    }

    void otherPicturesForTheSameWords()
    {
        QCOMPARE(change(*m_a, kNew).outcome, Outcome::NotNow); // it is not open
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        save(*m_a);
        meetAll();
        QCOMPARE(change(*m_a, kNew).outcome, Outcome::Ok);
        meetAll();
        for (EngineTablet *one : {m_a.get(), m_b.get()}) {
            (*one)->closeOwn();
            QCOMPARE(open(*one, kOld).outcome, Outcome::WrongPictures);
            QCOMPARE(open(*one, kNew).outcome, Outcome::Ok);
            QCOMPARE(shown(*one), std::size_t{1});
        }
        QCOMPARE(record().escrow.size(), std::size_t{1}); // the same key
    }

    /** Somebody saw them: wherever she changes them, they open nothing any more. */
    void otherPicturesFromAnotherTablet()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        save(*m_a);
        meetAll();
        QCOMPARE(open(*m_b, kOld).outcome, Outcome::Ok);
        QCOMPARE(change(*m_b, kNew).outcome, Outcome::Ok);
        meetAll();
        (*m_a)->closeOwn();
        QCOMPARE(open(*m_a, kOld).outcome, Outcome::WrongPictures);
        QCOMPARE(open(*m_a, kNew).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_a), std::size_t{1});
    }

    void turnedOffItIsThereAgainWithThePictures()
    {
        QVERIFY((*m_a)->turnOwnOff(sofie().person, sofie()).error().code() == Errc::NotAllowed);
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        save(*m_a);
        QVERIFY((*m_a)->turnOwnOff(sofie().person, sofie()));
        QVERIFY(!(*m_a)->own(sofie().person).open);
        QCOMPARE(state(*m_a), OwnState::Off);
        meetAll();
        QCOMPARE(state(*m_b), OwnState::Off);
        QCOMPARE(open(*m_b).outcome, Outcome::Ok);
        QCOMPARE(state(*m_b), OwnState::Set);
        QCOMPARE(shown(*m_b), std::size_t{1});
    }

    void aResetIsForTheTeamAndIsWrittenDown()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        m_home->giveCode(m_home->mette, "123456");
        m_home->giveCode(m_home->lone, "123456");
        meetAll();
        const auto signIn = [&](const Who &who) {
            (*m_a)->signIn(who.person, "123456", [](const engine::SignInAnswer &) {});
        };
        QVERIFY(!(*m_a)->resetPictures(sofie().person, m_home->mette)); // not signed in
        QVERIFY(!(*m_a)->resetPictures(sofie().person, sofie()));
        signIn(m_home->lone); // in nobody's team
        QVERIFY((*m_a)->resetPictures(sofie().person, m_home->lone).error().code() == Errc::NotAllowed);
        QCOMPARE(state(*m_a), OwnState::Set);
        signIn(m_home->mette);
        QVERIFY((*m_a)->resetPictures(sofie().person, m_home->mette));
        QCOMPARE(state(*m_a), OwnState::Reset);
        QVERIFY(!(*m_a)->own(sofie().person).open); // it opens nothing
        const auto entries = must((*m_a)->audit());
        const auto &last = entries.back();
        QCOMPARE(last.person, std::optional(m_home->mette.person));
        QCOMPARE(last.action, wire::v1::AUDIT_ACCESS);
        QCOMPARE(last.about, std::optional(sofie().person));
        QVERIFY(last.stream == StreamKind::Own);
    }

    void aResetOpensEverythingButEarlierOwn()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        save(*m_a);
        save(*m_a, "for Mette", StreamKind::Chosen);
        meetAll();
        reset(*m_a);
        meetAll();
        QCOMPARE(state(*m_b), OwnState::Reset);
        const OwnAnswer chosen = choose(*m_b, kNew);
        QCOMPARE(chosen.outcome, Outcome::Ok);
        QVERIFY(chosen.own.earlierSealed);
        QCOMPARE(answerOf(*m_b, *m_a), OwnTablet::Answer::Unasked); // another key: asked anew
        allowAll(*m_b);
        QCOMPARE(shown(*m_b), std::size_t{0});
        QCOMPARE(shown(*m_b, StreamKind::Chosen), std::size_t{1});
        save(*m_b, "nyt");
        meetAll();
        QCOMPARE(open(*m_a, kOld).outcome, Outcome::WrongPictures);
        const OwnAnswer opened = open(*m_a, kNew);
        QCOMPARE(opened.outcome, Outcome::Ok);
        QVERIFY(opened.own.earlierSealed);
        QCOMPARE(shown(*m_a), std::size_t{1});
        QCOMPARE(record().escrow.size(), std::size_t{2}); // a new version of the key
    }

    void picturesThatComeBackToMindStillOpen()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        save(*m_a);
        reset(*m_a);
        QCOMPARE(open(*m_a, kOld).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_a), std::size_t{1});
        QCOMPARE(state(*m_a), OwnState::Set); // and the reset is over
        QCOMPARE(choose(*m_a, kNew).outcome, Outcome::NotNow);
    }

    void theSeedAloneGivesItBack()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        save(*m_a);
        reset(*m_a);
        QCOMPARE(choose(*m_a, kNew).outcome, Outcome::Ok);
        allowAll(*m_a);
        meetAll();
        const StreamId stream = m_home->streamOf(sofie(), StreamKind::Own);
        // As the office does with the recovery words.
        seal::OwnRing ring;
        for (const auto &[version, boxes] : record().escrow) {
            QVERIFY(!seal::openEscrow(filled<seal::BoxSecret>(1), stream, boxes.front()));
            must(seal::addKeys(ring,
                               {must(seal::openEscrow(TestHome::recoverySecret(), stream, boxes.front()))}));
        }
        QCOMPARE(ring.size(), std::size_t{2});
        const auto where = record().returns.front();
        QCOMPARE(where.version, ring.back().version);
        m_home->write(stream, domain::writeOwnReturned(sofie().person, where.version,
                                                       seal::boxReturned(where.key, stream, {ring.front()}),
                                                       m_home->fold(stream)));
        meetAll();
        const OwnAnswer opened = open(*m_b, kNew);
        QCOMPARE(opened.outcome, Outcome::Ok);
        QVERIFY(!opened.own.earlierSealed);
        QCOMPARE(shown(*m_b), std::size_t{1});
        (*m_b)->closeOwn();
        QCOMPARE(open(*m_b, kOld).outcome, Outcome::WrongPictures);
    }

    void noKeyFromOutsideSealsNewWords()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        meetAll();
        const StreamId stream = m_home->streamOf(sofie(), StreamKind::Own);
        const auto where = record().returns.front();
        const seal::OwnRing theirs{{where.version + 1, filled<seal::StreamKey>(1)}};
        m_home->write(stream, domain::writeOwnReturned(sofie().person, where.version,
                                                       seal::boxReturned(where.key, stream, theirs),
                                                       m_home->fold(stream)));
        meetAll();
        (*m_a)->closeOwn();
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        save(*m_a);
        m_home->meet(**m_a);
        for (const seal::SealedChange &change : m_home->log()) {
            QVERIFY(change.stream != stream || change.key != where.version + 1);
        }
    }

    void aNewTabletGetsNoBoxBeforeTheResidentSaidYes()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        save(*m_a);
        meetAll();
        auto c = tablet("c", 4);
        m_home->meet(**c);
        QCOMPARE(state(*c), OwnState::NotHere);
        QCOMPARE(open(*c).outcome, Outcome::NotNow);
        meetAll();
        (*m_a)->closeOwn();
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        QCOMPARE(answerOf(*m_a, *c), OwnTablet::Answer::Unasked);
        QCOMPARE(answerOf(*m_a, *m_b), OwnTablet::Answer::Yes);
        QCOMPARE(change(*m_a, kNew).outcome, Outcome::Ok); // neither do other pictures
        meetAll();
        m_home->meet(**c);
        QVERIFY(!record().boxes.contains(c->file().device));
        QCOMPARE(state(*c), OwnState::NotHere);
        must((*m_a)->answerOwnTablet(sofie().person, sofie(), c->file().device, true));
        QCOMPARE(answerOf(*m_a, *c), OwnTablet::Answer::Yes);
        m_home->meet(**m_a);
        m_home->meet(**c);
        QCOMPARE(state(*c), OwnState::Set);
        QCOMPARE(open(*c, kWrong).outcome, Outcome::WrongPictures);
        QCOMPARE(open(*c, kNew).outcome, Outcome::Ok);
        QCOMPARE(shown(*c), std::size_t{1});
        QCOMPARE(answerOf(*c, *m_b), OwnTablet::Answer::Yes); // what was said on one tablet holds on all
        const auto before = m_home->log().size(); // nothing is missing any more: nothing is written
        (*c)->closeOwn();
        QCOMPARE(open(*c, kNew).outcome, Outcome::Ok);
        m_home->meet(**c);
        QCOMPARE(m_home->log().size(), before);
    }

    void aNoIsRememberedAndTakesTheBoxAway()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        must((*m_a)->answerOwnTablet(sofie().person, sofie(), m_b->file().device, false));
        meetAll();
        QCOMPARE(state(*m_b), OwnState::NotHere);
        m_a->reopen();
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        QCOMPARE(answerOf(*m_a, *m_b), OwnTablet::Answer::No);
        allowAll(*m_a);
        meetAll();
        QCOMPARE(state(*m_b), OwnState::Set);
        must((*m_a)->answerOwnTablet(sofie().person, sofie(), m_b->file().device, false));
        QCOMPARE(change(*m_a, kNew).outcome, Outcome::Ok);
        meetAll();
        QCOMPARE(state(*m_b), OwnState::NotHere);
        QCOMPARE(open(*m_b, kNew).outcome, Outcome::NotNow);
    }

    void onlyTheResidentAnswersAndOnlyWhileItIsOpen()
    {
        const DeviceId other = m_b->file().device;
        const auto answered = [&](const Who &who, const DeviceId &tablet) {
            return (*m_a)->answerOwnTablet(sofie().person, who, tablet, true).error().code();
        };
        QCOMPARE(answered(sofie(), other), Errc::NotAllowed); // nothing is open
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        for (const Who &who : {m_home->mette, m_home->karim}) {
            QCOMPARE(answered(who, other), Errc::NotAllowed);
        }
        QCOMPARE(answered(sofie(), m_a->file().device), Errc::NotFound); // this one is not asked about
        QCOMPARE(answered(sofie(), filled<DeviceId>(9)), Errc::NotFound);
        (*m_a)->closeOwn();
        QCOMPARE(answered(sofie(), other), Errc::NotAllowed);
    }

    void nobodyWithoutTheOwnKeySaysYesForTheResident()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        meetAll();
        auto c = tablet("c", 4); // as whoever runs the server would name one
        m_home->meet(**c);
        const StreamId stream = m_home->streamOf(sofie(), StreamKind::Own);
        const auto real = record().tablets.at(m_b->file().device).front();
        domain::OwnTabletAnswer forged = real; // a yes for another tablet
        const auto boxes = record().boxes;
        for (const std::uint64_t number : {real.number, real.number + 5}) {
            forged.number = number;
            m_home->write(stream, domain::writeOwnTablet(sofie().person, c->file().device, forged,
                                                         m_home->fold(stream)));
            // and a box that nobody can open, as if it had been there before
            m_home->write(stream,
                          domain::writeOwnBoxes(
                              sofie().person,
                              {{c->file().device, {"box", boxes.begin()->second.front().versions, {}}}},
                              m_home->fold(stream)));
            meetAll();
            (*m_a)->closeOwn();
            QCOMPARE(open(*m_a).outcome, Outcome::Ok);
            QCOMPARE(answerOf(*m_a, *c), OwnTablet::Answer::Unasked);
            QCOMPARE(change(*m_a, kOld).outcome, Outcome::Ok);
            m_home->meet(**m_a);
            m_home->meet(**c);
            QCOMPARE(open(*c).outcome, Outcome::NotNow);
        }
        // The tablet that was said yes to, under another key: another tablet.
        m_home->write(m_home->homeStream(), [&] {
            domain::Device device;
            device.id = m_b->file().device;
            device.name = "b";
            device.signKey = std::string(32, 's');
            device.boxKey = seal::publicOf(c->file().box).str();
            return domain::writeDevice(device, m_home->fold(m_home->homeStream()));
        }());
        meetAll();
        (*m_a)->closeOwn();
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        QCOMPARE(answerOf(*m_a, *m_b), OwnTablet::Answer::Unasked);
    }

    void onlySharedTabletsThatAreNotBlockedGetBoxes()
    {
        auto phone = tablet("phone", 5, TabletKind::Staff);
        m_home->addDevice(m_b->file(), true);
        meetAll();
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        m_home->meet(**m_a);
        const auto boxes = record().boxes;
        QCOMPARE(boxes.size(), std::size_t{1});
        QVERIFY(boxes.contains(m_a->file().device));
    }

    void twoTabletsThatHadNotMet()
    {
        QCOMPARE(choose(*m_a, kOld).outcome, Outcome::Ok);
        QCOMPARE(choose(*m_b, kNew).outcome, Outcome::Ok);
        save(*m_a);
        save(*m_b);
        allowAll(*m_b); // before it knows what was chosen on the first
        meetAll();
        (*m_a)->closeOwn();
        const OwnAnswer first = open(*m_a, kOld);
        QCOMPARE(first.outcome, Outcome::Ok);
        QVERIFY(first.own.otherPictures);
        QVERIFY(first.own.earlierSealed);
        QCOMPARE(shown(*m_a), std::size_t{1});
        QCOMPARE(change(*m_a, kWrong).outcome, Outcome::NotNow); // not before both are open
        const OwnAnswer second = open(*m_a, kNew);
        QCOMPARE(second.outcome, Outcome::Ok);
        QVERIFY(!second.own.otherPictures);
        QCOMPARE(shown(*m_a), std::size_t{2});
        allowAll(*m_a);
        meetAll();
        (*m_b)->closeOwn();
        QCOMPARE(open(*m_b, kNew).outcome, Outcome::Ok); // those used last count
        QCOMPARE(shown(*m_b), std::size_t{2});
    }

    void aYesStandsBesideWhatWasChosenThere()
    {
        QCOMPARE(choose(*m_a, kOld).outcome, Outcome::Ok);
        QCOMPARE(choose(*m_b, kNew).outcome, Outcome::Ok);
        save(*m_a);
        save(*m_b);
        meetAll();
        allowAll(*m_a); // it knows what was chosen there, and does not write over it
        QCOMPARE(record().boxes.at(m_b->file().device).size(), std::size_t{1});
        meetAll();
        QCOMPARE(record().boxes.at(m_b->file().device).size(), std::size_t{2});
        (*m_b)->closeOwn();
        QCOMPARE(open(*m_b, kNew).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_b), std::size_t{1});
        QCOMPARE(open(*m_b, kOld).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_b), std::size_t{2});
    }

    void anAnswerThatWasSavedWhenThePowerWent()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        must((*m_a)->sendDraft(fill(*m_a, kSecret, StreamKind::Own)));
        m_a->reopen(); // the thank-you page still stood
        QCOMPARE(shown(*m_a), std::size_t{0});
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_a), std::size_t{1});
    }

    void closingSettlesWhatWasSaved()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        must((*m_a)->sendDraft(fill(*m_a, kSecret, StreamKind::Own)));
        (*m_a)->closeResident();
        meetAll();
        QCOMPARE(open(*m_b).outcome, Outcome::Ok);
        QCOMPARE(shown(*m_b), std::size_t{1});
    }

    void anAnswerForOthersNeedsNoPicturesAfterAStop()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        must((*m_a)->sendDraft(fill(*m_a, "for Mette", StreamKind::Chosen)));
        m_a->reopen();
        QCOMPARE(shown(*m_a, StreamKind::Chosen), std::size_t{1});
    }

    void aDraftUnderItWaitsForThePictures()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        const auto id = fill(*m_a, kSecret, StreamKind::Own);
        m_a->reopen();
        QVERIFY(!(*m_a)->draft(id));
        QCOMPARE(open(*m_a).outcome, Outcome::Ok);
        QVERIFY((*m_a)->draft(id));
        QCOMPARE(must((*m_a)->beginForm(sofie().person, sofie(), kWellbeing, {})).id, id);
    }

    /** The office came back from a backup that is older than *kun mig*, made a second stream, and tablets
     * brought the first one back. */
    void ofTwoStreamsTheOneThatWasUsedCounts()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        allowAll(*m_a);
        save(*m_a);
        meetAll();
        const StreamId used = m_home->streamOf(sofie(), StreamKind::Own);
        while (!(m_home->addOwn(sofie()) < used)) { // the first one by its id would be another
        }
        meetAll();
        for (auto *one : {m_a.get(), m_b.get()}) {
            QCOMPARE(state(*one), OwnState::Set);
            QCOMPARE(open(*one).outcome, Outcome::Ok);
            QCOMPARE(shown(*one), std::size_t{1});
        }
        save(*m_b, "Og mere");
        meetAll();
        QCOMPARE(shown(*m_a), std::size_t{2});
    }

    void withoutTheRecoveryKeyItIsNotOffered()
    {
        m_home = std::make_unique<TestHome>(TestHome::empty(77));
        m_home->sofie = m_home->addResident("Sofie", {}, {});
        m_home->withoutRecoveryKey = true;
        m_home->addOwn(sofie());
        auto c = tablet("c", 6);
        m_home->meet(**c);
        QCOMPARE(state(*c), OwnState::Unavailable);
        QCOMPARE(choose(*c).outcome, Outcome::NotNow);
    }

    void theFirstRecoveryKeyStays()
    {
        QCOMPARE(choose(*m_a).outcome, Outcome::Ok);
        const StreamId home = m_home->homeStream();
        m_home->write(home,
                      domain::writeRecoveryKey(m_home->id(), seal::publicOf(filled<seal::BoxSecret>(0x66)),
                                               m_home->fold(home)));
        meetAll();
        reset(*m_a);
        QCOMPARE(choose(*m_a, kNew).outcome, Outcome::Ok);
        m_home->meet(**m_a);
        const StreamId stream = m_home->streamOf(sofie(), StreamKind::Own);
        for (const auto &[version, boxes] : record().escrow) {
            QVERIFY(seal::openEscrow(TestHome::recoverySecret(), stream, boxes.front()));
        }
    }

private:
    void reset(EngineTablet &tablet)
    {
        m_home->giveCode(m_home->mette, "123456");
        m_home->meet(*tablet);
        tablet->signIn(m_home->mette.person, "123456", [](const engine::SignInAnswer &) {});
        must(tablet->resetPictures(sofie().person, m_home->mette));
        tablet->signOut();
    }
};

QTEST_GUILESS_MAIN(TestOwn)
#include "tst_own.moc"
