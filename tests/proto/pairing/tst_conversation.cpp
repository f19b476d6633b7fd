#include "proto/pairing/server_pairing.h"
#include "proto/pairing/tablet_pairing.h"

#include <QTest>

#include <functional>
#include <memory>

using namespace trivsel;
using namespace trivsel::pairing;

namespace {

/** The office's table in memory. */
class FakeOffers final : public OfferPort
{
public:
    Offer m_offer;
    bool m_alive = true;
    std::uint32_t m_tries = 0;
    int m_asked = 0;
    std::string m_digits;
    std::variant<Decision, Grant> m_said = Decision::Waiting;
    std::optional<Error> m_broken;
    bool m_finished = false;

    Result<std::optional<Offer>> offer() override
    {
        if (m_broken) {
            return tl::unexpected<Error>(*m_broken);
        }
        return m_alive && m_tries < kTriesMax ? std::optional(m_offer) : std::nullopt;
    }
    Result<std::uint32_t> countWrongTry() override
    {
        ++m_tries;
        return kTriesMax - m_tries;
    }
    Status ask(const TabletKeys &keys, const std::string &digits) override
    {
        if (m_offer.bound && *m_offer.bound != keys) {
            return fail(Errc::NotAllowed);
        }
        m_offer.bound = keys;
        m_digits = digits;
        ++m_asked;
        return {};
    }
    Result<std::variant<Decision, Grant>> decision(const TabletKeys &) override { return m_said; }
    Status finish(const TabletKeys &) override
    {
        m_finished = true;
        m_alive = false;
        return {};
    }
};

Channel channelOf(std::uint8_t number)
{
    Channel channel;
    channel.exporter.data.fill(number);
    channel.pin.data.fill(0xAB);
    return channel;
}

TabletSecrets newSecrets()
{
    const Random random = seal::systemRandom();
    TabletSecrets secrets;
    secrets.sign = randomBytes<seal::SignSecret>(random);
    secrets.box = randomBytes<seal::BoxSecret>(random);
    secrets.keyPem = "-----BEGIN PRIVATE KEY-----\n";
    return secrets;
}

Invitation invitationOf(const Offer &offer)
{
    Invitation invitation;
    invitation.host = "192.168.1.10";
    invitation.port = 7400;
    invitation.secret = offer.secret;
    return invitation;
}

/** One connection with both ends in this process. What the tablet asks for but frames is kept. */
struct Line
{
    TabletPairing tablet;
    ServerPairing server;
    std::optional<ShowDigits> digits;
    std::optional<TabletFile> file;
    std::optional<Ended> ended;
    std::optional<Close> closed;
    bool deaf = false; // nothing reaches the tablet any more
    std::function<Status(const TabletFile &)> enrol = [](const TabletFile &) { return Status(); };
    std::vector<framing::Frame> toServer;
    std::vector<framing::Frame> toTablet;

    Line(OfferPort &port, const Invitation &invitation, const TabletSecrets &secrets,
         std::uint8_t exporter = 1)
        : tablet(invitation, secrets, "test", seal::systemRandom()),
          server(port, channelOf(exporter), seal::systemRandom())
    {
    }

