#include "app/engine/sync_port.h"

#include "proto/session/range_set.h"

#include <algorithm>

namespace trivsel::engine {

using journal::Range;

Status SyncPort::markQuarantined(const StreamId &stream, const Dot &dot, wire::v1::QuarantineReason reason)
{
    const bool collided = reason == wire::v1::ID_COLLISION;
    if (collided) {
        m.incarnations.forget(); // a twin of this tablet writes under the same one
    }
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(arrived(stream, {dot.inc, dot.ctr, dot.ctr}));
        if (m.outbox.count(Outbox::State::Held) == 0) {
            m_next.set_held_offered_ms(m.config.clock()); // just now
            TRIVSEL_TRY(keepState());
        }
        TRIVSEL_TRY(m.outbox.markHeld({stream, dot}, reason));
        if (collided && AuditBoxes::isBoxed(stream)) { // nobody here can open it: it is written again
            TRIVSEL_TRY(m.rounds.markUnsent({stream, dot}));
            return m.audit.markUnsent({stream, dot});
        }
        return collided ? reissue({stream, dot}) : Status();
    });
}

/**
 * Its content is kept aside and, once for each id, written again under a new one; its place is empty then, so
 * that it is shown once. What came to stand there later is somebody else's, and is only kept.
 */
Status SyncPort::reissue(const ChangeId &id)
{
    const auto own = m.incarnations.isOwn(id.dot.inc);
    const auto stored = m.store->journal().find(id);
    const auto done = m.store->journal().isHeld(id, wire::v1::ID_COLLISION);
    if (!own || !stored || !done) {
        return tl::unexpected(!own ? own.error() : !stored ? stored.error() : done.error());
    }
    if (!*stored || (*stored)->change.gone) {
        return {};
    }
    const seal::SealedChange &change = (*stored)->change;
    TRIVSEL_TRY(
        m.store->journal().quarantine(m.identity.device, change, wire::v1::ID_COLLISION, m.config.clock()));
    const auto key = m.keys.key(id.stream, change.key); // none for a closed `own`: it stays kept aside
    if (*done || !*own || !key) {
        return {};
    }
    auto content = seal::readChange(change, *key);
    if (!content) {
        return {}; // stays in the quarantine of both sides
    }
    const auto written = m.writer.reissue(change, std::move(*content));
    if (!written) {
        return tl::unexpected(written.error());
    }
    m.folds.queueRefold(id.stream);
    return m.store->journal().replace(seal::goneOf(change));
}

/** The office has let in what it held, and what stands empty here: it was written again under another id, or
 * made empty by a program of before schema 6. */
Status SyncPort::comeBack(const seal::SealedChange &change)
{
    const auto stored = m.store->journal().find(change.id());
    const auto kept = stored ? m.store->journal().quarantined()
                             : Result<std::vector<journal::Quarantined>>(std::vector<journal::Quarantined>());
    if (!stored || !kept) {
        return tl::unexpected(stored ? kept.error() : stored.error());
    }
    if (!*stored || !(*stored)->change.gone) {
        return {};
    }
    TRIVSEL_TRY(m.store->journal().replace(change));
    m.folds.queueRefold(change.stream);
    for (const journal::Quarantined &one : *kept) {
        if (one.change.id() == change.id() && one.reason == wire::v1::FAILED_TOO_OFTEN) {
            TRIVSEL_TRY(m.store->journal().release(one.id));
            m_next.set_given_up(m_next.given_up() - std::min<std::uint64_t>(1, m_next.given_up()));
        }
    }
    return keepState();
}

/** The office has other words under an id that is here: theirs stand under it from now on, for everybody, and
 * ours under a new one. */
Status SyncPort::takeOver(const seal::SealedChange &theirs)
{
    const auto state = m.outbox.stateOf(theirs.id());
    if (!state) {
        return tl::unexpected(state.error());
    }
    if (*state) {
        m.incarnations.forget(); // a twin of this tablet writes under the same one
    }
    TRIVSEL_TRY(reissue(theirs.id()));
    TRIVSEL_TRY(m.store->journal().replace(theirs));
    m.folds.queueRefold(theirs.stream);
    const Range one{theirs.dot.inc, theirs.dot.ctr, theirs.dot.ctr};
    TRIVSEL_TRY(arrived(theirs.stream, one));
    return m.outbox.markDurable(theirs.stream, one);
}

/** Empty places whose content is offered under another id, the tablet's or the office's. */
Result<std::vector<Range>> SyncPort::withoutReissued(const StreamId &stream, const std::vector<Range> &ranges)
{
    const auto elsewhere = m.outbox.elsewhere(stream);
    if (!elsewhere) {
        return tl::unexpected(elsewhere.error());
    }
    session::RangeSet empty;
    for (const Dot &dot : *elsewhere) {
        const auto stored = m.store->journal().find({stream, dot});
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        if (*stored && (*stored)->change.gone) {
            empty.add({dot.inc, dot.ctr, dot.ctr});
        }
    }
    std::vector<Range> out;
    for (const Range &range : ranges) {
        const auto parts = empty.missing(range);
        out.insert(out.end(), parts.begin(), parts.end());
    }
    return out;
}

} // namespace trivsel::engine
