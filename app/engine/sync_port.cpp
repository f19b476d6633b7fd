#include "app/engine/sync_port.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "proto/domain/device_rights.h"
#include "proto/seal/erasure_order.h"
#include "proto/seal/own_key.h"
#include "proto/seal/wipe.h"
#include "proto/session/range_set.h"

#include <algorithm>

namespace trivsel::engine {

using journal::Position;
using journal::Range;

namespace {
constexpr std::string_view kStateKey = "engine.sync";
} // namespace

Status SyncPort::load()
{
    const auto stored = m.store->journal().meta(kStateKey);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (*stored && !m_state.ParseFromString(**stored)) {
        return fail(Errc::StoreCorrupt, "the sync state is damaged");
    }
    m_next = m_state;
    m.store->addListener(this);
    return {};
}

Status SyncPort::keepState()
{
    return m.store->journal().setMeta(kStateKey, m_next.SerializeAsString());
}

Result<session::TabletPort::State> SyncPort::state()
{
    const auto last = m.incarnations.last();
    if (!last) {
        return tl::unexpected(last.error());
    }
    State state;
    state.home = m.identity.home;
    state.device = m.identity.device;
    state.epoch = m_state.epoch();
    state.cursor = {m_state.cursor_seq(), m_state.cursor_log()};
    state.acked = {m_state.acked_seq(), m_state.acked_log()};
    const auto lacking = lacksKey();
    if (!lacking) {
        return tl::unexpected(lacking.error());
    }
    state.grants = *lacking ? 0 : m_state.grants(); // then everything is told anew
    state.lastInc = *last;
    state.carry = m.trips.along();
    m_said = state.carry;
    m_takenSince = false;
    return state;
}

/** A stream was granted and its key is not here: a disk lost it. */
Result<bool> SyncPort::lacksKey()
{
    const auto granted = m_grants.streams();
    if (!granted) {
        return tl::unexpected(granted.error());
    }
    return std::any_of(granted->begin(), granted->end(), [this](const StreamId &stream) {
        const domain::StreamInfo *info = m.home.model().streamInfo(stream);
        const bool here = m.store->keys().newest(stream) != 0 || m.withdrawn.contains(stream);
        return !here && !(info != nullptr && info->erased);
    });
}

Result<bool> SyncPort::knowsIncarnation(Incarnation inc)
{
    return m.incarnations.isOwn(inc);
}

Result<std::optional<Hash256>> SyncPort::headAt(const StreamId &stream, const Dot &dot)
{
    const auto head = m.store->journal().headAt(stream, dot);
    if (head) {
        return std::optional(*head);
    }
    if (head.error().code() == Errc::NotFound) {
        return std::optional<Hash256>();
    }
    return tl::unexpected(head.error());
}

Result<std::vector<std::pair<StreamId, Range>>> SyncPort::pending()
{
    TRIVSEL_TRY(m.auditBoxes.handOver());
    return m.outbox.pending();
}

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
        if (changes && !changes->empty() && changes->back().dot.ctr == proof.last()) {
            return std::optional(Batch{stream, std::move(*changes), proof});
        }
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

Status SyncPort::markQuarantined(const StreamId &stream, const Dot &dot, wire::v1::QuarantineReason reason)
{
    const bool collided = reason == wire::v1::ID_COLLISION;
    if (collided) {
        m.incarnations.forget(); // a twin of this tablet writes under the same one
    }
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(arrived(stream, {dot.inc, dot.ctr, dot.ctr}));
        TRIVSEL_TRY(m.outbox.markHeld({stream, dot}, reason));
        if (collided && AuditBoxes::isBoxed(stream)) { // nobody here can open it: its rows are written again
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
    const auto written = m.writer.reissue(id.stream, id.dot.inc, std::move(*content), change.key);
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

Status SyncPort::storeItems(const Received &received)
{
    const auto appended = m.store->journal().append(received.changes);
    if (!appended) {
        return tl::unexpected(appended.error());
    }
    const auto aside = m_suspects.anyAside();
    if (!aside) {
        return tl::unexpected(aside.error());
    }
    for (std::size_t i = 0; i < appended->size(); ++i) {
        const seal::SealedChange &change = received.changes[i];
        if ((*appended)[i] == journal::Appended::New) {
            m.folds.queue(change);
        } else if ((*appended)[i] == journal::Appended::Collision) {
            TRIVSEL_TRY(takeOver(change));
        } else {
            TRIVSEL_TRY(*aside ? arrived(change.stream, {change.dot.inc, change.dot.ctr, change.dot.ctr})
                               : Status());
            const auto was = m.outbox.count(Outbox::State::Held) > 0
                                 ? m.outbox.stateOf(change.id())
                                 : Result<std::optional<Outbox::State>>(std::nullopt);
            if (!was) {
                return tl::unexpected(was.error());
            }
            TRIVSEL_TRY(m.outbox.markAccepted(change.id()));
            const bool emptied = m_next.given_up() > 0 || *was == Outbox::State::Held;
            TRIVSEL_TRY(emptied && !change.gone ? comeBack(change) : Status());
        }
    }
    for (const wire::v1::Proof &proof : received.proofs) {
        TRIVSEL_TRY(m.store->journal().keepProof(proof));
        TRIVSEL_TRY(m.authority.learnProof(proof));
    }
    return {};
}

Status SyncPort::storeChanges(const Received &received)
{
    if (TRIVSEL_MUTANT("cursor-before-apply") && !received.backfill) {
        TRIVSEL_TRY(m.store->write([&] {
            m_next.set_cursor_seq(received.upto.seq);
            m_next.set_cursor_log(received.upto.log);
            return keepState();
        }));
    }
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(storeItems(received));
        if (received.backfill) {
            return m_grants.moveTo(*received.backfill, received.upto.seq, !received.more);
        }
        m_next.set_cursor_seq(received.upto.seq);
        m_next.set_cursor_log(received.upto.log);
        return keepState();
    });
}

Status SyncPort::storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box)
{
    const auto opened = seal::openBox(m.identity.box, box);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    const auto key = seal::StreamKey::from(*opened);
    if (!key || version == 0 || seal::isOwnKey(stream, version)) { // those are drawn on tablets alone
        return fail(Errc::Malformed, "not a stream's key");
    }
    if (m.store->keys().key(stream, version) == key) {
        return {};
    }
    TRIVSEL_TRY(m.store->keys().put(stream, version, *key));
    return m.store->write([&]() -> Status { // what could not be read before is read anew
        m.folds.queueRefold(stream);
        return {};
    });
}

