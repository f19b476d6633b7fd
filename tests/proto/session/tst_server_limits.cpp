#include "tests/proto/session/server_script.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;

/** Each limit of the server's half: at the limit it goes, one past it does not. */
class TestServerLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void changesInAPush();
    void bytesInAPush();
    void pushesUnderWay();
    void pagesUnderWay_data();
    void pagesUnderWay();
    void wantsUnderWay();
    void pendingRangesInHello();
    void bytesOfHello();
    void rangesInHave();
    void piecesInLack();
    void streamsOfADevice();
    void keysOfADevice();
    void whoIsTakenAlong();
    void proofsInAPage();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;
};

void TestServerLimits::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<World>(m_dir->path().toStdString());
    m_world->addStream(stream());
}

void TestServerLimits::changesInAPush()
{
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Push, script.push(1, run(stream(), 5, 1, limits::kBatchChangesMax)));
    QCOMPARE(script.all<session::StorePush>().at(0).accepted.size(), limits::kBatchChangesMax);
    script.send(FrameType::Push, script.push(2, run(stream(), 6, 1, limits::kBatchChangesMax + 1)));
    QCOMPARE(script.refusal(), wire::v1::ERROR_TOO_LARGE);
}

void TestServerLimits::bytesInAPush()
{
    // Filled up to the byte by the length of a text that is no lawful content, but well sealed.
    const auto batch = [](std::uint64_t inc, std::size_t bytes) {
        std::vector<seal::SealedChange> out;
        for (std::uint64_t ctr = 1; ctr <= 4; ++ctr) {
            wire::v1::Header header;
            header.set_inc(inc);
            header.set_ctr(ctr);
            header.set_op_schema(1);
            const std::size_t left = bytes / 4;
            auto probe = seal::sealChange(stream(), header, "", streamKey(), seededRandom(ctr));
            out.push_back(seal::sealChange(stream(), header, std::string(left - probe.bytes(), 'x'),
                                           streamKey(), seededRandom(ctr)));
        }
        return out;
    };
    ServerScript script(*m_world);
    m_world->server->streams[stream()] = 1;
    script.greet();
    script.send(FrameType::Push, script.push(1, batch(5, limits::kBatchBytesMax)));
    QCOMPARE(script.all<session::StorePush>().size(), 1U);
    script.send(FrameType::Push, script.push(2, batch(6, limits::kBatchBytesMax + 4)));
    QCOMPARE(script.refusal(), wire::v1::ERROR_TOO_LARGE);
}

void TestServerLimits::pushesUnderWay()
{
    ServerScript script(*m_world);
    script.greet();
    for (std::uint64_t id = 1; id <= limits::kUnackedBatchesMax; ++id) {
        script.send(FrameType::Push, script.push(id, {change(stream(), 5, id)}));
        QCOMPARE(script.all<session::StorePush>().size(), 1U);
    }
    script.send(FrameType::Push, script.push(limits::kUnackedBatchesMax + 1, {change(stream(), 5, 9)}));
    QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED);
}

void TestServerLimits::pagesUnderWay_data()
{
    QTest::addColumn<int>("credits");
    QTest::addColumn<int>("pages");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("three") << 3 << 3;
    QTest::newRow("the most") << static_cast<int>(limits::kUnackedBatchesMax)
                              << static_cast<int>(limits::kUnackedBatchesMax);
    QTest::newRow("more than the most") << 1000 << static_cast<int>(limits::kUnackedBatchesMax);
}

void TestServerLimits::pagesUnderWay()
{
    QFETCH(int, credits);
    QFETCH(int, pages);
    for (int i = 0; i < 20; ++i) {
        m_world->b->write(stream(), "note");
    }
    m_world->run(*m_world->b);
    m_world->server->pageChanges = 1;
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Pull, script.pull(static_cast<std::uint32_t>(credits)));
    QCOMPARE(static_cast<int>(script.frames.size()), pages);
    wire::v1::ChangesAck ack;
    ack.set_number(1);
    script.send(FrameType::ChangesAck, ack);
    QCOMPARE(script.frames.size(), 1U); // one credit back, one page more
    script.send(FrameType::Pull, script.pull(1));
    QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED); // one Pull at a time
}

