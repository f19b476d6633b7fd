#pragma once

#include <filesystem>
#include <optional>

namespace trivsel::platform {

/** What somebody measured of this tablet's screen with a card, in a file of its own in the data directory: it
 * says nothing about people. nullopt when nobody has, or the file is damaged or not credible. */
[[nodiscard]] std::optional<double> readMeasuredPxPerMm(const std::filesystem::path &dataDir);
/** On disk when it returns true; what stood there before stays when it does not. */
[[nodiscard]] bool keepMeasuredPxPerMm(const std::filesystem::path &dataDir, double pxPerMm);

} // namespace trivsel::platform
