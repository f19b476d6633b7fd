#pragma once

#include "app/platform/read_aloud.h"

#include <memory>

namespace trivsel::platform {

/** The system's voice (Qt TextToSpeech), or silence when it has none for the language. Made once, at start.
 */
[[nodiscard]] std::unique_ptr<ReadAloud> makeReadAloud();

} // namespace trivsel::platform
