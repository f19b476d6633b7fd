#pragma once

#include <span>
#include <string_view>

namespace trivsel::demo {

struct TextFile
{
    std::string_view name; // without ending
    std::string_view json;
};

/** The files of texts/, put into the program when it is built. */
[[nodiscard]] std::span<const TextFile> textFiles();

} // namespace trivsel::demo
