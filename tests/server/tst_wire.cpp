#include "proto/seal/chain.h"
#include "sync-server/certificates.h"
#include "tests/server/program.h"
#include "tests/server/raw_client.h"

#include "session.pb.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <set>

using namespace trivsel;
using framing::FrameType;
using trivsel::testing::bytesOf;
using trivsel::testing::helloOf;
using trivsel::testing::Manners;
using trivsel::testing::RawClient;
using trivsel::testing::RunningServer;
using trivsel::testing::TestHome;

namespace {

TabletFile tabletOf(const TestHome &home, const char *name, const char *kind = "shared")
{
    const QString file = home.addTablet(QString::fromUtf8(name), QString::fromUtf8(kind));
    auto tablet = readTabletFile(bytesOf(file).toStdString());
    if (!tablet) {
        qFatal("no tablet");
    }
    return *tablet;
}

std::string lengthOf(std::uint32_t length)
{
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) {
        bytes += static_cast<char>((length >> shift) & 0xFF);
    }
    return bytes;
}

/** Reads on to the next frame of this type. */
std::optional<framing::Frame> next(RawClient &client, FrameType type)
{
    auto frame = client.receive();
    while (frame && frame->type != static_cast<std::uint8_t>(type)) {
        frame = client.receive();
    }
    return frame;
}

wire::v1::ErrorCode errorFrom(RawClient &client)
{
    const auto frame = next(client, FrameType::Error);
    wire::v1::Error error;
    return frame && error.ParseFromString(frame->payload) ? error.code() : wire::v1::ERROR_UNSPECIFIED;
}

bool letIn(RawClient &client, const TabletFile &tablet)
{
    return client.send(FrameType::Hello, helloOf(tablet)) && next(client, FrameType::HelloAck).has_value();
}

} // namespace

/** The running server, and clients with bad manners. */
class TestWire : public QObject
{
    Q_OBJECT

    /** One change, sealed with a key of its own making; what the server held back of it. */
    std::vector<wire::v1::QuarantineReason> handsIn(const TabletFile &tablet, const StreamId &stream,
                                                    Incarnation inc) const
    {
        wire::v1::Header header;
        header.set_inc(static_cast<std::uint64_t>(inc));
        header.set_ctr(1);
        header.set_lamport(1);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        const std::vector changes{
            seal::sealChange(stream, header, "", seal::StreamKey{}, seal::systemRandom())};
        wire::v1::Push push;
        push.set_id(1);
        push.set_stream(stream.str());
        *push.mutable_proof() = seal::prove(tablet.device, tablet.sign, {}, changes);
        seal::toWire(changes.front(), push.add_changes());
        RawClient client(port(), Manners::of(tablet));
        std::vector<wire::v1::QuarantineReason> held;
        wire::v1::PushAck ack;
        if (!letIn(client, tablet) || !client.send(FrameType::Push, push.SerializeAsString())) {
            qFatal("not let in");
        }
        const auto frame = next(client, FrameType::PushAck);
        if (!frame || !ack.ParseFromString(frame->payload)) {
            qFatal("no ack");
        }
        for (const auto &one : ack.quarantined()) {
            held.push_back(one.reason());
        }
        return held;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<TestHome>();
        QVERIFY(m_home->made());
        m_tablet = tabletOf(*m_home, "A");
        m_server = std::make_unique<RunningServer>(m_home->data());
        QVERIFY(m_server->port() != 0);
    }
    /** Whatever happened, the server is there, and a tablet with good manners is let in. */
    void cleanup()
    {
        QVERIFY(m_server->running());
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(letIn(client, m_tablet));
    }

    void theServerIsTheOneOnTheTabletFile()
    {
        const RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(client.connected());
        QCOMPARE(client.pin(), m_tablet.pin.str());
    }

