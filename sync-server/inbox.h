#pragma once

#include "sync-server/home_store.h"

namespace trivsel::server {

/** Stores what tablets hand in. Every call stands inside the tick's transaction; an error means: let it go,
 * and stop. */
class Inbox
{
public:
    explicit Inbox(HomeStore &store) : m_store(store) {}

    struct Stored
    {
        session::StoredPush answer; // without `end`, which is known at the end of the tick
        bool home = false; // the office's own changes came back: what the server goes by may have changed
    };
    [[nodiscard]] Result<Stored> store(const session::StorePush &push, std::int64_t nowMs);

private:
    /** A tablet may not go on where an incarnation of the server stopped: its changes there are held. */
    [[nodiscard]] Result<bool> usurps(const session::StorePush &push, const seal::SealedChange &change);

    HomeStore &m_store;
};

} // namespace trivsel::server
