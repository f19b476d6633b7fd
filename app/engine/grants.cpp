#include "app/engine/grants.h"

#include <set>

namespace trivsel::engine {

Status Grants::put(const StreamId &stream, std::uint32_t key, bool filled)
{
    auto row = m_store.database().prepare(
        "INSERT INTO stream_grant(stream, key, after_seq, filled) VALUES(?1, ?2, 0, ?3) "
        "ON CONFLICT(stream) DO UPDATE SET key = ?2");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, stream.str()).bind(2, key).bind(3, filled ? 1 : 0).run();
}

Status Grants::replace(std::span<const wire::v1::StreamGrant> grants, bool filled)
{
    std::set<std::string> granted;
    for (const wire::v1::StreamGrant &grant : grants) {
        const auto stream = StreamId::from(grant.stream());
        if (!stream) {
            continue; // a kind of stream that this program does not know
        }
        granted.insert(grant.stream());
        TRIVSEL_TRY(put(*stream, grant.key(), filled));
    }
    std::vector<std::string> gone;
    {
        auto rows = m_store.database().prepare("SELECT stream FROM stream_grant");
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (auto there = rows->step(); !there || *there; there = rows->step()) {
            if (!there) {
                return tl::unexpected(there.error());
            }
            if (!granted.contains(rows->blob(0))) {
                gone.push_back(rows->blob(0));
            }
        }
    }
    for (const std::string &stream : gone) {
        auto row = m_store.database().prepare("DELETE FROM stream_grant WHERE stream = ?1");
        if (!row) {
            return tl::unexpected(row.error());
        }
        TRIVSEL_TRY(row->bindBlob(1, stream).run());
    }
    return {};
}

Result<std::vector<std::pair<StreamId, std::uint64_t>>> Grants::unfilled()
{
    std::vector<std::pair<StreamId, std::uint64_t>> streams;
    auto rows = m_store.database().prepare("SELECT stream, after_seq FROM stream_grant WHERE filled = 0");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (auto there = rows->step(); !there || *there; there = rows->step()) {
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (const auto stream = StreamId::from(rows->blob(0))) {
            streams.emplace_back(*stream, rows->unsignedInteger(1));
        }
    }
    return streams;
}

Result<bool> Grants::isFilled(const StreamId &stream)
{
    auto row = m_store.database().prepare("SELECT filled, key FROM stream_grant WHERE stream = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto there = row->bindBlob(1, stream.str()).step();
    if (!there || !*there) {
        return there ? Result<bool>(true) : tl::unexpected(there.error());
    }
    return row->unsignedInteger(0) != 0 && m_store.keys().newest(stream) >= row->unsignedInteger(1);
}

Result<std::vector<StreamId>> Grants::streams()
{
    std::vector<StreamId> streams;
    auto rows = m_store.database().prepare("SELECT stream FROM stream_grant");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (auto there = rows->step(); !there || *there; there = rows->step()) {
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (const auto stream = StreamId::from(rows->blob(0))) {
            streams.push_back(*stream);
        }
    }
    return streams;
}

Status Grants::moveTo(const StreamId &stream, std::uint64_t seq, bool complete)
{
    auto row =
        m_store.database().prepare("UPDATE stream_grant SET after_seq = ?2, filled = ?3 WHERE stream = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, stream.str()).bindUnsigned(2, seq).bind(3, complete ? 1 : 0).run();
}

Status Grants::restart()
{
    return m_store.database().execute("UPDATE stream_grant SET after_seq = 0, filled = 1");
}

} // namespace trivsel::engine
