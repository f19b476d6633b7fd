// Rounds in the common room: whole answers without names, on the tablet until there are enough of them.
#include "app/engine/rounds.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/wipe.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>
#include <sqlite3.h>

using namespace trivsel;
using namespace trivsel::test;
using domain::RoundAnswers;
using engine::RoundEnd;

namespace {
const std::string kTheme = "https://trivsel.example/fhir/Questionnaire/tema-1-beboer";
const std::string kOtherTheme = "https://trivsel.example/fhir/Questionnaire/tema-2-beboer";
constexpr std::int64_t kWeekMs = engine::Rounds::kOpenMs;
constexpr std::int64_t kDayMs = 86'400'000;
} // namespace

class TestEngineRounds : public QObject, private TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void fiveGoInOneBoxThatOnlyTheServerOpens();
    void fewerThanFiveStay();
    void theNextRoundOfTheThemeGoesOnWithThem();
    void itIsOpenForSevenDays();
    void byHandItClosesFromADayOn();
    void aClockThatIsSetNeitherProlongsNorShortensIt();
    void whileTheTabletIsOffTheClockCounts();
    void anAnswerSurvivesAStop();
    void halfAnAnswerIsNone();
    void theRowTellsNothingByItsSize();
    void itTakesSixtyFourAnswers();
    void oneAtATime();
    void staffHoldItOnTheSharedTablet();
    void whatIsNoThemeMakesNoRound();
    void aDeviceThatIsLentTakesNone();
    void itGoesWhenItsBoxIsSafe();
    void aTakenIdIsHandedOverAgain();
    void itWaitsForAServerThatSaysItsKey();
    void anOrderToEmptyTheTabletHandsItInFirst();
    void staffReadWhatTheServerWorkedOut();

private:
    [[nodiscard]] std::optional<engine::RoundsSnapshot::Open> open() { return must((*m_a)->rounds()).open; }
    void begin(const std::string &url = kTheme) { must((*m_a)->beginRound(m_home->mette, url)); }
    [[nodiscard]] Status say(const RoundAnswers &answers) { return (*m_a)->answerRound(open()->id, answers); }
    void answer(int times, int what = 2)
    {
        for (int i = 0; i < times; ++i) {
            must(say(RoundAnswers(6, what)));
        }
    }
    RoundEnd close() // a day after it was begun
    {
        m_uptime += kDayMs;
        return must((*m_a)->closeRound(m_home->mette));
    }
    [[nodiscard]] Errc tooEarly() { return (*m_a)->closeRound(m_home->mette).error().code(); }
    [[nodiscard]] std::vector<wire::v1::Change> boxes();
    [[nodiscard]] std::vector<domain::ClosedRound> atTheServer();
    [[nodiscard]] std::vector<int> rowSizes();
    void append(std::size_t from);
    void makeSafe() { m_server->safeUpto = must(m_server->end()).seq; }

    StreamId m_house;
    StreamId m_insight;
    std::int64_t m_uptime = 0;
};

void TestEngineRounds::append(std::size_t from)
{
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    const std::vector<seal::SealedChange> log(m_home->log().begin() + static_cast<std::ptrdiff_t>(from),
                                              m_home->log().end());
    must(m_server->journal().append(log));
    for (const wire::v1::Proof &proof : m_home->officeProofs(from)) {
        must(m_server->journal().keepProof(proof));
    }
    must(transaction.commit());
}

void TestEngineRounds::init()
{
    makeAnew();
    m_uptime = 1'000'000;
    m_a->countUptime([this] { return m_uptime; });
    m_a->reopen();
    m_server->identity = TestHome::serverSecret();
    const std::size_t before = m_home->log().size();
    m_house = m_home->addAudit({});
    m_insight = m_home->addHouse(StreamKind::Insight);
    append(before);
    m_server->boxed = {m_house};
    m_server->streams[m_insight] = 1;
    grantAll(*m_b); // and not the shared tablet
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
}

