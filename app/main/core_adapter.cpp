#include "app/main/core_adapter.h"

#include <utility>

namespace trivsel::app {

CoreAdapter::CoreAdapter() : m_shared(std::make_shared<Shared>()) {}

CoreAdapter::~CoreAdapter() = default;

Status CoreAdapter::start(net::CoreConfig config)
{
    auto core = net::Core::start(std::move(config), [shared = m_shared](const engine::Changed &what) {
        if (shared->observer) {
            shared->observer(what);
        }
    });
    if (!core) {
        return tl::unexpected(core.error());
    }
    m_core = std::move(*core);
    for (Work &work : std::exchange(m_early, {})) {
        m_core->post(std::move(work));
    }
    return {};
}

void CoreAdapter::post(Work work)
{
    if (m_core) {
        m_core->post(std::move(work));
    } else {
        m_early.push_back(std::move(work));
    }
}

void CoreAdapter::syncNow()
{
    if (m_core) {
        m_core->syncNow();
    }
}

void CoreAdapter::setObserver(engine::Observer observer)
{
    post([shared = m_shared, observer = std::move(observer)](engine::Engine &) {
        shared->observer = observer;
    });
}

} // namespace trivsel::app
