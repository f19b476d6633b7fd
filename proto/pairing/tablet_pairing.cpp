#include "proto/pairing/tablet_pairing.h"

#include <utility>

namespace trivsel::pairing {

using wire::v1::PairRefused;

TabletPairing::TabletPairing(const Invitation &invitation, const TabletSecrets &secrets, std::string app,
                             const Random &random)
    : m_invitation(invitation),
      m_secrets(secrets),
      m_keys{seal::publicOf(secrets.sign), seal::publicOf(secrets.box)},
      m_app(std::move(app)),
      m_nonce(randomBytes<Nonce>(random))
{
}

std::optional<TabletAction> TabletPairing::next()
{
    if (m_out.empty()) {
        return std::nullopt;
    }
    TabletAction action = std::move(m_out.front());
    m_out.pop_front();
    return action;
}

void TabletPairing::end(Ending ending, Error why, std::uint32_t triesLeft)
{
    if (m_state != State::Ended) {
        m_state = State::Ended;
        m_out.emplace_back(Ended{ending, triesLeft, std::move(why)});
    }
}

void TabletPairing::start(const Channel &channel)
{
    TRIVSEL_ASSERT(m_state == State::Idle);
    m_pin = channel.pin;
    if (m_invitation.pin && *m_invitation.pin != channel.pin) {
        end(Ending::NotTheServer, Error(Errc::WrongPin, "another key than the QR code says"));
        return;
    }
    const Hash256 commitment = commitmentTo(m_nonce);
    m_transcript.emplace(m_invitation.secret, channel, m_keys, commitment);
    wire::v1::PairHello hello;
    hello.set_sign_key(m_keys.sign.str());
    hello.set_box_key(m_keys.box.str());
    hello.set_commitment(commitment.str());
    hello.set_proof(m_transcript->tabletProof().str());
    hello.set_app(m_app);
    m_out.emplace_back(frameOf(FrameType::Hello, hello));
    m_state = State::AwaitProof;
}

void TabletPairing::onFrame(const framing::Frame &frame)
{
    if (m_state == State::Ended || m_state == State::Idle) {
        return;
    }
    if (frame.type == static_cast<std::uint8_t>(FrameType::Refused)) {
        onRefused(frame);
    } else if (m_state == State::AwaitProof && frame.type == static_cast<std::uint8_t>(FrameType::Proof)) {
        onProof(frame);
    } else if (m_state == State::AwaitGrant && frame.type == static_cast<std::uint8_t>(FrameType::Grant)) {
        onGrant(frame);
    } else {
        end(Ending::NotTheServer, Error(Errc::Malformed, "a frame out of turn"));
    }
}

void TabletPairing::onProof(const framing::Frame &frame)
{
    const auto proof = read<wire::v1::PairProof>(frame);
    const auto nonce = proof ? Nonce::from(proof->nonce()) : std::nullopt;
    const auto kind = proof ? tabletKindOf(proof->kind()) : std::nullopt;
    if (!nonce || !same(m_transcript->serverProof(*nonce), proof->proof())) {
        end(Ending::NotTheServer, Error(Errc::WrongPin, "the server does not know the code"));
        return;
    }
    if (!kind) {
        end(Ending::TooOld, Error(Errc::VersionUnsupported, "a kind of tablet that is not known here"));
        return;
    }
    m_proved = true;
    m_told = {m_transcript->digits(m_nonce, *nonce), proof->home_name(), proof->tablet_name(), *kind};
    wire::v1::PairReveal reveal;
    reveal.set_nonce(m_nonce.str());
    m_out.emplace_back(frameOf(FrameType::Reveal, reveal));
    m_out.emplace_back(m_told);
    m_state = State::AwaitGrant;
}

void TabletPairing::onGrant(const framing::Frame &frame)
{
    const auto grant = read<wire::v1::PairGrant>(frame);
    const auto home = grant ? HomeId::from(grant->home()) : std::nullopt;
    const auto device = grant ? DeviceId::from(grant->device()) : std::nullopt;
    if (!home || !device) {
        end(Ending::Lost, Error(Errc::Malformed, "PairGrant"));
        return;
    }
    TabletFile file;
    file.home = *home;
    file.homeName = m_told.homeName;
    file.device = *device;
    file.name = m_told.tabletName;
    file.kind = m_told.kind;
    file.host = m_invitation.host;
    file.port = m_invitation.port;
    file.pin = m_pin;
    file.caPem = grant->ca();
    file.certificatePem = grant->certificate();
    file.keyPem = m_secrets.keyPem;
    file.sign = m_secrets.sign;
    file.box = m_secrets.box;
    // What can't be read again at the next start must not be written now.
    if (const auto readable = readTabletFile(writeTabletFile(file)); !readable) {
        end(Ending::Lost, readable.error());
        return;
    }
    m_state = State::Enrolling;
    m_out.emplace_back(Enrol{std::move(file)});
}

void TabletPairing::onEnrolled(const Status &status)
{
    if (m_state != State::Enrolling) {
        return;
    }
    if (!status) {
        end(Ending::NotSaved, status.error());
        return;
    }
    m_out.emplace_back(frameOf(FrameType::Done, wire::v1::PairDone()));
    end(Ending::Done, Error(Errc::Internal));
}

void TabletPairing::onRefused(const framing::Frame &frame)
{
    const auto refused = read<PairRefused>(frame);
    const auto reason = refused ? refused->reason() : PairRefused::UNSPECIFIED;
    switch (reason) {
    case PairRefused::WRONG_CODE:
        end(Ending::WrongCode, Error(Errc::NotAllowed, "wrong code"), refused->tries_left());
        return;
    case PairRefused::CODE_DEAD:
        end(Ending::CodeDead, Error(Errc::NotAllowed, "the code has ended"));
        return;
    case PairRefused::OTHER_TABLET:
        end(Ending::OtherTablet, Error(Errc::NotAllowed, "another tablet has this code"));
        return;
    case PairRefused::DECLINED:
        end(Ending::Declined, Error(Errc::NotAllowed, "the office said no"));
        return;
    default:
        end(Ending::Lost, Error(Errc::Closed, "the server can't go on"));
        return;
    }
}

void TabletPairing::onBadFrame(const Error &error)
{
    end(proved() ? Ending::Lost : Ending::NotTheServer, error);
}

void TabletPairing::onClosed(const Error &why)
{
    end(Ending::Lost, why);
}

} // namespace trivsel::pairing
