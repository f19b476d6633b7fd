// What must never be lost on a tablet: SAFE, a change that connections break on, holes, and a tablet that was
// copied while it ran.
#include "app/engine/suspects.h"
#include "proto/archive/rescue.h"
#include "proto/base/limits.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QFile>
#include <QTest>
#include <set>

using namespace trivsel;
using namespace trivsel::test;
using merge::RegisterState;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;

} // namespace

class TestSafety : public QObject, private TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void durableIsNotYetSafe();
    void aNewEpochMakesNothingSafe();
    void oneBadChangeNeverStopsTheQueue();
    void aConnectionThatJustBreaksCostsNothing();
    void aLineThatDropsEverythingBlamesNobody_data();
    void aLineThatDropsEverythingBlamesNobody();
    void fiveTimesInARowAndNotFour();
    void aBreakOfTheLineInBetweenBeginsAnew();
    void breaksThatAnOlderProgramCountedSayNothing();
    void nothingWaitsForABadChange();
    void aBadChangeOfAnotherTabletStandsInNobodysWay();
    void whatIsSetAsideIsOfferedAgain_data();
    void whatIsSetAsideIsOfferedAgain();
    void whatIsSetAsideCanBeTakenOutAndRead();
    void whatHadReachedTheOfficeWaitsNoMore_data();
    void whatHadReachedTheOfficeWaitsNoMore();
    void aHoleThatNobodyCanFillBlocksNothing();
    void aRangeThatIsNotHeldIsLeftOut();
    void aTabletCopiedWhileItRanComesToTheSame();
    void aWithdrawnAnswerWhoseIdWasTakenStaysWithdrawn();
    void theTwinsWordsComeFirstByThePull();
    void whatWasWrittenBehindATakenIdHidesNobodysWords_data();
    void whatWasWrittenBehindATakenIdHidesNobodysWords();
    void whatIsAcceptedBehindAForkComesBack();
    void aThirdContentUnderOneIdIsKeptToo();
    void whatTheOfficeAcceptedWaitsNoMore();
    void whatTheOfficeHoldsIsNotSafe();
    void whatTheOfficeHeldAndLostIsHeldAnew();

private:
    using EnginePtr = std::unique_ptr<engine::Engine>;
    std::vector<std::string> texts(engine::Engine &tablet);
    /** What stands in the field: one text, or those that wait. */
    std::vector<std::string> versions(engine::Engine &tablet);
    Dot dotOf(engine::Engine &tablet, const std::string &text);
    /** Breaks the connection on every push that holds this change with its content. */
    RunOptions breaksOn(const Dot &dot) const;
    /** As often as it takes on a line that carries everything else. */
    void setAside(const Dot &dot);
    bool isOffered(const Dot &dot);
    std::vector<std::pair<StreamId, std::pair<Hash256, Hash256>>> stateOf(engine::Engine &tablet);
    EnginePtr openAt(const std::filesystem::path &dir, std::uint64_t seed);

    StreamId m_team;
};

void TestSafety::init()
{
    makeAnew();
    m_team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    QVERIFY(run(**m_a).ok());
    QVERIFY(run(**m_b).ok());
}

std::vector<std::string> TestSafety::texts(engine::Engine &tablet)
{
    std::vector<std::string> out;
    for (const auto &version : must(tablet.history(m_home->sofie.person, m_home->sofie, kPlan, kInside))) {
        out.push_back(version.op.text());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::string> TestSafety::versions(engine::Engine &tablet)
{
    std::vector<std::string> out;
    for (const auto &field : must(tablet.openPlan(m_home->sofie.person, m_home->sofie, kPlan)).fields) {
        for (const merge::Version &version : field.view.versions) {
            out.push_back(field.linkId + ": " + version.op.text());
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

Dot TestSafety::dotOf(engine::Engine &tablet, const std::string &text)
{
    for (const auto &version : must(tablet.history(m_home->sofie.person, m_home->sofie, kPlan, kInside))) {
        if (version.op.text() == text) {
            return version.dot;
        }
    }
    return {};
}

RunOptions TestSafety::breaksOn(const Dot &dot) const
{
    RunOptions options;
    options.breaksOn = [dot, team = m_team](const framing::Frame &frame) {
        wire::v1::Push push;
        if (frame.type != static_cast<std::uint8_t>(framing::FrameType::Push) ||
            !push.ParseFromString(frame.payload) || push.stream() != team.str()) {
            return false;
        }
        return std::any_of(push.changes().begin(), push.changes().end(), [&](const wire::v1::Sealed &sealed) {
            const auto change = seal::fromWire(team, sealed);
            return change && change->dot == dot && !change->gone;
        });
    };
    return options;
}

std::vector<std::pair<StreamId, std::pair<Hash256, Hash256>>> TestSafety::stateOf(engine::Engine &tablet)
{
    std::vector<std::pair<StreamId, std::pair<Hash256, Hash256>>> out;
    for (const auto &one : must(tablet.state())) {
        out.push_back({one.stream, {one.setHash, one.fold}});
    }
    return out;
}

TestSafety::EnginePtr TestSafety::openAt(const std::filesystem::path &dir, std::uint64_t seed)
{
    engine::EngineConfig config = m_a->config();
    config.dataDir = dir;
    config.random = seededRandom(seed);
    config.clock = [] { return kNowMs; };
    return must(engine::Engine::open(config));
}

void TestSafety::durableIsNotYetSafe()
{
    write(**m_a, "Jeg maler.");
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(0)); // not even durable
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(2)); // with the definition
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(2));
    m_server->safeUpto = must(m_server->end()).seq - 1;
    const Run told = run(**m_a);
    QVERIFY(told.ok());
    QCOMPARE(told.count(framing::FrameType::Safe), std::size_t(1));
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(1));
    m_server->safeUpto += 1;
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(0));
    QCOMPARE((*m_a)->sync().atOffice, std::uint64_t(2));
    const Run idle = run(**m_a); // nothing more to ask
    QCOMPARE(idle.count(framing::FrameType::Safe), std::size_t(0));
    QCOMPARE(idle.roundTrips, std::size_t(1));
    m_a->reopen();
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(0));
}

