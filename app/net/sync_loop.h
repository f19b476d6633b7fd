#pragma once

#include "app/engine/engine.h"
#include "app/net/sync_schedule.h"
#include "app/net/tls_transport.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <vector>

namespace trivsel::net {

struct SyncLoopConfig
{
    SyncLoopConfig() = default;
    SchedulePlan plan;
    bool automatic = true;
    std::string appVersion;
    engine::Clock clock;
    Random random;
};

/** Runs one sync after another, when they are due, and tells the engine how each went. Core thread. */
class SyncLoop
{
public:
    using Done = std::function<void(engine::Engine &, const Status &)>;

    SyncLoop(boost::asio::io_context &io, engine::Engine &engine, SyncLoopConfig config);

    void start();
    /** Ends the run that is under way, and begins no other. */
    void stop();
    /** A command has run: perhaps there is something to send now. */
    void noticeWork();
    /** The network is perhaps back. */
    void noticeNetwork();
    void syncNow();
    void whenSynced(Done done) { m_waiting.push_back(std::move(done)); }

private:
    boost::asio::awaitable<void> loop();
    boost::asio::awaitable<void> wait(std::chrono::milliseconds time);
    boost::asio::awaitable<Status> runOnce();
    void begin();
    void tellProgress(const session::TabletSession &session);
    void end(const Status &outcome);
    void wake();

    boost::asio::io_context &m_io;
    engine::Engine &m_engine;
    SyncLoopConfig m_config;
    SyncSchedule m_schedule;
    boost::asio::steady_timer m_timer;
    std::shared_ptr<TlsTransport> m_transport; // of the run that is under way
    session::TabletProgress m_progress;
    std::uint32_t m_retryS = 0;
    std::chrono::steady_clock::time_point m_toldAt;
    std::vector<Done> m_waiting;
    std::uint64_t m_onlyHere = 0; // as last noticed
    bool m_running = false;
    bool m_asked = false; // Hent og send nu
    bool m_stopped = false;
};

} // namespace trivsel::net
