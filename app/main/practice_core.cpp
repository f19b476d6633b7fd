#include "app/main/practice_core.h"

#include <utility>

namespace trivsel::app {

PracticeCore::PracticeCore(Open open, std::function<void(const Status &)> opened)
{
    m_worker.setMaxThreadCount(1);
    m_there.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &m_there,
        [this, open = std::move(open), opened = std::move(opened)] {
            auto engine = open(worker());
            if (engine) {
                m_engine = std::move(*engine);
            }
            opened(engine ? Status() : tl::unexpected(engine.error()));
        },
        Qt::QueuedConnection);
    m_thread.start();
}

PracticeCore::~PracticeCore()
{
    stop();
}

engine::Worker PracticeCore::worker()
{
    return [this](std::function<std::function<void()>()> job) {
        m_worker.start([this, job = std::move(job)] {
            QMetaObject::invokeMethod(&m_there, job(), Qt::QueuedConnection);
        });
    };
}

void PracticeCore::stop()
{
    m_thread.quit(); // after the work that runs; what waits behind it is not begun
    m_thread.wait();
    m_worker.clear();
    m_worker.waitForDone(); // its ends are never delivered: that thread is gone
    m_engine.reset();
}

void PracticeCore::post(Work work)
{
    QMetaObject::invokeMethod(
        &m_there,
        [this, work = std::move(work)] {
            if (m_engine) {
                work(*m_engine);
            }
        },
        Qt::QueuedConnection);
}

void PracticeCore::setObserver(engine::Observer observer)
{
    post([observer = std::move(observer)](engine::Engine &engine) { engine.setObserver(observer); });
}

} // namespace trivsel::app
