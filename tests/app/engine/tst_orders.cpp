// What the office can order a tablet to do: give up a stream, empty itself. Nothing of its own is lost by it.
#include "app/engine/suspects.h"
#include "proto/archive/rescue.h"
#include "proto/base/limits.h"
#include "proto/seal/wipe.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>
#include <fstream>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;

namespace {

constexpr std::int64_t kIssuedMs = 1'790'000'000'000;

constexpr int kUntilAside = engine::Suspects::kAloneFrom + engine::Suspects::kFailuresMax;

/** Whatever is pushed of that stream. */
RunOptions breaksOn(const StreamId &stream)
{
    RunOptions options;
    options.breaksOn = [stream](const framing::Frame &frame) {
        wire::v1::Push push;
        return frame.type == static_cast<std::uint8_t>(FrameType::Push) &&
               push.ParseFromString(frame.payload) && push.stream() == stream.str();
    };
    return options;
}

std::size_t changesOf(engine::Engine &tablet, const StreamId &stream)
{
    for (const auto &one : must(tablet.state())) {
        if (one.stream == stream) {
            return one.changes;
        }
    }
    return 0;
}

} // namespace

class TestOrders : public QObject, private TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aStreamThatIsTakenOffCantBeReadAtOnce();
    void itsRowsGoWhenTheyAreSafe();
    void whatWasWrittenThereIsHandedInFirst();
    void whatWasBeingTypedThereIsHandedInToo();
    void itComesBackWhenItIsGrantedAgain();
    void whoseTimeHasRunOutIsToldToo();
    void aMissingGrantAloneDestroysNothing();
    void whoWasCutOffBeforeItWasToldIsToldAgain();
    void anOrderToEmptyHandsInAndThenEmpties();
    void whatWasSentAndNotWrittenYetIsHandedInToo();
    void nothingIsEmptiedWhileTheOfficeHasNoRoom();
    void aBadChangeDoesNotStopTheEmptying();
    void whatIsSetAsideIsOfferedOnceMoreBefore();
    void whatIsSetAsideIsLeftSealedForTheOffice();
    void nothingIsEmptiedWhileThatCantBeLeft();
    void moreIsSetAsideThanOneHelloTakes();
    void nothingIsEmptiedWhileSomethingWaits();
    void aFalseOrderIsNotObeyed_data();
    void aFalseOrderIsNotObeyed();
    void anEmptiedTabletIsGoneAtTheNextStart();
    void aPowerCutInTheMiddleEmptiesItAllTheSame();

private:
    void takeOff(const StreamId &stream);
    void setAside();
    void orderA(const wire::v1::Wipe &wipe) { m_server->wipeOrders[m_a->file().device] = wipe; }
    [[nodiscard]] wire::v1::Wipe lawfulOrder() const
    {
        return seal::orderWipe(m_home->id(), m_a->file().device, kIssuedMs, TestHome::serverSecret());
    }
    StreamId m_team;
};

void TestOrders::init()
{
    makeAnew();
    m_server->identity = TestHome::serverSecret();
    m_team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
}

void TestOrders::takeOff(const StreamId &stream)
{
    m_server->devices.at(m_a->file().device).grants.erase(stream);
    m_server->takenOff.insert(stream);
}

