#include "tests/proto/session/server_script.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;

namespace {

/** What a peer may send wrongly, and what it is told. */
struct Refusal
{
    const char *name;
    std::function<void(ServerScript &)> send;
    wire::v1::ErrorCode told;
};

std::string garbage()
{
    return "\xff\xff\xff\xff\xff";
}

std::vector<Refusal> atHello()
{
    const auto changed = [](auto change) {
        return [change](ServerScript &script) {
            wire::v1::Hello hello = script.hello();
            change(hello);
            script.send(FrameType::Hello, hello);
        };
    };
    return {
        {"wrong home", changed([](auto &h) { h.set_home(filled<HomeId>(2).str()); }),
         wire::v1::ERROR_WRONG_HOME},
        {"no home", changed([](auto &h) { h.clear_home(); }), wire::v1::ERROR_WRONG_HOME},
        {"wrong device", changed([](auto &h) { h.set_device(filled<DeviceId>(11).str()); }),
         wire::v1::ERROR_WRONG_DEVICE},
        {"only newer", changed([](auto &h) { h.set_version_min(2), h.set_version_max(3); }),
         wire::v1::ERROR_VERSION},
        {"only older", changed([](auto &h) { h.set_version_min(0), h.set_version_max(0); }),
         wire::v1::ERROR_VERSION},
        {"newer, and another home", changed([](auto &h) { h.set_version_min(2), h.clear_home(); }),
         wire::v1::ERROR_VERSION},
        {"pending of no stream", changed([](auto &h) { h.add_pending()->set_stream("x"); }),
         wire::v1::ERROR_MALFORMED},
        {"pending range backwards", changed([](auto &h) {
             auto *pending = h.add_pending();
             pending->set_stream(stream().str());
             session::toWire(session::Range{Incarnation{1}, 2, 1}, pending->add_ranges());
         }),
         wire::v1::ERROR_MALFORMED},
        {"garbage", [](ServerScript &s) { s.raw(1, garbage()); }, wire::v1::ERROR_MALFORMED},
        {"another frame", [](ServerScript &s) { s.send(FrameType::Bye, wire::v1::Bye()); },
         wire::v1::ERROR_MALFORMED},
        {"an unknown frame", [](ServerScript &s) { s.raw(200, ""); }, wire::v1::ERROR_MALFORMED},
        {"too long", [](ServerScript &s) { s.raw(1, std::string(limits::kFrameBytesMaxBeforeHello, 'x')); },
         wire::v1::ERROR_TOO_LARGE},
    };
}

std::vector<Refusal> afterHello()
{
    const auto pushed = [](auto change) {
        return [change](ServerScript &script) {
            wire::v1::Push push = script.push(1, run(stream(), 5, 1, 3));
            change(push);
            script.send(FrameType::Push, push);
        };
    };
    const auto ranged = [](const session::Range &range) {
        return [range](ServerScript &script) {
            wire::v1::Have have;
            have.set_stream(stream().str());
            session::toWire(range, have.add_ranges());
            script.send(FrameType::Have, have);
        };
    };
    return {
        {"push number 2 first", pushed([](auto &p) { p.set_id(2); }), wire::v1::ERROR_MALFORMED},
        {"push of no stream", pushed([](auto &p) { p.set_stream("x"); }), wire::v1::ERROR_MALFORMED},
        {"push of nothing", pushed([](auto &p) { p.clear_changes(); }), wire::v1::ERROR_MALFORMED},
        {"push with a hole", pushed([](auto &p) { p.mutable_changes()->DeleteSubrange(1, 1); }),
         wire::v1::ERROR_MALFORMED},
        {"push twice the same", pushed([](auto &p) { *p.mutable_changes(1) = p.changes(0); }),
         wire::v1::ERROR_MALFORMED},
        {"push without a body", pushed([](auto &p) { p.mutable_changes(0)->clear_ct(); }),
         wire::v1::ERROR_MALFORMED},
        {"push of a counter past 2^63", pushed([](auto &p) {
             wire::v1::Header header;
             header.set_inc(5);
             header.set_ctr(limits::kCounterMax + 1);
             p.mutable_changes(0)->set_header(header.SerializeAsString());
         }),
         wire::v1::ERROR_MALFORMED},
        {"want of no stream", [](ServerScript &s) { s.send(FrameType::Want, wire::v1::Want()); },
         wire::v1::ERROR_MALFORMED},
        {"want backwards",
         [](ServerScript &s) {
             wire::v1::Want want = s.want(stream(), 1);
             want.set_after_seq(2);
             s.send(FrameType::Want, want);
         },
         wire::v1::ERROR_MALFORMED},
        {"have of no stream", [](ServerScript &s) { s.send(FrameType::Have, wire::v1::Have()); },
         wire::v1::ERROR_MALFORMED},
        {"have from 0", ranged({Incarnation{1}, 0, 1}), wire::v1::ERROR_MALFORMED},
        {"have of no incarnation", ranged({Incarnation{0}, 1, 1}), wire::v1::ERROR_MALFORMED},
        {"have past 2^63", ranged({Incarnation{1}, 1, 1ULL << 63U}), wire::v1::ERROR_MALFORMED},
        {"pull without credit", [](ServerScript &s) { s.send(FrameType::Pull, s.pull(0)); },
         wire::v1::ERROR_MALFORMED},
        {"pull from beyond the end",
         [](ServerScript &s) {
             wire::v1::Pull pull = s.pull(1);
             pull.mutable_cursor()->set_seq(1);
             s.send(FrameType::Pull, pull);
         },
         wire::v1::ERROR_MALFORMED},
        {"pull with another log",
         [](ServerScript &s) {
             wire::v1::Pull pull = s.pull(1);
             pull.mutable_cursor()->set_log(1);
             s.send(FrameType::Pull, pull);
         },
         wire::v1::ERROR_MALFORMED},
        {"ack of nothing", [](ServerScript &s) { s.send(FrameType::ChangesAck, wire::v1::ChangesAck()); },
         wire::v1::ERROR_MALFORMED},
        {"a second Hello", [](ServerScript &s) { s.greet(); }, wire::v1::ERROR_MALFORMED},
    };
}

} // namespace

class TestServerSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void helloIsAnswered();
    void helloIsRefused_data() { rows(atHello()); }
    void helloIsRefused();
    void framesAreRefused_data() { rows(afterHello()); }
    void framesAreRefused();
    void garbageIsRefusedInEveryFrame();
    void aServersFrameIsRefused();
    void unknownFramesAreSkipped();
    void aBadFrameAndATimeoutAreTold();
    void byeClosesInOrder();
    void nothingIsSaidAfterClosing();
    void aPushIsAckedOnlyAfterItIsStored();
    void theStoreHasTheLastWordOnWhatIsHeld();
    void aTwinsChangeIsNotTakenForWhatIsUnderWay();
    void whatTheServerHasIsToldByItsHead();
    void grantsAreToldOnlyWhenTheyDiffer();
    void theLackOfAHaveIsExact();
    void aWantOfAStreamThatIsNotGrantedIsEmpty();
    void aStoreThatCantBeReadEndsTheConnection();
    void grantsHashIsOfTheSet();

private:
    static void rows(const std::vector<Refusal> &refusals);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;
};

void TestServerSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<World>(m_dir->path().toStdString());
    m_world->addStream(stream());
}

void TestServerSession::rows(const std::vector<Refusal> &refusals)
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < refusals.size(); ++i) {
        QTest::newRow(refusals[i].name) << static_cast<int>(i);
    }
}

