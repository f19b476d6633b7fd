#include "sync-server/handshake_log.h"

#include <QtTest>
#include <vector>

using trivsel::server::HandshakeLog;
using namespace std::chrono_literals;

class TestHandshakeLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFloodIsALineNowAndThen()
    {
        std::vector<std::string> lines;
        HandshakeLog::Clock::time_point now;
        HandshakeLog log([&](const std::string &line) { lines.push_back(line); }, [&] { return now; });
        log.refused("no certificate");
        QCOMPARE(lines, std::vector<std::string>{"handshake refused: no certificate"});
        for (int i = 0; i < 100'000; ++i) {
            log.refused("noise");
        }
        now += HandshakeLog::kQuiet - 1ms;
        log.refused("noise");
        QCOMPARE(lines.size(), std::size_t{1});
        now += 1ms;
        log.refused("no certificate");
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines.back(),
                 std::string("handshake refused: no certificate (and 100001 more since the last line)"));
    }

    void fewAreToldOneByOne()
    {
        std::vector<std::string> lines;
        HandshakeLog::Clock::time_point now;
        HandshakeLog log([&](const std::string &line) { lines.push_back(line); }, [&] { return now; });
        for (int i = 0; i < 3; ++i) {
            log.refused("no certificate");
            now += HandshakeLog::kQuiet;
        }
        QCOMPARE(lines, std::vector<std::string>(3, "handshake refused: no certificate"));
    }
};

QTEST_GUILESS_MAIN(TestHandshakeLog)
#include "tst_handshake_log.moc"
