#include "sync-server/authority.h"

#include "sync-server/folds.h"

#include <algorithm>
#include <vector>

namespace trivsel::server {

Status Authority::prepare()
{
    return m_journal.database().execute(
        "CREATE TABLE IF NOT EXISTS own_incarnation(inc INTEGER PRIMARY KEY) STRICT");
}

Status Authority::addOwn(Incarnation inc)
{
    auto insert = m_journal.database().prepare("INSERT OR IGNORE INTO own_incarnation(inc) VALUES(?1)");
    return insert ? insert->bindUnsigned(1, static_cast<std::uint64_t>(inc)).run()
                  : Status(tl::unexpected(insert.error()));
}

Status Authority::readOwn()
{
    auto query = m_journal.database().prepare("SELECT inc FROM own_incarnation");
    if (!query) {
        return tl::unexpected(query.error());
    }
    for (;;) {
        const auto found = query->step();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return {};
        }
        m_own.insert(Incarnation{query->unsignedInteger(0)});
    }
}

void Authority::forget()
{
    m_own.clear();
    m_fold = {};
    m_seq = 0;
    m_model = {};
}

Status Authority::refresh()
{
    // The incarnations are read after the changes: each stands in the table since the commit of its first
    // change.
    std::vector<journal::StoredChange> fresh;
    TRIVSEL_TRY(m_journal.readStream(m_server.homeStream, m_seq, [&fresh](journal::StoredChange &&stored) {
        fresh.push_back(std::move(stored));
        return true;
    }));
    const std::set<Incarnation> known = m_own;
    TRIVSEL_TRY(readOwn());
    if (fresh.empty() && m_own.size() == known.size()) {
        return {};
    }
    const bool late = std::any_of(m_own.begin(), m_own.end(), [&](Incarnation inc) {
        return !known.contains(inc) && std::none_of(fresh.begin(), fresh.end(), [inc](const auto &stored) {
            return stored.change.dot.inc == inc;
        });
    });
    if (late && m_seq > 0) {
        // What was of nobody turned out to be the office's: its proof came after it.
        m_seq = 0;
        m_fold = {};
        return refresh();
    }
    for (const journal::StoredChange &stored : fresh) {
        if (isOwn(stored.change.dot.inc)) {
            m_fold.add(opened(stored.change, m_keys));
        }
    }
    m_seq = fresh.empty() ? m_seq : fresh.back().seq;
    m_model = domain::readHome(m_server.home, m_fold);
    return {};
}

} // namespace trivsel::server