void TestServerSession::helloIsAnswered()
{
    ServerScript script(*m_world);
    QVERIFY(!script.session.authenticated());
    wire::v1::Hello hello = script.hello();
    hello.set_version_max(7); // speaks newer ones too
    hello.set_wall_ms(400);
    hello.set_app(std::string(100, 'x'));
    script.send(FrameType::Hello, hello);
    QVERIFY(script.session.authenticated());
    const auto ack = script.answer<wire::v1::HelloAck>(FrameType::HelloAck);
    QCOMPARE(ack.version(), 1U);
    QCOMPARE(ack.epoch(), m_world->server->epoch());
    QCOMPARE(ack.wall_ms(), 1000);
    QVERIFY(ack.may_read() && !ack.new_epoch());
    QCOMPARE(ack.streams_size(), 1);
    QCOMPARE(ack.keys(), 1U);
    QCOMPARE(script.all<session::NoteHello>().at(0).clockOffsetMs, 600);
    QCOMPARE(script.all<session::NoteHello>().at(0).app.size(), 64U);
    QCOMPARE(script.frames.size(), 2U); // and the key
}

void TestServerSession::helloIsRefused()
{
    QFETCH(int, row);
    const Refusal refusal = atHello().at(static_cast<std::size_t>(row));
    ServerScript script(*m_world);
    refusal.send(script);
    QCOMPARE(script.refusal(), refusal.told);
    QVERIFY(!script.session.authenticated());
    QCOMPARE(script.actions.size(), 2U); // nothing else is said or done
}

void TestServerSession::framesAreRefused()
{
    QFETCH(int, row);
    const Refusal refusal = afterHello().at(static_cast<std::size_t>(row));
    ServerScript script(*m_world);
    script.greet();
    refusal.send(script);
    QCOMPARE(script.refusal(), refusal.told);
    QCOMPARE(script.actions.size(), 2U);
}

void TestServerSession::garbageIsRefusedInEveryFrame()
{
    for (const FrameType type :
         {FrameType::Push, FrameType::Want, FrameType::Have, FrameType::Pull, FrameType::ChangesAck}) {
        ServerScript script(*m_world);
        script.greet();
        script.raw(static_cast<std::uint8_t>(type), garbage());
        QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED);
    }
}

void TestServerSession::aServersFrameIsRefused()
{
    for (const FrameType type :
         {FrameType::HelloAck, FrameType::StreamKey, FrameType::PushAck, FrameType::Lack, FrameType::Changes,
          FrameType::Safe, FrameType::StreamRevoked, FrameType::StreamErased, FrameType::Wipe}) {
        ServerScript script(*m_world);
        script.greet();
        script.raw(static_cast<std::uint8_t>(type), "");
        QCOMPARE(script.refusal(), wire::v1::ERROR_MALFORMED);
    }
}

void TestServerSession::unknownFramesAreSkipped()
{
    ServerScript script(*m_world);
    script.greet();
    for (const int type : {0, 18, 200, 255}) {
        script.raw(static_cast<std::uint8_t>(type), garbage());
        QVERIFY(script.actions.empty());
    }
    script.send(FrameType::Push, script.push(1, run(stream(), 5, 1, 1)));
    QCOMPARE(script.all<session::StorePush>().size(), 1U);
}

void TestServerSession::aBadFrameAndATimeoutAreTold()
{
    ServerScript tooLarge(*m_world);
    tooLarge.session.onBadFrame(Error(Errc::TooLarge));
    tooLarge.drain();
    QCOMPARE(tooLarge.refusal(), wire::v1::ERROR_TOO_LARGE);
    ServerScript slow(*m_world);
    slow.greet();
    slow.session.onTimeout();
    slow.drain();
    QCOMPARE(slow.refusal(), wire::v1::ERROR_TIMEOUT);
}

void TestServerSession::byeClosesInOrder()
{
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Bye, wire::v1::Bye());
    QCOMPARE(script.actions.size(), 1U);
    QVERIFY(script.all<session::CloseConnection>().at(0).why.has_value());
}

