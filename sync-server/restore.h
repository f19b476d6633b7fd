#pragma once

#include "sync-server/backup_check.h"
#include "sync-server/escrow.h"
#include "sync-server/open_home.h"

#include <variant>

namespace trivsel::server {

struct RestoreWish
{
    std::filesystem::path from;
    HomePaths to;
    std::variant<seal::WrapKey, seal::RecoverySeed> secret;
    std::string series;           // empty = the newest
    std::filesystem::path erased; // the erased file of the home that was; empty = only what the backup says
    bool acceptBroken = false;    // take what can be read of a broken series
    Random random;
    std::int64_t nowMs = 0;
};

struct RestoreReport
{
    std::string home; // its name
    std::uint64_t changes = 0;
    std::uint64_t uptoSeq = 0; // of the old log
    std::size_t erasures = 0;  // orders that the backup had to be brought up to
    std::int64_t madeMs = 0;   // of the newest segment that was read
    std::size_t keys = 0;
    std::uint64_t held = 0;
    std::size_t streamsWithoutKey = 0;
    std::vector<std::string> unread; // files of the series that could not be used
    /** Without its name or without devices that it had contact with: what `home` says was in the files that
     * are lost. Tablets would be sent away; recover fetches it from them. */
    bool homeLost = false;
    std::size_t otherSeries = 0;
    /** Copies of the keys that say, by their date or their number, that another one is the newest. */
    std::vector<std::string> keysThatDisagree;
};

/** Why there is nothing to restore, or not so. */
enum class RestoreRefusal {
    NotEmpty,     // the new directory
    NoBackup,     // nothing of ours in the folder
    WrongSecret,  // the key or the words are of another home, or not the ones the backup was made with
    BrokenSeries, // say acceptBroken to take what there is
    NoKeys,       // no copy of the keys can be read: the words are needed
    Failed,       // `trouble`
};
struct RestoreFailure
{
    RestoreRefusal why{};
    Trouble trouble;
};

/** A whole home again, with a new epoch: tablets offer what they hold. Nothing is left of it on an error. */
[[nodiscard]] tl::expected<RestoreReport, RestoreFailure> restoreHome(const RestoreWish &wish);

} // namespace trivsel::server
