#pragma once

#include "app/engine/tablet_store.h"

namespace trivsel::engine {

/** The incarnations under which this tablet has written. A new one for every program start, drawn at its
 * first write. */
class Incarnations final : public CommitListener
{
public:
    Incarnations(TabletStore &store, const Random &random) : m_store(store), m_random(random) {}

    /** The one of this start. Inside TabletStore::write. */
    [[nodiscard]] Result<Incarnation> forWriting();
    /** From the next write on another one: this store may be a copy whose twin writes too. */
    void forget();
    /** 0 when nothing was ever written here. */
    [[nodiscard]] Result<Incarnation> last();
    [[nodiscard]] Result<bool> isOwn(Incarnation inc);

    void committed() override
    {
        m_kept = m_kept || m_inserted;
        m_inserted = false;
    }
    void rolledBack() override { m_inserted = false; }

private:
    TabletStore &m_store;
    const Random &m_random;
    std::optional<Incarnation> m_current;
    bool m_kept = false;
    bool m_inserted = false; // in the transaction that is open
};

} // namespace trivsel::engine
