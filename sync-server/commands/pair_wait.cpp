#include "sync-server/commands/pair_wait.h"

#include "sync-server/commands/confirm.h"
#include "sync-server/commands/stop_signals.h"
#include "sync-server/commands/tablet_kind.h"
#include "sync-server/commands/write_home.h"

namespace trivsel::server {
namespace {

constexpr int kLookEveryMs = 250;

} // namespace

int PairWait::run()
{
    for (;;) {
        if (stopAsked()) {
            return end(m_confirmed ? Text::PairNotFetched : Text::PairTaken, m_offer.name);
        }
        if (const auto exit = step()) {
            return *exit;
        }
    }
}

/** Takes the offer away and says how it ended; only PairDone is a success. */
int PairWait::end(Text text, const std::string &name)
{
    // What the office has said no to stands a moment longer: the tablet is told.
    const bool told = text == Text::PairDeclined || text == Text::PairNobodyAnswers;
    if (const Status removed = told ? Status() : m_offers.remove(); !removed) {
        return m_context.failed(removed.error());
    }
    if (text == Text::PairDone) {
        m_screen.done(m_offer);
        return kExitOk;
    }
    return m_context.failed(text, {name});
}

std::optional<int> PairWait::step()
{
    const auto line = m_terminal.line(kLookEveryMs);
    const auto looked = m_offers.look();
    if (!looked) {
        return looked.error().code() == Errc::StoreBusy ? std::nullopt
                                                        : std::optional(m_context.failed(looked.error()));
    }
    if (!*looked) {
        return onTime();
    }
    const StoredOffer &offer = **looked;
    if (offer.over()) {
        return onOver(offer);
    }
    if (offer.tries != m_tries) {
        m_tries = offer.tries;
        m_screen.wrongTry(pairing::kTriesMax - m_tries);
    }
    if (m_confirmed) {
        m_lost = offer.lost == offer.asked;
        return std::nullopt;
    }
    if (offer.asked != m_asked) {
        onQuestion(offer, line.has_value());
        return std::nullopt;
    }
    if (m_asked == 0) {
        if (line) {
            m_screen.tooEarly();
        }
        return std::nullopt;
    }
    if (!m_lost && offer.lost == m_asked) {
        m_lost = true;
        m_screen.lineLost();
    }
    return line ? onLine(offer, *line) : onSilence(offer);
}

/** The code has ended by time: why nothing came of it is not the same each time. */
std::optional<int> PairWait::onTime()
{
    if (m_confirmed) {
        return end(m_lost ? Text::PairLostUnfinished : Text::PairNotFetched, m_offer.name);
    }
    return end(m_asked == 0 ? Text::PairTooLateNobody : m_lost ? Text::PairTooLateLost : Text::PairTooLate);
}

std::optional<int> PairWait::onOver(const StoredOffer &offer)
{
    switch (offer.state) {
    case OfferState::Done:
        return end(Text::PairDone);
    case OfferState::Dead:
        return end(Text::PairTooOften);
    default:
        return end(Text::PairDeclined);
    }
}

/** A line that came before it is no answer to it, and nobody shall wait in vain for what became of it. */
void PairWait::onQuestion(const StoredOffer &offer, bool typedBefore)
{
    m_asked = offer.asked;
    m_askedMs = m_clock();
    m_lost = false;
    const bool more = m_terminal.forget();
    if (typedBefore || more) {
        m_screen.tooEarly();
    }
    m_screen.question(offer.digits);
}

std::optional<int> PairWait::onSilence(const StoredOffer &offer)
{
    if (m_terminal.ended()) {
        static_cast<void>(m_offers.answer(offer.asked, false)); // the tablet need not wait for nobody
        return end(Text::PairNobodyAnswers);
    }
    if (!m_lost && m_clock() - m_askedMs >= kAskAgainMs) {
        m_askedMs = m_clock();
        m_screen.stillAsking(offer.digits);
    }
    return std::nullopt;
}

std::optional<int> PairWait::onLine(const StoredOffer &offer, const std::string &line)
{
    m_askedMs = m_clock();
    if (isYes(line)) {
        return confirm(offer);
    }
    if (isNo(line)) {
        const Status declined = m_offers.answer(offer.asked, false);
        return declined ? std::optional(end(Text::PairDeclined)) : std::nullopt;
    }
    m_screen.askAgain();
    return std::nullopt;
}

std::optional<int> PairWait::intoHome(const StoredOffer &offer)
{
    return writeHome(m_context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto fold = office.now(store.server().homeStream);
        if (!fold) {
            return m_context.failed(fold.error());
        }
        domain::Device device;
        device.id = m_offer.device;
        device.name = m_offer.name;
        device.kind = deviceKindOf(m_offer.kind);
        device.owner = m_owner;
        device.signKey = offer.bound->sign.str();
        device.boxKey = offer.bound->box.str();
        office.write(store.server().homeStream, domain::writeDevice(device, **fold));
        return std::nullopt;
    });
}

/** First into `home`, then yes: the server gives out certificates only for what stands there. */
std::optional<int> PairWait::confirm(const StoredOffer &offer)
{
    if (const auto exit = intoHome(offer)) {
        static_cast<void>(m_offers.remove());
        return exit;
    }
    const Status said = m_offers.answer(offer.asked, true);
    if (!said &&
        said.error().code() != Errc::NotAllowed) { // then it stands in `home` already, and was faster
        return m_context.failed(said.error());
    }
    m_confirmed = true;
    m_screen.confirmed();
    return std::nullopt;
}

} // namespace trivsel::server
