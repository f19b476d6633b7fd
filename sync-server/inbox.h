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
        bool home = false; // what the server goes by may have changed: the office's own changes, or a profile
    };
    [[nodiscard]] Result<Stored> store(const session::StorePush &push, std::int64_t nowMs);

private:
    /** What the log had before this push. */
    struct Before
    {
        std::uint64_t lamport = 0; // highest in the stream
        bool forked = false;       // the run goes on after something else than what stands there
    };
    [[nodiscard]] Result<Before> lookBefore(const session::StorePush &push);
    /** Why it may not go into the log; QUARANTINE_NONE = it may. A tablet may not go on where an incarnation
     * of the server stopped. A run over a fork is a twin's: as a collision, so that the tablet writes it
     * again under a new incarnation. */
    [[nodiscard]] wire::v1::QuarantineReason
    doubtOf(const session::StorePush &push, const seal::SealedChange &change, const Before &before) const;
    [[nodiscard]] Result<wire::v1::QuarantineReason>
    reasonFor(const session::StorePush &push, const seal::SealedChange &change, const Before &before);
    /** False: the quarantine has no room for more of this device. Either way the answer says so. */
    [[nodiscard]] Result<bool> hold(const session::StorePush &push, const seal::SealedChange &change,
                                    wire::v1::QuarantineReason reason, std::int64_t nowMs,
                                    session::StoredPush &answer);

    /** The first of `changes` from which on they were written on another chain than the log's, by a copy of
     * the tablet that goes on under the same incarnation; their number when none. What it wrote there names
     * changes that are other ones here, and must not supersede them. */
    [[nodiscard]] Result<std::size_t> leavesTheChain(const session::StorePush &push,
                                                     const std::vector<seal::SealedChange> &changes);
    [[nodiscard]] Status keepSigner(const session::StorePush &push, const seal::SealedChange &change);

    HomeStore &m_store;
};

} // namespace trivsel::server
