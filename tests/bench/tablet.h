#pragma once

#include "app/engine/engine.h"

#include <filesystem>
#include <memory>

namespace trivsel::bench {

/** Opens the engine of an enrolled tablet folder (DIR/data, DIR/key), as the app does. Ends the program on an
 * error. */
[[nodiscard]] std::unique_ptr<engine::Engine> openTablet(const std::filesystem::path &folder,
                                                         const std::filesystem::path &catalogueDir);

} // namespace trivsel::bench
