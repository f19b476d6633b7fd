#pragma once

#include "sync-server/commands/pair_screen.h"
#include "sync-server/commands/terminal.h"

#include <optional>
#include <string>

namespace trivsel::server {

/** From the code on: waits for the tablet, asks the office, and lets the tablet in or turns it away. */
class PairWait
{
public:
    PairWait(Context &context, PairingOffers &offers, Terminal &terminal, NewOffer offer,
             std::optional<PersonId> owner, PairingOffers::Clock clock = bootMs)
        : m_context(context),
          m_screen(context),
          m_offers(offers),
          m_terminal(terminal),
          m_offer(std::move(offer)),
          m_owner(owner),
          m_clock(std::move(clock))
    {
    }
    static constexpr std::int64_t kAskAgainMs = 30'000;
    /** Until it is over in one way or another: the exit code. */
    int run();

private:
    std::optional<int> step();
    std::optional<int> onTime();
    std::optional<int> onOver(const StoredOffer &offer);
    void onQuestion(const StoredOffer &offer, bool typedBefore);
    std::optional<int> onSilence(const StoredOffer &offer);
    std::optional<int> onLine(const StoredOffer &offer, const std::string &line);
    std::optional<int> confirm(const StoredOffer &offer);
    std::optional<int> intoHome(const StoredOffer &offer);
    int end(Text text, const std::string &name = {});

    Context &m_context;
    PairScreen m_screen;
    PairingOffers &m_offers;
    Terminal &m_terminal;
    NewOffer m_offer;
    std::optional<PersonId> m_owner;
    PairingOffers::Clock m_clock;
    std::uint32_t m_tries = 0;
    std::int64_t m_asked = 0;
    std::int64_t m_askedMs = 0; // when the question was shown last
    bool m_lost = false;        // the tablet that it is about has gone away
    bool m_confirmed = false;
};

} // namespace trivsel::server
