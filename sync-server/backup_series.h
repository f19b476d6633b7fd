#pragma once

#include "proto/archive/container.h"
#include "sync-server/backup_write.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace trivsel::server {

/** device | change id | hash | its place alone. */
using HeldKey = std::tuple<std::string, std::string, std::uint64_t, std::uint64_t, std::string, bool>;
[[nodiscard]] archive::v1::HeldName nameOf(const journal::Quarantined &held);
[[nodiscard]] HeldKey keyOf(const archive::v1::HeldName &name);

/** Where the next segment goes on. */
struct Last
{
    std::string series; // 8 bytes; empty = a new one
    std::uint32_t number = 0;
    std::string file; // name
    Hash256 digest;
    journal::Position upto;
    std::set<HeldKey> held;
};

struct FoundLast
{
    Last last;
    bool readAll = false; // every segment of it was read to its end
    /** Names of files that are damaged or gone, of series that would have gone on else. */
    std::vector<std::string> broken;
    bool otherHome = false; // some series is another home's
};

/** The series in the folder that this home's log goes on from, with all its segments there and sound; else a
 * new one. Sound is: each names the digest that the one before it ends with, and the last ends with what the
 * home remembers. All are read to their ends when the wish says so, when that was not done for
 * kReadAllEveryMs, and when the series is not the one of the last backup. */
[[nodiscard]] Result<FoundLast> findLast(HomeStore &store, const BackupWish &wish);

} // namespace trivsel::server
