#pragma once

#include "sync-server/inbox.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace trivsel::server {

/** One connection, as the hub sees it. */
class HubClient
{
public:
    virtual ~HubClient() = default;
    /** After COMMIT. */
    virtual void onStored(const session::StoredPush &stored) = 0;
    /** Tells the tablet to come back later, and closes. */
    virtual void refuse() = 0;
};

/**
 * Where the connections of one home meet. What they hand in during one turn of the loop is stored in one
 * transaction, and is acknowledged only after its COMMIT. When that fails nothing is acknowledged and the
 * process stops. Knows no socket.
 */
class Hub
{
public:
    struct Ports
    {
        std::function<void()> scheduleTick;         // calls tick() soon, from the loop
        std::function<void()> scheduleRetry;        // calls tick() after a pause: the office is writing
        std::function<void(const Error &)> onFatal; // the store failed: stop the process
        std::function<std::int64_t()> clockMs;
    };
    Hub(HomeStore &store, Ports ports);

    /** kConnectionsPerHomeMax and kConnectionsPerDeviceMax: false when the house is full. A third connection
     * of a device closes its oldest: after a lost network the old one is dead and nobody has noticed. */
    [[nodiscard]] bool admit(const DeviceId &device, const std::shared_ptr<HubClient> &client);
    void leave(const HubClient *client);
    [[nodiscard]] std::size_t connections() const { return m_clients.size(); }

    void submit(const std::shared_ptr<HubClient> &client, session::StorePush push);
    void note(const session::NoteHello &hello);
    void note(const session::NoteCursor &cursor);
    void note(const session::NoteErased &erased);
    void tick();

    [[nodiscard]] HomeStore &store() { return m_store; }

private:
    struct Pending
    {
        std::weak_ptr<HubClient> client;
        session::StorePush push;
    };
    struct Admitted
    {
        DeviceId device;
        std::weak_ptr<HubClient> client;
        const HubClient *key = nullptr;
    };
    void schedule();
    /** Turns the keys of streams that somebody has left: a resident may have said so on a tablet. */
    [[nodiscard]] Status settleKeys();
    [[nodiscard]] Status storeAll(std::vector<Inbox::Stored> &stored);
    static void acknowledge(std::vector<Pending> pending, const std::vector<Inbox::Stored> &stored);

    HomeStore &m_store;
    Inbox m_inbox;
    Ports m_ports;
    std::vector<Admitted> m_clients; // oldest first
    std::vector<Pending> m_pending;
    std::map<DeviceId, session::NoteHello> m_hellos;
    std::map<DeviceId, session::Position> m_cursors;
    std::vector<session::NoteErased> m_erased;
    bool m_scheduled = false;
    bool m_failed = false;
    bool m_keysDue = true; // what an earlier start was cut off from, too
};

} // namespace trivsel::server
