#pragma once

#include "proto/base/error.h"

#include <filesystem>
#include <string_view>
#include <sys/types.h>

namespace trivsel::server {

/** Makes the directory (and its parents) for the owner alone, or takes an existing one and closes it for
 * others. */
[[nodiscard]] Status makePrivateDirectory(const std::filesystem::path &dir);

/** A new file with these bytes, durable with its name when it returns. StoreExists rather than overwriting.
 */
[[nodiscard]] Status writeNewFile(const std::filesystem::path &file, std::string_view bytes, mode_t mode);

} // namespace trivsel::server
