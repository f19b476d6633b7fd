#include "app/engine/sync_port.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"

#include <algorithm>

namespace trivsel::engine {

using journal::Position;
using journal::Range;

Result<std::vector<std::pair<StreamId, Range>>> SyncPort::pending()
{
    TRIVSEL_TRY(m.auditBoxes.handOver());
    TRIVSEL_TRY(m.rounds.handOver());
    auto waiting = m.outbox.pending();
    const bool begins = !m_heldOffered && isHeldDue();
    if (!waiting || (!begins && !m_heldUpto)) {
        return waiting;
    }
    // The session asks again when these are done: so in the end all of them are offered, however many.
    const std::size_t room = limits::kPendingRangesMax - std::min(waiting->size(), limits::kPendingRangesMax);
    const auto held = m.outbox.heldWithContent(m_heldUpto, room);
    if (!held) {
        return tl::unexpected(held.error());
    }
    m_heldOffered = m_heldOffered || !held->empty();
    if (!held->empty()) {
        const auto &[stream, last] = held->back();
        m_heldUpto = ChangeId{stream, {last.inc, last.last}};
    } else if (room > 0) {
        m_heldUpto.reset();
    }
    waiting->insert(waiting->end(), held->begin(), held->end());
    return waiting;
}

bool SyncPort::isHeldDue() const
{
    const std::int64_t since = m.config.clock() - m_state.held_offered_ms();
    return m.outbox.count(Outbox::State::Held) > 0 && (since >= kOfferHeldEveryMs || since < 0);
}

/** With the author's own proof, which counts for no other set of changes: of those that are not wanted it
 * gets the places alone, so that one on which connections break stands in nobody else's way. */
Result<std::optional<session::TabletPort::Batch>> SyncPort::storedBatch(const StreamId &stream,
                                                                        const Range &range)
{
    const auto proofs = m.store->journal().proofsFor(stream, {range.inc, range.first, range.first});
    if (!proofs) {
        return tl::unexpected(proofs.error());
    }
    for (const wire::v1::Proof &proof : *proofs) {
        auto changes = m.store->journal().readRange(stream, {range.inc, proof.first(), proof.last()},
                                                    limits::kBatchChangesMax, limits::kBatchBytesMax);
        if (!changes || changes->empty() || changes->back().dot.ctr != proof.last()) {
            continue;
        }
        for (seal::SealedChange &change : *changes) {
            const bool asked = change.dot.ctr >= range.first && change.dot.ctr <= range.last;
            change = asked || change.gone ? std::move(change) : seal::goneOf(change);
        }
        return std::optional(Batch{stream, std::move(*changes), proof});
    }
    return std::optional<Batch>();
}

Result<Range> SyncPort::heldFrom(const StreamId &stream, const Range &range)
{
    const auto held = m.store->journal().ranges(stream);
    if (!held) {
        return tl::unexpected(held.error());
    }
    for (const Range &one : *held) { // sorted
        if (one.inc == range.inc && one.last >= range.first && one.first <= range.last) {
            return Range{range.inc, std::max(one.first, range.first), std::min(one.last, range.last)};
        }
    }
    return fail(Errc::NotFound, "nothing of the range is here");
}

Result<session::TabletPort::Batch> SyncPort::batch(const StreamId &stream, const Range &range)
{
    const auto first = m.store->journal().find({stream, {range.inc, range.first}});
    const auto held = first && *first ? Result<Range>(range) : heldFrom(stream, range);
    const auto own = held ? m.incarnations.isOwn(range.inc) : Result<bool>(false);
    if (!held || !own) {
        return tl::unexpected(held ? own.error() : held.error());
    }
    if (!*own) {
        auto stored = storedBatch(stream, *held);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        if (*stored) {
            return std::move(**stored);
        }
    }
    return freshBatch(stream, *held);
}

Result<session::TabletPort::Batch> SyncPort::freshBatch(const StreamId &stream, const Range &range)
{
    auto changes =
        m.store->journal().readRange(stream, range, limits::kBatchChangesMax, limits::kBatchBytesMax);
    if (!changes) {
        return tl::unexpected(changes.error());
    }
    auto before = m.store->journal().headAt(stream, {range.inc, changes->front().dot.ctr - 1});
    if (!before && before.error().code() == Errc::NotFound) {
        before = seal::unknownHead(); // behind a hole that nobody could fill: it is offered all the same
    }
    if (!before) {
        return tl::unexpected(before.error());
    }
    auto proof = seal::prove(m.identity.device, m.identity.sign, *before, *changes);
    return Batch{stream, std::move(*changes), std::move(proof)};
}

Result<std::vector<std::pair<StreamId, Range>>> SyncPort::notSafe()
{
    return m.outbox.notSafe();
}

Result<std::vector<session::TabletPort::Suspect>> SyncPort::suspects()
{
    return m_suspects.all(now());
}

Suspects::Now SyncPort::now() const
{
    return {m.config.clock(), m_state.epoch(), m.config.appVersion};
}

Status SyncPort::noteBroken(const StreamId &stream, const Range &range, bool proven)
{
    return m.store->write([&]() -> Status {
        if (!proven) {
            TRIVSEL_TRY(m_suspects.note(stream, range));
            return m_suspects.noteBadLine();
        }
        const auto enough = m_suspects.noteProven(stream, range, now());
        if (!enough) {
            return tl::unexpected(enough.error());
        }
        for (const Dot &dot : *enough) {
            TRIVSEL_TRY(setAside({stream, dot}));
        }
        return {};
    });
}

Status SyncPort::noteBadLine()
{
    const auto counting = m_suspects.isCounting();
    if (!counting || !*counting) {
        return counting ? Status() : tl::unexpected(counting.error());
    }
    return m.store->write([&] { return m_suspects.noteBadLine(); });
}

/** It stays where it is, to be read and to be offered now and then, and lies in the rescue file as well: also
 * what others wrote, when it is offered to a server that lacks it. */
Status SyncPort::setAside(const ChangeId &id)
{
    const auto stored = m.store->journal().find(id);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (!*stored) {
        return {};
    }
    const seal::SealedChange &change = (*stored)->change;
    TRIVSEL_TRY(change.gone ? Status()
                            : m.store->journal().quarantine(m.identity.device, change,
                                                            wire::v1::FAILED_TOO_OFTEN, m.config.clock()));
    return m.outbox.markAside(id);
}

Status SyncPort::arrived(const StreamId &stream, const Range &range)
{
    const auto aside = m_suspects.hasAside(stream, range);
    const auto kept = aside && *aside
                          ? m.store->journal().quarantined()
                          : Result<std::vector<journal::Quarantined>>(std::vector<journal::Quarantined>());
    if (!aside || !kept) {
        return tl::unexpected(aside ? kept.error() : aside.error());
    }
    for (const journal::Quarantined &one : *kept) {
        const Dot dot = one.change.dot;
        const bool among = one.change.stream == stream && dot.inc == range.inc && dot.ctr >= range.first &&
                           dot.ctr <= range.last && one.reason == wire::v1::FAILED_TOO_OFTEN;
        const auto stored = among ? m.store->journal().find(one.change.id())
                                  : Result<std::optional<journal::StoredChange>>(std::nullopt);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        if (*stored && (*stored)->change.hash == one.change.hash &&
            !(*stored)->change.gone) { // else its words are nowhere but there
            TRIVSEL_TRY(m.store->journal().release(one.id));
        }
    }
    return m_suspects.forget(stream, range);
}

Status SyncPort::markDurable(const StreamId &stream, const Range &range, const Position &end)
{
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(arrived(stream, range));
        TRIVSEL_TRY(m.outbox.markDurable(stream, range));
        if (TRIVSEL_MUTANT("own-dropped-at-durable")) {
            TRIVSEL_TRY(m.store->database().execute(
                "DELETE FROM change WHERE inc IN (SELECT inc FROM own_incarnation)"));
        }
        if (end.seq <= m_next.acked_seq()) {
            return {};
        }
        m_next.set_acked_seq(end.seq);
        m_next.set_acked_log(end.log);
        return keepState();
    });
}

Status SyncPort::markSafe(const wire::v1::Safe &safe)
{
    return m.store->write([&]() -> Status {
        for (const wire::v1::StreamRanges &ranges : safe.streams()) {
            const auto stream = StreamId::from(ranges.stream());
            for (const wire::v1::Range &range : ranges.ranges()) {
                if (stream) {
                    TRIVSEL_TRY(
                        m.outbox.markSafe(*stream, {Incarnation{range.inc()}, range.first(), range.last()}));
                }
            }
        }
        TRIVSEL_TRY(m.rounds.dropSafe());
        return m.audit.dropSafe();
    });
}

} // namespace trivsel::engine
