#include "sync-server/open_home.h"

#include "proto/journal/files.h"
#include "sync-server/erased_file.h"
#include "sync-server/files.h"
#include "sync-server/permissions.h"

#include <array>
#include <sys/stat.h>
#include <system_error>

namespace trivsel::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdentityBytesMax = 4096;

tl::unexpected<Trouble> trouble(Error error, const fs::path &subject)
{
    return tl::unexpected(Trouble{std::move(error), subject.string()});
}

std::array<fs::path, 4> parts(const HomePaths &paths)
{
    return {paths.wrapKey, paths.keysDb(), paths.homeDb(), paths.identity()};
}

using Stores = tl::expected<std::pair<journal::Journal, journal::KeyDb>, Trouble>;

Stores openStores(const HomePaths &paths, const seal::WrapKey &wrapKey, bool create, const Random &random)
{
    journal::OpenOptions options;
    options.create = create;
    options.vfs = paths.vfs;
    auto keys = journal::KeyDb::open(paths.keysDb(), wrapKey, options, random);
    if (!keys) {
        return trouble(keys.error(), paths.keysDb());
    }
    auto log = journal::Journal::open(paths.homeDb(), options);
    if (!log) {
        return trouble(log.error(), paths.homeDb());
    }
    return std::pair(std::move(*log), std::move(*keys));
}

/** A part that is missing in a home that is there is damage, not an invitation to make a new one. */
Error asDamage(const Error &error)
{
    return error.code() == Errc::StoreMissing ? Error(Errc::StoreCorrupt, error.detail()) : error;
}

tl::expected<std::unique_ptr<HomeStore>, Trouble> makeParts(const HomePaths &paths, const HomeParts &parts,
                                                            const Random &random)
{
    if (const Status written = writeNewFile(paths.wrapKey, parts.wrapKey.str(), S_IRUSR); !written) {
        return trouble(written.error(), paths.wrapKey);
    }
    auto stores = openStores(paths, parts.wrapKey, true, random);
    if (!stores) {
        return tl::unexpected(stores.error());
    }
    for (const fs::path &db : {paths.keysDb(), paths.homeDb()}) {
        ::chmod(db.c_str(),
                S_IRUSR | S_IWUSR); // whatever the caller's umask; not there with a disk in memory
    }
    for (const journal::KeyRow &row : parts.keys) {
        if (const Status put = stores->second.put(row.stream, row.version, row.key); !put) {
            return trouble(put.error(), paths.keysDb());
        }
    }
    auto store = HomeStore::create(parts.server, std::move(stores->first), std::move(stores->second), random);
    if (!store) {
        return trouble(store.error(), paths.homeDb());
    }
    if (const Status filled = parts.fill ? parts.fill(**store) : Status(); !filled) {
        return trouble(filled.error(), paths.homeDb());
    }
    // Last: with this file the home is there, without it there is none.
    const std::string identity = sealKeys(parts.server, parts.wrapKey, random);
    if (const Status written = writeNewFile(paths.identity(), identity, S_IRUSR | S_IWUSR); !written) {
        return trouble(written.error(), paths.identity());
    }
    return std::move(*store);
}

tl::expected<std::unique_ptr<HomeStore>, Trouble> makeHome(const HomePaths &paths, const HomeParts &home,
                                                           const Random &random)
{
    // Two at once must not take each other's home away.
    const auto lock = journal::DirLock::take(paths.dir);
    if (!lock) {
        return trouble(lock.error(), paths.dir);
    }
    for (const fs::path &part : parts(paths)) {
        std::error_code ignored;
        if (fs::exists(fs::symlink_status(part, ignored))) {
            return trouble(Error(Errc::StoreExists), paths.dir);
        }
    }
    auto store = makeParts(paths, home, random);
    if (!store) {
        removeHome(paths);
    }
    return store;
}

} // namespace

tl::expected<std::unique_ptr<HomeStore>, Trouble> openHome(const HomePaths &paths, const Random &random)
{
    if (const auto closed = checkPermissions(paths); !closed) {
        return trouble(closed.error().error, closed.error().file);
    }
    const auto file = journal::readSmallFile(paths.identity(), kIdentityBytesMax);
    if (!file) {
        std::error_code ignored;
        const bool rest = fs::exists(paths.homeDb(), ignored) || fs::exists(paths.keysDb(), ignored);
        return file.error().code() == Errc::StoreMissing && !rest
                   ? trouble(file.error(), paths.dir)
                   : trouble(asDamage(file.error()), paths.identity());
    }
    const auto wrapKey = readWrapKey(paths.wrapKey);
    if (!wrapKey) {
        return trouble(wrapKey.error(), paths.wrapKey);
    }
    const auto server = openKeys(*file, *wrapKey);
    if (!server) {
        return trouble(server.error(), paths.identity());
    }
    auto stores = openStores(paths, *wrapKey, false, random);
    if (!stores) {
        return tl::unexpected(Trouble{asDamage(stores.error().error), stores.error().subject});
    }
    auto store = HomeStore::open(*server, std::move(stores->first), std::move(stores->second), random);
    if (!store) {
        return trouble(store.error(), paths.homeDb());
    }
    const auto orders = readErased(paths.erased());
    if (!orders) {
        return trouble(orders.error(), paths.erased());
    }
    (*store)->setErasedByFile(streamsOf(*orders));
    return std::move(*store);
}

tl::expected<std::unique_ptr<HomeStore>, Trouble>
createHome(const HomePaths &paths, const seal::RecoverySeed &seed, const Random &random)
{
    if (const Status made = makePrivateDirectory(paths.dir); !made) {
        return trouble(made.error(), paths.dir);
    }
    HomeParts home{deriveKeys(seed), randomBytes<seal::WrapKey>(random), {}, {}};
    home.keys.push_back({home.server.homeStream, 1, deriveHomeKey(seed)});
    return makeHome(paths, home, random);
}

tl::expected<std::unique_ptr<HomeStore>, Trouble> rebuildHome(const HomePaths &paths, const HomeParts &home,
                                                              const Random &random)
{
    std::error_code ignored;
    const bool made = !fs::exists(fs::symlink_status(paths.dir, ignored));
    if (!made && (!fs::is_directory(paths.dir, ignored) || !fs::is_empty(paths.dir, ignored))) {
        return trouble(Error(Errc::StoreExists), paths.dir);
    }
    if (const Status folder = makePrivateDirectory(paths.dir); !folder) {
        return trouble(folder.error(), paths.dir);
    }
    auto store = makeHome(paths, home, random);
    if (!store) {
        fs::remove(paths.lock(), ignored);
        if (made) {
            fs::remove(paths.dir, ignored); // only when it is empty
        }
    }
    return store;
}

Result<seal::WrapKey> readWrapKey(const fs::path &file)
{
    const auto bytes = journal::readSmallFile(file, seal::WrapKey::size);
    if (!bytes) {
        return fail(bytes.error().code() == Errc::TooLarge ? Errc::SealBroken : Errc::KeyMissing,
                    bytes.error().detail());
    }
    const auto key = seal::WrapKey::from(*bytes);
    return key ? Result<seal::WrapKey>(*key) : fail(Errc::SealBroken, "not a key");
}

void removeHome(const HomePaths &paths)
{
    std::error_code ignored;
    fs::remove(paths.identity(), ignored);
    for (const fs::path &db : {paths.homeDb(), paths.keysDb()}) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
            fs::remove(db.string() + suffix, ignored);
        }
    }
    fs::remove(paths.erased(), ignored);
    fs::remove(paths.wrapKey, ignored);
}

} // namespace trivsel::server
