#include "sync-server/permissions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <pwd.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace trivsel::server {
namespace {

namespace fs = std::filesystem;
using Checked = tl::expected<void, Exposed>;

constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
constexpr mode_t kOthersWrite = S_IWGRP | S_IWOTH;

std::optional<struct stat> look(const fs::path &file)
{
    struct stat found = {};
    return ::stat(file.c_str(), &found) == 0 ? std::optional(found) : std::nullopt;
}

/** As a shell takes it: the office copies the command from the sentence. */
std::string quoted(const fs::path &file)
{
    const std::string text = file.string();
    constexpr const char *kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:@%,=";
    if (!text.empty() && text.find_first_not_of(kPlain) == std::string::npos && text.front() != '-') {
        return text;
    }
    std::string out = text.front() == '-' ? "./'" : "'";
    for (const char c : text) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + "'";
}

Checked exposed(const fs::path &file, const std::string &mend)
{
    return tl::unexpected(Exposed{Error(Errc::OpenToOthers, mend + " " + quoted(file)), file});
}

Checked checkMode(const fs::path &file, mode_t forbidden, const char *mend)
{
    const auto found = look(file);
    return found && (found->st_mode & forbidden) != 0 ? exposed(file, mend) : Checked();
}

/** Root's home may be kept by another user's directory, as a service has it. */
Checked checkOwner(const fs::path &file, const fs::path &dir)
{
    const auto found = look(file);
    const auto home = look(dir);
    const uid_t self = ::geteuid();
    const uid_t owner = self == 0 && home ? home->st_uid : self;
    return found && found->st_uid != 0 && found->st_uid != self && found->st_uid != owner
               ? exposed(file, "chown " + std::to_string(owner))
               : Checked();
}

} // namespace

Checked checkPermissions(const HomePaths &paths)
{
    const std::array files = {paths.wrapKey, paths.identity(), paths.keysDb(), paths.homeDb()};
    if (std::none_of(files.begin(), files.end(), [](const fs::path &file) { return look(file).has_value(); })) {
        return {}; // no home at all: nobody is told to close /var/lib to others
    }
    if (auto directory = checkMode(paths.dir, kOthers, "chmod 700"); !directory) {
        return directory;
    }
    for (const fs::path &file : files) {
        if (auto owner = checkOwner(file, paths.dir); !owner) {
            return owner;
        }
        if (auto mode = checkMode(file, kOthers, "chmod 600"); !mode) {
            return mode;
        }
    }
    return {};
}

std::optional<std::string> othersHome(const HomePaths &paths)
{
    const auto found = look(paths.dir);
    const uid_t self = ::geteuid();
    if (!found || self == 0 || found->st_uid == self) {
        return std::nullopt;
    }
    const bool open = ::access(paths.dir.c_str(), X_OK) == 0;
    if (open && !look(paths.identity()) && !look(paths.homeDb())) {
        return std::nullopt; // somebody's folder, but no home
    }
    const passwd *owner = ::getpwuid(found->st_uid);
    return owner != nullptr ? std::string(owner->pw_name) : "#" + std::to_string(found->st_uid);
}

Checked checkConfigPermissions(const HomePaths &paths)
{
    if (auto owner = checkOwner(paths.config(), paths.dir); !owner) {
        return owner;
    }
    return checkMode(paths.config(), kOthersWrite, "chmod go-w");
}

} // namespace trivsel::server
