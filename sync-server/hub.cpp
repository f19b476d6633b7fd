#include "sync-server/hub.h"

#include "proto/base/mutant.h"
#include "sync-server/office.h"

#include <algorithm>

namespace trivsel::server {

Hub::Hub(HomeStore &store, Ports ports) : m_store(store), m_inbox(store), m_ports(std::move(ports)) {}

bool Hub::admit(const DeviceId &device, const std::shared_ptr<HubClient> &client)
{
    const auto mine = [&device](const Admitted &one) { return one.device == device; };
    const auto count = std::count_if(m_clients.begin(), m_clients.end(), mine);
    if (static_cast<std::size_t>(count) >= limits::kConnectionsPerDeviceMax) {
        const auto oldest = std::find_if(m_clients.begin(), m_clients.end(), mine);
        const auto dead = oldest->client.lock();
        m_clients.erase(oldest);
        if (dead) {
            dead->refuse();
        }
    }
    if (m_clients.size() >= limits::kConnectionsPerHomeMax) {
        return false;
    }
    m_clients.push_back({device, client, client.get()});
    return true;
}

void Hub::leave(const HubClient *client)
{
    m_clients.erase(std::remove_if(m_clients.begin(), m_clients.end(),
                                   [client](const Admitted &one) { return one.key == client; }),
                    m_clients.end());
}

void Hub::submit(const std::shared_ptr<HubClient> &client, session::StorePush push)
{
    m_pending.push_back({client, std::move(push)});
    schedule();
}

void Hub::note(const session::NoteHello &hello)
{
    m_hellos.insert_or_assign(hello.device, hello);
    schedule();
}

void Hub::note(const session::NoteCursor &cursor)
{
    m_cursors.insert_or_assign(cursor.device, cursor.cursor);
    schedule();
}

void Hub::note(const session::NoteErased &erased)
{
    m_erased.push_back(erased);
    schedule();
}

void Hub::schedule()
{
    if (!m_scheduled && !m_failed) {
        m_scheduled = true;
        m_ports.scheduleTick();
    }
}

Status Hub::storeAll(std::vector<Inbox::Stored> &stored)
{
    auto transaction = journal::Transaction::begin(m_store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    // Under the write lock: whatever the office has written is known before a tablet's change is judged.
    TRIVSEL_TRY(m_store.refresh());
    const std::int64_t nowMs = m_ports.clockMs();
    for (const Pending &pending : m_pending) {
        auto one = m_inbox.store(pending.push, nowMs);
        if (!one) {
            return tl::unexpected(one.error());
        }
        stored.push_back(std::move(*one));
    }
    for (const auto &[device, hello] : m_hellos) {
        TRIVSEL_TRY(m_store.contacts().noteHello(hello, nowMs));
    }
    for (const auto &[device, cursor] : m_cursors) {
        TRIVSEL_TRY(m_store.contacts().noteCursor(device, cursor));
    }
    for (const session::NoteErased &erased : m_erased) {
        TRIVSEL_TRY(m_store.erasures().confirm(erased.device, erased.stream, nowMs));
    }
    const auto end = m_store.journal().end();
    if (!end) {
        return tl::unexpected(end.error());
    }
    for (Inbox::Stored &one : stored) {
        one.answer.end = *end;
    }
    if (TRIVSEL_MUTANT("ack-before-commit")) {
        acknowledge(m_pending, stored);
    }
    return transaction->commit();
}

Status Hub::settleKeys()
{
    const auto due = m_store.keyHolders().due(m_store);
    if (!due) {
        return tl::unexpected(due.error());
    }
    if (!due->any()) {
        return {};
    }
    auto office = Office::begin(m_store, {m_store.random(), m_ports.clockMs()});
    return office ? office->commit() : Status(tl::unexpected(office.error()));
}

void Hub::acknowledge(std::vector<Pending> pending, const std::vector<Inbox::Stored> &stored)
{
    for (std::size_t at = 0; at < pending.size(); ++at) {
        if (const auto client = pending[at].client.lock()) {
            client->onStored(stored[at].answer);
        }
    }
}

void Hub::tick()
{
    m_scheduled = false;
    const bool nothing = m_pending.empty() && m_hellos.empty() && m_cursors.empty() && m_erased.empty();
    if (m_failed || (nothing && !m_keysDue)) {
        return;
    }
    std::vector<Inbox::Stored> stored;
    const Status done = storeAll(stored);
    if (!done && done.error().code() == Errc::StoreBusy) {
        m_scheduled = true;
        m_ports.scheduleRetry();
        return;
    }
    const bool home =
        std::any_of(stored.begin(), stored.end(), [](const Inbox::Stored &one) { return one.home; });
    m_keysDue = m_keysDue || home;
    Status after = done && home ? m_store.reread() : Status();
    if (done && after && m_keysDue && !m_store.recovering()) {
        after = settleKeys();
        m_keysDue = !after;
        if (!after && after.error().code() == Errc::StoreBusy) {
            after = {}; // the office is writing, and turns them itself
            m_scheduled = true;
            m_ports.scheduleRetry();
        }
    }
    if (!done || !after) {
        m_failed = true;
        m_ports.onFatal(done ? after.error() : done.error());
        return;
    }
    m_hellos.clear();
    m_cursors.clear();
    m_erased.clear();
    std::vector<Pending> pending = std::exchange(m_pending, {});
    if (!TRIVSEL_MUTANT("ack-before-commit")) {
        acknowledge(std::move(pending), stored);
    }
}

} // namespace trivsel::server