std::vector<wire::v1::Change> TestEngineRounds::boxes()
{
    std::vector<wire::v1::Change> out;
    must(m_server->journal().readStream(m_house, 0, [&](journal::StoredChange &&stored) {
        if (!stored.change.gone) {
            out.push_back(must(seal::readBoxed(stored.change, seal::boxKeyOf(TestHome::serverSecret()))));
        }
        return true;
    }));
    return out;
}

std::vector<domain::ClosedRound> TestEngineRounds::atTheServer()
{
    std::vector<domain::ClosedRound> out;
    for (const wire::v1::Change &box : boxes()) {
        for (const wire::v1::Op &op : box.ops()) {
            if (domain::isRoundBox(op)) {
                out.push_back(domain::readRoundBox(op).value());
            }
        }
    }
    return out;
}

std::vector<int> TestEngineRounds::rowSizes()
{
    sqlite3 *database = nullptr;
    const std::string file =
        (std::filesystem::path(m_dir->path().toStdString()) / "a" / "tablet.db").string();
    std::vector<int> out;
    if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
        sqlite3_exec(
            database, "SELECT length(sealed) FROM draft",
            [](void *to, int, char **values, char **) {
                static_cast<std::vector<int> *>(to)->push_back(std::atoi(values[0]));
                return 0;
            },
            &out, nullptr);
    }
    sqlite3_close(database);
    return out;
}

void TestEngineRounds::fiveGoInOneBoxThatOnlyTheServerOpens()
{
    begin();
    answer(4);
    must(say({0, 1, 2, 3, domain::kRoundDontKnow, domain::kRoundSkipped}));
    QVERIFY(run(*m_a).ok());
    QVERIFY(boxes().empty()); // open: nothing leaves
    QVERIFY(close() == RoundEnd::Leaving);
    QVERIFY(!open());
    QCOMPARE(must((*m_a)->rounds()).leaving, std::vector{kTheme});
    QVERIFY((*m_a)->hasSomethingToSend());
    QVERIFY(run(*m_a).ok());
    const auto rounds = atTheServer();
    QCOMPARE(rounds.size(), std::size_t(1));
    QCOMPARE(rounds[0].people, 5);
    QVERIFY(rounds[0].form.definition == shippedCatalogue()->byUrl(kTheme)->hash);
    QCOMPARE(rounds[0].day.value_or(0), m_a->nowMs / 86'400'000);
    const std::vector<int> first{1, 0, 4, 0, 0};
    QCOMPARE(rounds[0].items[0].options, first);
    QCOMPARE(rounds[0].items[4].dontKnow, 1);
    QCOMPARE(rounds[0].items[5].skipped, 1);
    for (const wire::v1::Change &box : boxes()) {
        QVERIFY(box.author().empty() && box.enterer().empty() && box.wall_ms() == 0);
        for (const wire::v1::Op &op : box.ops()) { // no answer of one person stands together
            QVERIFY(op.v_case() == wire::v1::Op::kParts && op.seen().empty());
        }
    }
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().size(), std::size_t(1)); // once is enough
}

void TestEngineRounds::fewerThanFiveStay()
{
    begin();
    answer(4);
    QVERIFY(close() == RoundEnd::TooFew);
    QVERIFY(run(*m_a).ok());
    QVERIFY(boxes().empty());
    const auto shown = must((*m_a)->rounds());
    QVERIFY(!shown.open && shown.leaving.empty());
    QCOMPARE(shown.tooFew, std::vector{kTheme});
    m_a->reopen();
    QCOMPARE(must((*m_a)->rounds()).tooFew, std::vector{kTheme});
}