    void theServerOfAnotherHomeHasAnotherPin()
    {
        const TestHome other;
        const RunningServer server(other.data());
        Manners manners = Manners::of(m_tablet);
        QVERIFY(!RawClient(server.port(), manners).connected()); // its CA is not ours
        manners.caPem.clear();
        const RawClient client(server.port(), manners);
        QVERIFY(client.pin() != m_tablet.pin.str());
    }

    void strangersAreRefusedInTheHandshake()
    {
        const TestHome other;
        const TabletFile theirs = tabletOf(other, "A");
        Manners manners = Manners::of(theirs);
        manners.caPem = m_tablet.caPem;
        RawClient client(port(), manners);
        QVERIFY(!client.send(FrameType::Hello, helloOf(m_tablet)) || client.closed());
        manners = Manners::of(m_tablet);
        manners.certificatePem.clear();
        RawClient nameless(port(), manners);
        QVERIFY(!nameless.send(FrameType::Hello, helloOf(m_tablet)) || nameless.closed());
    }

    void olderTlsIsRefused()
    {
        Manners manners = Manners::of(m_tablet);
        manners.maxVersion = TLS1_2_VERSION;
        QVERIFY(!RawClient(port(), manners).connected());
    }

    void noProtocolNameIsNoConnection()
    {
        Manners manners = Manners::of(m_tablet);
        manners.alpn.clear();
        RawClient client(port(), manners);
        QVERIFY(!client.send(FrameType::Hello, helloOf(m_tablet)) || client.closed());
    }

