#include "sync-server/backup_files.h"

#include "proto/archive/key_boxes.h"
#include "proto/journal/files.h"

#include <algorithm>
#include <charconv>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace trivsel::server {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSegment = "changes-";
constexpr std::string_view kKeys = "keys-";
constexpr std::string_view kSuffix = ".trivsel";
constexpr std::size_t kSeriesDigits = 16;
constexpr std::size_t kNumberDigits = 6;

bool isHex(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool isKeysName(const std::string &name)
{
    return name.starts_with(kKeys) && name.ends_with(kSuffix) &&
           name.size() == kKeys.size() + kSeriesDigits + kSuffix.size();
}

} // namespace

OpenArchive openWith(const seal::WrapKey &key)
{
    return [key](const archive::v1::Header &header) { return archive::openWrapKeyBox(header, key); };
}

OpenArchive openWith(const seal::BoxSecret &recovery)
{
    return
        [recovery](const archive::v1::Header &header) { return archive::openRecoveryBox(header, recovery); };
}

std::string SegmentName::str() const
{
    std::string digits = std::to_string(number);
    digits.insert(0, kNumberDigits - std::min(kNumberDigits, digits.size()), '0');
    return std::string(kSegment) + series + "-" + digits + std::string(kSuffix);
}

std::optional<SegmentName> SegmentName::from(const std::string &file)
{
    if (!file.starts_with(kSegment) || !file.ends_with(kSuffix) ||
        file.size() < kSegment.size() + kSeriesDigits + 1 + kNumberDigits + kSuffix.size()) {
        return std::nullopt;
    }
    SegmentName name;
    name.series = file.substr(kSegment.size(), kSeriesDigits);
    const std::size_t at = kSegment.size() + kSeriesDigits + 1;
    const std::string digits = file.substr(at, file.size() - at - kSuffix.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), name.number);
    const bool lawful = isHex(name.series) && error == std::errc() && end == digits.data() + digits.size() &&
                        name.number > 0 && name.str() == file;
    return lawful ? std::optional(name) : std::nullopt;
}

std::string newKeysName(const Random &random)
{
    return std::string(kKeys) + toHex(randomBytes<Bytes<8, struct KeysNameTag>>(random).view()) +
           std::string(kSuffix);
}

Result<BackupListing> listBackup(const fs::path &dir)
{
    std::error_code error;
    BackupListing listing;
    for (fs::directory_iterator at(dir, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (const auto segment = SegmentName::from(name)) {
            listing.segments.emplace_back(*segment, at->path());
        } else if (isKeysName(name)) {
            listing.keys.push_back(at->path());
        }
    }
    if (error) {
        return tl::unexpected(journal::fileError(error.value(), dir.string()));
    }
    std::sort(listing.segments.begin(), listing.segments.end());
    std::sort(listing.keys.begin(), listing.keys.end());
    return listing;
}

Result<archive::Reader> openArchive(const fs::path &file, bool fromDisk)
{
    auto opened = journal::FileReader::open(file);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (fromDisk) {
        opened->forgetCached();
    }
    const auto shared = std::make_shared<journal::FileReader>(std::move(*opened));
    return archive::Reader::begin([shared](std::size_t bytes) { return shared->read(bytes); });
}

Result<Hash256> digestAtEnd(const fs::path &file)
{
    const int in = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (in < 0) {
        return tl::unexpected(journal::fileError(errno, file.filename().string()));
    }
    constexpr off_t kTrailer = Hash256::size + seal::Signature::size;
    const off_t size = ::lseek(in, 0, SEEK_END);
    Hash256 digest;
    const bool read =
        size >= kTrailer && ::pread(in, digest.data.data(), Hash256::size, size - kTrailer) == Hash256::size;
    ::close(in);
    return read ? Result<Hash256>(digest) : fail(Errc::StoreCorrupt, "cut short");
}

bool onSameDisk(const fs::path &a, const fs::path &b)
{
    struct stat one = {};
    struct stat other = {};
    return ::stat(a.c_str(), &one) != 0 || ::stat(b.c_str(), &other) != 0 || one.st_dev == other.st_dev;
}

} // namespace trivsel::server