void TestEngineRounds::theNextRoundOfTheThemeGoesOnWithThem()
{
    begin();
    answer(4, 0);
    QVERIFY(close() == RoundEnd::TooFew);
    begin(kOtherTheme);
    QVERIFY(close() == RoundEnd::TooFew);
    begin();
    answer(1, 4);
    QVERIFY(close() == RoundEnd::Leaving);
    QVERIFY(run(*m_a).ok());
    const auto rounds = atTheServer();
    QCOMPARE(rounds.size(), std::size_t(1));
    const std::vector<int> options{4, 0, 0, 0, 1};
    QCOMPARE(rounds[0].items[0].options, options);
}

void TestEngineRounds::itIsOpenForSevenDays()
{
    begin();
    answer(5);
    m_uptime += kWeekMs - 1;
    QVERIFY(open());
    answer(1);
    m_uptime += 1;
    const EntityId round = open() ? open()->id : EntityId{};
    QVERIFY(round.isNull()); // it has closed by itself
    QCOMPARE(must((*m_a)->rounds()).leaving, std::vector{kTheme});
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().at(0).people, 6);
}

void TestEngineRounds::byHandItClosesFromADayOn()
{
    begin();
    answer(5);
    QCOMPARE(tooEarly(), Errc::NotAllowed);
    QCOMPARE(open()->closesByHandInMs, kDayMs);
    m_a->nowMs += 3 * kDayMs; // a clock that is set while it runs
    QCOMPARE(tooEarly(), Errc::NotAllowed);
    m_a->nowMs -= 3 * kDayMs;
    m_uptime += kDayMs - 1;
    QCOMPARE(tooEarly(), Errc::NotAllowed);
    QCOMPARE(open()->closesByHandInMs, 1);
    m_a->close(); // off for a millisecond
    m_uptime = 0;
    m_a->nowMs += 1;
    m_a->reopen();
    QCOMPARE(open()->closesByHandInMs, 0);
    QVERIFY(must((*m_a)->closeRound(m_home->mette)) == RoundEnd::Leaving);
    // The next one, also when it goes on with answers that were too few, has a day of its own.
    begin(kOtherTheme);
    QVERIFY(close() == RoundEnd::TooFew);
    begin(kOtherTheme);
    QCOMPARE(tooEarly(), Errc::NotAllowed);
    QVERIFY(close() == RoundEnd::TooFew);
}

void TestEngineRounds::aClockThatIsSetNeitherProlongsNorShortensIt()
{
    begin();
    const EntityId round = open()->id;
    answer(4);
    m_a->nowMs += 30 * kWeekMs;
    QVERIFY(open());
    m_a->nowMs -= 60 * kWeekMs;
    QVERIFY(open());
    m_uptime += kWeekMs;
    // Whoever was answering when it closed is told, and the fifth is not there.
    QCOMPARE((*m_a)->answerRound(round, RoundAnswers(6, 1)).error().code(), Errc::NotFound);
    QCOMPARE(must((*m_a)->rounds()).tooFew, std::vector{kTheme});
}

void TestEngineRounds::whileTheTabletIsOffTheClockCounts()
{
    begin();
    answer(5);
    m_a->close();
    m_uptime = 0;
    m_a->nowMs += kWeekMs - 1;
    m_a->reopen();
    QVERIFY(open());
    m_uptime += 1;
    QVERIFY(!open());
    begin(kOtherTheme);
    m_a->close();
    m_a->nowMs += kWeekMs;
    m_a->reopen();
    QCOMPARE(must((*m_a)->rounds()).tooFew, std::vector{kOtherTheme});
}

void TestEngineRounds::anAnswerSurvivesAStop()
{
    begin();
    for (int i = 0; i < 5; ++i) {
        answer(1);
        m_a->reopen();
    }
    QVERIFY(close() == RoundEnd::Leaving);
    m_a->reopen();
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().at(0).people, 5);
}

void TestEngineRounds::halfAnAnswerIsNone()
{
    begin();
    answer(4);
    QCOMPARE(say(RoundAnswers(5, 1)).error().code(), Errc::BadArgument);
    QCOMPARE(say(RoundAnswers(6, domain::kRoundSkipped)).error().code(), Errc::BadArgument);
    QCOMPARE(say(RoundAnswers(6, 5)).error().code(), Errc::BadArgument);
    QVERIFY(close() == RoundEnd::TooFew);
}

