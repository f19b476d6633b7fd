// Recorded runs, cut and flipped, against both halves: no crash, no end of work, no memory without bound, and
// nothing in the stores that nobody wrote.
#include "tests/support/must.h"
#include "tests/support/recorded_session.h"

#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sqlite3.h>

using namespace trivsel;
using namespace trivsel::test;

namespace {

constexpr std::int64_t kNowMs = 1'700'000'000'000;
constexpr int kActionsMax = 10'000;             // that one delivery may lead to
constexpr std::size_t kSaidBytesMax = 64 << 20; // in one run

bool isLong()
{
    return qEnvironmentVariableIsSet("TRIVSEL_LONG");
}

/** A store that is put back when somebody wrote in it. */
template <class Owner> class Restored
{
public:
    using Make = std::function<std::unique_ptr<Owner>(const std::filesystem::path &)>;
    Restored(std::filesystem::path before, std::filesystem::path file, Make make)
        : m_before(std::move(before)), m_file(std::move(file)), m_make(std::move(make))
    {
    }
    Owner &fresh()
    {
        if (!m_owner || sqlite3_total_changes(m_owner->journal().database().handle()) != m_changes) {
            m_owner.reset();
            std::filesystem::copy_file(m_before, m_file, std::filesystem::copy_options::overwrite_existing);
            m_owner = m_make(m_file);
            m_changes = sqlite3_total_changes(m_owner->journal().database().handle());
        }
        return *m_owner;
    }

private:
    std::filesystem::path m_before;
    std::filesystem::path m_file;
    Make m_make;
    std::unique_ptr<Owner> m_owner;
    int m_changes = 0;
};

/** The bytes of frames, one after the other. */
std::string joined(const std::vector<std::string> &frames)
{
    std::string out;
    for (const std::string &frame : frames) {
        out += frame;
    }
    return out;
}

/** Every change of the log is one of these. */
std::string strangersIn(journal::Journal &journal, const std::set<Hash256> &lawful)
{
    std::string found;
    must(journal.readLog(0, [&](journal::StoredChange &&stored) {
        if (!lawful.contains(stored.change.hash)) {
            found = "a change that nobody wrote is in the log";
        }
        return found.empty();
    }));
    return found;
}

class ServerHalf
{
public:
    ServerHalf(const RecordedSession &recorded, const std::filesystem::path &dir)
        : m_recorded(recorded),
          m_store(recorded.serverBefore, dir / "server-replay.db", [&recorded](const auto &file) {
              auto server = std::make_unique<TestServer>(file, recorded.home);
              server->devices = recorded.devices;
              server->streams = recorded.streams;
              return server;
          })
    {
    }

    /** Empty, or what was wrong. The bytes come in pieces of that size; the line ends after them. */
    std::string tell(std::string_view bytes, std::size_t piece = SIZE_MAX)
    {
        TestServer &server = m_store.fresh();
        session::ServerSession session(server, server.facts(filled<DeviceId>(RecordedSession::kTablet)));
        framing::Decoder decoder(limits::kFrameBytesMaxBeforeHello);
        std::size_t said = 0;
        bool closed = false;
        std::size_t fed = 0;
        while (!closed) {
            auto frame = decoder.next();
            if (!frame) {
                session.onBadFrame(frame.error());
            } else if (!*frame) {
                if (fed == bytes.size()) {
                    break;
                }
                const std::string_view next = bytes.substr(fed, piece);
                decoder.feed(next);
                fed += next.size();
                continue;
            } else {
                session.onFrame(**frame, kNowMs);
            }
            int actions = 0;
            while (auto action = session.next()) {
                if (++actions > kActionsMax) {
                    return "does not come to an end";
                }
                if (auto *send = std::get_if<session::SendFrame>(&*action)) {
                    said += send->bytes.size();
                } else if (auto *push = std::get_if<session::StorePush>(&*action)) {
                    session.onStored(server.store(*push));
                } else if (std::holds_alternative<session::CloseConnection>(*action)) {
                    closed = true;
                    break;
                }
            }
            if (!frame && !closed) {
                return "goes on after a bad frame";
            }
            if (session.authenticated()) {
                decoder.setFrameBytesMax(limits::kFrameBytesMax);
            }
        }
        if (said > kSaidBytesMax || decoder.heldBytes() > bytes.size()) {
            return "says or holds too much";
        }
        session.onTimeout();
        return strangersIn(server.journal(), m_recorded.changes);
    }

private:
    const RecordedSession &m_recorded;
    Restored<TestServer> m_store;
};

class TabletHalf
{
public:
    TabletHalf(const RecordedSession &recorded, const std::filesystem::path &dir)
        : m_recorded(recorded),
          m_store(recorded.tabletBefore, dir / "tablet-replay.db",
                  [&recorded](const auto &file) {
                      return std::make_unique<TestTablet>(file, recorded.home, RecordedSession::kTablet);
                  }),
          m_server(recorded.serverBefore, dir / "server-replay.db", [&recorded](const auto &file) {
              auto server = std::make_unique<TestServer>(file, recorded.home);
              server->devices = recorded.devices;
              server->streams = recorded.streams;
              return server;
          })
    {
    }