void TestOrders::aStreamThatIsTakenOffCantBeReadAtOnce()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    takeOff(m_team);
    const Run told = run(*m_a);
    QVERIFY(told.ok());
    QCOMPARE(told.count(FrameType::StreamRevoked), std::size_t(1));
    QVERIFY(!(*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    QCOMPARE(run(*m_a).count(FrameType::StreamRevoked), std::size_t(0)); // said once
    m_a->reopen();
    QVERIFY(!(*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
}

void TestOrders::itsRowsGoWhenTheyAreSafe()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    takeOff(m_team);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(changesOf(**m_a, m_team),
             std::size_t(1)); // durable, on one disk only: sealed, and without a key
    m_server->safeUpto = must(m_server->end()).seq;
    QVERIFY(run(*m_a).ok());
    QCOMPARE(changesOf(**m_a, m_team), std::size_t(0));
    QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(0));
    m_a->reopen();
    QCOMPARE(changesOf(**m_a, m_team), std::size_t(0));
    QVERIFY(run(*m_b).ok());
    QCOMPARE(changesOf(**m_b, m_team), std::size_t(1)); // it is with those who may have it
}

void TestOrders::whatWasWrittenThereIsHandedInFirst()
{
    write(*m_a, "Skrevet på gåturen.");
    takeOff(m_team);
    QVERIFY(run(*m_a).ok());
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    QCOMPARE(must(m_server->journal().quarantined()).size(),
             std::size_t(1)); // without a grant a person decides
    QVERIFY(!(*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    QVERIFY(changesOf(**m_a, m_team) > 0); // the office has the only other copy
}

void TestOrders::whatWasBeingTypedThereIsHandedInToo()
{
    must((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    must((*m_a)->editField(m_home->sofie.person, m_home->sofie, kPlan, kInside, "Midt i en sæt"));
    takeOff(m_team);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(must(m_server->journal().quarantined()).size(), std::size_t(1));
    QVERIFY(!(*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    m_server->safeUpto = must(m_server->end()).seq;
    QVERIFY(run(*m_a).ok());
    QVERIFY(changesOf(**m_a, m_team) > 0); // what is held is not said to be safe
}

void TestOrders::itComesBackWhenItIsGrantedAgain()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    takeOff(m_team);
    m_server->safeUpto = must(m_server->end()).seq;
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_a).ok());
    QCOMPARE(changesOf(**m_a, m_team), std::size_t(0));
    m_server->devices.at(m_a->file().device).grants.insert(m_team);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(changesOf(**m_a, m_team), std::size_t(1));
    const auto plan = (*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan);
    QVERIFY(plan);
    QCOMPARE(plan->fields.front().view.versions.front().op.text(), std::string("Jeg maler."));
}

/** A server that is being rebuilt grants nothing yet, and has nothing but what tablets hold. */
/** The grants were new and came first; the line broke before the order. */
void TestOrders::whoWasCutOffBeforeItWasToldIsToldAgain()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    takeOff(m_team);
    RunOptions cut;
    for (cut.framesMax = 1; cut.framesMax < 40; ++cut.framesMax) {
        (void)run(*m_a, cut);
    }
    QVERIFY(run(*m_a).ok());
    QVERIFY(!(*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
}

void TestOrders::whoseTimeHasRunOutIsToldToo()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    takeOff(m_team);
    m_server->devices.at(m_a->file().device).mayRead = false;
    m_server->devices.at(m_a->file().device).expired = true;
    QCOMPARE(run(*m_a).count(FrameType::StreamRevoked), std::size_t(1));
    QVERIFY(!(*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
}

void TestOrders::aMissingGrantAloneDestroysNothing()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    m_server->safeUpto = must(m_server->end()).seq;
    m_server->devices.at(m_a->file().device).grants.clear();
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_a).ok());
    QCOMPARE(changesOf(**m_a, m_team), std::size_t(1));
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
}

void TestOrders::anOrderToEmptyHandsInAndThenEmpties()
{
    write(*m_a, "Det sidste ord.");
    orderA(lawfulOrder());
    const Run emptied = run(*m_a);
    QVERIFY(emptied.ok());
    QVERIFY(emptied.progress.wiped);
    QVERIFY((*m_a)->sync().emptied);
    QVERIFY((*m_a)->home().residents.empty());
    QVERIFY(!(*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    QVERIFY(run(*m_b).ok());
    QCOMPARE(changesOf(**m_b, m_team), std::size_t(1));
}

void TestOrders::whatWasSentAndNotWrittenYetIsHandedInToo()
{
    const auto draft = must((*m_a)->beginForm(m_home->sofie.person, m_home->sofie, kWellbeing, {}));
    must((*m_a)->sayNotToday(draft.id));
    must((*m_a)->setReaders(draft.id, StreamKind::Team));
    must((*m_a)->sendDraft(draft.id)); // the thank-you page stands
    orderA(lawfulOrder());
    QVERIFY(run(*m_a).progress.wiped);
    QVERIFY(run(*m_b).ok());
    QCOMPARE(changesOf(**m_b, m_team), std::size_t(1));
}

void TestOrders::nothingIsEmptiedWhileTheOfficeHasNoRoom()
{
    write(*m_a, "Det sidste ord.");
    m_server->devices.at(m_a->file().device).blocked = true;
    m_server->quarantineChangesMax = 0;
    orderA(lawfulOrder());
    QVERIFY(!run(*m_a).progress.wiped);
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    m_server->quarantineChangesMax = 100;
    QVERIFY(run(*m_a).progress.wiped);
    QVERIFY(!must(m_server->journal().quarantined()).empty());
}

/** On a tablet that may not read any more it is told from a bad line just as on any other. */
void TestOrders::aBadChangeDoesNotStopTheEmptying()
{
    write(*m_a, "Slem.");
    m_server->devices.at(m_a->file().device).blocked = true;
    m_server->devices.at(m_a->file().device).mayRead = false;
    orderA(lawfulOrder());
    for (int connection = 1; connection <= kUntilAside; ++connection) {
        QVERIFY(!run(*m_a, breaksOn(m_team)).progress.wiped);
    }
    QVERIFY(run(*m_a, breaksOn(m_team)).progress.wiped);
}

void TestOrders::whatIsSetAsideIsOfferedOnceMoreBefore()
{
    write(*m_a, "Slem.");
    for (int connection = 1; connection <= kUntilAside; ++connection) {
        QVERIFY(!run(*m_a, breaksOn(m_team)).ok());
    }
    QVERIFY(run(*m_a, breaksOn(m_team)).ok()); // not due
    QCOMPARE((*m_a)->sync().givenUp, std::uint64_t(1));
    m_a->nowMs += engine::Suspects::kLatelyMs;
    orderA(lawfulOrder());
    QVERIFY(!run(*m_a, breaksOn(m_team)).progress.wiped); // once more
    QVERIFY(run(*m_a, breaksOn(m_team)).progress.wiped);
}

void TestOrders::setAside()
{
    write(*m_a, "Slem.");
    for (int connection = 1; connection <= kUntilAside; ++connection) {
        QVERIFY(!run(*m_a, breaksOn(m_team)).ok());
    }
    QVERIFY(run(*m_a, breaksOn(m_team)).ok()); // not due
    orderA(lawfulOrder());
}

/** Nobody else has it, and nobody has fetched it: the order to empty is no order to lose it. */
void TestOrders::whatIsSetAsideIsLeftSealedForTheOffice()
{
    setAside();
    QVERIFY(run(*m_a, breaksOn(m_team)).progress.wiped);
    QCOMPARE(m_a->tryOpen().error().code(), Errc::Emptied);
    const auto dir = m_a->config().dataDir;
    QVERIFY(!std::filesystem::exists(dir / "keys.db"));
    std::vector<std::filesystem::path> left;
    for (const auto &entry : std::filesystem::directory_iterator(dir)) {
        if (entry.path().filename() != "lock") {
            left.push_back(entry.path());
        }
    }
    QCOMPARE(left.size(), std::size_t(1));
    std::ifstream in(left.front(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto rescue = must(archive::readRescue(bytes, m_home->id(), [this](std::uint32_t) {
        return std::optional(m_home->keyOf(m_home->homeStream()));
    }));
    QCOMPARE(rescue.device, m_a->file().device);
    QCOMPARE(rescue.changes.size(), std::size_t(1));
    QVERIFY(seal::readChange(rescue.changes.front().change, m_home->keyOf(m_team)));
    must(engine::Engine::enrol(m_a->config(), m_home->newTablet("Fællesstuen 2")));
    QVERIFY(m_a->tryOpen());
    QVERIFY(std::filesystem::exists(left.front()));
}

void TestOrders::nothingIsEmptiedWhileThatCantBeLeft()
{
    setAside();
    std::string name = "redning-";
    name += toHex(m_a->file().device.view());
    const auto file = m_a->config().dataDir / name;
    std::filesystem::create_directories(file / "i vejen");
    QVERIFY(!run(*m_a, breaksOn(m_team)).progress.wiped);
    QVERIFY(!(*m_a)->sync().emptied);
    QVERIFY(!(*m_a)->sync().fileLeft);
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    std::filesystem::remove_all(file);
    QVERIFY(run(*m_a, breaksOn(m_team)).progress.wiped);
    QVERIFY((*m_a)->sync().fileLeft); // and is told of
    QVERIFY(engine::Engine::hasLeftFile(m_a->config().dataDir));
}

/** What was never refused is not kept out by it. */
void TestOrders::moreIsSetAsideThanOneHelloTakes()
{
    write(*m_a, "Det sidste ord.");
    const auto waiting = must((*m_a)->syncPort().pending());
    m_a->close();
    {
        auto journal = must(journal::Journal::open(m_a->config().dataDir / "tablet.db", {}));
        auto transaction = must(journal::Transaction::begin(journal.database()));
        StreamId first = m_team; // sorts before every other
        first.kind = StreamKind::Home;
        first.bits = {};
        for (std::uint64_t at = 0; at < limits::kPendingRangesMax; ++at) { // no two side by side
            auto row = must(journal.database().prepare(
                "INSERT INTO outbox(stream, inc, ctr, state, reason) VALUES(?1, 7, ?2, 4, 0)"));
            must(row.bindBlob(1, first.str()).bindUnsigned(2, 2 * at + 1).run());
        }
        must(transaction.commit());
    }
    m_a->reopen();
    const auto offered = must((*m_a)->syncPort().pending());
    QCOMPARE(offered.size(), limits::kPendingRangesMax);
    QVERIFY(std::equal(waiting.begin(), waiting.end(), offered.begin()));
    orderA(lawfulOrder());
    QVERIFY(run(*m_a).progress.wiped);
    QVERIFY(run(*m_b).ok());
    QCOMPARE(changesOf(**m_b, m_team), std::size_t(1));
}

void TestOrders::nothingIsEmptiedWhileSomethingWaits()
{
    write(*m_a, "Det sidste ord.");
    QVERIFY(!(*m_a)->syncPort().wipe());
    QVERIFY(!(*m_a)->sync().emptied);
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    QVERIFY(run(*m_a).ok());
    QVERIFY((*m_a)->syncPort().wipe());
    QVERIFY((*m_a)->sync().emptied);
    QVERIFY(!(*m_a)->sync().fileLeft); // there was nothing to leave
}

void TestOrders::aFalseOrderIsNotObeyed_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("another device's") << 0;
    QTest::newRow("another home's") << 1;
    QTest::newRow("signed by somebody else") << 2;
    QTest::newRow("another time than was signed") << 3;
    QTest::newRow("no signature") << 4;
}

void TestOrders::aFalseOrderIsNotObeyed()
{
    QFETCH(const int, fault);
    const auto secret = TestHome::serverSecret();
    wire::v1::Wipe wipe = lawfulOrder();
    switch (fault) {
    case 0:
        wipe = seal::orderWipe(m_home->id(), m_b->file().device, kIssuedMs, secret);
        break;
    case 1:
        wipe = seal::orderWipe(filled<HomeId>(9), m_a->file().device, kIssuedMs, secret);
        break;
    case 2:
        wipe = seal::orderWipe(m_home->id(), m_a->file().device, kIssuedMs, filled<seal::SignSecret>(9));
        break;
    case 3:
        wipe.set_issued_ms(kIssuedMs + 1);
        break;
    default:
        wipe.clear_signature();
        break;
    }
    orderA(wipe);
    const Run refused = run(*m_a);
    QVERIFY(!refused.ok());
    QVERIFY(!(*m_a)->sync().emptied);
    m_a->reopen();
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
}

void TestOrders::anEmptiedTabletIsGoneAtTheNextStart()
{
    write(*m_a, "Det sidste ord.");
    orderA(lawfulOrder());
    QVERIFY(run(*m_a).progress.wiped);
    const auto dir = m_a->config().dataDir;
    const Status gone = m_a->tryOpen();
    QVERIFY(!gone);
    QCOMPARE(gone.error().code(), Errc::Emptied);
    for (const char *name : {"tablet.db", "tablet.db-wal", "keys.db", "keys.db-wal", "identity", "emptied"}) {
        QVERIFY2(!std::filesystem::exists(dir / name), name);
    }
    QVERIFY(!engine::Engine::isEnrolled(dir));
    QCOMPARE(m_a->tryOpen().error().code(), Errc::StoreMissing); // said once; from then on it is a new one
    must(engine::Engine::enrol(m_a->config(), m_home->newTablet("Fællesstuen 2")));
    QVERIFY(m_a->tryOpen());
}

void TestOrders::aPowerCutInTheMiddleEmptiesItAllTheSame()
{
    const auto dir = m_a->config().dataDir;
    m_a->close();
    std::ofstream(dir / "emptied") << "emptied\n";
    std::filesystem::remove(dir / "keys.db");
    QCOMPARE(m_a->tryOpen().error().code(), Errc::Emptied);
    QVERIFY(!std::filesystem::exists(dir / "tablet.db"));
}

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
