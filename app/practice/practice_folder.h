#pragma once

#include "proto/base/error.h"

#include <cstdint>
#include <filesystem>

namespace trivsel::practice {

/**
 * The folder below a tablet's data in which one practice lies: made empty, for its owner alone, and removed
 * with all that is in it. Whoever calls holds the tablet's data, so that nobody else practises there.
 */
class PracticeFolder
{
public:
    /** A practice takes about 3 MB; it may never take the room that somebody's words need. */
    static constexpr std::uintmax_t kLeastFreeBytes = std::uintmax_t{64} * 1024 * 1024;

    /** What an earlier one left behind goes first. StoreFull with less than kLeastFreeBytes free, other
     * Store… errors; then nothing is there. */
    static Result<PracticeFolder> make(const std::filesystem::path &tabletData);
    /** The same, with so many bytes free on that disk. */
    static Result<PracticeFolder> make(const std::filesystem::path &tabletData, std::uintmax_t freeBytes);
    /** What a stopped program left behind. Nothing when there is nothing; follows no links. Store… errors. */
    static Status removeLeftOver(const std::filesystem::path &tabletData);
    [[nodiscard]] static std::filesystem::path in(const std::filesystem::path &tabletData);

    ~PracticeFolder();
    PracticeFolder(PracticeFolder &&other) noexcept;
    PracticeFolder &operator=(PracticeFolder &&) = delete;

    [[nodiscard]] std::filesystem::path path() const { return in(m_tabletData); }

private:
    explicit PracticeFolder(std::filesystem::path tabletData) : m_tabletData(std::move(tabletData)) {}

    std::filesystem::path m_tabletData; // empty: moved from
};

} // namespace trivsel::practice
