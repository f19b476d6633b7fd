#pragma once

#include "app/engine/clock.h"
#include "app/engine/tablet_store.h"

namespace trivsel::engine {

/** What is known of the tablet's clock. It decides nothing; it only says how far a time in a list may be
 * trusted. */
class ClockState final : public CommitListener
{
public:
    ClockState(TabletStore &store, Clock clock) : m_store(store), m_clock(std::move(clock)) {}
    [[nodiscard]] Status load();

    struct Stamp
    {
        std::int64_t wallMs = 0;
        std::int64_t offsetMs = 0;
        std::uint32_t quality = 0; // 0 unknown, 1 compared within seven days, 2 known to be wrong
    };
    [[nodiscard]] Stamp now() const;
    [[nodiscard]] std::int64_t lastContactMs() const { return m_seen.contactMs; } // own clock; 0 = never

    /** Inside TabletStore::write. */
    [[nodiscard]] Status noteServer(std::int64_t serverMs, std::int64_t ownMs);

    void committed() override { m_seen = m_next; }
    void rolledBack() override { m_next = m_seen; }

private:
    struct Seen
    {
        std::int64_t contactMs = 0;
        std::int64_t offsetMs = 0;
    };
    TabletStore &m_store;
    Clock m_clock;
    Seen m_seen;
    Seen m_next;
};

} // namespace trivsel::engine
