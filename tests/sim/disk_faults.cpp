// Disks that fail, are full or lose their power, and whom that stops.
#include "tests/sim/world.h"

#include <sqlite3.h>

namespace trivsel::sim {

void World::crashTablet()
{
    const auto at = someRunning();
    if (!at) {
        return;
    }
    Place &place = m_places[*at];
    const bool power = m_dice.chance(50);
    note("tablet " + std::to_string(*at) + (power ? " loses power" : " is killed"));
    if (power) {
        m_home.disk.cutPower(place.tablet->dir(), [this] { return m_dice.chance(50); });
    } else {
        m_home.disk.kill(place.tablet->dir());
    }
    m_seen.counters.add(power ? Fault::TabletPowerCut : Fault::TabletKilled);
    stopTablet(*at);
}

void World::crashServer()
{
    if (!m_server.running()) {
        return;
    }
    const bool power = m_dice.chance(50);
    note(power ? "the server loses power" : "the server is killed");
    if (power) {
        m_home.disk.cutPower(m_server.dir(), [this] { return m_dice.chance(50); });
    } else {
        m_home.disk.kill(m_server.dir());
    }
    m_seen.counters.add(power ? Fault::ServerPowerCut : Fault::ServerKilled);
    stopServer();
}

void World::arm(bool server)
{
    settleDisk(); // a disk that failed unnoticed just now must not be forgotten over the next one
    const auto at = someRunning();
    if (m_armed || (server ? !m_server.running() : !at)) {
        return;
    }
    const std::vector kinds{Armed::Kind::PowerCut, Armed::Kind::PowerCut, Armed::Kind::Kill,
                            Armed::Kind::Once};
    const auto dir = server ? m_server.dir() : m_places[*at].tablet->dir();
    m_armed = Armed{m_dice.pick(kinds), dir, 1 + m_dice.below(m_dice.chance(50) ? 12 : 60)};
    m_home.disk.setFault([this](MemoryDisk::Call, const std::string &file) { return strike(file); });
    note("the disk of " + dir.filename().string() + " will fail");
}

void World::disarm()
{
    m_armed.reset();
    m_home.disk.setFault(nullptr);
}

std::optional<int> World::strike(const std::string &file)
{
    if (!m_armed || file.compare(0, m_armed->dir.native().size() + 1, m_armed->dir.native() + "/") != 0 ||
        --m_armed->calls > 0) {
        return std::nullopt;
    }
    m_struck = std::exchange(m_armed, std::nullopt);
    if (m_struck->kind == Armed::Kind::PowerCut) {
        m_home.disk.cutPower(m_struck->dir, [this] { return m_dice.chance(50); });
    } else if (m_struck->kind == Armed::Kind::Kill) {
        m_home.disk.kill(m_struck->dir);
    }
    return SQLITE_IOERR;
}

void World::settleDisk()
{
    if (m_struck) {
        const Armed struck = *m_struck;
        disarm();
        const bool server = struck.dir == m_server.dir();
        const bool once = struck.kind == Armed::Kind::Once;
        const bool power = struck.kind == Armed::Kind::PowerCut;
        note("the disk of " + struck.dir.filename().string() + " failed");
        m_seen.counters.add(once     ? Fault::IoError
                            : server ? power ? Fault::ServerPowerCut : Fault::ServerKilled
                            : power  ? Fault::TabletPowerCut
                                     : Fault::TabletKilled);
        for (std::size_t at = 0; at < m_places.size(); ++at) {
            if (m_places[at].tablet->dir() == struck.dir) {
                m_places[at].diskTrouble = true;
                if (!once) {
                    stopTablet(at);
                }
            }
        }
        if (server && (!once || m_server.fatal())) {
            stopServer();
        }
        m_struck.reset();
    }
    if (m_server.running() && m_server.fatal()) {
        note(std::string("the server stops itself: ") + nameOf(m_server.fatal()->code()));
        if (m_server.fatal()->code() != Errc::StoreFull && !m_serverFull) {
            // An error that nobody caused.
            const bool io = m_server.fatal()->code() == Errc::StoreFailed;
            if (!io) {
                failed(std::string("the server stopped: ") + nameOf(m_server.fatal()->code()) + " " +
                       m_server.fatal()->detail());
            }
        }
        stopServer();
    }
}

void World::fill(bool server)
{
    const auto at = someRunning();
    if (!server && !at) {
        return;
    }
    const auto dir = server ? m_server.dir() : m_places[*at].tablet->dir();
    bool &full = server ? m_serverFull : m_places[*at].full;
    full = !full;
    note("the disk of " + dir.filename().string() + (full ? " is full" : " has room again"));
    if (full) {
        m_home.disk.setCapacity(dir, m_home.disk.used(dir) + m_dice.below(20'000));
        m_seen.counters.add(server ? Fault::ServerDiskFull : Fault::TabletDiskFull);
    } else {
        m_home.disk.clearCapacity(dir);
    }
}

} // namespace trivsel::sim
