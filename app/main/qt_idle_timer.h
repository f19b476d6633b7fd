#pragma once

#include "app/viewmodels/idle_timer.h"

#include <QTimer>

namespace trivsel::app {

/** The product's idle timer. */
class QtIdleTimer final : public IdleTimer
{
public:
    QtIdleTimer()
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::VeryCoarseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            if (m_what) {
                m_what();
            }
        });
    }

    void onExpired(std::function<void()> what) override { m_what = std::move(what); }
    void start(int milliseconds) override { m_timer.start(milliseconds); }
    void stop() override { m_timer.stop(); }

private:
    QTimer m_timer;
    std::function<void()> m_what;
};

} // namespace trivsel::app