void TestEngineRounds::theRowTellsNothingByItsSize()
{
    begin();
    const auto before = rowSizes();
    QCOMPARE(before.size(), std::size_t(1));
    for (int i = 0; i < 7; ++i) {
        must(say({i % 5, 4 - i % 5, 1, domain::kRoundSkipped, domain::kRoundDontKnow, 0}));
        QCOMPARE(rowSizes(), before);
    }
}

void TestEngineRounds::itTakesSixtyFourAnswers()
{
    begin();
    answer(domain::kRoundAnswersMax);
    QCOMPARE(say(RoundAnswers(6, 1)).error().code(), Errc::TooLarge);
    QVERIFY(close() == RoundEnd::Leaving);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().at(0).people, domain::kRoundAnswersMax);
}

void TestEngineRounds::oneAtATime()
{
    begin();
    QCOMPARE((*m_a)->beginRound(m_home->mette, kOtherTheme).error().code(), Errc::StoreExists);
    QCOMPARE((*m_a)->beginRound(m_home->mette, kTheme).error().code(), Errc::StoreExists);
    QVERIFY(close() == RoundEnd::TooFew);
    QCOMPARE((*m_a)->closeRound(m_home->mette).error().code(), Errc::NotFound);
    begin(kOtherTheme);
}

void TestEngineRounds::staffHoldItOnTheSharedTablet()
{
    QCOMPARE((*m_a)->beginRound(m_home->sofie, kTheme).error().code(), Errc::NotAllowed);
    QCOMPARE((*m_a)->beginRound({}, kTheme).error().code(), Errc::NotAllowed);
    begin();
    QCOMPARE((*m_a)->closeRound(m_home->sofie).error().code(), Errc::NotAllowed);
    const auto path = std::filesystem::path(m_dir->path().toStdString()) / "phone";
    EngineTablet phone(*m_home, path, "Vagt", 3, TabletKind::Staff);
    grantAll(phone);
    QVERIFY(run(phone).ok());
    QCOMPARE(phone->beginRound(m_home->mette, kTheme).error().code(), Errc::NotAllowed);
    QCOMPARE(phone->answerRound(open()->id, RoundAnswers(6, 1)).error().code(), Errc::NotAllowed);
}

void TestEngineRounds::whatIsNoThemeMakesNoRound()
{
    for (const auto &definition : shippedCatalogue()->all()) {
        const bool theme = definition->id.starts_with("tema-") && definition->id.ends_with("-beboer");
        QCOMPARE(engine::roundFormOf(*definition).has_value(), theme);
    }
    QCOMPARE((*m_a)->beginRound(m_home->mette, kWellbeing).error().code(), Errc::NotFound);
    QCOMPARE((*m_a)
                 ->beginRound(m_home->mette, "https:"
                                             "//nowhere")
                 .error()
                 .code(),
             Errc::NotFound);
}

void TestEngineRounds::aDeviceThatIsLentTakesNone()
{
    begin();
    const EntityId round = open()->id;
    domain::TalkAgreement agreement;
    agreement.topic = {domain::TalkAbout::Person, m_home->mette.person, {}};
    agreement.period = domain::TalkPeriod::Week;
    agreement.rhythm = domain::TalkRhythm::Week;
    agreement.asking = domain::TalkAsking::StaffAsk;
    must((*m_a)->agreeOnConversations(m_home->sofie.person, m_home->mette, agreement, {}));
    domain::Conversation talk;
    talk.topic = agreement.topic;
    talk.period = domain::TalkPeriod::Week;
    talk.way = domain::TalkWay::Alone;
    must((*m_a)->keepConversation(m_home->sofie.person, m_home->mette, talk));
    must((*m_a)->startConversation(m_home->sofie.person, m_home->mette));
    QCOMPARE((*m_a)->answerRound(round, RoundAnswers(6, 1)).error().code(), Errc::NotAllowed);
}

