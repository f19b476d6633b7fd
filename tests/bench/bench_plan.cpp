// bench_plan TABLET_FOLDER CATALOGUE CHANGES [RUNS]: a resident and staff save that many changes in one plan,
// through the engine; then how long opening it takes. One line of JSON. started: the engine has just been
// opened, and all that the plan's stream holds is read, unsealed and folded. anew: the page was left and
// comes again, so it is folded again. open: the page is still there.
#include "proto/journal/journal.h"
#include "tests/bench/stats.h"
#include "tests/bench/tablet.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

using namespace trivsel;

namespace {

const std::string kPlan = "https://trivsel.example/fhir/Questionnaire/trivselsplan";
constexpr std::array kInside{"mig.indefra", "styrker.indefra", "mennesker.indefra", "god.tegn.indefra"};
constexpr std::array kOutside{"mig.udefra", "styrker.udefra", "mennesker.udefra", "god.tegn.udefra"};

[[noreturn]] void end(const char *what, const Error &error)
{
    std::fprintf(stderr, "bench_plan: %s: %s (%s)\n", what, nameOf(error.code()), error.detail().c_str());
    std::exit(2);
}

/** The least that opening has to do: the rows of that stream, read out of the same file and thrown away. */
class BareRows
{
public:
    BareRows(const std::filesystem::path &file, const StreamId &stream) : m_stream(stream), m_db(opened(file))
    {
    }
    [[nodiscard]] double readMs()
    {
        const bench::Stopwatch watch;
        m_count = m_bytes = 0;
        auto rows = orEnd(m_db.prepare("SELECT c.header, c.nonce, c.body, c.hash FROM stream s JOIN change c"
                                       " ON c.stream = s.id WHERE s.stream = ? ORDER BY c.seq"));
        rows.bindBlob(1, m_stream.str());
        while (orEnd(rows.step())) {
            ++m_count;
            for (int column = 0; column < 4; ++column) {
                m_bytes += rows.blob(column).size();
            }
        }
        return watch.ms();
    }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    static journal::Database opened(const std::filesystem::path &file)
    {
        journal::OpenOptions options;
        options.readOnly = true;
        options.applicationId = journal::Journal::kApplicationId;
        options.userVersion = std::numeric_limits<int>::max();
        return orEnd(journal::Database::open(file, options));
    }
    template <class T> static T orEnd(Result<T> result)
    {
        if (!result) {
            end("floor", result.error());
        }
        return std::move(*result);
    }
    StreamId m_stream;
    journal::Database m_db;
    std::size_t m_count = 0;
    std::size_t m_bytes = 0;
};

/** As people do: the plan is opened, one field is written in, and it is left. */
void save(engine::Engine &tablet, const PersonId &resident, const engine::Who &who, const char *field,
          int number)
{
    const std::string text =
        "Vi går en tur om morgenen, også når det regner, og bagefter drikker vi kaffe i køkkenet. "
        "Det har vi nu talt om " +
        std::to_string(number) + " gange.";
    if (const auto opened = tablet.openPlan(resident, who, kPlan); !opened) {
        end("open", opened.error());
    }
    if (const auto typed = tablet.editField(resident, who, kPlan, std::string(field), text); !typed) {
        end("type", typed.error());
    }
    if (const auto saved = tablet.leavePlan(resident, who, kPlan); !saved || *saved != 1) {
        end("save", saved ? Error(Errc::Internal, "nothing was saved") : saved.error());
    }
}

/** One opening, in ms; which stream was opened. */
double openMs(engine::Engine &tablet, const PersonId &resident, const engine::Who &who, StreamId &stream)
{
    const bench::Stopwatch watch;
    const auto opened = tablet.openPlan(resident, who, kPlan);
    const double ms = watch.ms();
    if (!opened) {
        end("open", opened.error());
    }
    stream = opened->stream;
    return ms;
}

/** How many versions the history of these fields has. */
std::size_t behind(engine::Engine &tablet, const PersonId &resident, const engine::Who &who)
{
    std::size_t count = 0;
    for (const auto &fields : {kInside, kOutside}) {
        for (const char *field : fields) {
            const auto versions = tablet.history(resident, who, kPlan, std::string(field));
            if (!versions) {
                end("history", versions.error());
            }
            count += versions->size();
        }
    }
    return count;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const int changes = std::atoi(argv[3]);
    const int runs = argc > 4 ? std::atoi(argv[4]) : 9;
    auto tablet = bench::openTablet(folder, argv[2]);
    const PersonId resident = tablet->home().residents.front().id;
    const engine::Who self{resident, merge::Role::ROLE_RESIDENT};
    const engine::Who staff{tablet->home().staff.front().id, merge::Role::ROLE_STAFF};
    const bench::Stopwatch writing;
    for (int i = 0; i < changes; ++i) {
        const auto at = static_cast<std::size_t>(i / 2) % kInside.size();
        i % 2 == 0 ? save(*tablet, resident, self, kInside[at], i)
                   : save(*tablet, resident, staff, kOutside[at], i);
    }
    const double writeMs = writing.ms() / changes;
    const std::size_t versions = behind(*tablet, resident, self);

    bench::Samples started;
    bench::Samples anew;
    bench::Samples open;
    bench::Samples floor;
    std::size_t rows = 0;
    std::size_t bytes = 0;
    for (int i = 0; i < runs; ++i) {
        StreamId stream;
        tablet.reset();
        tablet = bench::openTablet(folder, argv[2]);
        started.add(openMs(*tablet, resident, self, stream));
        open.add(openMs(*tablet, resident, self, stream));
        tablet->closeResident();
        anew.add(openMs(*tablet, resident, self, stream));
        BareRows bare(folder / "data" / "tablet.db", stream);
        floor.add(bare.readMs());
        rows = bare.count();
        bytes = bare.bytes();
    }
    std::printf("{\"versions\":%zu,\"rows\":%zu,\"bytes\":%zu,\"write_ms\":%.3f,\"started_ms\":%.2f,"
                "\"anew_ms\":%.2f,\"open_ms\":%.3f,\"floor_ms\":%.2f}\n",
                versions, rows, bytes, writeMs, started.median(), anew.median(), open.median(),
                floor.median());
    return 0;
}