Result<std::vector<std::pair<StreamId, std::uint64_t>>>
SyncPort::storeGrants(std::span<const wire::v1::StreamGrant> grants)
{
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        // Who came home before this run began is not what these grants are about; who came home since is.
        TRIVSEL_TRY(m.trips.told(m_said));
        for (const wire::v1::StreamGrant &grant : grants) {
            const auto stream = StreamId::from(grant.stream());
            const auto whose = stream ? m.home.ownerOf(*stream) : std::nullopt;
            if (stream) {
                const bool late = whose && m.trips.isHome(*whose);
                TRIVSEL_TRY(late ? m.withdrawn.add(*stream) : m.withdrawn.forgive(*stream));
            }
        }
        return m_grants.replace(grants, m_next.cursor_seq() == 0);
    }));
    return m_grants.unfilled();
}

Status SyncPort::grantsComplete(std::uint64_t grants)
{
    if (m_takenSince) {
        return {}; // this run is about what was here before: what is taken along now is told in the next
    }
    return m.store->write([&] {
        m_next.set_grants(grants);
        return keepState();
    });
}

Status SyncPort::storeEpoch(std::uint64_t epoch, bool restart)
{
    return m.store->write([&]() -> Status {
        m_next.set_epoch(epoch);
        if (restart) {
            m_next.clear_cursor_seq();
            m_next.clear_cursor_log();
            m_next.clear_acked_seq();
            m_next.clear_acked_log();
            TRIVSEL_TRY(m_grants.restart());
            TRIVSEL_TRY(m.outbox.forgetSafe());
        }
        return keepState();
    });
}

/** Empty places of what the office holds: their content is offered under another id. */
Result<std::vector<Range>> SyncPort::withoutReissued(const StreamId &stream, const std::vector<Range> &ranges)
{
    const auto held = m.outbox.held(stream, wire::v1::ID_COLLISION);
    if (!held) {
        return tl::unexpected(held.error());
    }
    session::RangeSet empty;
    for (const Dot &dot : *held) {
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

Result<std::vector<wire::v1::Have>> SyncPort::haves()
{
    const auto streams = m.store->journal().streams();
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    std::vector<wire::v1::Have> haves;
    for (const StreamId &stream : *streams) {
        const auto ranges = m.store->journal().ranges(stream);
        const auto hash = m.store->journal().setHash(stream);
        if (!ranges || !hash) {
            return tl::unexpected(ranges ? hash.error() : ranges.error());
        }
        wire::v1::Have have;
        have.set_stream(stream.str());
        have.set_set_hash(hash->str());
        const auto offered = withoutReissued(stream, *ranges);
        if (!offered) {
            return tl::unexpected(offered.error());
        }
        for (const Range &range : *offered) {
            wire::v1::Range *out = have.add_ranges();
            out->set_inc(static_cast<std::uint64_t>(range.inc));
            out->set_first(range.first);
            out->set_last(range.last);
        }
        haves.push_back(std::move(have));
    }
    return haves;
}

Status SyncPort::storeClock(std::int64_t serverMs, std::int64_t ownMs, bool mayRead)
{
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(m.clock.noteServer(serverMs, ownMs));
        // Who may not read is not told who works here any more: their lease runs on.
        return mayRead ? m.signIn.noteContact() : Status();
    });
}