void TestSafety::aNewEpochMakesNothingSafe()
{
    write(**m_a, "Jeg maler.");
    QVERIFY(run(**m_a).ok());
    m_server->safeUpto = must(m_server->end()).seq;
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(0));
    must(m_server->renewEpoch());
    m_server->safeUpto = 0;
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(2));
}

/** Twice among others, then kFailuresMax times alone. */
constexpr int kUntilAside = engine::Suspects::kAloneFrom + engine::Suspects::kFailuresMax;

void TestSafety::setAside(const Dot &dot)
{
    for (int connection = 1; connection <= kUntilAside; ++connection) {
        QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
        QVERIFY(!run(**m_a, breaksOn(dot)).ok());
    }
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(1));
}

/** In a run on a line that breaks on it. */
bool TestSafety::isOffered(const Dot &dot)
{
    return !run(**m_a, breaksOn(dot)).ok();
}

void TestSafety::oneBadChangeNeverStopsTheQueue()
{
    write(**m_a, "A god");
    write(**m_a, "B slem");
    write(**m_a, "C god");
    const Dot bad = dotOf(**m_a, "B slem");
    const RunOptions breaks = breaksOn(bad);
    for (int connection = 1; connection <= kUntilAside; ++connection) {
        QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
        const Run broken = run(**m_a, breaks);
        QVERIFY(!broken.ok());
        m_a->reopen();         // counted over restarts too
        if (connection >= 4) { // alone by now, and last: the others are at the office
            const auto held = must(m_server->ranges(m_team));
            QVERIFY(std::any_of(held.begin(), held.end(), [&](const auto &range) {
                return range.inc == bad.inc && range.first <= bad.ctr + 1 && range.last >= bad.ctr + 1;
            }));
            QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(1));
        }
    }
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(1));
    const Run after = run(**m_a, breaks); // it is not tried again today
    QVERIFY(after.ok());
    QVERIFY(after.progress.upToDate);
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(1)); // it still waits, and is still here to be read
    QVERIFY(!(*m_a)->hasSomethingToSend());
    QCOMPARE(texts(**m_a), (std::vector<std::string>{"A god", "B slem", "C god"}));
    QVERIFY(run(**m_b).ok());
    QCOMPARE(texts(**m_b), (std::vector<std::string>{"A god", "C god"}));
    QCOMPARE(must(m_server->journal().goneCount()), std::uint64_t(0));
    m_a->reopen();
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(1)); // and it is still said
    QCOMPARE(texts(**m_a).size(), std::size_t(3));
}

void TestSafety::aConnectionThatJustBreaksCostsNothing()
{
    write(**m_a, "A");
    const RunOptions breaks = breaksOn(dotOf(**m_a, "A"));
    for (int connection = 1; connection < kUntilAside; ++connection) {
        QVERIFY(!run(**m_a, breaks).ok());
    }
    QVERIFY(run(**m_a).ok()); // the net is back: that was one too few
    QVERIFY(must((*m_a)->syncPort().suspects()).empty());
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    write(**m_a, "B");
    const RunOptions again = breaksOn(dotOf(**m_a, "B"));
    for (int connection = 1; connection < kUntilAside; ++connection) {
        QVERIFY(!run(**m_a, again).ok());
    }
    QVERIFY(run(**m_a).ok()); // an ack wipes the slate
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    QVERIFY(run(**m_b).ok());
    QCOMPARE(texts(**m_b).size(), std::size_t(2));
}

