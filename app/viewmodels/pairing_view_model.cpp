#include "app/viewmodels/pairing_view_model.h"

#include "app/viewmodels/text.h"
#include "proto/pairing/code.h"
#include "proto/pairing/link.h"

namespace trivsel::app {

namespace {

using Fault = PairingViewModel::Fault;
using Outcome = PairingViewModel::Outcome;
using pairing::Ending;

Fault faultOf(Errc code, bool link)
{
    switch (code) {
    case Errc::BadArgument:
        return Fault::None; // it is not over yet
    case Errc::Malformed:
        return link ? Fault::NotWhole : Fault::Strange;
    case Errc::TooLarge:
        return Fault::TooLong;
    case Errc::VersionUnsupported:
        return Fault::Newer;
    default:
        return Fault::Mistyped;
    }
}

Outcome outcomeOf(Ending ending)
{
    switch (ending) {
    case Ending::Done:
        return Outcome::Done;
    case Ending::WrongCode:
        return Outcome::WrongCode;
    case Ending::CodeDead:
        return Outcome::CodeDead;
    case Ending::OtherTablet:
        return Outcome::OtherTablet;
    case Ending::Declined:
        return Outcome::Declined;
    case Ending::NotTheServer:
        return Outcome::NotTheServer;
    case Ending::Unreachable:
        return Outcome::Unreachable;
    case Ending::Lost:
    case Ending::Cancelled:
        return Outcome::Lost;
    case Ending::NotSaved:
        return Outcome::NotSaved;
    case Ending::TooOld:
        return Outcome::TooOld;
    }
    return Outcome::Lost;
}

/** The same code may still lead there, if it was not shown yet. */
bool codeMayBeGood(Outcome outcome)
{
    return outcome == Outcome::Unreachable || outcome == Outcome::NotSaved;
}

} // namespace

PairingViewModel::PairingViewModel(PairingPort *port, QObject *parent) : QObject(parent), m_port(port) {}

PairingViewModel::~PairingViewModel() = default;

int PairingViewModel::written() const
{
    return static_cast<int>(pairing::charactersIn(m_text.toStdString()));
}

int PairingViewModel::needed() const
{
    return static_cast<int>(pairing::kCodeCharacters);
}

void PairingViewModel::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    const std::string bytes = text.toStdString();
    const bool link = bytes.find(pairing::kLinkBegins) != std::string::npos;
    auto read = pairing::readInvitation(bytes);
    m_fault = read ? Fault::None : faultOf(read.error().code(), link);
    m_invitation = read ? std::optional(std::move(*read)) : std::nullopt;
    Q_EMIT changed();
}

void PairingViewModel::setAddress(const QString &address)
{
    if (address != m_address) {
        m_address = address;
        Q_EMIT changed();
    }
}

bool PairingViewModel::addressReady() const
{
    return pairing::isHost(fromQt(m_address.trimmed()));
}

void PairingViewModel::goOn()
{
    if (!m_invitation) {
        return;
    }
    pairing::Invitation invitation = *m_invitation;
    if (invitation.host.empty() && m_stage == Stage::Address && addressReady()) {
        invitation.host = fromQt(m_address.trimmed());
    }
    if (!invitation.host.empty()) {
        connectTo(invitation);
        return;
    }
    m_stage = Stage::Address;
    Q_EMIT changed();
}

void PairingViewModel::connectTo(const pairing::Invitation &invitation)
{
    if (m_port == nullptr || m_stage == Stage::Connecting || m_stage == Stage::Compare) {
        return;
    }
    m_stage = Stage::Connecting;
    m_outcome = Outcome::None;
    m_problem = Problem::None;
    Q_EMIT changed();
    m_port->start(invitation, {[this](const pairing::ShowDigits &shown) { onDigits(shown); },
                               [this](const pairing::Ended &ended) { onEnded(ended); }});
}

void PairingViewModel::onDigits(const pairing::ShowDigits &shown)
{
    const QString all = toQt(shown.digits);
    m_digits = all.left(3) + QLatin1Char(' ') + all.mid(3);
    m_homeName = toQt(shown.homeName);
    m_tabletName = toQt(shown.tabletName);
    m_stage = Stage::Compare;
    m_shown = true;
    Q_EMIT changed();
}

void PairingViewModel::onEnded(const pairing::Ended &ended)
{
    m_outcome = outcomeOf(ended.ending);
    m_triesLeft = static_cast<int>(ended.triesLeft);
    m_problem = m_outcome == Outcome::NotSaved ? problemOf(ended.why.code()) : Problem::None;
    m_digits.clear();
    m_stage = Stage::Ended;
    if (m_outcome == Outcome::Done) {
        m_text.clear(); // it holds a secret, though a used one
        m_invitation.reset();
    }
    Q_EMIT changed();
    if (m_outcome == Outcome::Done) {
        Q_EMIT paired();
    }
}

void PairingViewModel::again()
{
    if (m_port != nullptr) {
        m_port->cancel();
    }
    // Once shown, a code belongs to the keys of that attempt.
    if (m_shown || (m_stage == Stage::Ended && !codeMayBeGood(m_outcome))) {
        m_text.clear();
        m_invitation.reset();
        m_fault = Fault::None;
    }
    m_stage = Stage::Code;
    m_shown = false;
    m_outcome = Outcome::None;
    m_digits.clear();
    Q_EMIT changed();
}

} // namespace trivsel::app
