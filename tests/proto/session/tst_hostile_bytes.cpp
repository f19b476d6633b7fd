// Recorded runs, cut and flipped, against both halves: no crash, no end of work, no memory without bound, and
// nothing in the stores that nobody wrote.
#include "tests/support/session_halves.h"

#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace trivsel;
using namespace trivsel::test;

namespace {

bool isLong()
{
    return qEnvironmentVariableIsSet("TRIVSEL_LONG");
}

/** The bytes of frames, one after the other. */
std::string joined(const std::vector<std::string> &frames)
{
    std::string out;
    for (const std::string &frame : frames) {
        out += frame;
    }
    return out;
}

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
        m_most = isLong() ? 2'000 : 100;
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
            ServerHalf half(one);
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
            Half half(one);
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
