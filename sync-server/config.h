#pragma once

#include "proto/base/error.h"
#include "sync-server/messages.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::server {

/** A host or an IP address, and a port. */
struct Endpoint
{
    std::string host; // IPv6 without its brackets
    std::uint16_t port = 0;

    [[nodiscard]] std::string str() const; // IPv6 in brackets
};
/** HOST:PORT or [IPv6]:PORT; port 0 only where a free one may be picked. */
[[nodiscard]] std::optional<Endpoint> parseEndpoint(std::string_view text, bool zeroAllowed);

/** Where a home's data lies. Everything but the wrapping key is always in the directory. */
struct HomePaths
{
    std::filesystem::path dir;
    std::filesystem::path wrapKey;
    std::string vfs{}; // for the databases; empty = SQLite's own, the fault tests pass theirs

    [[nodiscard]] std::filesystem::path homeDb() const { return dir / "home.db"; }
    [[nodiscard]] std::filesystem::path keysDb() const { return dir / "keys.db"; }
    [[nodiscard]] std::filesystem::path identity() const { return dir / "identity"; }
    [[nodiscard]] std::filesystem::path erased() const { return dir / "erased"; }
    [[nodiscard]] std::filesystem::path lock() const { return dir / "lock"; }
    [[nodiscard]] std::filesystem::path config() const { return dir / "sync.conf"; }
};

/** What DIR/sync.conf may say, so that a service file and the office's commands agree. Options on the line go
 * first. */
struct Config
{
    std::string wrapKey;
    std::string listen;
    std::string log;
    std::string lang;
    std::string backupTo;
    std::string backupEvery;
    std::string backupLimit;
    /** Where each setting of the file stands, from 1. */
    std::map<std::string, std::size_t, std::less<>> lines{};
};
/** "30m", "1h", "2d": whole minutes, hours or days, one minute to 31 days. In ms. */
[[nodiscard]] std::optional<std::int64_t> parseEvery(std::string_view text);

/** Why a file can't be used. `line` 0: the file as a whole, with a Store… error. */
struct ConfigFault
{
    enum class Why { File, Unknown, NoSetting, Twice };
    Error error; // BadFile but for File
    Why why = Why::File;
    std::size_t line = 0;
    std::string word;       // what stands there
    std::size_t before = 0; // Twice: the line that said it first
};

/** What a setting may be called, in the order of the example. */
[[nodiscard]] std::vector<std::string> configNames();

/** `name = value` in lines of their own, # begins a comment. An absent file is an empty one. What a value
 * means is not looked at. */
[[nodiscard]] tl::expected<Config, ConfigFault> readConfig(const std::filesystem::path &file);

} // namespace trivsel::server
