#pragma once

#include "proto/base/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace trivsel::server {

/** A file in which something was found that should be nowhere. */
struct Found
{
    std::filesystem::path file;
    std::size_t pieces = 0;
};
struct Search
{
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    std::vector<Found> found;
};

/**
 * Looks for every 64th run of 16 bytes of each of `wanted` in every file of the folder and of those in it: a
 * database cuts long values over several pages, so whole values would not be found. Values of fewer than 16
 * bytes are left out. Store… errors when a file can't be read.
 */
[[nodiscard]] Result<Search> searchFiles(const std::filesystem::path &dir,
                                         const std::vector<std::string> &wanted);

} // namespace trivsel::server