void TestServerLimits::wantsUnderWay()
{
    for (int i = 0; i < 30; ++i) {
        m_world->b->write(stream(), "note");
    }
    m_world->run(*m_world->b);
    m_world->server->pageChanges = 1;
    ServerScript script(*m_world);
    script.greet();
    for (std::uint32_t i = 0; i < limits::kUnackedBatchesMax; ++i) {
        script.send(FrameType::Want, script.want(stream(), 30));
        QCOMPARE(script.refusal(), wire::v1::ERROR_UNSPECIFIED);
    }
    script.send(FrameType::Want, script.want(stream(), 30));
    QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED);
}

void TestServerLimits::pendingRangesInHello()
{
    for (const std::size_t count : {limits::kPendingRangesMax, limits::kPendingRangesMax + 1}) {
        ServerScript script(*m_world);
        wire::v1::Hello hello = script.hello();
        auto *pending = hello.add_pending();
        pending->set_stream(stream().str());
        for (std::size_t i = 1; i <= count; ++i) {
            session::toWire(session::Range{Incarnation{i}, 1, 1}, pending->add_ranges());
        }
        script.send(FrameType::Hello, hello);
        QCOMPARE(script.session.authenticated(), count == limits::kPendingRangesMax);
    }
}

void TestServerLimits::bytesOfHello()
{
    ServerScript probe(*m_world);
    wire::v1::Hello hello = probe.hello();
    hello.set_app(std::string(16'000, 'x'));
    const std::size_t overhead = hello.ByteSizeLong() - 16'000;
    for (const std::size_t extra : {0U, 1U}) {
        ServerScript script(*m_world);
        hello.set_app(std::string(limits::kFrameBytesMaxBeforeHello - 1 - overhead + extra, 'x'));
        script.send(FrameType::Hello, hello);
        QCOMPARE(script.session.authenticated(), extra == 0);
    }
}

void TestServerLimits::rangesInHave()
{
    wire::v1::Have have;
    have.set_stream(stream().str());
    for (std::size_t i = 1; i <= limits::kRangesPerFrameMax; ++i) {
        session::toWire(session::Range{Incarnation{i}, 1, 1}, have.add_ranges());
    }
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Have, have);
    QCOMPARE(script.answer<wire::v1::Lack>(FrameType::Lack).ranges_size(),
             static_cast<int>(limits::kRangesPerFrameMax));
    session::toWire(session::Range{Incarnation{1}, 3, 3}, have.add_ranges());
    script.send(FrameType::Have, have);
    QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED);
}

/** More holes than a Lack may name: they become one, and what was there already is only sent twice. */
void TestServerLimits::piecesInLack()
{
    const std::uint64_t last = 2 * limits::kRangesPerFrameMax + 2;
    std::vector<seal::SealedChange> even;
    for (std::uint64_t ctr = 2; ctr <= last; ctr += 2) {
        even.push_back(change(stream(), 5, ctr, "x"));
    }
    auto transaction = must(journal::Transaction::begin(m_world->server->journal().database()));
    must(m_world->server->journal().append(even));
    must(transaction.commit());
    for (const std::uint64_t end : {last - 2, last}) {
        ServerScript script(*m_world);
        script.greet();
        wire::v1::Have have;
        have.set_stream(stream().str());
        session::toWire(session::Range{Incarnation{5}, 1, end}, have.add_ranges());
        script.send(FrameType::Have, have);
        const auto lack = script.answer<wire::v1::Lack>(FrameType::Lack);
        QCOMPARE(lack.ranges_size(), end == last ? 1 : static_cast<int>(limits::kRangesPerFrameMax));
        QCOMPARE(lack.ranges(0).first(), 1U);
        QCOMPARE(lack.ranges(lack.ranges_size() - 1).last(), end - 1);
    }
}

