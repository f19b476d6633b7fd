#pragma once

#include "proto/base/error.h"
#include "sync-server/config.h"

#include <filesystem>
#include <optional>
#include <string>

namespace trivsel::server {

/**
 * Who else could read or change a home's files. OpenToOthers with the command that mends it as detail, and
 * the file it is about in `file`; nothing is changed. What is missing is nobody's: others say so. Root may
 * open the home of another user: the key must then belong to whoever the directory belongs to, or to root.
 */
struct Exposed
{
    Error error;
    std::filesystem::path file;
};

/** The directory open to its owner alone (at most 0700), and so the databases, `identity` and the wrapping
 * key (at most 0600), which must belong to this user or to root. */
[[nodiscard]] tl::expected<void, Exposed> checkPermissions(const HomePaths &paths);

/** sync.conf may be read by all (it holds no secret), but changed only by this user or root: it says where
 * the key is and where backups and the log go. */
[[nodiscard]] tl::expected<void, Exposed> checkConfigPermissions(const HomePaths &paths);

/** The name of the user whose home this is, when it is not this one's: then nothing else can be said of it.
 * Root may open everybody's. */
[[nodiscard]] std::optional<std::string> othersHome(const HomePaths &paths);

} // namespace trivsel::server