Status SyncPort::storeServerKey(const seal::SignPublic &key)
{
    if (m.authority.knows(key)) {
        return {};
    }
    return m.store->write([&] { return m.authority.learnKey(key); });
}

Status SyncPort::noteRevoked(const StreamId &stream)
{
    const auto held = m.store->journal().setHash(stream);
    if (!held) {
        return tl::unexpected(held.error());
    }
    const bool here = *held != Hash256{} || m.store->keys().newest(stream) != 0;
    if (!here || m.withdrawn.contains(stream)) {
        return {};
    }
    TRIVSEL_TRY(m.settleSent ? m.settleSent() : Status());
    // What is typed for one stream lies sealed with the key of the narrowest that is open.
    const auto whose = m.home.ownerOf(stream);
    const std::vector<domain::StreamInfo> streams = m.home.model().streams;
    for (const domain::StreamInfo &info : streams) {
        if (m.settlePlans && whose && info.about == whose) {
            TRIVSEL_TRY(m.settlePlans(info.id));
        }
    }
    TRIVSEL_TRY(m.store->write([&] { return m.withdrawn.add(stream); }));
    m.leave(); // whoever has that page open
    return {};
}

Status SyncPort::takeAlong(const PersonId &resident)
{
    m_takenSince = true;
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(m.trips.take(resident));
        // Their keys are told anew, also when the office has not heard that they were home in between.
        m_next.set_grants(0);
        return keepState();
    });
}

Status SyncPort::endTrip(const PersonId &resident)
{
    const auto along = m.trips.along();
    if (std::find(along.begin(), along.end(), resident) == along.end()) {
        return {};
    }
    const domain::Device *self = m.home.model().device(m.identity.device);
    std::vector<StreamId> streams;
    for (const domain::StreamInfo &info : m.home.model().streams) {
        // What stays on the device anyway is not taken off.
        if (self != nullptr && info.about == resident && domain::onlyAlong(*self, info.id)) {
            streams.push_back(info.id);
        }
    }
    TRIVSEL_TRY(m.settleSent ? m.settleSent() : Status());
    for (const StreamId &stream : streams) {
        TRIVSEL_TRY(m.settlePlans ? m.settlePlans(stream) : Status());
    }
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        TRIVSEL_TRY(m.trips.bringHome(resident));
        for (const StreamId &stream : streams) {
            TRIVSEL_TRY(m.withdrawn.add(stream));
        }
        return {};
    }));
    m.leave(); // whoever has that page open
    return m.withdrawn.letGo();
}

Status SyncPort::eraseStream(const wire::v1::StreamErased &order)
{
    const auto key = m.authority.key();
    const auto stream = StreamId::from(order.stream());
    if (!key || !stream || stream->kind == StreamKind::Home) {
        return fail(Errc::Malformed, "an order to erase a stream");
    }
    TRIVSEL_TRY(seal::checkErasure(order, m.identity.home, *key));
    return eraseNow(*stream, order);
}

Status SyncPort::eraseNow(const StreamId &stream, const wire::v1::StreamErased &order)
{
    // The key first: without it the rest is noise. Drafts of the stream are sealed with it.
    TRIVSEL_TRY(m.store->keys().destroy(stream));
    m.leave();
    TRIVSEL_TRY(m.store->write([&] { return eraseRows(stream, order); }));
    return m.store->journal().scrub();
}

Status SyncPort::letGo()
{
    TRIVSEL_TRY(eraseKnown());
    return m.withdrawn.letGo();
}

Result<bool> SyncPort::isLeft(const domain::StreamInfo &erased)
{
    const auto empty = m.store->journal().isErased(erased.id);
    if (!empty || !*empty || m.store->keys().newest(erased.id) != 0) {
        return empty ? Result<bool>(true) : tl::unexpected(empty.error());
    }
    const auto home = m.home.homeStream();
    for (const Dot &dot : home ? erased.erased->escrow : std::vector<Dot>()) {
        const auto box = m.store->journal().find({*home, dot});
        if (!box || (*box && !(*box)->change.gone)) {
            return box ? Result<bool>(true) : tl::unexpected(box.error());
        }
    }
    return false;
}

