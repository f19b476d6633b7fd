#pragma once

#include "proto/journal/journal.h"

#include <memory>

namespace trivsel::test {

/** A journal at `file`, made if it is not there, that never waits for the disk: for tests that do not pull
 * the plug. */
[[nodiscard]] std::unique_ptr<journal::Journal> openQuickly(const std::filesystem::path &file);

} // namespace trivsel::test