    void run(std::uint8_t exporter = 1)
    {
        tablet.start(channelOf(exporter));
        pump();
    }
    static framing::Frame frameOf(const SendFrame &send)
    {
        framing::Decoder decoder;
        decoder.feed(send.bytes);
        return **decoder.next();
    }
    void pump()
    {
        for (bool moved = true; moved;) {
            moved = false;
            while (auto action = tablet.next()) {
                moved = true;
                perform(*action);
            }
            while (auto action = server.next()) {
                moved = true;
                if (auto *send = std::get_if<SendFrame>(&*action)) {
                    toTablet.push_back(frameOf(*send));
                    if (!deaf) {
                        tablet.onFrame(toTablet.back());
                    }
                } else {
                    closed = std::get<Close>(*action);
                }
            }
        }
    }
    void perform(const TabletAction &action)
    {
        if (const auto *send = std::get_if<SendFrame>(&action)) {
            toServer.push_back(frameOf(*send));
            server.onFrame(toServer.back());
        } else if (const auto *shown = std::get_if<ShowDigits>(&action)) {
            digits = *shown;
        } else if (const auto *wanted = std::get_if<Enrol>(&action)) {
            file = wanted->file;
            tablet.onEnrolled(enrol(wanted->file));
        } else {
            ended = std::get<Ended>(action);
        }
    }
};

Grant grantOf(std::uint8_t number)
{
    Grant grant;
    grant.home.data.fill(7);
    grant.device.data.fill(number);
    grant.caPem = "-----BEGIN CERTIFICATE-----\nca\n";
    grant.certificatePem = "-----BEGIN CERTIFICATE-----\nown\n";
    return grant;
}

} // namespace

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise().has_value()); }
    void init();
    void fromNothingToEnrolled();
    void aWrongSecretIsCounted();
    void theFifthTryIsTheLast();
    void aStrangerLearnsNothingFromTheServer();
    void inTheMiddleNobodyPasses();
    void whoKnowsTheSecretButHasOtherConnectionsShowsOtherDigits();
    void aRecordedConversationIsWorthNothing();
    void theServerMustKnowTheSecretToo();
    void anotherKeyThanTheQrCodeSaysIsRefused();
    void theNonceMustFitWhatWasPromised();
    void aSecondTabletIsRefused();
    void theSameTabletComesBack();
    void theOfficeSaysNo();
    void theCodeEndsWhileTheOfficeThinks();
    void aDeadCodeIsSaid();
    void aTabletThatCantSaveSaysSo();
    void whatCouldNotBeReadAgainIsNotWritten();
    void framesOutOfTurn_data();
    void framesOutOfTurn();
    void aStoreThatFailsGivesNothing();
    void aTimeIsBounded();
    void digitsAreSixAndDependOnEverything();

private:
    std::unique_ptr<FakeOffers> m_offers;
};

void TestConversation::init()
{
    m_offers = std::make_unique<FakeOffers>();
    m_offers->m_offer.secret.data.fill(9);
    m_offers->m_offer.homeName = "Birkehuset";
    m_offers->m_offer.tabletName = "Fællesstuen";
    m_offers->m_offer.kind = TabletKind::Leader;
}

void TestConversation::fromNothingToEnrolled()
{
    const TabletSecrets secrets = newSecrets();
    Line line(*m_offers, invitationOf(m_offers->m_offer), secrets);
    line.run();
    QVERIFY(line.digits.has_value());
    QCOMPARE(line.digits->digits, m_offers->m_digits);
    QCOMPARE(line.digits->digits.size(), std::size_t{6});
    QCOMPARE(line.digits->homeName, std::string("Birkehuset"));
    QCOMPARE(line.digits->tabletName, std::string("Fællesstuen"));
    QVERIFY(!line.ended);
    line.server.look();
    line.pump();
    QVERIFY(!line.ended); // the office has not said anything yet
    m_offers->m_said = grantOf(3);
    line.server.look();
    line.pump();
    QVERIFY(line.ended && line.ended->ending == Ending::Done);
    QVERIFY(line.closed && line.closed->why.has_value());
    QVERIFY(m_offers->m_finished);
    QCOMPARE(line.file->host, std::string("192.168.1.10"));
    QCOMPARE(line.file->port, std::uint16_t{7400});
    QVERIFY(line.file->kind == TabletKind::Leader);
    QVERIFY(line.file->pin == channelOf(1).pin);
    QVERIFY(line.file->home == grantOf(3).home);
    QVERIFY(line.file->device == grantOf(3).device);
    QVERIFY(line.file->sign == secrets.sign);
    QVERIFY(line.file->box == secrets.box);
    QVERIFY(m_offers->m_offer.bound->sign == seal::publicOf(secrets.sign));
}

void TestConversation::aWrongSecretIsCounted()
{
    Invitation wrong = invitationOf(m_offers->m_offer);
    wrong.secret.data[8] ^= 1;
    Line line(*m_offers, wrong, newSecrets());
    line.run();
    QVERIFY(line.ended && line.ended->ending == Ending::WrongCode);
    QCOMPARE(line.ended->triesLeft, kTriesMax - 1);
    QCOMPARE(m_offers->m_tries, 1U);
    QVERIFY(!line.server.proved());
    QVERIFY(line.closed.has_value());
    QVERIFY(!m_offers->m_offer.bound);
}

