#pragma once

namespace trivsel::app {

/** Milliseconds since the operating system began this process; -1 where it does not say. */
[[nodiscard]] double processAgeMs();

} // namespace trivsel::app
