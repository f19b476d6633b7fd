#include "app/net/sync_loop.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstring>
#include <exception>
#include <spdlog/spdlog.h>

namespace trivsel::net {

namespace asio = boost::asio;
using engine::SyncPhase;

namespace {

constexpr std::chrono::milliseconds kTellEvery{250};
/** After this at the latest the clock on the wall is asked again: the tablet may have slept, or been set. */
constexpr std::chrono::milliseconds kLongestWait{std::chrono::minutes(10)};

void logUncaught(const std::exception_ptr &thrown)
{
    if (!thrown) {
        return;
    }
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc &) {
        std::terminate(); // fail-stop: what was saved is on disk
    } catch (const std::exception &error) {
        spdlog::error("the sync loop ended with an exception: {}", error.what());
    }
}

std::function<std::uint32_t()> drawFrom(const Random &random)
{
    return [random] {
        const auto bytes = randomBytes<Bytes<4, struct DrawTag>>(random);
        std::uint32_t number = 0;
        std::memcpy(&number, bytes.data.data(), sizeof number);
        return number;
    };
}

/** It can't be used, or the server does not take it. */
bool isAboutOurCertificate(const Status &outcome)
{
    return !outcome &&
           (outcome.error().code() == Errc::BadFile || outcome.error().code() == Errc::WrongDevice);
}

/** The network's fault, or the server's rest: it may work in a while by itself. */
bool isAway(Errc code)
{
    return code == Errc::Unreachable || code == Errc::TimedOut || code == Errc::Closed;
}

} // namespace

SyncLoop::SyncLoop(asio::io_context &io, engine::Engine &engine, SyncLoopConfig config)
    : m_io(io),
      m_engine(engine),
      m_config(std::move(config)),
      m_schedule(m_config.plan, engine.identity().device, drawFrom(m_config.random), systemLocalTime),
      m_timer(io)
{
}

void SyncLoop::start()
{
    auto body = [this] { return loop(); };
    asio::co_spawn(m_io, std::move(body), logUncaught);
}

void SyncLoop::stop()
{
    m_stopped = true;
    m_timer.cancel();
    if (m_transport) {
        m_transport->cancel();
    }
}

void SyncLoop::wake()
{
    m_timer.cancel();
}

void SyncLoop::noticeWork()
{
    const std::uint64_t onlyHere = m_engine.sync().onlyHere;
    const bool more = onlyHere > std::exchange(m_onlyHere, onlyHere);
    if (m_config.automatic && more && (m_running || m_schedule.mayStartNow())) {
        syncNow();
    }
}

void SyncLoop::noticeNetwork()
{
    // Also in the middle of a run: it may hang on an address that is no more.
    if (m_config.automatic && (m_running || m_schedule.isFailing())) {
        syncNow();
    }
}

void SyncLoop::syncNow()
{
    m_asked = true; // while a run is under way: another one follows, that sees what was written meanwhile
    wake();
}

asio::awaitable<void> SyncLoop::loop()
{
    std::chrono::milliseconds pause{0};
    while (!m_stopped) {
        co_await wait(pause);
        if (m_stopped) {
            break;
        }
        m_running = true;
        m_asked = false;
        begin();
        Status outcome = co_await runOnce();
        // A certificate that nobody takes is no reason to be cut off: the one before it is still here.
        if (!m_stopped && isAboutOurCertificate(outcome) && m_engine.giveUpNewCertificate()) {
            outcome = co_await runOnce();
        }
        m_running = false;
        if (m_stopped) {
            break;
        }
        end(outcome);
        const RunResult result{outcome.has_value(), m_progress.pushed > 0, m_engine.hasSomethingToSend(),
                               m_retryS};
        pause = m_schedule.after(result, m_config.clock());
    }
}

asio::awaitable<void> SyncLoop::wait(std::chrono::milliseconds time)
{
    const auto until = asio::steady_timer::clock_type::now() + time;
    while (!m_asked && !m_stopped) {
        const auto now = asio::steady_timer::clock_type::now();
        auto left = kLongestWait;
        if (m_config.automatic) {
            const auto rest = std::chrono::ceil<std::chrono::milliseconds>(until - now);
            left = m_schedule.left(rest, m_config.clock());
        }
        if (left.count() <= 0) {
            co_return;
        }
        m_timer.expires_after(std::min(left, kLongestWait));
        co_await m_timer.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

void SyncLoop::begin()
{
    m_progress = {};
    m_retryS = 0;
    m_toldAt = std::chrono::steady_clock::now();
    // A light look that finds nothing is not worth a word on the screen.
    if (m_engine.hasSomethingToSend() || m_engine.sync().phase != SyncPhase::UpToDate) {
        m_engine.noteSync(SyncPhase::Connecting, std::nullopt, m_progress);
    }
}

asio::awaitable<Status> SyncLoop::runOnce()
{
    auto transport = TlsTransport::make(m_io, m_engine.identityToShow());
    if (!transport) {
        co_return tl::unexpected<Error>(transport.error());
    }
    m_transport = *transport;
    session::TabletSession session(m_engine.syncPort(), m_config.appVersion);
    std::function<void()> onProgress = [this, &session] { tellProgress(session); };
    Status outcome = co_await m_transport->run(session, m_config.clock, std::move(onProgress));
    m_progress = session.progress();
    m_retryS = m_transport->retryS();
    m_transport.reset();
    co_return outcome;
}

void SyncLoop::tellProgress(const session::TabletSession &session)
{
    const session::TabletProgress now = session.progress();
    const bool moved = now.pulled != m_progress.pulled || now.pushed != m_progress.pushed;
    const auto time = std::chrono::steady_clock::now();
    if (moved && (m_progress.pulled + m_progress.pushed == 0 || time - m_toldAt >= kTellEvery)) {
        m_progress = now;
        m_toldAt = time;
        m_engine.noteSync(SyncPhase::Syncing, std::nullopt, now);
    }
}

void SyncLoop::end(const Status &outcome)
{
    std::optional<Errc> problem;
    SyncPhase phase = SyncPhase::UpToDate;
    if (!outcome) {
        problem = outcome.error().code();
        phase = isAway(*problem) ? SyncPhase::Unreachable : SyncPhase::Refused;
        spdlog::info("sync: {} {}", nameOf(*problem), outcome.error().detail());
    } else if (!m_progress.mayRead) {
        problem = Errc::NotAllowed; // it may hand in, and fetches nothing
        phase = SyncPhase::Refused;
    } else if (!m_progress.upToDate) {
        phase = SyncPhase::Waiting;
    }
    m_engine.noteSync(phase, problem, m_progress);
    for (const Done &done : std::exchange(m_waiting, {})) {
        done(m_engine, outcome);
    }
}

} // namespace trivsel::net
