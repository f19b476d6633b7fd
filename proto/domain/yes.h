#pragma once

#include "proto/merge/register.h"

namespace trivsel::domain {

/** Words or an answer of the resident's that somebody else wrote down: it waits for the resident's yes. What
 * was emptied or taken back waits for nobody, and versions are settled first. */
[[nodiscard]] bool waitsForYes(const merge::RegisterView &view);

} // namespace trivsel::domain
