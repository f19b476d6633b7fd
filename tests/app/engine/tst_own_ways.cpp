// *Sådan vil jeg have det*, and the picture of one's own tile.
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace trivsel;
using namespace trivsel::test;
using domain::Asking;
using domain::Ways;
using engine::OwnWish;

namespace {
constexpr int kOwn = static_cast<int>(StreamKind::Own);
constexpr int kChosen = static_cast<int>(StreamKind::Chosen);
constexpr int kTeam = static_cast<int>(StreamKind::Team);
using Readers = std::optional<StreamKind>;
} // namespace

class TestOwnWays : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;

    const Who &sofie() const { return m_home->sofie; }
    PersonId id() const { return m_home->sofie.person; }
    engine::Tile tileOn(EngineTablet &tablet) const
    {
        const auto home = tablet->home();
        return *std::find_if(home.residents.begin(), home.residents.end(),
                             [this](const engine::Tile &tile) { return tile.id == id(); });
    }
    Status set(OwnWish wish, std::int64_t value) { return (*m_a)->setOwnWish(id(), sofie(), wish, value); }
    void meetAll()
    {
        for (auto *one : {m_a.get(), m_b.get(), m_a.get()}) {
            m_home->meet(**one);
        }
    }
    static Errc errorOf(const Status &status) { return status ? Errc::Internal : status.error().code(); }
    static const catalogue::Item &first(EngineTablet &tablet)
    {
        return *tablet->catalogue().byUrl(kWellbeing)->questions().front();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        m_home = std::make_unique<TestHome>();
        m_a = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString() + "/a", "a", 1);
        m_b = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString() + "/b", "b", 2);
        m_a->reopen();
        m_b->reopen();
        meetAll();
    }
    void cleanup()
    {
        m_a.reset();
        m_b.reset();
        m_home.reset();
    }

    void thePictureIsOnesOwnChoice()
    {
        QVERIFY((*m_a)->chooseTilePicture(id(), sofie(), "gran"));
        const std::string before = tileOn(*m_a).picture;
        QVERIFY((*m_a)->chooseTilePicture(id(), sofie(), "kaktus"));
        QCOMPARE(tileOn(*m_a).picture, std::string("kaktus"));
        m_a->reopen();
        QCOMPARE(tileOn(*m_a).picture, std::string("kaktus"));
        meetAll();
        QCOMPARE(tileOn(*m_b).picture, std::string("kaktus"));
        QVERIFY((*m_b)->chooseTilePicture(id(), sofie(), before)); // undone, elsewhere
        meetAll();
        QCOMPARE(tileOn(*m_a).picture, before);
        QCOMPARE(tileOn(*m_a).name, std::string("Sofie"));
    }

    void whatAnotherTileHasIsNotTaken()
    {
        QVERIFY((*m_a)->chooseTilePicture(m_home->karim.person, m_home->karim, "kaktus"));
        QCOMPARE(errorOf((*m_a)->chooseTilePicture(id(), sofie(), "kaktus")), Errc::NotAllowed);
        QVERIFY((*m_a)->chooseTilePicture(m_home->karim.person, m_home->karim, "kaktus")); // one's own again
    }

    void whatIsNoPictureIsRefused()
    {
        for (const std::string &name : {std::string(), std::string("../hus"), std::string("Hus"),
                                        std::string("a b"), std::string(33, 'a')}) {
            QCOMPARE(errorOf((*m_a)->chooseTilePicture(id(), sofie(), name)), Errc::BadArgument);
        }
        QVERIFY((*m_a)->chooseTilePicture(id(), sofie(), std::string(32, 'a')));
    }

    void nobodyElseSaysIt()
    {
        for (const Who &who : {m_home->mette, m_home->karim, m_home->lone}) {
            QCOMPARE(errorOf((*m_a)->chooseTilePicture(id(), who, "kaktus")), Errc::NotAllowed);
            QCOMPARE(errorOf((*m_a)->setOwnWish(id(), who, OwnWish::Letters, 150)), Errc::NotAllowed);
            QCOMPARE(errorOf((*m_a)->setAsking(id(), who, kWellbeing, Asking::Yes)), Errc::NotAllowed);
        }
    }

    void everyWishIsKeptAndReachesTheOthers()
    {
        QCOMPARE(tileOn(*m_a).ways, Ways());
        const std::int64_t until = m_a->nowMs + 86'400'000;
        QVERIFY(set(OwnWish::AnswerWay, wire::v1::WAY_NUMBERS));
        QVERIFY(set(OwnWish::Aloud, 2));
        QVERIFY(set(OwnWish::Letters, 150));
        QVERIFY(set(OwnWish::CoverAfter, 300));
        QVERIFY(set(OwnWish::WithoutTablet, 1));
        QVERIFY(set(OwnWish::AwayUntil, until));
        QVERIFY((*m_a)->setAsking(id(), sofie(), kWellbeing, Asking::SaysSo));
        QVERIFY(set(OwnWish::Readers, kTeam));
        const Ways said{wire::v1::WAY_NUMBERS,
                        domain::Aloud::Slow,
                        150,
                        300,
                        true,
                        until,
                        {{"saadan-gaar-det", Asking::SaysSo}},
                        StreamKind::Team};
        QCOMPARE(tileOn(*m_a).ways, said);
        m_a->reopen();
        QCOMPARE(tileOn(*m_a).ways, said);
        meetAll();
        QCOMPARE(tileOn(*m_b).ways, said);
        QVERIFY(said.isAway(until - 1));
        QVERIFY(!said.isAway(until));
        QVERIFY(set(OwnWish::AwayUntil, Ways::kAwayOpen));
        QVERIFY(tileOn(*m_a).ways.isAway(until));
        QVERIFY(set(OwnWish::AwayUntil, 0));
        QVERIFY(!tileOn(*m_a).ways.isAway(0));
    }

    void outOfRangeIsRefused()
    {
        QCOMPARE(errorOf(set(OwnWish::AnswerWay, wire::v1::WAY_PAPER)), Errc::BadArgument);
        QCOMPARE(errorOf(set(OwnWish::Aloud, 4)), Errc::BadArgument);
        QCOMPARE(errorOf(set(OwnWish::Letters, 84)), Errc::BadArgument);
        QCOMPARE(errorOf(set(OwnWish::Letters, 201)), Errc::BadArgument);
        QCOMPARE(errorOf(set(OwnWish::AwayUntil, -2)), Errc::BadArgument);
        for (const int wrong : {-1, 1, 2, 6, 256 + kTeam}) { // nobody's stream but own, chosen and team
            QCOMPARE(errorOf(set(OwnWish::Readers, wrong)), Errc::BadArgument);
        }
        QCOMPARE(errorOf(set(OwnWish::CoverAfter, 59)), Errc::BadArgument);
        QCOMPARE(errorOf(set(OwnWish::CoverAfter, 601)), Errc::BadArgument);
        QVERIFY(set(OwnWish::CoverAfter, 60));
        QVERIFY(set(OwnWish::CoverAfter, 600));
        QVERIFY(set(OwnWish::Letters, 85));
        QVERIFY(set(OwnWish::Letters, 200));
        QCOMPARE(errorOf((*m_a)->setAsking(id(), sofie(), kPlan, Asking::Yes)), Errc::NotFound);
        QCOMPARE(errorOf((*m_a)->setAsking(id(), sofie(), kWellbeing, static_cast<Asking>(4))),
                 Errc::BadArgument);
    }

    void askedNoMoreNobodyElseBegins()
    {
        QVERIFY((*m_a)->beginForm(id(), m_home->mette, kWellbeing, {}));
        QVERIFY((*m_a)->setAsking(id(), sofie(), kWellbeing, Asking::SaysSo));
        QVERIFY((*m_a)->beginForm(id(), m_home->mette, kWellbeing, {}));
        QVERIFY((*m_a)->setAsking(id(), sofie(), kWellbeing, Asking::NoMore));
        meetAll();
        for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
            const auto begun = (*tablet)->beginForm(id(), m_home->mette, kWellbeing, {});
            QVERIFY(!begun && begun.error().code() == Errc::NotAllowed);
            QVERIFY((*tablet)->beginForm(id(), sofie(), kWellbeing, {})); // she may always
            QVERIFY(
                (*tablet)->beginForm(id(), m_home->mette, kCooperation, m_home->ali.person)); // of this one
        }
        QVERIFY((*m_b)->setAsking(id(), sofie(), kWellbeing, Asking::Yes));
        QVERIFY((*m_b)->beginForm(id(), m_home->mette, kWellbeing, {}));
    }

    void saidOnTwoTabletsTheOneThatLeavesInPeaceHolds()
    {
        QVERIFY((*m_a)->setAsking(id(), sofie(), kWellbeing, Asking::NoMore));
        QVERIFY((*m_b)->setAsking(id(), sofie(), kWellbeing, Asking::SaysSo));
        meetAll();
        QCOMPARE(tileOn(*m_a).ways.askingFor(kWellbeing), Asking::NoMore);
        QCOMPARE(tileOn(*m_b).ways.askingFor(kWellbeing), Asking::NoMore);
    }

    void whoMayReadIsPreselectedForWellbeingAlone()
    {
        QCOMPARE(must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).usualReaders, Readers());
        QVERIFY(set(OwnWish::Readers, kTeam));
        const auto draft = must((*m_a)->beginForm(id(), sofie(), kWellbeing, {}));
        QCOMPARE(draft.usualReaders, Readers(StreamKind::Team));
        QCOMPARE(draft.readers, Readers()); // said once; not of this sheet yet
        // About the help it is asked each time, and so it is of what others write down.
        const auto help = must((*m_a)->beginForm(id(), sofie(), kCooperation, m_home->ali.person));
        QCOMPARE(help.usualReaders, Readers());
        QCOMPARE(help.readers, Readers());
        QCOMPARE(must((*m_a)->beginForm(id(), m_home->mette, kWellbeing, {})).usualReaders, Readers());
        QVERIFY(set(OwnWish::Readers, 0));
        QCOMPARE(must((*m_a)->draft(draft.id)).usualReaders, Readers()); // taken back
    }

    void byItselfItSendsNothing()
    {
        QVERIFY(set(OwnWish::Readers, kTeam));
        const auto draft = must((*m_a)->beginForm(id(), sofie(), kWellbeing, {}));
        const auto &item = first(*m_a);
        must((*m_a)->chooseAnswer(draft.id, item.linkId, item.options.front().code));
        QCOMPARE(errorOf((*m_a)->sendDraft(draft.id)), Errc::BadArgument);
        must((*m_a)->setReaders(draft.id, StreamKind::Chosen)); // of this one something else
        const auto now = must((*m_a)->draft(draft.id));
        QCOMPARE(now.readers, Readers(StreamKind::Chosen));
        QCOMPARE(now.usualReaders, Readers());
        must((*m_a)->sendDraft(draft.id));
        must((*m_a)->settleSent());
        QCOMPARE(must((*m_a)->openResident(id(), sofie())).responses.front().readers, StreamKind::Chosen);
        QCOMPARE(tileOn(*m_a).ways.readers, Readers(StreamKind::Team)); // and the next time as before
    }

    void onlyMeIsPreselectedWhileItIsOpenAndNobodyElseInstead()
    {
        m_home->addOwn(sofie());
        m_home->addDevice(m_a->file());
        meetAll();
        QVERIFY(set(OwnWish::Readers, kOwn));
        QCOMPARE(must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).usualReaders, Readers());
        must((*m_a)->openResident(id(), sofie()));
        auto outcome = engine::OwnAnswer::Outcome::Failed;
        (*m_a)->choosePictures(id(), sofie(), seal::Pictures{"baad", "kop", "hus"},
                               [&](const engine::OwnAnswer &answer) { outcome = answer.outcome; });
        QCOMPARE(outcome, engine::OwnAnswer::Outcome::Ok);
        QCOMPARE(must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).usualReaders,
                 Readers(StreamKind::Own));
        (*m_a)->closeResident();
        QCOMPARE(must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).usualReaders, Readers());
    }

    /** Said once, that is what every sheet is from its first tap on. */
    void whatIsUsuallyForMeAloneLiesBehindThePictures()
    {
        m_home->addOwn(sofie());
        m_home->addDevice(m_a->file());
        meetAll();
        QVERIFY(set(OwnWish::Readers, kOwn));
        must((*m_a)->openResident(id(), sofie()));
        const auto own = [&](auto call) {
            auto outcome = engine::OwnAnswer::Outcome::Failed;
            ((**m_a).*call)(id(), sofie(), seal::Pictures{"baad", "kop", "hus"},
                            [&](const engine::OwnAnswer &answer) { outcome = answer.outcome; });
            QCOMPARE(outcome, engine::OwnAnswer::Outcome::Ok);
        };
        own(&engine::Engine::choosePictures);
        const auto sheet = must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).id;
        const auto &item = first(*m_a);
        must((*m_a)->chooseAnswer(sheet, item.linkId, item.options.front().code));
        const auto isShut = [&] {
            (*m_a)->closeResident();
            const bool shut = !(*m_a)->draft(sheet) &&
                              must((*m_a)->openResident(id(), sofie())).drafts.empty() &&
                              must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).answers.empty();
            own(&engine::Engine::openOwn);
            return shut && must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).id == sheet;
        };
        QVERIFY(isShut());
        must((*m_a)->sendDraft(sheet, StreamKind::Own));
        must((*m_a)->undoSend(sheet));
        QVERIFY(isShut()); // Fortryd leaves it there
        must((*m_a)->setReaders(sheet, StreamKind::Chosen));
        (*m_a)->closeResident();
        QVERIFY((*m_a)->draft(sheet)); // of this one something else was said
    }

    void whereNobodyIsChosenNothingIsPreselected()
    {
        const Who anna = m_home->addResident("Anna", {}, {m_home->mette});
        meetAll();
        QVERIFY((*m_a)->setOwnWish(anna.person, anna, OwnWish::Readers, kChosen));
        QCOMPARE(must((*m_a)->beginForm(anna.person, anna, kWellbeing, {})).usualReaders, Readers());
        QVERIFY((*m_a)->setOwnWish(anna.person, anna, OwnWish::Readers, kTeam));
        QCOMPARE(must((*m_a)->beginForm(anna.person, anna, kWellbeing, {})).usualReaders,
                 Readers(StreamKind::Team));
    }

    void readersSaidDifferentlyOnTwoTabletsAreAskedAgain()
    {
        QVERIFY(set(OwnWish::Readers, kTeam));
        QVERIFY((*m_b)->setOwnWish(id(), sofie(), OwnWish::Readers, kChosen));
        meetAll();
        QCOMPARE(tileOn(*m_a).ways.readers, Readers());
        QCOMPARE(tileOn(*m_b).ways.readers, Readers());
        QVERIFY(set(OwnWish::Readers, kChosen));
        meetAll();
        QCOMPARE(tileOn(*m_b).ways.readers, Readers(StreamKind::Chosen));
    }

    void aSheetIsAnsweredAsTheyLikeToAnswer()
    {
        QCOMPARE(must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).way, wire::v1::WAY_FACES);
        QVERIFY(set(OwnWish::AnswerWay, wire::v1::WAY_NUMBERS));
        const auto draft = must((*m_a)->beginForm(id(), sofie(), kWellbeing, {}));
        QCOMPARE(draft.way, wire::v1::WAY_NUMBERS);
        const std::string link = first(*m_a).linkId;
        for (const int wrong : {-1, 11}) {
            QCOMPARE(errorOf((*m_a)->chooseNumber(draft.id, link, wrong)), Errc::BadArgument);
        }
        for (const int number : {0, 10, 4}) {
            QVERIFY((*m_a)->chooseNumber(draft.id, link, number));
            const auto now = must((*m_a)->draft(draft.id));
            QCOMPARE(now.answers.at(link).tenths, std::optional<std::int64_t>(10 * number));
            QCOMPARE(now.answers.at(link).words, std::to_string(number));
        }
        // Begun so, it stays so; what staff write down looks as the form does.
        QVERIFY(set(OwnWish::AnswerWay, wire::v1::WAY_WORDS));
        QCOMPARE(must((*m_a)->beginForm(id(), sofie(), kWellbeing, {})).way, wire::v1::WAY_NUMBERS);
        QCOMPARE(must((*m_a)->beginForm(id(), m_home->mette, kWellbeing, {})).way, wire::v1::WAY_FACES);
        must((*m_a)->setReaders(draft.id, StreamKind::Team));
        must((*m_a)->sendDraft(draft.id));
        must((*m_a)->settleSent());
        const auto saved = must((*m_a)->openResident(id(), sofie())).responses.front();
        QCOMPARE(saved.way, wire::v1::WAY_NUMBERS);
        QCOMPARE(saved.answers.front().tenths, std::optional<std::int64_t>(40));
        QCOMPARE(saved.answers.front().words, std::string("4"));
    }
};

QTEST_GUILESS_MAIN(TestOwnWays)
#include "tst_own_ways.moc"
