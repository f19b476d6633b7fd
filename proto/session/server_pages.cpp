#include "proto/session/server_pages.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "proto/session/messages.h"

#include <algorithm>

namespace trivsel::session {

Status ServerPages::onPull(const wire::v1::Pull &pull)
{
    if (m_pull || pull.credits() == 0) {
        return fail(Errc::Malformed, "Pull");
    }
    const Position cursor = positionOf(pull.cursor());
    const auto here = m_port.positionAt(cursor.seq);
    if (!here) {
        return tl::unexpected<Error>(here.error());
    }
    if (*here != cursor) {
        return fail(Errc::Malformed, "a cursor that is not of this log");
    }
    m_pull = cursor;
    m_credits = std::min(pull.credits(), limits::kUnackedBatchesMax);
    return {};
}

Status ServerPages::onWant(const wire::v1::Want &want)
{
    const auto stream = StreamId::from(want.stream());
    if (!stream || m_backfills.size() >= limits::kUnackedBatchesMax || want.upto_seq() < want.after_seq()) {
        return fail(Errc::Malformed, "Want");
    }
    m_backfills.push_back({*stream, want.after_seq(), want.upto_seq()});
    return {};
}

Result<std::optional<Position>> ServerPages::onAck(const wire::v1::ChangesAck &ack)
{
    if (m_unacked.empty() || ack.number() < m_unacked.front().number || ack.number() > m_lastNumber) {
        return fail(Errc::Malformed, "ack of changes that were not sent");
    }
    std::optional<Position> cursor;
    while (!m_unacked.empty() && m_unacked.front().number <= ack.number()) {
        if (m_unacked.front().cursor) {
            cursor = m_unacked.front().cursor;
        }
        m_unacked.pop_front();
    }
    return cursor;
}

Result<std::optional<std::string>> ServerPages::next()
{
    if (m_unacked.size() >= m_credits || (!m_pull && m_backfills.empty())) {
        return std::nullopt;
    }
    return (m_pull ? pullPage() : backfillPage()).map([](std::string &&frame) {
        return std::optional(std::move(frame));
    });
}

/** Asked for anew for every page: who may no longer read gets nothing more. */
std::vector<StreamId> ServerPages::readable() const
{
    std::vector<StreamId> out;
    if (!m_device.mayRead) {
        return out;
    }
    for (const wire::v1::StreamGrant &grant : m_port.grants(m_device.device)) {
        if (const auto stream = StreamId::from(grant.stream())) {
            out.push_back(*stream);
        }
    }
    return out;
}

bool ServerPages::isLess(const std::vector<StreamId> &readable) const
{
    return std::any_of(m_told.begin(), m_told.end(), [&readable](const StreamId &stream) {
        return std::find(readable.begin(), readable.end(), stream) == readable.end();
    });
}

Result<std::string> ServerPages::pullPage()
{
    ServerPort::Page page;
    page.upto = *m_pull;
    const std::vector<StreamId> streams = readable();
    // Its cursor must not go past what it is not sent: when it is let in again, it fetches on from there.
    const bool less = isLess(streams) && !TRIVSEL_MUTANT("cursor-past-withheld");
    if (m_device.mayRead && !less) {
        auto found = m_port.page(streams, m_pull->seq);
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        page = std::move(*found);
    }
    if (page.more && page.upto.seq <= m_pull->seq) {
        return fail(Errc::Internal, "a page that does not go on");
    }
    m_pull = page.more ? std::optional(page.upto) : std::nullopt;
    return frame(std::move(page), std::nullopt);
}

Result<std::string> ServerPages::backfillPage()
{
    Backfill &backfill = m_backfills.front();
    const std::vector<StreamId> streams = readable();
    const bool told = std::find(m_told.begin(), m_told.end(), backfill.stream) != m_told.end();
    if (told && isLess(streams)) {
        return fail(Errc::NotAllowed, "taken off while it was filled"); // as above
    }
    ServerPort::Page page;
    page.upto.seq = backfill.upto;
    if (std::find(streams.begin(), streams.end(), backfill.stream) != streams.end() &&
        backfill.after < backfill.upto) {
        auto found = m_port.page({backfill.stream}, backfill.after);
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        page = std::move(*found);
    }
    if (page.more && page.upto.seq <= backfill.after) {
        return fail(Errc::Internal, "a page that does not go on");
    }
    // What stands after the tablet's cursor comes with its Pull.
    std::erase_if(page.changes, [&backfill](const auto &each) { return each.seq > backfill.upto; });
    page.more = page.more && page.upto.seq < backfill.upto;
    const StreamId stream = backfill.stream;
    backfill.after = page.upto.seq;
    if (!page.more) {
        m_backfills.pop_front();
    }
    return frame(std::move(page), stream);
}

Result<std::string> ServerPages::frame(ServerPort::Page &&page, const std::optional<StreamId> &backfill)
{
    wire::v1::Changes message;
    message.set_number(++m_lastNumber);
    for (const journal::StoredChange &stored : page.changes) {
        if (m_pushes.cameFromHere(stored.change.id())) {
            continue;
        }
        wire::v1::Changes::Item *item = message.add_items();
        item->set_seq(stored.seq);
        item->set_stream(stored.change.stream.str());
        seal::toWire(stored.change, item->mutable_sealed());
    }
    toWire(page.upto, message.mutable_upto());
    message.set_more(page.more);
    if (backfill) {
        message.set_backfill(backfill->str());
    }
    if (message.items_size() > 0) {
        const auto count =
            static_cast<std::ptrdiff_t>(std::min(page.proofs.size(), limits::kProofsPerFrameMax));
        message.mutable_proofs()->Add(page.proofs.begin(), page.proofs.begin() + count);
    }
    // A proof that is left out costs a signature when somebody offers these changes again; a frame too long
    // costs the run.
    while (message.ByteSizeLong() > limits::kFrameBytesMax - 1 && message.proofs_size() > 0) {
        message.mutable_proofs()->RemoveLast();
    }
    if (message.ByteSizeLong() > limits::kFrameBytesMax - 1) {
        return fail(Errc::Internal, "a page longer than a frame");
    }
    m_unacked.push_back({m_lastNumber, backfill ? std::nullopt : std::optional(page.upto)});
    return frameOf(framing::FrameType::Changes, message);
}

} // namespace trivsel::session
