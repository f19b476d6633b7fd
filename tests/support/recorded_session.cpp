#include "tests/support/recorded_session.h"

#include "tests/support/must.h"

#include <random>

namespace trivsel::test {

namespace {

/** The file alone is all of it. */
void copyStore(journal::Journal &journal, const std::filesystem::path &from, const std::filesystem::path &to)
{
    must(journal.database().checkpoint());
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
}

void collect(journal::Journal &journal, std::set<Hash256> &into)
{
    must(journal.readLog(0, [&into](journal::StoredChange &&stored) {
        into.insert(stored.change.hash);
        return true;
    }));
}

class Recorder
{
public:
    Recorder(const std::filesystem::path &dir, std::uint32_t k) : m_dir(dir), m_dice(k), m_world(dir) {}

    RecordedSession record()
    {
        const int streams = 1 + number(3);
        for (int at = 1; at <= streams; ++at) {
            m_streams.push_back(
                stream(static_cast<std::uint8_t>(at), at == 1 ? StreamKind::Home : StreamKind::Team));
            m_world.addStream(m_streams.back());
        }
        m_world.server->pageChanges = static_cast<std::size_t>(1 + number(8));
        m_world.a->batchChanges = static_cast<std::size_t>(1 + number(8));
        for (int visit = number(3); visit > 0; --visit) {
            write(*m_world.a, number(4));
            write(*m_world.b, number(4));
            m_world.run(*m_world.b);
            m_world.run(*m_world.a);
        }
        m_world.server->saveCopy(m_dir / "backup");
        write(*m_world.a, number(6));
        write(*m_world.b, number(6));
        m_world.run(*m_world.b);
        happen(number(6));
        return run();
    }

private:
    int number(int below) { return static_cast<int>(m_dice() % static_cast<std::uint32_t>(below)); }

    void write(TestTablet &tablet, int changes)
    {
        for (; changes > 0; --changes) {
            const auto &where = m_streams.at(m_dice() % m_streams.size());
            tablet.write(where, std::string(static_cast<std::size_t>(number(200)), 's'));
        }
    }

    void happen(int what)
    {
        if (what == 1) { // a stream is granted late
            m_streams.push_back(stream(9, StreamKind::Chosen));
            m_world.server->streams[m_streams.back()] = 1;
            m_world.grant(*m_world.b, m_streams.back());
            m_world.b->write(m_streams.back(), "sent");
            m_world.run(*m_world.b);
            m_world.grant(*m_world.a, m_streams.back());
        } else if (what == 2) { // the server was set back
            m_world.run(*m_world.a);
            write(*m_world.a, 2);
            collect(m_world.server->journal(), m_all);
            m_world.server->restoreCopy(m_dir / "backup");
        } else if (what == 3) { // a key that the server does not know
            m_world.a->write(m_streams.back(), "nøgle", 7);
        } else if (what == 4) { // no grant any more
            m_world.a->write(m_streams.back(), "uden lov");
            m_world.revoke(*m_world.a, m_streams.back());
        } else if (what == 5) { // the tablet's data was copied, and the copy has been here
            copyStore(m_world.a->journal(), m_world.a->file(), m_dir / "copy.db");
            TestTablet copy(m_dir / "copy.db", m_world.a->homeId, RecordedSession::kTablet);
            write(copy, 2);
            m_world.run(copy);
        }
    }

    RecordedSession run()
    {
        RecordedSession out;
        out.serverBefore = m_dir / "server-before.db";
        out.tabletBefore = m_dir / "tablet-before.db";
        out.devices = m_world.server->devices;
        out.streams = m_world.server->streams;
        out.home = m_world.server->home();
        m_world.server->saveCopy(out.serverBefore);
        copyStore(m_world.a->journal(), m_world.a->file(), out.tabletBefore);
        RunOptions options;
        options.seen = [&out](bool up, const std::string &frame) {
            (up ? out.up : out.down).push_back(frame);
        };
        static_cast<void>(
            sync(*m_world.a, *m_world.server, options)); // a copied tablet's run ends as it likes
        for (journal::Journal *one :
             {&m_world.server->journal(), &m_world.a->journal(), &m_world.b->journal()}) {
            collect(*one, m_all);
        }
        out.changes = m_all;
        return out;
    }

    std::filesystem::path m_dir;
    std::mt19937 m_dice;
    World m_world;
    std::vector<StreamId> m_streams;
    std::set<Hash256> m_all;
};

} // namespace

RecordedSession recordSession(const std::filesystem::path &dir, std::uint32_t k)
{
    std::filesystem::remove_all(dir);
    std::filesystem::create_directories(dir);
    return Recorder(dir, k).record();
}

} // namespace trivsel::test
