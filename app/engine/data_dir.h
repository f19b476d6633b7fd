#pragma once

#include "proto/base/ids.h"
#include "proto/journal/files.h"

#include <cstdint>

namespace trivsel::engine {

/**
 * The one directory in which a tablet lives. Holding it keeps every other process out until this one is gone,
 * also when it was killed. Keeps 2 MB in reserve, so that a full disk still takes the taps of the person who
 * sits there now.
 */
class DataDir
{
public:
    static constexpr std::uintmax_t kReserveBytes = std::uintmax_t{2} * 1024 * 1024;
    /** With less free than this at start, the tablet says that its disk is full. */
    static constexpr std::uintmax_t kLeastFreeBytes = std::uintmax_t{8} * 1024 * 1024;

    [[nodiscard]] static std::filesystem::path identityIn(const std::filesystem::path &dir)
    {
        return dir / "identity";
    }

    /** StoreMissing when there is no such directory; StoreBusy when another process holds it; StoreReadOnly,
     * StoreFull. */
    static Result<DataDir> hold(const std::filesystem::path &dir);

    [[nodiscard]] std::filesystem::path identity() const { return identityIn(m_dir); }
    [[nodiscard]] std::filesystem::path journal() const { return m_dir / "tablet.db"; }
    [[nodiscard]] std::filesystem::path keys() const { return m_dir / "keys.db"; }

    /** The office has told this tablet to empty itself. Durable; from here on nobody lives here. */
    [[nodiscard]] Status markEmptied() const;
    [[nodiscard]] bool isMarkedEmptied() const;
    /** What was set aside on a tablet that was emptied, sealed for the office: all that is left there. */
    [[nodiscard]] std::filesystem::path leftFor(const DeviceId &device) const
    {
        return m_dir / (std::string(kLeftPrefix) + toHex(device.view()));
    }
    /** Such a file lies in the data directory, of this tablet or of one that lived there before. */
    [[nodiscard]] static bool hasLeftFile(const std::filesystem::path &dir);
    /** Removes all that a tablet keeps, the mark last; what leftFor() names stays. For a start that finds the
     * mark. */
    [[nodiscard]] Status removeAll();

    /** Sets the reserve aside when there is room for it. False: there is not. */
    [[nodiscard]] bool keepReserve();
    /** Gives the reserve back to the disk. False: there was none. */
    [[nodiscard]] bool releaseReserve();
    [[nodiscard]] bool isLowOnRoom() const;

private:
    static constexpr std::string_view kLeftPrefix = "redning-";

    DataDir(std::filesystem::path dir, journal::DirLock lock) : m_dir(std::move(dir)), m_lock(std::move(lock))
    {
    }
    [[nodiscard]] std::filesystem::path emptied() const { return m_dir / "emptied"; }
    [[nodiscard]] std::filesystem::path reserve() const { return m_dir / "reserve"; }

    [[nodiscard]] Status remove(const std::filesystem::path &file) const;

    std::filesystem::path m_dir;
    journal::DirLock m_lock;
};

} // namespace trivsel::engine
