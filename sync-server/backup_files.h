#pragma once

#include "proto/archive/container.h"
#include "proto/journal/stream_file.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace trivsel::server {

/** Whoever can open archives: the server's key file, the recovery words, or nobody (then only damage is
 * found). */
using OpenArchive = std::function<Result<archive::ArchiveKey>(const archive::v1::Header &)>;
[[nodiscard]] OpenArchive openWith(const seal::WrapKey &key);
[[nodiscard]] OpenArchive openWith(const seal::BoxSecret &recovery);

/** `changes-SERIES-NUMBER.trivsel`, `keys-NUMBER.trivsel`. */
struct SegmentName
{
    std::string series; // 16 hex digits
    std::uint32_t number = 0;
    auto operator<=>(const SegmentName &) const = default;
    [[nodiscard]] std::string str() const;
    static std::optional<SegmentName> from(const std::string &file);
};
[[nodiscard]] std::string newKeysName(const Random &random);

struct BackupListing
{
    std::vector<std::pair<SegmentName, std::filesystem::path>> segments; // sorted
    std::vector<std::filesystem::path> keys;                             // sorted by name
};
/** By name alone; files of others are left alone. StoreMissing when the folder is not there. */
[[nodiscard]] Result<BackupListing> listBackup(const std::filesystem::path &dir);

/** Opens a file for reading; `fromDisk`: not from the system's memory of what was just written. */
[[nodiscard]] Result<archive::Reader> openArchive(const std::filesystem::path &file, bool fromDisk = false);
/** The digest at the file's end, without reading what is before it. */
[[nodiscard]] Result<Hash256> digestAtEnd(const std::filesystem::path &file);

/** True when both folders lie on the same disk (the same st_dev), or it can't be told. */
[[nodiscard]] bool onSameDisk(const std::filesystem::path &a, const std::filesystem::path &b);

} // namespace trivsel::server
