#include "tests/server/faulty_server.h"

#include "tests/support/must.h"

namespace trivsel::test {

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;

struct CountingClient final : server::HubClient
{
    std::size_t stored = 0;
    void onStored(const session::StoredPush & /*push*/) override { ++stored; }
    void refuse() override {}
};

} // namespace

FaultyServer::FaultyServer(MemoryDisk &disk) : m_disk(disk), m_home(disk.name()) {}

void FaultyServer::ready()
{
    m_home.close();
    m_template = m_disk.image(folder());
}

void FaultyServer::begin()
{
    drop();
    m_disk.restore(folder(), m_template);
}

void FaultyServer::drop()
{
    m_hub.reset();
    m_store.reset();
}

Status FaultyServer::start()
{
    drop();
    auto opened = server::openHome(m_home.paths(), m_home.random());
    if (!opened) {
        return tl::unexpected(opened.error().error);
    }
    m_store = std::move(*opened);
    m_fatal.reset();
    m_hub = std::make_unique<server::Hub>(*m_store, ports());
    return {};
}

Status FaultyServer::running() const
{
    if (m_fatal) {
        return tl::unexpected(*m_fatal);
    }
    return m_hub ? Status() : fail(Errc::Closed, "the power went, or the server stopped");
}

Status FaultyServer::handIn(const std::vector<session::StorePush> &pushes,
                            const std::function<void()> &besides)
{
    TRIVSEL_TRY(running());
    const auto client = std::make_shared<CountingClient>();
    for (const session::StorePush &push : pushes) {
        m_hub->submit(client, push);
    }
    if (besides) {
        besides();
    }
    m_hub->tick();
    if (m_fatal) {
        return client->stored == 0 ? running() : fail(Errc::Internal, "acknowledged, and stopped");
    }
    return client->stored == pushes.size() ? Status() : fail(Errc::Internal, "not acknowledged");
}

Status FaultyServer::asOffice(const std::function<Status(server::Office &)> &work)
{
    auto opened = server::openHome(m_home.paths(), m_home.random());
    if (!opened) {
        return tl::unexpected(opened.error().error);
    }
    auto office = server::Office::begin(**opened, {m_home.random(), kNowMs});
    if (!office) {
        return tl::unexpected(office.error());
    }
    TRIVSEL_TRY(work(*office));
    return office->commit();
}

std::unique_ptr<server::HomeStore> FaultyServer::opened(std::string &trouble)
{
    auto opened = server::openHome(m_home.paths(), m_home.random());
    if (opened) {
        return std::move(*opened);
    }
    const Error &error = opened.error().error;
    trouble = opened.error().subject + " does not open: " + nameOf(error.code()) + " " + error.detail();
    return nullptr;
}

server::Hub::Ports FaultyServer::ports()
{
    server::Hub::Ports out;
    out.scheduleTick = [] {};
    out.scheduleRetry = [] {};
    out.onFatal = [this](const Error &error) { m_fatal = error; };
    out.clockMs = [] { return kNowMs; };
    return out;
}

std::string FaultyServer::integrity(server::HomeStore &store)
{
    auto sql = must(store.journal().database().prepare("PRAGMA integrity_check"));
    must(sql.step());
    return "integrity " + std::string(sql.text(0)) + '\n';
}

} // namespace trivsel::test
