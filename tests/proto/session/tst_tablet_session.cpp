#include "proto/session/messages.h"
#include "proto/session/tablet_push.h"
#include "tests/support/must.h"
#include "tests/support/test_tablet.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <functional>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;
using session::Range;

Q_DECLARE_METATYPE(trivsel::Errc)

namespace {

/** Fails where it is told to, as a disk would. */
class FailingTablet final : public TestTablet
{
public:
    using TestTablet::TestTablet;
    std::string failAt;
    std::vector<Suspect> bad;

    Result<std::vector<Suspect>> suspects() override { return bad; }
    Result<State> state() override { return fails("state") ? Result<State>(full()) : TestTablet::state(); }
    Result<std::vector<std::pair<StreamId, Range>>> pending() override
    {
        return fails("pending") ? Result<std::vector<std::pair<StreamId, Range>>>(full())
                                : TestTablet::pending();
    }
    Result<Batch> batch(const StreamId &stream, const Range &range) override
    {
        return fails("batch") ? Result<Batch>(full()) : TestTablet::batch(stream, range);
    }
    Status markDurable(const StreamId &stream, const Range &range, const session::Position &end) override
    {
        return fails("durable") ? full() : TestTablet::markDurable(stream, range, end);
    }
    Status storeChanges(const Received &received) override
    {
        return fails("changes") ? full() : TestTablet::storeChanges(received);
    }
    Status storeClock(std::int64_t server, std::int64_t own, bool mayRead) override
    {
        return fails("clock") ? full() : TestTablet::storeClock(server, own, mayRead);
    }

private:
    [[nodiscard]] bool fails(const char *where) const { return failAt == where; }
    static tl::unexpected<Error> full() { return fail(Errc::StoreFull, "test"); }
};

} // namespace

class TestTabletSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void helloSaysWhatIsKnown();
    void helloFitsWhatAStrangerMaySend();
    void theFirstFrameMustBeHelloAck_data();
    void theFirstFrameMustBeHelloAck();
    void aServerThatBreaksTheRulesEndsTheRun_data();
    void aServerThatBreaksTheRulesEndsTheRun();
    void errorsOfTheServerAreNamed_data();
    void errorsOfTheServerAreNamed();
    void unknownFramesAreSkipped();
    void aClosedLineEndsTheRunOnce();
    void aBadFrameIsTold();
    void aDiskThatFailsEndsTheRun_data();
    void aDiskThatFailsEndsTheRun();
    void safeIsPassedOn();
    void atMostEightBatchesAreUnderWay();
    void aKnownRangeWithAnotherHeadIsPushed();
    void aServerThatGoesInOrderBlamesNothing();
    void aLineThatBreaksIsCounted();
    void whatOnlyTheProofWantsIsNeitherBlamedNorAcknowledged();
    void aBreakIsProvenForOneContentAlone();

private:
    using Send = std::function<void()>;
    template <class Message> void receive(FrameType type, const Message &message)
    {
        m_session->onFrame({static_cast<std::uint8_t>(type), message.SerializeAsString()}, 0);
        drain();
    }
    [[nodiscard]] wire::v1::HelloAck helloAck() const
    {
        wire::v1::HelloAck out;
        out.set_version(1);
        out.set_epoch(7);
        out.set_may_read(true);
        return out;
    }
    [[nodiscard]] wire::v1::Changes page(std::uint64_t number, std::uint64_t seq) const
    {
        wire::v1::Changes out;
        out.set_number(number);
        auto *item = out.add_items();
        item->set_seq(seq);
        item->set_stream(stream().str());
        seal::toWire(change(stream(), 99, seq), item->mutable_sealed());
        out.mutable_upto()->set_seq(seq);
        return out;
    }
    /** Three changes of its own with one proof over all. */
    void writeUnderOneProof();
    void start();
    void drain();
    [[nodiscard]] std::size_t sent(FrameType type) const;
    /** Pull is being answered; one own change is under way as push 1. */
    void running();
    std::vector<std::pair<const char *, Send>> wrongs();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FailingTablet> m_tablet;
    std::unique_ptr<session::TabletSession> m_session;
    std::vector<framing::Frame> m_sent;
    std::optional<session::Finished> m_finished;
};

void TestTabletSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const std::filesystem::path file = std::filesystem::path(m_dir->path().toStdString()) / "a.db";
    m_tablet = std::make_unique<FailingTablet>(file, filled<HomeId>(1), std::uint8_t{10});
    m_session = std::make_unique<session::TabletSession>(*m_tablet, "1.2.3");
    m_sent.clear();
    m_finished.reset();
}

