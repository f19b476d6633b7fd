#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace trivsel::fuzz {

/** A folder for one run of a fuzzer, in memory where there is such a place; gone with the program. */
class ScratchDir
{
public:
    ScratchDir()
    {
        std::string name = (std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp");
        name += "/trivsel-fuzz-XXXXXX";
        const char *made = mkdtemp(name.data());
        if (made == nullptr) {
            std::abort();
        }
        m_dir = made;
    }
    ~ScratchDir()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_dir, ignored);
    }
    ScratchDir(const ScratchDir &) = delete;
    ScratchDir &operator=(const ScratchDir &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_dir; }

private:
    std::filesystem::path m_dir;
};

} // namespace trivsel::fuzz
