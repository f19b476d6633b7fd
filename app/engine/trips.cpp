#include "app/engine/trips.h"

#include "proto/base/limits.h"

#include <algorithm>

namespace trivsel::engine {

Status Trips::load()
{
    auto rows = m_store.database().prepare("SELECT resident, home FROM trip");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (;;) {
        const auto there = rows->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            break;
        }
        if (const auto resident = PersonId::from(rows->blob(0))) {
            m_rows[*resident] = rows->integer(1) != 0;
        }
    }
    m_next = m_rows;
    return {};
}

std::vector<PersonId> Trips::along() const
{
    std::vector<PersonId> out;
    for (const auto &[resident, home] : m_rows) {
        if (!home) {
            out.push_back(resident);
        }
    }
    return out;
}

bool Trips::isHome(const PersonId &resident) const
{
    const auto found = m_next.find(resident);
    return found != m_next.end() && found->second;
}

Status Trips::put(const PersonId &resident, bool home)
{
    auto row = m_store.database().prepare("INSERT INTO trip(resident, home) VALUES(?1, ?2) "
                                          "ON CONFLICT(resident) DO UPDATE SET home = ?2");
    if (!row) {
        return tl::unexpected(row.error());
    }
    m_next[resident] = home;
    return row->bindBlob(1, resident.str()).bind(2, home ? 1 : 0).run();
}

Status Trips::take(const PersonId &resident)
{
    const auto others = std::count_if(m_next.begin(), m_next.end(),
                                      [&](const auto &row) { return !row.second && row.first != resident; });
    if (static_cast<std::size_t>(others) >= limits::kCarryMax) {
        return fail(Errc::TooLarge, "more residents than a phone takes along");
    }
    return put(resident, false);
}

Status Trips::bringHome(const PersonId &resident)
{
    return m_next.contains(resident) ? put(resident, true) : Status();
}

Status Trips::told(const std::vector<PersonId> &carry)
{
    for (auto at = m_next.begin(); at != m_next.end();) {
        if (!at->second || std::find(carry.begin(), carry.end(), at->first) != carry.end()) {
            ++at;
            continue;
        }
        auto row = m_store.database().prepare("DELETE FROM trip WHERE resident = ?1");
        if (!row) {
            return tl::unexpected(row.error());
        }
        TRIVSEL_TRY(row->bindBlob(1, at->first.str()).run());
        at = m_next.erase(at);
    }
    return {};
}

} // namespace trivsel::engine