/** At the edge of the Wi-Fi: a Hello gets through, and nothing that is larger, or nothing after a while. */
void TestSafety::aLineThatDropsEverythingBlamesNobody_data()
{
    QTest::addColumn<int>("bytesMax");
    QTest::addColumn<int>("framesMax"); // that the tablet sends
    QTest::newRow("only small frames get through") << 150 << INT_MAX;
    QTest::newRow("it breaks after Hello") << INT_MAX << 1;
    QTest::newRow("it breaks after one more") << INT_MAX << 2;
    QTest::newRow("it breaks after three more") << INT_MAX << 4;
}

void TestSafety::aLineThatDropsEverythingBlamesNobody()
{
    QFETCH(int, bytesMax);
    QFETCH(int, framesMax);
    write(**m_a, "En god dag, som jeg gerne vil huske længe.");
    write(**m_a, "Og en til.");
    RunOptions bad;
    int frames = 0;
    bad.breaksOn = [&](const framing::Frame &frame) {
        return ++frames > framesMax || (frames > 1 && static_cast<int>(frame.payload.size()) > bytesMax);
    };
    for (int connection = 1; connection <= 3 * kUntilAside; ++connection) {
        frames = 0;
        (void)run(**m_a, bad); // some come to their end when little is left to do
        QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    }
    QVERIFY(run(**m_a).ok()); // nearer to the office
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    QVERIFY(must((*m_a)->syncPort().suspects()).empty());
    QVERIFY(run(**m_b).ok());
    QVERIFY(stateOf(**m_a) == stateOf(**m_b));
}

void TestSafety::fiveTimesInARowAndNotFour()
{
    write(**m_a, "Slem");
    const Dot bad = dotOf(**m_a, "Slem");
    for (int connection = 1; connection <= engine::Suspects::kAloneFrom; ++connection) {
        QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    }
    for (int connection = 1; connection <= 4; ++connection) {
        QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    }
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    QVERIFY(isOffered(bad)); // the fifth
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(1));
    QVERIFY(!isOffered(bad));
}

/** Breaks that lie among breaks of the line itself say nothing of the change. */
void TestSafety::aBreakOfTheLineInBetweenBeginsAnew()
{
    write(**m_a, "Slem");
    const Dot bad = dotOf(**m_a, "Slem");
    for (int connection = 1; connection < kUntilAside; ++connection) {
        QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    }
    RunOptions line;
    int frames = 0;
    line.breaksOn = [&frames](const framing::Frame &) { return ++frames > 1; };
    QVERIFY(!run(**m_a, line).ok());
    for (int connection = 1; connection <= 4; ++connection) {
        QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    }
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    QVERIFY(isOffered(bad));
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(1));
}

/** Schema 5 counted breaks of the line as well. */
void TestSafety::breaksThatAnOlderProgramCountedSayNothing()
{
    write(**m_a, "Slem");
    const Dot bad = dotOf(**m_a, "Slem");
    m_a->close();
    {
        auto journal = must(journal::Journal::open(m_a->config().dataDir / "tablet.db", {}));
        auto &db = journal.database();
        auto transaction = must(journal::Transaction::begin(db));
        for (const char *column : {"proven", "offered_ms", "epoch", "app"}) {
            must(db.execute(std::string("ALTER TABLE suspect DROP COLUMN ") + column));
        }
        must(db.execute(
            "INSERT INTO suspect(stream, inc, ctr, failures) SELECT stream, inc, ctr, 5 FROM outbox"));
        must(journal.setMeta("engine.schema", "5"));
        must(transaction.commit());
    }
    m_a->reopen();
    for (int connection = 1; connection < engine::Suspects::kFailuresMax; ++connection) {
        QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    }
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
}

/** Also while nobody knows yet which one it is alone: what others wrote comes in, and a new epoch is met. */
void TestSafety::nothingWaitsForABadChange()
{
    write(**m_a, "Slem");
    const Dot bad = dotOf(**m_a, "Slem");
    for (int connection = 1; connection <= engine::Suspects::kAloneFrom; ++connection) {
        QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    }
    write(**m_b, "Fra den anden.");
    QVERIFY(run(**m_b).ok());
    QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    QCOMPARE(texts(**m_a), (std::vector<std::string>{"Fra den anden.", "Slem"}));
    must(m_server->renewEpoch());
    write(**m_b, "Efter gendannelsen.");
    QVERIFY(run(**m_b).ok());
    QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    QCOMPARE(must((*m_a)->syncPort().state()).epoch, m_server->epoch());
    QCOMPARE(must((*m_a)->syncPort().state()).cursor, must(m_server->end()));
}

