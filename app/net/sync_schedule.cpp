#include "app/net/sync_schedule.h"

#include <algorithm>
#include <cstring>
#include <ctime>

namespace trivsel::net {

using std::chrono::milliseconds;

namespace {
constexpr std::int64_t kDaySeconds = std::int64_t{24} * 60 * 60;
} // namespace

LocalTime systemLocalTime(std::int64_t wallMs)
{
    const auto seconds = static_cast<std::time_t>(wallMs / 1000);
    std::tm local{};
    if (localtime_r(&seconds, &local) == nullptr) {
        return {};
    }
    return {local.tm_hour * 3600 + local.tm_min * 60 + std::min(local.tm_sec, 59)};
}

milliseconds SyncSchedule::pause(bool withWork)
{
    milliseconds longest = withWork ? kLongestPauseWithWork : kLongestPause;
    if (m_plan.lookEvery.count() > 0) {
        longest = std::clamp<milliseconds>(m_plan.lookEvery, kFirstPause, longest);
    }
    const unsigned doublings = std::min(m_failures - 1, 20U);
    const milliseconds whole = std::min<milliseconds>(kFirstPause * (1LL << doublings), longest);
    // Between three quarters and the whole.
    return whole - milliseconds(whole.count() / 4 * (m_draw() % 1024) / 1024);
}

milliseconds SyncSchedule::after(const RunResult &result, std::int64_t wallMs)
{
    // A server asks for what it likes; it does not get more than our own longest pause.
    const milliseconds asked = std::min<milliseconds>(std::chrono::seconds(result.retryS), kLongestPause);
    m_nightMs.reset();
    if (!result.reached) {
        ++m_failures;
        m_idleFailure = !result.leftOver && asked.count() == 0;
        return std::max(asked, pause(result.leftOver));
    }
    m_failures = 0;
    if (asked.count() == 0) {
        m_nightMs = wallMs + untilNight(wallMs).count();
    }
    if (result.leftOver && result.movedOwn) {
        return asked; // more than one run takes
    }
    return std::max(asked, untilLook(wallMs));
}

milliseconds SyncSchedule::left(milliseconds rest, std::int64_t wallMs)
{
    if (!m_nightMs) {
        return rest;
    }
    // A clock that was set back must not put the night off.
    m_nightMs = std::min(*m_nightMs, wallMs + untilNight(wallMs).count());
    return std::min(rest, milliseconds(std::max<std::int64_t>(0, *m_nightMs - wallMs)));
}

milliseconds SyncSchedule::untilLook(std::int64_t wallMs) const
{
    const milliseconds night = untilNight(wallMs);
    return m_plan.lookEvery.count() > 0 ? std::min<milliseconds>(m_plan.lookEvery, night) : night;
}

milliseconds SyncSchedule::untilNight(std::int64_t wallMs) const
{
    std::uint32_t own = 0;
    std::memcpy(&own, m_device.data.data(), sizeof own);
    const std::int64_t from = std::chrono::seconds(m_plan.nightFrom).count();
    const std::int64_t width = std::max<std::int64_t>(1, std::chrono::seconds(m_plan.nightTo).count() - from);
    const std::int64_t minute = (from + static_cast<std::int64_t>(own) % width) % kDaySeconds;
    const std::int64_t ahead = (minute - m_toLocal(wallMs).secondOfDay + kDaySeconds - 1) % kDaySeconds + 1;
    return std::chrono::seconds(ahead);
}

} // namespace trivsel::net
