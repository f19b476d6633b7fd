// Opening the engine and a resident's page over a large store. Usage: bench_page TABLET_FOLDER CATALOGUE
// [RUNS]. One line of JSON.
#include "tests/bench/stats.h"
#include "tests/bench/tablet.h"

#include <cstdio>
#include <cstdlib>

using namespace trivsel;

int main(int argc, char **argv)
{
    if (argc < 3) {
        return 2;
    }
    const int runs = argc > 3 ? std::atoi(argv[3]) : 20;
    const bench::Stopwatch opening;
    const auto tablet = bench::openTablet(argv[1], argv[2]);
    const double openMs = opening.ms();
    const engine::HomeSnapshot home = tablet->home();
    bench::Samples page;
    bench::Samples plan;
    std::size_t responses = 0;
    for (int i = 0; i < runs; ++i) {
        const engine::Tile &tile = home.residents[static_cast<std::size_t>(i) % home.residents.size()];
        const engine::Who who{tile.id, merge::Role::ROLE_RESIDENT};
        const bench::Stopwatch watch;
        const auto opened = tablet->openResident(tile.id, who);
        if (!opened) {
            std::fprintf(stderr, "bench_page: %s\n", nameOf(opened.error().code()));
            return 2;
        }
        page.add(watch.ms());
        responses = std::max(responses, opened->responses.size());
        const bench::Stopwatch planWatch;
        if (!tablet->openPlan(tile.id, who, "https://trivsel.example/fhir/Questionnaire/trivselsplan")) {
            return 2;
        }
        plan.add(planWatch.ms());
        tablet->closeResident();
    }
    std::printf("{\"residents\":%zu,\"responses_of_one\":%zu,\"open_engine_ms\":%.1f,\"page_p50_ms\":%.1f,"
                "\"page_max_ms\":%.1f,"
                "\"plan_p50_ms\":%.1f}\n",
                home.residents.size(), responses, openMs, page.median(), page.quantile(1), plan.median());
    return 0;
}
