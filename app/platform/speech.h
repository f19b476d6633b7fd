#pragma once

#include "app/platform/read_aloud.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace trivsel::platform {

/** Recordings from that directory, then the system's voice (Qt TextToSpeech), or silence when it has none for
 * the language. Made once, at start. */
[[nodiscard]] std::unique_ptr<ReadAloud>
makeReadAloud(const std::optional<std::filesystem::path> &recordings);

} // namespace trivsel::platform
