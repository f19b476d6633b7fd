#pragma once

#include "app/viewmodels/core_port.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <utility>

namespace trivsel::app {

/**
 * Carries work to the core thread and results back to the UI thread. Lives on the UI thread; the port must
 * have stopped before this goes away.
 */
class CoreLink : public QObject
{
    Q_OBJECT

public:
    explicit CoreLink(CorePort &port, QObject *parent = nullptr);
    ~CoreLink() override;

    /**
     * `work(engine)` on the core thread, then `done(result)` on this one through the event loop. `done` is
     * not called when `receiver` has gone away meanwhile. Only values may cross.
     */
    template <class Work, class Done> void run(QObject *receiver, Work work, Done done)
    {
        using Answer = decltype(work(std::declval<engine::Engine &>()));
        ++m_pending;
        auto deliver = delivery<Answer>(receiver, std::move(done));
        m_port.post([work = std::move(work), deliver = std::move(deliver)](engine::Engine &engine) {
            deliver(work(engine));
        });
    }
    /**
     * As run(), for work that answers later: `work(engine, deliver)` on the core thread, which calls
     * `deliver(answer)` once, there.
     */
    template <class Answer, class Work, class Done> void ask(QObject *receiver, Work work, Done done)
    {
        ++m_pending;
        auto deliver = delivery<Answer>(receiver, std::move(done));
        m_port.post([work = std::move(work), deliver = std::move(deliver)](engine::Engine &engine) {
            work(engine, deliver);
        });
    }
    /** Work that nobody waits for. */
    void post(CorePort::Work work) { m_port.post(std::move(work)); }
    void syncNow() { m_port.syncNow(); }
    /** Results that are still under way. */
    [[nodiscard]] int pending() const { return m_pending; }

Q_SIGNALS:
    /** On the UI thread. */
    void changed(const trivsel::engine::Changed &what);

private:
    /** Called on the core thread: brings the answer to this one. */
    template <class Answer, class Done> auto delivery(QObject *receiver, Done done)
    {
        return [this, guard = QPointer<QObject>(receiver), done = std::move(done)](Answer answer) {
            auto box = std::make_shared<Answer>(std::move(answer));
            QMetaObject::invokeMethod(
                this,
                [this, guard, done, box] {
                    --m_pending;
                    if (guard) {
                        done(std::move(*box));
                    }
                },
                Qt::QueuedConnection);
        };
    }

    CorePort &m_port;
    int m_pending = 0;
};

} // namespace trivsel::app
