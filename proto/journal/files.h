#pragma once

#include "proto/base/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::journal {

/** The Store… error that an errno of the file system stands for. `what` and the number go into the detail. */
[[nodiscard]] Error fileError(int systemError, const std::string &what);
/** "what: No such file or directory (errno 2)" */
[[nodiscard]] std::string systemDetail(int systemError, const std::string &what);
/** The number that systemDetail() has put there, for those who make sentences of errors. */
[[nodiscard]] std::optional<int> systemErrorOf(const Error &error);

/** The file has these bytes, or is as it was, also after a power cut: temporary file, fsync, rename, fsync of
 * the folder. */
[[nodiscard]] Status writeFileAtomically(const std::filesystem::path &file, std::string_view bytes,
                                         unsigned mode);

/** StoreMissing, TooLarge when longer than bytesMax, or another Store… error. */
[[nodiscard]] Result<std::string> readSmallFile(const std::filesystem::path &file, std::size_t bytesMax);

/** Holds DIR/lock for this process until it goes away; the kernel lets go when the process is killed. */
class DirLock
{
public:
    /** StoreBusy with the other process's id in the detail; StoreMissing when the folder is not there. */
    static Result<DirLock> take(const std::filesystem::path &dir);
    ~DirLock();
    DirLock(DirLock &&other) noexcept;
    DirLock &operator=(DirLock &&) = delete;

private:
    explicit DirLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace trivsel::journal
