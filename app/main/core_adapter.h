#pragma once

#include "app/net/core.h"
#include "app/viewmodels/core_port.h"

namespace trivsel::app {

/** The core thread as the screens know it. Made before the screens and stopped before they go. UI thread. */
class CoreAdapter final : public CorePort
{
public:
    CoreAdapter();
    ~CoreAdapter() override;

    /** Opens the engine and starts the core thread; what was posted before is done first. Errors of
     * net::Core::start. */
    [[nodiscard]] Status start(net::CoreConfig config);
    /** Lets posted work finish and joins the thread. */
    void stop() { m_core.reset(); }

    void post(Work work) override;
    void syncNow() override;
    void setObserver(engine::Observer observer) override;

private:
    struct Shared
    {
        engine::Observer observer; // core thread only, once that runs
    };

    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<net::Core> m_core;
    std::vector<Work> m_early;
};

} // namespace trivsel::app
