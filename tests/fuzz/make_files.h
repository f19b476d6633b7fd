#pragma once

#include <filesystem>
#include <string>

namespace trivsel::fuzz {

/** As fuzz::Input::sized() reads it. */
[[nodiscard]] std::string sized(const std::string &bytes);
/** `dir`/`target`/`name`. */
void keep(const std::filesystem::path &dir, const std::string &target, const std::string &name,
          const std::string &bytes);

/** The first inputs of the targets that read files: archives, backups, rescues, settings, certificates. */
void makeFiles(const std::filesystem::path &dir);

} // namespace trivsel::fuzz
