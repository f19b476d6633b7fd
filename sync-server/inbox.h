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
    [[nodiscard]] wire::v1::QuarantineReason doubtOf(const session::StorePush &push,
                                                     const seal::SealedChange &change) const;
    [[nodiscard]] Result<wire::v1::QuarantineReason> reasonFor(const session::StorePush &push,
                                                               const seal::SealedChange &change);
    /** False: the quarantine has no room for more of this device. Either way the answer says so. */
    [[nodiscard]] Result<bool> hold(const session::StorePush &push, const seal::SealedChange &change,
                                    wire::v1::QuarantineReason reason, std::int64_t nowMs,
                                    session::StoredPush &answer);

    HomeStore &m_store;
};

} // namespace trivsel::server
