#include "sync-server/log_page.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>

namespace trivsel::server {
namespace {

using Page = session::ServerPort::Page;

/** Takes rows until the page is full. */
class Collector
{
public:
    Collector(Page &page, const std::vector<StreamId> &streams, std::uint64_t after)
        : m_page(page), m_wanted(streams.begin(), streams.end()), m_last(after)
    {
    }

    /** The last row that was looked at and either taken or not wanted. */
    [[nodiscard]] std::uint64_t last() const { return m_last; }

    bool take(journal::StoredChange &&stored)
    {
        m_read += stored.change.bytes();
        if (m_wanted.contains(stored.change.stream)) {
            const std::size_t bytes = m_bytes + stored.change.bytes();
            const bool full =
                m_page.changes.size() == limits::kBatchChangesMax || bytes > limits::kBatchBytesMax;
            if (full && !m_page.changes.empty()) {
                return false;
            }
            m_bytes = bytes;
            m_last = stored.seq;
            m_page.changes.push_back(std::move(stored));
        } else {
            m_last = stored.seq;
        }
        return ++m_rows < kRowsPerPageMax && m_read < kBytesPerPageMax;
    }

private:
    Page &m_page;
    std::unordered_set<StreamId, StreamIdHash> m_wanted;
    std::uint64_t m_last;
    std::size_t m_bytes = 0;
    std::size_t m_rows = 0; // looked at
    std::size_t m_read = 0; // bytes of them
};

Status addProofs(journal::Journal &journal, Page &page)
{
    std::map<std::pair<StreamId, Incarnation>, journal::Range> runs;
    for (const journal::StoredChange &stored : page.changes) {
        const Dot dot = stored.change.dot;
        auto &run =
            runs.try_emplace({stored.change.stream, dot.inc}, journal::Range{dot.inc, dot.ctr, dot.ctr})
                .first->second;
        run.first = std::min(run.first, dot.ctr);
        run.last = std::max(run.last, dot.ctr);
    }
    for (const auto &[key, run] : runs) {
        auto proofs = journal.proofsFor(key.first, run);
        if (!proofs) {
            return tl::unexpected(proofs.error());
        }
        const std::size_t room = limits::kProofsPerFrameMax - page.proofs.size();
        proofs->resize(std::min(proofs->size(), room));
        std::move(proofs->begin(), proofs->end(), std::back_inserter(page.proofs));
    }
    return {};
}

} // namespace

Result<Page> readPage(journal::Journal &journal, const std::vector<StreamId> &streams, std::uint64_t afterSeq)
{
    // The end is read first: what another process commits meanwhile belongs to the next page, never to none.
    const auto end = journal.end();
    if (!end) {
        return tl::unexpected(end.error());
    }
    Page page;
    Collector collector(page, streams, afterSeq);
    bool full = false;
    const auto each = [&](journal::StoredChange &&stored) {
        const bool beyond = stored.seq > end->seq;
        full = !beyond && !collector.take(std::move(stored));
        return !beyond && !full;
    };
    // One stream (a back-fill) has an index of its own; the rows of others need not be looked at.
    TRIVSEL_TRY(streams.size() == 1 ? journal.readStream(streams.front(), afterSeq, each)
                                    : journal.readLog(afterSeq, each));
    page.upto = *end;
    if (full && collector.last() < end->seq) {
        const auto upto = journal.positionAt(collector.last());
        if (!upto) {
            return tl::unexpected(upto.error());
        }
        page.upto = upto->value_or(*end);
        page.more = true;
    }
    TRIVSEL_TRY(addProofs(journal, page));
    return page;
}

} // namespace trivsel::server
