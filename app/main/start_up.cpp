#include "app/main/start_up.h"

#include "app/engine/key_file_store.h"
#include "app/main/files.h"
#include "app/platform/keychain_store.h"
#include "app/practice/practice_folder.h"
#include "proto/base/limits.h"
#include "proto/journal/files.h"

#include <chrono>

namespace trivsel::app {

namespace {

/** The screens cover and lock first, in their own time; this is for when they can't, as after a sleep. */
constexpr std::chrono::milliseconds kLockAfter{CoverViewModel::kQuestionIdleMs + 30'000};

Result<std::unique_ptr<engine::KeyStore>> keyStoreOf(const Options &options, const Random &random)
{
    if (options.keyFile) {
        return std::make_unique<engine::KeyFileStore>(*options.keyFile);
    }
    const auto entry = keychainEntry(options.data, random);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    return std::make_unique<platform::KeychainStore>(*entry);
}

Result<std::optional<TabletFile>> tabletFileOf(const Options &options)
{
    if (!options.tabletFile) {
        return std::optional<TabletFile>();
    }
    const auto json = journal::readSmallFile(*options.tabletFile, limits::kTabletFileBytesMax);
    if (!json) {
        return fail(Errc::BadFile, "cannot read " + options.tabletFile->string());
    }
    auto file = readTabletFile(*json);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return std::optional<TabletFile>(std::move(*file));
}

Result<engine::EngineConfig> engineConfigOf(const Options &options,
                                            std::shared_ptr<const catalogue::Catalogue> catalogue)
{
    engine::EngineConfig config;
    config.dataDir = options.data;
    config.catalogue = std::move(catalogue);
    config.random = seal::systemRandom();
    config.clock = wallMs;
    config.appVersion = TRIVSEL_VERSION;
    config.signIn.askForCodes = true;
    config.signIn.lockAfter = kLockAfter;
    auto store = keyStoreOf(options, config.random);
    if (!store) {
        return tl::unexpected(store.error());
    }
    const auto key = engine::obtainWrapKey(**store, engine::Engine::isEnrolled(options.data), config.random);
    if (!key) {
        return tl::unexpected(key.error());
    }
    config.wrapKey = *key;
    config.keyFromFile = (*store)->isFile();
    return config;
}

} // namespace

std::int64_t wallMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

bool waitsForPairing(const Options &options)
{
    return !options.tabletFile && !engine::Engine::isEnrolled(options.data);
}

Result<engine::EngineConfig> prepareData(const Options &options,
                                         std::shared_ptr<const catalogue::Catalogue> catalogue)
{
    TRIVSEL_TRY(seal::initialise());
    std::error_code failed;
    std::filesystem::create_directories(options.data, failed);
    if (failed) {
        return fail(Errc::StoreReadOnly, "cannot make " + options.data.string());
    }
    return engineConfigOf(options, std::move(catalogue));
}

Status startCore(CoreAdapter &core, const Options &options,
                 std::shared_ptr<const catalogue::Catalogue> catalogue, const WallClock &clock)
{
    TRIVSEL_TRY(seal::initialise());
    const auto file = tabletFileOf(options);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (waitsForPairing(options)) {
        return fail(Errc::StoreMissing, "no tablet lives in " + options.data.string());
    }
    auto config = prepareData(options, std::move(catalogue));
    if (!config) {
        return tl::unexpected(config.error());
    }
    config->clock = clock;
    if (*file) {
        TRIVSEL_TRY(engine::Engine::enrol(*config, **file));
    }
    net::CoreConfig coreConfig{std::move(*config)};
    if (options.syncEverySeconds > 0) {
        coreConfig.lookEvery = std::chrono::seconds(options.syncEverySeconds);
    }
    coreConfig.automatic = !options.selfTest && !options.screensDir && !options.exitAfterFirstFrame;
    const std::filesystem::path data = options.data;
    TRIVSEL_TRY(core.start(std::move(coreConfig)));
    // The data is ours now: nobody else practises here. What can't be removed is tried again before the next
    // one.
    (void)practice::PracticeFolder::removeLeftOver(data);
    return {};
}

std::string sentenceOf(const Error &error, catalogue::Language said)
{
    const auto in = [&](const char *danish, const char *english) {
        const std::string why = error.detail().empty() ? nameOf(error.code()) : error.detail();
        return (said == catalogue::Language::Da ? danish : english) + (" (" + why + ").");
    };
    switch (problemOf(error.code())) {
    case Problem::InUse:
        return in("Et andet program bruger tablettens data. Luk det først",
                  "Another program holds this tablet's data; close it first");
    case Problem::Damaged:
        return in("Tablettens data kan ikke læses. Intet er ændret",
                  "The tablet's data cannot be read; nothing was changed");
    case Problem::Foreign:
        return in("Mappen med data er ikke lavet af Trivsel. Intet er ændret",
                  "The data directory does not belong to Trivsel; nothing was changed");
    case Problem::TooNew:
        return in("Dataene er lavet af en nyere Trivsel. Intet er ændret",
                  "The data was written by a newer Trivsel; nothing was changed");
    case Problem::DiskFull:
        return in("Der er ikke mere plads på disken. Det, der er gemt, er der stadig",
                  "There is no room left on the disk; what was saved is safe");
    case Problem::ReadOnly:
        return in("Der kan ikke skrives i mappen med data. Det, der er gemt, er der stadig",
                  "The data directory cannot be written; what was saved is safe");
    case Problem::NotSetUp:
        return in("Her er ingen tablet sat op. Start den med et vindue for at sætte den op, eller giv "
                  "--tablet-file én gang",
                  "No tablet is set up here; start it with a window to pair it, or give --tablet-file once");
    case Problem::OtherTablet:
        return in("Her ligger en anden tablets data. Intet er ændret",
                  "Another tablet's data is here; nothing was changed");
    case Problem::WrongKey:
        return in("Nøglen åbner ikke tablettens data. Intet er ændret",
                  "The key does not open the tablet's data; nothing was changed");
    case Problem::KeyAway:
        return in("Nøgleringen svarer ikke. Prøv igen om lidt",
                  "The key store does not answer; try again later");
    case Problem::Emptied:
        return in("Kontoret har tømt den her tablet. Den kan sættes op igen",
                  "The office has emptied this tablet; it can be set up anew");
    case Problem::BadTabletFile:
        return in("En fil kan ikke bruges. Kontoret kan lave en ny fil til tabletten",
                  "A file cannot be used; the office can make a new tablet file");
    case Problem::BadCatalogue:
        return in("Et skema kan ikke bruges. Intet er ændret",
                  "A definition cannot be carried out; nothing was changed");
    default:
        return in("Tabletten kunne ikke starte", "The tablet could not start");
    }
}

} // namespace trivsel::app