/** The office was lost, and what another tablet wrote is offered with that one's own proof, over all it
 * handed in then. */
void TestSafety::aBadChangeOfAnotherTabletStandsInNobodysWay()
{
    const std::filesystem::path before = m_dir->path().toStdString() + "/before";
    m_server->saveCopy(before);
    for (const char *words : {"En", "To", "Tre", "Fire"}) {
        write(**m_b, words);
    }
    QVERIFY(run(**m_b).ok());
    QVERIFY(run(**m_a).ok());
    const Dot bad = dotOf(**m_a, "To");
    const Incarnation inc = bad.inc;
    m_server->restoreCopy(before);
    must(m_server->renewEpoch());
    for (int connection = 1; connection <= kUntilAside; ++connection) {
        QVERIFY(!run(**m_a, breaksOn(bad)).ok());
    }
    const auto suspects = must((*m_a)->syncPort().suspects());
    QCOMPARE(suspects.size(), std::size_t(1)); // and not all that the proof covers
    QCOMPARE(suspects.front().dot, bad);
    QVERIFY(!suspects.front().due); // set aside
    QCOMPARE(must((*m_a)->writeRescue(m_dir->filePath("redning").toStdString())), std::size_t(1));
    const auto held = must(m_server->ranges(m_team));
    QVERIFY(held == (std::vector<journal::Range>{{inc, 1, bad.ctr - 1}, {inc, bad.ctr + 1, 4}}));
    QVERIFY(run(**m_a, breaksOn(bad)).ok());
    QCOMPARE(must(m_server->journal().goneCount()), std::uint64_t(0));
    const auto proofs = must(m_server->journal().proofsFor(m_team, {inc, 4, 4}));
    QVERIFY(std::any_of(proofs.begin(), proofs.end(), [&](const wire::v1::Proof &proof) {
        return proof.device() == m_b->file().device.str() && proof.first() == 1;
    }));
    m_a->nowMs += 24LL * 60 * 60 * 1000;
    QVERIFY(run(**m_a).ok()); // what was wrong is mended
    QVERIFY(must((*m_a)->syncPort().suspects()).empty());
    QVERIFY(must(m_server->ranges(m_team)) == (std::vector<journal::Range>{{inc, 1, 4}}));
    QVERIFY(run(**m_b).ok());
    QVERIFY(stateOf(**m_a) == stateOf(**m_b));
}

void TestSafety::whatIsSetAsideIsOfferedAgain_data()
{
    QTest::addColumn<std::int64_t>("laterMs");
    QTest::addColumn<bool>("newEpoch");
    QTest::addColumn<bool>("newApp");
    QTest::addColumn<bool>("offered");
    constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
    QTest::newRow("at once") << std::int64_t(0) << false << false << false;
    QTest::newRow("a moment before a day is over") << kDayMs - 1 << false << false << false;
    QTest::newRow("after a day") << kDayMs << false << false << true;
    QTest::newRow("the clock was set back") << std::int64_t(-1) << false << false << true;
    QTest::newRow("another server, or the same from a backup") << std::int64_t(0) << true << false << true;
    QTest::newRow("another program here") << std::int64_t(0) << false << true << true;
}

void TestSafety::whatIsSetAsideIsOfferedAgain()
{
    QFETCH(std::int64_t, laterMs);
    QFETCH(bool, newEpoch);
    QFETCH(bool, newApp);
    QFETCH(bool, offered);
    write(**m_a, "Slem");
    const Dot bad = dotOf(**m_a, "Slem");
    setAside(bad);
    m_a->nowMs += laterMs;
    if (newEpoch) {
        must(m_server->renewEpoch());
    }
    if (newApp) {
        m_a->appVersion = "later";
        m_a->reopen();
    }
    QCOMPARE(isOffered(bad), offered);
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(1));
    QVERIFY(!isOffered(bad)); // and then not again so soon
    m_a->nowMs += 24LL * 60 * 60 * 1000;
    QVERIFY(run(**m_a).ok()); // what was wrong is mended
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    QCOMPARE((*m_a)->writeRescue(m_dir->filePath("redning").toStdString()).error().code(), Errc::NotFound);
    QVERIFY(must((*m_a)->syncPort().suspects()).empty());
    QVERIFY(run(**m_b).ok());
    QCOMPARE(texts(**m_b), std::vector<std::string>{"Slem"});
    QVERIFY(stateOf(**m_a) == stateOf(**m_b));
}

