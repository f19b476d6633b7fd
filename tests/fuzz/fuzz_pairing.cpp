// Frames from anybody to both halves of pairing. The first byte says which half, and whether the right Hello
// or Proof goes before: whoever does not know the secret gets nowhere, and nothing crashes.
#include "proto/pairing/server_pairing.h"
#include "proto/pairing/tablet_pairing.h"
#include "tests/fuzz/fuzz.h"

using namespace trivsel;
using namespace trivsel::pairing;

namespace {

class Offers final : public OfferPort
{
public:
    Offer m_offer;
    std::uint32_t m_tries = 0;
    bool m_asked = false;
    bool m_finished = false;
    Result<std::optional<Offer>> offer() override
    {
        return m_tries < kTriesMax ? std::optional(m_offer) : std::nullopt;
    }
    Result<std::uint32_t> countWrongTry() override { return kTriesMax - ++m_tries; }
    Status ask(const TabletKeys &keys, const std::string & /*digits*/) override
    {
        m_offer.bound = keys;
        m_asked = true;
        return {};
    }
    Result<std::variant<Decision, Grant>> decision(const TabletKeys & /*keys*/) override
    {
        Grant grant;
        grant.home.data.fill(1);
        grant.device.data.fill(2);
        grant.caPem = grant.certificatePem = "-----BEGIN CERTIFICATE-----\n";
        return grant;
    }
    Status finish(const TabletKeys & /*keys*/) override
    {
        m_finished = true;
        return {};
    }
};

Random counting()
{
    return [](std::span<std::uint8_t> out) {
        std::uint8_t value = 1;
        for (std::uint8_t &byte : out) {
            byte = value++;
        }
    };
}

std::optional<framing::Frame> sent(const std::string &bytes)
{
    framing::Decoder decoder(limits::kFrameBytesMaxBeforeHello);
    decoder.feed(bytes);
    auto frame = decoder.next();
    fuzz::mustHold(frame.has_value() && frame->has_value(), "what is sent is a lawful frame");
    return *frame;
}

template <class Half> void feed(Half &half, std::string_view bytes)
{
    framing::Decoder decoder(limits::kFrameBytesMaxBeforeHello);
    decoder.feed(bytes);
    for (;;) {
        auto frame = decoder.next();
        if (!frame) {
            half.onBadFrame(frame.error());
            return;
        }
        if (!*frame) {
            return;
        }
        half.onFrame(**frame);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input in(fuzz::viewOf(data, size));
    const std::uint8_t way = in.number();
    Offers offers;
    offers.m_offer.secret.data.fill(7);
    offers.m_offer.homeName = "Huset";
    offers.m_offer.tabletName = "Stuen";
    Channel channel;
    channel.exporter.data.fill(3);
    TabletSecrets secrets;
    secrets.sign.data.fill(4);
    secrets.box.data.fill(5);
    secrets.keyPem = "-----BEGIN PRIVATE KEY-----\n";
    Invitation invitation{"192.168.1.10", 7400, std::nullopt, offers.m_offer.secret};
    ServerPairing server(offers, channel, counting());
    TabletPairing tablet(invitation, secrets, "fuzz", counting());
    tablet.start(channel);
    const auto hello = std::get<SendFrame>(*tablet.next());
    if ((way & 2U) != 0) {
        server.onFrame(*sent(hello.bytes));
        const auto proof = std::get<SendFrame>(*server.next());
        if ((way & 1U) == 0) {
            tablet.onFrame(*sent(proof.bytes));
        }
    }
    const bool knew = (way & 2U) != 0;
    if ((way & 1U) != 0) {
        feed(server, in.take(size));
        while (const auto action = server.next()) {
            if (const auto *frame = std::get_if<SendFrame>(&*action)) {
                static_cast<void>(sent(frame->bytes));
            }
        }
        fuzz::mustHold(knew || (!server.proved() && !offers.m_asked), "a stranger gets nowhere");
        fuzz::mustHold(offers.m_tries <= 1, "one try a connection");
        return 0;
    }
    feed(tablet, in.take(size));
    while (const auto action = tablet.next()) {
        fuzz::mustHold(knew || !std::holds_alternative<Enrol>(*action), "a stranger sets nothing up");
    }
    return 0;
}
