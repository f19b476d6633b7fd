#pragma once

#include "proto/merge/register_log.h"

namespace trivsel::merge {

/** What a field shows, from its heads alone (and, for text merge, what they were made from). */
[[nodiscard]] RegisterView viewOf(const RegisterLog &log);

} // namespace trivsel::merge