void TestSafety::whatIsSetAsideCanBeTakenOutAndRead()
{
    const std::filesystem::path file = m_dir->filePath("redning").toStdString();
    QCOMPARE((*m_a)->writeRescue(file).error().code(), Errc::NotFound);
    write(**m_a, "Et ord, der ikke må blive væk.");
    const Dot bad = dotOf(**m_a, "Et ord, der ikke må blive væk.");
    const auto original = must((*m_a)->syncPort().batch(m_team, {bad.inc, bad.ctr, bad.ctr})).changes.front();
    setAside(bad);
    QCOMPARE(must((*m_a)->writeRescue(file)), std::size_t(1));
    QCOMPARE((*m_a)->writeRescue(file).error().code(), Errc::StoreExists);
    QFile in(QString::fromStdString(file.string()));
    QVERIFY(in.open(QIODevice::ReadOnly));
    const QByteArray bytes = in.readAll();
    QVERIFY(!bytes.contains("blive"));
    const StreamId home = m_home->streams().front();
    QCOMPARE(home.kind, StreamKind::Home);
    const auto key = [&](std::uint32_t version) -> std::optional<seal::StreamKey> {
        return version == 1 ? std::optional(m_home->keyOf(home)) : std::nullopt;
    };
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const archive::Rescue rescue = must(archive::readRescue(view, m_home->id(), key));
    QCOMPARE(rescue.device, m_a->file().device);
    QVERIFY(rescue.signer == seal::publicOf(m_a->file().sign));
    QCOMPARE(rescue.changes.size(), std::size_t(1));
    QCOMPARE(rescue.changes.front().reason, wire::v1::FAILED_TOO_OFTEN);
    QCOMPARE(rescue.changes.front().change.ct, original.ct);
    const auto content = must(seal::readChange(rescue.changes.front().change, m_home->keyOf(m_team)));
    QCOMPARE(content.ops(0).text(), std::string("Et ord, der ikke må blive væk."));
    // Another home, no key, every cut.
    QCOMPARE(archive::readRescue(view, HomeId{}, key).error().code(), Errc::WrongHome);
    const auto none = [](std::uint32_t) { return std::optional<seal::StreamKey>(); };
    QCOMPARE(archive::readRescue(view, m_home->id(), none).error().code(), Errc::KeyMissing);
    for (std::size_t size = 0; size < view.size(); ++size) {
        QVERIFY(!archive::readRescue(view.substr(0, size), m_home->id(), key));
    }
}

void TestSafety::whatHadReachedTheOfficeWaitsNoMore_data()
{
    QTest::addColumn<bool>("behindIt"); // the tablet is told by the pull, not by HelloAck
    QTest::newRow("as the tablet says hello") << false;
    QTest::newRow("as it fetches") << true;
}

/** Only the ack was lost each time; or the office took in the rescue file. */
void TestSafety::whatHadReachedTheOfficeWaitsNoMore()
{
    QFETCH(bool, behindIt);
    write(**m_a, "Nåede frem alligevel.");
    const Dot bad = dotOf(**m_a, "Nåede frem alligevel.");
    const auto original = must((*m_a)->syncPort().batch(m_team, {bad.inc, bad.ctr, bad.ctr})).changes.front();
    setAside(bad);
    RunOptions options;
    const auto store = [&] {
        auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
        must(m_server->journal().append(original));
        must(transaction.commit());
    };
    if (behindIt) {
        write(**m_b, "Noget at hente.");
        QVERIFY(run(**m_b).ok());
        options.seen = [&, stored = false](bool up, const std::string &) mutable {
            if (!up && !stored) { // HelloAck is on its way
                stored = true;
                store();
            }
        };
    } else {
        store();
    }
    QVERIFY(run(**m_a, options).ok());
    QVERIFY(run(**m_b).ok());
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(0));
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    QCOMPARE((*m_a)->writeRescue(m_dir->filePath("redning").toStdString()).error().code(), Errc::NotFound);
    const auto all = texts(**m_a);
    QVERIFY(std::find(all.begin(), all.end(), "Nåede frem alligevel.") != all.end());
    QVERIFY(stateOf(**m_a) == stateOf(**m_b));
}

void TestSafety::aHoleThatNobodyCanFillBlocksNothing()
{
    // From somebody whose first change nobody has any more, and without any proof.
    session::TabletPort::Received received;
    received.changes = trivsel::test::run(m_team, 0xdead, 2, 3);
    const auto cursor = must((*m_b)->syncPort().state()).cursor;
    received.upto = cursor;
    must((*m_b)->syncPort().storeChanges(received));
    write(**m_b, "Bagved.");
    must(m_server->renewEpoch());
    const Run offered = run(**m_b);
    QVERIFY(offered.ok());
    QVERIFY(offered.progress.upToDate);
    const auto held = must(m_server->ranges(m_team));
    QVERIFY(std::find(held.begin(), held.end(), journal::Range{Incarnation{0xdead}, 2, 3}) != held.end());
    QVERIFY(run(**m_a).ok());
    QVERIFY(stateOf(**m_a) == stateOf(**m_b));
}

