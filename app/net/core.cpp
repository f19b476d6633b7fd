#include "app/net/core.h"

#include "app/net/sync_loop.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <spdlog/spdlog.h>
#include <thread>

namespace trivsel::net {

namespace asio = boost::asio;

struct Core::Impl
{
    /** Slow work of the engine's: on the other thread, and its end back on the core thread. */
    [[nodiscard]] engine::Worker workerOfEngine()
    {
        return [this](std::function<std::function<void()>()> job) {
            asio::post(worker, [this, job = std::move(job)] { asio::post(io, job()); });
        };
    }

    void runThread()
    {
        for (;;) {
            try {
                io.run();
                return;
            } catch (const std::bad_alloc &) {
                std::terminate(); // fail-stop: what was saved is on disk
            } catch (const std::exception &error) {
                spdlog::error("a piece of work ended with an exception: {}", error.what());
            }
        }
    }

    std::unique_ptr<engine::Engine> engine;
    asio::io_context io{1};
    asio::thread_pool worker{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard = asio::make_work_guard(io);
    std::unique_ptr<SyncLoop> loop;
    std::unique_ptr<NetworkWatch> watch;
    std::thread thread;
};

Core::Core(std::unique_ptr<Impl> impl) : m(std::move(impl)) {}

Result<std::unique_ptr<Core>> Core::start(CoreConfig config, engine::Observer observer)
{
    SyncLoopConfig loop;
    loop.plan = {config.lookEvery, config.nightFrom, config.nightTo};
    loop.automatic = config.automatic;
    loop.appVersion = config.engine.appVersion;
    loop.clock = config.engine.clock;
    loop.random = config.engine.random;
    auto impl = std::make_unique<Impl>();
    if (!config.engine.signIn.worker) {
        config.engine.signIn.worker = impl->workerOfEngine();
    }
    auto engine = engine::Engine::open(std::move(config.engine));
    if (!engine) {
        return tl::unexpected<Error>(engine.error());
    }
    impl->engine = std::move(*engine);
    impl->engine->setObserver(std::move(observer));
    impl->loop = std::make_unique<SyncLoop>(impl->io, *impl->engine, std::move(loop));
    impl->loop->start();
    Impl *running = impl.get();
    impl->watch = config.networkWatch(impl->io);
    impl->watch->start([running] { running->loop->noticeNetwork(); });
    impl->thread = std::thread([running] { running->runThread(); });
    return std::unique_ptr<Core>(new Core(std::move(impl)));
}

Core::~Core()
{
    asio::post(m->io, [impl = m.get()] {
        impl->loop->stop();
        impl->watch->stop();
        impl->guard.reset();
    });
    m->thread.join();
    m->worker.join(); // what it still posts is not run any more
}

void Core::post(Work work)
{
    asio::post(m->io, [impl = m.get(), work = std::move(work)] {
        work(*impl->engine);
        impl->loop->noticeWork();
    });
}

void Core::syncNow()
{
    asio::post(m->io, [impl = m.get()] { impl->loop->syncNow(); });
}

void Core::whenSynced(std::function<void(engine::Engine &, const Status &)> done)
{
    asio::post(m->io, [impl = m.get(), done = std::move(done)]() mutable {
        impl->loop->whenSynced(std::move(done));
    });
}

} // namespace trivsel::net
