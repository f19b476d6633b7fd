#include "proto/pairing/server_pairing.h"

#include <utility>

namespace trivsel::pairing {

using wire::v1::PairRefused;

ServerPairing::ServerPairing(OfferPort &port, const Channel &channel, const Random &random)
    : m_port(port), m_channel(channel), m_nonce(randomBytes<Nonce>(random))
{
}

std::optional<ServerAction> ServerPairing::next()
{
    if (m_out.empty()) {
        return std::nullopt;
    }
    ServerAction action = std::move(m_out.front());
    m_out.pop_front();
    return action;
}

void ServerPairing::refuse(PairRefused::Reason reason, Error why, std::uint32_t triesLeft)
{
    PairRefused message;
    message.set_reason(reason);
    message.set_tries_left(triesLeft);
    m_out.emplace_back(frameOf(FrameType::Refused, message));
    m_out.emplace_back(Close{tl::unexpected<Error>(std::move(why))});
    m_phase = Phase::Ended;
}

void ServerPairing::refuse(const Error &storeError)
{
    refuse(PairRefused::INTERNAL, storeError);
}

void ServerPairing::onFrame(const framing::Frame &frame)
{
    switch (m_phase) {
    case Phase::Hello:
        if (frame.type == static_cast<std::uint8_t>(FrameType::Hello) && !proved()) {
            onHello(frame);
            return;
        }
        if (frame.type == static_cast<std::uint8_t>(FrameType::Reveal) && proved()) {
            onReveal(frame);
            return;
        }
        break;
    case Phase::Granted:
        if (frame.type == static_cast<std::uint8_t>(FrameType::Done)) {
            onDone(frame);
            return;
        }
        break;
    case Phase::Waiting:
        break;
    case Phase::Ended:
        return;
    }
    refuse(PairRefused::MALFORMED, Error(Errc::Malformed, "a frame out of turn"));
}

void ServerPairing::onHello(const framing::Frame &frame)
{
    const auto hello = read<wire::v1::PairHello>(frame);
    const auto sign = hello ? seal::SignPublic::from(hello->sign_key()) : std::nullopt;
    const auto box = hello ? seal::BoxPublic::from(hello->box_key()) : std::nullopt;
    const auto commitment = hello ? Hash256::from(hello->commitment()) : std::nullopt;
    if (!sign || !box || !commitment || hello->proof().size() != Proof::size) {
        refuse(PairRefused::MALFORMED, Error(Errc::Malformed, "PairHello"));
        return;
    }
    const auto offer = m_port.offer();
    if (!offer) {
        refuse(offer.error());
        return;
    }
    if (!*offer) {
        refuse(PairRefused::CODE_DEAD, Error(Errc::NotAllowed, "no code stands"));
        return;
    }
    const TabletKeys keys{*sign, *box};
    const Transcript transcript((*offer)->secret, m_channel, keys, *commitment);
    if (!same(transcript.tabletProof(), hello->proof())) {
        const auto left = m_port.countWrongTry(); // before anybody hears that it was wrong
        if (!left) {
            refuse(left.error());
            return;
        }
        refuse(PairRefused::WRONG_CODE, Error(Errc::NotAllowed, "wrong code"), *left);
        return;
    }
    if ((*offer)->bound && *(*offer)->bound != keys) {
        refuse(PairRefused::OTHER_TABLET, Error(Errc::NotAllowed, "another tablet has this code"));
        return;
    }
    m_keys = keys;
    m_commitment = *commitment;
    m_transcript = transcript;
    wire::v1::PairProof answer;
    answer.set_proof(transcript.serverProof(m_nonce).str());
    answer.set_nonce(m_nonce.str());
    answer.set_home_name((*offer)->homeName);
    answer.set_tablet_name((*offer)->tabletName);
    answer.set_kind(wireKindOf((*offer)->kind));
    m_out.emplace_back(frameOf(FrameType::Proof, answer));
}

void ServerPairing::onReveal(const framing::Frame &frame)
{
    const auto reveal = read<wire::v1::PairReveal>(frame);
    const auto nonce = reveal ? Nonce::from(reveal->nonce()) : std::nullopt;
    if (!nonce || commitmentTo(*nonce) != m_commitment) {
        refuse(PairRefused::MALFORMED, Error(Errc::Malformed, "PairReveal"));
        return;
    }
    const Status asked = m_port.ask(*m_keys, m_transcript->digits(*nonce, m_nonce));
    if (!asked && asked.error().code() == Errc::NotAllowed) {
        refuse(PairRefused::OTHER_TABLET, asked.error());
        return;
    }
    if (!asked) {
        refuse(asked.error());
        return;
    }
    m_phase = Phase::Waiting;
    look(); // a tablet that comes back may have been confirmed already
}

void ServerPairing::look()
{
    if (m_phase != Phase::Waiting) {
        return;
    }
    const auto said = m_port.decision(*m_keys);
    if (!said) {
        refuse(said.error());
        return;
    }
    if (const auto *grant = std::get_if<Grant>(&*said)) {
        wire::v1::PairGrant message;
        message.set_home(grant->home.str());
        message.set_device(grant->device.str());
        message.set_ca(grant->caPem);
        message.set_certificate(grant->certificatePem);
        m_out.emplace_back(frameOf(FrameType::Grant, message));
        m_phase = Phase::Granted;
        return;
    }
    switch (std::get<Decision>(*said)) {
    case Decision::Waiting:
        return;
    case Decision::Declined:
        refuse(PairRefused::DECLINED, Error(Errc::NotAllowed, "the office said no"));
        return;
    case Decision::Dead:
        refuse(PairRefused::CODE_DEAD, Error(Errc::NotAllowed, "the code has ended"));
        return;
    }
}

void ServerPairing::onDone(const framing::Frame &frame)
{
    if (!read<wire::v1::PairDone>(frame)) {
        refuse(PairRefused::MALFORMED, Error(Errc::Malformed, "PairDone"));
        return;
    }
    m_out.emplace_back(Close{m_port.finish(*m_keys)});
    m_phase = Phase::Ended;
}

void ServerPairing::onBadFrame(const Error &error)
{
    if (m_phase != Phase::Ended) {
        refuse(PairRefused::MALFORMED, error);
    }
}

void ServerPairing::onTimeout()
{
    if (m_phase != Phase::Ended) {
        refuse(PairRefused::TIMEOUT, Error(Errc::TimedOut));
    }
}

} // namespace trivsel::pairing
