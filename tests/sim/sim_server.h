#pragma once

#include "sync-server/conversation.h"
#include "sync-server/open_home.h"
#include "tests/support/memory_disk.h"

#include <deque>
#include <memory>

namespace trivsel::sim {

/** The server's end of a line: the real conversation, and bytes that wait to be sent. */
class ServerEnd final : public server::HubClient, public std::enable_shared_from_this<ServerEnd>
{
public:
    ServerEnd(server::Hub &hub, const session::DeviceFacts &device, std::function<std::int64_t()> clockMs);

    void onBytes(std::string_view bytes) { m_conversation.onBytes(bytes); }
    void onStored(const session::StoredPush &stored) override { m_conversation.onStored(stored); }
    void refuse() override { m_conversation.refuse(); }

    /** The socket closed. */
    void gone() { m_hub.leave(this); }

    /** Bytes that go on the line now; the conversation is asked for more. */
    [[nodiscard]] std::string takeOut();
    /** The process is gone: only what it had handed to the system still goes. */
    [[nodiscard]] std::string lastWords() { return std::exchange(m_out, {}); }
    [[nodiscard]] bool ended() const { return m_conversation.ended(); }
    [[nodiscard]] bool crowded() const { return m_conversation.crowded(); }
    [[nodiscard]] const server::Conversation &conversation() const { return m_conversation; }
    [[nodiscard]] std::size_t outBytes() const { return m_out.size(); }

private:
    server::Hub &m_hub;
    std::string m_out;
    server::Conversation m_conversation;
};

/** `trivsel-sync serve` without sockets: the real store and hub, started, stopped and killed. */
class SimServer
{
public:
    SimServer(test::MemoryDisk &disk, server::HomePaths paths, std::function<std::int64_t()> clockMs)
        : m_disk(disk), m_paths(std::move(paths)), m_clockMs(std::move(clockMs))
    {
    }

    [[nodiscard]] Status start(const Random &random);
    void stop();
    [[nodiscard]] bool running() const { return m_hub != nullptr; }

    /** nullptr: nobody of this home, or the house is full. */
    [[nodiscard]] std::shared_ptr<ServerEnd> accept(const seal::SignPublic &key);
    /** Some pushes or notes wait for a commit. */
    [[nodiscard]] bool due() const { return m_due; }
    void tick();
    /** Why the process stopped itself. */
    [[nodiscard]] const std::optional<Error> &fatal() const { return m_fatal; }

    [[nodiscard]] server::HomeStore &store() { return *m_store; }
    [[nodiscard]] server::Hub &hub() { return *m_hub; }
    [[nodiscard]] const std::filesystem::path &dir() const { return m_paths.dir; }

    /** Grows when the log may have lost something: then DURABLE of before is no promise of this server. */
    unsigned generation = 0;

private:
    test::MemoryDisk &m_disk;
    server::HomePaths m_paths;
    std::function<std::int64_t()> m_clockMs;
    std::unique_ptr<server::HomeStore> m_store;
    std::unique_ptr<server::Hub> m_hub;
    std::optional<Error> m_fatal;
    bool m_due = false;
};

} // namespace trivsel::sim
