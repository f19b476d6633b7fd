#pragma once

#include <functional>

namespace trivsel::app {

/** One alarm after a time without touch. The product's is a QTimer; tests ring it by hand. UI thread. */
class IdleTimer
{
public:
    virtual ~IdleTimer() = default;
    virtual void onExpired(std::function<void()> what) = 0;
    /** Begins anew. */
    virtual void start(int milliseconds) = 0;
    virtual void stop() = 0;
    /** It runs, its time is over, and the alarm has not rung yet: the tablet slept. */
    [[nodiscard]] virtual bool overdue() const = 0;
};

} // namespace trivsel::app
