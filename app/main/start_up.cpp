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

std::string sentenceOf(const Error &error)
{
    const std::string why = error.detail().empty() ? std::string() : " (" + error.detail() + ")";
    switch (problemOf(error.code())) {
    case Problem::InUse:
        return "Another program holds this tablet's data; close it first" + why + ".";
    case Problem::Damaged:
        return "The tablet's data cannot be read; nothing was changed" + why + ".";
    case Problem::Foreign:
        return "The data directory does not belong to Trivsel; nothing was changed" + why + ".";
    case Problem::TooNew:
        return "The data was written by a newer Trivsel; nothing was changed" + why + ".";
    case Problem::DiskFull:
        return "There is no room left on the disk; what was saved is safe" + why + ".";
    case Problem::ReadOnly:
        return "The data directory cannot be written; what was saved is safe" + why + ".";
    case Problem::NotSetUp:
        return "No tablet is set up here; start it with a window to pair it, or give --tablet-file once" +
               why + ".";
    case Problem::OtherTablet:
        return "Another tablet's data is here; nothing was changed" + why + ".";
    case Problem::WrongKey:
        return "The key does not open the tablet's data; nothing was changed" + why + ".";
    case Problem::KeyAway:
        return "The key store does not answer; try again later" + why + ".";
    case Problem::Emptied:
        return "The office has emptied this tablet; it can be set up anew" + why + ".";
    case Problem::BadTabletFile:
        return "A file cannot be used; the office can make a new tablet file" + why + ".";
    case Problem::BadCatalogue:
        return "A definition cannot be carried out; nothing was changed" + why + ".";
    default:
        return std::string("The tablet could not start: ") + nameOf(error.code()) + why + ".";
    }
}

} // namespace trivsel::app
