#include "sync-server/service.h"

#include "sync-server/backup_record.h"
#include "sync-server/tls.h"

#include <boost/asio/post.hpp>
#include <csignal>
#include <spdlog/spdlog.h>

namespace trivsel::server {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds kOfficeEvery{1};
constexpr std::chrono::milliseconds kRetryAfter{100};

} // namespace

Service::Service(HomeStore &store, Settings settings)
    : m_store(store),
      m_settings(std::move(settings)),
      m_signals(m_io),
      m_office(m_io),
      m_retry(m_io),
      m_hub(store, hubPorts())
{
}

Hub::Ports Service::hubPorts()
{
    Hub::Ports ports;
    ports.scheduleTick = [this] { asio::post(m_io, [this] { m_hub.tick(); }); };
    ports.scheduleRetry = [this] {
        m_retry.expires_after(kRetryAfter);
        m_retry.async_wait(
            [this](const boost::system::error_code & /*stopping is no reason to wait*/) { m_hub.tick(); });
    };
    ports.onFatal = [this](const Error &error) { fail(error); };
    ports.clockMs = m_settings.clockMs;
    return ports;
}

Status Service::open()
{
    // From here on a signal is kept for run(): who stops us between "listening" and the loop means it, too.
    m_signals.add(SIGINT);
    m_signals.add(SIGTERM);
    const ServerKeys &server = m_store.server();
    const auto known = [this](const seal::SignPublic &key) {
        return m_store.refresh().has_value() &&
               (m_store.recovering() || m_store.deviceWithKey(key) != nullptr);
    };
    const auto codeStands = [this] { return m_desk && m_desk->open(); };
    auto tls = makeTlsContext({server.home, server.identity, server.ca}, known, codeStands);
    if (!tls) {
        return tl::unexpected(tls.error());
    }
    m_tls.emplace(std::move(*tls));
    if (m_settings.offers) {
        m_desk = std::make_unique<PairingDesk>(m_store, *m_settings.offers, seal::systemRandom(),
                                               m_settings.clockMs);
    }
    m_listener.emplace(m_io,
                       Listener::Ports{m_hub, *m_tls, m_settings.limits, m_settings.clockMs, m_desk.get()});
    TRIVSEL_TRY(m_listener->open(m_settings.listen.host, m_settings.listen.port));
    return m_settings.offers ? m_settings.offers->tellServing({m_settings.listen.host, m_listener->port()})
                             : Status();
}

Status Service::run()
{
    watchSignals();
    if (m_settings.backup) {
        m_backup.emplace(*m_settings.backup, BackupChild::Clock::now());
    }
    if (m_settings.looks) {
        m_looks.emplace(*m_settings.looks, BackupChild::Clock::now());
    }
    if (m_settings.codes) {
        m_codes.emplace(m_store, *m_settings.codes, BackupChild::Clock::now());
    }
    watchOffice();
    m_listener->start();
    m_io.run();
    return m_failed ? Status(tl::unexpected(*m_failed)) : Status();
}

void Service::requestStop()
{
    asio::post(m_io, [this] { stop(); });
}

void Service::watchSignals()
{
    m_signals.async_wait([this](const boost::system::error_code &error, int /*signal*/) {
        if (!error) {
            stop();
        }
    });
}

void Service::watchOffice()
{
    m_office.expires_after(kOfficeEvery);
    m_office.async_wait([this](const boost::system::error_code &error) {
        if (error || m_stopping) {
            return;
        }
        Status refreshed = m_store.refresh();
        refreshed = refreshed ? watchCodes() : refreshed;
        if (!refreshed && refreshed.error().code() != Errc::StoreBusy) {
            fail(refreshed.error());
            return;
        }
        watchBackup();
        watchLooks();
        if (m_desk) {
            m_desk->tick();
        }
        if (m_settings.enough && m_hub.connections() == 0 && m_settings.enough()) {
            stop();
            return;
        }
        watchOffice();
    });
}

void Service::watchBackup()
{
    const auto ended = m_backup ? m_backup->tick(BackupChild::Clock::now()) : std::nullopt;
    if (ended && *ended == 0) {
        spdlog::info("backup made");
    } else if (ended && *ended == BackupChild::kTimedOut) {
        spdlog::warn("the backup did not end in time and was stopped; the next one tries again");
        noteBackupTimedOut();
    } else if (ended) {
        spdlog::warn("the backup failed ({}); status says why", *ended);
    }
}

/** For status, which asks the record: the child could not write it any more. */
void Service::noteBackupTimedOut()
{
    auto record = readBackupRecord(m_store.journal());
    auto transaction = record ? journal::Transaction::begin(m_store.journal().database())
                              : Result<journal::Transaction>(tl::unexpected<Error>(record.error()));
    if (!transaction) {
        return; // the log has said it
    }
    record->triedMs = m_settings.clockMs();
    record->problem = nameOf(Errc::TimedOut);
    if (writeBackupRecord(m_store.journal(), *record)) {
        (void)transaction->commit();
    }
}

void Service::watchLooks()
{
    const auto ended = m_looks ? m_looks->tick(BackupChild::Clock::now()) : std::nullopt;
    if (ended && *ended != 0) {
        spdlog::warn("who looked could not be written ({}); it is tried again tomorrow", *ended);
    }
}

Status Service::watchCodes()
{
    const auto ended =
        m_codes ? m_codes->tick(BackupChild::Clock::now()) : Result<std::optional<int>>(std::nullopt);
    if (ended && *ended && **ended != 0) {
        spdlog::warn("codes that staff have chosen could not be taken in ({}); it is tried again", **ended);
    }
    return ended ? Status() : tl::unexpected(ended.error());
}

void Service::stop()
{
    if (m_stopping) {
        return;
    }
    spdlog::info("stopping");
    m_stopping = true;
    // What was handed in already is stored and acknowledged before the tablets are sent away.
    m_hub.tick();
    m_signals.cancel();
    m_office.cancel();
    m_listener->stop();
    if (m_desk) {
        m_desk->stop();
    }
    for (std::optional<BackupChild> *each : {&m_backup, &m_looks}) {
        if (*each) {
            (*each)->askToEnd();
        }
    }
    if (m_codes) {
        m_codes->askToEnd();
    }
}

void Service::fail(const Error &error)
{
    spdlog::critical("the store failed: {} {}", nameOf(error.code()), error.detail());
    m_failed = error;
    m_io.stop(); // no more word to anybody: nothing may look acknowledged
}

} // namespace trivsel::server
