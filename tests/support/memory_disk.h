#pragma once

#include "proto/base/bytes.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trivsel::test {

/**
 * A disk in memory, as a SQLite VFS: real SQLite, but the test decides what reaches the plate. A power cut
 * keeps what was synced and of the rest as little or as much, in 512-byte sectors, as the dice say. The i-th
 * call can fail, once or for ever; the disk can be full; fsync can fail. Connections of one process share its
 * locks and shared memory as those of several processes would. Deleting a file reaches the plate at once.
 * One thread.
 */
class MemoryDisk
{
public:
    /** Registers itself under that name; every disk needs its own. */
    explicit MemoryDisk(std::string name);
    ~MemoryDisk();
    MemoryDisk(const MemoryDisk &) = delete;
    MemoryDisk &operator=(const MemoryDisk &) = delete;

    /** For OpenOptions::vfs and EngineConfig::vfs. */
    [[nodiscard]] const std::string &name() const { return m_name; }

    /** All files of a folder as they stand, synced or not: a template, a backup, the image of a stolen
     * tablet. */
    using Image = std::map<std::string, std::string>; // by file name
    [[nodiscard]] Image image(const std::filesystem::path &folder) const;
    /** The folder holds exactly this, durably. Nobody may have a file of it open. */
    void restore(const std::filesystem::path &folder, const Image &image);
    [[nodiscard]] bool exists(const std::filesystem::path &file) const;

    // --- Power ---
    /** True: this sector, written since the last sync, reached the plate. */
    using Dice = std::function<bool()>;
    /** Power goes for everything under the folder. Files that are open are dead: every call on them is an I/O
     * error, closing them works. */
    void cutPower(const std::filesystem::path &folder, const Dice &reached);
    /** The same without loss: the process was killed, the machine went on. */
    void kill(const std::filesystem::path &folder);

    // --- Faults ---
    enum class Call { Open, Read, Write, Sync, Truncate, Delete, Size, Lock, Access, SharedMemory };
    /** Asked before every call that can fail; a code is what SQLite gets instead. After a sync that failed
     * the system takes what was written for written, as Linux does: no later sync brings it to the plate. */
    using Fault = std::function<std::optional<int>(Call call, const std::string &file)>;
    void setFault(Fault fault) { m_fault = std::move(fault); }
    /** Bytes that all files under the folder may take together; SQLITE_FULL beyond. */
    void setCapacity(const std::filesystem::path &folder, std::uint64_t bytes);
    void clearCapacity(const std::filesystem::path &folder);
    [[nodiscard]] std::uint64_t used(const std::filesystem::path &folder) const;
    /** Calls since the start that could have failed. */
    [[nodiscard]] std::uint64_t calls() const { return m_calls; }
    [[nodiscard]] std::uint64_t syncs() const { return m_syncs; }

    struct Node; // a file's content; internal to the VFS
    struct Vfs;

private:
    friend struct Vfs;
    [[nodiscard]] std::optional<int> fault(Call call, const std::string &file);
    [[nodiscard]] bool hasRoom(const std::string &file, std::uint64_t more) const;

    std::string m_name;
    std::unique_ptr<Vfs> m_vfs;
    std::map<std::string, std::shared_ptr<Node>> m_nodes; // by absolute path
    std::map<std::string, std::uint64_t> m_capacity;      // by folder
    Fault m_fault;
    std::uint64_t m_calls = 0;
    std::uint64_t m_syncs = 0;
};

} // namespace trivsel::test