void TestTabletSession::cleanup()
{
    m_session.reset();
    m_tablet.reset();
}

void TestTabletSession::start()
{
    m_session->start(5);
    drain();
}

void TestTabletSession::drain()
{
    while (auto action = m_session->next()) {
        QVERIFY(!m_finished); // Finished is the last
        if (auto *finished = std::get_if<session::Finished>(&*action)) {
            m_finished = *finished;
            continue;
        }
        framing::Decoder decoder;
        decoder.feed(std::get<session::SendFrame>(*action).bytes);
        m_sent.push_back(*must(decoder.next()));
    }
}

std::size_t TestTabletSession::sent(FrameType type) const
{
    return static_cast<std::size_t>(
        std::count_if(m_sent.begin(), m_sent.end(), [type](const framing::Frame &frame) {
            return frame.type == static_cast<std::uint8_t>(type);
        }));
}

void TestTabletSession::running()
{
    m_tablet->write(stream(), "min");
    start();
    auto ack = helloAck();
    ack.set_log_seq(10);
    receive(FrameType::HelloAck, ack);
    QCOMPARE(sent(FrameType::Push), 1U);
    QCOMPARE(sent(FrameType::Pull), 1U);
    QVERIFY(!m_finished);
}

void TestTabletSession::helloSaysWhatIsKnown()
{
    m_tablet->write(stream(), "en");
    m_tablet->write(stream(), "to");
    start();
    wire::v1::Hello hello;
    QVERIFY(hello.ParseFromString(m_sent.at(0).payload));
    QCOMPARE(hello.home(), filled<HomeId>(1).str());
    QCOMPARE(hello.device(), m_tablet->device().str());
    QCOMPARE(hello.wall_ms(), 5);
    QCOMPARE(hello.app(), std::string("1.2.3"));
    QCOMPARE(hello.last_inc(), static_cast<std::uint64_t>(m_tablet->inc));
    QCOMPARE(hello.pending_size(), 1);
    QCOMPARE(hello.pending(0).ranges(0).last(), 2U);
    QCOMPARE(m_sent.size(), 1U);
}

void TestTabletSession::helloFitsWhatAStrangerMaySend()
{
    auto transaction = must(journal::Transaction::begin(m_tablet->journal().database()));
    for (int i = 0; i < 600; ++i) {
        StreamId id = stream(3);
        std::memcpy(id.bits.data.data(), &i, sizeof i);
        must(m_tablet->journal().append(change(id, 5, 1)));
        auto sql = must(m_tablet->journal().database().prepare("INSERT INTO own VALUES (?, 5, 1, 0)"));
        must(sql.bindBlob(1, id.str()).run());
    }
    must(transaction.commit());
    start();
    wire::v1::Hello hello;
    QVERIFY(hello.ParseFromString(m_sent.at(0).payload));
    QVERIFY(m_sent.at(0).payload.size() + 1 <= limits::kFrameBytesMaxBeforeHello);
    QVERIFY(hello.pending_size() > 200);
    receive(FrameType::HelloAck, helloAck());
    for (std::uint64_t id = 1; !m_finished && id <= 1000; ++id) { // also what had no room in Hello
        wire::v1::PushAck ack;
        ack.set_id(id);
        receive(FrameType::PushAck, ack);
        if (sent(FrameType::Pull) > 0) {
            break;
        }
    }
    QCOMPARE(sent(FrameType::Push), limits::kPendingRangesMax); // the port gives no more at once
    wire::v1::Changes nothing;
    nothing.set_number(1);
    receive(FrameType::Changes, nothing);
    QVERIFY(sent(FrameType::Push) > limits::kPendingRangesMax); // and is asked again
}

void TestTabletSession::theFirstFrameMustBeHelloAck_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Errc>("expected");
    const auto bytes = [](const auto &message) {
        return QByteArray::fromStdString(message.SerializeAsString());
    };
    auto version = helloAck();
    version.set_version(2);
    auto epoch = helloAck();
    epoch.set_epoch(0);
    auto streams = helloAck();
    for (std::size_t i = 0; i <= limits::kStreamsPerDeviceMax; ++i) {
        streams.add_streams();
    }
    auto keys = helloAck();
    keys.set_keys(limits::kKeysPerHelloMax + 1);
    auto known = helloAck();
    known.add_known()->add_ranges();
    QTest::newRow("another frame") << 10 << QByteArray() << Errc::Malformed;
    QTest::newRow("unknown frame") << 200 << QByteArray() << Errc::Malformed;
    QTest::newRow("garbage") << 2 << QByteArray("\xff\xff\xff") << Errc::Malformed;
    QTest::newRow("version") << 2 << bytes(version) << Errc::VersionUnsupported;
    QTest::newRow("no epoch") << 2 << bytes(epoch) << Errc::Malformed;
    QTest::newRow("too many streams") << 2 << bytes(streams) << Errc::Malformed;
    QTest::newRow("too many keys") << 2 << bytes(keys) << Errc::Malformed;
    QTest::newRow("known range of nothing") << 2 << bytes(known) << Errc::Malformed;
}

