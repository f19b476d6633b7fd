#include "app/engine/incarnations.h"

#include "proto/base/mutant.h"

namespace trivsel::engine {

Result<Incarnation> Incarnations::forWriting()
{
    if (!m_current && TRIVSEL_MUTANT("incarnation-reused")) {
        const auto before = last();
        m_current = before && *before != Incarnation{} ? std::optional(*before) : std::nullopt;
    }
    if (!m_current) {
        std::uint64_t drawn = 0;
        while (drawn == 0) {
            const auto bytes = randomBytes<Bytes<8, struct IncarnationTag>>(m_random);
            std::memcpy(&drawn, bytes.data.data(), sizeof drawn);
        }
        m_current = Incarnation{drawn};
    }
    if (!m_kept) {
        auto row = m_store.database().prepare("INSERT OR IGNORE INTO own_incarnation(inc) VALUES(?1)");
        if (!row) {
            return tl::unexpected(row.error());
        }
        TRIVSEL_TRY(row->bindUnsigned(1, static_cast<std::uint64_t>(*m_current)).run());
        m_inserted = true;
    }
    return *m_current;
}

void Incarnations::forget()
{
    m_current.reset();
    m_kept = m_inserted = false;
}

Result<Incarnation> Incarnations::last()
{
    auto row = m_store.database().prepare("SELECT inc FROM own_incarnation ORDER BY number DESC LIMIT 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto there = row->step();
    if (!there) {
        return tl::unexpected(there.error());
    }
    return *there ? Incarnation{row->unsignedInteger(0)} : Incarnation{};
}

Result<bool> Incarnations::isOwn(Incarnation inc)
{
    auto row = m_store.database().prepare("SELECT 1 FROM own_incarnation WHERE inc = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindUnsigned(1, static_cast<std::uint64_t>(inc)).step();
}

} // namespace trivsel::engine
