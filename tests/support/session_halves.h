#pragma once

#include "tests/support/recorded_session.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace trivsel::test {

/** A store that is put back as it was when somebody has written in it. */
template <class Owner> class Restored
{
public:
    using Make = std::function<std::unique_ptr<Owner>(const std::filesystem::path &)>;
    Restored(std::filesystem::path before, std::filesystem::path file, Make make)
        : m_before(std::move(before)), m_file(std::move(file)), m_make(std::move(make))
    {
    }
    [[nodiscard]] Owner &fresh();

private:
    std::filesystem::path m_before;
    std::filesystem::path m_file;
    Make m_make;
    std::unique_ptr<Owner> m_owner;
    int m_changes = 0;
};

/** The server's half of a recorded run, told any bytes at all. `recorded` must outlive it. */
class ServerHalf
{
public:
    explicit ServerHalf(const RecordedSession &recorded);
    /** Each time as before the run. The bytes come in pieces of that size; the line ends after them. Empty,
     * or what was wrong: work without end, memory without bound, a log that holds what nobody wrote. */
    [[nodiscard]] std::string tell(std::string_view bytes, std::size_t piece = SIZE_MAX);

private:
    const RecordedSession &m_recorded;
    Restored<TestServer> m_store;
};

/** The same for the tablet's half: nothing of its own may be gone. */
class TabletHalf
{
public:
    explicit TabletHalf(const RecordedSession &recorded);
    [[nodiscard]] std::string tell(std::string_view bytes, std::size_t piece = SIZE_MAX);
    /** After the last tell(), honest runs with an honest server bring all that is the tablet's own there. */
    [[nodiscard]] std::string heal();

private:
    [[nodiscard]] std::uint64_t ownOf(TestTablet &tablet);
    Restored<TestTablet> m_store;
    Restored<TestServer> m_server;
    TestTablet *m_last = nullptr;
};

} // namespace trivsel::test
