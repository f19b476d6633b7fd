#pragma once

#include "app/viewmodels/core_port.h"

#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <memory>

namespace trivsel::app {

/**
 * The core thread of a practice: one engine and one worker for slow work, and no network at all. Made and
 * stopped on the UI thread.
 */
class PracticeCore final : public CorePort
{
public:
    /** Makes the engine on the new thread; slow work of its goes to the worker. */
    using Open = std::function<Result<std::unique_ptr<engine::Engine>>(engine::Worker worker)>;
    /** `opened` comes once, on the core thread. */
    PracticeCore(Open open, std::function<void(const Status &)> opened);
    /** stop() */
    ~PracticeCore() override;

    /** What is posted and has not begun is dropped; what runs is waited for, and the engine goes. */
    void stop();

    void post(Work work) override;
    void syncNow() override {} // there is nobody to meet
    void setObserver(engine::Observer observer) override;

private:
    [[nodiscard]] engine::Worker worker();

    QThread m_thread;
    QThreadPool m_worker;
    QObject m_there;                          // lives on the core thread: what is posted to it runs there
    std::unique_ptr<engine::Engine> m_engine; // core thread only while that runs
};

} // namespace trivsel::app