void TestServerSession::nothingIsSaidAfterClosing()
{
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Push, script.push(1, run(stream(), 5, 1, 1)));
    script.send(FrameType::Bye, wire::v1::Bye());
    script.session.onStored({1, {}, {}});
    script.session.onTimeout();
    script.raw(4, garbage());
    QVERIFY(script.actions.empty());
}

void TestServerSession::aPushIsAckedOnlyAfterItIsStored()
{
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Push, script.push(1, run(stream(), 5, 1, 2)));
    QVERIFY(script.frames.empty());
    const auto push = script.all<session::StorePush>().at(0);
    QCOMPARE(push.accepted.size(), 2U);
    QVERIFY(push.proof.has_value());
    QCOMPARE(push.from, m_world->a->device());
    script.session.onStored(m_world->server->store(push));
    script.drain();
    const auto ack = script.answer<wire::v1::PushAck>(FrameType::PushAck);
    QCOMPARE(ack.id(), 1U);
    QCOMPARE(ack.quarantined_size(), 0);
    QCOMPARE(ack.end().seq(), 2U);
    QCOMPARE(ack.end().log(), must(m_world->server->end()).log);
}

/** The session knows a right that is missing, the store that a person has let the words in since. */
void TestServerSession::theStoreHasTheLastWordOnWhatIsHeld()
{
    m_world->server->devices[m_world->a->device()].blocked = true;
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Push, script.push(1, run(stream(), 5, 1, 2)));
    const auto push = script.all<session::StorePush>().at(0);
    QCOMPARE(push.held.size(), 2U);
    auto stored = m_world->server->store(push);
    stored.held.emplace_back(push.held.back().first.dot, wire::v1::REISSUED);
    script.session.onStored(stored);
    script.drain();
    const auto ack = script.answer<wire::v1::PushAck>(FrameType::PushAck);
    QCOMPARE(ack.quarantined_size(), 2);
    QCOMPARE(ack.quarantined(0).reason(), wire::v1::BLOCKED_DEVICE);
    QCOMPARE(ack.quarantined(1).reason(), wire::v1::REISSUED);
}

/** A page that is read before the push is stored: what stands in the log under the same id is another's. */
void TestServerSession::aTwinsChangeIsNotTakenForWhatIsUnderWay()
{
    auto transaction = must(journal::Transaction::begin(m_world->server->journal().database()));
    must(m_world->server->journal().append(test::change(stream(), 5, 1, "tvillingens")));
    must(transaction.commit());
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Push, script.push(1, {test::change(stream(), 5, 1, "min")}));
    QCOMPARE(script.all<session::StorePush>().size(), 1U);
    script.send(FrameType::Pull, script.pull(8));
    QCOMPARE(script.answer<wire::v1::Changes>(FrameType::Changes).items_size(), 1);
}

void TestServerSession::whatTheServerHasIsToldByItsHead()
{
    ServerScript first(*m_world);
    first.greet();
    first.send(FrameType::Push, first.push(1, run(stream(), 5, 1, 3)));
    static_cast<void>(m_world->server->store(first.all<session::StorePush>().at(0)));
    ServerScript script(*m_world);
    wire::v1::Hello hello = script.hello();
    auto *pending = hello.add_pending();
    pending->set_stream(stream().str());
    session::toWire(session::Range{Incarnation{5}, 2, 9}, pending->add_ranges());
    session::toWire(session::Range{Incarnation{6}, 1, 1}, pending->add_ranges());
    session::toWire(session::Range{Incarnation{5}, 4, 9}, pending->add_ranges()); // nothing of it is here
    script.send(FrameType::Hello, hello);
    const auto ack = script.answer<wire::v1::HelloAck>(FrameType::HelloAck);
    QCOMPARE(ack.known_size(), 1);
    QCOMPARE(ack.known(0).ranges_size(), 1);
    QCOMPARE(ack.known(0).ranges(0).last(), 3U);
    QCOMPARE(ack.known(0).ranges(0).head(), must(m_world->server->tip(stream(), Incarnation{5})).head.str());
    QCOMPARE(ack.log_seq(), 3U);
}

