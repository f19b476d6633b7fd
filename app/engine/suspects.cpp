#include "app/engine/suspects.h"

namespace trivsel::engine {

Status Suspects::note(const StreamId &stream, const journal::Range &range)
{
    for (std::uint64_t ctr = range.first; ctr <= range.last; ++ctr) {
        auto row = m_store.database().prepare(
            "INSERT INTO suspect(stream, inc, ctr, failures) VALUES(?1, ?2, ?3, 1) "
            "ON CONFLICT(stream, inc, ctr) DO UPDATE SET failures = failures + 1");
        if (!row) {
            return tl::unexpected(row.error());
        }
        row->bindBlob(1, stream.str())
            .bindUnsigned(2, static_cast<std::uint64_t>(range.inc))
            .bindUnsigned(3, ctr);
        TRIVSEL_TRY(row->run());
    }
    return {};
}

Result<std::vector<Dot>> Suspects::noteProven(const StreamId &stream, const journal::Range &range,
                                              const Now &now)
{
    TRIVSEL_TRY(note(stream, range));
    auto row = m_store.database().prepare(
        "UPDATE suspect SET proven = proven + 1, offered_ms = ?5, epoch = ?6, app = ?7 "
        "WHERE stream = ?1 AND inc = ?2 AND ctr BETWEEN ?3 AND ?4 RETURNING ctr, proven");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string raw = stream.str();
    row->bindBlob(1, raw).bindUnsigned(2, static_cast<std::uint64_t>(range.inc)).bindUnsigned(3, range.first);
    row->bindUnsigned(4, range.last).bind(5, now.ms).bindUnsigned(6, now.epoch).bindText(7, now.app);
    std::vector<Dot> enough;
    for (;;) {
        const auto there = row->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            return enough;
        }
        if (row->integer(1) >= kFailuresMax) {
            enough.push_back({range.inc, row->unsignedInteger(0)});
        }
    }
}

Status Suspects::noteBadLine()
{
    auto row = m_store.database().prepare("UPDATE suspect SET proven = 0 WHERE proven > 0 AND proven < ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bind(1, kFailuresMax).run();
}

Result<bool> Suspects::isCounting()
{
    auto row = m_store.database().prepare("SELECT 1 FROM suspect WHERE proven > 0 AND proven < ?1 LIMIT 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bind(1, kFailuresMax).step();
}

Result<bool> Suspects::anyAside()
{
    auto row = m_store.database().prepare("SELECT 1 FROM suspect WHERE proven >= ?1 LIMIT 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bind(1, kFailuresMax).step();
}

Result<bool> Suspects::hasAside(const StreamId &stream, const journal::Range &range)
{
    auto row = m_store.database().prepare("SELECT 1 FROM suspect WHERE stream = ?1 AND inc = ?2 "
                                          "AND ctr BETWEEN ?3 AND ?4 AND proven >= ?5 LIMIT 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    row->bindBlob(1, stream.str()).bindUnsigned(2, static_cast<std::uint64_t>(range.inc));
    row->bindUnsigned(3, range.first).bindUnsigned(4, range.last).bind(5, kFailuresMax);
    return row->step();
}

Status Suspects::forget(const StreamId &stream, const journal::Range &range)
{
    auto row = m_store.database().prepare(
        "DELETE FROM suspect WHERE stream = ?1 AND inc = ?2 AND ctr BETWEEN ?3 AND ?4");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(range.inc))
        .bindUnsigned(3, range.first)
        .bindUnsigned(4, range.last)
        .run();
}

Status Suspects::forget(const StreamId &stream)
{
    auto row = m_store.database().prepare("DELETE FROM suspect WHERE stream = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, stream.str()).run();
}

Result<std::vector<session::TabletPort::Suspect>> Suspects::all(const Now &now)
{
    // A clock that was set back says nothing of when a day is over: then it is offered.
    auto rows = m_store.database().prepare(
        "SELECT stream, inc, ctr, failures, proven < ?2 OR epoch <> ?3 OR app <> ?4 OR "
        "?5 - offered_ms >= ?6 OR ?5 < offered_ms, ?5 BETWEEN offered_ms AND offered_ms + ?7 - 1 FROM "
        "suspect WHERE failures >= ?1 "
        "ORDER BY stream, inc, ctr");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    rows->bind(1, kAloneFrom).bind(2, kFailuresMax).bindUnsigned(3, now.epoch).bindText(4, now.app);
    rows->bind(5, now.ms).bind(6, kOfferEveryMs).bind(7, kLatelyMs);
    std::vector<session::TabletPort::Suspect> out;
    for (;;) {
        const auto there = rows->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            return out;
        }
        if (const auto stream = StreamId::from(rows->blob(0))) {
            out.push_back({*stream,
                           {Incarnation{rows->unsignedInteger(1)}, rows->unsignedInteger(2)},
                           static_cast<std::uint32_t>(rows->integer(3)),
                           rows->integer(4) != 0,
                           rows->integer(5) != 0});
        }
    }
}

} // namespace trivsel::engine
