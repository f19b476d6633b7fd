#pragma once

#include "proto/pairing/messages.h"
#include "proto/pairing/transcript.h"

#include <deque>
#include <optional>
#include <variant>

namespace trivsel::pairing {

/** Wrong tries after which a code is dead. */
inline constexpr std::uint32_t kTriesMax = 5;

/** What the office has put up and nobody has taken yet. */
struct Offer
{
    Secret secret;
    std::string homeName;
    std::string tabletName;
    TabletKind kind = TabletKind::Shared;
    std::optional<TabletKeys> bound; // the tablet that has shown the code, whatever else it did since
};

/** What the tablet gets once the office has said yes. */
struct Grant
{
    HomeId home;
    DeviceId device;
    std::string caPem;
    std::string certificatePem;
};

enum class Decision { Waiting, Declined, Dead };

/** The offer as the server keeps it. Each call reads anew: the office works in another process. */
class OfferPort
{
public:
    virtual ~OfferPort() = default;
    /** nullopt: none, used, too old, tried too often, or taken back. */
    virtual Result<std::optional<Offer>> offer() = 0;
    /** Durable when it returns: nobody gets a try back by a power cut. How many are left. */
    virtual Result<std::uint32_t> countWrongTry() = 0;
    /** Durable: from here on the code belongs to this tablet, and the office is asked with these digits.
     * NotAllowed when it belongs to another, or there is none any more. */
    virtual Status ask(const TabletKeys &keys, const std::string &digits) = 0;
    /** What the office said to these digits, or earlier to these keys. */
    virtual Result<std::variant<Decision, Grant>> decision(const TabletKeys &keys) = 0;
    /** The tablet has everything: the offer is gone. */
    virtual Status finish(const TabletKeys &keys) = 0;
};

/** After everything that was said before it is sent. Status: why the tablet is sent away. */
struct Close
{
    Status why;
};
using ServerAction = std::variant<SendFrame, Close>;

/**
 * The server's half of one pairing connection, without I/O. The tablet proves first: a stranger who asks gets
 * nothing that could be tried against the code at home, and every guess is counted. Server thread.
 */
class ServerPairing
{
public:
    enum class Phase {
        Hello,   // before the proof, or waiting for the nonce after it
        Waiting, // the office is asked
        Granted, // until the tablet has it on its disk
        Ended,
    };
    ServerPairing(OfferPort &port, const Channel &channel, const Random &random);

    void onFrame(const framing::Frame &frame);
    void onBadFrame(const Error &error);
    void onTimeout();
    /** Something may have happened in the office. */
    void look();

    [[nodiscard]] std::optional<ServerAction> next();
    [[nodiscard]] Phase phase() const { return m_phase; }
    /** It has shown that it knows the code. */
    [[nodiscard]] bool proved() const { return m_transcript.has_value(); }
    [[nodiscard]] const std::optional<TabletKeys> &keys() const { return m_keys; }

private:
    void onHello(const framing::Frame &frame);
    void onReveal(const framing::Frame &frame);
    void onDone(const framing::Frame &frame);
    void refuse(wire::v1::PairRefused::Reason reason, Error why, std::uint32_t triesLeft = 0);
    void refuse(const Error &storeError);

    OfferPort &m_port;
    Channel m_channel;
    Nonce m_nonce;
    Phase m_phase = Phase::Hello;
    std::optional<TabletKeys> m_keys;
    Hash256 m_commitment;
    std::optional<Transcript> m_transcript; // once the tablet has proved itself
    std::deque<ServerAction> m_out;
};

} // namespace trivsel::pairing
