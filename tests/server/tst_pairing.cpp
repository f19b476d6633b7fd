// Pairing over real TLS: the service, and clients that say what they like.
#include "proto/pairing/tablet_pairing.h"
#include "sync-server/certificates.h"
#include "sync-server/tls.h"
#include "tests/server/door.h"
#include "tests/server/raw_client.h"

#include <QtTest>
#include <atomic>

using namespace trivsel;
using namespace trivsel::server;
using pairing::Ending;
using pairing::FrameType;
using trivsel::testing::BuiltHome;
using trivsel::testing::Manners;
using trivsel::testing::RawClient;
using trivsel::testing::RunningService;

namespace {

Manners pairingManners()
{
    Manners manners;
    manners.alpn = pairing::kAlpn;
    return manners;
}

pairing::Channel channelOf(const RawClient &client)
{
    pairing::Channel channel;
    channel.exporter = exporterOf(client.ssl()).value();
    channel.pin = Hash256::from(client.pin()).value();
    return channel;
}

pairing::TabletSecrets newSecrets()
{
    const Random random = seal::systemRandom();
    pairing::TabletSecrets secrets;
    secrets.sign = randomBytes<seal::SignSecret>(random);
    secrets.box = randomBytes<seal::BoxSecret>(random);
    secrets.keyPem = toPem(*privateKey(secrets.sign)).value();
    return secrets;
}

/** A tablet on a blocking connection. */
class Tablet
{
public:
    Tablet(std::uint16_t port, const pairing::Secret &secret, const pairing::TabletSecrets &secrets)
        : m_client(port, pairingManners()),
          m_pairing({"127.0.0.1", port, std::nullopt, secret}, secrets, "test", seal::systemRandom())
    {
        if (m_client.connected()) {
            m_pairing.start(channelOf(m_client));
            act();
        }
    }
    [[nodiscard]] bool connected() const { return m_client.connected(); }
    /** Takes one frame; false when the server has closed. */
    bool step()
    {
        const auto frame = m_client.receive();
        if (!frame) {
            return false;
        }
        m_pairing.onFrame(*frame);
        act();
        return true;
    }
    void toTheEnd()
    {
        while (!ended && step()) {
        }
    }
    RawClient &client() { return m_client; }

    std::optional<pairing::ShowDigits> digits;
    std::optional<TabletFile> file;
    std::optional<pairing::Ended> ended;

private:
    void act()
    {
        while (auto action = m_pairing.next()) {
            if (const auto *frame = std::get_if<pairing::SendFrame>(&*action)) {
                m_client.send(frame->bytes);
            } else if (const auto *shown = std::get_if<pairing::ShowDigits>(&*action)) {
                digits = *shown;
            } else if (const auto *enrol = std::get_if<pairing::Enrol>(&*action)) {
                file = enrol->file;
                m_pairing.onEnrolled({});
            } else {
                ended = std::get<pairing::Ended>(*action);
            }
        }
    }
    RawClient m_client;
    pairing::TabletPairing m_pairing;
};

Service::Settings settings(std::shared_ptr<PairingOffers> offers, std::chrono::milliseconds handshake)
{
    Service::Settings settings;
    settings.listen = {"127.0.0.1", 0};
    settings.limits = {handshake, std::chrono::milliseconds(60'000), std::chrono::milliseconds(2'000)};
    settings.clockMs = [] { return std::int64_t{1'790'000'000'000}; };
    settings.offers = std::move(offers);
    return settings;
}

} // namespace

class TestPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        nameHome();
        m_wrapKey.data.fill(5);
        m_office.emplace(openOffers());
        m_offer.secret.data.fill(9);
        m_offer.device = randomBytes<DeviceId>(seal::systemRandom());
        m_offer.name = "Fællesstuen";
        m_offer.kind = TabletKind::Staff;
        run();
    }
    void cleanup()
    {
        m_running.reset();
        m_office.reset();
        m_home.reset();
    }

    void withoutACodeTheDoorIsShut()
    {
        RawClient stranger(m_running->port(), pairingManners());
        QVERIFY(!stranger.connected());
    }

    void fromCodeToCertificate()
    {
        offer();
        Tablet tablet(m_running->port(), m_offer.secret, newSecrets());
        QVERIFY(tablet.step());
        QVERIFY(tablet.digits.has_value());
        const auto asked = question();
        QCOMPARE(asked.digits, tablet.digits->digits);
        QVERIFY(m_home->store().model().devices.empty());
        sayYes(asked);
        tablet.toTheEnd();
        QVERIFY(tablet.ended && tablet.ended->ending == Ending::Done);
        QVERIFY(tablet.file->home == m_home->store().server().home);
        QVERIFY(tablet.file->device == m_offer.device);
        QVERIFY(tablet.file->kind == TabletKind::Staff);
        // With what it got, the door opens.
        RawClient synced(m_running->port(), Manners::of(*tablet.file));
        QVERIFY(synced.connected());
        QVERIFY(synced.send(framing::FrameType::Hello, testing::helloOf(*tablet.file)));
        QCOMPARE(synced.receive()->type, static_cast<std::uint8_t>(framing::FrameType::HelloAck));
        Tablet late(m_running->port(), m_offer.secret, newSecrets());
        QVERIFY(!late.connected()); // used
    }

    void whoComesBackGetsTheSameCertificate()
    {
        offer();
        const auto secrets = newSecrets();
        std::string first;
        {
            Tablet lost(m_running->port(), m_offer.secret, secrets);
            QVERIFY(lost.step());
            sayYes(question());
            const auto frame =
                lost.client().receive(); // arrives, and the tablet dies before it is on its disk
            QCOMPARE(frame->type, static_cast<std::uint8_t>(FrameType::Grant));
            first = pairing::read<wire::v1::PairGrant>(*frame)->certificate();
        }
        Tablet again(m_running->port(), m_offer.secret, secrets);
        again.toTheEnd();
        QVERIFY(again.ended->ending == Ending::Done);
        QCOMPARE(again.file->certificatePem, first);
    }

    void aLineThatIsLostIsSeenByTheOffice()
    {
        offer();
        const auto secrets = newSecrets();
        {
            Tablet first(m_running->port(), m_offer.secret, secrets);
            QVERIFY(first.step());
            QCOMPARE(question().asked, 1);
            Tablet again(m_running->port(), m_offer.secret, secrets); // in its place: nothing is lost by that
            QVERIFY(again.step());
            QTRY_COMPARE((*m_office->look())->asked, 2);
            QVERIFY(!first.step()); // its line has been closed
            QCOMPARE((*m_office->look())->lost, 0);
        }
        QTRY_COMPARE((*m_office->look())->lost, 2);
        Tablet third(m_running->port(), m_offer.secret, secrets);
        QVERIFY(third.step());
        QTRY_COMPARE((*m_office->look())->asked, 3);
        QVERIFY(m_office->answer(3, false).has_value());
        third.toTheEnd(); // an ending that was meant
        QVERIFY(third.ended->ending == Ending::Declined);
        const auto over = m_office->look();
        QVERIFY(over && (!*over || (*over)->lost == 2));
    }

    void aSecondTabletWithTheSameCodeIsRefused()
    {
        offer();
        Tablet first(m_running->port(), m_offer.secret, newSecrets());
        QVERIFY(first.step());
        static_cast<void>(question());
        Tablet second(m_running->port(), m_offer.secret, newSecrets());
        second.toTheEnd();
        QVERIFY(second.ended->ending == Ending::OtherTablet);
    }

    void wrongCodesAreCountedAndEndIt()
    {
        offer();
        pairing::Secret wrong = m_offer.secret;
        wrong.data[0] ^= 1;
        for (std::uint32_t left = pairing::kTriesMax; left-- > 0;) {
            Tablet tablet(m_running->port(), wrong, newSecrets());
            tablet.toTheEnd();
            QVERIFY(tablet.ended->ending == Ending::WrongCode);
            QCOMPARE(tablet.ended->triesLeft, left);
            QCOMPARE((*m_office->look())->tries, pairing::kTriesMax - left); // before the answer went out
        }
        RawClient sixth(m_running->port(), pairingManners());
        QVERIFY(!sixth.connected());
    }

    void theMiddleCannotCarryProofsFromOneLineToAnother()
    {
        offer();
        // The tablet speaks with somebody else, who carries its words to the server on a line of their own.
        RawClient carrier(m_running->port(), pairingManners());
        QVERIFY(carrier.connected());
        pairing::Channel theirs = channelOf(carrier);
        theirs.exporter.data[0] ^= 1; // of the tablet's line
        pairing::TabletPairing tablet({"127.0.0.1", 1, std::nullopt, m_offer.secret}, newSecrets(), "test",
                                      seal::systemRandom());
        tablet.start(theirs);
        QVERIFY(carrier.send(std::get<pairing::SendFrame>(*tablet.next()).bytes));
        const auto answer = carrier.receive();
        QCOMPARE(answer->type, static_cast<std::uint8_t>(FrameType::Refused));
        QVERIFY(carrier.closed());
    }

    void theOfficeSaysNo()
    {
        offer();
        Tablet tablet(m_running->port(), m_offer.secret, newSecrets());
        QVERIFY(tablet.step());
        QVERIFY(m_office->answer(question().asked, false).has_value());
        tablet.toTheEnd();
        QVERIFY(tablet.ended->ending == Ending::Declined);
        QVERIFY(m_home->store().model().devices.empty());
    }

    void whoIsBlockedMeanwhileGetsNothing()
    {
        offer();
        Tablet tablet(m_running->port(), m_offer.secret, newSecrets());
        QVERIFY(tablet.step());
        sayYes(question(), true);
        QVERIFY(m_office->remove().has_value()); // the office gives up
        tablet.toTheEnd();
        QVERIFY(tablet.ended->ending == Ending::CodeDead);
        QVERIFY(!tablet.file);
    }

    void whoIsHereToSyncNeverPairsAndTheOtherWayRound()
    {
        offer();
        Manners both = pairingManners();
        RawClient pairs(m_running->port(), both);
        QVERIFY(pairs.connected());
        QVERIFY(!peerKey(pairs.ssl()));
        // A Hello of a sync session is nothing here.
        QVERIFY(pairs.send(framing::encode(framing::FrameType::Push, std::string(100, 'x'))));
        const auto answer = pairs.receive();
        QVERIFY(!answer || answer->type == static_cast<std::uint8_t>(FrameType::Refused));
        Manners without;
        RawClient stranger(m_running->port(), without); // trivsel/1, no certificate
        QVERIFY(!stranger.connected() || stranger.closed());
    }

    void aFrameMayHave16KiB()
    {
        offer();
        RawClient large(m_running->port(), pairingManners());
        wire::v1::PairHello hello;
        hello.set_sign_key(std::string(32, 's'));
        hello.set_box_key(std::string(32, 'b'));
        hello.set_commitment(std::string(32, 'c'));
        hello.set_proof(std::string(32, 'p'));
        hello.set_app(std::string(limits::kFrameBytesMaxBeforeHello - 1 - hello.ByteSizeLong() - 3, 'a'));
        QCOMPARE(hello.ByteSizeLong() + 1, limits::kFrameBytesMaxBeforeHello);
        QVERIFY(large.send(pairing::frameOf(FrameType::Hello, hello).bytes));
        auto answer = pairing::read<wire::v1::PairRefused>(*large.receive());
        QVERIFY(answer->reason() == wire::v1::PairRefused::WRONG_CODE);
        RawClient larger(m_running->port(), pairingManners());
        *hello.mutable_app() += "a";
        QVERIFY(larger.send(pairing::frameOf(FrameType::Hello, hello).bytes));
        answer = pairing::read<wire::v1::PairRefused>(*larger.receive());
        QVERIFY(answer->reason() == wire::v1::PairRefused::MALFORMED);
        QCOMPARE((*m_office->look())->tries, 1U);
    }

    void ofThreeStrangersTheOldestGoes()
    {
        offer();
        Tablet real(m_running->port(), m_offer.secret, newSecrets());
        QVERIFY(real.step());
        static_cast<void>(question());
        RawClient first(m_running->port(), pairingManners());
        RawClient second(m_running->port(), pairingManners());
        QVERIFY(first.connected() && second.connected());
        QVERIFY(first.closed()); // and not the tablet that has shown the code
        sayYes(question());
        real.toTheEnd();
        QVERIFY(real.ended->ending == Ending::Done);
    }

    void whoSaysNothingIsPutOut()
    {
        m_running.reset();
        run(std::chrono::milliseconds(100));
        offer();
        RawClient silent(m_running->port(), pairingManners());
        QVERIFY(silent.connected());
        const auto answer = silent.receive();
        QVERIFY(pairing::read<wire::v1::PairRefused>(*answer)->reason() == wire::v1::PairRefused::TIMEOUT);
        QVERIFY(silent.closed());
    }