void TestServerLimits::streamsOfADevice()
{
    std::set<StreamId> &grants = m_world->server->devices.at(m_world->a->device()).grants;
    grants.clear();
    for (std::size_t i = 0; grants.size() < limits::kStreamsPerDeviceMax; ++i) {
        StreamId id = stream(3);
        std::memcpy(id.bits.data.data(), &i, sizeof i);
        m_world->addStream(id);
    }
    ServerScript enough(*m_world);
    enough.greet();
    QCOMPARE(enough.answer<wire::v1::HelloAck>(FrameType::HelloAck).streams_size(),
             static_cast<int>(limits::kStreamsPerDeviceMax));
    QCOMPARE(enough.frames.size(), limits::kStreamsPerDeviceMax + 1); // every key follows
    m_world->addStream(stream(4));
    ServerScript tooMany(*m_world);
    tooMany.greet();
    QCOMPARE(tooMany.refusal(), wire::v1::ERROR_INTERNAL);
}

/** Of keys that were turned too often, a device gets the newest. */
void TestServerLimits::keysOfADevice()
{
    const auto most = static_cast<std::uint32_t>(limits::kKeysPerHelloMax);
    TestServer &server = *m_world->server;
    server.devices.at(m_world->a->device()).grants = {stream()};
    server.streams[stream()] = most + 1;
    ServerScript script(*m_world);
    script.greet();
    QCOMPARE(script.answer<wire::v1::HelloAck>(FrameType::HelloAck).keys(), most);
    QCOMPARE(script.answer<wire::v1::StreamKey>(FrameType::StreamKey).key(), 2U); // not the oldest
    wire::v1::StreamKey newest;
    QVERIFY(newest.ParseFromString(script.frames.back().payload));
    QCOMPARE(newest.key(), most + 1);
    QCOMPARE(script.frames.size(), std::size_t{most} + 1);
}

void TestServerLimits::whoIsTakenAlong()
{
    for (const std::size_t count : {limits::kCarryMax - 1, limits::kCarryMax, limits::kCarryMax + 1}) {
        ServerScript script(*m_world);
        auto hello = script.hello();
        for (std::size_t i = 0; i < count; ++i) {
            PersonId resident;
            std::memcpy(resident.data.data(), &i, sizeof i);
            hello.add_carry(resident.str());
        }
        script.send(FrameType::Hello, hello);
        if (count > limits::kCarryMax) {
            QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED);
            continue;
        }
        QCOMPARE(script.all<session::NoteHello>().at(0).carry.size(), count);
        QCOMPARE(m_world->server->carried.at(m_world->a->device()).size(), count);
    }
    ServerScript script(*m_world);
    auto hello = script.hello();
    hello.add_carry("kort");
    script.send(FrameType::Hello, hello);
    QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED);
}

void TestServerLimits::proofsInAPage()
{
    // One change, vouched for by more devices than a frame may name.
    const auto one = change(stream(), 5, 1);
    auto transaction = must(journal::Transaction::begin(m_world->server->journal().database()));
    must(m_world->server->journal().append(one));
    wire::v1::Proof proof =
        seal::prove(m_world->a->device(), m_world->a->signSecret(), {}, std::span(&one, 1));
    for (std::size_t i = 0; i <= limits::kProofsPerFrameMax; ++i) {
        DeviceId device;
        std::memcpy(device.data.data(), &i, sizeof i);
        proof.set_device(device.str());
        must(m_world->server->journal().keepProof(proof));
    }
    must(transaction.commit());
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Pull, script.pull(1));
    const auto page = script.answer<wire::v1::Changes>(FrameType::Changes);
    QCOMPARE(page.items_size(), 1);
    QCOMPARE(page.proofs_size(), static_cast<int>(limits::kProofsPerFrameMax));
}

QTEST_GUILESS_MAIN(TestServerLimits)
#include "tst_server_limits.moc"
