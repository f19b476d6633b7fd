#pragma once

#include "app/engine/clock.h"
#include "app/engine/tablet_store.h"
#include "proto/domain/lockout.h"

#include <map>

namespace trivsel::engine {

/**
 * Wrong pictures make that resident wait on this tablet, and nobody else: sealed on disk before they are
 * tried. Never for ever, and nothing is wiped. begin() … takeBack() stand inside TabletStore::write.
 */
class PictureTries final : public CommitListener
{
public:
    struct Ports
    {
        seal::WrapKey wrapKey;
        Random random;
        Uptime uptime;
    };
    PictureTries(TabletStore &store, Ports ports) : m_store(store), m_ports(std::move(ports)) {}
    /** StoreCorrupt when what was kept can't be opened. */
    [[nodiscard]] Status load();

    [[nodiscard]] std::int64_t waitMs(const PersonId &resident) const;
    /** Since they were right last. */
    [[nodiscard]] std::uint32_t wrong(const PersonId &resident) const;

    /** Counts as wrong from here on. NotAllowed while it must wait. */
    [[nodiscard]] Status begin(const PersonId &resident);
    [[nodiscard]] Status succeed(const PersonId &resident);
    /** They could not be tried. */
    [[nodiscard]] Status takeBack(const PersonId &resident);

    void committed() override { m_kept = m_next; }
    void rolledBack() override { m_next = m_kept; }

private:
    using Accounts = std::map<PersonId, domain::Lockout>;
    [[nodiscard]] Status keep();

    TabletStore &m_store;
    Ports m_ports;
    Accounts m_kept; // as on disk
    Accounts m_next;
};

} // namespace trivsel::engine