void TestSafety::aRangeThatIsNotHeldIsLeftOut()
{
    session::TabletPort::Received received;
    received.changes = trivsel::test::run(m_team, 0xdead, 4, 5);
    received.upto = must((*m_b)->syncPort().state()).cursor;
    must((*m_b)->syncPort().storeChanges(received));
    const auto batch = must((*m_b)->syncPort().batch(m_team, {Incarnation{0xdead}, 1, 9}));
    QCOMPARE(batch.changes.front().dot.ctr, std::uint64_t(4));
    QCOMPARE(batch.changes.size(), std::size_t(2));
    QVERIFY(seal::check(batch.proof, seal::publicOf(m_b->file().sign), batch.changes));
    QCOMPARE((*m_b)->syncPort().batch(m_team, {Incarnation{0xdead}, 6, 9}).error().code(), Errc::NotFound);
}

/** A snapshot of a running machine: both draw the same incarnation and write other words under the same id.
 */
void TestSafety::aTabletCopiedWhileItRanComesToTheSame()
{
    const std::filesystem::path dir = m_dir->path().toStdString();
    m_a->close();
    std::filesystem::copy(dir / "a", dir / "twin", std::filesystem::copy_options::recursive);
    EnginePtr one = openAt(dir / "a", 4711);
    EnginePtr twin = openAt(dir / "twin", 4711);
    write(*one, "Ord fra den ene.");
    write(*twin, "Ord fra tvillingen.");
    QCOMPARE(dotOf(*one, "Ord fra den ene."), dotOf(*twin, "Ord fra tvillingen."));
    write(*twin, "Og et mere.");
    QVERIFY(run(*one).ok());
    for (int round = 0; round < 3; ++round) {
        QVERIFY(run(*twin).ok());
        QVERIFY(run(*one).ok());
    }
    QVERIFY(run(**m_b).ok());
    QVERIFY(stateOf(*one) == stateOf(**m_b));
    const std::vector<std::string> all{"Og et mere.", "Ord fra den ene.", "Ord fra tvillingen."}; // each once
    QCOMPARE(texts(**m_b), all);
    QCOMPARE(texts(*one), all);
    QCOMPARE(texts(*twin), all);
    QCOMPARE(versions(*twin), versions(**m_b));
    twin.reset();
    twin = openAt(dir / "twin", 4712);
    QCOMPARE(texts(*twin), all); // also from the disk
    QCOMPARE(versions(*twin), versions(**m_b));
    QVERIFY(run(*twin).ok());
    // Places that the office holds are not offered to a server that comes back from a backup: nobody needs
    // them.
    const std::size_t held = must(m_server->journal().quarantined()).size();
    must(m_server->renewEpoch());
    const Run offered = run(*twin);
    QVERIFY(offered.ok());
    QCOMPARE(offered.count(framing::FrameType::Push), std::size_t(0));
    QCOMPARE(must(m_server->journal().quarantined()).size(), held);
}

/** What the twin writes next has seen its own words under the id; the other's stand there then, and nobody
 * saw them. */
void TestSafety::whatWasWrittenBehindATakenIdHidesNobodysWords_data()
{
    QTest::addColumn<bool>("startsAnew");
    QTest::addColumn<bool>("isWriting");
    QTest::newRow("in the same start") << false << false;
    QTest::newRow("in a later start") << true << false;
    QTest::newRow("a text under way") << false << true;
}