void TestConversation::theFifthTryIsTheLast()
{
    Invitation wrong = invitationOf(m_offers->m_offer);
    wrong.secret.data[0] ^= 0x80;
    for (std::uint32_t i = 1; i <= kTriesMax; ++i) {
        Line line(*m_offers, wrong, newSecrets());
        line.run();
        QVERIFY(line.ended->ending == Ending::WrongCode);
        QCOMPARE(line.ended->triesLeft, kTriesMax - i);
    }
    Line sixth(*m_offers, wrong, newSecrets());
    sixth.run();
    QVERIFY(sixth.ended->ending == Ending::CodeDead);
    QCOMPARE(m_offers->m_tries, kTriesMax);
    Line right(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    right.run();
    QVERIFY(right.ended->ending == Ending::CodeDead);
    QVERIFY(!right.digits);
}

void TestConversation::aStrangerLearnsNothingFromTheServer()
{
    Invitation wrong = invitationOf(m_offers->m_offer);
    wrong.secret.data.fill(0);
    Line line(*m_offers, wrong, newSecrets());
    line.run();
    QCOMPARE(line.toTablet.size(), std::size_t{1});
    const auto refused = read<wire::v1::PairRefused>(line.toTablet.front());
    QVERIFY(refused.has_value());
    QCOMPARE(line.toTablet.front().payload.size(),
             std::size_t{4}); // a reason and a number: no name, no proof
}

void TestConversation::inTheMiddleNobodyPasses()
{
    // The same bytes carried from one TLS connection to another: both ends know the secret, but the exporters
    // differ.
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets(), 1);
    line.run(2);
    QVERIFY(line.ended->ending == Ending::WrongCode);
    QVERIFY(!line.digits);
    QCOMPARE(m_offers->m_asked, 0);
    QCOMPARE(m_offers->m_tries, 1U);
}

void TestConversation::whoKnowsTheSecretButHasOtherConnectionsShowsOtherDigits()
{
    // Somebody has photographed the code: one of them takes the tablet's place, one the server's.
    FakeOffers theirs;
    theirs.m_offer = m_offers->m_offer;
    Line toTablet(theirs, invitationOf(m_offers->m_offer), newSecrets(), 2);
    toTablet.run(2);
    Line toServer(*m_offers, invitationOf(m_offers->m_offer), newSecrets(), 1);
    toServer.run(1);
    QVERIFY(toTablet.digits && toServer.digits);
    QVERIFY(toTablet.digits->digits != m_offers->m_digits);
}

void TestConversation::aRecordedConversationIsWorthNothing()
{
    const TabletSecrets secrets = newSecrets();
    Line line(*m_offers, invitationOf(m_offers->m_offer), secrets);
    line.run();
    ServerPairing later(*m_offers, channelOf(3), seal::systemRandom());
    later.onFrame(line.toServer.front());
    QVERIFY(!later.proved());
    QCOMPARE(m_offers->m_tries, 1U);
    TabletPairing tablet(invitationOf(m_offers->m_offer), secrets, "test", seal::systemRandom());
    tablet.start(channelOf(3));
    tablet.onFrame(line.toTablet.front());
    QVERIFY(!tablet.proved());
}

void TestConversation::theServerMustKnowTheSecretToo()
{
    FakeOffers stranger; // lets everybody pass, in the hope for keys or words
    stranger.m_offer = m_offers->m_offer;
    Line line(stranger, invitationOf(m_offers->m_offer), newSecrets());
    line.deaf = true;
    line.run();
    auto proof = read<wire::v1::PairProof>(line.toTablet.front());
    QVERIFY(proof.has_value());
    std::string changed = proof->proof();
    changed[31] = static_cast<char>(changed[31] ^ 1);
    proof->set_proof(changed);
    line.tablet.onFrame({static_cast<std::uint8_t>(FrameType::Proof), proof->SerializeAsString()});
    line.pump();
    QVERIFY(line.ended->ending == Ending::NotTheServer);
    QVERIFY(!line.digits);
    QCOMPARE(line.toServer.size(), std::size_t{1}); // nothing was said after that
}