void TestEngineRounds::itGoesWhenItsBoxIsSafe()
{
    begin();
    answer(5);
    QVERIFY(close() == RoundEnd::Leaving);
    QVERIFY(run(*m_a).ok());
    m_a->reopen();
    QCOMPARE(must((*m_a)->rounds()).leaving, std::vector{kTheme}); // on one disk only
    makeSafe();
    QVERIFY(run(*m_a).ok());
    QVERIFY(must((*m_a)->rounds()).leaving.empty());
    QVERIFY(rowSizes().empty());
    m_a->reopen();
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().size(), std::size_t(1));
}

void TestEngineRounds::aTakenIdIsHandedOverAgain()
{
    begin();
    answer(5);
    QVERIFY(close() == RoundEnd::Leaving);
    QVERIFY(run(*m_a).ok());
    seal::SealedChange sent;
    must(m_server->journal().readStream(m_house, 0, [&](journal::StoredChange &&stored) {
        sent = stored.change; // the last one: that staff looked may stand before it
        return true;
    }));
    must((*m_a)->syncPort().markQuarantined(m_house, sent.dot, wire::v1::ID_COLLISION));
    QVERIFY(run(*m_a).ok());
    const auto rounds = atTheServer();
    QCOMPARE(rounds.size(), std::size_t(2));
    QVERIFY(rounds[0] == rounds[1]); // one round in two changes: the server counts it once
}

void TestEngineRounds::itWaitsForAServerThatSaysItsKey()
{
    makeAnew(); // an older server
    m_a->countUptime([this] { return m_uptime; });
    m_a->reopen();
    QVERIFY(run(*m_a).ok());
    begin();
    answer(5);
    QVERIFY(close() == RoundEnd::Leaving);
    QVERIFY(run(*m_a).ok());
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0));
    QCOMPARE(must((*m_a)->rounds()).leaving, std::vector{kTheme});
}

void TestEngineRounds::anOrderToEmptyTheTabletHandsItInFirst()
{
    begin();
    answer(5);
    constexpr std::int64_t kIssuedMs = 1'790'000'000'000;
    m_server->wipeOrders[m_a->file().device] =
        seal::orderWipe(m_home->id(), m_a->file().device, kIssuedMs, TestHome::serverSecret());
    bool wiped = false;
    for (int runs = 0; runs < 3 && !wiped; ++runs) { // what the order closes goes with the next
        wiped = run(*m_a).progress.wiped;
    }
    QVERIFY(wiped);
    QCOMPARE(atTheServer().at(0).people, 5);
}

void TestEngineRounds::staffReadWhatTheServerWorkedOut()
{
    const auto form = engine::roundFormOf(*shippedCatalogue()->byUrl(kTheme)).value();
    const auto round =
        domain::tallied(m_house.bits, form, std::vector<RoundAnswers>(6, RoundAnswers(6, 3)), 20'700);
    const std::size_t before = m_home->log().size();
    m_home->write(m_insight, domain::writeRoundResult(domain::resultOf(round), m_home->fold(m_insight)));
    append(before);
    const auto path = std::filesystem::path(m_dir->path().toStdString()) / "phone";
    EngineTablet phone(*m_home, path, "Vagt", 3, TabletKind::Staff);
    grantAll(phone);
    QVERIFY(run(phone).ok());
    QCOMPARE(must(phone->roundResults(m_home->mette)), std::vector{domain::resultOf(round)});
    QCOMPARE(phone->roundResults(m_home->sofie).error().code(), Errc::NotAllowed);
    QCOMPARE((*m_a)->roundResults(m_home->mette).error().code(), Errc::NotAllowed); // the shared tablet
}

QTEST_GUILESS_MAIN(TestEngineRounds)
#include "tst_rounds.moc"
