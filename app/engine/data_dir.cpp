#include "app/engine/data_dir.h"

#include <string>

namespace trivsel::engine {

namespace {

/** Written, not only sized, and not all alike: a sparse or compressed file would keep no room. */
std::string filler()
{
    std::string bytes(DataDir::kReserveBytes, '\0');
    std::uint32_t state = 1;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24U);
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
