#include "app/engine/sync_port.h"

#include "proto/seal/reissue.h"

#include <algorithm>

namespace trivsel::engine {

Status SyncPort::markReissued(const StreamId &stream, const Dot &dot)
{
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(arrived(stream, {dot.inc, dot.ctr, dot.ctr}));
        return m.outbox.markReissued({stream, dot});
    });
}

/** The office vouches for each of its changes alone. */
Status SyncPort::takeReissues(const Received &received)
{
    for (const wire::v1::Proof &proof : received.proofs) {
        const auto stream = StreamId::from(proof.stream());
        if (!stream || stream->kind == StreamKind::Home || proof.first() != proof.last()) {
            continue;
        }
        const ChangeId id{*stream, {Incarnation{proof.inc()}, proof.first()}};
        const auto change = std::find_if(received.changes.begin(), received.changes.end(),
                                         [&id](const seal::SealedChange &one) { return one.id() == id; });
        if (change != received.changes.end() && !change->gone && m.authority.vouchesFor(proof, *change)) {
            TRIVSEL_TRY(takeReissue(*change));
        }
    }
    return {};
}

/**
 * The office could not let these words in under the id that they were given here, and has written them under
 * one of its own: they stand there from now on, here as well, in the same transaction. Only what is this
 * tablet's own, has no place in the log, and stands in the office's change word for word: so nothing that
 * anybody sends makes it lose one.
 */
Status SyncPort::takeReissue(const seal::SealedChange &anew)
{
    const auto key = m.keys.key(anew.stream, anew.key);
    const auto content =
        key ? seal::readChange(anew, *key) : Result<wire::v1::Change>(fail(Errc::KeyMissing));
    const auto dot = content ? seal::reissuedDot(*content) : std::nullopt;
    if (!dot) {
        return {};
    }
    const ChangeId id{anew.stream, *dot};
    const auto own = m.incarnations.isOwn(dot->inc);
    const auto stored = m.store->journal().find(id);
    const auto noPlace = m.outbox.hasNoPlace(id);
    if (!own || !stored || !noPlace) {
        return tl::unexpected(!own ? own.error() : !stored ? stored.error() : noPlace.error());
    }
    if (!*own || !*noPlace || !*stored || (*stored)->change.gone) {
        return {};
    }
    const seal::SealedChange &change = (*stored)->change;
    const auto ownKey = m.keys.key(id.stream, change.key);
    const auto words =
        ownKey ? seal::readChange(change, *ownKey) : Result<wire::v1::Change>(fail(Errc::KeyMissing));
    if (!words || !seal::isReissueOf(*content, change, *words, m.identity.home)) {
        return {};
    }
    TRIVSEL_TRY(arrived(id.stream, {dot->inc, dot->ctr, dot->ctr}));
    TRIVSEL_TRY(m.store->journal().vacate(change));
    m.folds.queueRefold(id.stream);
    return m.outbox.moveTo(id, anew.dot);
}

} // namespace trivsel::engine
