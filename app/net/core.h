#pragma once

#include "app/engine/engine.h"
#include "app/net/network_watch.h"

#include <chrono>
#include <functional>
#include <memory>

namespace trivsel::net {

struct CoreConfig
{
    engine::EngineConfig engine;
    /** Between two looks when nothing is to be sent; with something to send the tablet tries at once and
     * backs off. */
    std::chrono::seconds lookEvery{15 * 60};
    /** Local hours between which the nightly sync starts, at an offset drawn per tablet. */
    std::chrono::hours nightFrom{2};
    std::chrono::hours nightTo{5};
    /** False: only syncNow() syncs (proofs). */
    bool automatic = true;
    /** Made on the core's io_context. */
    MakeNetworkWatch networkWatch = systemNetworkWatch;
};

/**
 * The tablet's second thread: owns the io_context, the engine and the sync loop. post() may be called from
 * any thread; work runs on the core thread in order, before network work. Nothing here waits for the network
 * on behalf of a command; what the engine computes for long (Argon2id) runs on a third thread. Destroying it
 * ends the session, lets posted work finish and joins the thread.
 */
class Core
{
public:
    using Work = std::function<void(engine::Engine &)>;

    /** Opens the engine on the calling thread, so that its error is known at once, and starts the core
     * thread. */
    static Result<std::unique_ptr<Core>> start(CoreConfig config, engine::Observer observer);
    ~Core();
    Core(const Core &) = delete;
    Core &operator=(const Core &) = delete;

    void post(Work work);
    /** Hent og send nu: starts a run unless one is under way. Any thread. */
    void syncNow();
    /** The next run's end, once, on the core thread: Ok or why not. Any thread. For proofs and headless
     * tablets. */
    void whenSynced(std::function<void(engine::Engine &, const Status &)> done);

private:
    struct Impl;
    explicit Core(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m;
};

} // namespace trivsel::net
