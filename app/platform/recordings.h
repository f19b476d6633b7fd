#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace trivsel::platform {

/** The files in which a home has recorded what the tablet reads aloud. What can't be used counts as not
 * there, and is said once in the log. UI thread. */
class Recordings
{
public:
    /** Some three minutes of what a telephone records; a question takes half a minute. It is read into
     * memory. */
    static constexpr std::uintmax_t kBytesMax = 16 * 1024 * 1024;

    explicit Recordings(std::filesystem::path directory) : m_directory(std::move(directory)) {}

    /** The file of that name below the directory; nullopt unless it is PCM in WAV of at most kBytesMax. */
    [[nodiscard]] std::optional<std::filesystem::path> find(const std::string &name);
    /** It was found, but could not be played. */
    void refuse(const std::string &name, const char *why);

private:
    std::filesystem::path m_directory;
    std::set<std::string> m_refused; // of files that are there, so no more than those
};

} // namespace trivsel::platform