void TestTabletSession::theFirstFrameMustBeHelloAck()
{
    QFETCH(int, type);
    QFETCH(QByteArray, payload);
    QFETCH(Errc, expected);
    start();
    m_session->onFrame({static_cast<std::uint8_t>(type), payload.toStdString()}, 0);
    drain();
    QVERIFY(m_finished.has_value());
    QCOMPARE(m_finished->outcome.error().code(), expected);
    QCOMPARE(sent(FrameType::Error), 1U);
}

std::vector<std::pair<const char *, TestTabletSession::Send>> TestTabletSession::wrongs()
{
    const auto changed = [this](auto change) {
        return [this, change] {
            wire::v1::Changes changes = page(1, 4);
            change(changes);
            receive(FrameType::Changes, changes);
        };
    };
    const auto acked = [this](std::uint64_t id, const Dot &held) {
        return [this, id, held] {
            wire::v1::PushAck ack;
            ack.set_id(id);
            auto *each = ack.add_quarantined();
            each->set_inc(static_cast<std::uint64_t>(held.inc));
            each->set_ctr(held.ctr);
            receive(FrameType::PushAck, ack);
        };
    };
    return {
        {"page number 2 first", changed([](auto &c) { c.set_number(2); })},
        {"page of a stream nobody wanted", changed([](auto &c) { c.set_backfill(stream().str()); })},
        {"page of no stream", changed([](auto &c) { c.set_backfill("x"); })},
        {"page that ends before it began", changed([](auto &c) { c.mutable_upto()->set_seq(3); })},
        {"page out of order", changed([](auto &c) { *c.add_items() = c.items(0); })},
        {"page from 0", changed([](auto &c) { c.mutable_items(0)->set_seq(0); })},
        {"page that does not go on",
         changed([](auto &c) { c.clear_items(), c.set_more(true), c.clear_upto(); })},
        {"change of no stream", changed([](auto &c) { c.mutable_items(0)->set_stream("x"); })},
        {"change without a body", changed([](auto &c) { c.mutable_items(0)->mutable_sealed()->clear_ct(); })},
        {"too many changes", changed([](auto &c) {
             for (std::uint64_t seq = 5; c.items_size() <= static_cast<int>(limits::kBatchChangesMax);
                  ++seq) {
                 c.add_items()->set_seq(seq);
                 c.mutable_upto()->set_seq(seq);
             }
         })},
        {"too many proofs", changed([](auto &c) {
             while (c.proofs_size() <= static_cast<int>(limits::kProofsPerFrameMax)) {
                 c.add_proofs();
             }
         })},
        {"a page after the last",
         [this] {
             receive(FrameType::Changes, page(1, 4));
             receive(FrameType::Changes, page(2, 5));
         }},
        {"ack of another push", acked(2, {})},
        {"ack of another incarnation", acked(1, {Incarnation{1}, 1})},
        {"ack of a change past it", acked(1, {m_tablet->inc, 2})},
        {"a key nobody announced",
         [this] {
             wire::v1::StreamKey key;
             key.set_stream(stream().str());
             receive(FrameType::StreamKey, key);
         }},
        {"a lack of nothing",
         [this] {
             wire::v1::Lack lack;
             lack.set_stream(stream().str());
             receive(FrameType::Lack, lack);
         }},
        {"a second HelloAck", [this] { receive(FrameType::HelloAck, helloAck()); }},
        {"a tablet's frame", [this] { receive(FrameType::Pull, wire::v1::Pull()); }},
        {"garbage",
         [this] {
             m_session->onFrame({static_cast<std::uint8_t>(FrameType::Changes), "\xff\xff"}, 0);
             drain();
         }},
    };
}

void TestTabletSession::aServerThatBreaksTheRulesEndsTheRun_data()
{
    init();
    QTest::addColumn<int>("row");
    int row = 0;
    for (const auto &[name, send] : wrongs()) {
        QTest::newRow(name) << row++;
    }
    cleanup();
}

