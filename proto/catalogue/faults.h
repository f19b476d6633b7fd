#pragma once

#include "proto/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace trivsel::catalogue {

/** Collects what is wrong with one file, so that whoever writes an instrument sees all of it at once. */
class Faults
{
public:
    explicit Faults(std::string file) : m_file(std::move(file)) {}
    void add(std::string_view pointer, std::string_view reason);
    [[nodiscard]] bool empty() const { return m_lines.empty(); }
    /** BadDefinition; one line for each fault, "file: pointer: reason", at most kLinesMax. */
    [[nodiscard]] tl::unexpected<Error> error() const;

    static constexpr std::size_t kLinesMax = 20;

private:
    std::string m_file;
    std::vector<std::string> m_lines;
};

} // namespace trivsel::catalogue