void TestServerSession::grantsAreToldOnlyWhenTheyDiffer()
{
    ServerScript script(*m_world);
    wire::v1::Hello hello = script.hello();
    hello.set_grants(session::grantsHash(m_world->server->grants(m_world->a->device())));
    script.send(FrameType::Hello, hello);
    QCOMPARE(script.frames.size(), 1U);
    const auto ack = script.answer<wire::v1::HelloAck>(FrameType::HelloAck);
    QCOMPARE(ack.streams_size(), 0);
    QCOMPARE(ack.keys(), 0U);
    QCOMPARE(ack.grants(), hello.grants());
}

void TestServerSession::theLackOfAHaveIsExact()
{
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Push, script.push(1, run(stream(), 5, 3, 4)));
    static_cast<void>(m_world->server->store(script.all<session::StorePush>().at(0)));
    wire::v1::Have have;
    have.set_stream(stream().str());
    session::toWire(session::Range{Incarnation{5}, 1, 9}, have.add_ranges());
    session::toWire(session::Range{Incarnation{6}, 2, 3}, have.add_ranges());
    script.send(FrameType::Have, have);
    const auto lack = script.answer<wire::v1::Lack>(FrameType::Lack);
    QCOMPARE(lack.ranges_size(), 3);
    QCOMPARE(lack.ranges(0).last(), 2U);
    QCOMPARE(lack.ranges(1).first(), 5U);
    QCOMPARE(lack.ranges(2).inc(), 6U);
    have.set_set_hash(must(m_world->server->setHash(stream())).str());
    script.send(FrameType::Have, have);
    QCOMPARE(script.answer<wire::v1::Lack>(FrameType::Lack).ranges_size(), 0);
}

void TestServerSession::aWantOfAStreamThatIsNotGrantedIsEmpty()
{
    m_world->addStream(stream(2));
    m_world->b->write(stream(2), "ikke til a");
    m_world->run(*m_world->b);
    m_world->revoke(*m_world->a, stream(2));
    ServerScript script(*m_world);
    script.greet();
    script.send(FrameType::Want, script.want(stream(2), 1));
    const auto page = script.answer<wire::v1::Changes>(FrameType::Changes);
    QCOMPARE(page.items_size(), 0);
    QCOMPARE(page.backfill(), stream(2).str());
    QVERIFY(!page.more());
}

void TestServerSession::aStoreThatCantBeReadEndsTheConnection()
{
    ServerScript script(*m_world);
    script.greet();
    must(m_world->server->journal().database().execute("ALTER TABLE stream RENAME TO lost"));
    wire::v1::Have have;
    have.set_stream(stream().str());
    script.send(FrameType::Have, have);
    QCOMPARE(script.refusal(), wire::v1::ERROR_INTERNAL);
    QCOMPARE(script.all<session::CloseConnection>().at(0).why.error().code(), Errc::StoreFailed);
}

void TestServerSession::grantsHashIsOfTheSet()
{
    wire::v1::StreamGrant one;
    one.set_stream(stream(1).str());
    one.set_key(1);
    wire::v1::StreamGrant two = one;
    two.set_stream(stream(2).str());
    wire::v1::StreamGrant newer = one;
    newer.set_key(2);
    QCOMPARE(session::grantsHash({one, two}), session::grantsHash({two, one}));
    QVERIFY(session::grantsHash({one}) != session::grantsHash({newer}));
    QVERIFY(session::grantsHash({one}) != session::grantsHash({}));
    QVERIFY(session::grantsHash({}) != 0);
}

QTEST_GUILESS_MAIN(TestServerSession)
#include "tst_server_session.moc"
