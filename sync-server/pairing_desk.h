#pragma once

#include "sync-server/home_store.h"
#include "sync-server/pairing_offers.h"

#include <boost/asio/ssl/stream.hpp>
#include <functional>
#include <list>
#include <memory>

namespace trivsel::server {

class PairingConnection;

/** Where tablets that are not of the house yet are met: at most two at once, and only while the office offers
 * a code. Server thread. */
class PairingDesk final : public pairing::OfferPort
{
public:
    static constexpr std::size_t kConnectionsMax = 2;

    PairingDesk(HomeStore &store, PairingOffers &offers, Random random, std::function<std::int64_t()> clockMs)
        : m_store(store), m_offers(offers), m_random(std::move(random)), m_clockMs(std::move(clockMs))
    {
    }

    /** A code stands. Asked in the TLS handshake. */
    [[nodiscard]] bool open();
    [[nodiscard]] const ServerKeys &server() const { return m_store.server(); }
    [[nodiscard]] const Random &random() const { return m_random; }

    /** Of three, the oldest that has not proved itself goes. */
    void admit(const std::shared_ptr<PairingConnection> &connection);
    /** It has shown the code: an older connection of the same tablet is dead, only nobody noticed. */
    void proved(const PairingConnection &connection);
    /** A tablet that had shown the code went away without an ending. */
    void lost();
    /** Every second: hands on what the office has said. */
    void tick();
    void stop();

    Result<std::optional<pairing::Offer>> offer() override;
    Result<std::uint32_t> countWrongTry() override { return m_offers.countWrongTry(); }
    Status ask(const pairing::TabletKeys &keys, const std::string &digits) override
    {
        return m_offers.ask(keys, digits);
    }
    Result<std::variant<pairing::Decision, pairing::Grant>>
    decision(const pairing::TabletKeys &keys) override;
    Status finish(const pairing::TabletKeys &keys) override { return m_offers.finish(keys); }

private:
    [[nodiscard]] Result<std::variant<pairing::Decision, pairing::Grant>>
    grantFor(const StoredOffer &offer, const pairing::TabletKeys &keys);
    [[nodiscard]] std::vector<std::shared_ptr<PairingConnection>> connections();

    HomeStore &m_store;
    PairingOffers &m_offers;
    Random m_random;
    std::function<std::int64_t()> m_clockMs;
    std::list<std::weak_ptr<PairingConnection>> m_connections; // oldest first
};

} // namespace trivsel::server
