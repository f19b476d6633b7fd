#pragma once

#include "app/viewmodels/idle_timer.h"

#include <QTimer>

#include <cstdint>
#include <ctime>

namespace trivsel::app {

/**
 * The product's idle timer. Looks once a second at a clock that also runs while the tablet sleeps: a page
 * that was open when the lid closed is covered within a second of waking.
 */
class QtIdleTimer final : public IdleTimer
{
public:
    QtIdleTimer()
    {
        m_timer.setInterval(1'000);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            if (nowMs() >= m_endMs) {
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
        m_endMs = nowMs() + milliseconds;
        m_timer.start();
    }
    void stop() override { m_timer.stop(); }

private:
    static std::int64_t nowMs()
    {
        timespec now{};
        ::clock_gettime(CLOCK_BOOTTIME, &now);
        return static_cast<std::int64_t>(now.tv_sec) * 1'000 + now.tv_nsec / 1'000'000;
    }

    QTimer m_timer;
    std::int64_t m_endMs = 0;
    std::function<void()> m_what;
};

} // namespace trivsel::app
