#pragma once

#include "proto/catalogue/catalogue.h"

#include <filesystem>
#include <optional>
#include <string>

namespace trivsel::app {

/** What a home may record, for the person who does it: the name of each file, the words that it says, and
 * whether it lies in `recordings`. Questions with somebody's name in them are left out and counted: the
 * tablet reads those. */
[[nodiscard]] std::string recordingList(const catalogue::Catalogue &catalogue, catalogue::Language language,
                                        const std::optional<std::filesystem::path> &recordings);

} // namespace trivsel::app
