#include "app/engine/data_dir.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace trivsel::engine {

namespace {

/** Written, not only sized, and not all alike: a sparse or compressed file would keep no room. */
std::string filler()
{
    std::string bytes(DataDir::kReserveBytes, '\0');
    std::uint64_t state = 1;
    for (std::size_t at = 0; at < bytes.size(); at += sizeof state) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        std::memcpy(bytes.data() + at, &state, sizeof state);
    }
    return bytes;
}

} // namespace

Result<DataDir> DataDir::hold(const std::filesystem::path &dir)
{
    auto lock = journal::DirLock::take(dir);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    return DataDir(dir, std::move(*lock));
}

Status DataDir::markEmptied() const
{
    return journal::writeFileAtomically(emptied(), "emptied\n", 0600);
}

bool DataDir::isMarkedEmptied() const
{
    std::error_code failed;
    return std::filesystem::exists(emptied(), failed);
}

bool DataDir::hasLeftFile(const std::filesystem::path &dir)
{
    std::error_code failed;
    const std::filesystem::directory_iterator files(dir, failed);
    return !failed && std::any_of(begin(files), end(files), [](const auto &file) {
        return file.path().filename().string().starts_with(kLeftPrefix);
    });
}

Status DataDir::removeAll()
{
    // The keys first: without them the rest is noise.
    for (const auto &database : {keys(), journal()}) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
            TRIVSEL_TRY(remove(database.string() + suffix));
        }
    }
    for (const auto &file : {identity(), reserve(), emptied()}) {
        TRIVSEL_TRY(remove(file));
    }
    return {};
}

Status DataDir::remove(const std::filesystem::path &file) const
{
    std::error_code failed;
    std::filesystem::remove(file, failed);
    return failed ? Status(tl::unexpected(journal::fileError(failed.value(), file.filename().string())))
                  : Status();
}

bool DataDir::keepReserve()
{
    std::error_code failed;
    if (std::filesystem::file_size(reserve(), failed) == kReserveBytes && !failed) {
        return true;
    }
    if (std::filesystem::space(m_dir, failed).available < 2 * kReserveBytes || failed) {
        return false;
    }
    return journal::writeFileAtomically(reserve(), filler(), 0600).has_value();
}

bool DataDir::releaseReserve()
{
    std::error_code failed;
    return std::filesystem::remove(reserve(), failed) && !failed;
}

bool DataDir::isLowOnRoom() const
{
    std::error_code failed;
    const auto space = std::filesystem::space(m_dir, failed);
    return !failed && space.available < kLeastFreeBytes;
}

} // namespace trivsel::engine
