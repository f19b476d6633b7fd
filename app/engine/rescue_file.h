#pragma once

#include "app/engine/parts.h"

#include <filesystem>

namespace trivsel::engine {

/** Changes that are kept aside on this tablet, in one sealed file. */
class RescueFile
{
public:
    explicit RescueFile(Parts &parts) : m(parts) {}
    /** As Engine::writeRescue. */
    [[nodiscard]] Result<std::size_t> write(const std::filesystem::path &file);

private:
    Parts &m;
};

} // namespace trivsel::engine
