#pragma once

#include "proto/pairing/messages.h"
#include "proto/pairing/transcript.h"

#include <deque>
#include <optional>
#include <variant>

namespace trivsel::pairing {

/** How an attempt ended: each has a sentence and a way on for whoever holds the tablet. */
enum class Ending {
    Done,
    WrongCode,    // triesLeft says how often more
    CodeDead,     // used, too old, tried too often or taken back; also: nobody offers anything there
    OtherTablet,  // another tablet has shown this code first
    Declined,     // the office said no
    NotTheServer, // what answers does not know the code, or has another key than the QR code says
    Unreachable,  // no way there
    Lost,         // the line broke, or the server had trouble: the same tablet may go on
    Cancelled,    // here
    NotSaved,     // this tablet's own disk or keychain
    TooOld,       // one of the two programs
};

/** The secrets of a tablet that is being set up; made here, they never leave it. */
struct TabletSecrets
{
    seal::SignSecret sign;
    seal::BoxSecret box;
    std::string keyPem; // `sign` once more, as TLS wants it
};

struct ShowDigits
{
    std::string digits;
    std::string homeName;
    std::string tabletName;
    TabletKind kind = TabletKind::Shared;
};
/** Put it on the disk, then call onEnrolled(). */
struct Enrol
{
    TabletFile file;
};
struct Ended
{
    Ending ending = Ending::Done;
    std::uint32_t triesLeft = 0;
    Error why{Errc::Internal};
};
using TabletAction = std::variant<SendFrame, ShowDigits, Enrol, Ended>;

/**
 * The tablet's half of one pairing connection, without I/O. A connection that breaks is tried again with a
 * new one of these and the same secrets. One thread.
 */
class TabletPairing
{
public:
    /** `invitation` has a host: the one that was connected to stays the tablet's address. */
    TabletPairing(const Invitation &invitation, const TabletSecrets &secrets, std::string app,
                  const Random &random);

    /** After the TLS handshake. */
    void start(const Channel &channel);
    void onFrame(const framing::Frame &frame);
    void onBadFrame(const Error &error);
    void onClosed(const Error &why);
    /** Durable, or why not. */
    void onEnrolled(const Status &status);

    [[nodiscard]] std::optional<TabletAction> next();
    /** The server has shown that it knows the code. */
    [[nodiscard]] bool proved() const { return m_proved; }

private:
    enum class State { Idle, AwaitProof, AwaitGrant, Enrolling, Ended };
    void onProof(const framing::Frame &frame);
    void onGrant(const framing::Frame &frame);
    void onRefused(const framing::Frame &frame);
    void end(Ending ending, Error why, std::uint32_t triesLeft = 0);

    Invitation m_invitation;
    TabletSecrets m_secrets;
    TabletKeys m_keys;
    std::string m_app;
    Nonce m_nonce;
    Hash256 m_pin;
    std::optional<Transcript> m_transcript;
    ShowDigits m_told;
    State m_state = State::Idle;
    bool m_proved = false;
    std::deque<TabletAction> m_out;
};

} // namespace trivsel::pairing
