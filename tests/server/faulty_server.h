#pragma once

#include "sync-server/hub.h"
#include "sync-server/office.h"
#include "tests/server/home_builder.h"
#include "tests/support/fault_story.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace trivsel::test {

/**
 * A server's store on a disk that fails; its hub is started and stopped as the program does it, and the
 * office's commands are processes beside it. A story fills the home, calls ready(), and says what happens
 * then.
 */
class FaultyServer : public Story
{
public:
    [[nodiscard]] const std::filesystem::path &folder() const { return m_home.paths().dir; }
    void begin() override;
    void drop() override;

protected:
    explicit FaultyServer(MemoryDisk &disk);
    /** What the home holds now is what every run begins with. Closes the builder's store. */
    void ready();
    testing::BuiltHome &home() { return m_home; }

    /** The program starts. */
    Status start();
    /** Closed when the program does not run; what stopped it when something did. */
    [[nodiscard]] Status running() const;
    /** While the program runs. */
    server::HomeStore &store() { return *m_store; }
    server::Hub &hub() { return *m_hub; }
    /** Hands in beside what `besides` notes, and commits: saved when every one of them was acknowledged. */
    Status handIn(const std::vector<session::StorePush> &pushes, const std::function<void()> &besides = {});
    /** A command: a process of its own. */
    Status asOffice(const std::function<Status(server::Office &)> &work);

    /** For describe(): the store opened anew, or nothing, and why in `trouble`. */
    std::unique_ptr<server::HomeStore> opened(std::string &trouble);
    server::Hub::Ports ports();
    /** What SQLite says of its own file. */
    static std::string integrity(server::HomeStore &store);

private:
    MemoryDisk &m_disk;
    testing::BuiltHome m_home;
    MemoryDisk::Image m_template;
    std::unique_ptr<server::HomeStore> m_store;
    std::unique_ptr<server::Hub> m_hub;
    std::optional<Error> m_fatal;
};

} // namespace trivsel::test
