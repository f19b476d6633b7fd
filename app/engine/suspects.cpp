#include "app/engine/suspects.h"

namespace trivsel::engine {

Result<std::vector<Dot>> Suspects::note(const StreamId &stream, const journal::Range &range)
{
    std::vector<Dot> tooOften;
    for (std::uint64_t ctr = range.first; ctr <= range.last; ++ctr) {
        auto row = m_store.database().prepare(
            "INSERT INTO suspect(stream, inc, ctr, failures) VALUES(?1, ?2, ?3, 1) "
            "ON CONFLICT(stream, inc, ctr) DO UPDATE SET failures = failures + 1 RETURNING failures");
        if (!row) {
            return tl::unexpected(row.error());
        }
        row->bindBlob(1, stream.str())
            .bindUnsigned(2, static_cast<std::uint64_t>(range.inc))
            .bindUnsigned(3, ctr);
        const auto there = row->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (*there && row->integer(0) >= kFailuresMax) {
            tooOften.push_back({range.inc, ctr});
        }
    }
    return tooOften;
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

Result<std::vector<session::TabletPort::Suspect>> Suspects::all()
{
    auto rows = m_store.database().prepare(
        "SELECT stream, inc, ctr, failures FROM suspect WHERE failures >= ?1 ORDER BY stream, inc, ctr");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    rows->bind(1, kAloneFrom);
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
            const auto failures = static_cast<std::uint32_t>(rows->integer(3));
            out.push_back({*stream,
                           {Incarnation{rows->unsignedInteger(1)}, rows->unsignedInteger(2)},
                           failures,
                           failures >= std::uint32_t{kFailuresMax}});
        }
    }
}

} // namespace trivsel::engine