void TestTabletSession::aServerThatBreaksTheRulesEndsTheRun()
{
    QFETCH(int, row);
    running();
    wrongs().at(static_cast<std::size_t>(row)).second();
    QVERIFY(m_finished.has_value());
    QCOMPARE(m_finished->outcome.error().code(), Errc::Malformed);
    QCOMPARE(sent(FrameType::Error), 1U);
    QVERIFY(!m_session->progress().upToDate);
    QCOMPARE(m_tablet->count(TestTablet::Own::Pending), 1U); // nothing was believed
}

void TestTabletSession::errorsOfTheServerAreNamed_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Errc>("expected");
    QTest::newRow("home") << int{wire::v1::ERROR_WRONG_HOME} << Errc::WrongHome;
    QTest::newRow("device") << int{wire::v1::ERROR_WRONG_DEVICE} << Errc::WrongDevice;
    QTest::newRow("version") << int{wire::v1::ERROR_VERSION} << Errc::VersionUnsupported;
    QTest::newRow("malformed") << int{wire::v1::ERROR_MALFORMED} << Errc::Malformed;
    QTest::newRow("too large") << int{wire::v1::ERROR_TOO_LARGE} << Errc::TooLarge;
    QTest::newRow("not allowed") << int{wire::v1::ERROR_NOT_ALLOWED} << Errc::NotAllowed;
    QTest::newRow("timeout") << int{wire::v1::ERROR_TIMEOUT} << Errc::TimedOut;
    QTest::newRow("busy") << int{wire::v1::ERROR_BUSY} << Errc::Closed;
    QTest::newRow("internal") << int{wire::v1::ERROR_INTERNAL} << Errc::Closed;
    QTest::newRow("of a later version") << 4711 << Errc::Closed;
}

void TestTabletSession::errorsOfTheServerAreNamed()
{
    QFETCH(int, code);
    QFETCH(Errc, expected);
    start();
    wire::v1::Error error;
    error.set_code(static_cast<wire::v1::ErrorCode>(code));
    error.set_retry_s(30);
    receive(FrameType::Error, error);
    QCOMPARE(m_finished->outcome.error().code(), expected);
    QCOMPARE(m_finished->retryS, 30U);
    QCOMPARE(sent(FrameType::Error), 0U); // an error is not answered with one
}

void TestTabletSession::unknownFramesAreSkipped()
{
    running();
    for (const int type : {0, 18, 255}) { // of a later version
        m_session->onFrame({static_cast<std::uint8_t>(type), "\xff"}, 0);
        drain();
    }
    QVERIFY(!m_finished);
}

void TestTabletSession::aClosedLineEndsTheRunOnce()
{
    running();
    m_session->onClosed(Error(Errc::Closed));
    m_session->onClosed(Error(Errc::TimedOut));
    receive(FrameType::Changes, page(1, 1));
    QCOMPARE(m_finished->outcome.error().code(), Errc::Closed);
    QCOMPARE(must(m_tablet->journal().count()), 1U);
}

void TestTabletSession::aBadFrameIsTold()
{
    running();
    m_session->onBadFrame(Error(Errc::TooLarge));
    drain();
    QCOMPARE(m_finished->outcome.error().code(), Errc::TooLarge);
    QCOMPARE(sent(FrameType::Error), 1U);
}

void TestTabletSession::aDiskThatFailsEndsTheRun_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"state", "pending", "batch", "clock", "durable", "changes"}) {
        QTest::newRow(where) << QString(where);
    }
}

void TestTabletSession::aDiskThatFailsEndsTheRun()
{
    QFETCH(QString, where);
    m_tablet->write(stream(), "min");
    m_tablet->failAt = where.toStdString();
    start();
    auto ack = helloAck();
    ack.set_log_seq(10);
    receive(FrameType::HelloAck, ack);
    wire::v1::PushAck pushed;
    pushed.set_id(1);
    receive(FrameType::PushAck, pushed);
    receive(FrameType::Changes, page(1, 4));
    QVERIFY(m_finished.has_value());
    QCOMPARE(m_finished->outcome.error().code(), Errc::StoreFull);
    QCOMPARE(sent(FrameType::ChangesAck), 0U); // what is not stored is not acknowledged
}

void TestTabletSession::safeIsPassedOn()
{
    running();
    wire::v1::Safe safe;
    safe.add_streams();
    receive(FrameType::Safe, safe);
    QVERIFY(!m_finished);
    receive(FrameType::Safe, wire::v1::Safe()); // TestTablet refuses this one
    QVERIFY(m_finished.has_value());
}

