#include "proto/catalogue/faults.h"

#include <algorithm>

namespace trivsel::catalogue {

void Faults::add(std::string_view pointer, std::string_view reason)
{
    if (m_lines.size() >= kLinesMax) {
        return;
    }
    std::string line = m_file;
    line.append(": ").append(pointer.empty() ? "(file)" : pointer).append(": ").append(reason);
    if (std::find(m_lines.begin(), m_lines.end(), line) == m_lines.end()) {
        m_lines.push_back(std::move(line));
    }
}

tl::unexpected<Error> Faults::error() const
{
    std::string text;
    for (const std::string &line : m_lines) {
        text.append(text.empty() ? "" : "\n").append(line);
    }
    return fail(Errc::BadDefinition, std::move(text));
}

} // namespace trivsel::catalogue
