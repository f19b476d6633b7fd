#include "app/engine/sync_port.h"

#include "proto/seal/erasure_order.h"

#include <algorithm>

namespace trivsel::engine {

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
    m.leaveIfOpen(m.home.ownerOf(stream));
    TRIVSEL_TRY(m.store->write([&] { return eraseRows(stream, order); }));
    return m.store->journal().scrub();
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

} // namespace trivsel::engine
