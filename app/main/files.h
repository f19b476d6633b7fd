#pragma once

#include "app/print/print_folder.h"
#include "proto/catalogue/catalogue.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace trivsel::app {

/** From the directory, or the definitions that are built into the program. BadDefinition, NotFound, BadFile.
 */
[[nodiscard]] Result<std::shared_ptr<const catalogue::Catalogue>>
readCatalogue(const std::optional<std::filesystem::path> &directory);

/** Where a home's recordings lie: where the command line says, else `voices` in the tablet's data, else
 * `trivsel/voices` among what is shared on the machine. nullopt when there are none. */
[[nodiscard]] std::optional<std::filesystem::path>
voicesDirectory(const std::optional<std::filesystem::path> &said, const std::filesystem::path &data);

/** Where plans on paper are put: where the command line says, which must be there; else `Trivsel` among the
 * user's documents, made when it is needed. nullopt on a kiosk, where nobody can take a file from. */
[[nodiscard]] std::optional<print::PrintFolder> printFolder(const std::optional<std::filesystem::path> &said,
                                                            bool kiosk);

/** Names this data directory's key in the keychain; drawn at first use and kept beside the data. */
[[nodiscard]] Result<std::string> keychainEntry(const std::filesystem::path &data, const Random &random);

} // namespace trivsel::app
