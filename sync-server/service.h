#pragma once

#include "sync-server/backup_child.h"
#include "sync-server/code_watch.h"
#include "sync-server/config.h"
#include "sync-server/listener.h"

#include <boost/asio/signal_set.hpp>
#include <functional>

namespace trivsel::server {

/** The running server of one home: listener, hub and timers on one thread, until SIGINT, SIGTERM or a failing
 * disk. */
class Service
{
public:
    struct Settings
    {
        Endpoint listen;
        ConnectionLimits limits;
        std::function<std::int64_t()> clockMs;
        std::optional<BackupPlan> backup{};
        std::optional<BackupPlan> looks{};       // *hvem har kigget*, every day, in a child as well
        std::optional<BackupPlan> codes{};       // that staff have chosen, likewise, when some came in
        std::function<bool()> enough{};          // asked every second: true = stop, in order
        std::shared_ptr<PairingOffers> offers{}; // none: nobody is paired
    };
    Service(HomeStore &store, Settings settings);

    /** AddressInUse, Unreachable, Internal. */
    [[nodiscard]] Status open();
    [[nodiscard]] std::uint16_t port() const { return m_listener->port(); }
    /** Returns when the server has stopped: in order, or with the store's error. */
    [[nodiscard]] Status run();
    /** As SIGTERM. From any thread. */
    void requestStop();

private:
    [[nodiscard]] Hub::Ports hubPorts();
    void watchSignals();
    void watchOffice();
    void watchBackup();
    void noteBackupTimedOut();
    void watchLooks();
    [[nodiscard]] Status watchCodes();
    void stop();
    void fail(const Error &error);

    HomeStore &m_store;
    Settings m_settings;
    boost::asio::io_context m_io{1};
    boost::asio::signal_set m_signals;
    boost::asio::steady_timer m_office; // looks every second for what the office's commands have written
    boost::asio::steady_timer m_retry;
    Hub m_hub;
    std::unique_ptr<PairingDesk> m_desk;
    std::optional<boost::asio::ssl::context> m_tls;
    std::optional<Listener> m_listener;
    std::optional<BackupChild> m_backup;
    std::optional<BackupChild> m_looks;
    std::optional<CodeWatch> m_codes;
    std::optional<Error> m_failed;
    bool m_stopping = false;
};

} // namespace trivsel::server
