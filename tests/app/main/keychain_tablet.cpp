// One start of a tablet whose key lies in the system's keychain: `make DIR` sets it up and saves an answer,
// `open DIR` reads the answer again. The last line is "ok", or the error's name; e2e/keychain.py runs it
// again and again.
#include "app/main/files.h"
#include "app/main/start_up.h"
#include "tests/app/engine/test_home.h"

#include <QCoreApplication>
#include <iostream>

using namespace trivsel;

namespace {

Status make(const engine::EngineConfig &config)
{
    test::TestHome home;
    TRIVSEL_TRY(engine::Engine::enrol(config, home.newTablet("Stuen")));
    auto tablet = engine::Engine::open(config);
    if (!tablet) {
        return tl::unexpected(tablet.error());
    }
    home.meet(**tablet);
    const auto sheet = (*tablet)->beginForm(home.sofie.person, home.sofie, test::kWellbeing, {});
    return sheet ? (*tablet)->chooseAnswer(sheet->id, "selv", "ret-godt")
                 : Status(tl::unexpected(sheet.error()));
}

Status open(const engine::EngineConfig &config)
{
    const test::TestHome home; // the same people
    auto tablet = engine::Engine::open(config);
    if (!tablet) {
        return tl::unexpected(tablet.error());
    }
    const auto sheet = (*tablet)->beginForm(home.sofie.person, home.sofie, test::kWellbeing, {});
    if (!sheet) {
        return tl::unexpected(sheet.error());
    }
    const auto answer = sheet->answers.find("selv");
    return answer != sheet->answers.end() && answer->second.code == "ret-godt"
               ? Status()
               : fail(Errc::NotFound, "the answer is gone");
}

Status run(const std::string &what, const std::string &folder)
{
    app::Options options;
    options.data = folder;
    auto config = app::prepareData(options, test::shippedCatalogue());
    if (!config) {
        return tl::unexpected(config.error());
    }
    config->signIn.askForCodes = false;
    return what == "make" ? make(*config) : open(*config);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::cerr << "usage: keychain_tablet make|open DIR\n";
        return 2;
    }
    const Status done = run(argv[1], argv[2]);
    std::cout << (done ? "ok" : nameOf(done.error().code())) << '\n';
    if (!done) {
        std::cerr << done.error().detail() << '\n';
    }
    return done ? 0 : 1;
}