private:
    void nameHome()
    {
        auto &store = m_home->store();
        auto office = Office::begin(store, {seal::systemRandom(), 1});
        QVERIFY(office.has_value());
        const auto fold = office->now(store.server().homeStream);
        office->write(store.server().homeStream,
                      domain::writeHomeName(store.server().home, "Birkehuset", false, **fold));
        QVERIFY(office->commit().has_value());
    }
    PairingOffers openOffers()
    {
        auto offers = PairingOffers::open(m_home->paths(), m_wrapKey, seal::systemRandom(), bootMs);
        if (!offers) {
            qFatal("no offers");
        }
        return std::move(*offers);
    }
    void run(std::chrono::milliseconds handshake = std::chrono::milliseconds(60'000))
    {
        m_running = std::make_unique<RunningService>(
            m_home->store(), settings(std::make_shared<PairingOffers>(openOffers()), handshake));
    }
    void offer() { QVERIFY(m_office->put(m_offer).has_value()); }
    /** What the office is asked. */
    StoredOffer question()
    {
        StoredOffer asked;
        const bool came = QTest::qWaitFor([&] {
            const auto there = m_office->look();
            if (there && *there && (*there)->asked > 0) {
                asked = **there;
            }
            return asked.asked > 0;
        });
        if (!came) {
            qFatal("the office was never asked");
        }
        return asked;
    }
    /** As `pair` does it, in a process of its own. */
    void sayYes(const StoredOffer &asked, bool blocked = false)
    {
        auto store = openHome(m_home->paths(), seal::systemRandom());
        QVERIFY(store.has_value());
        auto office = Office::begin(**store, {seal::systemRandom(), 1});
        QVERIFY(office.has_value());
        domain::Device device;
        device.id = m_offer.device;
        device.name = m_offer.name;
        device.kind = domain::DeviceKind::Staff;
        device.signKey = asked.bound->sign.str();
        device.boxKey = asked.bound->box.str();
        device.blocked = blocked;
        const auto fold = office->now((*store)->server().homeStream);
        office->write((*store)->server().homeStream, domain::writeDevice(device, **fold));
        QVERIFY(office->commit().has_value());
        static_cast<void>(m_office->answer(asked.asked, true));
    }

    std::unique_ptr<BuiltHome> m_home;
    seal::WrapKey m_wrapKey;
    NewOffer m_offer;
    std::optional<PairingOffers> m_office;
    std::unique_ptr<RunningService> m_running;
};

QTEST_GUILESS_MAIN(TestPairing)
#include "tst_pairing.moc"
