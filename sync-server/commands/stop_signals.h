#pragma once

namespace trivsel::server {

/** From here on Ctrl-C, SIGTERM and a closed terminal end a wait and are remembered, instead of ending the
 * program: whoever waits has something to take back first. */
void watchStopSignals();
[[nodiscard]] bool stopAsked();

} // namespace trivsel::server
