#include "tests/proto/vectors/office_vectors.h"

#include "proto/framing/frame.h"
#include "proto/pairing/code.h"
#include "proto/pairing/link.h"
#include "proto/pairing/messages.h"
#include "proto/pairing/transcript.h"
#include "proto/seal/erasure_order.h"
#include "proto/seal/wipe.h"

#include <boost/json.hpp>

namespace trivsel::vectors {

namespace {

namespace json = boost::json;

template <class B> B counting(unsigned from)
{
    B out;
    for (auto &b : out.data) {
        b = static_cast<std::uint8_t>(from++);
    }
    return out;
}

json::string hex(std::string_view bytes)
{
    return json::string(toHex(viewOf(bytes)));
}
template <std::size_t N, class Tag> json::string hex(const Bytes<N, Tag> &bytes)
{
    return json::string(toHex(bytes.view()));
}

const auto kServer = counting<seal::SignSecret>(0x33);
const auto kHome = counting<HomeId>(0x01);
const auto kDevice = counting<DeviceId>(0x30);

template <class Message> json::string frameOf(framing::FrameType type, const Message &message)
{
    return hex(framing::encode(type, message.SerializeAsString()));
}

/** Today's, and one of before 1970: the number is signed. */
json::array wipes()
{
    json::array out;
    for (const std::int64_t issued : {std::int64_t{1'790'000'000'000}, std::int64_t{-1}}) {
        const wire::v1::Wipe wipe = seal::orderWipe(kHome, kDevice, issued, kServer);
        out.push_back({{"server_seed", hex(kServer)},
                       {"server_public", hex(seal::publicOf(kServer))},
                       {"home", hex(kHome)},
                       {"device", hex(kDevice)},
                       {"issued_ms", json::string(std::to_string(issued))},
                       {"signature", hex(wipe.signature())},
                       {"frame", frameOf(framing::FrameType::Wipe, wipe)}});
    }
    return out;
}

/** The order, and what a tablet sends back when it is done. */
json::array erasures()
{
    json::array out;
    const StreamId stream{StreamKind::Team, counting<EntityId>(0x10)};
    for (const std::uint64_t escrows : {0, 2}) {
        wire::v1::StreamErased order;
        order.set_stream(stream.str());
        order.set_order(counting<DeviceId>(0x90).str());
        json::array changes;
        for (std::uint64_t ctr = 1; ctr <= escrows; ++ctr) {
            auto *change = order.add_escrow();
            change->set_inc(0x1122334455667788ULL);
            change->set_ctr(ctr);
            changes.push_back(
                json::string(std::to_string(change->inc()) + ":" + std::to_string(change->ctr())));
        }
        seal::signErasure(order, kHome, kServer);
        wire::v1::StreamErased done;
        done.set_stream(order.stream());
        done.set_order(order.order());
        out.push_back({{"server_public", hex(seal::publicOf(kServer))},
                       {"home", hex(kHome)},
                       {"stream", hex(order.stream())},
                       {"order", hex(order.order())},
                       {"escrow", changes},
                       {"signature", hex(order.signature())},
                       {"frame", frameOf(framing::FrameType::StreamErased, order)},
                       {"done", frameOf(framing::FrameType::StreamErased, done)}});
    }
    return out;
}

/** Near its end a tablet gets another certificate; after it, it reads nothing. */
json::array renewals()
{
    json::array out;
    for (const bool expired : {false, true}) {
        wire::v1::HelloAck ack;
        ack.set_version(1);
        ack.set_epoch(7);
        ack.set_may_read(!expired);
        ack.set_expired(expired);
        if (!expired) {
            ack.set_certificate("-----BEGIN CERTIFICATE-----\n");
        }
        out.push_back({{"may_read", ack.may_read()},
                       {"expired", ack.expired()},
                       {"certificate", ack.certificate()},
                       {"frame", frameOf(framing::FrameType::HelloAck, ack)}});
    }
    return out;
}

json::array pairings()
{
    pairing::Invitation invitation;
    invitation.host = "192.168.1.10";
    invitation.port = 7400;
    invitation.pin = seal::pinOf(seal::publicOf(kServer));
    for (std::size_t at = 0; at < pairing::Secret::size; ++at) {
        invitation.secret.data[at] = static_cast<std::uint8_t>(0x11 * (at + 1));
    }
    const auto sign = counting<seal::SignSecret>(0x20);
    const auto box = counting<seal::BoxSecret>(0x70);
    const pairing::TabletKeys keys{seal::publicOf(sign), seal::publicOf(box)};
    const auto ownNonce = counting<pairing::Nonce>(0x40);
    const auto serverNonce = counting<pairing::Nonce>(0x80);
    pairing::Channel channel;
    channel.exporter = counting<Hash256>(0xC0);
    channel.pin = *invitation.pin;
    const Hash256 commitment = pairing::commitmentTo(ownNonce);
    const pairing::Transcript transcript(invitation.secret, channel, keys, commitment);

    wire::v1::PairHello hello;
    hello.set_sign_key(keys.sign.str());
    hello.set_box_key(keys.box.str());
    hello.set_commitment(commitment.str());
    hello.set_proof(transcript.tabletProof().str());
    hello.set_app("1.0");
    wire::v1::PairProof proof;
    proof.set_proof(transcript.serverProof(serverNonce).str());
    proof.set_nonce(serverNonce.str());
    proof.set_home_name("Birkehuset");
    proof.set_tablet_name("Stuen");
    proof.set_kind(pairing::wireKindOf(TabletKind::Shared));
    wire::v1::PairReveal reveal;
    reveal.set_nonce(ownNonce.str());
    wire::v1::PairGrant grant;
    grant.set_home(kHome.str());
    grant.set_device(kDevice.str());
    grant.set_ca("-----BEGIN CERTIFICATE-----\nca\n");
    grant.set_certificate("-----BEGIN CERTIFICATE-----\nown\n");
    wire::v1::PairRefused refused;
    refused.set_reason(wire::v1::PairRefused::WRONG_CODE);
    refused.set_tries_left(4);
    const auto bytes = [](pairing::FrameType type, const auto &message) {
        return hex(pairing::frameOf(type, message).bytes);
    };
    return {{{"host", invitation.host},
             {"port", invitation.port},
             {"secret", hex(invitation.secret)},
             {"pin", hex(*invitation.pin)},
             {"code", pairing::writeCode(invitation)},
             {"link", pairing::writeLink(invitation)},
             {"exporter", hex(channel.exporter)},
             {"sign_key", hex(keys.sign)},
             {"box_key", hex(keys.box)},
             {"tablet_nonce", hex(ownNonce)},
             {"server_nonce", hex(serverNonce)},
             {"commitment", hex(commitment)},
             {"tablet_proof", hex(transcript.tabletProof())},
             {"server_proof", hex(transcript.serverProof(serverNonce))},
             {"digits", transcript.digits(ownNonce, serverNonce)},
             {"frames",
              json::array{bytes(pairing::FrameType::Hello, hello), bytes(pairing::FrameType::Proof, proof),
                          bytes(pairing::FrameType::Reveal, reveal), bytes(pairing::FrameType::Grant, grant),
                          bytes(pairing::FrameType::Done, wire::v1::PairDone()),
                          bytes(pairing::FrameType::Refused, refused)}}}};
}

} // namespace

void addOfficeVectors(json::object &out)
{
    out["wipes"] = wipes();
    out["erasures"] = erasures();
    out["renewals"] = renewals();
    out["pairings"] = pairings();
}

} // namespace trivsel::vectors
