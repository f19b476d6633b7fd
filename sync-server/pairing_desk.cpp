#include "sync-server/pairing_desk.h"

#include "sync-server/certificate_life.h"
#include "sync-server/certificates.h"
#include "sync-server/pairing_connection.h"

#include <spdlog/spdlog.h>

namespace trivsel::server {

bool PairingDesk::open()
{
    const auto offer = m_offers.standing();
    return offer && offer->has_value();
}

std::vector<std::shared_ptr<PairingConnection>> PairingDesk::connections()
{
    std::vector<std::shared_ptr<PairingConnection>> out;
    m_connections.remove_if([](const std::weak_ptr<PairingConnection> &one) { return one.expired(); });
    for (const auto &weak : m_connections) {
        if (auto connection = weak.lock(); connection && !connection->closed()) {
            out.push_back(std::move(connection));
        }
    }
    return out;
}

void PairingDesk::admit(const std::shared_ptr<PairingConnection> &connection)
{
    const auto there = connections();
    m_connections.push_back(connection);
    if (there.size() < kConnectionsMax) {
        return;
    }
    for (const auto &one : there) {
        if (!one->proved()) {
            one->close();
            return;
        }
    }
    connection->close(); // cannot be: only one tablet has the code, and it has one connection
}

void PairingDesk::proved(const PairingConnection &connection)
{
    for (const auto &one : connections()) {
        if (one.get() != &connection && one->proved()) {
            one->close();
        }
    }
}

void PairingDesk::lost()
{
    if (const Status told = m_offers.lostLine(); !told) {
        spdlog::warn("the pairing table: {} {}", nameOf(told.error().code()), told.error().detail());
    }
}

void PairingDesk::tick()
{
    for (const auto &connection : connections()) {
        connection->look();
    }
    if (const Status tidied = m_offers.tidy(); !tidied && tidied.error().code() != Errc::StoreBusy) {
        spdlog::warn("the pairing table: {} {}", nameOf(tidied.error().code()), tidied.error().detail());
    }
}

void PairingDesk::stop()
{
    for (const auto &connection : connections()) {
        connection->close();
    }
}

Result<std::optional<pairing::Offer>> PairingDesk::offer()
{
    auto stored = m_offers.standing();
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    if (!*stored) {
        return std::optional<pairing::Offer>();
    }
    TRIVSEL_TRY(m_store.refresh());
    pairing::Offer offer;
    offer.secret = (*stored)->what.secret;
    offer.homeName = m_store.model().name;
    offer.tabletName = (*stored)->what.name;
    offer.kind = (*stored)->what.kind;
    offer.bound = (*stored)->bound;
    return std::optional(std::move(offer));
}

Result<std::variant<pairing::Decision, pairing::Grant>> PairingDesk::decision(const pairing::TabletKeys &keys)
{
    using pairing::Decision;
    using Said = std::variant<Decision, pairing::Grant>;
    const auto stored = m_offers.look();
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    if (!*stored || (*stored)->bound != keys) {
        return Said(Decision::Dead);
    }
    switch ((*stored)->state) {
    case OfferState::Declined:
        return Said(Decision::Declined);
    case OfferState::Open: // the office may have written it into `home`, and been cut off
    case OfferState::Confirmed:
        return grantFor(**stored, keys);
    case OfferState::Done:
    case OfferState::Dead:
        break;
    }
    return Said(Decision::Dead);
}

/** The table in `home` decides, not the offer: a certificate is for a tablet that stands there. It is a
 * function of its arguments, so whoever asks twice in a day gets the same. */
Result<std::variant<pairing::Decision, pairing::Grant>> PairingDesk::grantFor(const StoredOffer &offer,
                                                                              const pairing::TabletKeys &keys)
{
    using Said = std::variant<pairing::Decision, pairing::Grant>;
    TRIVSEL_TRY(m_store.refresh());
    const domain::Device *device = m_store.model().device(offer.what.device);
    const bool fits = device != nullptr && device->signKey == keys.sign.str() &&
                      device->boxKey == keys.box.str() && !device->blocked;
    if (!fits) {
        return Said(pairing::Decision::Waiting);
    }
    const ServerKeys &server = m_store.server();
    const auto ca = caCertificate(server.home, server.ca);
    const auto own =
        deviceCertificate(server.home, server.ca, device->id, keys.sign, certificateEnd(m_clockMs()));
    const auto caPem = ca ? toPem(*ca) : Result<std::string>(tl::unexpected(ca.error()));
    const auto ownPem = own ? toPem(*own) : Result<std::string>(tl::unexpected(own.error()));
    if (!caPem || !ownPem) {
        return tl::unexpected<Error>(caPem ? ownPem.error() : caPem.error());
    }
    return Said(pairing::Grant{server.home, device->id, *caPem, *ownPem});
}

} // namespace trivsel::server
