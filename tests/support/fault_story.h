#pragma once

#include "proto/base/error.h"
#include "tests/support/memory_disk.h"

#include <functional>
#include <string>
#include <vector>

namespace trivsel::test {

/** What a program does with its store, step by step; each step is one thing that is saved or not. */
class Story
{
public:
    virtual ~Story() = default;
    /** The files as at the beginning; nobody has them open. */
    virtual void begin() = 0;
    /** The first starts the program. A step may be tried again after an error. */
    [[nodiscard]] virtual std::vector<std::function<Status()>> steps() = 0;
    /** False where a failed fsync ends another process than the one that goes on: a command beside the
     * server. */
    [[nodiscard]] virtual bool stopsWith(std::size_t /*step*/) const { return true; }
    /** The process is gone. */
    virtual void drop() = 0;
    /** Starts the program again and says everything that people can see of what it holds, without ids that
     * were drawn; or an error in words. */
    [[nodiscard]] virtual std::string describe() = 0;
};

/**
 * Tells a story again and again with another fault each time, and looks what is there after it: exactly what
 * was reported as saved, and of the step that failed all or nothing.
 */
class FaultRuns
{
public:
    FaultRuns(MemoryDisk &disk, std::filesystem::path folder, Story &story);

    /** Every call of the disk fails, one after the other. Empty, or what was wrong. */
    [[nodiscard]] std::string everyCall(bool forEver);
    /** Every fsync fails once. The program must stop: nothing may be reported as saved after it. What was
     * written since the last good fsync is lost with the power. */
    [[nodiscard]] std::string everySync();
    /** SQLite gets no memory, every time. */
    [[nodiscard]] std::string everyMalloc(bool forEver);
    /** Power goes at every write, sync, truncate and delete; of what was not synced, sectors get to the plate
     * as the dice say: none, all, then at random. */
    [[nodiscard]] std::string powerCutAtEveryWrite(int dice);
    /** The disk is full from every write on, until there is room again: then the same program goes on. */
    [[nodiscard]] std::string fullAtEveryWrite();

    /** Runs with a fault that was met, over all calls. */
    [[nodiscard]] std::uint64_t runs() const { return m_runs; }

private:
    struct Told
    {
        std::size_t done = 0; // steps that were reported as saved
        std::string trouble;
    };
    enum class AfterError { TryAgain, MustStop };
    [[nodiscard]] Told tell(AfterError afterError, std::size_t from = 0);
    /** Empty when every step from `failed` on is refused. */
    [[nodiscard]] std::string whoGoesOn(std::size_t failed);
    /** Empty when what is there after a new start is what was told. */
    [[nodiscard]] std::string look(const Told &told, const std::string &fault);
    [[nodiscard]] std::string everyCallOf(const std::function<bool(MemoryDisk::Call)> &picks, bool forEver,
                                          AfterError afterError, bool cut);

    MemoryDisk &m_disk;
    std::filesystem::path m_folder;
    Story &m_story;
    std::vector<std::function<Status()>> m_steps;
    std::vector<std::string> m_after; // what is there after so many steps
    std::uint64_t m_runs = 0;
};

} // namespace trivsel::test