    void malformedFramesAreToldAndClosed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const std::string &bytes, wire::v1::ErrorCode code) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
        };
        row("length 0", lengthOf(0), wire::v1::ERROR_MALFORMED);
        row("too long before Hello", lengthOf(limits::kFrameBytesMaxBeforeHello + 1),
            wire::v1::ERROR_TOO_LARGE);
        row("4 GiB", lengthOf(0xFFFFFFFF), wire::v1::ERROR_TOO_LARGE);
        row("Hello of noise", framing::encode(FrameType::Hello, std::string(100, '\xFF')),
            wire::v1::ERROR_MALFORMED);
        row("something before Hello", framing::encode(FrameType::Pull, {}), wire::v1::ERROR_MALFORMED);
        row("a web browser", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", wire::v1::ERROR_TOO_LARGE);
    }
    void malformedFramesAreToldAndClosed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(client.send(bytes.toStdString()));
        QCOMPARE(static_cast<int>(errorFrom(client)), code);
        QVERIFY(client.closed());
    }

    void afterHelloAFrameMayBeLongButNotTooLong()
    {
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(letIn(client, m_tablet));
        // An unknown type of exactly the limit is skipped.
        QVERIFY(client.send(lengthOf(limits::kFrameBytesMax) + '\xC8' +
                            std::string(limits::kFrameBytesMax - 1, 'x')));
        wire::v1::Pull pull;
        pull.set_credits(1);
        QVERIFY(client.send(FrameType::Pull, pull.SerializeAsString()));
        QVERIFY(next(client, FrameType::Changes));
        QVERIFY(client.send(lengthOf(limits::kFrameBytesMax + 1)));
        QCOMPARE(errorFrom(client), wire::v1::ERROR_TOO_LARGE);
        QVERIFY(client.closed());
    }

    void noiseAfterHelloIsToldAndClosed()
    {
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(letIn(client, m_tablet));
        QVERIFY(client.send(FrameType::Push, std::string(1000, '\xFF')));
        QCOMPARE(errorFrom(client), wire::v1::ERROR_MALFORMED);
        QVERIFY(client.closed());
    }

    void noiseLeavesNoNoiseInTheLog()
    {
        wire::v1::Hello hello;
        QVERIFY(hello.ParseFromString(helloOf(m_tablet)));
        hello.set_app("app");
        std::string bytes = hello.SerializeAsString();
        bytes.replace(bytes.find("app"), 3, "\xFF\xFF\xFF"); // no UTF-8
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(client.send(FrameType::Hello, bytes));
        QCOMPARE(errorFrom(client), wire::v1::ERROR_MALFORMED);
        QVERIFY(client.closed());
        QVERIFY(!m_server->log().contains("libprotobuf"));
    }

    void aNewerWireVersionIsTold()
    {
        wire::v1::Hello hello;
        QVERIFY(hello.ParseFromString(helloOf(m_tablet)));
        hello.set_version_min(kWireVersionMax + 1);
        hello.set_version_max(kWireVersionMax + 5);
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(client.send(FrameType::Hello, hello.SerializeAsString()));
        QCOMPARE(errorFrom(client), wire::v1::ERROR_VERSION);
        QVERIFY(client.closed());
    }

    void anotherHomeIsTold()
    {
        TabletFile astray = m_tablet;
        astray.home.data[0] ^= 1;
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(client.send(FrameType::Hello, helloOf(astray)));
        QCOMPARE(errorFrom(client), wire::v1::ERROR_WRONG_HOME);
    }

    void anotherTabletsNameIsTold()
    {
        TabletFile astray = m_tablet;
        astray.device.data[0] ^= 1;
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(client.send(FrameType::Hello, helloOf(astray)));
        QCOMPARE(errorFrom(client), wire::v1::ERROR_WRONG_DEVICE);
    }

    void aThirdConnectionOfATabletClosesItsOldest()
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (std::size_t count = 0; count <= limits::kConnectionsPerDeviceMax; ++count) {
            clients.push_back(std::make_unique<RawClient>(port(), Manners::of(m_tablet)));
            QVERIFY(letIn(*clients.back(), m_tablet));
        }
        QCOMPARE(errorFrom(*clients.front()), wire::v1::ERROR_BUSY);
        QVERIFY(clients.front()->closed());
        // The two that are left are served.
        wire::v1::Pull pull;
        pull.set_credits(1);
        for (std::size_t at = 1; at < clients.size(); ++at) {
            QVERIFY(clients[at]->send(FrameType::Pull, pull.SerializeAsString()));
            QVERIFY(next(*clients[at], FrameType::Changes));
        }
    }

    /** A modified tablet: it asks for what it may not hold, and writes there. */
    void whoHasNoGrantGetsNothing()
    {
        const auto made = [&](const char *words) {
            const auto ran = m_home->run(QString::fromUtf8(words).split(QLatin1Char(' ')));
            return QJsonDocument::fromJson(ran.out).object();
        };
        const QJsonObject sofie = made("resident add Sofie --picture kop --json");
        const auto streamNamed = [&](const char *kind) {
            const QString hex =
                sofie.value(QLatin1String("streams")).toObject().value(QLatin1String(kind)).toString();
            return StreamId::from(QByteArray::fromHex(hex.toLatin1()).toStdString()).value();
        };
        const PersonId person =
            PersonId::from(
                QByteArray::fromHex(sofie.value(QLatin1String("person")).toString().toLatin1()).toStdString())
                .value();
        static_cast<void>(made("staff add Mette --json"));
        static_cast<void>(made("staff add Ali --json"));
        static_cast<void>(made("team set Sofie --team Ali --json"));
        const TabletFile phone = tabletOf(*m_home, "Mettes", "staff");
        QCOMPARE(m_home
                     ->run({QStringLiteral("tablet"), QStringLiteral("owner"), QStringLiteral("Mettes"),
                            QStringLiteral("Mette")})
                     .exit,
                 0);
        const StreamId team = streamNamed("team");
        // What is there to be had: a shared tablet hands something in.
        QVERIFY(handsIn(m_tablet, team, Incarnation{21}).empty());

        wire::v1::Hello hello;
        QVERIFY(hello.ParseFromString(helloOf(phone)));
        hello.add_carry(person.str()); // takes along whom she may not
        RawClient client(port(), Manners::of(phone));
        QVERIFY(client.send(FrameType::Hello, hello.SerializeAsString()));
        wire::v1::HelloAck ack;
        const auto answered = next(client, FrameType::HelloAck);
        QVERIFY(answered && ack.ParseFromString(answered->payload));
        std::set<std::string> granted;
        for (const auto &grant : ack.streams()) {
            granted.insert(grant.stream());
        }
        for (const char *kind : {"chosen", "team", "safety"}) {
            QVERIFY(!granted.contains(streamNamed(kind).str()));
        }
        QVERIFY(granted.contains(streamNamed("profile").str()));
        for (std::uint32_t key = 0; key < ack.keys(); ++key) {
            const auto frame = next(client, FrameType::StreamKey);
            wire::v1::StreamKey message;
            QVERIFY(frame && message.ParseFromString(frame->payload));
            QVERIFY(granted.contains(message.stream()));
        }
        wire::v1::Want want;
        want.set_stream(team.str());
        want.set_upto_seq(ack.log_seq());
        wire::v1::Pull pull;
        pull.set_credits(8);
        QVERIFY(client.send(FrameType::Want, want.SerializeAsString()));
        QVERIFY(client.send(FrameType::Pull, pull.SerializeAsString()));
        bool pulled = false;
        bool filled = false;
        std::size_t items = 0;
        while (!pulled || !filled) {
            const auto frame = next(client, FrameType::Changes);
            wire::v1::Changes changes;
            QVERIFY(frame && changes.ParseFromString(frame->payload));
            for (const auto &item : changes.items()) {
                QVERIFY(granted.contains(item.stream()));
                ++items;
            }
            for (const auto &proof : changes.proofs()) {
                QVERIFY(granted.contains(proof.stream()));
            }
            (changes.backfill().empty() ? pulled : filled) |= !changes.more();
            wire::v1::ChangesAck stored;
            stored.set_number(changes.number());
            QVERIFY(client.send(FrameType::ChangesAck, stored.SerializeAsString()));
        }
        QVERIFY(items > 0);
        QCOMPARE(handsIn(phone, team, Incarnation{22}), std::vector{wire::v1::NO_GRANT});
        QCOMPARE(handsIn(phone, streamNamed("safety"), Incarnation{23}), std::vector{wire::v1::NO_GRANT});
    }

    void statusKnowsWhoWasHere()
    {
        const TabletFile staff = tabletOf(*m_home, "B", "staff");
        {
            RawClient client(port(), Manners::of(staff));
            QVERIFY(letIn(client, staff));
            QVERIFY(client.send(FrameType::Bye, {}));
            while (client.receive()) {
            }
        }
        const auto seen = [&] {
            const auto status = m_home->run({QStringLiteral("status"), QStringLiteral("--json")});
            for (const auto &one :
                 QJsonDocument::fromJson(status.out).object().value(QLatin1String("tablets")).toArray()) {
                const QJsonObject tablet = one.toObject();
                if (tablet.value(QLatin1String("name")).toString() == QLatin1String("B")) {
                    return tablet.value(QLatin1String("last_contact_ms")).toInteger();
                }
            }
            return qint64{-1};
        };
        QTRY_VERIFY(seen() > 0);
    }

    void theLogNamesNobody()
    {
        QCOMPARE(
            m_home
                ->run({QStringLiteral("resident"), QStringLiteral("add"), QStringLiteral("--name"),
                       QStringLiteral("Ottilie"), QStringLiteral("--picture"), QStringLiteral("fyrtaarn")})
                .exit,
            0);
        RawClient client(port(), Manners::of(m_tablet));
        QVERIFY(letIn(client, m_tablet));
        const QByteArray id = QByteArray::fromStdString(toHex(m_tablet.device.view())).left(8);
        QTRY_VERIFY(m_server->log().contains(id + " is here"));
        QVERIFY(!m_server->log().contains("Ottilie"));
        QVERIFY(!m_server->log().contains("127.0.0.1"));
    }

private:
    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<RunningServer> m_server;
    TabletFile m_tablet;
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
