#pragma once

#include "proto/base/bytes.h"

namespace trivsel::seal {

/** Whether two secrets are the same bytes; takes as long for any two of one length. */
[[nodiscard]] bool sameSecret(ByteView a, ByteView b);

} // namespace trivsel::seal