void TestSafety::whatWasWrittenBehindATakenIdHidesNobodysWords()
{
    QFETCH(bool, startsAnew);
    QFETCH(bool, isWriting);
    const std::filesystem::path dir = m_dir->path().toStdString();
    m_a->close();
    std::filesystem::copy(dir / "a", dir / "twin", std::filesystem::copy_options::recursive);
    EnginePtr one = openAt(dir / "a", 4711);
    EnginePtr twin = openAt(dir / "twin", 4711);
    write(*one, "Ord fra den ene.");
    write(*twin, "Ord fra tvillingen.");
    const Dot taken = dotOf(*one, "Ord fra den ene.");
    QCOMPARE(dotOf(*twin, "Ord fra tvillingen."), taken);
    if (startsAnew) {
        twin.reset();
        twin = openAt(dir / "twin", 4712);
    }
    if (isWriting) {
        must(twin->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
        must(twin->editField(m_home->sofie.person, m_home->sofie, kPlan, kInside, "Og et mere."));
    } else {
        write(*twin, "Og et mere.");
    }
    QVERIFY(run(*one).ok());
    session::TabletPort::Received received;
    received.changes = {must(m_server->journal().find({m_team, taken}))->change};
    received.upto = must(twin->syncPort().state()).cursor;
    must(twin->syncPort().storeChanges(received));
    if (isWriting) {
        must(twin->leavePlan(m_home->sofie.person, m_home->sofie, kPlan));
    }
    for (int round = 0; round < 3; ++round) {
        QVERIFY(run(*twin).ok());
        QVERIFY(run(*one).ok());
    }
    QVERIFY(run(**m_b).ok());
    const auto plan = must((*m_b)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    std::set<std::string> shown;
    for (const engine::FieldShown &field : plan.fields) {
        for (const merge::Version &version : field.view.versions) {
            shown.insert(version.op.text());
        }
    }
    QVERIFY(shown.contains("Og et mere."));
    QVERIFY(shown.contains("Ord fra den ene."));
}

/** The answer's id is the twin's; the withdrawal, written in a later start, has one of its own. */
void TestSafety::aWithdrawnAnswerWhoseIdWasTakenStaysWithdrawn()
{
    const auto &sofie = m_home->sofie;
    const auto answers = [&sofie](engine::Engine &tablet) {
        return must(tablet.openResident(sofie.person, sofie)).responses;
    };
    const std::filesystem::path dir = m_dir->path().toStdString();
    m_a->close();
    std::filesystem::copy(dir / "a", dir / "twin", std::filesystem::copy_options::recursive);
    EnginePtr one = openAt(dir / "a", 4711);
    EnginePtr twin = openAt(dir / "twin", 4711);
    for (engine::Engine *tablet : {one.get(), twin.get()}) {
        write(*tablet, "Før de skiltes."); // under the same incarnation
    }
    write(*one, "Ord fra den ene.");
    const auto draft = must(twin->beginForm(sofie.person, sofie, kWellbeing, {}));
    must(twin->chooseAnswer(draft.id, "selv", "ret-godt"));
    must(twin->setReaders(draft.id, StreamKind::Team));
    must(twin->sendDraft(draft.id));
    must(twin->settleSent());
    twin.reset();
    twin = openAt(dir / "twin", 4712);
    must(twin->withdraw(sofie.person, sofie, answers(*twin).at(0).id));
    QVERIFY(run(*one).ok());
    for (int round = 0; round < 3; ++round) {
        QVERIFY(run(*twin).ok());
        QVERIFY(run(*one).ok());
    }
    QVERIFY(run(**m_b).ok());
    QVERIFY(stateOf(*twin) == stateOf(**m_b));
    QCOMPARE(answers(**m_b).size(), std::size_t(0));
    QCOMPARE(answers(*twin).size(), std::size_t(0));
    merge::Fold fold;
    must(m_server->journal().readStream(m_team, 0, [&](journal::StoredChange &&stored) {
        const seal::SealedChange &change = stored.change;
        fold.add({change.dot, change.lamport, false, must(seal::readChange(change, m_home->keyOf(m_team))),
                  change.shortHash()});
        return true;
    }));
    QVERIFY(!fold.entities().empty());
    for (const EntityId &entity : fold.entities()) {
        QVERIFY(fold.itemState(entity) != merge::ItemState::RemovedButEdited);
    }
}

/** The tablet hears of the other words before it has sent its own. */
void TestSafety::theTwinsWordsComeFirstByThePull()
{
    write(**m_a, "Mine ord.");
    const Dot taken = dotOf(**m_a, "Mine ord.");
    session::TabletPort::Received received;
    received.changes = {change(m_team, static_cast<std::uint64_t>(taken.inc), taken.ctr, "tvillingens")};
    received.upto = must((*m_a)->syncPort().state()).cursor;
    must((*m_a)->syncPort().storeChanges(received));
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    must(m_server->journal().append(received.changes));
    must(transaction.commit());
    QVERIFY(run(**m_a).ok());
    QVERIFY(run(**m_a).ok());
    QVERIFY(run(**m_b).ok());
    QVERIFY(stateOf(**m_a) == stateOf(**m_b));
    QCOMPARE(texts(**m_b), std::vector<std::string>{"Mine ord."}); // the twin's are of no field here
    QVERIFY(dotOf(**m_a, "Mine ord.") != taken);
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
}

/** The office lets in what it held behind the fork: it stands in its own place for everybody, here too. */
void TestSafety::whatIsAcceptedBehindAForkComesBack()
{
    const std::filesystem::path dir = m_dir->path().toStdString();
    m_a->close();
    std::filesystem::copy(dir / "a", dir / "twin", std::filesystem::copy_options::recursive);
    EnginePtr one = openAt(dir / "a", 4711);
    EnginePtr twin = openAt(dir / "twin", 4711);
    write(*one, "Ord fra den ene.");
    write(*twin, "Ord fra tvillingen.");
    write(*twin, "Og et mere.");
    const Dot behind = dotOf(*twin, "Og et mere.");
    QVERIFY(run(*one).ok());
    QVERIFY(run(*twin).ok());
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    for (const journal::Quarantined &held : must(m_server->journal().quarantined())) {
        if (held.change.dot == behind) {
            must(m_server->journal().append(held.change));
        }
    }
    must(transaction.commit());
    for (int round = 0; round < 2; ++round) {
        QVERIFY(run(*twin).ok());
        QVERIFY(run(*one).ok());
    }
    QVERIFY(stateOf(*one) == stateOf(*twin));
}

/** Under one id there was something else at each office: all of it is kept, and only the own words are
 * written again. */
void TestSafety::aThirdContentUnderOneIdIsKeptToo()
{
    write(**m_a, "Mine ord.");
    const Dot taken = dotOf(**m_a, "Mine ord.");
    for (const char *words : {"tvillingens", "endnu en tvillings", "en tredjes"}) {
        session::TabletPort::Received received;
        received.changes = {change(m_team, static_cast<std::uint64_t>(taken.inc), taken.ctr, words)};
        received.upto = must((*m_a)->syncPort().state()).cursor;
        must((*m_a)->syncPort().storeChanges(received));
    }
    QCOMPARE(must((*m_a)->writeRescue(m_dir->filePath("redning").toStdString())), std::size_t(3));
    QCOMPARE(texts(**m_a), std::vector<std::string>{"Mine ord."});
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(2)); // they, and the definition
}

void TestSafety::whatTheOfficeAcceptedWaitsNoMore()
{
    m_server->devices[m_a->file().device].grants.erase(m_team);
    write(**m_a, "Jeg maler.");
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(1));
    m_server->devices[m_a->file().device].grants.insert(m_team);
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    must(m_server->journal().append(must(m_server->journal().quarantined()).front().change));
    must(transaction.commit());
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0));
}

