#pragma once

#include "app/viewmodels/idle_timer.h"

#include <QTimer>

#include <cstdint>
#include <ctime>
#include <utility>

namespace trivsel::app {

/**
 * The product's idle timer. Looks once a second at a clock that also runs while the tablet sleeps: a page
 * that was open when the lid closed is covered within a second of waking; who touches it sooner covers it.
 */
class QtIdleTimer final : public IdleTimer
{
public:
    using Clock = std::function<std::int64_t()>; // ms, also while the tablet sleeps

    explicit QtIdleTimer(Clock clock = sinceBoot) : m_clock(std::move(clock))
    {
        m_timer.setInterval(1'000);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            if (overdue()) {
                m_timer.stop();
                if (m_what) {
                    m_what();
                }
            }
        });
    }

    void onExpired(std::function<void()> what) override { m_what = std::move(what); }
    void start(int milliseconds) override
    {
        m_endMs = m_clock() + milliseconds;
        m_timer.start();
    }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool overdue() const override { return m_timer.isActive() && m_clock() >= m_endMs; }

private:
    static std::int64_t sinceBoot()
    {
        timespec now{};
        ::clock_gettime(CLOCK_BOOTTIME, &now);
        return static_cast<std::int64_t>(now.tv_sec) * 1'000 + now.tv_nsec / 1'000'000;
    }

    Clock m_clock;
    QTimer m_timer;
    std::int64_t m_endMs = 0;
    std::function<void()> m_what;
};

} // namespace trivsel::app
