#include "app/engine/sync_port.h"

#include <algorithm>

namespace trivsel::engine {

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
    m_heldOffered = false;
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

Status SyncPort::storeEpoch(std::uint64_t epoch, bool restart)
{
    return m.store->write([&]() -> Status {
        m_next.set_epoch(epoch);
        if (restart) {
            m_next.clear_cursor_seq();
            m_next.clear_cursor_log();
            m_next.clear_acked_seq();
            m_next.clear_acked_log();
            const auto unfilled = m_grants.unfilled();
            if (!unfilled) {
                return tl::unexpected(unfilled.error());
            }
            if (!unfilled->empty()) { // what they lack comes with the log now, at its end perhaps
                m_next.set_first_pull(local::v1::FIRST_PULL_UNDER_WAY);
            }
            TRIVSEL_TRY(m_grants.restart());
            TRIVSEL_TRY(m.outbox.forgetSafe());
        }
        return keepState();
    });
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
        if (m_heldOffered) { // the line carries it
            m_next.set_held_offered_ms(m.config.clock());
            TRIVSEL_TRY(keepState());
        }
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

} // namespace trivsel::engine
