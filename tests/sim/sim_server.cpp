#include "tests/sim/sim_server.h"

#include "sync-server/erase_home.h"

namespace trivsel::sim {

ServerEnd::ServerEnd(server::Hub &hub, const session::DeviceFacts &device,
                     std::function<std::int64_t()> clockMs)
    : m_hub(hub),
      m_conversation(
          hub, device,
          {[this](const std::string &frame) { m_out += frame; }, [this] { return m_out.size(); },
           [this](session::StorePush &&push) { m_hub.submit(shared_from_this(), std::move(push)); },
           [this](const Status &) { m_hub.leave(this); }, std::move(clockMs)})
{
}

std::string ServerEnd::takeOut()
{
    std::string out = std::exchange(m_out, {});
    m_conversation.pump();
    return out;
}

Status SimServer::start(const Random &random)
{
    m_fatal.reset();
    m_due = false;
    auto store = server::openHome(m_paths, random);
    if (!store) {
        return tl::unexpected(store.error().error);
    }
    m_store = std::move(*store);
    // Nobody is served while something that was to go is still here.
    const auto erased = server::finishErasures(*m_store, m_paths, {random, m_clockMs()});
    if (!erased) {
        m_store.reset();
        return tl::unexpected(erased.error());
    }
    server::Hub::Ports ports;
    ports.scheduleTick = [this] { m_due = true; };
    ports.scheduleRetry = [this] { m_due = true; };
    ports.onFatal = [this](const Error &error) { m_fatal = error; };
    ports.clockMs = m_clockMs;
    m_hub = std::make_unique<server::Hub>(*m_store, std::move(ports));
    return {};
}

void SimServer::stop()
{
    m_hub.reset();
    m_store.reset();
    m_due = false;
    m_fatal.reset();
}

std::shared_ptr<ServerEnd> SimServer::accept(const seal::SignPublic &key)
{
    if (!m_store->refresh()) {
        return nullptr;
    }
    const auto facts = m_store->factsFor(key);
    if (!facts) {
        return nullptr;
    }
    auto end = std::make_shared<ServerEnd>(*m_hub, *facts, m_clockMs);
    if (!m_hub->admit(facts->device, end)) {
        end->refuse();
    }
    return end;
}

void SimServer::tick()
{
    m_due = false;
    m_hub->tick();
}

} // namespace trivsel::sim
