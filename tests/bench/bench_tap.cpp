// Tap to durable draft, beside a bare SQLite commit of the same size, in turn. Usage: bench_tap TABLET_FOLDER
// CATALOGUE [TAPS] Prints one line of JSON.
#include "proto/journal/sqlite.h"
#include "tests/bench/stats.h"
#include "tests/bench/tablet.h"

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace trivsel;

namespace {

constexpr int kRowBytes = 700; // about what a sealed draft of one answer sheet weighs

[[noreturn]] void end(const char *what, const Error &error)
{
    std::fprintf(stderr, "bench_tap: %s: %s (%s)\n", what, nameOf(error.code()), error.detail().c_str());
    std::exit(2);
}

class BareCommit
{
public:
    explicit BareCommit(const std::filesystem::path &file) : m_db(open(file))
    {
        if (auto made = m_db.execute("CREATE TABLE IF NOT EXISTS row(id INTEGER PRIMARY KEY, body BLOB)");
            !made) {
            end("floor", made.error());
        }
    }
    void run(const std::string &body)
    {
        auto statement = m_db.prepare("INSERT OR REPLACE INTO row VALUES(1, ?1)");
        if (!statement) {
            end("floor", statement.error());
        }
        statement->bindBlob(1, body);
        if (auto done = statement->run(); !done) {
            end("floor", done.error());
        }
    }

private:
    static journal::Database open(const std::filesystem::path &file)
    {
        journal::OpenOptions options;
        options.create = true;
        auto db = journal::Database::open(file, options);
        if (!db) {
            end("floor", db.error());
        }
        return std::move(*db);
    }
    journal::Database m_db;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const int taps = argc > 3 ? std::atoi(argv[3]) : 1000;
    const auto tablet = bench::openTablet(folder, argv[2]);
    const engine::HomeSnapshot home = tablet->home();
    const engine::Tile &who = home.residents.front();
    const std::string url = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det";
    auto draft = tablet->beginForm(who.id, {who.id, merge::Role::ROLE_RESIDENT}, url, {});
    if (!draft) {
        end("begin", draft.error());
    }
    BareCommit floor(folder / "floor.db");
    const std::string body(kRowBytes, 'x');
    const char *codes[] = {"ret-godt", "ret-svaert"};
    bench::Samples tap;
    bench::Samples bare;
    for (int i = 0; i < taps; ++i) {
        const bench::Stopwatch tapped;
        if (auto done = tablet->chooseAnswer(draft->id, "selv", codes[i % 2]); !done) {
            end("tap", done.error());
        }
        tap.add(tapped.ms());
        const bench::Stopwatch committed;
        floor.run(body);
        bare.add(committed.ms());
    }
    if (auto gone = tablet->discardDraft(draft->id); !gone) {
        end("discard", gone.error());
    }
    std::printf(
        "{\"taps\":%d,\"tap_p50_ms\":%.3f,\"tap_p99_ms\":%.3f,\"bare_p50_ms\":%.3f,\"bare_p99_ms\":%.3f,"
        "\"ratio_p50\":%.2f,\"ratio_p99\":%.2f}\n",
        taps, tap.median(), tap.quantile(0.99), bare.median(), bare.quantile(0.99),
        tap.median() / bare.median(), tap.quantile(0.99) / bare.quantile(0.99));
    return 0;
}
