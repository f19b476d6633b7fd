// How long a tablet may read without being here, and how it gets another certificate: the rules, and at the
// door.
#include "sync-server/certificate_life.h"
#include "sync-server/certificates.h"
#include "sync-server/status.h"
#include "tests/server/door.h"
#include "tests/server/raw_client.h"

#include "session.pb.h"

#include <QtTest>
#include <atomic>
#include <openssl/bio.h>
#include <openssl/pem.h>

using namespace trivsel;
using namespace trivsel::server;
using framing::FrameType;
using trivsel::testing::BuiltHome;
using trivsel::testing::fileOf;
using trivsel::testing::frameOf;
using trivsel::testing::helloOf;
using trivsel::testing::Manners;
using trivsel::testing::RawClient;
using trivsel::testing::RunningService;
using trivsel::testing::Tablet;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000; // 2026-09-21
constexpr std::int64_t kDayMs = 24 * 60 * 60 * 1000;
constexpr std::int64_t kRenewMs = 90 * kDayMs;

std::optional<std::int64_t> endOf(const std::string &pem)
{
    BIO *bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    const Certificate certificate(PEM_read_bio_X509(bio, nullptr, nullptr, nullptr));
    BIO_free(bio);
    return certificateUntil(certificate.get());
}

/** At a time that the test moves. */
class Running : public RunningService
{
public:
    Running(HomeStore &store, const std::atomic<std::int64_t> &nowMs)
        : RunningService(store, {{"127.0.0.1", 0}, ConnectionLimits{}, [&nowMs] { return nowMs.load(); }})
    {
    }
};

} // namespace

class TestCertificateLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEndIsTheLastSecondOfADay()
    {
        const std::int64_t end = certificateEnd(kNowMs);
        QCOMPARE((end + 1000) % kDayMs, 0);
        QVERIFY(end - kNowMs >= 180 * kDayMs - 1000);
        QVERIFY(end - kNowMs < 181 * kDayMs);
        // Whoever asks twice in a day gets the same.
        const std::int64_t midnight = kNowMs - kNowMs % kDayMs;
        QCOMPARE(certificateEnd(midnight), certificateEnd(midnight + kDayMs - 1));
        QCOMPARE(certificateEnd(midnight + kDayMs) - certificateEnd(midnight), kDayMs);
    }

    void aClockThatFellBackMakesNothingThatIsOver()
    {
        for (const std::int64_t wrong : {std::int64_t{0}, std::int64_t{-5}, std::int64_t{86'400'000}}) {
            QVERIFY(certificateEnd(wrong) > 1'767'225'600'000 + 179 * kDayMs); // from 2026 on
        }
        QVERIFY(certificateEnd(std::numeric_limits<std::int64_t>::max()) > kNowMs); // and no overflow
    }

    void theDateIsReadAsItWasWritten()
    {
        const ServerKeys server = deriveKeys(seal::RecoverySeed{});
        const auto key = seal::publicOf(server.ca);
        for (const std::int64_t until :
             {certificateEnd(kNowMs), kNowMs / 1000 * 1000, std::int64_t{2'600'000'000'000}}) {
            const auto made = deviceCertificate(server.home, server.ca, DeviceId{{7}}, key, until);
            QVERIFY(made);
            QCOMPARE(certificateUntil(made->get()), std::optional(until));
        }
        const auto endless = deviceCertificate(server.home, server.ca, DeviceId{{7}}, key, std::nullopt);
        QVERIFY(!certificateUntil(endless->get()));
        QVERIFY(!certificateUntil(nullptr));
    }

    void whoReadsAndWhoGetsAnother_data()
    {
        QTest::addColumn<qint64>("left"); // of the certificate; in ms
        QTest::addColumn<bool>("blocked");
        QTest::addColumn<qint64>("officeLeft"); // the office's word; -1 = none
        QTest::addColumn<bool>("reads");
        QTest::addColumn<bool>("expired");
        QTest::addColumn<bool>("renewed");
        const auto row = [](const char *name, qint64 left, bool blocked, qint64 office, bool reads,
                            bool expired, bool renewed) {
            QTest::newRow(name) << left << blocked << office << reads << expired << renewed;
        };
        row("new", 180 * kDayMs, false, -1, true, false, false);
        row("just not yet", kRenewMs, false, -1, true, false, false);
        row("from here on", kRenewMs - 1, false, -1, true, false, true);
        row("the day before", kDayMs, false, -1, true, false, true);
        row("the last moment", 0, false, -1, true, false, true);
        row("a moment too late", -1, false, -1, false, true, false);
        row("a year too late", -365 * kDayMs, false, -1, false, true, false);
        row("too late, and the office has said yes", -kDayMs, false, kDayMs, true, false, true);
        row("the office's word, to the last moment", -kDayMs, false, 0, true, false, true);
        row("the office's word is over, too", -kDayMs, false, -2, false, true, false);
        row("blocked", kDayMs, true, -1, false, false, false);
        row("blocked and too late", -kDayMs, true, -1, false, false, false);
        row("made under a clock that was years ahead", 4000 * kDayMs, false, -1, true, false, false);
    }

    void whoReadsAndWhoGetsAnother()
    {
        QFETCH(qint64, left);
        QFETCH(bool, blocked);
        QFETCH(qint64, officeLeft);
        BuiltHome home;
        Tablet tablet = home.addTablet("A", domain::DeviceKind::Shared, blocked);
        if (officeLeft != -1) {
            tablet.device.goodUntilMs = kNowMs + officeLeft;
        }
        auto facts = home.store().factsFor(seal::publicOf(tablet.sign)).value();
        QVERIFY(applyCertificate(facts, tablet.device, home.store().server(), kNowMs + left, kNowMs));
        QTEST(facts.mayRead, "reads");
        QTEST(facts.expired, "expired");
        QTEST(!facts.renewed.empty(), "renewed");
        QCOMPARE(facts.certificateUntilMs, kNowMs + left);
        if (!facts.renewed.empty()) {
            QCOMPARE(endOf(facts.renewed), std::optional(certificateEnd(kNowMs)));
        }
    }

    void oneWithoutAnEndIsExchanged() // as homes gave them before
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", domain::DeviceKind::Shared);
        auto facts = home.store().factsFor(seal::publicOf(tablet.sign)).value();
        QVERIFY(applyCertificate(facts, tablet.device, home.store().server(), std::nullopt, kNowMs));
        QVERIFY(facts.mayRead && !facts.expired);
        QVERIFY(endOf(facts.renewed));
    }

    void aClockThatFellBackShortensNothing()
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", domain::DeviceKind::Shared);
        auto facts = home.store().factsFor(seal::publicOf(tablet.sign)).value();
        const std::int64_t until = certificateEnd(kNowMs);
        QVERIFY(applyCertificate(facts, tablet.device, home.store().server(), until, 0)); // 1970
        QVERIFY(facts.mayRead && facts.renewed.empty());
    }

    void atTheDoor()
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", domain::DeviceKind::Shared);
        const PersonId sofie = home.addResident("Sofie");
        const StreamId team = home.streamOf(sofie, StreamKind::Team);
        const std::int64_t end = certificateEnd(kNowMs);
        TabletFile file = fileOf(home, tablet, end);
        std::atomic<std::int64_t> now = kNowMs;
        const auto push = home.push(tablet, team, home.write(team, Incarnation{77}, 1, 2));
        auto service = std::make_unique<Running>(home.store(), now);

        wire::v1::HelloAck ack = greet(*service, file);
        QVERIFY(ack.may_read() && !ack.expired() && ack.certificate().empty() && ack.streams_size() > 0);

        now = end - kDayMs; // the day before: it reads, and gets another one
        ack = greet(*service, file);
        QVERIFY(ack.may_read() && !ack.certificate().empty());
        const std::string renewed = ack.certificate();
        QCOMPARE(endOf(renewed), std::optional(certificateEnd(end - kDayMs)));
        ack = greet(*service, file); // it never got there: the old one goes on, and it is offered again
        QVERIFY(ack.may_read());
        QCOMPARE(ack.certificate(), renewed);

        now = end + 1; // too late with the old one: no key, no grant, and what it hands in is taken
        {
            RawClient client(service->port(), Manners::of(file));
            QVERIFY(client.send(FrameType::Hello, helloOf(file)));
            ack = read(client.receive());
            QVERIFY(!ack.may_read() && ack.expired() && ack.certificate().empty());
            QVERIFY(ack.streams_size() == 0 && ack.keys() == 0);
            QVERIFY(client.send(frameOf(push)));
            auto answer = client.receive();
            for (std::uint32_t order = 0; order < ack.orders();
                 ++order) { // what it has no right to, so that it goes there
                QVERIFY(answer && answer->type == static_cast<std::uint8_t>(FrameType::StreamRevoked));
                answer = client.receive();
            }
            QVERIFY(answer && answer->type == static_cast<std::uint8_t>(FrameType::PushAck));
            wire::v1::PushAck taken;
            QVERIFY(taken.ParseFromString(answer->payload));
            QCOMPARE(taken.quarantined_size(), 0);
            QVERIFY(taken.end().seq() > 0);
            wire::v1::Pull pull; // a modified tablet asks all the same
            pull.set_credits(8);
            QVERIFY(client.send(FrameType::Pull, pull.SerializeAsString()));
            const auto page = client.receive();
            if (page && page->type == static_cast<std::uint8_t>(FrameType::Changes)) {
                wire::v1::Changes changes;
                QVERIFY(changes.ParseFromString(page->payload));
                QCOMPARE(changes.items_size(), 0);
            }
        }

        TabletFile newer = file; // with the new one it reads as ever
        newer.certificatePem = renewed;
        ack = greet(*service, newer);
        QVERIFY(ack.may_read() && !ack.expired());

        // The office says yes: the old one reads at the next contact, and is exchanged.
        const std::int64_t word = certificateEnd(now);
        service.reset();
        home.change(tablet, [word](domain::Device &device) { device.goodUntilMs = word; });
        service = std::make_unique<Running>(home.store(), now);
        ack = greet(*service, file);
        QVERIFY(ack.may_read() && !ack.expired());
        QCOMPARE(endOf(ack.certificate()), std::optional(certificateEnd(now)));
    }

    void theOfficeIsToldUntilWhen()
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", domain::DeviceKind::Shared);
        const std::int64_t end = certificateEnd(kNowMs);
        const auto told = [&home] { return readStatus(home.store()).value().tablets.front().readsUntilMs; };
        QCOMPARE(told(), 0); // never been here
        {
            std::atomic<std::int64_t> now = kNowMs;
            const Running service(home.store(), now);
            (void)greet(service, fileOf(home, tablet, end));
        }
        QVERIFY(home.store().refresh());
        QCOMPARE(told(), end);
        home.change(tablet, [end](domain::Device &device) { device.goodUntilMs = end + kDayMs; });
        QVERIFY(home.store().refresh());
        QCOMPARE(told(), end + kDayMs);
    }

    void anOlderHomesTableOfVisitsGoesOn()
    {
        BuiltHome home;
        const Tablet tablet = home.addTablet("A", domain::DeviceKind::Shared);
        journal::Database &database = home.store().journal().database();
        QVERIFY(database.execute("ALTER TABLE contact DROP COLUMN certificate_until"));
        QVERIFY(home.store().contacts().needsUpgrade().value());
        QVERIFY(home.store().contacts().upgrade());
        QVERIFY(!home.store().contacts().needsUpgrade().value());
        QCOMPARE(home.store().contacts().of(tablet.device.id).value().certificateUntilMs, 0);
        QVERIFY(
            home.store().contacts().noteHello({tablet.device.id, "1", 0, false, false, 0, {}, 17}, kNowMs));
        QCOMPARE(home.store().contacts().of(tablet.device.id).value().certificateUntilMs, 17);
    }

private:
    static wire::v1::HelloAck read(const std::optional<framing::Frame> &frame)
    {
        wire::v1::HelloAck ack;
        if (!frame || frame->type != static_cast<std::uint8_t>(FrameType::HelloAck) ||
            !ack.ParseFromString(frame->payload)) {
            qFatal("no HelloAck");
        }
        return ack;
    }
    static wire::v1::HelloAck greet(const Running &service, const TabletFile &file)
    {
        RawClient client(service.port(), Manners::of(file));
        if (!client.send(FrameType::Hello, helloOf(file))) {
            qFatal("no connection");
        }
        return read(client.receive());
    }
};

QTEST_GUILESS_MAIN(TestCertificateLife)
#include "tst_certificate_life.moc"