    std::string tell(std::string_view bytes, std::size_t piece = SIZE_MAX)
    {
        TestTablet &tablet = m_store.fresh();
        const std::uint64_t own = ownOf(tablet);
        const std::uint64_t all = must(tablet.journal().count());
        session::TabletSession session(tablet, "hostile");
        framing::Decoder decoder;
        session.start(kNowMs);
        bool finished = false;
        std::size_t said = 0;
        if (!drain(session, finished, said)) {
            return "does not come to an end";
        }
        std::size_t fed = 0;
        while (!finished) {
            auto frame = decoder.next();
            if (!frame) {
                session.onBadFrame(frame.error());
            } else if (!*frame) {
                if (fed == bytes.size()) {
                    break;
                }
                const std::string_view next = bytes.substr(fed, piece);
                decoder.feed(next);
                fed += next.size();
                continue;
            } else {
                session.onFrame(**frame, kNowMs);
            }
            if (!drain(session, finished, said)) {
                return "does not come to an end";
            }
            if (!frame && !finished) {
                return "goes on after a bad frame";
            }
        }
        session.onClosed(Error(Errc::Closed));
        if (!drain(session, finished, said) || !finished) {
            return "does not end with its line";
        }
        if (said > kSaidBytesMax || decoder.heldBytes() > bytes.size()) {
            return "says or holds too much";
        }
        if (ownOf(tablet) != own || must(tablet.journal().count()) < all) {
            return "something of its own is gone";
        }
        return {};
    }

    /** After that, an honest run with an honest server brings everything of this tablet's own there. */
    std::string heal()
    {
        TestTablet &tablet = *m_last;
        TestServer &server = m_server.fresh();
        for (int run = 0; run < 3; ++run) {
            static_cast<void>(sync(tablet, server));
        }
        return tablet.count(TestTablet::Own::Pending) == 0 ? std::string() : "can't hand in any more";
    }

private:
    std::uint64_t ownOf(TestTablet &tablet)
    {
        m_last = &tablet;
        using Own = TestTablet::Own;
        return tablet.count(Own::Pending) + tablet.count(Own::Durable) + tablet.count(Own::Held);
    }
    static bool drain(session::TabletSession &session, bool &finished, std::size_t &said)
    {
        int actions = 0;
        while (auto action = session.next()) {
            if (auto *send = std::get_if<session::SendFrame>(&*action)) {
                said += send->bytes.size();
            } else {
                finished = true;
                return true;
            }
            if (++actions > kActionsMax) {
                return false;
            }
        }
        return true;
    }

    const RecordedSession &m_recorded;
    Restored<TestTablet> m_store;
    Restored<TestServer> m_server;
    TestTablet *m_last = nullptr;
};

/** All of 0 … end-1, or that many of them by the dice. */
std::vector<std::size_t> places(std::size_t end, std::size_t most, std::mt19937 &dice)
{
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < end; ++at) {
        if (end <= most || dice() % end < most) {
            out.push_back(at);
        }
    }
    return out;
}

} // namespace

class TestHostileBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_shm = QDir("/dev/shm").exists();
        m_dir = std::make_unique<QTemporaryDir>(m_shm ? "/dev/shm/trivsel-XXXXXX" : "trivsel-XXXXXX");
        const std::uint32_t sessions = isLong() ? 1'000 : 50;
        m_most = isLong() ? 2'000 : 150;
        for (std::uint32_t k = 0; k < sessions; ++k) {
            m_sessions.push_back(recordSession(m_dir->filePath(QString::number(k)).toStdString(), k));
        }
    }

    void theRecordedRunsAreVaried()
    {
        std::map<int, int> types;
        for (const RecordedSession &one : m_sessions) {
            for (const auto *frames : {&one.up, &one.down}) {
                for (const std::string &frame : *frames) {
                    ++types[static_cast<std::uint8_t>(frame[4])];
                }
            }
        }
        using framing::FrameType;
        for (const FrameType type :
             {FrameType::Hello, FrameType::HelloAck, FrameType::StreamKey, FrameType::Push,
              FrameType::PushAck, FrameType::Want, FrameType::Have, FrameType::Lack, FrameType::Pull,
              FrameType::Changes, FrameType::ChangesAck, FrameType::Bye}) {
            QVERIFY2(types[static_cast<int>(type)] > 0, QByteArray::number(static_cast<int>(type)));
        }
    }

    void theServerTakesWhatWasRecorded()
    {
        for (const RecordedSession &one : m_sessions) {
            ServerHalf half(one, one.serverBefore.parent_path());
            passes(half.tell(joined(one.up)), "unchanged");
        }
    }

    void theServerStandsEverything() { everything<ServerHalf>(&RecordedSession::up); }
    void theTabletStandsEverything() { everything<TabletHalf>(&RecordedSession::down); }

private:
    template <class Half> void everything(std::vector<std::string> RecordedSession::*frames)
    {
        std::uint64_t told = 0;
        for (const RecordedSession &one : m_sessions) {
            Half half(one, one.serverBefore.parent_path());
            std::mt19937 dice(static_cast<std::uint32_t>(&one - m_sessions.data()));
            const std::string whole = joined(one.*frames);
            // The line is cut after every byte: between frames nothing new can happen, so those by the dice.
            for (const std::size_t at : places(whole.size(), m_most, dice)) {
                passes(half.tell(std::string_view(whole).substr(0, at)),
                       "cut after byte " + std::to_string(at));
                ++told;
            }
            for (const std::size_t bit : places(whole.size() * 8, m_most, dice)) {
                std::string flipped = whole;
                flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
                passes(half.tell(flipped), "flipped bit " + std::to_string(bit));
                heal(half, told++);
            }
            shortened(half, one.*frames, dice, told);
            if (QTest::currentTestFailed()) {
                qInfo("session %d", static_cast<int>(&one - m_sessions.data()));
                return;
            }
        }
        qInfo("%llu runs of %zu sessions", static_cast<unsigned long long>(told), m_sessions.size());
    }

    /** The line is cut after every byte: what a session has heard is whole frames, so the cuts within one are
     * alike. */
    template <class Half> void cutOff(Half &half, const std::vector<std::string> &frames, std::uint64_t &told)
    {
        const std::string whole = joined(frames);
        std::size_t end = 0;
        for (const std::string &frame : frames) {
            for (const std::size_t in : {std::size_t{0}, std::size_t{1}, std::size_t{5}, frame.size() - 1}) {
                passes(half.tell(std::string_view(whole).substr(0, end + in)),
                       "cut after byte " + std::to_string(end + in));
                heal(half, told++);
            }
            end += frame.size();
        }
    }

    /** One frame's message ends early, and its length says so. */
    template <class Half>
    void shortened(Half &half, const std::vector<std::string> &frames, std::mt19937 &dice,
                   std::uint64_t &told)
    {
        for (std::size_t which = 0; which < frames.size(); ++which) {
            const std::string payload = frames[which].substr(5);
            for (const std::size_t end : places(payload.size(), m_most / frames.size() + 1, dice)) {
                std::string bytes;
                for (std::size_t at = 0; at < frames.size(); ++at) {
                    bytes += at == which ? framing::encode(static_cast<framing::FrameType>(frames[at][4]),
                                                           payload.substr(0, end))
                                         : frames[at];
                }
                passes(half.tell(bytes),
                       "frame " + std::to_string(which) + " shortened to " + std::to_string(end));
                heal(half, told++);
            }
        }
    }

    void heal(ServerHalf & /*its store is looked at each time*/, std::uint64_t /*told*/) {}
    void heal(TabletHalf &half, std::uint64_t told)
    {
        if (told % 20 == 0) {
            passes(half.heal(), "an honest run afterwards");
        }
    }

    void passes(const std::string &trouble, const std::string &what)
    {
        QVERIFY2(trouble.empty(), (what + ": " + trouble).c_str());
    }

    bool m_shm = false;
    std::size_t m_most = 200;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::vector<RecordedSession> m_sessions;
};

QTEST_GUILESS_MAIN(TestHostileBytes)
#include "tst_hostile_bytes.moc"
