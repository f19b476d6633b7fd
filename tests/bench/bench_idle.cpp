// A sync run with nothing new, over the big home: round trips after TLS and bytes. Usage: bench_idle
// TABLET_FOLDER CATALOGUE
#include "app/net/tls_transport.h"
#include "tests/bench/stats.h"
#include "tests/bench/tablet.h"

#include <cstdio>

using namespace trivsel;

int main(int argc, char **argv)
{
    if (argc < 3) {
        return 2;
    }
    const auto tablet = bench::openTablet(argv[1], argv[2]);
    bench::Samples ms;
    net::Traffic traffic;
    for (int i = 0; i < 10; ++i) {
        session::TabletSession session(tablet->syncPort(), "bench");
        const bench::Stopwatch watch;
        traffic = {};
        const Status ended = net::runSession(
            tablet->identity(), session, [] { return std::int64_t{1'760'000'000'000}; }, &traffic);
        if (!ended) {
            std::fprintf(stderr, "bench_idle: %s\n", nameOf(ended.error().code()));
            return 2;
        }
        ms.add(watch.ms());
    }
    std::printf("{\"round_trips\":%llu,\"bytes\":%llu,\"ms\":%.1f}\n",
                static_cast<unsigned long long>(traffic.roundTrips),
                static_cast<unsigned long long>(traffic.bytesOut + traffic.bytesIn), ms.median());
    return 0;
}
