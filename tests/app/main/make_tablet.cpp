// Fills a directory with a small made-up tablet for the checks that start the whole program: make_tablet DIR
// KEYFILE [--pages]: as of today, or of the day that is on the pictures of pages.
#include "app/engine/key_file_store.h"
#include "proto/base/time_units.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/pages_now.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace trivsel;
using namespace trivsel::test;

namespace {

void must(const Status &status, const char *what)
{
    if (!status) {
        std::fprintf(stderr, "make_tablet: %s: %s\n", what, status.error().detail().c_str());
        std::exit(1);
    }
}

template <class T> T must(Result<T> result, const char *what)
{
    must(result ? Status() : Status(tl::unexpected(result.error())), what);
    return std::move(*result);
}

/** One engine on one directory, with a clock that is set by hand. */
struct Tablet
{
    std::int64_t nowMs = 0;
    std::unique_ptr<engine::Engine> engine;

    Tablet(TestHome &home, const std::filesystem::path &dir, const seal::WrapKey &key, const char *name,
           std::int64_t todayMs)
    {
        nowMs = todayMs - 30 * kDayMs;
        engine::EngineConfig config;
        config.dataDir = dir;
        config.catalogue = shippedCatalogue();
        config.wrapKey = key;
        config.keyFromFile = true;
        config.random = seal::systemRandom();
        config.clock = [this] { return nowMs; };
        config.appVersion = "make_tablet";
        config.signIn.askForCodes = false; // fills in what people did
        must(engine::Engine::enrol(config, home.newTablet(name)), "enrol");
        engine = must(engine::Engine::open(config), "open");
        home.meet(*engine);
    }
};

void answer(engine::Engine &engine, const engine::Who &who, const std::string &url, const PersonId &about,
            StreamKind readers, std::size_t option)
{
    const auto draft = must(engine.beginForm(who.person, who, url, about), "begin");
    for (const auto *item : shippedCatalogue()->byUrl(url)->questions()) {
        const auto &options = item->options;
        must(engine.chooseAnswer(draft.id, item->linkId, options[option++ % options.size()].code), "choose");
    }
    must(engine.setReaders(draft.id, readers), "readers");
    must(engine.sendDraft(draft.id), "send");
    must(engine.settleSent(), "settle");
}

void write(engine::Engine &engine, const engine::Who &resident, const engine::Who &who,
           const std::string &link, const std::string &text)
{
    must(engine.openPlan(resident.person, who, kPlan), "open plan");
    must(engine.editField(resident.person, who, kPlan, link, text), "edit");
    must(engine.leavePlan(resident.person, who, kPlan), "leave");
}

void addPeople(TestHome &home)
{
    home.addTile("Birthe", "tulipan", 3);
    home.addTile("Jens", "boelger", 4);
    home.addTile("", "svamp", 5);
    home.addTile("Amira", "bjerge", 6);
    home.addHelp("Vagten i huset", "12 34 56 70");
    home.addHelp("Mette", "12 34 56 78");
    home.giveCode(home.mette, "246810");
}

void fill(TestHome &home, Tablet &here, Tablet &there)
{
    const auto &sofie = home.sofie;
    answer(*here.engine, sofie, kWellbeing, {}, StreamKind::Chosen, 1);
    answer(*here.engine, sofie, kCooperation, home.mette.person, StreamKind::Team, 2);
    write(*here.engine, sofie, sofie, "halvdaarlig.tegn.indefra",
          "Jeg lader gardinet være for. Jeg svarer kort. Maden smager ikke af noget.");
    write(*here.engine, sofie, home.mette, "halvdaarlig.tegn.udefra",
          "Sofie kommer senere ned end ellers. Hun siger ja til alt, og så går hun igen.");
    write(*here.engine, sofie, home.ali, "halvdaarlig.goer.indefra",
          "Jeg går ned i kælderen og maler. Så bliver der stille.");
    write(*here.engine, sofie, home.ali, "halvdaarlig.goer.udefra",
          "Vi banker på én gang og siger, hvad klokken er. Vi foreslår en kort tur og spørger ikke igen.");
    write(*here.engine, sofie, home.ali, "brug-for.indefra",
          "Jeg har brug for, at I banker på og venter. Kom højst to ad gangen. Lad radioen være tændt. Ring "
          "først, "
          "hvis det er aften. Sig til, når I går igen.");
    there.nowMs += kDayMs / 4;
    write(*there.engine, sofie, sofie, "brug-for.indefra",
          "Jeg har brug for, at I banker på to gange og venter. Kom kun én ad gangen. Sig ikke noget om "
          "medicin, før "
          "jeg har spist. Lad radioen være tændt. Sig til, når I går igen.");
    home.meet(*there.engine);
    home.meet(*here.engine);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace std::chrono;
    const bool forPages = argc == 4 && std::string_view(argv[3]) == "--pages";
    if (argc != 3 && !forPages) {
        std::fprintf(stderr, "make_tablet DIR KEYFILE [--pages]\n");
        return 2;
    }
    const std::int64_t todayMs =
        forPages ? kPagesNowMs : duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const std::filesystem::path dir = argv[1];
    std::filesystem::remove_all(dir);
    std::filesystem::remove(argv[2]);
    must(seal::initialise(), "libsodium");
    engine::KeyFileStore keys(argv[2]);
    const auto key = must(engine::obtainWrapKey(keys, false, seal::systemRandom()), "key");
    TestHome home;
    addPeople(home);
    (void)home.addOwn(home.sofie); // the tour chooses her three pictures
    Tablet here(home, dir, key, "Fællesstuen", todayMs);
    const auto elsewhere = dir / "elsewhere";
    {
        Tablet there(home, elsewhere, key, "Gåturen", todayMs);
        fill(home, here, there);
    }
    std::filesystem::remove_all(elsewhere);
    return 0;
}
