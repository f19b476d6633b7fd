#pragma once

#include "sync-server/config.h"
#include "sync-server/home_store.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace trivsel::server {

/** What went wrong, and with which file: the office reads both. */
struct Trouble
{
    Error error;
    std::string subject;
};

/** A home that is there already. Nothing is made or changed on an error. */
[[nodiscard]] tl::expected<std::unique_ptr<HomeStore>, Trouble> openHome(const HomePaths &paths,
                                                                         const Random &random);

/** A new home from its seed. StoreExists when any part of one is there; what was begun is removed on an
 * error. */
[[nodiscard]] tl::expected<std::unique_ptr<HomeStore>, Trouble>
createHome(const HomePaths &paths, const seal::RecoverySeed &seed, const Random &random);
/** What a home that comes back is made of. */
struct HomeParts
{
    ServerKeys server;
    seal::WrapKey wrapKey;
    std::vector<journal::KeyRow> keys;
    /** Puts what there is into the new store; the home is there only when it returned without error. */
    std::function<Status(HomeStore &)> fill;
};
/** A home from its parts, with a new epoch, in a directory that is empty or not there. StoreExists; what was
 * begun is removed on an error. */
[[nodiscard]] tl::expected<std::unique_ptr<HomeStore>, Trouble>
rebuildHome(const HomePaths &paths, const HomeParts &parts, const Random &random);

/** KeyMissing, SealBroken (not a key). */
[[nodiscard]] Result<seal::WrapKey> readWrapKey(const std::filesystem::path &file);

/** Takes a home away that nobody has been told of yet. */
void removeHome(const HomePaths &paths);

} // namespace trivsel::server