void TestConversation::anotherKeyThanTheQrCodeSaysIsRefused()
{
    Invitation invitation = invitationOf(m_offers->m_offer);
    invitation.pin = channelOf(1).pin;
    Line fits(*m_offers, invitation, newSecrets());
    fits.run();
    QVERIFY(fits.digits.has_value());
    invitation.pin->data[0] ^= 1;
    Line line(*m_offers, invitation, newSecrets());
    line.run();
    QVERIFY(line.ended->ending == Ending::NotTheServer);
    QVERIFY(line.toServer.empty());
}

void TestConversation::theNonceMustFitWhatWasPromised()
{
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    line.deaf = true;
    line.run();
    wire::v1::PairReveal other;
    other.set_nonce(std::string(32, 'n'));
    line.server.onFrame({static_cast<std::uint8_t>(FrameType::Reveal), other.SerializeAsString()});
    line.pump();
    QVERIFY(line.closed && line.closed->why.error().code() == Errc::Malformed);
    QCOMPARE(m_offers->m_asked, 0);
}

void TestConversation::aSecondTabletIsRefused()
{
    Line first(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    first.run();
    QVERIFY(first.digits.has_value());
    Line second(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    second.run();
    QVERIFY(second.ended->ending == Ending::OtherTablet);
    QVERIFY(!second.digits);
    QCOMPARE(m_offers->m_asked, 1);
    QCOMPARE(m_offers->m_tries, 0U); // it was the right code
}

void TestConversation::theSameTabletComesBack()
{
    const TabletSecrets secrets = newSecrets();
    Line lost(*m_offers, invitationOf(m_offers->m_offer), secrets, 1);
    lost.run(1);
    const std::string before = m_offers->m_digits;
    Line again(*m_offers, invitationOf(m_offers->m_offer), secrets, 2);
    again.run(2);
    QVERIFY(again.digits.has_value());
    QVERIFY(m_offers->m_digits != before); // another connection
    QCOMPARE(again.digits->digits, m_offers->m_digits);
    m_offers->m_said = grantOf(3);
    again.deaf = true; // confirmed, and lost before the tablet heard of it
    again.server.look();
    again.pump();
    QVERIFY(again.server.phase() == ServerPairing::Phase::Granted);
    Line third(*m_offers, invitationOf(m_offers->m_offer), secrets, 3);
    third.run(3);
    QVERIFY(third.ended && third.ended->ending == Ending::Done); // without asking again
    QVERIFY(third.file->device == grantOf(3).device);
    QVERIFY(m_offers->m_finished);
}

void TestConversation::theOfficeSaysNo()
{
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    line.run();
    m_offers->m_said = Decision::Declined;
    line.server.look();
    line.pump();
    QVERIFY(line.ended->ending == Ending::Declined);
    QVERIFY(!line.file);
    QVERIFY(line.closed.has_value());
}

void TestConversation::theCodeEndsWhileTheOfficeThinks()
{
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    line.run();
    m_offers->m_said = Decision::Dead;
    line.server.look();
    line.pump();
    QVERIFY(line.ended->ending == Ending::CodeDead);
}

void TestConversation::aDeadCodeIsSaid()
{
    m_offers->m_alive = false;
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    line.run();
    QVERIFY(line.ended->ending == Ending::CodeDead);
    QCOMPARE(m_offers->m_tries, 0U);
}

void TestConversation::aTabletThatCantSaveSaysSo()
{
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    line.enrol = [](const TabletFile &) { return fail(Errc::StoreFull); };
    line.run();
    m_offers->m_said = grantOf(3);
    line.server.look();
    line.pump();
    QVERIFY(line.ended->ending == Ending::NotSaved);
    QVERIFY(line.ended->why.code() == Errc::StoreFull);
    QVERIFY(!m_offers->m_finished); // so it may come back
}

void TestConversation::whatCouldNotBeReadAgainIsNotWritten()
{
    m_offers->m_offer.homeName = std::string(201, 'a');
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    line.run();
    m_offers->m_said = grantOf(3);
    line.server.look();
    line.pump();
    QVERIFY(!line.file);
    QVERIFY(line.ended->ending == Ending::Lost);
    QVERIFY(!m_offers->m_finished);
}

void TestConversation::framesOutOfTurn_data()
{
    QTest::addColumn<int>("type");
    for (const int type : {0, 2, 3, 4, 5, 6, 7, 255}) {
        QTest::newRow(qPrintable(QString::number(type))) << type;
    }
}

void TestConversation::framesOutOfTurn()
{
    QFETCH(int, type);
    ServerPairing server(*m_offers, channelOf(1), seal::systemRandom());
    server.onFrame({static_cast<std::uint8_t>(type), {}});
    QVERIFY(server.phase() == ServerPairing::Phase::Ended);
    QCOMPARE(m_offers->m_tries, 0U);
    TabletPairing tablet(invitationOf(m_offers->m_offer), newSecrets(), "test", seal::systemRandom());
    tablet.start(channelOf(1));
    QVERIFY(tablet.next().has_value()); // Hello
    tablet.onFrame({static_cast<std::uint8_t>(type == 2 ? 1 : type), {}});
    const auto action = tablet.next();
    QVERIFY(action && std::holds_alternative<Ended>(*action));
    QVERIFY(!tablet.proved());
}

void TestConversation::aStoreThatFailsGivesNothing()
{
    m_offers->m_broken = Error(Errc::StoreFailed);
    Line line(*m_offers, invitationOf(m_offers->m_offer), newSecrets());
    line.run();
    QVERIFY(line.ended->ending == Ending::Lost);
    QVERIFY(line.closed->why.error().code() == Errc::StoreFailed);
    QVERIFY(!line.server.proved());
}

void TestConversation::aTimeIsBounded()
{
    ServerPairing server(*m_offers, channelOf(1), seal::systemRandom());
    server.onTimeout();
    QVERIFY(server.phase() == ServerPairing::Phase::Ended);
    server.onTimeout();
    int actions = 0;
    while (server.next()) {
        ++actions;
    }
    QCOMPARE(actions, 2); // said once
}

void TestConversation::digitsAreSixAndDependOnEverything()
{
    const TabletSecrets secrets = newSecrets();
    const TabletKeys keys{seal::publicOf(secrets.sign), seal::publicOf(secrets.box)};
    TabletKeys otherKeys = keys;
    otherKeys.box.data[0] ^= 1;
    const Secret secret = m_offers->m_offer.secret;
    Secret otherSecret = secret;
    otherSecret.data[8] ^= 1;
    Channel otherPin = channelOf(1);
    otherPin.pin.data[31] ^= 1;
    Nonce nonce;
    Nonce other;
    other.data[5] = 1;
    const Hash256 promise = commitmentTo(nonce);
    const Transcript one(secret, channelOf(1), keys, promise);
    QCOMPARE(one.digits(nonce, nonce).size(), std::size_t{6});
    const std::string digits = one.digits(nonce, nonce);
    QVERIFY(one.digits(other, nonce) != digits);
    QVERIFY(one.digits(nonce, other) != digits);
    QVERIFY(Transcript(otherSecret, channelOf(1), keys, promise).digits(nonce, nonce) != digits);
    QVERIFY(Transcript(secret, channelOf(2), keys, promise).digits(nonce, nonce) != digits);
    QVERIFY(Transcript(secret, otherPin, keys, promise).digits(nonce, nonce) != digits);
    QVERIFY(Transcript(secret, channelOf(1), otherKeys, promise).digits(nonce, nonce) != digits);
    QVERIFY(Transcript(secret, channelOf(1), keys, commitmentTo(other)).digits(nonce, nonce) != digits);
    // The two roles never make the same proof.
    QVERIFY(one.tabletProof() != one.serverProof(nonce));
    QVERIFY(same(one.tabletProof(), one.tabletProof().str()));
    QVERIFY(!same(one.tabletProof(), one.tabletProof().str().substr(0, 31)));
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
