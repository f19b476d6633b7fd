#include "tests/bench/tablet.h"

#include "app/engine/key_file_store.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace trivsel::bench {
namespace {

template <class T> T orEnd(Result<T> result, const char *what)
{
    if (!result) {
        std::fprintf(stderr, "bench: %s: %s (%s)\n", what, nameOf(result.error().code()),
                     result.error().detail().c_str());
        std::exit(2);
    }
    return std::move(*result);
}

} // namespace

std::unique_ptr<engine::Engine> openTablet(const std::filesystem::path &folder,
                                           const std::filesystem::path &catalogueDir)
{
    if (auto ready = seal::initialise(); !ready) {
        std::exit(2);
    }
    engine::EngineConfig config;
    config.dataDir = folder / "data";
    config.catalogue = std::make_shared<const catalogue::Catalogue>(
        orEnd(catalogue::loadCatalogue(catalogueDir), "catalogue"));
    config.wrapKey = orEnd(engine::KeyFileStore(folder / "key").load(), "key");
    config.keyFromFile = true;
    config.random = seal::systemRandom();
    config.clock = [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    };
    config.appVersion = "bench";
    config.signIn.askForCodes = false;
    return orEnd(engine::Engine::open(std::move(config)), "open");
}

} // namespace trivsel::bench
