// Durable changes per second through a real server over TLS, beside bare SQLite inserts of the same bytes in
// the same run. Usage: bench_sync --batch N --changes N --rounds N --floor FILE [--one] [--wave N]
// TABLET_FILE … One thread a tablet. With --one each change waits until the one before it is durable; with
// --wave only N tablets are there at a time. Prints one line of JSON.
#include "app/net/tls_transport.h"
#include "proto/journal/files.h"
#include "proto/journal/journal.h"
#include "proto/tabletfile/tablet_file.h"
#include "tests/bench/load_tablet.h"
#include "tests/bench/stats.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <thread>

using namespace trivsel;

namespace {

constexpr std::size_t kTextBytes = 100;

struct Wish
{
    std::size_t batch = 256;
    std::size_t changes = 1000;
    int rounds = 3;
    bool one = false;
    std::size_t wave = 60; // a home takes 64 connections
    std::string floor;
    std::vector<std::string> files;
};

template <class T> T orEnd(Result<T> result, const char *what)
{
    if (!result) {
        std::fprintf(stderr, "bench_sync: %s: %s (%s)\n", what, nameOf(result.error().code()),
                     result.error().detail().c_str());
        std::exit(2);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

Wish readWish(int argc, char **argv)
{
    Wish wish;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const bool more = i + 1 < argc;
        if (word == "--batch" && more) {
            wish.batch = std::strtoul(argv[++i], nullptr, 10);
        } else if (word == "--changes" && more) {
            wish.changes = std::strtoul(argv[++i], nullptr, 10);
        } else if (word == "--rounds" && more) {
            wish.rounds = std::atoi(argv[++i]);
        } else if (word == "--floor" && more) {
            wish.floor = argv[++i];
        } else if (word == "--wave" && more) {
            wish.wave = std::max(1UL, std::strtoul(argv[++i], nullptr, 10));
        } else if (word == "--one") {
            wish.one = true;
            wish.batch = 1;
        } else {
            wish.files.emplace_back(word);
        }
    }
    return wish;
}

struct Load
{
    explicit Load(TabletFile tablet, std::size_t batch) : file(std::move(tablet)), port(file, batch) {}
    TabletFile file;
    bench::LoadTablet port;
    net::Traffic traffic;

    void run()
    {
        session::TabletSession session(port, "bench");
        const auto clock = [] { return std::int64_t{1'760'000'000'000}; };
        const Status ended = net::runSession(file, session, clock, &traffic);
        if (!ended && !port.done()) {
            orEnd(Result<void>(ended), "run");
        }
    }
};

/** The same bytes into the store's table with its three B-trees, by SQLite alone: `batch` to a transaction.
 */
double floorMs(const Wish &wish, const std::vector<std::unique_ptr<Load>> &tablets, int round,
               bench::Samples &commits)
{
    journal::OpenOptions options;
    options.create = true;
    auto store = orEnd(journal::Journal::open(wish.floor + std::to_string(round), options), "floor");
    journal::Database &db = store.database();
    orEnd(db.execute("INSERT INTO stream(stream, set_hash, lamport) VALUES(x'00', x'00', 0)"), "floor");
    const bench::Stopwatch watch;
    for (const auto &tablet : tablets) {
        const auto &changes = tablet->port.prepared();
        for (std::size_t at = 0; at < changes.size(); at += wish.batch) {
            const bench::Stopwatch one;
            auto transaction = orEnd(journal::Transaction::begin(db), "floor");
            for (std::size_t i = at; i < std::min(at + wish.batch, changes.size()); ++i) {
                auto insert = orEnd(
                    db.prepare("INSERT INTO change(stream, inc, ctr, lamport, key, hash, header, nonce, "
                               "body, gone, log) VALUES(1, ?1, ?2, ?2, 1, ?3, ?4, ?5, ?6, 0, ?2)"),
                    "floor");
                insert.bindUnsigned(1, static_cast<std::uint64_t>(changes[i].dot.inc))
                    .bindUnsigned(2, changes[i].dot.ctr)
                    .bindBlob(3, changes[i].hash.str())
                    .bindBlob(4, changes[i].header)
                    .bindBlob(5, changes[i].nonce.str())
                    .bindBlob(6, changes[i].ct);
                orEnd(insert.run(), "floor");
            }
            orEnd(transaction.commit(), "floor");
            commits.add(one.ms());
        }
    }
    return watch.ms();
}

double loadMs(const std::vector<std::unique_ptr<Load>> &tablets, std::size_t wave)
{
    const bench::Stopwatch watch;
    for (std::size_t from = 0; from < tablets.size(); from += wave) {
        std::vector<std::thread> threads;
        for (std::size_t at = from; at < std::min(from + wave, tablets.size()); ++at) {
            threads.emplace_back([&tablet = *tablets[at]] { tablet.run(); });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
    }
    return watch.ms();
}

} // namespace

int main(int argc, char **argv)
{
    const Wish wish = readWish(argc, argv);
    orEnd(seal::initialise(), "libsodium");
    std::vector<std::unique_ptr<Load>> tablets;
    for (const std::string &name : wish.files) {
        const auto bytes = orEnd(journal::readSmallFile(name, limits::kTabletFileBytesMax), "tablet file");
        tablets.push_back(std::make_unique<Load>(orEnd(readTabletFile(bytes), "tablet file"), wish.batch));
        tablets.back()->run(); // grants and keys, once
        if (!tablets.back()->port.knowsStream()) {
            std::fprintf(stderr, "bench_sync: no team stream was granted\n");
            return 2;
        }
    }
    bench::Samples perS;
    bench::Samples floorPerS;
    bench::Samples bytes;
    bench::Samples commits;
    bench::Samples floorCpu;
    for (int round = 0; round < wish.rounds; ++round) {
        for (const auto &tablet : tablets) {
            tablet->port.prepare(wish.changes, kTextBytes);
            tablet->traffic = {};
            if (wish.one) {
                tablet->port.oneAtATime();
            }
        }
        const auto all = static_cast<double>(wish.changes * tablets.size());
        const std::clock_t cpu = std::clock();
        floorPerS.add(all / floorMs(wish, tablets, round, commits) * 1000);
        floorCpu.add(static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC * 1e6 / all);
        perS.add(all / loadMs(tablets, wish.wave) * 1000);
        double wire = 0;
        for (const auto &tablet : tablets) {
            wire += static_cast<double>(tablet->traffic.bytesOut + tablet->traffic.bytesIn);
        }
        bytes.add(wire / all);
    }
    bench::Samples waits;
    for (const auto &tablet : tablets) {
        waits.add(tablet->port.waits());
    }
    std::printf("{\"changes\":%zu,\"floor_cpu_us\":%.3f,\"per_s\":%.0f,\"floor_per_s\":%.0f,\"bytes_per_"
                "change\":%.1f,\"commit_p50_ms\":%.4f,"
                "\"commit_p99_ms\":%.4f,\"one_p50_ms\":%.4f,\"one_p99_ms\":%.4f}\n",
                wish.changes * tablets.size() * static_cast<std::size_t>(wish.rounds), floorCpu.median(),
                perS.median(), floorPerS.median(), bytes.median(), commits.median(), commits.quantile(0.99),
                waits.median(), waits.quantile(0.99));
    return 0;
}
