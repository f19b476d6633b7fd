#pragma once

#include "sync-server/config.h"
#include "sync-server/home_store.h"

#include <memory>
#include <string>

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
/** Takes a home away that nobody has been told of yet. */
void removeHome(const HomePaths &paths);

} // namespace trivsel::server
