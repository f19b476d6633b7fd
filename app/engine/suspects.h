#pragma once

#include "app/engine/tablet_store.h"
#include "proto/session/tablet_session.h"

#include <vector>

namespace trivsel::engine {

/**
 * Changes on which connections broke: how often, each of them, over all starts. A change that fails
 * kFailuresMax connections is skipped, so that one bad change never stops the queue. Writing calls belong
 * inside TabletStore::write.
 */
class Suspects
{
public:
    static constexpr int kFailuresMax = 5;
    /** From here on it is pushed alone: only then is it known to be this one. */
    static constexpr int kAloneFrom = 2;

    explicit Suspects(TabletStore &store) : m_store(store) {}

    /** One more for each of the range. Those that have failed kFailuresMax connections now. */
    [[nodiscard]] Result<std::vector<Dot>> note(const StreamId &stream, const journal::Range &range);
    /** Acknowledged, or skipped. */
    [[nodiscard]] Status forget(const StreamId &stream, const journal::Range &range);
    /** Those to be pushed alone; givenUp from kFailuresMax on. */
    [[nodiscard]] Result<std::vector<session::TabletPort::Suspect>> all();

private:
    TabletStore &m_store;
};

} // namespace trivsel::engine