void TestTabletSession::atMostEightBatchesAreUnderWay()
{
    m_tablet->batchChanges = 1;
    for (int i = 0; i < 10; ++i) {
        m_tablet->write(stream(), "note");
    }
    start();
    receive(FrameType::HelloAck, helloAck());
    QCOMPARE(sent(FrameType::Push), std::size_t{limits::kUnackedBatchesMax});
    wire::v1::PushAck ack;
    ack.set_id(3); // in any order
    receive(FrameType::PushAck, ack);
    QCOMPARE(sent(FrameType::Push), std::size_t{limits::kUnackedBatchesMax} + 1);
}

void TestTabletSession::aKnownRangeWithAnotherHeadIsPushed()
{
    const auto first = m_tablet->write(stream(), "en");
    m_tablet->write(stream(), "to");
    start();
    auto ack = helloAck();
    auto *known = ack.add_known();
    known->set_stream(stream().str());
    session::toWire(Range{m_tablet->inc, 1, 1}, known->add_ranges());
    known->mutable_ranges(0)->set_head(must(m_tablet->headAt(stream(), first.dot))->str());
    session::toWire(Range{m_tablet->inc, 1, 2}, known->add_ranges());
    known->mutable_ranges(1)->set_head(filled<Hash256>(9).str());
    receive(FrameType::HelloAck, ack);
    QVERIFY(m_tablet->durable(first));
    wire::v1::Push push;
    QVERIFY(push.ParseFromString(m_sent.back().payload));
    QCOMPARE(push.changes_size(), 1);
    QCOMPARE(push.proof().first(), 2U);
}

void TestTabletSession::aServerThatGoesInOrderBlamesNothing()
{
    running();
    receive(FrameType::Bye, wire::v1::Bye());
    QCOMPARE(m_finished->outcome.error().code(), Errc::Closed);
    QCOMPARE(m_tablet->broken, 0);
}

void TestTabletSession::aLineThatBreaksIsCounted()
{
    running();
    m_session->onClosed(Error(Errc::Closed));
    drain();
    QCOMPARE(m_tablet->broken, 1);
}

void TestTabletSession::writeUnderOneProof()
{
    for (const char *text : {"en", "to", "tre"}) {
        m_tablet->write(stream(), text);
    }
    const auto proof = must(m_tablet->batch(stream(), {m_tablet->inc, 1, 3})).proof;
    auto transaction = must(journal::Transaction::begin(m_tablet->journal().database()));
    must(m_tablet->journal().keepProof(proof));
    must(transaction.commit());
}

void TestTabletSession::whatOnlyTheProofWantsIsNeitherBlamedNorAcknowledged()
{
    writeUnderOneProof();
    session::TabletProgress progress;
    session::TabletPush push(*m_tablet, progress);
    push.queue(stream(), {m_tablet->inc, 2, 2});
    QVERIFY(must(push.next()).has_value()); // 1 to 3, for the proof
    QVERIFY(push.oldestUnderWay()->range == (Range{m_tablet->inc, 2, 2}));
    wire::v1::PushAck ack;
    ack.set_id(1);
    for (const std::uint64_t ctr : {1, 3}) {
        auto *held = ack.add_quarantined();
        held->set_inc(static_cast<std::uint64_t>(m_tablet->inc));
        held->set_ctr(ctr);
        held->set_reason(ctr == 1 ? wire::v1::UNREADABLE : wire::v1::QUARANTINE_FULL);
    }
    must(push.onAck(ack));
    QVERIFY(m_tablet->held.empty());
    QCOMPARE(progress.refused, 0U);
    QCOMPARE(progress.pushed, 1U);
    QCOMPARE(m_tablet->count(TestTablet::Own::Durable), 1U);
}

void TestTabletSession::aBreakIsProvenForOneContentAlone()
{
    const auto proven = [this] {
        m_tablet->bad = {{stream(), {m_tablet->inc, 2}}};
        session::TabletProgress progress;
        session::TabletPush push(*m_tablet, progress);
        must(push.readSuspects());
        push.noteCarried(limits::kFrameBytesMax);
        return must(push.nextSuspect(false)).has_value() && push.provenUnderWay();
    };
    m_tablet->write(stream(), "en");
    m_tablet->write(stream(), "to");
    QVERIFY(proven());
    cleanup();
    init();
    writeUnderOneProof(); // and this port sends the others with all that stands in them
    QVERIFY(!proven());
}

QTEST_GUILESS_MAIN(TestTabletSession)
#include "tst_tablet_session.moc"
