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
    std::string series;           // empty = the newest, unless dates can't say which that is
    std::filesystem::path erased; // the erased file of the home that was; empty = only what the backup says
    bool acceptBroken = false;    // take what can be read of a broken series
    Random random;
    std::int64_t nowMs = 0;
};

/** What a person needs to tell one series from another. */
struct SeriesFacts
{
    std::string id;           // 16 hex digits
    bool opened = false;      // else nothing below is known
    std::string home;         // its name, as it says
    std::int64_t firstMs = 0; // of the first file that can be read
    std::int64_t lastMs = 0;  // of the last
    std::uint64_t changes = 0;
    bool whole = false;
    bool ahead = false; // a date in it is later than now
};

/** Dates so much later than now are the work of a clock that was wrong. */
inline constexpr std::int64_t kAheadMs = 24LL * 60 * 60 * 1000;

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
    std::vector<SeriesFacts> series; // all that there are, the newest last
    std::string taken;               // id of the one
    bool otherHome = false;          // another home's backup lies there, too
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
    NoSeries,     // none of that name is there
    ClosedSeries, // the one that was named does not open
    WhichSeries,  // a date in the future: dates do not say which is the newest
    NoneHoldsAll, // the one with the newest date lacks what another has: dates do not say it either
    Failed,       // `trouble`
};
struct RestoreFailure
{
    RestoreRefusal why{};
    Trouble trouble;
    std::vector<SeriesFacts> series{}; // WhichSeries, NoneHoldsAll: those that there are
};

/** A whole home again, with a new epoch: tablets offer what they hold. Nothing is left of it on an error. */
[[nodiscard]] tl::expected<RestoreReport, RestoreFailure> restoreHome(const RestoreWish &wish);

} // namespace trivsel::server
