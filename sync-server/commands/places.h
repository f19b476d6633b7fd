#pragma once

#include "sync-server/commands/command.h"

#include <filesystem>
#include <optional>

namespace trivsel::server {

/** A file stands where a folder should be: one sentence and the exit code. */
[[nodiscard]] std::optional<int> refuseFile(const Context &context, const std::filesystem::path &folder);
/** Why no file could be made there although nothing is in the way: a sentence, and the exit code. */
int noFolderFor(const Context &context, const std::filesystem::path &file);
/** Why the folder, and those around it, could not be made. */
int cantMakeFolder(const Context &context, const std::filesystem::path &folder);

} // namespace trivsel::server