Status SyncPort::eraseKnown()
{
    const std::vector<domain::StreamInfo> streams = m.home.model().streams; // they change meanwhile
    for (const domain::StreamInfo &info : streams) {
        const auto left = info.erased ? isLeft(info) : Result<bool>(false);
        if (!left) {
            return tl::unexpected(left.error());
        }
        if (!*left) {
            continue;
        }
        wire::v1::StreamErased order;
        order.set_stream(info.id.str());
        for (const Dot &dot : info.erased->escrow) {
            auto *box = order.add_escrow();
            box->set_inc(static_cast<std::uint64_t>(dot.inc));
            box->set_ctr(dot.ctr);
        }
        TRIVSEL_TRY(eraseNow(info.id, order));
    }
    return {};
}

Status SyncPort::eraseRows(const StreamId &stream, const wire::v1::StreamErased &order)
{
    const auto kept = m.store->journal().quarantined();
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    std::uint64_t skipped = 0; // by a program of before schema 6
    for (const journal::Quarantined &one : *kept) {
        if (one.change.stream != stream || one.reason != wire::v1::FAILED_TOO_OFTEN) {
            continue;
        }
        const auto stored = m.store->journal().find(one.change.id());
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        skipped += *stored && (*stored)->change.gone ? 1 : 0;
    }
    TRIVSEL_TRY(m.outbox.takeUp(stream)); // its empty place may get through
    TRIVSEL_TRY(m_suspects.forget(stream));
    const auto erased = m.store->journal().erase(stream);
    if (!erased) {
        return tl::unexpected(erased.error());
    }
    m.folds.queueRefold(stream);
    TRIVSEL_TRY(m.drafts.dropOf(stream));
    TRIVSEL_TRY(m.outbox.forgetHeld(stream)); // the office has nothing of it any more
    if (const auto owner = m.home.ownerOf(stream)) {
        TRIVSEL_TRY(m.audit.forgetAbout(*owner));
    }
    TRIVSEL_TRY(m.withdrawn.forgive(stream));
    if (const auto home = m.home.homeStream()) {
        for (const auto &box : order.escrow()) {
            const auto stored = m.store->journal().find({*home, {Incarnation{box.inc()}, box.ctr()}});
            if (!stored) {
                return tl::unexpected(stored.error());
            }
            if (*stored && !(*stored)->change.gone) {
                TRIVSEL_TRY(m.store->journal().replace(seal::goneOf((*stored)->change)));
                m.folds.queueRefold(*home);
            }
        }
    }
    if (skipped == 0) {
        return {};
    }
    m_next.set_given_up(m_next.given_up() - std::min(skipped, m_next.given_up()));
    return keepState();
}

Status SyncPort::checkWipe(const wire::v1::Wipe &wipe)
{
    const auto key = m.authority.key();
    if (!key) {
        return fail(Errc::Malformed, "an order of a server that does not say its key");
    }
    TRIVSEL_TRY(seal::checkWipe(wipe, m.identity.home, m.identity.device, *key));
    TRIVSEL_TRY(m.settleSent ? m.settleSent() : Status());
    const auto streams = m.store->journal().streams();
    if (!streams || !m.settlePlans) {
        return streams ? Status() : tl::unexpected(streams.error());
    }
    for (const StreamId &stream : *streams) {
        TRIVSEL_TRY(m.settlePlans(stream));
    }
    return {};
}

Status SyncPort::wipe()
{
    // First the mark: whatever happens from here on, the next start goes on with it.
    TRIVSEL_TRY(m.store->dir().markEmptied());
    m_emptied = true;
    m.leave();
    m.home.clear();
    for (const journal::KeyRow &row : m.store->keys().all()) {
        if (m.store->keys().newest(row.stream) == row.version) { // once for each stream
            TRIVSEL_TRY(m.store->keys().destroy(row.stream));
        }
    }
    return {};
}

Status SyncPort::noteForeignIncarnation(Incarnation inc)
{
    const auto own = m.incarnations.isOwn(inc);
    if (!own || *own) {
        return own ? Status() : tl::unexpected(own.error());
    }
    m.incarnations.forget();
    return m.store->write([&] {
        m_next.set_copied(true);
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
        return m.audit.dropSafe();
    });
}

} // namespace trivsel::engine
