#pragma once

#include "proto/base/ids.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace trivsel::net {

/** Local wall time of a moment, as the house's clock on the wall shows it; injected. */
struct LocalTime
{
    int secondOfDay = 0; // 0 … 86,399
};
using ToLocal = std::function<LocalTime(std::int64_t wallMs)>;
/** The system's time zone. */
[[nodiscard]] LocalTime systemLocalTime(std::int64_t wallMs);

struct SchedulePlan
{
    std::chrono::seconds lookEvery{15 * 60}; // 0 = only at night and when something is to be sent
    std::chrono::hours nightFrom{2};
    std::chrono::hours nightTo{5};
};

/** What a run came to. */
struct RunResult
{
    bool reached = false;     // the session ended in order
    bool movedOwn = false;    // something of ours became durable
    bool leftOver = false;    // something of ours is still to be sent
    std::uint32_t retryS = 0; // the server asked for this pause
};

/**
 * When the next sync run is due. At once with something to send; after a failure 1 s, 2 s, 4 s … 5 min, or 30
 * s while something waits to be sent, each a little off, so that a house of tablets does not knock in step; a
 * light look now and then; once a night at this tablet's own minute. A function of what it is told: no clock,
 * no timer.
 */
class SyncSchedule
{
public:
    static constexpr std::chrono::milliseconds kFirstPause{1'000};
    static constexpr std::chrono::milliseconds kLongestPause{5 * 60'000};
    static constexpr std::chrono::milliseconds kLongestPauseWithWork{30'000};

    /** `draw`: a number that differs from tablet to tablet and call to call. */
    SyncSchedule(const SchedulePlan &plan, const DeviceId &device, std::function<std::uint32_t()> draw,
                 ToLocal toLocal)
        : m_plan(plan), m_device(device), m_draw(std::move(draw)), m_toLocal(std::move(toLocal))
    {
    }

    /** A run has ended. Returns how long to wait if nothing else happens. */
    [[nodiscard]] std::chrono::milliseconds after(const RunResult &result, std::int64_t wallMs);
    /** After a wake: how long is still to be waited. `rest`: by a clock that stands still while the tablet
     * sleeps. Less when the night's run has come nearer by the clock on the wall; 0 when that is due. */
    [[nodiscard]] std::chrono::milliseconds left(std::chrono::milliseconds rest, std::int64_t wallMs);
    /** Something new is to be sent: true when that should start a run now, false while a failure is waited
     * out that other work waits for, or a pause that the server asked for. */
    [[nodiscard]] bool mayStartNow() const { return m_failures == 0 || m_idleFailure; }
    /** The last run did not reach the server. */
    [[nodiscard]] bool isFailing() const { return m_failures > 0; }

private:
    [[nodiscard]] std::chrono::milliseconds pause(bool withWork);
    [[nodiscard]] std::chrono::milliseconds untilNight(std::int64_t wallMs) const;
    [[nodiscard]] std::chrono::milliseconds untilLook(std::int64_t wallMs) const;

    SchedulePlan m_plan;
    DeviceId m_device;
    std::function<std::uint32_t()> m_draw;
    ToLocal m_toLocal;
    unsigned m_failures = 0;
    bool m_idleFailure = false;            // when the last run failed nothing waited to be sent
    std::optional<std::int64_t> m_nightMs; // wall time of the night's run; nullopt while a pause is kept
};

} // namespace trivsel::net
