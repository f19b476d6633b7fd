#pragma once

#include "app/engine/engine.h"

#include <functional>

namespace trivsel::app {

/**
 * The screens' way to the core thread. Called on the UI thread; work runs on the core thread in the order it
 * was posted. Outlives every CoreLink. The network shell implements it; tests run the work at once.
 */
class CorePort
{
public:
    using Work = std::function<void(engine::Engine &)>;

    virtual ~CorePort() = default;
    /** Dropped silently when the core has stopped. */
    virtual void post(Work work) = 0;
    /** "Hent og send nu". Does nothing while a run is under way. */
    virtual void syncNow() = 0;
    /** Called on the core thread after COMMIT; an empty one ends it. */
    virtual void setObserver(engine::Observer observer) = 0;
};

} // namespace trivsel::app
