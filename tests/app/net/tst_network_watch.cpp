// The system's word that the network is back, in a network of the test's own.
#include "app/net/network_watch.h"

#include <QTest>
#include <chrono>
#include <cstring>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace trivsel;
using namespace std::chrono_literals;

namespace {

bool setLoopback(bool up)
{
    const int number = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strncpy(request.ifr_name, "lo", sizeof request.ifr_name - 1);
    request.ifr_flags = up ? IFF_UP : 0;
    const bool done = ::ioctl(number, SIOCSIFFLAGS, &request) == 0;
    ::close(number);
    return done;
}

} // namespace

class TestNetworkWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressThatAppearsIsTold()
    {
        // Alone in a network where nothing is up yet; as root, or as anybody who may have a user namespace.
        if (::unshare(CLONE_NEWNET) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
            QSKIP("a network of one's own is not allowed here");
        }
        boost::asio::io_context io{1};
        const auto watch = net::systemNetworkWatch(io);
        int told = 0;
        watch->start([&told] { ++told; });
        io.poll();
        QCOMPARE(told, 0);
        QVERIFY(setLoopback(true));
        while (told == 0 && io.run_one_for(10s) > 0) {
        }
        QVERIFY(told > 0);
        io.poll();
        const int before = told;
        QVERIFY(setLoopback(false)); // going is no news
        io.poll();
        QCOMPARE(told, before);
        QVERIFY(setLoopback(true));
        while (told == before && io.run_one_for(10s) > 0) {
        }
        QVERIFY(told > before);
        watch->stop();
        io.run(); // nothing is left to wait for
    }
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_network_watch.moc"
