#pragma once

#include "proto/base/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace trivsel::journal {

/**
 * A file too large for memory, written piece by piece under a temporary name; commit() gives it its own.
 * Without commit() nothing is left of it. After a power cut it is whole or not there.
 */
class NewFile
{
public:
    static Result<NewFile> create(const std::filesystem::path &file, unsigned mode);
    ~NewFile();
    NewFile(NewFile &&other) noexcept;
    NewFile &operator=(NewFile &&) = delete;

    [[nodiscard]] Status write(std::string_view bytes);
    /** On disk; still under the temporary name, so that it can be read back before it counts. */
    [[nodiscard]] Status sync();
    [[nodiscard]] const std::filesystem::path &temporary() const { return m_temporary; }
    /** After sync(): rename, and the folder on disk. StoreExists rather than overwriting. */
    [[nodiscard]] Status commit();

private:
    NewFile(std::filesystem::path file, std::filesystem::path temporary, int descriptor)
        : m_file(std::move(file)), m_temporary(std::move(temporary)), m_descriptor(descriptor)
    {
    }
    std::filesystem::path m_file;
    std::filesystem::path m_temporary;
    int m_descriptor;
};

/** Reads a file from its beginning. */
class FileReader
{
public:
    /** StoreMissing and other Store… errors. */
    static Result<FileReader> open(const std::filesystem::path &file);
    ~FileReader();
    FileReader(FileReader &&other) noexcept;
    FileReader &operator=(FileReader &&) = delete;
    /** So many of the next bytes; fewer only at the end. */
    [[nodiscard]] Result<std::string> read(std::size_t bytes);
    /** What follows comes from the disk, not from the system's memory of what was written. */
    void forgetCached();

private:
    explicit FileReader(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

/** Renames, unlinks … in a folder are on disk when it returns. */
[[nodiscard]] Status syncFolder(const std::filesystem::path &dir);

} // namespace trivsel::journal
