#include "sync-server/commands/places.h"

namespace trivsel::server {
namespace {

namespace fs = std::filesystem;

/** The nearest thing on the way to `path` that is there. */
fs::path nearestThere(const fs::path &path)
{
    std::error_code ignored;
    fs::path at = fs::absolute(path, ignored);
    while (at.has_relative_path() && !fs::exists(fs::status(at, ignored))) {
        at = at.parent_path();
    }
    return at;
}

} // namespace

std::optional<int> refuseFile(const Context &context, const fs::path &folder)
{
    std::error_code ignored;
    const fs::path at = nearestThere(folder);
    return fs::is_directory(at, ignored) || !fs::exists(at, ignored)
               ? std::nullopt
               : std::optional(context.failed(Text::NotAFolder, {at.string()}));
}

int noFolderFor(const Context &context, const fs::path &file)
{
    std::error_code ignored;
    const fs::path folder = fs::absolute(file, ignored).parent_path();
    if (const auto exit = refuseFile(context, folder)) {
        return *exit;
    }
    const bool there = fs::is_directory(folder, ignored); // /proc and the like
    return context.failed(there ? Text::NothingCanBeMade : Text::FileMissing, {folder.string()});
}

int cantMakeFolder(const Context &context, const fs::path &folder)
{
    if (const auto exit = refuseFile(context, folder)) {
        return *exit;
    }
    return context.failed(Text::NothingCanBeMade, {nearestThere(folder).string()});
}

} // namespace trivsel::server