/** It lies on one disk, and nobody tells the tablet when a backup has it. */
void TestSafety::whatTheOfficeHoldsIsNotSafe()
{
    m_server->devices[m_a->file().device].grants.erase(m_team);
    write(**m_a, "Jeg maler.");
    QVERIFY(run(**m_a).ok());
    m_server->safeUpto = must(m_server->end()).seq;
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(1));
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(1));
}

/** Its files were put back as they were, and its log says nothing of what it held. */
void TestSafety::whatTheOfficeHeldAndLostIsHeldAnew()
{
    constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
    m_server->devices[m_a->file().device].grants.erase(m_team);
    write(**m_a, "Jeg maler.");
    const Dot dot = dotOf(**m_a, "Jeg maler.");
    QVERIFY(run(**m_a).ok());
    QCOMPARE(must(m_server->journal().quarantined()).size(), std::size_t(1));
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    must(m_server->journal().release(must(m_server->journal().quarantined()).front().id));
    must(transaction.commit());
    m_a->nowMs += kDayMs - 1;
    QCOMPARE(run(**m_a).count(framing::FrameType::Push), std::size_t(0));
    m_a->reopen();
    m_a->nowMs += 1;
    QVERIFY(run(**m_a).ok());
    const auto held = must(m_server->journal().quarantined());
    QCOMPARE(held.size(), std::size_t(1));
    QCOMPARE(held.front().change.dot, dot);
    QVERIFY(!held.front().change.gone);
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(1));
    QCOMPARE(run(**m_a).count(framing::FrameType::Push), std::size_t(0)); // once a day
    m_a->nowMs += kDayMs;
    QCOMPARE(run(**m_a).count(framing::FrameType::Push), std::size_t(1));
    QCOMPARE(must(m_server->journal().quarantined()).size(), std::size_t(1)); // it was there
    m_a->nowMs -= 3 * kDayMs; // a clock that was set back says nothing of when a day is over
    QCOMPARE(run(**m_a).count(framing::FrameType::Push), std::size_t(1));
    QCOMPARE(run(**m_a).count(framing::FrameType::Push), std::size_t(0));
    m_server->devices[m_a->file().device].grants.insert(m_team);
    m_a->nowMs += kDayMs;
    QVERIFY(run(**m_a).ok());
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0)); // it may write there now
    QVERIFY(run(**m_b).ok());
    QVERIFY(stateOf(**m_a) == stateOf(**m_b));
}

QTEST_GUILESS_MAIN(TestSafety)
#include "tst_safety.moc"
